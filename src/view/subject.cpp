#include "view/subject.h"

#include "record/kinds/leader.h"
#include "record/kinds/org.h"

namespace zsup::view {

std::string_view subject_name(const record::Record& subject) {
  if (const auto* leader = record::as<record::Leader>(&subject)) {
    if (leader->name) return *leader->name;
  }
  if (const auto* org = record::as<record::Org>(&subject)) {
    if (org->name) return *org->name;
  }
  return subject.name();
}

}  // namespace zsup::view
