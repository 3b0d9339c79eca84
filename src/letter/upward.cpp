// 报告: what a leader, or an org, reports to the superior body, compiled from the items of its
// reports of the period; what is missing of the list is named.
#include "letter/compose.h"
#include "letter/items.h"

namespace zsup::letter {

using record::Org;

namespace {

const Org* superior_of(const reg::Obligation& owed) {
  return owed.answer ? record::as<Org>(owed.answer.report->to.target()) : nullptr;
}

// Goes upward because its report says so or, before there is one, because the list names it.
bool goes_upward(const Composer& composer, const reg::Obligation& owed) {
  return superior_of(owed) != nullptr || composer.is_in_catalogue(*owed.duty, owed.owner);
}

bool stands(const reg::Obligation& owed) {
  return owed.reported() && owed.state != reg::State::returned;
}

}  // namespace

void add_reported_upward(const Composer& composer, Letter& letter) {
  std::vector<const reg::Obligation*> list;
  const Org* superior = nullptr;
  for (const reg::Obligation* owed : composer.owed_by(letter.to.record)) {
    if (!goes_upward(composer, *owed)) continue;
    list.push_back(owed);
    if (superior == nullptr) superior = superior_of(*owed);
  }
  if (superior == nullptr) superior = reg::supervisor_of(letter.issuer);
  letter.from = std::move(letter.to);
  letter.to = {};
  if (superior != nullptr) letter.to = composer.addressee(*superior);
  letter.issuer = nullptr;  // the author signs

  const auto add = [&](Section section, const reg::Obligation& owed) -> Item& {
    Item& item = add_obligation(letter, section, owed);
    item.group = composer.category_of(*owed.duty).title;
    return item;
  };
  for (const reg::Obligation* owed : list) {
    if (!stands(*owed)) continue;
    Item& item = add(Section::report, *owed);
    if (!owed->last->content.or_empty().empty()) item.text = owed->last->content.or_empty();
    for (const record::Count& measure : owed->last->measures) {
      item.measures.emplace_back(measure.name.or_empty(), *measure.number);
    }
    item.record = owed->answer.report;
    item.place = owed->answer.report->place(owed->last->span);
  }
  for (const reg::Obligation* owed : list) {
    if (owed->state != reg::State::returned) continue;
    Item& item = add(Section::returned, *owed);
    item.reason = owed->last->review->reason.or_empty();
    item.place = owed->answer.report->place(owed->last->span);
  }
  for (const reg::Obligation* owed : list) {
    if (!owed->reported()) add(Section::missing, *owed);
  }
}

}  // namespace zsup::letter
