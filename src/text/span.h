// Places in a source file, as byte ranges into the user's own bytes.
#pragma once

#include <cstdint>
#include <limits>

namespace zsup::text {

// A half-open byte range [begin, end) in one source. A span whose `end` is 0 stands for
// "not given": nothing that a record holds can end at the first byte of a file. One that ends
// before it begins is that of a value that could not be read, which is not given either.
struct Span {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;

  constexpr std::uint32_t size() const { return end - begin; }
  constexpr bool given() const { return end != 0 && begin <= end; }
  constexpr bool unreadable() const { return end < begin; }
  // The same as of a value that could not be read; where nothing stands, there is none.
  constexpr Span as_unreadable() const { return begin < end ? Span{end, begin} : Span{}; }
  friend constexpr bool operator==(Span, Span) = default;
  friend constexpr auto operator<=>(Span, Span) = default;
};

using SourceId = std::uint32_t;
inline constexpr SourceId no_source = std::numeric_limits<SourceId>::max();

// A span together with the source that it lies in. A place with `no_source` belongs to the
// register as a whole; a place whose span is not given belongs to the file as a whole.
struct Place {
  SourceId source = no_source;
  Span span;

  friend constexpr bool operator==(Place, Place) = default;
};

}  // namespace zsup::text
