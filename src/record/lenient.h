// What was probably meant by a date, period or number that is not written as it must be. Only ever
// offered as a suggestion; nothing is read this way.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "diag/say.h"
#include "value/date.h"

namespace zsup::record {

// Without regard to letter case, full-width forms, hyphens, underscores and spaces.
bool same_word(std::string_view a, std::string_view b);

// Digits and separators as in a date, such as 2018-02-30 or 2018/6/1.
bool looks_like_date(std::string_view text);

// 2018/6/1, 2018.6.1, 2018年6月1日, 20180601, full-width forms → 2018-06-01.
std::optional<std::string> date_meant(std::string_view text);

// What is wrong with a text that is no date: not one at all, a year that is not read, or a day that
// does not exist. `subject` is what should be one, in both languages.
diag::Text date_flaw(diag::Words subject, std::string_view text);
// 2018Q2, 2018年第二季度, 2018-6, 2018上半年 → 2018-q2, 2018-06, 2018-h1. One without a year, such
// as 二季度, 上半年, 6月 or Q2, is of the year that is given, and means nothing without it.
std::optional<std::string> period_meant(std::string_view text,
                                        std::optional<int> year = std::nullopt);

// What stands in a command is read as a correction would read it: where records would be put right
// for certain, nobody is asked to type it again.
std::optional<value::Date> read_date(std::string_view text);
std::optional<value::Period> read_period(std::string_view text,
                                         std::optional<int> year = std::nullopt);
// 10d, +10天, 5个工作日 → +10d, +5wd.
std::optional<std::string> due_meant(std::string_view text);
// １２, 010, 1_000, 1,000, +5, 3次 → 12, 10, 1000, 1000, 5, 3; within the bounds only.
std::optional<std::string> count_meant(std::string_view text, std::int64_t least,
                                       std::int64_t most);
// The same, and .5 → 0.5.
std::optional<std::string> decimal_meant(std::string_view text, std::int64_t least,
                                         std::int64_t most);
// ￥18000, 18000 RMB, １．８万元 → 18000, 18000, 1.8万元.
std::optional<std::string> money_meant(std::string_view text);
// yes, on, True, 1, 对 → true.
std::optional<std::string> boolean_meant(std::string_view text);

}  // namespace zsup::record
