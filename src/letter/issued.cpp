#include "letter/issued.h"

#include "register/urging.h"

namespace zsup::letter {

Issued::Issued(const reg::Register& reg, value::Date as_of) : reg_(reg), as_of_(as_of) {
  for (const record::Letter* letter : reg.ever<record::Letter>()) {
    if (letter->to.target() != nullptr) by_addressee_.emplace(letter->to.target(), letter);
  }
}

std::vector<const record::Letter*> Issued::like(const Letter& letter) const {
  std::vector<const record::Letter*> list;
  const auto [from, past] = by_addressee_.equal_range(letter.to.record);
  for (auto at = from; at != past; ++at) {
    const record::Letter& issued = *at->second;
    if (issued.type && *issued.type == letter.type && issued.period &&
        *issued.period == letter.period && issued.number && issued.date &&
        !issued.is_void(as_of_)) {
      list.push_back(&issued);
    }
  }
  return list;
}

const record::Letter* Issued::in_the_way(
    const Letter& letter,
    const std::function<bool(const record::Letter& issued)>& says_the_same) const {
  // The latest of them tells whether it may be urged once more.
  const record::Letter* latest = nullptr;
  for (const record::Letter* issued : like(letter)) {
    if (!says_the_same(*issued)) continue;
    if (latest == nullptr || *latest->date < *issued->date) latest = issued;
  }
  if (latest == nullptr || reg::may_urge_again(reg_, *latest, letter.date)) return nullptr;
  return latest;
}

}  // namespace zsup::letter
