#include "record/id.h"

#include "text/utf8.h"

namespace zsup::record {

namespace {

// Ideographs in composed form: those between 0x2F800 and 0x2FA1F, like those at 0xF900, are
// compatibility forms that look like another ideograph and are one in composed form.
bool is_han(char32_t c) {
  return (c >= 0x3400 && c <= 0x4DBF) || (c >= 0x4E00 && c <= 0x9FFF) || c == 0x3007 ||
         (c >= 0x20000 && c <= 0x2F7FF) || (c >= 0x30000 && c <= 0x3FFFD);
}

bool is_slug(char32_t c) {
  return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
}

// The nearest text that would do: lower case, half width, hyphens for spaces and underscores.
std::string mended(std::string_view text) {
  std::string better;
  for (std::size_t at = 0; at < text.size();) {
    const text::Decoded decoded = text::decode(text, at);
    char32_t c = decoded.code_point;
    at += decoded.length;
    // Which ideograph such a one stands for is for people to say; without it the id is another.
    if ((c >= 0xF900 && c <= 0xFAFF) || (c >= 0x2F800 && c <= 0x2FA1F)) return {};
    if (c >= 0xFF01 && c <= 0xFF5E) c -= 0xFEE0;
    if (c >= 'A' && c <= 'Z') c += 'a' - 'A';
    // Letters of other scripts, which may look like one of these: nobody knows what was meant.
    const bool sign = c <= 0x7F || (c >= 0x2000 && c <= 0x303F) || c >= 0xFE00;
    if (!sign && !is_han(c)) return {};
    if (c == ' ' || c == '_' || c == '/' || c == '.' || c == 0x3000) c = '-';
    if (is_slug(c) || is_han(c)) {
      text::append_utf8(better, c);
    } else if (c == '-' && !better.empty() && better.back() != '-') {
      better += '-';
    }
  }
  while (better.ends_with('-')) better.pop_back();
  return better;
}

}  // namespace

std::optional<IdFlaw> id_flaw(std::string_view text) {
  std::size_t count = 0;
  char32_t before = '-';
  diag::Words what;
  for (std::size_t at = 0; at < text.size() && what.zh.empty(); ++count) {
    const text::Decoded decoded = text::decode(text, at);
    const char32_t c = decoded.code_point;
    at += decoded.length;
    if (c == '-') {
      if (before == '-')
        what = {"的连字符不能在开头，也不能连写", "has a hyphen at its start, or two in a row"};
    } else if (c >= 'A' && c <= 'Z') {
      what = {"含有大写字母", "has capital letters"};
    } else if (c == ' ' || c == 0x3000 || c == '\n' || c == '\t') {
      what = {"含有空格", "has spaces in it"};
    } else if (!is_slug(c) && !is_han(c)) {
      what = {"含有不能用于编号的字符", "has characters that an id may not have"};
    }
    before = c;
  }
  if (text.empty()) what = {"是空的", "is empty"};
  if (what.zh.empty() && before == '-') what = {"不能以连字符结尾", "ends with a hyphen"};
  if (what.zh.empty() && count > 64) what = {"超过64个字", "is longer than 64 characters"};
  if (what.zh.empty()) return std::nullopt;
  std::string better = mended(text);
  if (better == text || text::count_code_points(better) > 64) better.clear();
  return IdFlaw{what, std::move(better)};
}

}  // namespace zsup::record
