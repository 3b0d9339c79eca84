// Byte offsets to the lines and columns that people count. Lines end with LF or CRLF; a CR alone
// ends none. A byte-order mark at the start belongs to no line and is no column.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string_view>
#include <vector>

#include "text/source.h"
#include "text/span.h"

namespace zsup::text {

// Both from 1; the column counts characters (code points), an invalid byte as one.
struct Position {
  std::uint32_t line = 1;
  std::uint32_t column = 1;

  friend constexpr bool operator==(Position, Position) = default;
};

class LineIndex {
 public:
  // Reads the bytes once; they must outlive the index.
  explicit LineIndex(std::string_view bytes);

  // A text always has a line, and one more after its last line break, empty or not.
  std::uint32_t count() const { return static_cast<std::uint32_t>(starts_.size()); }

  // An offset within a line's end counts as the end of that line; one past the text as its end; one
  // within a character as that character.
  Position position(std::uint32_t offset) const;

  // The number of the line that holds this offset, and a line's bytes without its end. A line that
  // does not exist is empty, at the end of the text.
  std::uint32_t line_of(std::uint32_t offset) const;
  Span line_span(std::uint32_t line) const;
  std::string_view line(std::uint32_t line) const;

 private:
  // A place in a long line whose column is known, so that many places in one line of megabytes do
  // not each count from its start.
  struct Checkpoint {
    std::uint32_t offset;
    std::uint32_t column;
  };

  std::string_view bytes_;
  std::vector<std::uint32_t> starts_;
  std::vector<Checkpoint> checkpoints_;
};

// The line indexes of all sources, each built when it is first asked for: most files have no
// diagnostic and are never looked at again. Not for use by several threads at once.
class LineIndexes {
 public:
  explicit LineIndexes(const Sources& sources) : sources_(sources) {}

  const LineIndex& of(SourceId source);

 private:
  const Sources& sources_;
  std::vector<std::unique_ptr<LineIndex>> built_;
};

}  // namespace zsup::text
