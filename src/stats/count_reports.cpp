// Reports: who had to report in the period, who did, and how the single items stand. Someone who
// has submitted anything has filed; someone who has submitted everything is complete.
#include <map>

#include "record/kinds/leader.h"
#include "register/obligations.h"
#include "stats/cells.h"

namespace zsup::stats {

using diag::say;
using record::Record;
using record::Role;
using reg::Obligation;
using reg::State;

namespace {

struct Owner {
  const Record* who = nullptr;
  const Obligation* first = nullptr;  // reported first
  bool complete = true;
};

// "principal", "member", "other" or "org".
std::string_view group_of(const Record& owner) {
  const auto* leader = record::as<record::Leader>(&owner);
  if (leader == nullptr) return record::row_of(record::Kind::org).id;
  return record::row_of(leader->role ? *leader->role : Role::other).id;
}

void group_cells(Sheet& sheet, const record::EnumRow& row) {
  const std::string key = "reports.by_role." + std::string(row.id);
  sheet.count(key + ".required",
              say("应报送：{0}", "who had to report: {1}", row.label.zh, row.label.en), true);
  sheet.count(key + ".filed", say("已报送：{0}", "who reported: {1}", row.label.zh, row.label.en),
              true);
}

// What shows how an obligation stands: the report's item, else the duty.
void add_item(Sheet& sheet, std::string_view key, const Obligation& owed) {
  std::string share(owed.owner->name());
  share += " " + owed.period.id();
  if (owed.last != nullptr) {
    sheet.add(key, *owed.answer.report, owed.answer.item->duty.span, std::move(share));
  } else {
    sheet.add(key, *owed.duty, owed.duty->id.span, std::move(share));
  }
}

void count_items(Sheet& sheet, const Obligation& owed) {
  add_item(sheet, "reports.indicators", owed);
  add_item(sheet, owed.reported() ? "reports.reported" : "reports.unreported", owed);
  if (owed.late) add_item(sheet, "reports.late", owed);
  switch (owed.state) {
    case State::overdue:
      add_item(sheet, "reports.overdue", owed);
      break;
    case State::approved:
    case State::approved_late:
      add_item(sheet, "reports.approved", owed);
      break;
    case State::returned:
      add_item(sheet, "reports.returned", owed);
      break;
    case State::under_review:
      add_item(sheet, "reports.under_review", owed);
      break;
    case State::not_due:
    case State::due_soon:
      break;
  }
}

}  // namespace

void count_reports(Sheet& sheet) {
  sheet.count("reports.required", say("应报送对象", "who had to report"));
  sheet.count("reports.filed", say("已报送对象", "who reported"));
  sheet.count("reports.complete", say("报送齐全对象", "who reported everything"));
  for (const record::EnumRow& row : record::vocabulary<Role>().rows) group_cells(sheet, row);
  group_cells(sheet, record::row_of(record::Kind::org));
  sheet.count("reports.indicators", say("应报送事项", "items to be reported"));
  sheet.count("reports.reported", say("已报送事项", "items reported"));
  sheet.count("reports.unreported", say("未报送事项", "items not reported"));
  sheet.count("reports.overdue", say("逾期未报送事项", "items overdue"));
  sheet.count("reports.approved", say("审核通过事项", "items approved"));
  sheet.count("reports.returned", say("审核未通过事项", "items returned"));
  sheet.count("reports.under_review", say("待审核事项", "items under review"));
  sheet.count("reports.late", say("迟报事项", "items reported late"));

  const std::vector<Obligation> list =
      reg::obligations(sheet.reg(), sheet.so_far().period, sheet.as_of());
  std::map<const Record*, std::size_t> places;
  std::vector<Owner> owners;  // in the order in which they first occur
  for (const Obligation& owed : list) {
    count_items(sheet, owed);
    const auto [at, is_new] = places.try_emplace(owed.owner, owners.size());
    if (is_new) owners.push_back({owed.owner, nullptr, true});
    Owner& owner = owners[at->second];
    owner.complete = owner.complete && owed.reported();
    if (owed.reported() &&
        (owner.first == nullptr || *owed.first->submitted < *owner.first->first->submitted)) {
      owner.first = &owed;
    }
  }
  for (const Owner& owner : owners) {
    const std::string role = "reports.by_role." + std::string(group_of(*owner.who));
    sheet.add("reports.required", *owner.who, owner.who->id.span);
    sheet.add(role + ".required", *owner.who, owner.who->id.span);
    if (owner.first == nullptr) continue;
    const record::Report& report = *owner.first->answer.report;
    const std::string name(owner.who->name());
    sheet.add("reports.filed", report, report.by.span, name);
    sheet.add(role + ".filed", report, report.by.span, name);
    if (owner.complete) sheet.add("reports.complete", report, report.by.span, name);
  }
}

}  // namespace zsup::stats
