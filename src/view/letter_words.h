// The Chinese of letters: dates, numbers and phrases as an office writes them. Letters are official
// papers and stand in Chinese whatever the language of messages is.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "letter/letter.h"
#include "record/kinds/duty.h"

namespace zsup::view {

// What a template prints of an item; of what the item does not have, nothing.
struct Printed {
  bool item = false;  // anything of it
  bool suggestion = false;
  bool reason = false;
  bool result = false;  // what came of a case
  bool period = false;
};

std::string chinese_date(value::Date date);                     // 2018年7月15日
std::string chinese_dates(std::span<const value::Date> dates);  // years are not repeated
std::string chinese_number(int number);  // 一, 十一, 一百零五; digits from 1000 on

// Without the full stop or semicolon that a record's text may end with, since the sentence goes on.
std::string_view bare(std::string_view text);

std::string title_of(const letter::Letter& letter);
std::string_view subject_of(const letter::Letter& letter);  // 巡察整改情况, of a bulletin
std::string number_of(const letter::Letter& letter);        // with a blank when it is not issued
std::string basis_of(const letter::Letter& letter);         // 《…》第六条和《…》
std::string summary_of(const letter::Letter& letter);  // the figures in one sentence, no full stop
std::string_view own_name_of(const letter::Letter& letter);  // 我委

// The lines of signature and date, set as on paper: the date four characters from the right of 28,
// the name centred above it.
std::string signature_of(const letter::Letter& letter);
std::string date_line_of(const letter::Letter& letter);

// 报送期限：2018年7月6日; of a duty due more than once, all of them.
std::string due_of(const letter::Item& item);
// 填报具体内容、附材料不少于1份
std::string requirements_of(const record::Duty& duty);
// The heading of a group of items.
std::string group_title(const letter::Item& item);
// An item in one sentence, for JSON.
std::string statement_of(const letter::Item& item);
// An item as its letter prints it, for the record of an issued letter.
std::string printed_statement_of(const letter::Item& item, record::LetterType type,
                                 const Printed& printed);

}  // namespace zsup::view
