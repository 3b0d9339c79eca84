// What people call the words of a vocabulary: 副科级 is 乡科级副职, 区直单位 are 部门. Nothing is
// read by these names; they are suggestions where a word is wanted.
#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "record/vocabulary.h"

namespace zsup::record {

struct CommonName {
  std::string_view vocabulary;  // its name
  std::string_view said;        // in either language, without regard to letter case and blanks
  std::string_view meant;       // the word's id
  std::string_view or_else;     // that of another that may be meant as well; empty if none
};

// All, those of a vocabulary together.
std::span<const CommonName> common_names();

// The words of the vocabulary that people call so: none, the one, or those among which only who
// wrote it can choose.
std::vector<const EnumRow*> commonly_called(std::string_view said, const Vocabulary& words);

}  // namespace zsup::record
