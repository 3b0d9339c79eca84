// What a field takes, in words: for the record reference, for what editors show, and for scaffolds.
#pragma once

#include <functional>
#include <string>

#include "record/field.h"

namespace zsup::record {

// A link to what a word stands for; where none is wanted, the words alone.
struct Links {
  std::function<std::string(std::string_view words, const ObjectSpec& object)> object;
  std::function<std::string(std::string_view words, const Vocabulary& vocabulary)> vocabulary;
};

// "日期", "one of: principal, member, other", "a list of: the id of a leader or an org".
std::string type_in_words(const TypeSpec& type, diag::Lang lang, const Links& links = {});

// How a value of that shape is written; empty where there is nothing to say.
diag::Words how_to_write(Shape shape);

}  // namespace zsup::record
