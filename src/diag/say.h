// Every sentence that zsup says exists in Chinese and in English, side by side at the place where
// it is said, so that neither can be forgotten. The reader's language is chosen when it is printed.
#pragma once

#include <fmt/core.h>

#include <cstdint>
#include <string>
#include <utility>

namespace zsup::diag {

enum class Lang : std::uint8_t { zh, en };

// A sentence in both languages. Lower case and without a full stop in English; no 。 in Chinese.
struct Text {
  std::string zh;
  std::string en;

  const std::string& in(Lang lang) const { return lang == Lang::zh ? zh : en; }
  bool empty() const { return zh.empty() && en.empty(); }
};

// The same, for tables that are known at compile time.
struct Words {
  std::string_view zh;
  std::string_view en;

  constexpr std::string_view in(Lang lang) const { return lang == Lang::zh ? zh : en; }
};

// Formats both sentences from the same arguments; the formats are checked at compile time.
template <class... Args>
Text say(fmt::format_string<const Args&...> zh, fmt::format_string<const Args&...> en,
         const Args&... args) {
  return {fmt::format(zh, args...), fmt::format(en, args...)};
}

}  // namespace zsup::diag
