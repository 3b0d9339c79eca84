#include "view/draw.h"

#include <algorithm>

#include "record/kinds/draw.h"
#include "record/kinds/leader.h"
#include "record/kinds/report.h"
#include "view/common.h"

namespace zsup::view {

using diag::say;
using record::Kind;
using record::Leader;
using record::Record;

namespace {

// The leader or org that is meant: of a report whoever made it.
const Record& subject_of(const Record& record) {
  const auto* report = record::as<record::Report>(&record);
  return report != nullptr && report->by.target() != nullptr ? *report->by.target() : record;
}

constexpr auto lot_members = std::to_array<Member<reg::Lot>>({
    member("kind", {"种类：leader、org 或 report", "leader, org or report"},
           [](const reg::Lot& lot, In& in) { return in.reg.find(lot.id)->kind; }),
    member("id", {"编号", "its id"}, [](const reg::Lot& lot) { return Id<Named>{lot.id}; }),
    member("name", {"名称；报告为报送人的", "its name; of a report that of whoever made it"},
           [](const reg::Lot& lot, In& in) {
             return Named(subject_name(subject_of(*in.reg.find(lot.id))));
           }),
    member("digest", {"“种子/编号”的 SHA-256", "the SHA-256 of seed/id"},
           [](const reg::Lot& lot) { return Named(lot.digest); }),
});

struct Recorded {
  const DrawResult* result;
  const record::Draw* draw;
};
constexpr auto recorded_members = std::to_array<Member<Recorded>>({
    member("id", {"抽取记录的编号", "the record's id"},
           [](const Recorded& one) { return Id<Named>{one.draw->name()}; }),
    member("same", {"抽中的和这次相同，次序也相同", "whether it drew the same, in the same order"},
           [](const Recorded& one) { return same_drawn(*one.result, *one.draw); }),
    member("file", {"所在文件", "its file"},
           [](const Recorded& one, In& in) { return in.places.file(one.draw->id_place()); }),
    member("line", {"行号，从 1 起", "its line, counted from 1"},
           [](const Recorded& one, In& in) { return in.places.line(one.draw->id_place()); }),
});

constexpr auto members = std::to_array<Member<DrawResult>>({
    version_member<DrawResult>,
    member("period", {"期间", "the period"}, [](const DrawResult& r) { return r.request.period; }),
    member("as_of", {"截至哪一天", "the as-of date"},
           [](const DrawResult& r) { return r.request.as_of; }),
    draft_member<DrawResult>,
    member("kind",
           {"从哪一种中抽取：leader、org 或 report", "what is drawn: leader, org or report"},
           [](const DrawResult& r) { return r.request.kind; }),
    member("role", {"只从这种身份的领导干部中抽取", "the only role of leaders that is drawn from"},
           [](const DrawResult& r) { return r.request.role; }),
    member("under",
           {"只从这个组织及其下级中抽取", "the org that is drawn from, with those below it"},
           [](const DrawResult& r) {
             return r.request.under == nullptr ? std::nullopt
                                               : std::optional(Id<Named>{r.request.under->name()});
           }),
    member("seed", {"事先公布的种子", "the seed, announced beforehand"},
           [](const DrawResult& r) { return Named(r.seed); }),
    member("count", {"抽取几个", "how many are drawn"},
           [](const DrawResult& r) { return r.count; }),
    each<lot_members>("drawn", {"抽中的，依次", "those drawn, in order"},
                      [](const DrawResult& r, In&, const TakeEach<reg::Lot>& take) {
                        for (std::size_t at = 0; at < r.count; ++at) take(r.lots[at]);
                      }),
    each<lot_members>("pool", {"范围内的全部，依次", "the whole pool, in order"},
                      [](const DrawResult& r, In&, const TakeEach<reg::Lot>& take) {
                        for (const reg::Lot& lot : r.lots) take(lot);
                      }),
    member("recompute", {"在 shell 中复算的一行命令", "a line for a shell that repeats the draw"},
           [](const DrawResult& r) { return Named(recompute_line(r)); }),
    each<recorded_members>("recorded",
                           {"登记册里本期间的抽取", "the draws of the period on record"},
                           [](const DrawResult& r, In&, const TakeEach<Recorded>& take) {
                             for (const record::Draw* draw : r.recorded) take({&r, draw});
                           }),
});

Section<Named> section_of(const DrawResult& result, In& in, bool explain) {
  const bool leaders = result.request.kind == Kind::leader;
  Section<Named> section;
  section.columns = {
      {"", {"次序", "place"}, Align::right}, {"id", {"编号", "id"}}, {"name", {"名称", "name"}}};
  if (leaders) section.columns.push_back({"", {"职务", "post"}});
  if (explain) section.columns.push_back({"", {"抽中", "drawn"}});
  section.columns.push_back({"digest", {"SHA-256", "SHA-256"}});
  section.columns.push_back({"period", {"期间", "period"}, Align::left, Seen::by_scripts});
  section.columns.push_back({"seed", {"种子", "seed"}, Align::left, Seen::by_scripts});
  section.columns.push_back({"as_of", {"截至", "as of"}, Align::left, Seen::by_scripts});
  section.columns.push_back(draft_column);
  section.rows = [&result, &in, explain, leaders](const TakeRow<Named>& take) {
    const std::size_t shown = explain ? result.lots.size() : result.count;
    for (std::size_t at = 0; at < shown; ++at) {
      const reg::Lot& lot = result.lots[at];
      const Record* record = in.reg.find(lot.id);
      Row<Named> row{{static_cast<std::int64_t>(at + 1), Id<Named>{lot.id},
                      Named(subject_name(subject_of(*record)))}};
      if (leaders) row.cells.push_back(Named(*record::as<Leader>(record)->post));
      if (explain) row.cells.push_back(YesNo{at < result.count});
      row.cells.push_back(Named(lot.digest));
      row.cells.push_back(result.request.period);
      row.cells.push_back(Named(result.seed));
      row.cells.push_back(result.request.as_of);
      row.cells.push_back(draft_cell(in));
      take(row);
    }
  };
  return section;
}

}  // namespace

std::string_view measure_word(Kind kind) {
  return kind == Kind::leader ? "名" : kind == Kind::report ? "份" : "个";
}

Page<Named> draw_page(const reg::Register& reg, const DrawResult& result, Wanted wanted,
                      bool explain) {
  const auto in = std::make_shared<In>(reg, wanted);
  Page<Named> page = page_of<DrawResult>(members, result, in);
  const reg::PoolRequest& from = result.request;
  page.heading = in->say("{0}抽取：从{1}共 {2} {4}中抽取 {3} {4}（截至 {5}）",
                         "Draw for {0}: {3} of {2} {1} (as of {5})", in_words(from.period),
                         pool_in_words(from), result.lots.size(), result.count,
                         measure_word(from.kind), from.as_of.iso());
  page.notes = {Named(in->say("种子：", "seed: ") + result.seed)};
  page.sections = [&result, in, explain](const auto& take) {
    take(section_of(result, *in, explain));
  };
  page.command = {
      Named(in->say(
          "任何人都可以用下面的命令复算（对“种子/编号”取 SHA-256，由小到大排列，取前几个）：",
          "Anybody can repeat it (the SHA-256 of seed/id, sorted, the first of them):")),
      Named(recompute_line(result))};
  return page;
}

std::vector<Described> draw_keys() {
  return described<DrawResult>(members);
}

bool same_drawn(const DrawResult& result, const record::Draw& draw) {
  const std::vector<std::string_view> drawn = reg::ids_of(draw.drawn);
  return drawn.size() == result.count &&
         std::equal(drawn.begin(), drawn.end(), result.lots.begin(),
                    [](std::string_view id, const reg::Lot& lot) { return id == lot.id; });
}

diag::Text pool_in_words(const reg::PoolRequest& request) {
  const bool within = request.under != nullptr;
  const diag::Text where =
      within ? say("{0}及其下级组织", " within {0}", subject_name(*request.under)) : diag::Text{};
  if (request.kind == Kind::org) {
    if (!within) return say("全部组织", "all organisations");
    return {where.zh, "organisations" + where.en};
  }
  if (request.kind == Kind::report) {
    return say("{0}本期报告", "reports of the period{1}", within ? where.zh + "的" : "", where.en);
  }
  const diag::Words role =
      request.role ? record::row_of(*request.role).label : diag::Words{"领导干部", ""};
  return say("{}{}在任的{}", "leaders{3}{0} in office on {1}", where,
             request.period.last_day().iso(), role.zh,
             request.role ? fmt::format(" ({})", role.en) : "");
}

std::string recompute_line(const DrawResult& result) {
  std::string ids;
  for (const reg::Lot& lot : result.lots) ids += " " + std::string(lot.id);
  std::string seed;
  for (const char c : result.seed) seed += c == '\'' ? std::string("'\\''") : std::string(1, c);
  return fmt::format(
      "for id in{}; do printf '%s  %s\\n' \"$(printf '%s/%s' '{}' \"$id\" | sha256sum | cut -c "
      "1-64)\" \"$id\"; done | LC_ALL=C sort | head -n {}",
      ids, seed, result.count);
}

}  // namespace zsup::view
