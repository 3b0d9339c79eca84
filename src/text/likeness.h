// How much two texts have in common: what they say, without spaces, punctuation and figures, as
// runs of three characters; and a sketch of a text by which likely pairs among millions are found.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

namespace zsup::text {

// What a text says: compatibility forms as the characters that they stand for, Latin letters small;
// spaces and punctuation left out; a number of any length, whatever its value, as one '0', for a
// figure that changes is not a difference of substance.
std::u32string substance(std::string_view text);

// The runs of three characters of both texts: those in common, repeats counted, and all of them.
struct InCommon {
  std::uint64_t common = 0;  // counted once for each pair
  std::uint64_t all = 0;     // of the one text and of the other

  // Common to both as a share of their average, at least `percent`.
  bool reaches(std::uint64_t percent) const { return 200 * common >= percent * all && all > 0; }
};
InCommon in_common(std::u32string_view a, std::u32string_view b);

// What is kept of a text to tell cheaply of most others that they have not much in common with it.
struct alignas(32) Outline {            // half a line of the processor's cache
  std::array<std::uint64_t, 3> parity;  // of how often each of 192 classes of runs occurs
  std::uint32_t runs;

  // False only where two texts certainly have less than that in common.
  bool may_reach(const Outline& other, std::uint64_t percent) const;
};

// By what others like a text are found. Two texts that have much in common agree in one of the
// bands almost certainly: at 80 % in common in more than 95 of 100 cases, at 85 % in more than 98.
struct Sketch {
  static constexpr std::size_t band_count = 16;

  std::array<std::uint32_t, band_count> bands;
  std::uint32_t whole;  // the same for texts of the same substance
  Outline outline;
};
Sketch sketch(std::u32string_view substance);

}  // namespace zsup::text
