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

std::size_t size_without_end(std::string_view text) {
  constexpr auto parting = std::to_array<std::string_view>(
      {"。", "；", "，", "：", "、", "——", ";", ",", ".", "!", "?", " ", "\n", "\t", "　"});
  while (const std::size_t length = ending(text, parting)) text.remove_suffix(length);
  return text.size();
}

std::string_view without_end(std::string_view text) {
  const std::size_t size = size_without_end(text);
  return size == 0 ? text : text.substr(0, size);
}

std::string with_single_stops(std::string_view text) {
  constexpr std::string_view stop = "。";
  std::string result;
  result.reserve(text.size());
  bool ended = false;  // what stands in `result`
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t next = std::min(text.find(stop, at), text.size());
    result.append(text, at, next - at);
    if (next == text.size()) break;
    // Of many stops in a row only the first one is looked behind.
    if (next > at) ended = ends_sentence(result);
    if (!ended) result += stop;
    ended = true;
    at = next + stop.size();
  }
  return result;
}

}  // namespace zsup::text
