#include "text/width.h"

#include <utf8proc.h>

#include <algorithm>

#include "text/usual.h"
#include "text/utf8.h"

namespace zsup::text {

namespace {

constexpr std::size_t longest_cluster =
    32;  // code points; Unicode's stream-safe form allows 30 marks
constexpr char32_t emoji_presentation = 0xFE0F;
constexpr std::string_view ellipsis = "…";

// utf8proc knows the characters of its own Unicode version; the two planes of ideographs are wide
// as a whole, whatever will be assigned there.
std::size_t code_point_cells(char32_t code_point) {
  if (code_point >= 0x20 && code_point < 0x7F) return 1;
  if (code_point >= 0x4E00 && code_point <= 0x9FFF) return 2;
  if (code_point >= 0x20000 && code_point <= 0x3FFFD) return 2;
  // The vowels and finals of Hangul join the syllable that a wide initial begins.
  const bool joining_jamo = (code_point >= 0x1160 && code_point <= 0x11FF) ||
                            (code_point >= 0xD7B0 && code_point <= 0xD7FF);
  if (joining_jamo) return 0;
  const int cells = utf8proc_charwidth(static_cast<utf8proc_int32_t>(code_point));
  return cells < 0 ? 0 : static_cast<std::size_t>(cells);
}

// A code point that emoji sequences are built on: they are drawn as one picture two cells wide.
bool is_pictograph(char32_t code_point) {
  const auto bound = utf8proc_get_property(static_cast<utf8proc_int32_t>(code_point))->boundclass;
  return bound == UTF8PROC_BOUNDCLASS_EXTENDED_PICTOGRAPHIC ||
         bound == UTF8PROC_BOUNDCLASS_REGIONAL_INDICATOR;
}

bool takes_emoji_presentation(char32_t code_point) {
  const bool keycap =
      (code_point >= '0' && code_point <= '9') || code_point == '#' || code_point == '*';
  return keycap || is_pictograph(code_point);
}

}  // namespace

Cluster cluster_at(std::string_view bytes, std::size_t at) {
  if (at >= bytes.size()) return {0, 0};
  if (const std::size_t length = usual_at(bytes, at); length != 0) {
    // Most texts are spared the look into the tables.
    const std::size_t next = at + length;
    const std::size_t cells = length == 1 ? 1 : 2;
    if (next == bytes.size() || usual_at(bytes, next) != 0) return {length, cells};
  }
  const Decoded first = decode(bytes, at);
  Cluster cluster{first.length, first.valid ? code_point_cells(first.code_point) : 1};
  if (!first.valid) return cluster;

  utf8proc_int32_t state = 0;
  char32_t before = first.code_point;
  bool emoji_style = false;
  for (std::size_t count = 1; count < longest_cluster; ++count) {
    const Decoded next = decode(bytes, at + cluster.bytes);
    if (!next.valid) break;
    if (utf8proc_grapheme_break_stateful(static_cast<utf8proc_int32_t>(before),
                                         static_cast<utf8proc_int32_t>(next.code_point), &state)) {
      break;
    }
    cluster.bytes += next.length;
    cluster.cells += code_point_cells(next.code_point);
    emoji_style = emoji_style || next.code_point == emoji_presentation;
    before = next.code_point;
  }
  if (is_pictograph(first.code_point)) cluster.cells = std::min<std::size_t>(cluster.cells, 2);
  if (emoji_style && takes_emoji_presentation(first.code_point)) cluster.cells = 2;
  return cluster;
}

std::size_t width(std::string_view text) {
  std::size_t cells = 0;
  for (std::size_t at = 0; at < text.size();) {
    const Cluster cluster = cluster_at(text, at);
    cells += cluster.cells;
    at += cluster.bytes;
  }
  return cells;
}

std::string pad_right(std::string_view text, std::size_t cells) {
  const std::size_t taken = width(text);
  std::string out(text);
  if (taken < cells) out.append(cells - taken, ' ');
  return out;
}

std::string pad_left(std::string_view text, std::size_t cells) {
  const std::size_t taken = width(text);
  std::string out(taken < cells ? cells - taken : 0, ' ');
  out.append(text);
  return out;
}

std::string truncate(std::string_view text, std::size_t cells) {
  // `kept` is the longest start that leaves room for the ellipsis.
  std::size_t taken = 0;
  std::size_t kept = 0;
  for (std::size_t at = 0; at < text.size();) {
    const Cluster cluster = cluster_at(text, at);
    taken += cluster.cells;
    if (taken > cells) {
      if (cells == 0) return {};
      return std::string(text.substr(0, kept)).append(ellipsis);
    }
    at += cluster.bytes;
    if (taken < cells) kept = at;
  }
  return std::string(text);
}

}  // namespace zsup::text
