// The number of an issued letter, such as 定纪函〔2018〕5号: the issuer's code, the year, and how
// many letters under that code came before it in the year.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace zsup::record {

struct LetterNumber {
  std::string_view code;    // 定纪函; a view into what was parsed
  int year = 0;             // four digits
  std::int64_t serial = 0;  // from 1 to 999,999

  // Exactly as official documents are numbered: the year in 〔〕 (U+3014 and U+3015), the serial
  // without leading zeros and without 第. Nothing else.
  static std::optional<LetterNumber> parse(std::string_view text);
  std::string text() const;
};

// The number that was meant by one with other brackets, full-width digits, leading zeros, 第 or
// spaces; nothing when that would be a guess.
std::optional<std::string> letter_number_meant(std::string_view text);

}  // namespace zsup::record
