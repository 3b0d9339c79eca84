#include "render/draw.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "record/yaml_text.h"
#include "render/json.h"
#include "render/places.h"
#include "render/scores.h"

namespace zsup::render {

using diag::Lang;
using diag::say;
using Json = nlohmann::ordered_json;
using record::Kind;
using record::Leader;
using record::Record;
using record::Spelling;

namespace {

// The leader or org that is meant: of a report whoever made it.
const Record& subject_of(const Record& record) {
  const auto* report = record::as<record::Report>(&record);
  return report != nullptr && report->by.target() != nullptr ? *report->by.target() : record;
}

// The measure word in Chinese.
std::string_view counted(Kind kind) {
  return kind == Kind::leader ? "名" : kind == Kind::report ? "份" : "个";
}

std::string heading(const DrawResult& result, const DrawView& view) {
  const reg::PoolRequest& from = result.request;
  if (view.lang == Lang::zh) {
    return fmt::format("{0}{1}抽取：从{2}共 {3} {5}中抽取 {4} {5}（截至 {6}）",
                       view.draft ? "【草稿：登记册有错误】" : "", from.period.chinese(),
                       pool_in_words(from).zh, result.lots.size(), result.count, counted(from.kind),
                       from.as_of.iso());
  }
  return fmt::format("{}Draw for {}: {} of {} {} (as of {})",
                     view.draft ? "[draft: the register has errors] " : "", from.period.english(),
                     result.count, result.lots.size(), pool_in_words(from).en, from.as_of.iso());
}

Table table_of(const reg::Register& reg, const DrawResult& result, const DrawView& view) {
  const bool csv = view.format == Format::csv;
  const bool leaders = result.request.kind == Kind::leader;
  const bool zh = view.lang == Lang::zh;
  Table table{
      {{{"次序", "place"}, Align::right}, {{"编号", "id"}, Align::left, true}, {{"名称", "name"}}},
      {}};
  if (leaders) table.columns.push_back({{"职务", "post"}});
  if (view.explain) table.columns.push_back({{"抽中", "drawn"}});
  table.columns.push_back({{"SHA-256", "SHA-256"}});
  if (csv) {
    for (const diag::Words title : {diag::Words{"期间", "period"}, diag::Words{"种子", "seed"},
                                    diag::Words{"截至", "as of"}, diag::Words{"草稿", "draft"}}) {
      table.columns.push_back({title});
    }
  }
  const std::size_t shown = view.explain ? result.lots.size() : result.count;
  for (std::size_t i = 0; i < shown; ++i) {
    const reg::Lot& lot = result.lots[i];
    const Record* record = reg.find(lot.id);
    std::vector<std::string> row{std::to_string(i + 1), std::string(lot.id),
                                 std::string(subject_name(subject_of(*record)))};
    if (leaders) row.emplace_back(*record::as<Leader>(record)->post);
    if (view.explain) row.emplace_back(i >= result.count ? "" : zh ? "是" : "yes");
    row.push_back(lot.digest);
    if (csv) {
      row.push_back(result.request.period.id());
      row.push_back(result.seed);
      row.push_back(result.request.as_of.iso());
      row.emplace_back(!view.draft ? "" : zh ? "草稿" : "draft");
    }
    table.rows.push_back(std::move(row));
  }
  return table;
}

Json json_of(const reg::Register& reg, const reg::Lot& lot) {
  const Record* record = reg.find(lot.id);
  Json out;
  out["kind"] = record::row_of(record->kind).id;
  out["id"] = json_text(lot.id);
  out["name"] = json_text(subject_name(subject_of(*record)));
  out["digest"] = lot.digest;
  return out;
}

std::string json(const reg::Register& reg, const DrawResult& result, const DrawView& view) {
  Places places(reg);
  Json out;
  out["period"] = result.request.period.id();
  out["as_of"] = result.request.as_of.iso();
  out["draft"] = view.draft;
  out["kind"] = record::row_of(result.request.kind).id;
  out["role"] = result.request.role ? Json(record::row_of(*result.request.role).id) : Json();
  out["under"] = result.request.under != nullptr ? json_text(result.request.under->name()) : Json();
  out["seed"] = json_text(result.seed);
  out["count"] = result.count;
  out["drawn"] = Json::array();
  out["pool"] = Json::array();
  for (std::size_t i = 0; i < result.lots.size(); ++i) {
    out["pool"].push_back(json_of(reg, result.lots[i]));
    if (i < result.count) out["drawn"].push_back(out["pool"].back());
  }
  out["recompute"] = json_text(recompute_line(result));
  out["recorded"] = Json::array();
  for (const record::Draw* draw : result.recorded) {
    Json one;
    one["id"] = json_text(draw->name());
    one["same"] = same_drawn(result, *draw);
    places.put(one, draw->id_place());
    out["recorded"].push_back(std::move(one));
  }
  return dump(out) + "\n";
}

}  // namespace

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

std::string render_draw(const reg::Register& reg, const DrawResult& result, const DrawView& view) {
  if (view.format == Format::json) return json(reg, result, view);
  const Table table = table_of(reg, result, view);
  if (view.format == Format::csv) return to_csv(table, view.lang, view.excel);
  const bool zh = view.lang == Lang::zh;
  const std::string title = heading(result, view);
  const std::string seed = (zh ? "种子：" : "seed: ") + result.seed;
  const std::string_view how =
      zh ? "任何人都可以用下面的命令复算（对“种子/编号”取 SHA-256，由小到大排列，取前几个）："
         : "Anybody can repeat it (the SHA-256 of seed/id, sorted, the first of them):";
  if (view.format == Format::markdown) {
    // A code block by indentation cannot be closed by what stands in it.
    return "# " + markdown_text(title) + "\n\n" + markdown_text(seed) + "\n\n" +
           to_markdown(table, view.lang) + "\n" + markdown_text(how) + "\n\n    " +
           recompute_line(result) + "\n";
  }
  return terminal_text(title) + "\n" + terminal_text(seed) + "\n\n" +
         to_terminal(table, view.lang, view.width) + "\n" + std::string(how) + "\n\n  " +
         terminal_text(recompute_line(result)) + "\n";
}

std::string draw_record(const DrawResult& result, const DrawRecord& how) {
  const record::ObjectSpec& spec = record::kind_row(Kind::draw).object();
  const auto key = [&](std::string_view name) {
    return std::string(record::spelled(*spec.find(name), how.spelling));
  };
  const auto scalar = [](std::string_view text) {
    return record::yaml_scalar(text, record::Where::block, true);
  };
  std::string text;
  if (!how.schema.empty()) text += "# yaml-language-server: $schema=" + how.schema + "\n";
  const auto line = [&](std::string_view name, std::string_view value) {
    text += fmt::format("{}: {}\n", key(name), value);
  };
  const auto list = [&](std::string_view name, std::vector<std::string_view> ids) {
    text += key(name) + ":\n";
    for (const std::string_view id : ids) text += "  - " + scalar(id) + "\n";
  };
  std::vector<std::string_view> drawn;
  std::vector<std::string_view> pool;
  for (const reg::Lot& lot : result.lots) {
    if (drawn.size() < result.count) drawn.push_back(lot.id);
    pool.push_back(lot.id);
  }
  std::sort(pool.begin(), pool.end());
  text += fmt::format("{}: {}\n", how.spelling == Spelling::chinese ? "种类" : "kind",
                      record::spelled(record::row_of(Kind::draw), how.spelling));
  line("id", scalar(how.id));
  line("period", result.request.period.id());
  line("count", std::to_string(result.count));
  line("seed", scalar(result.seed));
  line("held", result.request.as_of.iso());
  list("drawn", drawn);
  list("pool", pool);
  const diag::Text from = pool_in_words(result.request);
  const std::size_t size = result.lots.size();
  line("note", scalar(how.lang == Lang::zh ? fmt::format("范围：{}，共 {} {}", from.zh, size,
                                                         counted(result.request.kind))
                                           : fmt::format("pool: {}, {} in all", from.en, size)));
  return text;
}

}  // namespace zsup::render
