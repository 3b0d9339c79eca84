#include "view/statistics.h"

#include <algorithm>

#include "record/record.h"
#include "view/common.h"
#include "view/keys.h"

namespace zsup::view {

using stats::Behind;
using stats::Statistics;
using stats::Unit;

namespace {

// A record behind a cell.
struct OfCell {
  const stats::Cell* cell;
  const Behind* behind;
};

constexpr auto behind_members = std::to_array<Member<OfCell>>({
    member("record", {"记录的编号", "the record's id"},
           [](const OfCell& one) { return Id<Named>{one.behind->record->name()}; }),
    member("file", {"所在文件", "the file that says so"},
           [](const OfCell& one, In& in) { return in.places.file(one.behind->place); }),
    member("line", {"行号，从 1 起", "its line, counted from 1"},
           [](const OfCell& one, In& in) { return in.places.line(one.behind->place); }),
    member("amount", {"它在金额中占多少", "what it adds to a sum of money"},
           [](const OfCell& one) {
             return OrLeftOut(one.cell->unit == Unit::money ? some(one.behind->share)
                                                            : std::nullopt);
           }),
    member("who", {"它计的是谁", "whom it counts"},
           [](const OfCell& one) {
             return OrLeftOut(one.cell->unit == Unit::money ? std::nullopt
                                                            : some(one.behind->share));
           }),
});

constexpr auto head_members = std::to_array<Member<Statistics>>({
    version_member<Statistics>,
    member("period", {"期间", "the period"}, [](const Statistics& s) { return s.period; }),
    member("as_of", {"截至哪一天", "the as-of date"}, [](const Statistics& s) { return s.as_of; }),
    draft_member<Statistics>,
});

Cell<Named> number_of(const stats::Cell& cell) {
  if (!cell.number) return {};
  switch (cell.unit) {
    case Unit::count:
      return *cell.number;
    case Unit::percent:
      return value::Rational(*cell.number, 100);
    case Unit::money:
      return value::Money{*cell.number};
  }
  return {};
}

class Maker {
 public:
  Maker(const Statistics& statistics, const StatisticsWanted& wanted, In& in)
      : statistics_(statistics), wanted_(wanted), in_(in) {}

  void add_cells(Object<Named>& data) const {
    for (const stats::Cell& cell : statistics_.cells) {
      Object<Named>* at = &data;
      const std::string_view key = cell.key;
      std::size_t from = 0;
      for (std::size_t dot = key.find('.'); dot != key.npos; dot = key.find('.', from)) {
        at = &std::get<Object<Named>>(entry(*at, key.substr(from, dot - from)).value);
        from = dot + 1;
      }
      entry(*at, key.substr(from)).value = number_of(cell);
    }
    Object<Named> natures;
    for (const stats::Cell& cell : statistics_.cells) {
      natures.push_back({std::string_view(cell.key), {Cell<Named>(Word{id_of(cell.nature), {}})}});
    }
    data.push_back({std::string_view("natures"), {std::move(natures)}});
    if (!wanted_.explain) return;
    Object<Named> records;
    for (const stats::Cell& cell : statistics_.cells) {
      if (!is_explained(cell)) continue;
      records.push_back(
          {std::string_view(cell.key), {OneByOne<Named>{[&cell, this](const Take<Named>& take) {
             for (const Behind& behind : cell.records) {
               const OfCell one{&cell, &behind};
               in_.spend_at(behind.place);
               Node<Named> node = object(Members<OfCell>(behind_members), one, in_);
               in_.spend(size_of(node));
               take(std::move(node));
             }
           }}}});
    }
    data.push_back({std::string_view("records"), {std::move(records)}});
  }

  // People are spared the zeros of a breakdown; scripts are not.
  Section<Named> figures(bool all) const {
    Section<Named> section;
    section.columns = {{"", {"项目", "figure"}},
                       {"", {"数值", "value"}, Align::right},
                       {"", {"键", "key"}},
                       {"period", {"期间", "period"}, Align::left, Seen::by_scripts},
                       {"as_of", {"截至", "as of"}, Align::left, Seen::by_scripts},
                       draft_column};
    section.rows = [this, all](const TakeRow<Named>& take) {
      for (const stats::Cell& cell : statistics_.cells) {
        if (!all && cell.breakdown && cell.number == 0) continue;
        take({{Named(cell.label.in(in_.lang)), number_of(cell), Named(cell.key), statistics_.period,
               statistics_.as_of, draft_cell(in_)}});
      }
    };
    return section;
  }

  // Each cell with what is behind it.
  void explain(const std::function<void(const Section<Named>&)>& take) const {
    for (const stats::Cell& cell : statistics_.cells) {
      // A group shows what there is; a cell that was asked for shows that there is nothing.
      if (is_explained(cell) && (!cell.records.empty() || cell.key == wanted_.only)) {
        take(behind(cell));
      }
    }
  }

  Section<Named> records() const {
    Section<Named> section;
    section.columns = {{"", {"键", "key"}},
                       {"", {"项目", "figure"}},
                       {"", {"数值", "value"}, Align::right},
                       {"record", {"记录", "record"}},
                       {"file", {"文件", "file"}},
                       {"line", {"行", "line"}, Align::right},
                       {"", {"对象或金额", "who or amount"}},
                       {"", {"内容", "matter"}}};
    section.rows = [this](const TakeRow<Named>& take) {
      for (const stats::Cell& cell : statistics_.cells) {
        if (!is_explained(cell)) continue;
        for (const Behind& one : cell.records) {
          in_.spend_at(one.place);
          take(in_.paid({{Named(cell.key), Named(cell.label.in(in_.lang)), number_of(cell),
                          Id<Named>{one.record->name()}, or_nothing(in_.places.file(one.place)),
                          or_nothing(in_.places.line(one.place)), Named(one.share),
                          Named(record::matter_of(*one.record))}}));
        }
      }
    };
    return section;
  }

 private:
  static Node<Named>& entry(Object<Named>& object, std::string_view key) {
    for (auto& [known, value] : object) {
      if (std::get<std::string_view>(known) == key) return value;
    }
    object.push_back({key, {Object<Named>{}}});
    return object.back().value;
  }

  bool is_explained(const stats::Cell& cell) const {
    return wanted_.explain && (wanted_.only.empty() || cell.key == wanted_.only ||
                               cell.key.starts_with(wanted_.only + "."));
  }

  Section<Named> behind(const stats::Cell& cell) const {
    Section<Named> section;
    const std::string number = cell.number ? cell.text() : "—";
    section.title = in_.say("{}：{}（{}）", "{}: {} ({})", cell.label, number, cell.key);
    const bool shares = std::any_of(cell.records.begin(), cell.records.end(),
                                    [](const Behind& one) { return !one.share.empty(); });
    section.columns = {{"record", {"记录", "record"}}, {"", {"出处", "source"}}};
    if (cell.unit == Unit::money) {
      section.columns.push_back({"amount", {"金额", "amount"}, Align::right});
    } else if (shares) {
      section.columns.push_back({"who", {"对象", "who"}});
    }
    section.columns.push_back({"", {"内容", "matter"}});
    section.rows = [this, &cell, shares](const TakeRow<Named>& take) {
      for (const Behind& one : cell.records) {
        Row<Named> row{{Id<Named>{one.record->name()}, in_.places.link(one.place)}};
        if (shares || cell.unit == Unit::money) row.cells.push_back(Named(one.share));
        row.cells.push_back(Named(record::matter_of(*one.record)));
        in_.spend_at(one.place);
        take(in_.paid(std::move(row)));
      }
    };
    return section;
  }

  const Statistics& statistics_;
  StatisticsWanted wanted_;
  In& in_;
};

struct Kept {
  Kept(const reg::Register& reg, const Statistics& statistics, const StatisticsWanted& wanted)
      : in(reg, wanted), maker(statistics, wanted, in) {}
  In in;
  Maker maker;
};

}  // namespace

Page<Named> statistics_page(const reg::Register& reg, const Statistics& statistics,
                            const StatisticsWanted& wanted) {
  const auto kept = std::make_shared<Kept>(reg, statistics, wanted);
  Page<Named> page;
  page.draft = wanted.draft;
  page.kept = kept;
  page.heading = kept->in.say("{}统计（截至 {}）", "Statistics of {} (as of {})",
                              in_words(statistics.period), statistics.as_of.iso());
  page.data = object(Members<Statistics>(head_members), statistics, kept->in);
  const Maker& maker = kept->maker;
  maker.add_cells(std::get<Object<Named>>(page.data.value));
  page.sections = [&maker, explain = wanted.explain](const auto& take) {
    explain ? maker.explain(take) : take(maker.figures(false));
  };
  page.sheet = [&maker, explain = wanted.explain] {
    return explain ? maker.records() : maker.figures(true);
  };
  return page;
}

std::vector<Key> statistics_keys(const Statistics& statistics) {
  std::vector<Key> keys = keys_of(described<Statistics>(head_members));
  for (const stats::Cell& cell : statistics.cells) {
    std::vector<Key>* at = &keys;
    const std::string_view path = cell.key;
    for (std::size_t from = 0; from < path.size();) {
      const std::size_t dot = std::min(path.find('.', from), path.size());
      const std::string name(path.substr(from, dot - from));
      auto found =
          std::find_if(at->begin(), at->end(), [&](const Key& key) { return key.name == name; });
      if (found == at->end()) {
        Key key;
        key.name = name;
        key.sort = Sort::object;
        found = at->insert(at->end(), std::move(key));
      }
      if (dot == path.size()) {
        found->doc = cell.label;
        found->sort = cell.unit == Unit::count     ? Sort::integer
                      : cell.unit == Unit::percent ? Sort::decimal
                                                   : Sort::money;
        found->nullable = true;
      }
      at = &found->inside;
      from = dot + 1;
    }
  }
  Key nature;
  nature.sort = Sort::word;
  nature.words = {"flow", "state", "distinct", "rate"};
  Key natures;
  natures.name = "natures";
  natures.doc = diag::say(
      "每项是哪一种数：flow 各季度可以相加；state 为截至当日的状况，distinct "
      "每期去重，都不能相加；rate 为比率",
      "what each figure is: a flow adds up over quarters; a state is that of the as-of date, and "
      "what is distinct counts once a period, so that neither adds up; a rate");
  natures.sort = Sort::object;
  natures.own_keys = true;
  natures.inside = {std::move(nature)};
  keys.push_back(std::move(natures));
  Key behind;
  behind.sort = Sort::object;
  behind.list = true;
  behind.inside = keys_of(described<OfCell>(behind_members));
  Key records;
  records.name = "records";
  records.doc = diag::say("用 --explain 时才有：每项由哪些记录得来，以项目的键为键",
                          "with --explain: the records behind each figure, by the figure's key");
  records.sort = Sort::object;
  records.own_keys = true;
  records.always = false;
  records.inside = {std::move(behind)};
  keys.push_back(std::move(records));
  return keys;
}

}  // namespace zsup::view
