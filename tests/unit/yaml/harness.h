// What the tests of yaml/ share: read a text, and show what came of it.
#pragma once

#include <fmt/format.h>

#include <algorithm>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "yaml/reader.h"

namespace zsup::yaml {

inline std::string escaped(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == '\n') {
      out += "\\n";
    } else if (c == '\r') {
      out += "\\r";
    } else if (c == '\t') {
      out += "\\t";
    } else {
      out += c;
    }
  }
  return out;
}

// A tree in one line: `{k=v, k=[v, v]}`; a null that was left out is `-`.
inline std::string shape(const Document& document, NodeId id) {
  const Node& node = document[id];
  if (node.kind == NodeKind::null) return "-";
  if (node.kind == NodeKind::scalar) return escaped(node.value);
  const bool mapping = node.kind == NodeKind::mapping;
  std::string out = mapping ? "{" : "[";
  NodeId child = document.first_child(id);
  for (std::uint32_t i = 0; i < node.children; ++i, child = document[child].next) {
    if (i > 0) out += mapping && i % 2 == 1 ? "=" : ", ";
    out += shape(document, child);
  }
  return out + (mapping ? "}" : "]");
}

struct Result {
  std::string text;
  std::unique_ptr<text::Arena> arena = std::make_unique<text::Arena>();
  mutable diag::Sink sink;  // asked for its list, which settles it
  std::vector<std::string> trees;               // one a document
  std::vector<std::vector<std::string>> spans;  // the bytes under each node, in order
  std::vector<Document> documents;

  // "ZS014@3-4 ZS020@9-12"
  std::string codes() const {
    std::string out;
    for (const auto& d : sink.list()) {
      if (!out.empty()) out += ' ';
      out += fmt::format("{}@{}-{}", d.code.name(), d.place.span.begin, d.place.span.end);
    }
    return out;
  }
  // Each diagnostic's code and the bytes under it.
  std::string found() const {
    std::string out;
    for (const auto& d : sink.list()) {
      if (!out.empty()) out += ' ';
      out += fmt::format(
          "{}<{}>", d.code.name(),
          escaped(std::string_view(text).substr(d.place.span.begin, d.place.span.size())));
    }
    return out;
  }
  std::string tree() const { return fmt::format("{}", fmt::join(trees, " | ")); }
  std::string under() const {
    std::string out;
    for (const auto& document : spans) out += fmt::format("{}", fmt::join(document, " ¦ "));
    return out;
  }
  // The text with all fixes applied, from the back.
  std::string fixed() const {
    std::vector<diag::Edit> edits;
    for (const auto& d : sink.list()) edits.insert(edits.end(), d.fix.begin(), d.fix.end());
    std::stable_sort(edits.begin(), edits.end(), [](const auto& a, const auto& b) {
      return a.place.span.begin > b.place.span.begin;
    });
    std::string out = text;
    for (const auto& e : edits) {
      out.replace(e.place.span.begin, e.place.span.size(), e.replacement);
    }
    return out;
  }
};

inline Result read_text(std::string text, Limits limits = {}, Reader reader = Reader::automatic) {
  Result result;
  result.text = std::move(text);
  Document scratch;
  read(result.text, 0, limits, reader, *result.arena, result.sink, scratch,
       [&](const Document& document) {
         result.trees.push_back(shape(document, 0));
         auto& spans = result.spans.emplace_back();
         for (const Node& node : document.nodes) {
           spans.push_back(
               escaped(std::string_view(result.text).substr(node.span.begin, node.span.size())));
         }
         result.documents.push_back(document);
       });
  return result;
}

}  // namespace zsup::yaml
