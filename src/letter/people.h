// The persons whom a letter names. Every name that is composed into a letter comes from here, as a
// copy of its own, so that masking has one place to change it.
#pragma once

#include <optional>
#include <string>

#include "record/kinds/case.h"
#include "record/kinds/leader.h"
#include "value/date.h"

namespace zsup::letter {

// Someone whom a case names, and what became of it. What the records do not say is empty.
struct Person {
  std::string name;
  std::string org;  // where the person works
  std::optional<record::Responsibility> responsibility;
  std::optional<record::Measure> measure;
  std::optional<value::Date> date;  // of the measure
  const record::Leader* leader = nullptr;
};

// The name, or the id where an error of the register left no name.
std::string name_of(const record::Leader& leader);
Person person_of(const record::CasePerson& person);

}  // namespace zsup::letter
