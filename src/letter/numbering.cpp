#include "letter/numbering.h"

#include "record/id.h"
#include "record/letter_number.h"
#include "text/utf8.h"

namespace zsup::letter {

using record::LetterNumber;

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
