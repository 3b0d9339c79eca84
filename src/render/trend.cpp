#include "render/trend.h"

#include <nlohmann/json.hpp>

#include "render/json.h"
#include "render/scores.h"

namespace zsup::render {

using diag::Lang;
using Json = nlohmann::ordered_json;
using score::Trend;
using score::TrendLine;
using score::TrendPoint;

namespace {

std::string signed_text(value::Rational points) {
  return points > value::Rational(0) ? "+" + points.text() : points.text();
}

std::string heading(const Trend& trend, const TrendView& view) {
  if (view.lang == Lang::zh) {
    return fmt::format("{}各季度得分（截至 {}）", view.draft ? "【草稿：登记册有错误】" : "",
                       trend.as_of.iso());
  }
  return fmt::format("{}Scores by quarter (as of {})",
                     view.draft ? "[draft: the register has errors] " : "", trend.as_of.iso());
}

Table table_of(const Trend& trend, const TrendView& view) {
  const bool csv = view.format == Format::csv;
  const std::string nothing = csv ? "" : "—";
  const bool zh = view.lang == Lang::zh;
  Table table{{{{"对象", "subject"}},
               {{"编号", "id"}, Align::left, true},
               {{"期间", "period"}},
               {{"指标", "indicators"}, Align::right},
               {{"得分", "score"}, Align::right},
               {{"变化", "change"}, Align::right},
               {{"名次", "place"}, Align::right},
               {{"等次", "band"}},
               {{"灯", "light"}}},
              {}};
  if (csv) {
    table.columns.push_back({{"满分", "full marks"}, Align::right});
    table.columns.push_back({{"一票否决", "veto"}});
    table.columns.push_back({{"截至", "as of"}});
    table.columns.push_back({{"草稿", "draft"}});
  }
  for (const TrendLine& line : trend.lines) {
    bool first = true;
    for (const TrendPoint& point : line.points) {
      // A subject is named once, on the first of its lines.
      const bool named = first || view.format != Format::table;
      first = false;
      std::string band = point.band.empty() ? nothing : std::string(point.band);
      if (point.veto && !csv) band += zh ? "（一票否决）" : " (veto)";
      std::vector<std::string> row{named ? std::string(subject_name(*line.subject)) : "",
                                   named ? std::string(line.subject->name()) : "",
                                   point.period.id(),
                                   std::to_string(point.indicators),
                                   point.score ? point.score->text() : nothing,
                                   !point.change ? nothing
                                   : csv         ? point.change->text()
                                                 : signed_text(*point.change),
                                   point.place ? std::to_string(*point.place) : nothing,
                                   std::move(band),
                                   std::string(reg::words_of(point.light).in(view.lang))};
      if (csv) {
        row.push_back(point.full ? point.full->text() : "");
        row.emplace_back(!point.veto ? "" : zh ? "是" : "yes");
        row.push_back(trend.as_of.iso());
        row.emplace_back(!view.draft ? "" : zh ? "草稿" : "draft");
      }
      table.rows.push_back(std::move(row));
    }
  }
  return table;
}

Json json_of(const TrendPoint& point) {
  Json out;
  out["period"] = point.period.id();
  out["indicators"] = point.indicators;
  out["score"] = point.score ? Json(point.score->text()) : Json();
  out["full"] = point.full ? Json(point.full->text()) : Json();
  out["change"] = point.change ? Json(point.change->text()) : Json();
  out["place"] = point.place ? Json(*point.place) : Json();
  out["band"] = point.band.empty() ? Json() : json_text(point.band);
  out["veto"] = point.veto;
  out["light"] = reg::id_of(point.light);
  return out;
}

std::string json(const Trend& trend, const TrendView& view) {
  Json out;
  out["as_of"] = trend.as_of.iso();
  out["draft"] = view.draft;
  out["periods"] = Json::array();
  for (const value::Period period : trend.periods) out["periods"].push_back(period.id());
  out["subjects"] = Json::array();
  for (const TrendLine& line : trend.lines) {
    Json subject;
    subject["kind"] = record::row_of(line.subject->kind).id;
    subject["id"] = json_text(line.subject->name());
    subject["name"] = json_text(subject_name(*line.subject));
    subject["points"] = Json::array();
    for (const TrendPoint& point : line.points) subject["points"].push_back(json_of(point));
    out["subjects"].push_back(std::move(subject));
  }
  out["without_policy"] = Json::array();
  for (const value::Period period : trend.without_policy) {
    out["without_policy"].push_back(period.id());
  }
  out["without_calendar"] = Json::array();
  for (const auto& [period, year] : trend.without_calendar) {
    out["without_calendar"].push_back(period.id());
  }
  return dump(out) + "\n";
}

}  // namespace

std::string render_trend(const Trend& trend, const TrendView& view) {
  if (view.format == Format::json) return json(trend, view);
  const Table table = table_of(trend, view);
  if (view.format == Format::csv) return to_csv(table, view.lang, view.excel);
  if (view.format == Format::markdown) {
    return "# " + markdown_text(heading(trend, view)) + "\n\n" + to_markdown(table, view.lang);
  }
  return terminal_text(heading(trend, view)) + "\n\n" + to_terminal(table, view.lang, view.width);
}

}  // namespace zsup::render
