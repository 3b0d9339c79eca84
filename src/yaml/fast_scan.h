// Where the next byte stands that could end a scalar: sixteen bytes at a time, since text is mostly
// long and such bytes are rare. All are ASCII, so a search by bytes never stops inside a character.
#pragma once

#if defined(__SSE2__)
#include <emmintrin.h>

#include <bit>
#endif

namespace zsup::yaml::fast {

inline bool is_space(char c) {
  return c == ' ' || c == '\t';
}
inline bool is_break(char c) {
  return c == '\n' || c == '\r';
}
inline bool is_blank(char c) {
  return is_space(c) || is_break(c);
}

// Each set of stops is told twice: byte by byte, and of sixteen bytes at once.

// In block context: a colon, a hash sign, a line end.
struct PlainStop {
  static bool at(char c) { return c == '\n' || c == ':' || c == '#'; }
#if defined(__SSE2__)
  static __m128i in(__m128i block) {
    const __m128i line_end = _mm_cmpeq_epi8(block, _mm_set1_epi8('\n'));
    const __m128i colon = _mm_cmpeq_epi8(block, _mm_set1_epi8(':'));
    const __m128i hash = _mm_cmpeq_epi8(block, _mm_set1_epi8('#'));
    return _mm_or_si128(_mm_or_si128(line_end, colon), hash);
  }
#endif
};

// Within brackets: commas, brackets and question marks too.
struct FlowStop {
  static bool at(char c) {
    return PlainStop::at(c) || c == ',' || c == '?' || c == '[' || c == ']' || c == '{' || c == '}';
  }
#if defined(__SSE2__)
  static __m128i in(__m128i block) {
    // One bit lies between [ and {, and the same between ] and }.
    const __m128i curly = _mm_or_si128(block, _mm_set1_epi8(0x20));
    const __m128i bracket = _mm_or_si128(_mm_cmpeq_epi8(curly, _mm_set1_epi8('{')),
                                         _mm_cmpeq_epi8(curly, _mm_set1_epi8('}')));
    const __m128i mark = _mm_or_si128(_mm_cmpeq_epi8(block, _mm_set1_epi8(',')),
                                      _mm_cmpeq_epi8(block, _mm_set1_epi8('?')));
    return _mm_or_si128(PlainStop::in(block), _mm_or_si128(bracket, mark));
  }
#endif
};

// In quotes: the closing quote, a line end, and a backslash in double quotes.
template <char quote>
struct QuoteStop {
  static bool at(char c) { return c == quote || c == '\n' || (quote == '"' && c == '\\'); }
#if defined(__SSE2__)
  static __m128i in(__m128i block) {
    const __m128i stop = _mm_or_si128(_mm_cmpeq_epi8(block, _mm_set1_epi8(quote)),
                                      _mm_cmpeq_epi8(block, _mm_set1_epi8('\n')));
    if (quote != '"') return stop;
    return _mm_or_si128(stop, _mm_cmpeq_epi8(block, _mm_set1_epi8('\\')));
  }
#endif
};

// The first stop from `p` on, or `end`. Reads no byte at or behind `readable`, which is not before
// `end`. When they differ there must be a stop before `end`: a document that another one follows
// ends with a line end.
template <class Stop>
inline const char* find(const char* p, const char* end, [[maybe_unused]] const char* readable) {
#if defined(__SSE2__)
  while (readable - p >= 16) {
    const __m128i block = _mm_loadu_si128(reinterpret_cast<const __m128i*>(p));
    const auto mask = static_cast<unsigned>(_mm_movemask_epi8(Stop::in(block)));
    if (mask != 0) return p + std::countr_zero(mask);
    p += 16;
  }
#endif
  while (p < end && !Stop::at(*p)) ++p;
  return p;
}

}  // namespace zsup::yaml::fast
