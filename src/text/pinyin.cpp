#include "text/pinyin.h"

#include <utf8proc.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <memory>
#include <optional>

#include "text/pinyin_table.h"
#include "text/usual.h"
#include "text/utf8.h"

namespace zsup::text {

namespace {

// Between syllables; sorts before every letter, so that what is shorter comes first.
constexpr char divider = '\x01';

bool is_ideograph(char32_t c) {
  return (c >= 0x3400 && c < 0xA000) || (c >= 0x20000 && c < 0x40000) || c == 0x3007;
}

// Whether it is written in nothing but usual ideographs, as nearly all names are: they have no
// parts.
bool is_plain_chinese(std::string_view bytes) {
  std::size_t at = 0;
  while (usual_at(bytes, at) == 3) at += 3;
  return at == bytes.size();
}

// Marks apart from their letters, wide and compatible forms as the usual ones, lower case.
std::string taken_apart(std::string_view bytes) {
  if (is_plain_chinese(bytes)) return std::string(bytes);
  utf8proc_uint8_t* mapped = nullptr;
  const utf8proc_ssize_t length =
      utf8proc_map(reinterpret_cast<const utf8proc_uint8_t*>(bytes.data()),
                   static_cast<utf8proc_ssize_t>(bytes.size()), &mapped,
                   static_cast<utf8proc_option_t>(UTF8PROC_DECOMPOSE | UTF8PROC_COMPAT |
                                                  UTF8PROC_CASEFOLD | UTF8PROC_IGNORE));
  const std::unique_ptr<utf8proc_uint8_t, decltype(&std::free)> owned(mapped, &std::free);
  if (length < 0) return std::string(bytes);
  return {reinterpret_cast<const char*>(mapped), static_cast<std::size_t>(length)};
}

bool is_mark(char32_t c) {
  return c >= 0x300 && c <= 0x36F;
}

bool is_letter(char32_t c) {
  switch (utf8proc_category(static_cast<utf8proc_int32_t>(c))) {
    case UTF8PROC_CATEGORY_LU:
    case UTF8PROC_CATEGORY_LL:
    case UTF8PROC_CATEGORY_LT:
    case UTF8PROC_CATEGORY_LM:
    case UTF8PROC_CATEGORY_LO:
      return true;
    default:
      return false;
  }
}

// How ü may be written where it is u, and where it has to be ü: lyu and nyu, as passports have it,
// too. No syllable ends in l, whereas one may end in n (lin-yu).
void spell(std::string& word) {
  for (std::size_t at = 0; (at = word.find("yu", at)) != std::string::npos; ++at) {
    if (at > 0 && (word[at - 1] == 'l' || (at == 1 && word[0] == 'n'))) word.replace(at, 2, "v");
  }
  for (std::size_t at = 0; at < word.size(); ++at) {
    const char before = at == 0 ? '\0' : word[at - 1];
    if (word[at] == 'v' && (before == 'j' || before == 'q' || before == 'x' || before == 'y')) {
      word[at] = 'u';
    }
    if (word[at] == 'u' && (before == 'l' || before == 'n') && word.substr(at + 1, 1) == "e") {
      word[at] = 'v';
    }
  }
}

// Words of letters alone; an ideograph is a word of its own.
std::vector<std::string> words_of(std::string_view bytes) {
  std::vector<std::string> words;
  std::string word;
  const auto close = [&] {
    spell(word);
    if (!word.empty()) words.push_back(std::move(word));
    word.clear();
  };
  const std::string text = taken_apart(bytes);
  for (std::size_t at = 0; at < text.size();) {
    const Decoded decoded = decode(text, at);
    const char32_t c = decoded.code_point;
    at += decoded.length;
    if (is_mark(c) || c == ':') {
      // U+0308 over a u makes another letter of it; all other marks are tones.
      if ((c == 0x308 || c == ':') && word.ends_with('u')) word.back() = 'v';
    } else if (c == 0x261) {  // the letters that some books of pinyin use for g and a
      word += 'g';
    } else if (c == 0x251) {
      word += 'a';
    } else if (is_ideograph(c)) {
      close();
      append_utf8(word, c);
      words.push_back(std::move(word));
      word.clear();
    } else if (is_letter(c)) {
      append_utf8(word, c);
    } else if (c >= '0' && c <= '9') {
      // Behind a syllable a tone; alone it is part of what a thing is called.
      if (word.empty()) words.emplace_back(1, static_cast<char>(c));
      close();
    } else {
      close();
    }
  }
  close();
  return words;
}

// Sounds such as m and ng are no syllables of names.
bool is_syllable(std::string_view word) {
  if (word.find_first_of("aeiouv") == std::string_view::npos) return false;
  return std::ranges::binary_search(syllables(), word);
}

std::optional<char32_t> ideograph(std::string_view word) {
  const Decoded decoded = decode(word, 0);
  if (!decoded.valid || decoded.length != word.size() || !is_ideograph(decoded.code_point)) {
    return std::nullopt;
  }
  return decoded.code_point;
}

std::string_view syllable(std::uint16_t number) {
  return syllables()[number - 1u];
}

std::optional<std::string_view> usual_reading(char32_t c) {
  if (c < first_with_reading || c >= first_with_reading + readings().size()) return std::nullopt;
  const std::uint16_t number = readings()[c - first_with_reading];
  if (number == 0) return std::nullopt;
  return syllable(number);
}

template <class Use>
void for_each_of(std::span<const Reading> list, char32_t c, Use use) {
  auto at = std::ranges::lower_bound(list, c, {},
                                     [](const Reading& one) { return char32_t{one.character}; });
  for (; at != list.end() && at->character == c; ++at) use(syllable(at->syllable));
}

const Compound* compound(char32_t first, char32_t second) {
  for (const Compound& one : compound_surnames()) {
    if (one.first == first && one.second == second) return &one;
  }
  return nullptr;
}

std::vector<std::string> read_name(std::string_view name, NameOf named) {
  std::vector<std::string> words = words_of(name);
  const auto first = words.empty() ? std::nullopt : ideograph(words[0]);
  const auto second = words.size() < 2 ? std::nullopt : ideograph(words[1]);
  const Compound* both =
      named == NameOf::person && first && second ? compound(*first, *second) : nullptr;
  for (std::size_t at = 0; at < words.size(); ++at) {
    const auto c = ideograph(words[at]);
    if (!c) continue;
    if (both != nullptr && at < 2) {
      words[at] = syllable(at == 0 ? both->first_syllable : both->second_syllable);
      continue;
    }
    std::optional<std::string_view> reading = usual_reading(*c);
    if (at == 0 && named == NameOf::person) {
      for_each_of(surname_readings(), *c, [&](std::string_view one) { reading = one; });
    }
    if (reading) words[at] = *reading;
  }
  return words;
}

// All syllables that a character may be read as.
std::vector<std::string> all_readings(char32_t c) {
  std::vector<std::string> list;
  if (const auto usual = usual_reading(c)) list.emplace_back(*usual);
  for_each_of(further_readings(), c, [&](std::string_view one) {
    if (std::find(list.begin(), list.end(), one) == list.end()) list.emplace_back(one);
  });
  return list;
}

// Divides words into as many syllables as wanted, of several ways the one that agrees most with how
// the name is read, then that whose syllables are longest.
class Division {
 public:
  Division(const std::vector<std::string>& words, const std::vector<std::string>& wanted)
      : words_(words), wanted_(wanted) {}

  std::optional<std::vector<std::string>> find() {
    std::vector<std::string> taken;
    step(0, 0, 0, taken);
    return best_;
  }

 private:
  // The number of ways is small for any name; a limit keeps a hostile one from costing more.
  static constexpr int most_steps = 10'000;

  void step(std::size_t word, std::size_t at, int agreed, std::vector<std::string>& taken) {
    if (++steps_ > most_steps) return;
    if (word == words_.size()) {
      if (taken.size() == wanted_.size() && agreed > agreed_) {
        agreed_ = agreed;
        best_ = taken;
      }
      return;
    }
    if (taken.size() == wanted_.size()) return;
    constexpr std::size_t longest = 6;  // zhuang
    const std::string& text = words_[word];
    for (std::size_t length = std::min(longest, text.size() - at); length > 0; --length) {
      const std::string part = text.substr(at, length);
      const bool whole = at + length == text.size();
      if (!is_syllable(part) && !(whole && at == 0)) continue;
      const int agrees = part == wanted_[taken.size()] ? 1 : 0;
      taken.push_back(part);
      step(whole ? word + 1 : word, whole ? 0 : at + length, agreed + agrees, taken);
      taken.pop_back();
    }
  }

  const std::vector<std::string>& words_;
  const std::vector<std::string>& wanted_;
  std::optional<std::vector<std::string>> best_;
  int agreed_ = -1;
  int steps_ = 0;
};

// Without knowing how many: the longest syllable each time; a word that is none stays whole.
void divide(const std::string& word, std::vector<std::string>& list) {
  const std::size_t known = list.size();
  for (std::size_t at = 0; at < word.size();) {
    std::size_t length = std::min<std::size_t>(6, word.size() - at);
    while (length > 0 && !is_syllable(std::string_view(word).substr(at, length))) --length;
    if (length == 0) {
      list.resize(known);
      list.push_back(word);
      return;
    }
    list.push_back(word.substr(at, length));
    at += length;
  }
}

std::vector<std::string> divided(std::string_view reading, const std::vector<std::string>& wanted) {
  constexpr std::size_t longest = 64;
  std::vector<std::string> words = words_of(reading);
  if (words.size() == wanted.size() || reading.size() > longest) return words;
  if (auto found = Division(words, wanted).find()) return *std::move(found);
  std::vector<std::string> list;
  for (const std::string& word : words) divide(word, list);
  return list;
}

}  // namespace

std::vector<std::string> syllables_of(std::string_view reading, std::string_view name) {
  return divided(reading, read_name(name, NameOf::person));
}

std::vector<std::string> spellings_of_u(std::string_view reading) {
  // Where ü stands, with the length of what it is written as.
  struct Place {
    std::size_t at;
    std::size_t length;
  };
  constexpr std::size_t longest = 128;  // in bytes: what is longer is no name
  if (reading.size() > longest) return {std::string(reading)};
  std::vector<Place> places;
  const std::string text = taken_apart(reading);
  const auto starts = [&](std::size_t at, std::string_view with) {
    return std::string_view(text).substr(at).starts_with(with);
  };
  for (std::size_t at = 1; at < text.size(); ++at) {
    const char before = text[at - 1];
    if (before != 'l' && before != 'n') continue;
    const bool begins =
        at == 1 || text[at - 2] == ' ' || text[at - 2] == '-' || text[at - 2] == '_';
    std::size_t length = 0;
    if (text[at] == 'u') {
      // A tone may stand over it too, before the two dots or behind them.
      std::size_t past = at + 1;
      bool dots = false;
      while (past + 1 < text.size() && (starts(past, "\xCC") || starts(past, "\xCD"))) {
        dots = dots || starts(past, "\xCC\x88");
        past += 2;
      }
      if (starts(past, ":")) {
        dots = true;
        ++past;
      }
      if (dots || starts(past, "e")) length = past - at;
    } else if (text[at] == 'v') {
      length = 1;
    } else if (starts(at, "yu") && (before == 'l' || begins)) {
      length = 2;
    }
    if (length != 0) places.push_back({at, length});
  }
  std::vector<std::string> all{std::string(reading)};
  // More than a name has, and twice as many spellings for each.
  constexpr std::size_t most = 3;
  if (places.empty() || places.size() > most) return all;
  constexpr std::array<std::string_view, 4> ways{"u", "v", "u:", "yu"};
  std::size_t count = 1;
  for (std::size_t i = 0; i < places.size(); ++i) count *= ways.size();
  for (std::size_t number = 0; number < count; ++number) {
    std::string spelling;
    std::size_t at = 0;
    std::size_t rest = number;
    for (const Place& place : places) {
      spelling.append(text, at, place.at - at).append(ways[rest % ways.size()]);
      rest /= ways.size();
      at = place.at + place.length;
    }
    all.push_back(spelling.append(text, at));
  }
  return all;
}

std::string pinyin_key(std::string_view name, std::string_view reading, NameOf named) {
  std::string key;
  const std::vector<std::string> words =
      reading.empty() ? read_name(name, named) : divided(reading, read_name(name, named));
  for (const std::string& word : words) {
    if (!key.empty()) key += divider;
    key += word;
  }
  return key;
}

ReadingCheck check_reading(std::string_view name, std::string_view reading) {
  ReadingCheck check;
  const std::vector<std::string> characters = words_of(name);
  check.characters = characters.size();
  if (characters.empty()) return check;
  // With a dot in it a name is one of another language, and may be read as in that.
  for (const std::string_view dot : {"·", "•", "‧", "∙", "⋅", "・", "．", ".", "﹒", "･"}) {
    if (name.find(dot) != std::string_view::npos) return check;
  }
  for (const std::string& word : characters) {
    const auto c = ideograph(word);
    if (!c || !usual_reading(*c)) return check;
  }
  check.syllables = syllables_of(reading, name);
  check.surname = characters.front();
  check.of_surname = all_readings(*ideograph(characters.front()));
  if (check.syllables.size() != characters.size()) {
    check.flaw = ReadingFlaw::count;
  } else if (std::find(check.of_surname.begin(), check.of_surname.end(), check.syllables.front()) ==
             check.of_surname.end()) {
    check.flaw = ReadingFlaw::surname;
  }
  return check;
}

}  // namespace zsup::text
