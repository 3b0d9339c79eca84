#include "letter/people.h"

#include "record/kinds/org.h"

namespace zsup::letter {

std::string name_of(const record::Leader& leader) {
  return std::string(leader.name.or_empty().empty() ? leader.record::Record::name()
                                                    : leader.name.or_empty());
}

Person person_of(const record::CasePerson& person) {
  Person result;
  result.leader = record::as<record::Leader>(person.leader.target());
  const record::Record* org = person.org.target();
  if (result.leader != nullptr) {
    result.name = name_of(*result.leader);
    if (org == nullptr) org = result.leader->org.target();
  } else {
    result.name = person.name.or_empty();
  }
  if (const auto* unit = record::as<record::Org>(org)) result.org = unit->name.or_empty();
  if (person.responsibility) result.responsibility = *person.responsibility;
  if (person.measure) result.measure = *person.measure;
  if (person.date) result.date = *person.date;
  return result;
}

}  // namespace zsup::letter
