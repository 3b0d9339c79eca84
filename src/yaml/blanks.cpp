#include "yaml/blanks.h"

#include <algorithm>
#include <string>
#include <utility>

#include "text/blank.h"
#include "yaml/words.h"

namespace zsup::yaml {

namespace {

// Whether a text may begin or end in a blank, so that nearly every scalar is passed over at a
// glance: a look at the bytes that all blanks have in common.
bool may_begin(const char* text) {
  return text[0] == '-' || text[0] == '\xC2' ||
         ((text[0] == '\xE2' || text[0] == '\xE3') && (text[1] == '\x80' || text[1] == '\x81'));
}
bool may_end(const char* end) {
  return (end[-1] == '\xA0' && end[-2] == '\xC2') || end[-3] == '\xE2' ||
         (end[-1] == '\x80' && end[-2] == '\x80');
}

std::uint32_t end_of_blanks(std::string_view bytes, std::uint32_t at, std::uint32_t limit) {
  while (at < limit) {
    const std::size_t length = text::wide_blank_at(bytes, at);
    if (length == 0 && bytes[at] != ' ' && bytes[at] != '\t') break;
    at += static_cast<std::uint32_t>(std::max<std::size_t>(length, 1));
  }
  return at;
}

// Whether nothing but spaces and dashes stands before it on its line.
bool opens_line(std::string_view bytes, std::uint32_t at, bool dashes) {
  while (at > 0 && (bytes[at - 1] == ' ' || (dashes && bytes[at - 1] == '-'))) --at;
  return at == 0 || bytes[at - 1] == '\n';
}

bool is_key(std::string_view bytes, std::uint32_t end) {
  while (end < bytes.size() && (bytes[end] == ' ' || bytes[end] == '\t')) ++end;
  return end < bytes.size() && bytes[end] == ':';
}

// Whether an item was meant to begin here.
bool is_dash(std::string_view bytes, std::uint32_t at) {
  return at + 1 < bytes.size() && bytes[at] == '-' &&
         (bytes[at + 1] == ' ' || text::wide_blank_at(bytes, at + 1) != 0);
}

// What an unquoted text shows of another meaning: at its beginning, and at that of each of its
// other lines.
std::optional<Failure> structure_meant(std::string_view bytes, const Node& node) {
  const auto dash = [&](std::uint32_t at) -> std::optional<Failure> {
    if (bytes[at] != '-' || text::wide_blank_at(bytes, at + 1) == 0) return std::nullopt;
    return Failure{Cause::blank_for_space, {at + 1, end_of_blanks(bytes, at + 1, node.span.end)}};
  };
  const std::uint32_t begin = node.span.begin;
  const std::uint32_t text = end_of_blanks(bytes, begin, node.span.end);
  if (text > begin && text < node.span.end && opens_line(bytes, begin, false) &&
      (is_key(bytes, node.span.end) || is_dash(bytes, text))) {
    return Failure{Cause::blank_indentation, {begin, text}};
  }
  if (text == begin && opens_line(bytes, begin, true)) {
    if (const auto failure = dash(begin)) return failure;
  }
  if (node.value.size() == node.span.size()) return std::nullopt;
  for (std::size_t line = bytes.find('\n', begin); line < node.span.end;
       line = bytes.find('\n', line + 1)) {
    std::uint32_t at = static_cast<std::uint32_t>(line) + 1;
    while (at < node.span.end && bytes[at] == ' ') ++at;
    const std::uint32_t behind = end_of_blanks(bytes, at, node.span.end);
    if (behind >= node.span.end || !is_dash(bytes, behind)) continue;
    if (behind > at) return Failure{Cause::blank_indentation, {at, behind}};
    if (const auto failure = dash(at)) return failure;
  }
  return std::nullopt;
}

void tell(std::string_view bytes, text::Place place, std::string replacement, diag::Sink& sink) {
  if (sink.only_counts(diag::code::full_width_syntax, place)) return;
  diag::Diagnostic found = in_words(Cause::blank_at_end, bytes, place);
  found.fix.push_back({place, std::move(replacement)});
  sink.take(std::move(found));
}

void trim(std::string_view bytes, text::SourceId source, Node& node, diag::Sink& sink) {
  const std::uint32_t begin = end_of_blanks(bytes, node.span.begin, node.span.end);
  if (begin == node.span.end) return;  // nothing but blanks, which is told as empty
  if (begin > node.span.begin) {
    const char before = node.span.begin == 0 ? '\n' : bytes[node.span.begin - 1];
    tell(bytes, {source, {node.span.begin, begin}}, before == ',' || before == ':' ? " " : "",
         sink);
    node.value.remove_prefix(begin - node.span.begin);
    node.span.begin = begin;
  }
  std::uint32_t end = node.span.end;
  while (const std::size_t length = text::wide_blank_before(bytes, end)) {
    end -= static_cast<std::uint32_t>(length);
    while (bytes[end - 1] == ' ' || bytes[end - 1] == '\t') --end;
  }
  if (end == node.span.end) return;
  tell(bytes, {source, {end, node.span.end}}, "", sink);
  node.value.remove_suffix(node.span.end - end);
  node.span.end = end;
}

}  // namespace

std::optional<Failure> check_blanks(std::string_view bytes, text::SourceId source,
                                    Document& document, diag::Sink& sink) {
  for (Node& node : document.nodes) {
    if (node.kind != NodeKind::scalar || node.style != Style::plain) continue;
    const std::uint32_t size = node.span.end - node.span.begin;
    if (size == 0) continue;
    const bool lines = node.value.size() != size;
    const char* const text = bytes.data() + node.span.begin;
    // The shortest blank has two bytes, and a text of one with something before it is none.
    if (!lines && (size == 1 || (size > 2 && !may_begin(text) && !may_end(text + size)))) continue;
    if (const auto failure = structure_meant(bytes, node)) return failure;
    trim(bytes, source, node, sink);
  }
  return std::nullopt;
}

}  // namespace zsup::yaml
