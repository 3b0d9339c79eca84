// ZS91x: random draws that anybody can repeat.
#include "register/draws.h"

#include <algorithm>

#include "diag/brief.h"
#include "record/kinds/draw.h"
#include "record/kinds/report.h"
#include "rule/families.h"

namespace zsup::rule {

using diag::brief;
using diag::say;
using record::Draw;
namespace code = diag::code;

namespace {

// A message stays one that can be read: of a long list, the first ten.
std::string listed(const std::vector<std::string_view>& ids) {
  constexpr std::size_t shown = 10;
  std::string text;
  for (std::size_t i = 0; i < std::min(ids.size(), shown); ++i) {
    text += (text.empty() ? "" : ", ") + brief(ids[i]);
  }
  return ids.size() > shown ? text + ", …" : text;
}

// What stands in one list and not in the other; nothing when that is none.
diag::Text only_in(diag::Words lead, std::vector<std::string_view> list,
                   std::vector<std::string_view> other) {
  std::sort(other.begin(), other.end());
  std::erase_if(list, [&](std::string_view id) {
    return std::binary_search(other.begin(), other.end(), id);
  });
  if (list.empty()) return {};
  const std::string ids = listed(list);
  return say("{}{}", "{} {}", lead, ids);
}

void check_pool(Context& context, const Draw& draw) {
  if (!draw.pool) return;  // told already
  std::vector<std::string_view> ids = reg::ids_of(draw.pool);
  std::sort(ids.begin(), ids.end());
  ids.erase(std::unique(ids.begin(), ids.end()), ids.end());
  if (draw.count && static_cast<std::size_t>(*draw.count) > ids.size()) {
    context.sink
        .add(code::draw_pool, draw.place(draw.count.span),
             say("要抽取 {0} 个，范围内只有 {1} 个", "{0} are drawn, and the pool has {1}",
                 *draw.count, ids.size()),
             say("核对抽取人数和范围", "compare the count and the pool"))
        .related.push_back({draw.place(draw.pool.span), say("范围在这里", "the pool is here")});
  }
  if (!draw.period) return;
  for (const auto& one : draw.pool) {
    const auto* report = record::as<record::Report>(one.target());
    if (report == nullptr || !report->period || *report->period == *draw.period) continue;
    context.sink
        .add(code::draw_pool, draw.place(one.span),
             say("“{0}”是 {1} 的报告，抽取的是 {2}",
                 "'{0}' is a report of {1}, and the draw is of {2}", slug(*report),
                 report->period->id(), draw.period->id()),
             say("从范围中去掉，或改正期间", "take it out of the pool, or mend the period"))
        .related.push_back(
            {report->place(report->period.span), say("报告的期间在这里", "its period")});
  }
}

}  // namespace

void check_draw(Context& context, const Draw& draw) {
  check_pool(context, draw);
  const auto right = reg::recomputed(draw);
  if (!right || !draw.drawn) return;
  const std::vector<std::string_view> drawn = reg::ids_of(draw.drawn);
  if (drawn == *right) return;
  diag::Text how = only_in({"；少了 ", "; missing"}, *right, drawn);
  how += only_in({"；多了 ", "; too many:"}, drawn, *right);
  if (how.empty()) {
    how = drawn.size() == right->size() ? say("；次序不对", "; the order differs")
                                        : say("；有人重复", "; somebody is there twice");
  }
  context.sink.add(
      code::draw_does_not_recompute, draw.place(draw.drawn.span),
      say("按范围、人数和种子复算，抽中的应是 {}{}",
          "by its pool, count and seed the draw should be {}{}", listed(*right), how),
      say("对照公布的种子和范围；抽取结果不能改动，记录有误就改正",
          "compare the seed and the pool as announced; a draw may not be changed, a slip in its "
          "record is mended"));
}

}  // namespace zsup::rule
