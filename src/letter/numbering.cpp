#include "letter/numbering.h"

#include <map>
#include <utility>

#include "diag/brief.h"
#include "record/id.h"
#include "record/letter_number.h"
#include "text/utf8.h"

namespace zsup::letter {

using diag::Refused;
using diag::say;
using record::LetterNumber;

namespace {

std::optional<Refused> without_number(const reg::Register& reg, const Letter& letter) {
  if (reg.now < letter.date) {
    return Refused{say("成文日期 {} 还没有到，不能印发",
                       "a letter cannot be issued on {}, which is yet to come", letter.date.iso()),
                   {}};
  }
  if (!letter.code.empty()) return std::nullopt;
  const diag::Words type = record::row_of(letter.type).label;
  return Refused{
      say("考核办法没有规定{}的机关代字，无法编号", "the policy gives no code to number a {} with",
          type),
      say("在考核办法的 函件 {} 下写上 机关代字", "add 'code' to letters.{1} of the policy",
          type.zh, record::row_of(letter.type).id)};
}

}  // namespace

Numbering numbering(const reg::Register& reg, std::string_view code, int year) {
  Numbering result;
  // Whatever their day: a number once given stays given.
  for (const record::Letter* one : reg.ever<record::Letter>()) {
    const record::Letter& letter = *one;
    const std::string meant = record::letter_number_meant(letter.number.or_empty()).value_or("");
    const auto number = LetterNumber::parse(meant.empty() ? letter.number.or_empty() : meant);
    if (!number || number->code != code || number->year != year) continue;
    if (number->serial < result.next) continue;
    result.next = number->serial + 1;
    result.last = &letter;
  }
  return result;
}

std::optional<Refused> number(const reg::Register& reg, std::span<Letter> letters) {
  std::map<std::pair<std::string, int>, std::int64_t> next;
  for (Letter& letter : letters) {
    if (auto refused = without_number(reg, letter)) return refused;
    const int year = letter.date.year();
    const auto [at, first] = next.try_emplace({letter.code, year}, 0);
    if (first) {
      const Numbering known = numbering(reg, letter.code, year);
      if (known.last != nullptr && known.last->date && letter.date < *known.last->date) {
        return Refused{
            say("{0} 成文于 {1}，其后的文号不能编给 {2} 的函件",
                "{0} is dated {1}: the next number cannot go to a letter of {2}",
                known.last->number.or_empty(), known.last->date->iso(), letter.date.iso()),
            {}};
      }
      at->second = known.next;
    }
    letter.number = LetterNumber{letter.code, year, at->second++}.text();
    if (!LetterNumber::parse(*letter.number)) {
      return Refused{say("机关代字“{}”不能用来编号", "the code '{}' makes no number of a letter",
                         diag::brief(letter.code)),
                     say("写成 青纪函 这样的文字", "write a short word in Chinese characters")};
    }
  }
  return std::nullopt;
}

std::string issued_id(std::string_view code, int year, std::int64_t serial) {
  std::string id;
  for (std::size_t at = 0; at < code.size();) {
    const std::size_t length = text::decode(code, at).length;
    std::string character(code.substr(at, length));
    if (character[0] >= 'A' && character[0] <= 'Z') character[0] += 'a' - 'A';
    const bool parts = character == "-" && !id.empty() && !id.ends_with('-');
    if (parts || !record::id_flaw(character)) id += character;
    at += length;
  }
  if (id.ends_with('-')) id.pop_back();
  const std::string tail = fmt::format("{}-{}", year, serial);
  const std::string whole = fmt::format("{}-{}", id, tail);
  return record::id_flaw(whole) ? "letter-" + tail : whole;
}

}  // namespace zsup::letter
