#include "score/matching.h"

#include <algorithm>

#include "record/kinds/action.h"
#include "record/kinds/case.h"
#include "record/kinds/finding.h"
#include "register/findings.h"

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
  Matcher(const reg::Register& reg, const Condition& when, Period period, Date as_of)
      : reg_(reg), when_(when), period_(period), as_of_(as_of) {}

  void look_at(const Case& item) {
    if (when_.state || when_.type || !has_category(item.categories)) return;
    const Given<Date>& dated = item.filed ? item.filed : item.clue->date;
    if (!when_.measure) {
      if (!counts(dated)) return;
      const diag::Text note = category_note(record::row_of(Kind::case_).label);
      const std::size_t first = found_.size();
      add(item.org.value.target, item, item.id_place(), note);
      for (const CasePerson& person : item.persons) {
        add_once(first, person.leader.value.target, item, item.id_place(), note);
      }
      return;
    }
    for (const CasePerson& person : item.persons) {
      if (!person.measure || *person.measure != *when_.measure) continue;
      if (!counts(person.date ? person.date : dated)) continue;
      const text::Place place = item.place(person.measure.span);
      const diag::Text note = text_of(record::row_of(*person.measure).label);
      add(item.org.value.target, item, place, note);
      add(person.leader.value.target, item, place, note);
    }
  }

  void look_at(const Finding& finding) {
    if (when_.measure || when_.type || !has_category(finding.categories)) return;
    if (!when_.state) {
      if (!counts(finding.found)) return;
      add(finding, finding.id_place(), category_note(record::row_of(Kind::finding).label));
      return;
    }
    // A finding stands in one state at the period's end, so that a row counts it once however often
    // it came and went; the state counts in the period in which it was reached.
    const std::vector<reg::Step> steps =
        reg::steps(reg_, finding, std::min(as_of_, period_.last_day()));
    const auto last = std::find_if(steps.rbegin(), steps.rend(), [this](const reg::Step& step) {
      // Being published is a fact beside the state.
      return (step.what == record::FindingEvent::published) ==
             (*when_.state == record::FindingEvent::published);
    });
    if (last == steps.rend() || last->what != *when_.state || !period_.holds(last->date)) return;
    add(finding, last->place, text_of(record::row_of(last->what).label));
  }

  void look_at(const Action& action) {
    if (when_.category || when_.measure || when_.state) return;
    if (when_.type && (!action.type || *action.type != *when_.type)) return;
    if (!counts(action.date)) return;
    const diag::Words label =
        action.type ? record::row_of(*action.type).label : record::row_of(Kind::action).label;
    const std::size_t first = found_.size();
    for (const auto& to : action.to) {
      add_once(first, to->target, action, action.id_place(), text_of(label));
    }
  }

  std::vector<Match> found() && { return std::move(found_); }

 private:
  bool counts(const Given<Date>& date) const {
    return date && period_.holds(*date) && *date <= as_of_;
  }

  template <class List>
  bool has_category(const List& categories) const {
    if (!when_.category) return true;
    return std::any_of(categories.begin(), categories.end(),
                       [&](const auto& category) { return *category == *when_.category; });
  }

  diag::Text category_note(diag::Words kind) const {
    return text_of(when_.category ? record::row_of(*when_.category).label : kind);
  }

  void add(const Record* subject, const Record& record, text::Place place, const diag::Text& note) {
    if (subject != nullptr) found_.push_back({subject, &record, place, note});
  }

  // Unless the subject has been given since `first`.
  void add_once(std::size_t first, const Record* subject, const Record& record, text::Place place,
                const diag::Text& note) {
    for (std::size_t at = first; at < found_.size(); ++at) {
      if (found_[at].subject == subject) return;
    }
    add(subject, record, place, note);
  }

  void add(const Finding& finding, text::Place place, const diag::Text& note) {
    add(finding.org.value.target, finding, place, note);
    add(reg::answering(reg_, finding, as_of_).leader, finding, place, note);
  }

  const reg::Register& reg_;
  const Condition& when_;
  Period period_;
  Date as_of_;
  std::vector<Match> found_;
};

}  // namespace

std::vector<Match> matches(const reg::Register& reg, const Given<Condition>& when, Period period,
                           Date as_of) {
  if (!when || !when->kind) return {};
  Matcher matcher(reg, *when, period, as_of);
  switch (*when->kind) {
    case Kind::case_:
      for (const Case& item : reg.all<Case>()) matcher.look_at(item);
      break;
    case Kind::finding:
      for (const Finding& finding : reg.all<Finding>()) matcher.look_at(finding);
      break;
    case Kind::action:
      for (const Action& action : reg.all<Action>()) matcher.look_at(action);
      break;
    default:
      break;
  }
  return std::move(matcher).found();
}

}  // namespace zsup::score
