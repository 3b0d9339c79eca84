// ZS405 and ZS510: what was involved and recovered, over a finding and the cases that came from it.
#include "register/money.h"

#include <algorithm>
#include <limits>
#include <optional>

#include "record/kinds/case.h"
#include "rule/families.h"

namespace zsup::rule {

using diag::say;
using record::Case;
using reg::Figure;
using reg::Matter;
using reg::Sum;
using value::Money;
namespace code = diag::code;

namespace {

constexpr value::Date any_day = value::Date{std::numeric_limits<std::int32_t>::max()};

// Nothing where there is no figure, or they add up to more than can be.
std::optional<Money> total(const std::vector<Figure>& figures) {
  if (figures.empty()) return std::nullopt;
  Money sum{0};
  for (const Figure& figure : figures) {
    if (__builtin_add_overflow(sum.fen, (*figure.money)->fen, &sum.fen)) return std::nullopt;
  }
  return sum;
}

bool unread(const Matter& matter) {
  const auto any = [](const auto& record) {
    return record.amount.unreadable() || record.recovered.unreadable();
  };
  return (matter.finding != nullptr && any(*matter.finding)) ||
         std::any_of(matter.cases.begin(), matter.cases.end(),
                     [&](const Case* one) { return any(*one); });
}

text::Place place_of(const Figure& figure) {
  return figure.record->place(figure.money->span);
}

void compare(Context& context, const Matter& matter) {
  const std::vector<Figure> back = matter.figures(Sum::recovered);
  if (back.empty() || unread(matter)) return;
  const std::vector<Figure> in = matter.figures(Sum::involved);
  const auto recovered = total(back);
  const auto involved = total(in);
  if (!recovered || (involved && *recovered <= *involved)) return;
  if (!involved && !in.empty()) return;
  const bool several = !matter.cases.empty() && (matter.finding != nullptr || back.size() > 1);
  diag::Text message = involved ? say("追缴金额 {0} 元大于涉及金额 {1} 元",
                                      "{0} recovered is more than the {1} involved",
                                      recovered->text(), involved->text())
                                : say("有追缴金额，却没有涉及金额",
                                      "money was recovered, and none is said to be involved");
  if (several) {
    message += say("（问题和由此立案的案件合并计算）", ", a finding and its cases taken as one");
  }
  diag::Diagnostic& found = context.sink.add(
      code::recovered_more, place_of(back.back()), std::move(message),
      involved ? say("对照材料核对两个金额", "compare the two amounts with the papers")
               : say("补上涉及金额", "say how much was involved"));
  for (std::size_t i = 0; i + 1 < back.size(); ++i) {
    found.related.push_back({place_of(back[i]), say("追缴金额也在这里", "recovered, too")});
  }
  for (const Figure& figure : in) {
    found.related.push_back({place_of(figure), say("涉及金额在这里", "the amount involved")});
  }
}

void compare_parts(Context& context, const Matter& matter, Sum sum, diag::Words what) {
  const std::vector<Figure> parts = matter.parts(sum);
  const auto added = total(parts);
  if (!added) return;
  const Figure whole = matter.figures(sum).front();
  if (*added == **whole.money) return;
  diag::Diagnostic& found = context.sink.add(
      code::parts_and_whole, place_of(whole),
      say("{}：问题写 {} 元，由此立案的 {} 件案件合计 {} 元",
          "{}: the finding says {}, the {} cases that came of it {} together", what,
          (*whole.money)->text(), matter.cases.size(), added->text()),
      say("统计以问题所写的为准；案件之外另有款项的，保留即可，否则改正其中一处",
          "the finding's figure counts; keep both if there was money outside the cases, else mend "
          "one"));
  for (const Figure& part : parts) {
    found.related.push_back({place_of(part), say("其中一部分", "a part of it")});
  }
}

}  // namespace

void check_matters(Context& context) {
  for (const Matter& matter : reg::matters(context.reg, any_day)) compare(context, matter);
  // How much of a clue that was not filed is its own affair.
  for (const Case& one : context.reg.all<Case>()) {
    if (!one.filed) compare(context, {nullptr, {&one}});
  }
  for (const Matter& matter : reg::matters(context.reg, context.as_of)) {
    compare_parts(context, matter, Sum::involved, {"涉及金额", "money involved"});
    compare_parts(context, matter, Sum::recovered, {"追缴金额", "money recovered"});
  }
}

}  // namespace zsup::rule
