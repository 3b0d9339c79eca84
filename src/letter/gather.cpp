#include "letter/gather.h"

#include "letter/items.h"

namespace zsup::letter {

using record::Gather;

namespace {

struct Way {
  void (*add)(const Composer& composer, Letter& letter);
  Needs needs;
};

constexpr Needs nothing{};
constexpr Needs findings{.findings = true};
constexpr Needs book{.book = true};

constexpr Way way_of(Gather what) {
  switch (what) {
    case Gather::duties:
      return {add_duties, nothing};
    case Gather::findings:
      return {add_findings, findings};
    case Gather::overdue:
      return {add_overdue, nothing};
    case Gather::returned:
      return {add_returned, nothing};
    case Gather::overdue_problems:
      return {add_overdue_problems, book};
    case Gather::failed_checks:
      return {add_failed_checks, book};
    case Gather::reasons_in_cases:
      return {add_reasons_in_cases, book};
    case Gather::unit_problems:
      return {add_unit_problems, book};
    case Gather::unit_cases:
      return {add_unit_cases, book};
    case Gather::briefing:
      return {add_briefing, book};
    case Gather::published:
      return {add_published, book};
    case Gather::reported_upward:
      return {add_reported_upward, nothing};
  }
  return {};
}

}  // namespace

Needs needs_of(const record::LetterTypeRow& type) {
  Needs all;
  for (const Gather what : *type.gathers) {
    const Needs needs = way_of(what).needs;
    all.findings = all.findings || needs.findings;
    all.book = all.book || needs.book;
  }
  return all;
}

void gather(const record::LetterTypeRow& type, const Composer& composer, Letter& letter) {
  for (const Gather what : *type.gathers) way_of(what).add(composer, letter);
}

bool is_worth_sending(const record::LetterTypeRow& type, const Letter& letter) {
  if (letter.items.empty()) return false;
  switch (type.worth) {
    case record::Worth::any_item:
      return true;
    case record::Worth::open_problem:
      return has_open_problem(letter);
    case record::Worth::own_case:
      return has_own_case(letter);
  }
  return true;
}

}  // namespace zsup::letter
