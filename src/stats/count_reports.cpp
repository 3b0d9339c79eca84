// Reports: who had to report in the period, who did, and how the single items stand. Someone who
// has submitted anything has filed; someone who has submitted everything is complete.
#include <algorithm>
#include <unordered_map>

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
  sheet.count(key + ".required", say("应报送：{}", "who had to report: {}", row.label), true)
      .as(Nature::distinct);
  sheet.count(key + ".filed", say("已报送：{}", "who reported: {}", row.label), true)
      .as(Nature::distinct);
}

// The cells of single items: of a country there are millions.
class Items {
 public:
  explicit Items(Sheet& sheet)
      : sheet_(sheet),
        indicators_(cell("indicators", "应报送事项", "items to be reported", Nature::flow)),
        reported_(cell("reported", "已报送事项", "items reported")),
        unreported_(cell("unreported", "未报送事项", "items not reported")),
        overdue_(cell("overdue", "逾期未报送事项", "items overdue")),
        approved_(cell("approved", "审核通过事项", "items approved")),
        returned_(cell("returned", "审核未通过事项", "items returned")),
        under_review_(cell("under_review", "待审核事项", "items under review")),
        late_(cell("late", "迟报事项", "items reported late")) {}

  void add(const Obligation& owed) {
    std::string text(owed.owner->name());
    text += " " + owed.period.id();
    const std::string_view share = sheet_.keep(text);
    constexpr reg::Product figures{
        {"应报送事项乘以统计的数字", "the items to be reported times the figures that count them"},
        {"缩短期间，缩小责任人的范围，或按级次分设登记册",
         "take a shorter period, narrow the selectors of duties, or give each level a register of "
         "its own"}};
    sheet_.reg().budget().hold(*owed.duty, figures, 4 * sizeof(Behind) + share.size());
    // What shows how it stands: the report's item, else the duty.
    const auto put = [&](std::size_t cell) {
      if (owed.last != nullptr) {
        sheet_.add(cell, *owed.answer.report, owed.answer.item->duty.span, share);
      } else {
        sheet_.add(cell, *owed.duty, owed.duty->id_place().span, share);
      }
    };
    put(indicators_);
    put(owed.reported() ? reported_ : unreported_);
    if (owed.late) put(late_);
    switch (owed.state) {
      case State::overdue:
        return put(overdue_);
      case State::approved:
      case State::approved_late:
        return put(approved_);
      case State::returned:
        return put(returned_);
      case State::under_review:
        return put(under_review_);
      case State::not_due:
      case State::due_soon:
        return;
    }
  }

 private:
  std::size_t cell(const std::string& name, std::string_view zh, std::string_view en,
                   Nature nature = Nature::state) {
    const std::string key = "reports." + name;
    sheet_.count(key, {std::string(zh), std::string(en)}).as(nature);
    return sheet_.number_of(key);
  }

  Sheet& sheet_;
  std::size_t indicators_;
  std::size_t reported_;
  std::size_t unreported_;
  std::size_t overdue_;
  std::size_t approved_;
  std::size_t returned_;
  std::size_t under_review_;
  std::size_t late_;
};

}  // namespace

void count_reports(Sheet& sheet) {
  sheet.count("reports.required", say("应报送对象", "who had to report")).as(Nature::distinct);
  sheet.count("reports.filed", say("已报送对象", "who reported")).as(Nature::distinct);
  sheet.count("reports.complete", say("报送齐全对象", "who reported everything"))
      .as(Nature::distinct);
  for (const record::EnumRow& row : record::vocabulary<Role>().rows) group_cells(sheet, row);
  group_cells(sheet, record::row_of(record::Kind::org));
  Items items(sheet);

  const std::span<const Obligation> list = sheet.at().owed(sheet.so_far().period);
  const auto undated = std::find_if(list.begin(), list.end(), [&](const Obligation& owed) {
    return reg::is_undated(owed, sheet.at().day());
  });
  if (undated != list.end()) {
    const diag::Text why = reg::no_calendar(undated->missing_year);
    sheet.leave_open({"reports.overdue", "reports.late"},
                     {why.zh + "，有的期限推算不出，逾期、迟报的数字空着",
                      why.en + ", so that due dates cannot be told: the figures of what is "
                               "overdue or late are left open"});
  }
  std::unordered_map<const Record*, std::size_t> places;
  std::vector<Owner> owners;  // in the order in which they first occur
  for (const Obligation& owed : list) {
    items.add(owed);
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
    sheet.add("reports.required", *owner.who, owner.who->id_place().span);
    sheet.add(role + ".required", *owner.who, owner.who->id_place().span);
    if (owner.first == nullptr) continue;
    const record::Report& report = *owner.first->answer.report;
    const std::string_view name = owner.who->name();
    sheet.add("reports.filed", report, report.by.span, name);
    sheet.add(role + ".filed", report, report.by.span, name);
    if (owner.complete) sheet.add("reports.complete", report, report.by.span, name);
  }
}

}  // namespace zsup::stats
