#include "view/letter_results.h"

#include <algorithm>
#include <set>

#include "view/letter_words.h"

namespace zsup::view {

using letter::Chain;
using letter::Item;
using letter::Letter;
using letter::Person;
using letter::Section;
using record::FindingEvent;
using record::Measure;
using record::Responsibility;

namespace {

// 受到党内警告处分, 被免职: each as its own rules word it.
std::string measure_phrase(Measure measure) {
  const std::string_view label = record::row_of(measure).label.zh;
  switch (measure) {
    case Measure::reminder_talk:
      return "被谈话提醒";
    case Measure::criticism:
      return "受到批评教育";
    case Measure::self_criticism:
      return "被责令检查";
    case Measure::admonition:
      return "受到诫勉";
    case Measure::party_warning:
    case Measure::party_serious_warning:
    case Measure::party_removal:
    case Measure::party_probation:
    case Measure::party_expulsion:
    case Measure::gov_warning:
    case Measure::gov_demerit:
    case Measure::gov_major_demerit:
    case Measure::gov_demotion:
    case Measure::gov_removal:
    case Measure::gov_dismissal:
      return fmt::format("受到{}处分", label);
    case Measure::suspended:
    case Measure::post_adjusted:
    case Measure::ordered_resignation:
    case Measure::removed:
    case Measure::demoted:
    case Measure::transferred:
      return fmt::format("被{}", label);
  }
  return std::string(label);
}

std::size_t count_of(const Letter& letter, Section section) {
  return static_cast<std::size_t>(
      std::count_if(letter.items.begin(), letter.items.end(),
                    [&](const Item& item) { return item.section == section; }));
}

// How many units, and how many of the problems are closed.
std::string problems_in_total(const Letter& letter) {
  std::set<std::string_view> units;
  std::size_t closed = 0;
  for (const Item& item : letter.items) {
    if (item.section != Section::finding) continue;
    units.insert(item.unit);
    if (item.state && item.state->closed()) ++closed;
  }
  const std::size_t all = count_of(letter, Section::finding);
  if (all == 0) return {};
  std::string text = fmt::format("反馈问题{}个，涉及单位{}个", all, units.size());
  if (closed == all) return text + "，均已整改销号";
  if (closed == 0) return text + "，尚无问题销号";
  return text + fmt::format("，已整改销号{}个、尚未销号{}个", closed, all - closed);
}

std::string cases_in_total(const Letter& letter) {
  std::size_t persons = 0;
  for (const Item& item : letter.items) persons += item.persons.size();
  const std::size_t all = count_of(letter, Section::case_);
  return all == 0 ? std::string() : fmt::format("查处案件{}件{}人", all, persons);
}

std::string reported_in_total(const Letter& letter) {
  const std::size_t all = letter.items.size();
  const std::size_t reported = count_of(letter, Section::report);
  if (reported == all) return fmt::format("应报告{}项，已全部报告", all);
  return fmt::format("应报告{}项，已报告{}项，缺{}项", all, reported, all - reported);
}

}  // namespace

std::string sums_of(const Item& item) {
  if (!item.amount) return {};
  const std::string amount = item.amount->chinese();
  // A text that gives the sum needs no second giving.
  std::string text;
  if (item.text.find(amount) == std::string::npos) text = fmt::format("涉及金额{}", amount);
  if (!item.recovered || item.recovered->fen == 0) return text;
  if (!text.empty()) text += "，";
  if (*item.recovered == *item.amount) return text + "已全部追回";
  return text + fmt::format("已追回{}", item.recovered->chinese());
}

std::string progress_of(const Item& item) {
  if (!item.state) return {};
  if (!item.state->last) return "尚未交办";
  switch (*item.state->last) {
    case FindingEvent::closed:
      return item.state->closed_on
                 ? fmt::format("已于{}整改销号", chinese_date(*item.state->closed_on))
                 : std::string("已整改销号");
    case FindingEvent::reopened:
      return "经“回头看”重新启动整改";
    case FindingEvent::assigned:
      return "已交办";
    case FindingEvent::leader_briefed:
      return "已向分管领导反馈，尚未认领";
    case FindingEvent::claimed:
      return "分管领导已认领";
    case FindingEvent::unit_briefed:
      return "已向被巡察单位反馈";
    case FindingEvent::in_progress:
      return "正在整改";
    case FindingEvent::submitted:
      return "整改情况已上报，待审核";
    case FindingEvent::returned:
      return "整改情况审核未通过，已退回";
    case FindingEvent::approved:
      return "整改情况审核通过，待销号";
    case FindingEvent::published:
      return "已公开通报";
  }
  return {};
}

std::string person_of(const Person& person) {
  std::string text = person.name;
  if (!person.org.empty()) text += fmt::format("（{}）", person.org);
  std::string_view sign;
  if (person.responsibility) {
    text += fmt::format("负{}", record::row_of(*person.responsibility).label.zh);
    sign = "，";
  }
  if (!person.measure) return text;
  text += sign;
  if (person.date) text += fmt::format("于{}", chinese_date(*person.date));
  return text + measure_phrase(*person.measure);
}

std::string result_of(const Item& item) {
  std::string text;
  for (const Person& person : item.persons) {
    if (!text.empty()) text += "；";
    text += person_of(person);
  }
  const std::string sums = sums_of(item);
  if (sums.empty()) return text;
  return text.empty() ? sums : text + "。" + sums;
}

std::string chain_of(const Item& item) {
  const Chain& chain = *item.chain;
  std::string text = fmt::format("{}反馈{}问题{}个", item.text, item.unit, chain.findings);
  text += chain.leader_briefed
              ? fmt::format("：{}向分管领导反馈", chinese_date(*chain.leader_briefed))
              : std::string("：尚未向分管领导反馈");
  if (chain.claimed) {
    text += fmt::format("，{}认领", chinese_date(*chain.claimed));
  } else {
    text += fmt::format("，{}个尚未认领", chain.unclaimed);
  }
  text += chain.unit_briefed
              ? fmt::format("，{}向被巡察单位反馈", chinese_date(*chain.unit_briefed))
              : std::string("，尚未向被巡察单位反馈");
  text += fmt::format("；已上报整改情况{}个，已销号{}个", chain.submitted, chain.closed);
  if (chain.published) text += fmt::format("；{}公开通报", chinese_date(*chain.published));
  return text;
}

std::string measures_of(const Item& item) {
  std::string text;
  for (const auto& [name, number] : item.measures) {
    if (!text.empty()) text += "，";
    text += fmt::format("{}：{}", name, number);
  }
  return text;
}

std::string totals_of(const Letter& letter) {
  using record::Totals;
  switch (record::about(letter.type).totals) {
    case Totals::nothing:
      return {};
    case Totals::reported:
      return reported_in_total(letter);
    case Totals::problems_and_cases: {
      const std::string problems = problems_in_total(letter);
      const std::string cases = cases_in_total(letter);
      return problems.empty() || cases.empty() ? problems + cases : problems + "；" + cases;
    }
  }
  return {};
}

}  // namespace zsup::view
