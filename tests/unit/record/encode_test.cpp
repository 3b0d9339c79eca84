// Every record that is written reads back as the record that it was.
#include "record/encode.h"

#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <random>

#include "record/example.h"
#include "record/kinds/finding.h"
#include "unit/record/decoded.h"
#include "value/number.h"

namespace zsup::record {

namespace {

// What a scalar means, as far as two spellings of it may differ.
std::string meaning(const TypeSpec& type, std::string_view text) {
  value::NumberError why{};
  switch (type.shape) {
    case Shape::enumeration:
    case Shape::word:
    case Shape::settings:
      if (type.words != nullptr) {
        for (const EnumRow& row : type.words().rows) {
          if (row.id == text || row.label.zh == text) return std::string(row.id);
        }
      }
      return std::string(text);
    case Shape::boolean:
      return text == "是" ? "true" : text == "否" ? "false" : std::string(text);
    case Shape::money:
      return value::Money::parse(text, why)->text();
    case Shape::decimal:
      return value::Decimal::parse(text, why)->text();
    case Shape::count:
    case Shape::counts:
      return std::to_string(*value::parse_count(text, why));
    case Shape::due:
      return value::Due::parse(text)->text();
    default:
      return std::string(text);
  }
}

// What a document says, whatever its spelling, order and layout. It is read from the YAML and not
// from the record, so that a field which the encoder forgets is missed.
std::string said(const yaml::Document& document, yaml::NodeId node, const TypeSpec& type,
                 const ObjectSpec* spec) {
  const yaml::Node& found = document[node];
  switch (found.kind) {
    case yaml::NodeKind::null:
      return "nothing";
    case yaml::NodeKind::scalar:
      return "<" + meaning(type, found.value) + ">";
    case yaml::NodeKind::sequence: {
      std::string out = "[";
      for (yaml::NodeId child = document.first_child(node); child != 0;
           child = document[child].next) {
        out += said(document, child, type, spec) + " ";
      }
      return out + "]";
    }
    case yaml::NodeKind::mapping: {
      std::map<std::string, std::string> entries;
      for (yaml::NodeId key = document.first_child(node); key != 0;) {
        const yaml::NodeId value = document[key].next;
        const std::string_view name = document[key].value;
        const FieldSpec* field = spec == nullptr ? nullptr : spec->find(name);
        if (field != nullptr) {
          const ObjectSpec* inner = field->type.object == nullptr ? nullptr : &field->type.object();
          entries[std::string(field->key)] = said(document, value, field->type, inner);
        } else if (!name.starts_with("x-") && name != "种类" && name != "kind") {
          entries["." + std::string(name)] = said(document, value, type, nullptr);
        }
        key = document[value].next;
      }
      std::string out = "{";
      for (const auto& [key, value] : entries) out += key + "=" + value + " ";
      return out + "}";
    }
  }
  return {};
}

struct Read {
  Decoded decoded;
  std::vector<std::string> said;
};

Read read(std::string text) {
  Read out{decoded(std::move(text)), {}};
  text::Arena arena;
  diag::Sink sink;
  yaml::Document scratch;
  std::size_t at = 0;
  yaml::read(out.decoded.text, 0, {}, yaml::Reader::automatic, arena, sink, scratch,
             [&](const yaml::Document& document) {
               const Record* record = out.decoded.records.at(at++);
               out.said.push_back(record == nullptr
                                      ? "no record"
                                      : said(document, 0, {}, &kind_row(record->kind).object()));
             });
  return out;
}

// Writes a record in every way and reads it again.
void check_all_ways(const Record& record, const std::string& meant) {
  for (const Spelling spelling : {Spelling::chinese, Spelling::english}) {
    for (const Layout layout : {Layout::usual, Layout::block}) {
      const std::string text =
          whole_file(record, {.spelling = spelling, .schema = {}, .layout = layout});
      CAPTURE(text);
      const Read again = read(text);
      CHECK(again.decoded.found() == "");
      REQUIRE(again.said.size() == 1);
      CHECK(again.said[0] == meant);
      // And once more the same bytes.
      CHECK(whole_file(*again.decoded.records[0],
                       {.spelling = spelling, .schema = {}, .layout = layout}) == text);
    }
  }
}

std::size_t check_file(std::string text) {
  const Read first = read(std::move(text));
  if (!first.decoded.found().empty()) return 0;  // what cannot be read is not written
  for (std::size_t i = 0; i < first.said.size(); ++i) {
    check_all_ways(*first.decoded.records[i], first.said[i]);
  }
  return first.said.size();
}

std::string written_text(std::string_view text, Spelling spelling, Layout layout) {
  Finding finding;
  finding.kind = Kind::finding;
  finding.id = given(Id{"f"});
  finding.text = given(Text(text));
  Event event;
  event.date = given(value::Date::of(2018, 7, 3));
  event.what = given(FindingEvent{});
  event.note = given(Text(text));
  finding.events = given_list(std::span(&event, 1));
  return whole_file(finding, {.spelling = spelling, .schema = {}, .layout = layout});
}

void check_text(const std::string& text) {
  CAPTURE(text);
  for (const Spelling spelling : {Spelling::chinese, Spelling::english}) {
    for (const Layout layout : {Layout::usual, Layout::block}) {
      const Decoded back = decoded(written_text(text, spelling, layout));
      CAPTURE(back.text);
      REQUIRE(back.records.size() == 1);
      const auto* finding = as<Finding>(back.records[0]);
      REQUIRE(finding != nullptr);
      CHECK(*finding->text == text);
      REQUIRE(finding->events.size() == 1);
      CHECK(*finding->events[0].note == text);
    }
  }
}

}  // namespace

TEST_CASE("a record is laid out as people write it") {
  const Decoded finding = decoded(
      "kind: finding\nid: f-1\ntext: \"甲\\n乙\"\nsource: daily\norg: transport\n"
      "categories: [procurement]\namount: 1.8万元\nevents:\n- date: 2018-07-03\n  what: claimed\n"
      "  by: chen\n");
  REQUIRE(finding.records.size() == 1);
  CHECK(whole_file(*finding.records[0], {.schema = "../finding.schema.json"}) ==
        "# yaml-language-server: $schema=../finding.schema.json\n"
        "种类: 问题\n"
        "编号: f-1\n"
        "内容: |-\n"
        "  甲\n"
        "  乙\n"
        "来源: 日常监督\n"
        "类别: [采购]\n"
        "单位: transport\n"
        "涉及金额: 18000.00\n"
        "进展:\n"
        "  - {日期: 2018-07-03, 进展: 认领, 经办: chen}\n");
  CHECK(whole_file(*finding.records[0],
                   {.spelling = Spelling::english, .schema = {}, .layout = Layout::block}) ==
        "kind: finding\n"
        "id: f-1\n"
        "text: |-\n"
        "  甲\n"
        "  乙\n"
        "source: daily\n"
        "categories:\n"
        "  - procurement\n"
        "org: transport\n"
        "amount: 18000.00\n"
        "events:\n"
        "  - date: 2018-07-03\n"
        "    what: claimed\n"
        "    by: chen\n");
}

TEST_CASE("a text that was broken over lines is written as it reads") {
  const Decoded file = decoded("kind: finding\nid: f-1\ntext: 甲\n  乙\n");
  REQUIRE(file.records.size() == 1);
  CHECK(whole_file(*file.records[0], {}) == "种类: 问题\n编号: f-1\n内容: 甲 乙\n");
}

TEST_CASE("every record of the examples reads back as it was") {
  namespace fs = std::filesystem;
  std::size_t records = 0;
  for (const auto& entry : fs::recursive_directory_iterator(ZSUP_EXAMPLES)) {
    if (entry.path().extension() != ".yaml" || entry.path().filename() == "zsup.yaml") continue;
    std::ifstream file(entry.path(), std::ios::binary);
    CAPTURE(entry.path().string());
    records += check_file(std::string(std::istreambuf_iterator<char>(file), {}));
  }
  CHECK(records > 800);
}

TEST_CASE("the example of every kind reads back as it was") {
  for (const KindRow* row : kind_rows()) {
    CAPTURE(row->object().name);
    CHECK(check_file(example_record(row->object(), &row_of(row->kind()), Spelling::chinese)) == 1);
  }
}

TEST_CASE("whatever YAML could take for something else stays the text that it was") {
  for (const std::string text : {"是",         "否",          "no",
                                 "yes",        "on",          "true",
                                 "~",          "null",        "0012",
                                 "1-2",        "1e3",         "0x1F",
                                 "1_000",      "12:30:45",    "2018-07-15",
                                 "2018",       "2018-q2",     "+5wd",
                                 "#1",         "甲 # 乙",     "甲#乙",
                                 "  甲",       "甲  ",        "　甲",
                                 "甲: 乙",     "甲：乙",      "甲:",
                                 ": 甲",       "- 甲",        "? 甲",
                                 "[甲]",       "{甲: 乙}",    "甲, 乙",
                                 "'甲'",       "\"甲\"",      "it's",
                                 "say \"x\"",  "\\n",         "|",
                                 ">",          "| 甲",        "&甲",
                                 "*甲",        "!甲",         "%甲",
                                 "@甲",        "`甲",         "---",
                                 "--- 甲",     "...",         "甲\n乙",
                                 "甲\n乙\n",   "甲\n\n乙",    "甲\n",
                                 "\n甲",       "甲\n\n",      "  甲\n乙",
                                 "甲\n  乙",   "甲\n乙  ",    "甲\n  \n乙",
                                 "甲\n　\n乙", "　甲\n乙",    "# 甲\n乙",
                                 "甲\n# 乙",   "- 甲\n- 乙",  "甲: 乙\n丙: 丁",
                                 "---\n甲",    "甲\n---\n乙", "甲\n...",
                                 "甲\t乙",     "\t甲",        "甲\n\t乙",
                                 "甲\t\n乙",   "甲 -",        "<<",
                                 "=",          "甲\u00A0乙",  "👨‍👩‍👧\n乙",
                                 "a: |\n  b"}) {
    check_text(text);
  }
}

TEST_CASE("random texts stay what they were") {
  constexpr std::string_view pieces[] = {"a",  "b", " ",  ":",  ": ", "#",  " #", ",",  ", ", "[",
                                         "]",  "{", "}",  "-",  "- ", "'",  "\"", "\\", "|",  "~",
                                         "!",  "&", "*",  "?",  "%",  "中", "：", "，", "　", "\n",
                                         "\n", "1", "0x", "\t", "=",  "<<", ">",  "`",  "@",  "《"};
  std::mt19937 random(7);  // the same texts every time
  for (int i = 0; i < 1500; ++i) {
    std::string text = "甲";
    for (auto left = 1 + random() % 8; left > 0; --left) {
      text.insert(random() % 2 == 0 ? text.size() : 0, pieces[random() % std::size(pieces)]);
    }
    check_text(text);
  }
}

TEST_CASE("what no record may hold is escaped, and the reader says so") {
  for (const std::string_view text :
       {"甲\r乙", "甲\r\n乙", "甲\u0085乙", "甲\u2028乙", "甲\u200B\n乙", "甲\x01乙"}) {
    const std::string written = written_text(text, Spelling::chinese, Layout::usual);
    CAPTURE(written);
    CHECK(written.find(text) == std::string::npos);
    CHECK(decoded(written).records.empty());
    CHECK_FALSE(decoded(written).sink.list().empty());
  }
}

}  // namespace zsup::record
