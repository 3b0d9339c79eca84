// 函告书: one person, one plan. What the addressee is to do in the period, one item a duty; and
// what is to be put right where the addressee is in charge, one item a finding that is not closed.
#include "letter/compose.h"
#include "letter/items.h"

namespace zsup::letter {

void add_duties(const Composer& composer, Letter& letter) {
  const record::Duty* previous = nullptr;
  for (const reg::Obligation* owed : composer.owed_by(letter.to.record)) {
    // What one duty asks for in several months of the period is one item, with several due dates.
    if (owed->duty != previous) {
      previous = owed->duty;
      Item& item = letter.items.emplace_back();
      item.section = Section::duty;
      item.text = owed->duty->title ? *owed->duty->title : owed->duty->name();
      item.group = composer.category_of(*owed->duty).title;
      item.record = owed->duty;
      item.place = owed->duty->id_place();
      spend(letter, item);
    }
    if (owed->due) letter.items.back().due.push_back(*owed->due);
  }
}

void add_findings(const Composer& composer, Letter& letter) {
  // Findings are answered for by people; an org gets the items of its own duties.
  if (letter.to.kind != record::Kind::leader) return;
  for (const record::Finding* finding : composer.findings_of(letter.to.record)) {
    add_finding(letter, Section::rectification, *finding);
  }
}

}  // namespace zsup::letter
