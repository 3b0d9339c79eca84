// How far a scalar reaches: parsers tell only where it begins, so its end is found by looking at
// the bytes. All take and return offsets in the whole file; `limit` is the end of the document's
// slice.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace zsup::yaml {

// Past the closing quote of the scalar that begins at `begin`. Nothing if the quote does not close,
// or if a line of it that is not blank is indented no deeper than `parent_column` (-1 at the root):
// then a quote was forgotten, and it would swallow the entries that follow.
std::optional<std::uint32_t> quoted_end(std::string_view bytes, std::uint32_t begin,
                                        std::uint32_t limit, int parent_column);

// Past the last byte of a plain scalar whose folded text is known. Nothing if the bytes do not fold
// to that text.
std::optional<std::uint32_t> plain_end(std::string_view bytes, std::uint32_t begin,
                                       std::uint32_t limit, std::string_view value);

struct BlockExtent {
  std::uint32_t end = 0;         // past the last content line, without that line's end
  std::uint32_t content = 0;     // the first content byte, behind the indentation; `end` if none
  std::uint32_t first_line = 0;  // the beginning of the line behind the header
  std::uint32_t resume = 0;      // the beginning of the first line that does not belong to it
  int indent = -1;               // of its content; -1 if it has none
  bool folded = false;
  char chomp = '\0';  // '-', '+', or neither
};

// `|` or `>` at `begin`; `parent_column` is that of the innermost block collection, or -1.
// Nothing if the header is malformed, or a blank line before the content is wider than its
// indentation.
std::optional<BlockExtent> block_extent(std::string_view bytes, std::uint32_t begin,
                                        std::uint32_t limit, int parent_column);

// The column of a byte, counted in bytes from the beginning of its line or of the slice.
std::uint32_t column_of(std::string_view bytes, std::uint32_t at);

}  // namespace zsup::yaml
