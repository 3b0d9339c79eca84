#include "render/statistics.h"

#include <nlohmann/json.hpp>

#include "render/json.h"
#include "render/places.h"
#include "render/written.h"

namespace zsup::render {

using diag::Lang;
using Json = nlohmann::ordered_json;
using stats::Behind;
using stats::Cell;
using stats::Statistics;
using stats::Unit;

namespace {

class Writer {
 public:
  Writer(const reg::Register& reg, const Statistics& statistics, const StatisticsView& view)
      : reg_(reg), statistics_(statistics), view_(view), places_(reg) {}

  std::string write() {
    if (view_.format == Format::json) return json();
    if (view_.format == Format::csv) {
      return to_csv(view_.explain ? records() : figures(), view_.lang, view_.excel);
    }
    const std::string text = view_.explain ? explained() : table();
    if (view_.format == Format::markdown) return "# " + markdown_text(heading()) + "\n\n" + text;
    return terminal_text(heading()) + "\n\n" + text;
  }

 private:
  bool zh() const { return view_.lang == Lang::zh; }

  std::string heading() const {
    if (zh()) {
      return fmt::format("{}{}统计（截至 {}）", view_.draft ? "【草稿：登记册有错误】" : "",
                         statistics_.period.chinese(), statistics_.as_of.iso());
    }
    return fmt::format("{}Statistics of {} (as of {})",
                       view_.draft ? "[draft: the register has errors] " : "",
                       statistics_.period.english(), statistics_.as_of.iso());
  }

  bool is_explained(const Cell& cell) const {
    return view_.explain && belongs_to(cell, view_.only);
  }

  std::string table() const {
    const Table all = figures();
    return view_.format == Format::markdown ? to_markdown(all, view_.lang)
                                            : to_terminal(all, view_.lang, view_.width);
  }

  // People are spared the zeros of a breakdown; scripts are not.
  Table figures() const {
    const bool csv = view_.format == Format::csv;
    Table table{{{{"项目", "figure"}}, {{"数值", "value"}, Align::right}, {{"键", "key"}}}, {}};
    if (csv) {
      table.columns.push_back({{"期间", "period"}});
      table.columns.push_back({{"截至", "as of"}});
      table.columns.push_back({{"草稿", "draft"}});
    }
    for (const Cell& cell : statistics_.cells) {
      if (!csv && cell.breakdown && cell.number == 0) continue;
      const std::string nothing = csv ? "" : "—";
      std::vector<std::string> row{cell.label.in(view_.lang), cell.number ? cell.text() : nothing,
                                   cell.key};
      if (csv) {
        row.push_back(statistics_.period.id());
        row.push_back(statistics_.as_of.iso());
        row.emplace_back(!view_.draft ? "" : zh() ? "草稿" : "draft");
      }
      table.rows.push_back(std::move(row));
    }
    return table;
  }

  // Each cell with what is behind it.
  std::string explained() {
    std::string out;
    for (const Cell& cell : statistics_.cells) {
      // A group shows what there is; a cell that was asked for shows that there is nothing.
      if (!is_explained(cell) || (cell.records.empty() && cell.key != view_.only)) continue;
      const std::string number = cell.number ? cell.text() : "—";
      const std::string title = zh() ? fmt::format("{}：{}（{}）", cell.label.zh, number, cell.key)
                                     : fmt::format("{}: {} ({})", cell.label.en, number, cell.key);
      if (!out.empty()) out += "\n";
      const bool markdown = view_.format == Format::markdown;
      out += markdown ? "## " + markdown_text(title) + "\n" : terminal_text(title) + "\n";
      if (cell.records.empty()) continue;
      const Table list = behind(cell);
      out += markdown ? "\n" + to_markdown(list, view_.lang)
                      : to_terminal(list, view_.lang, view_.width);
    }
    return out;
  }

  Table behind(const Cell& cell) {
    Table table{{{{"记录", "record"}, Align::left, true}, {{"出处", "source"}}}, {}};
    bool shares = false;
    for (const Behind& one : cell.records) shares = shares || !one.share.empty();
    const bool money = cell.unit == Unit::money;
    if (money) {
      table.columns.push_back({{"金额", "amount"}, Align::right});
    } else if (shares) {
      table.columns.push_back({{"对象", "who"}});
    }
    table.columns.push_back({{"内容", "matter"}});
    for (const Behind& one : cell.records) {
      std::vector<std::string> row{std::string(one.record->name()), places_.where(one.place)};
      if (shares) row.emplace_back(one.share);
      row.emplace_back(record::matter_of(*one.record));
      reg_.budget().hold(one.place, written, size_of(row));
      table.rows.push_back(std::move(row));
    }
    return table;
  }

  Table records() {
    Table table{{{{"键", "key"}},
                 {{"项目", "figure"}},
                 {{"数值", "value"}, Align::right},
                 {{"记录", "record"}, Align::left, true},
                 {{"文件", "file"}},
                 {{"行", "line"}, Align::right},
                 {{"对象或金额", "who or amount"}},
                 {{"内容", "matter"}}},
                {}};
    for (const Cell& cell : statistics_.cells) {
      if (!is_explained(cell)) continue;
      for (const Behind& one : cell.records) {
        table.rows.push_back({cell.key, cell.label.in(view_.lang), cell.text(),
                              std::string(one.record->name()), places_.file(one.place),
                              places_.line(one.place), std::string(one.share),
                              std::string(record::matter_of(*one.record))});
        reg_.budget().hold(one.place, written, size_of(table.rows.back()));
      }
    }
    return table;
  }

  std::string json() {
    Json out;
    out["period"] = statistics_.period.id();
    out["as_of"] = statistics_.as_of.iso();
    out["draft"] = view_.draft;
    for (const Cell& cell : statistics_.cells) {
      Json* at = &out;
      for (std::size_t from = 0; from <= cell.key.size();) {
        const std::size_t dot = std::min(cell.key.find('.', from), cell.key.size());
        at = &(*at)[cell.key.substr(from, dot - from)];
        from = dot + 1;
      }
      if (!cell.number) continue;  // null
      if (cell.unit == Unit::count) {
        *at = *cell.number;
      } else {
        *at = cell.text();
      }
    }
    out["natures"] = Json::object();
    for (const Cell& cell : statistics_.cells) out["natures"][cell.key] = id_of(cell.nature);
    if (view_.explain) {
      out["records"] = Json::object();
      for (const Cell& cell : statistics_.cells) {
        if (is_explained(cell)) out["records"][cell.key] = records_of(cell);
      }
    }
    return dump(out) + "\n";
  }

  Json records_of(const Cell& cell) {
    Json list = Json::array();
    for (const Behind& one : cell.records) {
      constexpr std::size_t a_value = 400;  // of JSON, until it is written
      reg_.budget().hold(one.place, written, a_value);
      Json entry;
      entry["record"] = json_text(one.record->name());
      places_.put(entry, one.place);
      if (!one.share.empty()) {
        entry[cell.unit == Unit::money ? "amount" : "who"] = json_text(one.share);
      }
      list.push_back(std::move(entry));
    }
    return list;
  }

  const reg::Register& reg_;
  const Statistics& statistics_;
  const StatisticsView& view_;
  Places places_;
};

}  // namespace

bool belongs_to(const Cell& cell, std::string_view only) {
  return only.empty() || cell.key == only || cell.key.starts_with(std::string(only) + ".");
}

std::string render_statistics(const reg::Register& reg, const Statistics& statistics,
                              const StatisticsView& view) {
  return Writer(reg, statistics, view).write();
}

}  // namespace zsup::render
