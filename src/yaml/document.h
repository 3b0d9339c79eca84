// A YAML document as a tree that keeps what people wrote: byte spans of keys and values, source
// order, duplicate keys, and scalars as text. Both readers yield exactly this tree.
//
// Nodes lie in one array in pre-order. The children of a node follow it directly; `next` leads from
// a node to its next sibling. A mapping's children alternate key, value, key, value.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "text/span.h"

namespace zsup::yaml {

enum class NodeKind : std::uint8_t { null, scalar, sequence, mapping };

enum class Style : std::uint8_t {
  plain,
  single_quoted,
  double_quoted,
  literal,
  folded,
  block,
  flow
};

struct Node {
  // Where the node stands. A scalar: from its first to past its last byte, quotes included; a block
  // scalar: from its `|` or `>` to past its last content line without that line's end. A flow
  // collection: its brackets included. A block collection: from its first key or `-` to past its
  // last value. A null is a value that was left out: an empty span right behind the `:` or `-` (or
  // the
  // `,`, `[`, `{` before it in a flow collection). `~` and `null` are plain scalars with that text.
  text::Span span;
  std::uint32_t next = 0;  // index of the next sibling; 0 when there is none
  std::uint32_t children =
      0;  // nodes directly below: items of a sequence, keys and values of a mapping
  NodeKind kind = NodeKind::null;
  Style style = Style::plain;
  // A scalar's text, escapes and folding resolved; a view into the source's bytes where the text
  // stands there as it is, otherwise into the file's arena.
  std::string_view value;
};

using NodeId = std::uint32_t;

// Reused from document to document, so that reading allocates next to nothing.
struct Document {
  std::vector<Node> nodes;  // nodes[0] is the root; empty for a document without content
  std::string_view bytes;   // of the whole file, in which the spans are

  bool empty() const { return nodes.empty(); }
  const Node& operator[](NodeId id) const { return nodes[id]; }
  NodeId first_child(NodeId id) const { return nodes[id].children == 0 ? 0 : id + 1; }
};

}  // namespace zsup::yaml
