// The Chinese of what became of problems and cases, as letters tell it.
#pragma once

#include <string>

#include "letter/letter.h"

namespace zsup::view {

// 已于2018年5月9日整改销号; how a problem stands, in a phrase.
std::string progress_of(const letter::Item& item);
// 涉及金额1.8万元，已全部追回; empty where the record tells of no sum.
std::string sums_of(const letter::Item& item);
// 经耘伯（苔矶镇梧堰村）负直接责任，2018年3月19日受到党内严重警告处分
std::string person_of(const letter::Person& person);
// All persons of a case and its sums.
std::string result_of(const letter::Item& item);
// The chain of one unit in a sentence, for JSON and for the record of an issued letter.
std::string chain_of(const letter::Item& item);
// 督查次数：6，谈话人次：3; what a report counts.
std::string measures_of(const letter::Item& item);

// The letter's own sums in a sentence without full stop; empty for the types that have none.
std::string totals_of(const letter::Letter& letter);

}  // namespace zsup::view
