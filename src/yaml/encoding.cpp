#include "yaml/encoding.h"

#include <algorithm>
#include <array>

#include "yaml/scan.h"

namespace zsup::yaml {

namespace {

// Enough to be sure, and little enough to cost nothing.
constexpr std::size_t sample = 4096;

}  // namespace

Encoding wide_encoding(std::string_view bytes) {
  using namespace std::string_view_literals;
  if (bytes.starts_with("\xFF\xFE\0\0"sv)) return Encoding::utf32_le;
  if (bytes.starts_with("\0\0\xFE\xFF"sv)) return Encoding::utf32_be;
  if (bytes.starts_with("\xFF\xFE"sv)) return Encoding::utf16_le;
  if (bytes.starts_with("\xFE\xFF"sv)) return Encoding::utf16_be;

  const std::string_view head = bytes.substr(0, sample);
  if (head.find('\0') == std::string_view::npos) return Encoding::utf8;
  // Spaces, colons and line ends are wide characters with zero bytes in one place only.
  std::array<std::size_t, 4> zeros{};
  for (std::size_t i = 0; i < head.size(); ++i) {
    if (head[i] == '\0') ++zeros[i % 4];
  }
  const std::size_t even = zeros[0] + zeros[2];
  const std::size_t odd = zeros[1] + zeros[3];
  const std::size_t quarter = head.size() / 4;
  if (quarter > 0 && zeros[3] >= quarter && zeros[2] >= quarter) return Encoding::utf32_le;
  if (quarter > 0 && zeros[0] >= quarter && zeros[1] >= quarter) return Encoding::utf32_be;
  // A few Chinese characters have their zero byte in the other place: 一 is U+4E00.
  if (odd >= 2 && odd > 4 * even) return Encoding::utf16_le;
  if (even >= 2 && even > 4 * odd) return Encoding::utf16_be;
  return Encoding::utf8;
}

bool looks_like_gb18030(std::string_view bytes) {
  const auto in = [](char c, unsigned low, unsigned high) {
    const auto byte = static_cast<unsigned char>(c);
    return byte >= low && byte <= high;
  };
  // Structure first: pairs, and quadruples with digits.
  std::size_t i = 0;
  while (i < bytes.size()) {
    if (in(bytes[i], 0, 0x7F)) {
      ++i;
    } else if (!in(bytes[i], 0x81, 0xFE) || i + 1 >= bytes.size()) {
      return false;
    } else if (in(bytes[i + 1], 0x40, 0x7E) || in(bytes[i + 1], 0x80, 0xFE)) {
      i += 2;
    } else if (i + 3 < bytes.size() && in(bytes[i + 1], '0', '9') && in(bytes[i + 2], 0x81, 0xFE) &&
               in(bytes[i + 3], '0', '9')) {
      i += 4;
    } else {
      return false;
    }
  }
  // UTF-8 Chinese mostly has that structure as well. But GB18030 text is full of bytes that are no
  // UTF-8, while damaged UTF-8 is mostly whole characters of three bytes.
  std::size_t wrong = 0;
  std::size_t whole = 0;
  for (i = 0; i < bytes.size();) {
    // An encoded surrogate and the like are wrong, but nobody wrote them in GB18030.
    if (in(bytes[i], 0xE0, 0xEF) && i + 2 < bytes.size() && in(bytes[i + 1], 0x80, 0xBF) &&
        in(bytes[i + 2], 0x80, 0xBF)) {
      ++whole;
      i += 3;
      continue;
    }
    const Look look = look_at(bytes, i);
    if (look.oddity == Oddity::not_utf8) ++wrong;
    if (look.length >= 3) ++whole;
    i += look.length;
  }
  // A single odd character is not enough to tell.
  return wrong >= 3 && wrong > whole;
}

}  // namespace zsup::yaml
