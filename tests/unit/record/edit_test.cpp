// What an edit writes, byte for byte, and what it leaves alone.
#include "record/edit.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <memory>
#include <optional>
#include <random>

#include "record/example.h"
#include "record/kinds/finding.h"
#include "unit/record/decoded.h"

namespace zsup::record {

namespace {

YamlValue text(std::string_view words) {
  return YamlValue::scalar(words, true);
}

YamlValue list_of(std::initializer_list<std::string_view> items) {
  YamlValue list;
  list.form = YamlValue::Form::list;
  for (const std::string_view item : items) list.items.push_back(text(item));
  return list;
}

YamlValue closed_on(value::Date date) {
  Event step;
  step.date = given(date);
  step.what = given(FindingEvent::closed);
  step.by = given(Ref{"jw"});
  return value_of(step);
}

// The file after the changes of its record of that number, or "refused: …".
std::string edited(const std::string& bytes, std::initializer_list<Change> changes,
                   std::size_t number = 0) {
  const Decoded file = decoded(bytes);
  REQUIRE(file.records.size() > number);
  REQUIRE(file.records[number] != nullptr);
  const auto result =
      edit(bytes, *file.records[number], std::span(changes.begin(), changes.size()));
  if (const auto* refused = std::get_if<diag::Refused>(&result)) {
    return "refused: " + refused->message.en +
           (refused->help.empty() ? "" : " | " + refused->help.en);
  }
  return std::get<std::string>(result);
}

const std::string finding =
    "# 第一季度\n"
    "种类: 问题   # 不要改\n"
    "编号: f-1\n"
    "内容: '招标未比价'  # 原话\n"
    "来源: 日常监督\n"
    "单位: transport\n"
    "\n"
    "# 整改\n"
    "进展:\n"
    "  # 先认领\n"
    "  - {日期: 2018-07-03, 进展: 认领, 经办: chen}  # 当天\n"
    "备注: 完\n";

std::string with(std::string bytes, std::string_view old, std::string_view by) {
  const std::size_t at = bytes.find(old);
  REQUIRE(at != std::string::npos);
  return bytes.replace(at, old.size(), by);
}

std::string with_returns(std::string_view bytes) {
  std::string out;
  for (const char c : bytes) out += c == '\n' ? "\r\n" : std::string(1, c);
  return out;
}

}  // namespace

TEST_CASE("a field is set in its own quotes, and the comment behind it stays") {
  CHECK(edited(finding, {set({"text"}, text("it's"))}) == with(finding, "'招标未比价'", "'it''s'"));
  CHECK(edited(finding, {set({"内容"}, text("甲\u3000乙"))}) ==
        with(finding, "'招标未比价'", "'甲\u3000乙'"));
  CHECK(edited(finding, {set({"org"}, text("0012"))}) == with(finding, "transport", "\"0012\""));
  // Words are spelt as the one that they replace.
  CHECK(edited(finding, {set({"source"}, text("inspection"))}) ==
        with(finding, "日常监督", "巡察"));
  CHECK(edited(with(finding, "日常监督", "daily"), {set({"source"}, text("巡察"))}) ==
        with(finding, "日常监督", "inspection"));
  // What it says already is not written again.
  CHECK(edited(finding, {set({"source"}, text("daily"))}) == finding);
}

TEST_CASE("a field that is not there goes behind those that the table has before it") {
  CHECK(edited(finding, {set({"amount"}, YamlValue::scalar("1.8万元", false))}) ==
        with(finding, "单位: transport\n", "单位: transport\n涉及金额: 1.8万元\n"));
  CHECK(edited(finding, {set({"categories"}, list_of({"procurement"}))}) ==
        with(finding, "来源: 日常监督\n", "来源: 日常监督\n类别: [采购]\n"));
  SpotCheck target;
  target.report = given(Ref{"r-1"});
  target.duty = given(Ref{"d-1"});
  target.verdict = given(SpotCheckVerdict::genuine);
  const std::string tested =
      with(finding, "# 当天\n", "# 当天\n抽查对象: {报告: r-1, 任务: d-1, 抽查结论: 属实}\n");
  CHECK(edited(finding, {set({"target"}, value_of(target))}) == tested);
  CHECK(edited(tested, {set({"target", "verdict"}, text("false"))}) ==
        with(tested, "属实", "弄虚作假"));
  // One of its fields alone is none: what else is required is told.
  CHECK(
      edited(finding, {set({"target", "report"}, text("r-1"))}) ==
      "refused: what a spot check tested lacks the required field 'duty' (任务) | add a line such "
      "as 'duty: township-risk-reminders'");
}

TEST_CASE("a step goes behind the last one, as that one is written") {
  CHECK(edited(finding, {append({"events"}, closed_on(value::Date::of(2018, 9, 3)))}) ==
        with(finding, "# 当天\n", "# 当天\n  - {日期: 2018-09-03, 进展: 销号, 经办: jw}\n"));
  const std::string block =
      "kind: finding\nid: f-1\ntext: x\nsource: daily\norg: a\nevents:\n"
      "-   date: 2018-07-03\n    what: claimed\n    note: |+\n      one\n\n\n# the end\n";
  CHECK(edited(block, {append({"events"}, closed_on(value::Date::of(2018, 9, 3)))}) ==
        with(block, "      one\n\n\n",
             "      one\n\n\n-   date: 2018-09-03\n    what: closed\n    by: jw\n"));
  const std::string apart =
      "kind: finding\nid: f-1\ntext: x\nsource: daily\norg: a\nevents:\n\n"
      "  - date: 2018-07-03\n    what: claimed\n\n  - date: 2018-07-04\n    what: submitted";
  CHECK(edited(apart, {append({"events"}, closed_on(value::Date::of(2018, 9, 3)))}) ==
        apart + "\n\n  - date: 2018-09-03\n    what: closed\n    by: jw");
}

TEST_CASE("a list that is not there or empty is made") {
  const std::string none = "kind: finding\nid: f-1\ntext: x\nsource: daily\norg: a\n";
  const std::string step = "  - {date: 2018-09-03, what: closed, by: jw}\n";
  const Change change = append({"events"}, closed_on(value::Date::of(2018, 9, 3)));
  CHECK(edited(none, {change}) == none + "events:\n" + step);
  CHECK(edited(none + "events:  # none yet\n", {change}) == none + "events:  # none yet\n" + step);
  CHECK(edited(none + "events: []\n", {change}) ==
        none + "events: [{date: 2018-09-03, what: closed, by: jw}]\n");
  CHECK(edited("{kind: finding, id: f-1, text: x, source: daily, org: a}", {change}) ==
        "{kind: finding, id: f-1, text: x, source: daily, org: a, "
        "events: [{date: 2018-09-03, what: closed, by: jw}]}");
}

TEST_CASE("lists in brackets grow as they are laid out") {
  const std::string head = "kind: finding\nid: f-1\ntext: x\nsource: daily\norg: a\n";
  const Change change = append({"categories"}, text("审计"));
  const Change other = append({"categories"}, text("procurement"));
  CHECK(edited(head + "categories: [funds]  # x\n", {other}) ==
        head + "categories: [funds, procurement]  # x\n");
  CHECK(edited(head + "categories: [\n  资金使用,\n  ]\n", {other}) ==
        head + "categories: [\n  资金使用,\n  采购,\n  ]\n");
  CHECK(edited(head + "categories: [\n  资金使用,  # 一\n  工作纪律  # 二\n  ]\n", {other}) ==
        head + "categories: [\n  资金使用,  # 一\n  工作纪律,  # 二\n  采购\n  ]\n");
  CHECK(edited(head + "categories: [\n  funds]\n", {other}) ==
        head + "categories: [\n  funds,\n  procurement]\n");
  CHECK(edited(head + "categories: [funds]\n", {change}).starts_with("refused: "));
}

TEST_CASE("ends of lines and the byte-order mark stay") {
  const std::string bytes = "\xEF\xBB\xBF" + with_returns(finding);
  CHECK(edited(bytes, {append({"events"}, closed_on(value::Date::of(2018, 9, 3))),
                       set({"text"}, text("甲\n乙"))}) ==
        "\xEF\xBB\xBF" +
            with_returns(with(
                with(finding, "# 当天\n", "# 当天\n  - {日期: 2018-09-03, 进展: 销号, 经办: jw}\n"),
                "'招标未比价'  # 原话\n", "|-  # 原话\n  甲\n  乙\n")));
}

TEST_CASE("a text of several lines keeps its indentation and the comment of its header") {
  const std::string bytes =
      "kind: finding\nid: f-1\ntext: |  # as told\n     one\n     two\n\nsource: daily\norg: a\n";
  CHECK(edited(bytes, {set({"text"}, text("three\nfour"))}) ==
        "kind: finding\nid: f-1\ntext: |-  # as told\n     three\n     four\n\nsource: daily\norg: "
        "a\n");
  CHECK(edited(bytes, {set({"text"}, text("a: b"))}) ==
        "kind: finding\nid: f-1\ntext: |-  # as told\n     a: b\n\nsource: daily\norg: a\n");
}

TEST_CASE("a text that is broken over lines elsewhere stays so") {
  const std::string bytes =
      "kind: finding\nid: f-1\ntext: 甲\n  乙\nsource: daily\norg: a\ncategories: [funds]\n";
  CHECK(edited(bytes, {set({"org"}, text("b"))}) == with(bytes, "org: a", "org: b"));
  CHECK(edited(bytes, {set({"text"}, text("丙"))}) == with(bytes, "甲\n  乙", "丙"));
}

TEST_CASE("one record of a file with several is changed, and items by their number") {
  const std::string bytes =
      finding + "---\n" + with(finding, "f-1", "f-2") + "---\n" + with(finding, "f-1", "f-3");
  CHECK(edited(bytes, {set({"events", 0u, "what"}, text("submitted"))}, 1) ==
        finding + "---\n" + with(with(finding, "f-1", "f-2"), "进展: 认领", "进展: 已上报") +
            "---\n" + with(finding, "f-1", "f-3"));
}

TEST_CASE("what cannot be done is told, and nothing changes") {
  CHECK(edited(finding, {set({"colour"}, text("red"))}) == "refused: there is no field 'colour'");
  CHECK(edited(finding, {set({"events", 1u, "note"}, text("x"))}) ==
        "refused: 'events' has no item 2");
  CHECK(edited(finding, {append({"text"}, text("x"))}) == "refused: 'text' is no list");
  CHECK(edited(finding, {set({"events"}, list_of({}))}) ==
        "refused: the list 'events' is empty | give at least one item, or remove the line");
  // What the reader would not take is told in the reader's words.
  CHECK(edited(finding, {set({"found"}, YamlValue::scalar("2018-02-30", false))}) ==
        "refused: 'found': there is no day 2018-02-30 | a date is YYYY-MM-DD, such as 2026-07-15");
  CHECK(edited(finding, {set({"categories"}, text("procurement"))}) ==
        "refused: 'categories' takes a list, but here is a single value | put it in brackets: a "
        "list of one");
  // An item that would take a comment with it.
  CHECK(edited(with(finding, "  - {", "  - {内容: x}\n  # 然后\n  - {"),
               {set({"events"}, list_of({"x"}))}) ==
        "refused: there are comments in what would be replaced, which would be lost | change it "
        "by hand to: [x]");
  CHECK(edited(finding, {set({"text", "x"}, text("y"))}) ==
        "refused: there are no fields in 'text'");
}

TEST_CASE("a file that is another one by now is left alone") {
  const Decoded file = decoded(finding);
  const std::vector<Change> changes{set({"note"}, text("x"))};
  for (const std::string& other :
       {with(finding, "f-1", "f-2"), "# new\n" + finding, std::string()}) {
    const auto result = edit(other, *file.records[0], changes);
    REQUIRE(std::holds_alternative<diag::Refused>(result));
    CHECK(std::get<diag::Refused>(result).message.en ==
          "the file is not what it was when it was read, and was left alone");
  }
}

namespace {

// What a record says, whatever its spelling and layout.
YamlValue meaning(const Record& record) {
  return encode(record, Spelling::english);
}

YamlValue::Entry* entry_of(YamlValue& mapping, std::string_view key) {
  const auto at = std::find_if(mapping.entries.begin(), mapping.entries.end(),
                               [&](const YamlValue::Entry& one) { return one.key == key; });
  return at == mapping.entries.end() ? nullptr : &*at;
}

// The same with the entry of another record, where the table has it.
YamlValue with_entry(YamlValue mapping, const ObjectSpec& spec, const YamlValue::Entry& entry) {
  if (YamlValue::Entry* there = entry_of(mapping, entry.key)) {
    there->value = entry.value;
    return mapping;
  }
  const FieldSpec* field = spec.find(entry.key);
  const auto behind = std::find_if(mapping.entries.begin(), mapping.entries.end(),
                                   [&](const YamlValue::Entry& one) {
                                     const FieldSpec* other = spec.find(one.key);
                                     return other != nullptr && field < other;
                                   });
  mapping.entries.insert(behind, entry);
  return mapping;
}

std::size_t count_of(std::string_view text, std::string_view what) {
  std::size_t count = 0;
  for (std::size_t at = text.find(what); at != std::string_view::npos;
       at = text.find(what, at + what.size())) {
    ++count;
  }
  return count;
}

constexpr std::string_view remark = "# 批注";

class Property {
 public:
  // Files of the examples, by what their records say.
  void add(std::string bytes) {
    Decoded& file = *files_.emplace_back(std::make_unique<Decoded>(decoded(std::move(bytes))));
    if (!file.found().empty()) {
      files_.pop_back();
      return;
    }
    for (const Record* record : file.records) by_kind_[record->kind].push_back(record);
  }

  void run(std::size_t times) {
    for (std::size_t i = 0; i < times; ++i) {
      const Decoded& file = *pick(files_);
      if (file.records.size() > 60) continue;
      try_one(dressed(file));
    }
    CHECK(done_ > times * 3 / 4);
    MESSAGE(done_, " changed, ", refused_, " refused");
  }

 private:
  template <class T>
  const T& pick(const std::vector<T>& list) {
    return list[random_() % list.size()];
  }
  bool chance(unsigned one_in) { return random_() % one_in == 0; }

  // The file as others would have written it: in the other spelling or layout, with remarks, with
  // other ends of lines, without the last one.
  std::string dressed(const Decoded& file) {
    std::string out = file.text;
    if (!chance(3)) {
      out.clear();
      for (const Record* record : file.records) {
        if (!out.empty()) out += "---\n";
        out += whole_file(*record, {.spelling = chance(2) ? Spelling::english : Spelling::chinese,
                                    .schema = {},
                                    .layout = chance(2) ? Layout::usual : Layout::block});
      }
    }
    if (out.find('|') == std::string::npos && out.find('>') == std::string::npos) {
      std::string remarked;
      for (std::size_t at = 0; at < out.size();) {
        const std::size_t end = std::min(out.find('\n', at), out.size());
        const std::string line = out.substr(at, end - at);
        const std::string blanks =
            line.substr(0, std::min(line.find_first_not_of(' '), line.size()));
        if (!line.starts_with("---") && chance(6)) remarked += blanks + std::string(remark) + "\n";
        remarked += line;
        if (!line.starts_with("---") && chance(6)) remarked += "  " + std::string(remark);
        remarked += "\n";
        at = end + 1;
      }
      if (same_meaning(file, decoded(remarked))) out = remarked;
    }
    if (chance(4)) out = with_returns(out);
    if (chance(6)) out = "\xEF\xBB\xBF" + out;
    if (chance(6) && out.ends_with('\n')) {
      out.pop_back();
      if (out.ends_with('\r')) out.pop_back();
    }
    return out;
  }

  static bool same_meaning(const Decoded& a, const Decoded& b) {
    if (!b.found().empty() || a.records.size() != b.records.size()) return false;
    for (std::size_t i = 0; i < a.records.size(); ++i) {
      if (meaning(*a.records[i]).lines(Layout::block) !=
          meaning(*b.records[i]).lines(Layout::block)) {
        return false;
      }
    }
    return true;
  }

  void try_one(const std::string& bytes) {
    const Decoded file = decoded(bytes);
    REQUIRE((file.found() == "" || file.found().starts_with("ZS0")));
    const std::size_t number = random_() % file.records.size();
    const Record& record = *file.records[number];
    const ObjectSpec& spec = kind_row(record.kind).object();
    const YamlValue old = meaning(record);
    const YamlValue donor = meaning(*pick(by_kind_[record.kind]));
    const YamlValue::Entry& entry = donor.entries[1 + random_() % (donor.entries.size() - 1)];
    YamlValue expected = with_entry(old, spec, entry);
    Change change = set({entry.key}, entry.value);
    if (chance(3)) {
      YamlValue within = old;
      if (const auto deep = change_within(within, spec))
        return check_change(file, number, *deep, within);
    }
    const YamlValue::Entry* there = entry_of(const_cast<YamlValue&>(old), entry.key);
    const bool adds = there == nullptr || (entry.value.form == YamlValue::Form::list && chance(2));
    if (entry.value.form == YamlValue::Form::list && adds && !entry.value.items.empty()) {
      const YamlValue& item = pick(entry.value.items);
      change = append({entry.key}, item);
      expected = old;
      if (there != nullptr) {
        entry_of(expected, entry.key)->value.items.push_back(item);
      } else {
        YamlValue list;
        list.form = YamlValue::Form::list;
        list.items.push_back(item);
        expected = with_entry(old, spec, {entry.key, list});
      }
    }
    check_change(file, number, change, expected);
    if (result_.empty()) return;
    check_around(bytes, result_, spec, record, entry.key,
                 change.how == Change::How::append || there == nullptr);
  }

  // A text somewhere within, which becomes one that is hard to write.
  std::optional<Change> change_within(YamlValue& said, const ObjectSpec& of_record) {
    const ObjectSpec* spec = &of_record;
    const FieldSpec* field = nullptr;
    YamlValue* at = &said;
    std::vector<Step> where;
    while (at->form != YamlValue::Form::scalar) {
      if (at->form == YamlValue::Form::list && !at->items.empty()) {
        const std::size_t item = random_() % at->items.size();
        where.emplace_back(item);
        at = &at->items[item];
      } else if (at->form == YamlValue::Form::mapping && spec != nullptr) {
        const std::size_t number = random_() % at->entries.size();
        field = spec->find(at->entries[number].key);
        if (field == nullptr) return std::nullopt;
        where.emplace_back(field->key);
        spec = field->type.object == nullptr ? nullptr : &field->type.object();
        at = &at->entries[number].value;
      } else {
        return std::nullopt;
      }
    }
    if (field->type.shape != Shape::text || field->type.document_number) return std::nullopt;
    constexpr std::string_view pieces[] = {"a",  " ",  ": ", " #", ",",  "[",   "}",
                                           "- ", "'",  "\"", "|",  "中", "：",  "，",
                                           "1",  "\n", "\n", "&",  "~",  "\n\n"};
    std::string words = "甲";
    for (auto left = random_() % 6; left > 0; --left) {
      words.insert(chance(2) ? words.size() : 0, pieces[random_() % std::size(pieces)]);
    }
    at->text = words;
    return set(std::move(where), *at);
  }

  void check_change(const Decoded& file, std::size_t number, const Change& change,
                    const YamlValue& expected) {
    const std::string& bytes = file.text;
    result_.clear();
    CAPTURE(bytes);
    CAPTURE(change.value.line());
    CAPTURE(number);
    const auto result = edit(bytes, *file.records[number], std::span(&change, 1));
    if (const auto* refused = std::get_if<diag::Refused>(&result)) {
      CAPTURE(refused->message.en);
      ++refused_;
      // Of two fields one alone may be given; and comments are never taken away.
      CHECK((refused->message.en.find("comments") != std::string::npos ||
             refused->message.en.find("either") != std::string::npos ||
             refused->message.en.find("not both") != std::string::npos));
      return;
    }
    ++done_;
    const std::string& after = result_ = std::get<std::string>(result);
    CAPTURE(after);
    const Decoded again = decoded(after);
    REQUIRE(again.records.size() == file.records.size());
    for (std::size_t i = 0; i < file.records.size(); ++i) {
      CHECK(meaning(*again.records[i]).lines(Layout::block) ==
            (i == number ? expected : meaning(*file.records[i])).lines(Layout::block));
    }
    CHECK(count_of(after, remark) == count_of(bytes, remark));
    CHECK(count_of(after, "\r") == (count_of(bytes, "\r") == 0 ? 0 : count_of(after, "\n")));
  }

  // All that is not the value of the field is where it was; what is added takes nothing away.
  static void check_around(std::string_view before, std::string_view after, const ObjectSpec& spec,
                           const Record& record, std::string_view key, bool added) {
    std::size_t begin = before.size();
    std::size_t end = before.size();
    text::Arena arena;
    diag::Sink sink;
    yaml::Document scratch;
    yaml::read(before, 0, {}, yaml::Reader::automatic, arena, sink, scratch,
               [&](const yaml::Document& document) {
                 if (document.empty() || document[0].span != record.span) return;
                 for (yaml::NodeId at = document.first_child(0); at != 0;) {
                   const yaml::NodeId value = document[at].next;
                   const FieldSpec* field = spec.find(document[at].value);
                   if (field != nullptr && field->key == key) {
                     begin = document[at].span.end;
                     end = std::min(before.find('\n', document[value].span.end), before.size());
                   }
                   at = document[value].next;
                 }
               });
    const auto same = [](std::string_view a, std::string_view b) {
      return static_cast<std::size_t>(std::mismatch(a.begin(), a.end(), b.begin(), b.end()).first -
                                      a.begin());
    };
    const std::size_t front = same(before, after);
    const std::string back_before(before.rbegin(), before.rend());
    const std::string back_after(after.rbegin(), after.rend());
    const std::size_t back = same(back_before, back_after);
    if (added) {
      // One insertion, or a comma and one.
      CHECK(front + back + 40 >= before.size());
      std::size_t at = 0;
      for (const char c : after) {
        if (at < before.size() && before[at] == c) ++at;
      }
      CHECK(at == before.size());
    } else {
      CHECK(front >= std::min(begin, after.size()));
      CHECK(back >= before.size() - end);
    }
  }

  std::mt19937 random_{11};  // the same every time
  std::vector<std::unique_ptr<Decoded>> files_;
  std::map<Kind, std::vector<const Record*>> by_kind_;
  std::string result_;  // of the last change; empty where it was refused
  std::size_t done_ = 0;
  std::size_t refused_ = 0;
};

}  // namespace

TEST_CASE("random changes of random records change what they should and nothing else") {
  namespace fs = std::filesystem;
  std::vector<fs::path> paths;
  for (const auto& one : fs::recursive_directory_iterator(ZSUP_EXAMPLES)) {
    if (one.path().extension() == ".yaml" && one.path().filename() != "zsup.yaml") {
      paths.push_back(one.path());
    }
  }
  std::sort(paths.begin(), paths.end());
  Property property;
  for (const fs::path& path : paths) {
    std::ifstream file(path, std::ios::binary);
    property.add(std::string(std::istreambuf_iterator<char>(file), {}));
  }
  for (const KindRow* row : kind_rows()) {
    property.add(example_record(row->object(), &row_of(row->kind()), Spelling::chinese));
  }
  property.run(3000);
}

}  // namespace zsup::record
