// 函告书: one person, one plan. What the addressee is to do in the period, one item a duty; and
// what is to be put right where the addressee is in charge, one item a finding that is not closed.
#include <algorithm>

#include "letter/compose.h"

namespace zsup::letter {

using record::Finding;
using record::Inspection;
using record::Org;

namespace {

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
    }
    if (owed->due) letter.items.back().due.push_back(*owed->due);
  }
}

void add_findings(const Composer& composer, Letter& letter) {
  for (const Finding* finding : composer.findings_of(letter.to.record)) {
    Item& item = letter.items.emplace_back();
    item.section = Section::rectification;
    item.text = finding->text ? *finding->text : finding->name();
    item.suggestion = *finding->suggestion;
    if (const Org* unit = record::as<Org>(finding->org.value.target)) item.unit = *unit->name;
    if (finding->source_of) item.source = *finding->source_of;
    if (const auto* round = record::as<Inspection>(finding->inspection.value.target)) {
      item.group = *round->name;
    }
    if (finding->deadline) {
      item.deadline = *finding->deadline;
      item.days_overdue = std::max(0, letter.as_of.days - finding->deadline->days);
    }
    item.record = finding;
    item.place = finding->id_place();
  }
}

}  // namespace

void fill_notice(const Composer& composer, Letter& letter) {
  add_duties(composer, letter);
  // Findings are answered for by people; an org gets the items of its own duties.
  if (letter.to.kind == record::Kind::leader) add_findings(composer, letter);
}

}  // namespace zsup::letter
