#include "text/sentence.h"

#include <algorithm>
#include <array>

namespace zsup::text {

namespace {

constexpr auto ends = std::to_array<std::string_view>({"。", "！", "？", "…", "⋯"});
constexpr auto closing = std::to_array<std::string_view>(
    {"”", "’", "」", "』", "》", "〉", "）", "】", "］", "〕", ")", "]", "\""});

template <std::size_t N>
std::size_t ending(std::string_view text, const std::array<std::string_view, N>& list) {
  const auto at = std::find_if(list.begin(), list.end(),
                               [&](std::string_view one) { return text.ends_with(one); });
  return at == list.end() ? 0 : at->size();
}

}  // namespace

bool ends_sentence(std::string_view text) {
  while (const std::size_t length = ending(text, closing)) text.remove_suffix(length);
  return ending(text, ends) != 0;
}

std::string_view without_end(std::string_view text) {
  constexpr auto parting =
      std::to_array<std::string_view>({"。", "；", "，", "：", "、", "——", "—", ";", ",", ".", "!",
                                       "?", ":", " ", "\n", "\t", "　"});
  std::string_view rest = text;
  while (const std::size_t length = ending(rest, parting)) rest.remove_suffix(length);
  return rest.empty() ? text : rest;
}

std::string with_single_stops(std::string_view text) {
  constexpr std::string_view stop = "。";
  std::string result;
  result.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t next = std::min(text.find(stop, at), text.size());
    result.append(text, at, next - at);
    at = next + stop.size();
    if (next < text.size() && !ends_sentence(result)) result += stop;
  }
  return result;
}

}  // namespace zsup::text
