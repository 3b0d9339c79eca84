#include "yaml/scan.h"

#include <array>

#include "text/utf8.h"
#include "text/visible.h"

#if defined(__SSE2__)
#include <emmintrin.h>
#endif

namespace zsup::yaml {

namespace {

// What a first byte says about its character. `three` are the leads whose every character is fine
// once the two bytes behind it are continuation bytes: nearly all of Chinese.
enum class Lead : std::uint8_t { plain, ret, two, three, look };

constexpr std::array<Lead, 256> leads = [] {
  std::array<Lead, 256> table{};
  for (std::size_t b = 0; b < 256; ++b) {
    table[b] = Lead::look;
    if (b >= 0x20 && b < 0x7F) table[b] = Lead::plain;
    if (b >= 0xC3 && b <= 0xDF && b != 0xD8) table[b] = Lead::two;
    if (b >= 0xE3 && b <= 0xEE && b != 0xED) table[b] = Lead::three;
  }
  table['\t'] = table['\n'] = Lead::plain;
  table['\r'] = Lead::ret;
  return table;
}();

constexpr bool continues(unsigned char byte) {
  return text::is_continuation(static_cast<char>(byte));
}

bool is_invisible(char32_t c) {
  return c == 0xAD || c == 0x61C || c == 0x180E || (c >= 0x200B && c <= 0x200F) ||
         (c >= 0x2028 && c <= 0x202E) || (c >= 0x2060 && c <= 0x206F) || c == 0xFEFF ||
         (c >= 0xE0000 && c <= 0xE007F);
}

// Whether a zero-width joiner holds an emoji together: then it is no more invisible than the emoji.
// What is shown to people follows the same rule.
bool joins_emoji(std::string_view bytes, std::size_t at) {
  constexpr std::string_view joiner = "\u200D";
  std::size_t begin = at;
  while (begin > 0 && at - begin < 4) {
    if (!text::is_continuation(bytes[--begin])) break;
  }
  const std::size_t behind = at + joiner.size();
  const std::size_t end = behind + text::decode(bytes, behind).length;
  const std::string_view around = bytes.substr(begin, end - begin);
  return text::visible(around).find(joiner) != std::string::npos;
}

}  // namespace

Look look_at(std::string_view bytes, std::size_t at) {
  const text::Decoded decoded = text::decode(bytes, at);
  const char32_t c = decoded.code_point;
  const std::uint32_t length = decoded.length;
  if (!decoded.valid) return {Oddity::not_utf8, 1, static_cast<unsigned char>(bytes[at])};
  if (c == '\r') {
    const bool pair = at + 1 < bytes.size() && bytes[at + 1] == '\n';
    return {pair ? Oddity::none : Oddity::lone_return, 1, c};
  }
  if ((c < 0x20 && c != '\n' && c != '\t') || c == 0x7F) return {Oddity::control, 1, c};
  if ((c >= 0x80 && c <= 0x9F) || c == 0xFFFE || c == 0xFFFF) return {Oddity::control, length, c};
  if (!is_invisible(c) || (c == 0x200D && joins_emoji(bytes, at))) return {Oddity::none, length, c};
  return {Oddity::invisible, length, c};
}

std::size_t next_oddity(std::string_view bytes, std::size_t from) {
  const auto* data = reinterpret_cast<const unsigned char*>(bytes.data());
  const std::size_t size = bytes.size();
  std::size_t i = from;
  while (i < size) {
    switch (leads[data[i]]) {
      case Lead::plain:
        ++i;
#if defined(__SSE2__)
        // ASCII comes in runs: indentation, keys, dates, ids.
        while (i + 16 <= size) {
          const __m128i block = _mm_loadu_si128(reinterpret_cast<const __m128i*>(data + i));
          // Signed: bytes of 0x80 and above count as smaller than a space too.
          const __m128i small = _mm_cmplt_epi8(block, _mm_set1_epi8(' '));
          const __m128i fine = _mm_cmpeq_epi8(block, _mm_set1_epi8('\n'));
          const __m128i del = _mm_cmpeq_epi8(block, _mm_set1_epi8(0x7F));
          if (_mm_movemask_epi8(_mm_or_si128(_mm_andnot_si128(fine, small), del)) != 0) break;
          i += 16;
        }
#endif
        while (i < size && leads[data[i]] == Lead::plain) ++i;
        continue;
      case Lead::three:
        while (size - i >= 3 && leads[data[i]] == Lead::three && continues(data[i + 1]) &&
               continues(data[i + 2])) {
          i += 3;
        }
        if (i < size && leads[data[i]] != Lead::three) continue;
        break;
      case Lead::two:
        if (size - i >= 2 && continues(data[i + 1])) {
          i += 2;
          continue;
        }
        break;
      case Lead::ret:
        if (size - i >= 2 && data[i + 1] == '\n') {
          i += 2;
          continue;
        }
        break;
      case Lead::look:
        break;
    }
    if (i >= size) break;
    const Look look = look_at(bytes, i);
    if (look.oddity != Oddity::none) return i;
    i += look.length;
  }
  return size;
}

}  // namespace zsup::yaml
