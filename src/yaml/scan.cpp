#include "yaml/scan.h"

#include <array>

#include "text/name_fold.h"
#include "text/utf8.h"
#include "text/visible.h"

#if defined(__SSE2__)
#include <emmintrin.h>

#include <bit>
#endif

namespace zsup::yaml {

namespace {

// What a first byte says about its character. `three` are the leads whose every character is fine
// once the two bytes behind it are continuation bytes: nearly all of Chinese.
enum class Lead : std::uint8_t { plain, two, three, look };

constexpr std::array<Lead, 256> leads = [] {
  std::array<Lead, 256> table{};
  for (std::size_t b = 0; b < 256; ++b) {
    table[b] = Lead::look;
    if (b >= 0x20 && b < 0x7F) table[b] = Lead::plain;
    if (b >= 0xC3 && b <= 0xDF) table[b] = Lead::two;
    if (b >= 0xE3 && b <= 0xEC) table[b] = Lead::three;
  }
  // Of these there are invisible ones.
  for (const std::size_t b : {0xCDu, 0xD8u, 0xDBu, 0xDCu}) table[b] = Lead::look;
  table['\t'] = table['\n'] = Lead::plain;
  return table;
}();

constexpr bool continues(unsigned char byte) {
  return text::is_continuation(static_cast<char>(byte));
}

#if defined(__SSE2__)
// Chinese with some ASCII, 64 bytes at a time: from `i`, which begins a character, to the beginning
// of the first character that needs a closer look or does not lie within whole blocks. Only three
// bytes from E2 on make a character here; what else there is needs a closer look, and is rare.
std::size_t skip_plain_blocks(const unsigned char* data, std::size_t i, std::size_t size) {
  const auto all = [](unsigned byte) { return _mm_set1_epi8(static_cast<char>(byte)); };
  const auto mask = [](__m128i lanes) {
    return static_cast<std::uint64_t>(static_cast<unsigned>(_mm_movemask_epi8(lanes)));
  };
  while (size - i >= 64) {
    std::uint64_t high = 0;       // no ASCII
    std::uint64_t continued = 0;  // 80 to BF
    std::uint64_t general = 0;    // E2: punctuation, and most of what is invisible
    std::uint64_t forms = 0;      // EF: full-width forms, the byte order mark, look-alikes
    std::uint64_t signs = 0;      // E3: punctuation of Chinese, and a filler of Korean
    std::uint64_t rarer = 0;      // 85, which is in the midst of that filler; 87, of strokes
    std::uint64_t returns = 0;
    __m128i closer = _mm_setzero_si128();
    for (unsigned part = 0; part < 64; part += 16) {
      const __m128i v = _mm_loadu_si128(reinterpret_cast<const __m128i*>(data + i + part));
      const __m128i continues_here = _mm_cmplt_epi8(v, all(0xC0));
      const __m128i return_here = _mm_cmpeq_epi8(v, all('\r'));
      const __m128i fine = _mm_or_si128(
          return_here, _mm_or_si128(_mm_cmpeq_epi8(v, all('\n')), _mm_cmpeq_epi8(v, all('\t'))));
      const __m128i control = _mm_cmpeq_epi8(_mm_min_epu8(v, all(0x1F)), v);
      const __m128i short_lead = _mm_andnot_si128(continues_here, _mm_cmplt_epi8(v, all(0xE2)));
      const __m128i long_lead = _mm_cmpeq_epi8(_mm_max_epu8(v, all(0xF0)), v);
      // Surrogates, and what is for private use.
      const __m128i unwanted =
          _mm_or_si128(_mm_cmpeq_epi8(v, all(0xED)), _mm_cmpeq_epi8(v, all(0xEE)));
      const __m128i others = _mm_or_si128(_mm_cmpeq_epi8(v, all(0x7F)), unwanted);
      closer = _mm_or_si128(
          closer, _mm_or_si128(_mm_andnot_si128(fine, control),
                               _mm_or_si128(_mm_or_si128(short_lead, long_lead), others)));
      high |= mask(v) << part;
      continued |= mask(continues_here) << part;
      general |= mask(_mm_cmpeq_epi8(v, all(0xE2))) << part;
      forms |= mask(_mm_cmpeq_epi8(v, all(0xEF))) << part;
      signs |= mask(_mm_cmpeq_epi8(v, all(0xE3))) << part;
      // 85 and 87 differ in one bit.
      rarer |= mask(_mm_cmpeq_epi8(_mm_or_si128(v, all(0x02)), all(0x87))) << part;
      returns |= mask(return_here) << part;
    }
    const std::uint64_t begun = high & ~continued;
    if (mask(closer) != 0 || (begun << 1 | begun << 2) != continued) return i;
    if ((signs << 1 & rarer) != 0) return i;
    std::size_t step = 64;
    if ((begun >> 62) != 0) step = (begun >> 62 & 1) != 0 ? 62 : 63;
    for (; returns != 0; returns &= returns - 1) {
      const auto at = static_cast<unsigned>(std::countr_zero(returns));
      if (at == 63) {
        step = 63;
      } else if (data[i + at + 1] != '\n') {
        return i;
      }
    }
    // Of these, only those that lie within the block: the others begin the next one.
    for (general &= ~(std::uint64_t{3} << 62); general != 0; general &= general - 1) {
      const unsigned char* c = data + i + std::countr_zero(general);
      if (c[1] == 0x80 && ((c[2] >= 0x8B && c[2] <= 0x8F) || (c[2] >= 0xA8 && c[2] <= 0xAE))) {
        return i;
      }
      if (c[1] == 0x81 && c[2] >= 0xA0) return i;
      if (c[1] == 0xA0 && c[2] == 0x80) return i;
      if (c[1] >= 0xBA) return i;  // radicals
    }
    for (forms &= ~(std::uint64_t{1} << 63); forms != 0; forms &= forms - 1) {
      const unsigned char second = data[i + static_cast<unsigned>(std::countr_zero(forms)) + 1];
      if (second <= 0xAB || second == 0xB7 || second == 0xB8 || second == 0xBB || second >= 0xBE)
        return i;
    }
    i += step;
  }
  return i;
}
#endif

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
  if (c < 0x80 || (c == 0x200D && text::joins_emoji(bytes, at))) return {Oddity::none, length, c};
  if (text::is_invisible(c)) return {Oddity::invisible, length, c};
  return {text::is_look_alike(c) ? Oddity::look_alike : Oddity::none, length, c};
}

std::size_t next_oddity(std::string_view bytes, std::size_t from) {
  const auto* data = reinterpret_cast<const unsigned char*>(bytes.data());
  const std::size_t size = bytes.size();
  std::size_t i = from;
  while (i < size) {
    std::size_t until = size;
#if defined(__SSE2__)
    i = skip_plain_blocks(data, i, size);
    if (size - i > 64) until = i + 64;
#endif
    while (i < until) {
      switch (leads[data[i]]) {
        case Lead::plain:
          ++i;
          continue;
        case Lead::three:
          if (size - i < 3 || !continues(data[i + 1]) || !continues(data[i + 2])) break;
          if (data[i] == 0xE3 && (data[i + 1] == 0x85 || data[i + 1] == 0x87)) break;
          i += 3;
          continue;
        case Lead::two:
          if (size - i < 2 || !continues(data[i + 1])) break;
          i += 2;
          continue;
        case Lead::look:
          break;
      }
      const Look look = look_at(bytes, i);
      if (look.oddity != Oddity::none) return i;
      i += look.length;
    }
  }
  return size;
}

}  // namespace zsup::yaml
