#include "record/letter_number.h"

#include <fmt/core.h>

#include <array>
#include <charconv>

namespace zsup::record {

namespace {

constexpr std::string_view open = "〔";
constexpr std::string_view close = "〕";
constexpr std::string_view last = "号";

bool is_digit(char c) {
  return '0' <= c && c <= '9';
}

// Digits without a leading zero, at most six of them.
std::optional<std::int64_t> whole(std::string_view text) {
  if (text.empty() || text.size() > 6 || text.front() == '0') return {};
  std::int64_t value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc{} || end != text.data() + text.size() || !is_digit(text.front())) {
    return {};
  }
  return value;
}

void replace_all(std::string& text, std::string_view from, std::string_view to) {
  for (std::size_t at = text.find(from); at != std::string::npos; at = text.find(from, at)) {
    text.replace(at, from.size(), to);
    at += to.size();
  }
}

}  // namespace

std::optional<LetterNumber> LetterNumber::parse(std::string_view text) {
  const std::size_t bracket = text.find(open);
  if (bracket == 0 || bracket == std::string_view::npos || !text.ends_with(last)) return {};
  const std::string_view code = text.substr(0, bracket);
  if (code.find_first_of("0123456789 \t()[]") != std::string_view::npos) return {};
  std::string_view rest = text.substr(bracket + open.size());
  rest.remove_suffix(last.size());
  const std::size_t end = rest.find(close);
  if (end != 4) return {};
  const auto year = whole(rest.substr(0, end));
  const auto serial = whole(rest.substr(end + close.size()));
  if (!year || !serial) return {};
  return LetterNumber{code, static_cast<int>(*year), *serial};
}

std::string LetterNumber::text() const {
  return fmt::format("{}{}{}{}{}{}", code, open, year, close, serial, last);
}

std::optional<std::string> letter_number_meant(std::string_view text) {
  std::string meant(text);
  constexpr auto spellings = std::to_array<std::pair<std::string_view, std::string_view>>({
      {"（", open}, {"(", open},   {"[", open},  {"［", open}, {"【", open},  {"{", open},
      {"〈", open}, {"）", close}, {")", close}, {"]", close}, {"］", close}, {"】", close},
      {"}", close}, {"〉", close}, {"０", "0"},  {"１", "1"},  {"２", "2"},   {"３", "3"},
      {"４", "4"},  {"５", "5"},   {"６", "6"},  {"７", "7"},  {"８", "8"},   {"９", "9"},
      {" ", ""},    {"　", ""},    {"第", ""},
  });
  for (const auto& [from, to] : spellings) replace_all(meant, from, to);
  std::size_t serial = meant.find(close);
  if (serial == std::string::npos) return {};
  serial += close.size();
  std::size_t zeros = serial;
  while (zeros < meant.size() && meant[zeros] == '0') ++zeros;
  meant.erase(serial, zeros - serial);
  if (!meant.ends_with(last)) meant += last;
  if (meant == text || !LetterNumber::parse(meant)) return {};
  return meant;
}

}  // namespace zsup::record
