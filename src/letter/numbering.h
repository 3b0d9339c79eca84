// How letters are numbered: one sequence for each issuer's code and year, whatever the type.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "diag/refused.h"
#include "letter/letter.h"
#include "record/kinds/letter.h"
#include "register/register.h"

namespace zsup::letter {

struct Numbering {
  std::int64_t next = 1;                 // after the highest that a letter of the register bears
  const record::Letter* last = nullptr;  // the letter that bears it
};

// Numbers that are not written as they should be count as what they mean, so that none is taken
// twice.
Numbering numbering(const reg::Register& reg, std::string_view code, int year);

// Gives each letter the next number of its sequence, or says why one of them can have none: before
// its day or that of the last number, or without a code that makes one.
std::optional<diag::Refused> number(const reg::Register& reg, std::span<Letter> letters);

// The id of the record of an issued letter: 东纪函-2018-5. It is made from the number alone, so
// that two who issue the same number write the same file, and only one of them can.
std::string issued_id(std::string_view code, int year, std::int64_t serial);

}  // namespace zsup::letter
