// "Did you mean": which of the words that would have been right lies near the word that was
// written.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace zsup::text {

// How many characters must be inserted, deleted, replaced or swapped with their neighbour to turn
// one text into the other (the optimal string alignment distance); `cutoff + 1` when more than
// `cutoff`.
std::size_t edit_distance(std::u32string_view a, std::u32string_view b, std::size_t cutoff);

// A set of right words that many wrong words are held against. The views must outlive it.
//
// Words are compared in a folded form in which letter case, full-width forms, hyphens, underscores,
// spaces and name dots make no difference; words equal in it are nearest of all. Beyond that, words
// of 2 to 5 characters may differ by 1 edit, of 6 to 8 by 2, longer ones by 3. Words that differ in
// which digits they hold are not near, however short the way: 2018-q5 is not a slip for 2018-q1.
class Suggester {
 public:
  explicit Suggester(std::span<const std::string_view> candidates);

  // The nearest candidate, among equally near ones the first given. Never the word itself. Nothing
  // for a word that is empty, over 256 bytes or not valid UTF-8.
  std::optional<std::string_view> nearest(std::string_view word) const;

 private:
  struct Folded {
    std::u32string text;
    std::uint64_t letters = 0;  // which characters occur, hashed to bits: a cheap first test
    std::string_view original;
  };
  static std::optional<Folded> fold(std::string_view word);

  std::vector<Folded> candidates_;
};

// For a single word. Whoever asks for many words against one set keeps a Suggester.
std::optional<std::string_view> nearest(std::string_view word,
                                        std::span<const std::string_view> candidates);

}  // namespace zsup::text
