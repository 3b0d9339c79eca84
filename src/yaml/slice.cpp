#include "yaml/slice.h"

#if defined(__SSE2__)
#include <emmintrin.h>

#include <bit>
#endif

namespace zsup::yaml {

namespace {

// Every line that we look for begins with a doubled byte above the space: `--`, `..`, `<<`, `==`,
// `>>`,
// `||`. Such lines are rare, so the search for them is all that costs time. Returns the position of
// that byte, or the size of the text.
std::size_t next_doubled_line(std::string_view bytes, std::size_t from) {
  std::size_t i = from;
#if defined(__SSE2__)
  const auto* data = reinterpret_cast<const unsigned char*>(bytes.data());
  const __m128i newline = _mm_set1_epi8('\n');
  const __m128i space = _mm_set1_epi8(' ');
  for (; i + 18 <= bytes.size(); i += 16) {
    const auto load = [&](std::size_t at) {
      return _mm_loadu_si128(reinterpret_cast<const __m128i*>(data + at));
    };
    const __m128i first = load(i + 1);
    // The signed comparison also leaves out all bytes of multi-byte characters.
    const __m128i hit = _mm_and_si128(
        _mm_cmpeq_epi8(load(i), newline),
        _mm_and_si128(_mm_cmpeq_epi8(first, load(i + 2)), _mm_cmpgt_epi8(first, space)));
    const int mask = _mm_movemask_epi8(hit);
    if (mask != 0) {
      return i + 1 + static_cast<std::size_t>(std::countr_zero(static_cast<unsigned>(mask)));
    }
  }
#endif
  for (; i + 2 < bytes.size(); ++i) {
    if (bytes[i] == '\n' && bytes[i + 1] == bytes[i + 2] && bytes[i + 1] > ' ') return i + 1;
  }
  return bytes.size();
}

// Whether `width` times `mark` stands at `at`, followed by blank space or the end.
bool marker(std::string_view bytes, std::size_t at, char mark, std::size_t width) {
  if (bytes.size() - at < width) return false;
  for (std::size_t i = 0; i < width; ++i) {
    if (bytes[at + i] != mark) return false;
  }
  if (at + width == bytes.size()) return true;
  const char after = bytes[at + width];
  return after == ' ' || after == '\t' || after == '\n' || after == '\r';
}

text::Span line_at(std::string_view bytes, std::size_t at) {
  std::size_t end = bytes.find('\n', at);
  if (end == std::string_view::npos) end = bytes.size();
  while (end > at && (bytes[end - 1] == '\r' || bytes[end - 1] == ' ')) --end;
  return {static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(end)};
}

void note_conflict(std::string_view bytes, std::size_t at, std::vector<Conflict>& conflicts) {
  constexpr std::size_t width = 7;
  const bool open = !conflicts.empty() && !conflicts.back().theirs.given();
  if (marker(bytes, at, '<', width)) {
    conflicts.push_back({line_at(bytes, at), {}, {}});
  } else if (marker(bytes, at, '=', width)) {
    // A row of equals signs alone is no conflict.
    if (open && !conflicts.back().middle.given()) conflicts.back().middle = line_at(bytes, at);
  } else if (marker(bytes, at, '>', width)) {
    if (!open) conflicts.emplace_back();
    conflicts.back().theirs = line_at(bytes, at);
  }
}

}  // namespace

Division divide(std::string_view bytes, std::uint32_t begin) {
  Division division;
  division.slices.push_back({begin, 0, Slice::Opening::file});
  const auto look = [&](std::size_t at) {
    using Opening = Slice::Opening;
    const bool dashes = marker(bytes, at, '-', 3);
    if (!dashes && !marker(bytes, at, '.', 3)) {
      note_conflict(bytes, at, division.conflicts);
      return;
    }
    // A slice that begins with the file's first byte replaces the one that was opened for the file.
    const auto here = static_cast<std::uint32_t>(at);
    if (here == begin) {
      division.slices.clear();
    } else {
      division.slices.back().end = here;
    }
    division.slices.push_back(
        {dashes ? here : here + 3, 0, dashes ? Opening::dashes : Opening::dots});
  };
  if (begin < bytes.size()) look(begin);
  std::size_t at = begin;
  while ((at = next_doubled_line(bytes, at)) < bytes.size()) look(at);
  division.slices.back().end = static_cast<std::uint32_t>(bytes.size());
  return division;
}

}  // namespace zsup::yaml
