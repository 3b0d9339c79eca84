#include "score/matching.h"

#include <algorithm>
#include <set>

#include "record/kinds/action.h"
#include "record/kinds/case.h"
#include "record/kinds/finding.h"
#include "record/kinds/leader.h"
#include "register/findings.h"
#include "register/order.h"

namespace zsup::score {

using record::Action;
using record::Case;
using record::CasePerson;
using record::Condition;
using record::Finding;
using record::Given;
using record::Kind;
using record::Record;
using value::Date;
using value::Period;

namespace {

diag::Text text_of(diag::Words words) {
  return {std::string(words.zh), std::string(words.en)};
}

class Matcher {
 public:
  Matcher(const reg::AsOf& at, const Condition& when, Period period)
      : at_(at), reg_(at.reg()), when_(when), period_(period) {}

  void look_at(const Case& item) {
    if (when_.state || when_.type || !has_category(item.categories)) return;
    if (!at_.has(item)) return;
    if (when_.measure) {
      given_.clear();
      for (const CasePerson& person : item.persons) look_at(item, person);
      return;
    }
    if (!counts(item.filed)) return;
    const diag::Text note = category_note(record::row_of(Kind::case_).label);
    given_.clear();
    const Hit hit{item, *item.filed, item.id_place(), note};
    add(item.org.target(), hit);
    for (const CasePerson& person : item.persons) {
      add_once(person.leader.target(), hit);
    }
  }

  void look_at_clue(const Case& item) {
    if (when_.measure || when_.state || when_.type || !has_category(item.categories)) return;
    if (!counts(item.clue->date)) return;
    add(item.org.target(), {item, *item.clue->date, item.place(item.clue->date.span),
                            category_note(record::row_of(record::ConditionKind::clue).label)});
  }

  void look_at(const Finding& finding) {
    if (when_.measure || when_.type || !has_category(finding.categories)) return;
    if (!at_.has(finding)) return;
    if (!when_.state) {
      if (!counts(finding.found)) return;
      lay(finding, {finding, *finding.found, finding.id_place(),
                    category_note(record::row_of(Kind::finding).label)});
      return;
    }
    // A finding stands in one state at the period's end, so that a row counts it once however often
    // it came and went; the state counts in the period in which it was reached.
    const std::vector<reg::Step> steps =
        reg::steps(reg_, finding, std::min(at_.day(), period_.last_day()));
    const auto last = std::find_if(steps.rbegin(), steps.rend(), [this](const reg::Step& step) {
      // Being published is a fact beside the state.
      return (step.what == record::FindingEvent::published) ==
             (*when_.state == record::FindingEvent::published);
    });
    if (last == steps.rend() || last->what != *when_.state || !period_.holds(last->date)) return;
    lay(finding, {finding, last->date, last->place, text_of(record::row_of(last->what).label)});
  }

  void look_at(const Action& action) {
    if (when_.category || when_.measure || when_.state) return;
    if (when_.type && (!action.type || *action.type != *when_.type)) return;
    if (!counts(action.date)) return;
    const diag::Words label =
        action.type ? record::row_of(*action.type).label : record::row_of(Kind::action).label;
    given_.clear();
    const Hit hit{action, *action.date, action.id_place(), text_of(label)};
    for (const auto& to : action.to) add_once(to.target(), hit);
  }

  std::vector<Match> found() && { return std::move(found_); }

 private:
  bool counts(const Given<Date>& date) const {
    return date && period_.holds(*date) && at_.has_happened(date);
  }

  template <class List>
  bool has_category(const List& categories) const {
    if (!when_.category) return true;
    return std::any_of(categories.begin(), categories.end(), [&](const auto& category) {
      return category && *category == *when_.category;
    });
  }

  diag::Text category_note(diag::Words kind) const {
    return text_of(when_.category ? record::row_of(*when_.category).label : kind);
  }

  struct Hit {
    const Record& record;
    Date date;
    text::Place place;
    diag::Text note;
  };

  void look_at(const Case& item, const CasePerson& person) {
    if (!person.measure || *person.measure != *when_.measure) return;
    // A day that is given and could not be read is no day.
    const Given<Date>& dated = person.date || person.date.unreadable() ? person.date : item.filed;
    if (!counts(dated)) return;
    const auto* leader = record::as<record::Leader>(person.leader.target());
    // One person is charged once.
    if (leader != nullptr && !given_.insert(leader).second) return;
    const Hit hit{item, *dated, item.place(person.measure.span),
                  text_of(record::row_of(*person.measure).label)};
    const Record* org = person.org ? person.org.target() : item.org.target();
    if (!person.org && !item.org && leader != nullptr) org = leader->org.target();
    add(org, hit);
    add(leader, hit);
  }

  void add(const Record* subject, const Hit& hit) {
    if (subject == nullptr) return;
    found_.push_back({subject, &hit.record, hit.date, hit.place, hit.note});
  }

  // Once a record.
  void add_once(const Record* subject, const Hit& hit) {
    if (given_.insert(subject).second) add(subject, hit);
  }

  void lay(const Finding& finding, const Hit& hit) {
    add(finding.org.target(), hit);
    add(reg::answering(reg_, finding, hit.date).leader, hit);
  }

  const reg::AsOf& at_;
  const reg::Register& reg_;
  const Condition& when_;
  Period period_;
  std::vector<Match> found_;
  std::set<const Record*> given_;  // by the record that is looked at
};

}  // namespace

std::vector<Match> matches(const reg::AsOf& at, const Given<Condition>& when, Period period) {
  if (!when || !when->kind) return {};
  const reg::Register& reg = at.reg();
  Matcher matcher(at, *when, period);
  switch (*when->kind) {
    case record::ConditionKind::case_:
      for (const Case& item : reg.all<Case>()) {
        reg.budget().work(item, rows_by_records, 1 + item.persons.size() + item.categories.size());
        matcher.look_at(item);
      }
      break;
    case record::ConditionKind::clue:
      for (const Case& item : reg.all<Case>()) {
        reg.budget().work(item, rows_by_records, 1 + item.persons.size() + item.categories.size());
        matcher.look_at_clue(item);
      }
      break;
    case record::ConditionKind::finding:
      for (const Finding& finding : reg.all<Finding>()) {
        reg.budget().work(finding, rows_by_records,
                          1 + finding.events.size() + finding.categories.size());
        matcher.look_at(finding);
      }
      break;
    case record::ConditionKind::action:
      for (const Action& action : reg.all<Action>()) {
        reg.budget().work(action, rows_by_records, 1 + action.to.size());
        matcher.look_at(action);
      }
      break;
  }
  std::vector<Match> list = std::move(matcher).found();
  std::stable_sort(list.begin(), list.end(), [](const Match& a, const Match& b) {
    return a.date != b.date ? a.date < b.date
                            : reg::compare_ids(a.record->name(), b.record->name()) < 0;
  });
  return list;
}

}  // namespace zsup::score
