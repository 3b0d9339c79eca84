// 提醒函: the figures of the period, what is overdue, and what was returned and why.
#include "letter/compose.h"

namespace zsup::letter {

namespace {

Item& add(Letter& letter, Section section, const reg::Obligation& owed) {
  Item& item = letter.items.emplace_back();
  item.section = section;
  item.text = owed.duty->title ? *owed.duty->title : owed.duty->name();
  item.record = owed.duty;
  item.place = owed.duty->id_place();
  // Of a task that is due every month, the month tells which of them is meant.
  if (owed.duty->cadence && *owed.duty->cadence != record::Cadence::once &&
      owed.period != letter.period) {
    item.period = owed.period;
  }
  if (owed.due) item.due.push_back(*owed.due);
  return item;
}

}  // namespace

void fill_reminder(const Composer& composer, Letter& letter) {
  const auto list = composer.owed_by(letter.to.record);
  for (const reg::Obligation* owed : list) {
    if (owed->state != reg::State::overdue) continue;
    Item& item = add(letter, Section::overdue, *owed);
    if (owed->due) item.days_overdue = letter.as_of.days - owed->due->days;
  }
  for (const reg::Obligation* owed : list) {
    if (owed->state != reg::State::returned) continue;
    Item& item = add(letter, Section::returned, *owed);
    item.reason = *owed->last->review->reason;
    item.place = owed->answer.report->place(owed->last->span);
  }
}

}  // namespace zsup::letter
