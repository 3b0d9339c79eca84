// Names in the order of pinyin: what a register says of a reading, and a table of readings for
// names of which it says nothing.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace zsup::text {

// Persons begin with a surname, which may be read otherwise than the character is: 单 shan, 仇 qiu.
enum class NameOf : bool { person, thing };

// A name as a key that compares bytewise as names do by pinyin: syllable by syllable (倪 ni before
// 聂 nie), without case, tones, apostrophes and hyphens; ü, v and u: are one letter after u. By
// `reading` alone where it is given.
std::string pinyin_key(std::string_view name, std::string_view reading, NameOf named);

// The syllables of a reading, divided where it does not divide them itself: as many as the name has
// characters if that can be.
std::vector<std::string> syllables_of(std::string_view reading, std::string_view name);

// A reading, or an id that may spell one, in each way that ü is written in it: lü, lv, lu:, lyu.
// The first is as given. A u that may be ü as well (lu) is left alone.
std::vector<std::string> spellings_of_u(std::string_view reading);

// What of a reading does not fit the name.
enum class ReadingFlaw { none, count, surname };
struct ReadingCheck {
  ReadingFlaw flaw = ReadingFlaw::none;
  std::size_t characters = 0;           // of the name
  std::vector<std::string> syllables;   // of the reading
  std::string surname;                  // the first character
  std::vector<std::string> of_surname;  // how it can be read
};
// Nothing is said against names that are not wholly in Chinese characters with known readings, nor
// against those with a dot in them.
ReadingCheck check_reading(std::string_view name, std::string_view reading);

}  // namespace zsup::text
