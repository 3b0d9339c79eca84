// The parser behind fast_reader.h: a descent over bytes, one call a nesting level. It keeps no
// tokens: `p_` stands at the next byte to read, and `column_` tells how far the line that was just
// arrived at is indented, which decides in block context what belongs to what.
//
// Declining is always safe, since yaml-cpp then reads the same document from its beginning; only
// accepting must be right. So every function returns false as soon as it meets something that is
// wrong, or rare, or known to be read differently by yaml-cpp, and nobody ever asks why.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>
#include <vector>

#include "text/arena.h"
#include "yaml/document.h"
#include "yaml/fast_scan.h"
#include "yaml/reader.h"
#include "yaml/slice.h"

namespace zsup::yaml::fast {

class Parser {
 public:
  Parser(std::string_view bytes, const Slice& slice, const Limits& limits, text::Arena& arena,
         std::vector<Node>& nodes);

  bool run();

 private:
  // A scalar on one line, or quoted.
  struct Token {
    const char* begin = nullptr;
    const char* end = nullptr;
    std::string_view value;
    Style style = Style::plain;
    bool key = false;       // plain: its colon follows, and `p_` stands behind that
    bool one_line = false;  // quoted
  };

  // Block context (fast_reader.cpp).
  bool begin();
  bool byte_order_mark() const;
  bool node(int parent);
  bool content(int parent, int column);
  bool mapping(int column, Token key);
  bool mapping_value(int column);
  bool sequence(int column);
  bool item(int column);
  bool next_line();
  bool arrive();
  bool finish_line();
  bool plain(Token& token);
  bool quoted(Token& token, int parent);
  bool quoted_key(const Token& token);

  // What is not on one line as it stands (fast_scalar.cpp).
  bool continue_plain(NodeId id, int parent);
  bool quoted_slowly(Token& token, int parent);
  bool block_scalar(int parent);

  // Within brackets (fast_flow.cpp).
  bool flow_value(int parent);
  bool flow(int parent);
  bool flow_mapping(int parent);
  bool flow_sequence(int parent);
  bool flow_key(Token& token, int parent);
  bool flow_plain(Token& token);
  bool flow_space(int parent);
  bool flow_space_slowly(int parent);
  bool flow_separator(char bracket, int parent, bool& closed);

  std::uint32_t offset(const char* p) const { return static_cast<std::uint32_t>(p - base_); }
  bool ended_or_blank(const char* p) const { return p == end_ || is_blank(*p); }
  bool dash() const { return *p_ == '-' && ended_or_blank(p_ + 1); }
  void skip_spaces() {
    while (p_ < end_ && is_space(*p_)) ++p_;
  }
  void skip_comment() {
    const void* found = std::memchr(p_, '\n', static_cast<std::size_t>(end_ - p_));
    p_ = found == nullptr ? end_ : static_cast<const char*>(found);
    commented_ = true;
  }

  NodeId add(NodeKind kind, Style style, const char* begin, const char* end,
             std::string_view value = {}) {
    const auto id = static_cast<NodeId>(nodes_.size());
    nodes_.push_back({.span = {offset(begin), offset(end)},
                      .next = 0,
                      .children = 0,
                      .kind = kind,
                      .style = style,
                      .value = value});
    return id;
  }
  NodeId add(const Token& token) {
    return add(NodeKind::scalar, token.style, token.begin, token.end, token.value);
  }
  void add_null(const char* at) { add(NodeKind::null, Style::plain, at, at); }
  void close(NodeId id, NodeId last, std::uint32_t children) {
    nodes_[id].children = children;
    nodes_[id].span.end = nodes_[last].span.end;
  }

  std::string_view bytes_;  // up to the end of the document
  const char* base_;
  const char* p_;
  const char* end_;       // of the document
  const char* readable_;  // of the file
  text::Arena& arena_;
  std::vector<Node>& nodes_;
  std::string text_;  // of one scalar
  std::size_t most_nodes_;
  std::ptrdiff_t longest_;  // scalar, or text between two nodes
  std::uint32_t depth_ = 0;
  std::uint32_t deepest_;
  bool dashes_;             // the document begins with a `---` line
  int column_ = 0;          // of the line arrived at; -1 at the end
  bool commented_ = false;  // a comment was skipped since the last plain scalar began
};

// What a byte begins where a value may begin.
enum class First : std::uint8_t { none, plain, dash, quote, flow, block };
inline constexpr std::array<First, 256> firsts = [] {
  std::array<First, 256> table{};
  for (std::size_t b = 0x21; b < table.size(); ++b) table[b] = First::plain;
  // `?` and `:` can begin a plain scalar, but hardly ever do.
  for (const char c : {',', ']', '}', '#', '&', '*', '!', '%', '@', '`', '?', ':'}) {
    table[static_cast<unsigned char>(c)] = First::none;
  }
  table['-'] = First::dash;
  table['"'] = table['\''] = First::quote;
  table['['] = table['{'] = First::flow;
  table['|'] = table['>'] = First::block;
  return table;
}();

inline First first(char c) {
  return firsts[static_cast<unsigned char>(c)];
}

inline bool is_bracket_or_comma(char c) {
  return c == ',' || c == '[' || c == ']' || c == '{' || c == '}';
}

// Finds the end of the quoted scalar at `p_` if it closes on its line and holds no escape.
template <char quote>
inline const char* simple_quoted_end(const char* begin, const char* end, const char* readable) {
  const char* stop = find<QuoteStop<quote>>(begin + 1, end, readable);
  if (stop == end || *stop != quote) return nullptr;
  if (quote == '\'' && stop + 1 < end && stop[1] == quote) return nullptr;
  return stop + 1;
}

}  // namespace zsup::yaml::fast
