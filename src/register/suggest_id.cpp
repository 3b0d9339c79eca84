#include "register/suggest_id.h"

#include "register/register.h"

namespace zsup::reg {

std::optional<std::string_view> IdSuggester::nearest(std::string_view id, record::KindSet kinds) {
  // A register with thousands of references that lead nowhere has one cause, not thousands of
  // slips.
  constexpr std::size_t many_ids = 20'000;
  const std::scoped_lock lock(mutex_);
  auto at = by_kinds_.find(kinds);
  if (at == by_kinds_.end()) {
    std::vector<std::string_view> ids;
    for (std::size_t i = 0; i < record::kind_count; ++i) {
      if (!record::holds(kinds, static_cast<record::Kind>(i))) continue;
      for (const record::Record* record : reg_.of_kind(static_cast<record::Kind>(i))) {
        if (record->id && ids.size() < many_ids) ids.push_back(record->name());
      }
    }
    at = by_kinds_.emplace(kinds, text::Suggester(ids)).first;
  }
  return at->second.nearest(id);
}

}  // namespace zsup::reg
