// ZS8xx: what must not stand in an ordinary repository, wherever in a file it stands.
//
// Passes over the bytes: runs of digits, in either width, are tried as identity and telephone
// numbers, and the character 密 as the end of a secrecy mark. What is worth a try is rare, so they
// run at the speed of a search.
#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>
#include <string>

#include "record/decoder.h"
#include "rule/families.h"
#include "text/blank.h"
#include "text/utf8.h"
#include "value/date.h"

#if defined(__SSE2__)
#include <emmintrin.h>

#include <bit>
#endif

namespace zsup::rule {

using diag::say;
namespace code = diag::code;

namespace {

constexpr std::string_view wide_lead = "\xEF\xBC";  // of full-width digits and capital letters

constexpr bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

// A digit of either width.
struct Digit {
  char value = 0;
  std::size_t length = 0;  // 0: none stands there
};
Digit digit_at(std::string_view bytes, std::size_t at) {
  if (at >= bytes.size()) return {};
  if (is_digit(bytes[at])) return {bytes[at], 1};
  if (bytes[at] != wide_lead[0] || bytes.size() - at < 3 || bytes[at + 1] != wide_lead[1])
    return {};
  const int value = static_cast<unsigned char>(bytes[at + 2]) - 0x90;
  if (value < 0 || value > 9) return {};
  return {static_cast<char>('0' + value), 3};
}
bool digit_before(std::string_view bytes, std::size_t at) {
  return at > 0 && (is_digit(bytes[at - 1]) || (at >= 3 && digit_at(bytes, at - 3).length == 3));
}

// A letter of Latin script, of either width; the others part a number from what they say of it.
bool letter_at(std::string_view bytes, std::size_t at) {
  const text::Decoded decoded = text::decode(bytes, at);
  char32_t c = decoded.code_point;
  if (!decoded.valid) return false;
  if (c >= 0xFF01 && c <= 0xFF5E) c -= 0xFEE0;
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}
bool letter_before(std::string_view bytes, std::size_t at) {
  return at > 0 && (letter_at(bytes, at - 1) ||
                    (at >= 3 && letter_at(bytes, at - 3) && bytes[at - 3] == wide_lead[0]));
}

// What may stand between two groups of one number, once.
struct Separator {
  enum class Sort : std::uint8_t { none, blank, hyphen, dot };
  Sort sort = Sort::none;
  std::size_t length = 0;
};
Separator separator_at(std::string_view bytes, std::size_t at) {
  using Sort = Separator::Sort;
  if (at >= bytes.size()) return {};
  switch (bytes[at]) {
    case ' ':
      return {Sort::blank, 1};
    case '-':
      return {Sort::hyphen, 1};
    case '.':
      return {Sort::dot, 1};
    case '\xC2':
    case '\xE2':
    case '\xE3':
    case '\xEF':
      break;
    default:
      return {};
  }
  if (const std::size_t length = text::wide_blank_at(bytes, at)) return {Sort::blank, length};
  switch (const text::Decoded decoded = text::decode(bytes, at); decoded.code_point) {
    case 0x2010:
    case 0x2011:
    case 0x2012:
    case 0x2013:
    case 0x2014:
    case 0x2212:
    case 0xFF0D:
      return {Sort::hyphen, decoded.length};
    case 0xB7:
    case 0x2022:
    case 0x30FB:
    case 0xFF0E:
      return {Sort::dot, decoded.length};
    default:
      return {};
  }
}

// The length of what closes the brackets around an area code, or 0.
std::size_t bracket_at(std::string_view bytes, std::size_t at) {
  if (at >= bytes.size()) return 0;
  if (bytes[at] == ')') return 1;
  constexpr std::string_view wide = "）";
  return bytes[at] == wide[0] && bytes.substr(at, wide.size()) == wide ? wide.size() : 0;
}

// What of a number has been read: groups of digits with one separator between any two.
struct Number {
  std::string digits;
  std::array<std::size_t, 20> groups{};  // how many digits each has
  std::size_t count = 0;                 // of the groups
  std::size_t end = 0;
  bool mixed = false;  // not all separators are of one sort

  bool has_groups_of(std::size_t least) const {
    return std::all_of(groups.begin(), groups.begin() + count,
                       [&](std::size_t size) { return size >= least; });
  }
};

bool is_date(const std::string& year, const std::string& month, const std::string& day) {
  return value::Date::parse(year + "-" + month + "-" + day).has_value();
}

// 17 digits with a real date of birth, and the check digit of GB 11643.
bool is_identity_number(const std::string& digits, char last) {
  constexpr std::array<int, 17> weights{7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
  int sum = 0;
  for (std::size_t i = 0; i < 17; ++i) sum += (digits[i] - '0') * weights[i];
  return last == "10X98765432"[sum % 11] &&
         is_date(digits.substr(6, 4), digits.substr(10, 2), digits.substr(12, 2));
}

// The 15 digits of before 1999: a province, and a date of birth of the last century.
bool is_old_identity_number(const std::string& digits) {
  constexpr std::string_view provinces =
      "11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 54 61 62 63 64 "
      "65 71 81 82";
  const std::size_t province = provinces.find(digits.substr(0, 2));
  return province != std::string_view::npos && province % 3 == 0 &&
         is_date("19" + digits.substr(6, 2), digits.substr(8, 2), digits.substr(10, 2));
}

// 138 1234 5678 and the like, the country's code before it or not.
bool is_mobile_number(const Number& number) {
  std::string_view digits = number.digits;
  std::size_t first = number.groups[0];
  for (const std::string_view country : {"0086", "86"}) {
    if (digits.size() != 11 + country.size() || !digits.starts_with(country)) continue;
    digits.remove_prefix(country.size());
    first = first > country.size() ? first - country.size() : 3;
    break;
  }
  if (digits.size() != 11 || digits[0] != '1' || digits[1] < '3') return false;
  if (number.count == 1) return true;
  // Counts and years that stand beside each other have the same looks.
  const bool years = first == 4 && digits.starts_with("19");
  const bool country_alone = number.groups[0] < 3 || number.digits.starts_with("0086");
  return !number.mixed && !years && (country_alone || number.has_groups_of(3));
}

// 0123-4567890: an area code, and seven or eight digits behind it.
bool is_landline_number(const Number& number) {
  if (number.count < 2 || number.count > 3 || number.digits[0] != '0') return false;
  const std::size_t area = number.groups[0];
  const std::size_t rest = number.digits.size() - area;
  return (area == 3 || area == 4) && (rest == 7 || rest == 8) && number.digits[1] != '0' &&
         number.has_groups_of(3);
}

void add(Context& context, diag::Code found, text::SourceId source, std::size_t begin,
         std::size_t length, diag::Text message, diag::Text help) {
  context.sink.add(
      found,
      {source, {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(begin + length)}},
      std::move(message), std::move(help));
}

enum class Found : std::uint8_t { nothing, identity, mobile, landline };

// What the groups read so far are. `begin` is where they begin.
Found what_is(std::string_view bytes, std::size_t begin, Number& number) {
  const std::size_t size = number.digits.size();
  if (size == 17 || size == 18) {
    std::size_t end = number.end;
    char last = number.digits.back();
    if (size == 17) {
      last = 0;
      for (const std::string_view x : {"x", "X", "\xEF\xBC\xB8", "\xEF\xBD\x98"}) {
        if (!bytes.substr(end).starts_with(x)) continue;
        last = 'X';
        end += x.size();
        break;
      }
    }
    const bool ends = !letter_at(bytes, end) && digit_at(bytes, end).length == 0;
    if (last != 0 && ends && is_identity_number(number.digits, last)) {
      number.end = end;
      return Found::identity;
    }
  }
  if (letter_at(bytes, number.end)) return Found::nothing;
  if (size == 15 && !letter_before(bytes, begin) && is_old_identity_number(number.digits) &&
      (number.count == 1 ||
       (number.count == 3 && number.groups[0] == 6 && number.groups[1] == 6))) {
    return Found::identity;
  }
  if (is_mobile_number(number)) return Found::mobile;
  return is_landline_number(number) ? Found::landline : Found::nothing;
}

// Texts in which numbers stand by right, as the rows of their fields say; sorted.
class Allowed {
 public:
  Allowed(const reg::Register& reg, text::SourceId source) {
    const record::Visitor visitor{
        .context = this,
        .on_text =
            [](void* self, const record::Given<record::Text>& text,
               const record::FieldSpec& field) {
              auto& allowed = *static_cast<Allowed*>(self);
              if (field.type.document_number) allowed.any_.push_back(text.span);
              if (field.type.office_number) allowed.landline_.push_back(text.span);
            },
    };
    for (record::Record* const one : reg.files[source].records) record::visit(visitor, *one);
    std::sort(any_.begin(), any_.end());
    std::sort(landline_.begin(), landline_.end());
  }

  bool holds(std::size_t at, Found found) const {
    return within(any_, at) || (found == Found::landline && within(landline_, at));
  }

 private:
  static bool within(const std::vector<text::Span>& spans, std::size_t at) {
    const auto behind = std::upper_bound(
        spans.begin(), spans.end(), at,
        [](std::size_t place, const text::Span& span) { return place < span.begin; });
    return behind != spans.begin() && at < (behind - 1)->end;
  }

  std::vector<text::Span> any_;
  std::vector<text::Span> landline_;
};

class Numbers {
 public:
  Numbers(Context& context, text::SourceId source)
      : context_(context), source_(source), bytes_(context.reg.sources[source].bytes) {}

  // Tries the run of digits that begins at `at`, group by group; returns where it ends.
  std::size_t run(std::size_t at) {
    while (true) {
      // Most are days and amounts, which are over before they could be a number.
      if (const std::size_t past = end_of_few(at)) return past;
      std::size_t end = at;
      while (const std::size_t length = digit_at(bytes_, end).length) end += length;
      // Days, months and years: too short for any of them.
      const std::size_t found = end - at < 3 ? 0 : number_at(at);
      if (found != 0) {
        end = found;
        if (digit_at(bytes_, end).length != 0) return end;
      }
      const std::size_t gap = gap_at(end);
      if (gap == 0) return std::max(end, at + 1);
      at = end + gap;
    }
  }

 private:
  static constexpr std::size_t fewest = 10;  // digits of a number

  // Whether a separator, or a digit of full width, may begin with this byte.
  static bool may_go_on(char c) {
    return c == '-' || c == ' ' || c == '.' || c == ')' || c == '\xC2' || c == '\xE2' ||
           c == '\xE3' || c == '\xEF';
  }

  // Where the run that begins at `at` ends, if it has too few digits for a number; else 0.
  std::size_t end_of_few(std::size_t at) const {
    std::size_t digits = 0;
    std::size_t past = at;
    while (true) {
      while (past < bytes_.size() && is_digit(bytes_[past])) {
        ++past;
        ++digits;
      }
      if (digits >= fewest) return 0;
      if (past >= bytes_.size() || !may_go_on(bytes_[past])) return std::max(past, at + 1);
      if (const std::size_t length = digit_at(bytes_, past).length) {
        past += length;
        ++digits;
      } else if (const std::size_t gap = gap_at(past)) {
        past += gap;
      } else {
        return std::max(past, at + 1);
      }
    }
  }

  // The length of what parts two groups of digits, where another one follows; else 0.
  std::size_t gap_at(std::size_t at) const {
    std::size_t length = separator_at(bytes_, at).length;
    if (length == 0) length = bracket_at(bytes_, at);
    return length != 0 && digit_at(bytes_, at + length).length != 0 ? length : 0;
  }

  // The end of the number that begins at `begin`, which has been told; 0 where there is none.
  std::size_t number_at(std::size_t begin) {
    constexpr std::size_t longest = 18;
    Number number;
    Separator::Sort sort = Separator::Sort::none;
    for (std::size_t at = begin;;) {
      std::size_t size = 0;
      for (Digit digit; (digit = digit_at(bytes_, at)).length != 0; at += digit.length, ++size) {
        if (number.digits.size() == longest) return 0;
        number.digits += digit.value;
      }
      number.groups[number.count++] = size;
      number.end = at;
      const Found found =
          number.digits.size() < fewest ? Found::nothing : what_is(bytes_, begin, number);
      if (found != Found::nothing) {
        // A fraction is none.
        if (begin > 0 && bytes_[begin - 1] == '.' && digit_before(bytes_, begin - 1)) return 0;
        tell(found, begin, number.end);
        return number.end;
      }
      // Where an area code stands in brackets, one of them stands in place of a separator.
      Separator next = separator_at(bytes_, at);
      const std::size_t bracket = number.count == 1 ? bracket_at(bytes_, at) : 0;
      if (bracket != 0) next = {Separator::Sort::hyphen, bracket};
      if (next.length == 0 || digit_at(bytes_, at + next.length).length == 0) return 0;
      if (number.count > 1 && next.sort != sort) number.mixed = true;
      sort = next.sort;
      at += next.length;
    }
  }

  void tell(Found found, std::size_t begin, std::size_t end) {
    if (!allowed_) allowed_.emplace(context_.reg, source_);
    if (allowed_->holds(begin, found)) return;
    if (found == Found::identity) {
      add(context_, code::identity_number, source_, begin, end - begin,
          say("疑似居民身份证号码", "this looks like a resident identity number"),
          say("登记册不存放身份证号码；删去它，用姓名和单位区分人员",
              "a register holds no identity numbers; remove it, and tell people apart by name and "
              "organisation"));
      return;
    }
    add(context_, code::phone_number, source_, begin, end - begin,
        say("疑似电话号码", "this looks like a telephone number"),
        found == Found::landline
            ? say("登记册不存放个人联系方式；删去它。单位的办公电话写在该组织的“备注”中",
                  "a register holds no one's telephone number; remove it. An office's own number "
                  "stands in the org's 'note'")
            : say("登记册不存放个人联系方式；删去它",
                  "a register holds no one's telephone number; remove it"));
  }

  Context& context_;
  text::SourceId source_;
  std::string_view bytes_;
  std::optional<Allowed> allowed_;  // asked for when something is found, which is rare
};

// 绝密★, 密级：机密, or a value that is nothing but such a mark; 商业秘密 and 保守秘密 are only
// words.
void mark_at(Context& context, text::SourceId source, std::string_view bytes, std::size_t mi) {
  constexpr std::size_t han = 3;
  if (mi < han) return;
  const std::string_view level = bytes.substr(mi - han, han);
  if (level != "绝" && level != "机" && level != "秘") return;
  const std::size_t begin = mi - han;
  const std::size_t end = mi + han;
  const std::string_view after = bytes.substr(end, 3);
  const bool starred = after == "★" || after == "☆";
  const std::string_view before =
      bytes.substr(begin < 18 ? 0 : begin - 18, begin < 18 ? begin : 18);
  const std::size_t label = before.rfind("密级");
  const bool labelled =
      label != std::string_view::npos && before.substr(label).find('\n') == std::string_view::npos;
  std::string_view lead = bytes.substr(0, begin);
  while (!lead.empty() && (lead.back() == ' ' || lead.back() == '"' || lead.back() == '\'')) {
    lead.remove_suffix(1);
  }
  std::size_t tail = end;
  while (tail < bytes.size() &&
         (bytes[tail] == ' ' || bytes[tail] == '"' || bytes[tail] == '\'' || bytes[tail] == '\r')) {
    ++tail;
  }
  const bool opens = lead.empty() || lead.back() == '\n' || lead.back() == ':' ||
                     lead.back() == '-' || lead.back() == '[' || lead.back() == ',' ||
                     lead.back() == '#';
  const bool closes = tail >= bytes.size() || bytes[tail] == '\n' || bytes[tail] == ',' ||
                      bytes[tail] == '}' || bytes[tail] == ']';
  if (!starred && !labelled && !(opens && closes)) return;
  add(context, code::secrecy_mark, source, begin, end - begin,
      say("国家秘密标志“{}”", "a mark of state secrecy: '{}'", bytes.substr(begin, end - begin)),
      say("涉密内容不得存入普通仓库；按保密规定处理，并清除历史记录",
          "secret matter must not be kept in an ordinary repository; follow the secrecy rules, and "
          "purge the history too"));
}

// Whether no number is cut in two where the digit at `at` is taken for its first.
bool begins_run(std::string_view bytes, std::size_t at) {
  if (at < 2) return true;
  // Nearly always what stands before is of another kind.
  const char before = bytes[at - 1];
  const bool ascii = static_cast<unsigned char>(before) < 0x80;
  if (ascii) {
    const bool separates = before == ' ' || before == '-' || before == '.';
    return !is_digit(before) && !(separates && digit_before(bytes, at - 1));
  }
  if (at >= 3 && bytes[at - 2] != '\xC2' && bytes[at - 3] != '\xE2' && bytes[at - 3] != '\xE3' &&
      bytes[at - 3] != '\xEF') {
    return true;
  }
  if (digit_before(bytes, at)) return false;
  for (const std::size_t length : {std::size_t{1}, std::size_t{2}, std::size_t{3}}) {
    if (at > length && separator_at(bytes, at - length).length == length &&
        digit_before(bytes, at - length)) {
      return false;
    }
  }
  return true;
}

#if defined(__SSE2__)
constexpr std::size_t block = 64;

// From the first digit of a number to three bytes behind its last: eleven digits, or ten and what
// parts them.
constexpr std::size_t shortest = 11 + 3;

// Of the bytes of a block, each that may be the first digit of a number which lies within it.
std::uint64_t beginnings(const char* data) {
  const auto all = [](unsigned byte) { return _mm_set1_epi8(static_cast<char>(byte)); };
  const auto mask = [](__m128i lanes) {
    return static_cast<std::uint64_t>(static_cast<unsigned>(_mm_movemask_epi8(lanes)));
  };
  std::uint64_t digits = 0;
  std::uint64_t leads = 0;
  for (unsigned part = 0; part < block; part += 16) {
    const __m128i v = _mm_loadu_si128(reinterpret_cast<const __m128i*>(data + part));
    const __m128i above = _mm_sub_epi8(v, all('0'));
    digits |= mask(_mm_cmpeq_epi8(_mm_min_epu8(above, all(9)), above)) << part;
    leads |= mask(_mm_cmpeq_epi8(v, all(0xEF))) << part;
  }
  digits |= leads | leads << 1 | leads << 2;
  // What parts two groups has three bytes at the most.
  std::uint64_t row = digits | digits << 1;
  row |= row << 2;
  // So many in a row, doubled three times and once more as far as it goes.
  row &= row >> 1;
  row &= row >> 2;
  row &= row >> 4;
  row &= row >> (shortest - 8);
  return digits & row;
}
#endif

// The first byte from there on that a number may begin with, or the end. Days, months and counts
// are too short, so that there are few.
std::size_t next_beginning(std::string_view bytes, std::size_t at) {
#if defined(__SSE2__)
  for (; at + block <= bytes.size(); at += block - (shortest - 1)) {
    const std::uint64_t found = beginnings(bytes.data() + at);
    if (found != 0) return at + static_cast<std::size_t>(std::countr_zero(found));
  }
#endif
  while (at < bytes.size() && !is_digit(bytes[at]) && bytes[at] != wide_lead[0]) ++at;
  return at;
}

}  // namespace

void check_secrecy(Context& context, text::SourceId source) {
  const std::string_view bytes = context.reg.sources[source].bytes;
  // The last byte of the character is rarer in Chinese text than its first.
  constexpr std::string_view mi = "密";
  for (std::size_t at = bytes.find(mi.back()); at != std::string_view::npos;
       at = bytes.find(mi.back(), at + 1)) {
    if (at + 1 >= mi.size() && bytes.substr(at + 1 - mi.size(), mi.size()) == mi) {
      mark_at(context, source, bytes, at + 1 - mi.size());
    }
  }
  Numbers numbers(context, source);
  bool wide = false;
  for (std::size_t at = next_beginning(bytes, 0); at < bytes.size();) {
    wide = wide || bytes[at] == wide_lead[0];
    const bool begins = is_digit(bytes[at]) && begins_run(bytes, at);
    at = next_beginning(bytes, begins ? numbers.run(at) : at + 1);
  }
  if (!wide) return;
  for (std::size_t at = bytes.find(wide_lead[0]); at != std::string_view::npos;
       at = bytes.find(wide_lead[0], at)) {
    const bool digit = digit_at(bytes, at).length != 0;
    at = digit && begins_run(bytes, at) ? numbers.run(at) : at + 1;
  }
}

}  // namespace zsup::rule
