// Holds the two readers against each other: whatever the fast reader accepts, yaml-cpp and the
// strictness pass must read into the same tree, with the same spans, styles and values.
#pragma once

#include <fmt/format.h>

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "yaml/fast_reader.h"
#include "yaml/preflight.h"
#include "yaml/reader.h"
#include "yaml/slice.h"

namespace zsup::yaml {

struct Comparison {
  std::size_t accepted = 0;  // documents that the fast reader read
  std::size_t declined = 0;  // of those that hold anything but comments
  std::string difference;    // empty if there is none
};

inline bool has_content(std::string_view bytes, const Slice& slice) {
  std::string_view rest = bytes.substr(slice.begin, slice.end - slice.begin);
  if (slice.opening == Slice::Opening::dashes) rest.remove_prefix(3);
  while (!rest.empty()) {
    const std::size_t end = std::min(rest.find('\n'), rest.size() - 1);
    const std::size_t text = rest.substr(0, end + 1).find_first_not_of(" \t\r\n");
    if (text != std::string_view::npos && rest[text] != '#') return true;
    rest.remove_prefix(end + 1);
  }
  return false;
}

inline std::string describe(const Node& node) {
  return fmt::format("{}-{} next {} children {} kind {} style {} <{}>", node.span.begin,
                     node.span.end, node.next, node.children, static_cast<int>(node.kind),
                     static_cast<int>(node.style), node.value);
}

// What a reader makes of a whole file, in lines that can be compared.
inline std::vector<std::string> reading(std::string_view bytes, const Limits& limits,
                                        Reader reader) {
  std::vector<std::string> lines;
  text::Arena arena;
  diag::Sink sink;
  Document scratch;
  read(bytes, 0, limits, reader, arena, sink, scratch, [&](const Document& document) {
    lines.emplace_back("document");
    for (const Node& node : document.nodes) lines.push_back(describe(node));
  });
  for (const auto& d : sink.list()) {
    lines.push_back(fmt::format("{} {}-{} {}", d.code.name(), d.place.span.begin, d.place.span.end,
                                d.message.en));
  }
  return lines;
}

inline Comparison compare_readers(std::string_view bytes, const Limits& limits = {}) {
  Comparison result;
  diag::Sink sink;
  const Preflight checked = preflight(bytes, 0, limits.bytes, sink);
  if (!checked.readable || !checked.bad.empty()) return result;
  text::Arena arena;
  Document scratch;
  for (const Slice& slice : divide(bytes, checked.begin).slices) {
    if (slice.opening == Slice::Opening::dots || !has_content(bytes, slice)) continue;
    const bool accepted = read_fast(bytes, slice, limits, arena, scratch);
    ++(accepted ? result.accepted : result.declined);
  }
  if (result.accepted == 0) return result;
  const auto fast = reading(bytes, limits, Reader::automatic);
  const auto slow = reading(bytes, limits, Reader::yaml_cpp);
  for (std::size_t i = 0; i < fast.size() || i < slow.size(); ++i) {
    const std::string a = i < fast.size() ? fast[i] : "nothing";
    const std::string b = i < slow.size() ? slow[i] : "nothing";
    if (a == b) continue;
    result.difference = fmt::format("in\n{}\nfast: {}\nslow: {}\n", bytes, a, b);
    break;
  }
  return result;
}

}  // namespace zsup::yaml
