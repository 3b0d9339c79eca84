#include "text/name_fold.h"

#include <utf8proc.h>

#include <algorithm>
#include <array>

#include "text/utf8.h"
#include "text/visible.h"

namespace zsup::text {

namespace {

// What the radicals from U+2E80 on stand for, by the property Equivalent_Unified_Ideograph of
// Unicode; the compatibility forms know only the Kangxi radicals. 0: none.
constexpr auto radicals = std::to_array<char32_t>({
    0x0,     0x5382,  0x4E5B,  0x4E5A, 0x4E59, 0x4EBB,  0x5182,  0x20628, 0x5200,  0x5202,  0x535C,
    0x353E,  0x5C0F,  0x5C10,  0x5140, 0x5C23, 0x5C22,  0x21BC2, 0x5DF3,  0x5E7A,  0x5F51,  0x5F50,
    0x5FC4,  0x5FC3,  0x624C,  0x6535, 0x0,    0x65E1,  0x65E5,  0x6708,  0x6B7A,  0x6BCD,  0x6C11,
    0x6C35,  0x6C3A,  0x706C,  0x722B, 0x722C, 0x4E2C,  0x725B,  0x72AD,  0x738B,  0x24D14, 0x76EE,
    0x793A,  0x793B,  0x25AD7, 0x7CF9, 0x7E9F, 0x7F53,  0x7F52,  0x34C1,  0x5197,  0x2626B, 0x7F8A,
    0x2634C, 0x2634B, 0x8002,  0x8080, 0x807F, 0x8089,  0x26951, 0x8279,  0x827A,  0x827B,  0x864E,
    0x8864,  0x8980,  0x897F,  0x89C1, 0x89D2, 0x278B2, 0x8BA0,  0x8D1D,  0x27FB7, 0x8F66,  0x8FB6,
    0x8FB7,  0x8FB8,  0x9091,  0x9485, 0x9577, 0x9578,  0x957F,  0x95E8,  0x28E0F, 0x961D,  0x96E8,
    0x9752,  0x97E6,  0x9875,  0x98CE, 0x98DE, 0x98DF,  0x2967F, 0x98E0,  0x9963,  0x29810, 0x9A6C,
    0x9AA8,  0x9B3C,  0x9C7C,  0x9E1F, 0x5364, 0x9EA6,  0x9EC4,  0x9EFE,  0x6589,  0x9F50,  0x6B6F,
    0x9F7F,  0x7ADC,  0x9F99,  0x9F9C, 0x4E80, 0x9F9F,
});
constexpr char32_t first_radical = 0x2E80;

// The same of the strokes that are characters by themselves.
constexpr std::array<std::array<char32_t, 2>, 9> strokes{{{0x31CF, 0x4E40},
                                                          {0x31D0, 0x4E00},
                                                          {0x31D1, 0x4E28},
                                                          {0x31D2, 0x4E3F},
                                                          {0x31D3, 0x4E40},
                                                          {0x31D4, 0x4E36},
                                                          {0x31DA, 0x4E85},
                                                          {0x31DF, 0x4E5A},
                                                          {0x31E0, 0x4E59}}};

constexpr std::size_t most_parts = 32;

// The compatibility decomposition of one character, each part lower case if wanted.
std::size_t parts_of(char32_t c, bool lower, std::array<utf8proc_int32_t, most_parts>& parts) {
  int boundary = UTF8PROC_BOUNDCLASS_START;
  const auto count = utf8proc_decompose_char(
      static_cast<utf8proc_int32_t>(unified_ideograph(c)), parts.data(),
      static_cast<utf8proc_ssize_t>(parts.size()),
      static_cast<utf8proc_option_t>(UTF8PROC_STABLE | UTF8PROC_COMPAT | UTF8PROC_DECOMPOSE),
      &boundary);
  if (count < 0) {
    parts[0] = static_cast<utf8proc_int32_t>(c);
    return 1;
  }
  const auto length = std::min(static_cast<std::size_t>(count), parts.size());
  for (std::size_t i = 0; i < length; ++i) {
    parts[i] = static_cast<utf8proc_int32_t>(unified_ideograph(static_cast<char32_t>(parts[i])));
    if (lower) parts[i] = utf8proc_tolower(parts[i]);
  }
  return length;
}

bool is_mark(char32_t c) {
  if (c < 0x300) return false;
  const utf8proc_category_t category = utf8proc_category(static_cast<utf8proc_int32_t>(c));
  return category == UTF8PROC_CATEGORY_MN || category == UTF8PROC_CATEGORY_ME;
}

bool is_usual_ideograph(char32_t c) {
  return c >= 0x4E00 && c <= 0x9FFF;
}

void fold(std::string_view text, bool lower, std::vector<FoldedCharacter>& out) {
  bool apart = true;
  const auto put = [&](char32_t c, std::size_t from, std::size_t to) {
    if (stands_between(c) || is_unseen(c)) {
      apart = true;
      return;
    }
    const bool mark = is_mark(c);
    out.push_back({c, from, to, mark, apart});
    if (!mark) apart = false;
  };
  std::array<utf8proc_int32_t, most_parts> parts{};
  for (std::size_t at = 0; at < text.size();) {
    const Decoded decoded = decode(text, at);
    const std::size_t past = at + decoded.length;
    const char32_t c = decoded.code_point;
    if (is_usual_ideograph(c) || c < 0x80) {
      put(lower && c >= 'A' && c <= 'Z' ? c + ('a' - 'A') : c, at, past);
    } else if (is_unseen(c)) {
      apart = true;
    } else {
      const std::size_t count = parts_of(c, lower, parts);
      for (std::size_t i = 0; i < count; ++i) put(static_cast<char32_t>(parts[i]), at, past);
    }
    at = past;
  }
}

}  // namespace

char32_t unified_ideograph(char32_t c) {
  if (c < first_radical || is_usual_ideograph(c)) return c;
  if (c < first_radical + radicals.size()) {
    const char32_t meant = radicals[c - first_radical];
    return meant == 0 ? c : meant;
  }
  if (c >= 0x2F00 && c <= 0x2FDF) {
    std::array<utf8proc_int32_t, 4> meant{};
    int boundary = UTF8PROC_BOUNDCLASS_START;
    const auto count = utf8proc_decompose_char(
        static_cast<utf8proc_int32_t>(c), meant.data(), static_cast<utf8proc_ssize_t>(meant.size()),
        static_cast<utf8proc_option_t>(UTF8PROC_COMPAT | UTF8PROC_DECOMPOSE), &boundary);
    return count == 1 ? static_cast<char32_t>(meant[0]) : c;
  }
  for (const auto& [stroke, meant] : strokes) {
    if (c == stroke) return meant;
  }
  return c;
}

bool is_look_alike(char32_t c) {
  if (c < first_radical || is_usual_ideograph(c)) return false;
  const bool radical = c <= 0x2FDF || (c >= 0x31C0 && c <= 0x31E3);
  const bool private_use =
      (c >= 0xE000 && c <= 0xF8FF) || (c >= 0xF0000 && c <= 0xFFFFD) || c >= 0x100000;
  // Twelve of this block are ideographs like others, and of these none other is made.
  const bool compatible = (c >= 0xF900 && c <= 0xFAFF) || (c >= 0x2F800 && c <= 0x2FA1F);
  return radical || private_use || (compatible && meant_by(c));
}

std::optional<char32_t> meant_by(char32_t c) {
  if (const char32_t radical = unified_ideograph(c); radical != c) return radical;
  if (c < 0xF900 || (c > 0xFAFF && (c < 0x2F800 || c > 0x2FA1F))) return std::nullopt;
  std::array<utf8proc_int32_t, 4> parts{};
  int boundary = UTF8PROC_BOUNDCLASS_START;
  const auto count = utf8proc_decompose_char(
      static_cast<utf8proc_int32_t>(c), parts.data(), static_cast<utf8proc_ssize_t>(parts.size()),
      static_cast<utf8proc_option_t>(UTF8PROC_STABLE | UTF8PROC_DECOMPOSE), &boundary);
  if (count != 1 || static_cast<char32_t>(parts[0]) == c) return std::nullopt;
  return static_cast<char32_t>(parts[0]);
}

bool is_unseen(char32_t c) {
  if (c < 0x20 || c == 0x7F) return true;
  if (c < 0x80 || is_usual_ideograph(c)) return false;
  return is_invisible(c) || utf8proc_get_property(static_cast<utf8proc_int32_t>(c))->ignorable != 0;
}

bool stands_between(char32_t c) {
  if (c <= ' ') return true;
  if (is_usual_ideograph(c)) return false;
  switch (c) {
    case '-':
    case '_':
    case '.':
    case '\'':
    case 0x85:
    case 0xB7:  // · and its lookalikes, as in names of minorities and of foreigners
    case 0x387:
    case 0x2BC:  // apostrophes, as in xi'an
    case 0x2018:
    case 0x2019:
    case 0x2022:
    case 0x2024:
    case 0x2027:
    case 0x2212:
    case 0x2219:
    case 0x22C5:
    case 0x2E31:
    case 0x2E33:
    case 0x3002:
    case 0x30FB:
    case 0xFE52:
    case 0xFF0E:
    case 0xFF61:
    case 0xFF65:
      return true;
    default:
      break;
  }
  if (c < 0x80) return false;
  switch (utf8proc_category(static_cast<utf8proc_int32_t>(c))) {
    case UTF8PROC_CATEGORY_ZS:
    case UTF8PROC_CATEGORY_ZL:
    case UTF8PROC_CATEGORY_ZP:
    case UTF8PROC_CATEGORY_PD:
    case UTF8PROC_CATEGORY_PC:
      return true;
    default:
      return false;
  }
}

std::vector<FoldedCharacter> folded(std::string_view text) {
  std::vector<FoldedCharacter> all;
  all.reserve(text.size() / 2 + 4);
  fold(text, true, all);
  return all;
}

std::string name_key(std::string_view name) {
  std::vector<FoldedCharacter> all = folded(name);
  const auto class_of = [](const FoldedCharacter& one) {
    return utf8proc_get_property(static_cast<utf8proc_int32_t>(one.code))->combining_class;
  };
  // Marks on one character in the order that Unicode gives them.
  for (std::size_t at = 0; at < all.size();) {
    if (class_of(all[at]) == 0) {
      ++at;
      continue;
    }
    std::size_t past = at;
    while (past < all.size() && class_of(all[past]) != 0) ++past;
    std::stable_sort(all.begin() + static_cast<std::ptrdiff_t>(at),
                     all.begin() + static_cast<std::ptrdiff_t>(past),
                     [&](const FoldedCharacter& a, const FoldedCharacter& b) {
                       return class_of(a) < class_of(b);
                     });
    at = past;
  }
  std::string key;
  key.reserve(name.size());
  for (const FoldedCharacter& one : all) append_utf8(key, one.code);
  return key;
}

std::string plain_name(std::string_view name) {
  std::vector<FoldedCharacter> all;
  fold(name, false, all);
  std::string plain;
  for (const FoldedCharacter& one : all) append_utf8(plain, one.code);
  return plain;
}

bool is_letter_of_word(char32_t c) {
  if (c < 0x80) return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  if (c >= 0x590) return false;
  switch (utf8proc_category(static_cast<utf8proc_int32_t>(c))) {
    case UTF8PROC_CATEGORY_LU:
    case UTF8PROC_CATEGORY_LL:
    case UTF8PROC_CATEGORY_LT:
    case UTF8PROC_CATEGORY_LO:
      return true;
    default:
      return false;
  }
}

}  // namespace zsup::text
