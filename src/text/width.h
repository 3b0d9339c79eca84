// How many terminal cells a text takes: East Asian wide characters take two, combining marks none,
// and characters whose width is ambiguous (“ ” … ①) take one. Control characters take none: make a
// text visible (text/visible.h) before measuring it.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace zsup::text {

// One character as people see it: a grapheme cluster, such as a letter with its accents, or an
// emoji built from several code points.
struct Cluster {
  std::size_t bytes = 1;  // at least 1 where there is a byte at all
  std::size_t cells = 0;
};

// The cluster that begins at bytes[at]; at or past the end, one of no bytes. Never longer than 32
// code points, so that a text of nothing but combining marks cannot become one endless cluster.
Cluster cluster_at(std::string_view bytes, std::size_t at);

// Cells of a whole text; each invalid byte takes one, as the U+FFFD that a terminal shows for it.
std::size_t width(std::string_view text);

// Padded with spaces to at least that many cells; a longer text stays as it is.
std::string pad_right(std::string_view text, std::size_t cells);
std::string pad_left(std::string_view text, std::size_t cells);

// At most that many cells: what does not fit gives way to an ellipsis, between clusters.
std::string truncate(std::string_view text, std::size_t cells);

}  // namespace zsup::text
