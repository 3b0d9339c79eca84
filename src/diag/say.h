// Every sentence that zsup says exists in Chinese and in English, side by side at the place where
// it is said, so that neither can be forgotten. The reader's language is chosen when it is printed.
#pragma once

#include <fmt/core.h>

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>

namespace zsup::diag {

enum class Lang : std::uint8_t { zh, en };

// A sentence in both languages. Lower case and without a full stop in English; no 。 in Chinese.
struct Text {
  std::string zh;
  std::string en;

  const std::string& in(Lang lang) const { return lang == Lang::zh ? zh : en; }
  bool empty() const { return zh.empty() && en.empty(); }
  Text& operator+=(const Text& more) {
    zh += more.zh;
    en += more.en;
    return *this;
  }
};

// The same, for tables that are known at compile time.
struct Words {
  std::string_view zh;
  std::string_view en;

  constexpr std::string_view in(Lang lang) const { return lang == Lang::zh ? zh : en; }
};

// What a sentence of one language has of an argument: of words in both languages those of its own,
// of anything else the thing itself.
template <class T>
constexpr const T& in_language(Lang, const T& argument) {
  return argument;
}
inline const std::string& in_language(Lang lang, const Text& argument) {
  return argument.in(lang);
}
constexpr std::string_view in_language(Lang lang, const Words& argument) {
  return argument.in(lang);
}
template <class T>
using InLanguage = decltype(in_language(Lang{}, std::declval<const T&>()));

// Formats a sentence from the same arguments in the one language; both formats are checked at
// compile time.
template <class... Args>
std::string say(Lang lang, fmt::format_string<InLanguage<Args>...> zh,
                fmt::format_string<InLanguage<Args>...> en, const Args&... args) {
  return fmt::format(lang == Lang::zh ? zh : en, in_language(lang, args)...);
}

// The same in both languages.
template <class... Args>
Text say(fmt::format_string<InLanguage<Args>...> zh, fmt::format_string<InLanguage<Args>...> en,
         const Args&... args) {
  return {fmt::format(zh, in_language(Lang::zh, args)...),
          fmt::format(en, in_language(Lang::en, args)...)};
}

// Adds to a list within a sentence: 甲、乙 and a, b.
inline void append_to_list(Text& list, const Words& item) {
  list.zh.append(list.zh.empty() ? "" : "、").append(item.zh);
  list.en.append(list.en.empty() ? "" : ", ").append(item.en);
}
inline void append_to_list(Text& list, std::string_view item) {
  append_to_list(list, Words{item, item});
}

}  // namespace zsup::diag
