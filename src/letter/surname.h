// What may be shown of a person's name in a paper that many read.
#pragma once

#include <string>
#include <string_view>

namespace zsup::letter {

// 乐 of 乐平安, 欧阳 of 欧阳修远. Where a compound surname may as well be a single one with the
// first character of a given name (乐正清), only the first character, which shows less. Of other
// names the first character.
std::string_view surname_of(std::string_view name);

// 甲, 乙, …, 癸, 子, …, 亥, then 甲甲, 甲乙, …: what tells those apart who would otherwise look the
// same. From 0. No figures, which could be taken for part of what they follow.
std::string ordinal(std::size_t index);

}  // namespace zsup::letter
