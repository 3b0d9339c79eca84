#include "fuzz/generate_records.h"

#include <array>

#include "record/config.h"
#include "record/yaml_text.h"
#include "text/utf8.h"

namespace zsup::fuzz {

using record::FieldSpec;
using record::Kind;
using record::ObjectSpec;
using record::Shape;

namespace {

constexpr std::size_t most_records = 24;
constexpr std::size_t pool = 4;  // ids of each kind
constexpr int deepest = 5;

// Holds together, so that there is something to score, to count and to write letters about.
constexpr std::string_view base = R"yaml(kind: policy
id: policy-0
title: 2018年度考核办法
from: 2018-01-01
until: 2018-12-31
full: 100
deductions: {unreported: 0.5, returned: 0.3, late: 0.2, spot_check: 1}
incidents: [{when: {kind: case, measure: party-warning}, points: 1.3333}, {when: {kind: finding}, points: 0.1}]
bonuses: [{when: {kind: action}, points: 2}]
bonus_cap: 3
vetoes: [{when: {kind: case, measure: transferred}, band: 差}]
bands: [{name: 好, from: 60}, {name: 差, from: 0}]
letters: {notice: {reply: +10d, code: 东纪函}, bulletin: {mask: full}}
---
{kind: org, id: org-0, name: 东汀区纪委, type: discipline-commission}
---
{kind: org, id: org-1, name: 东汀区委, type: party-committee, supervisor: org-0}
---
{kind: org, id: org-2, name: 粮食局, type: department, parent: org-1, risk_points: [{text: 轮换, category: funds}]}
---
{kind: leader, id: leader-0, name: 陈远航, org: org-1, post: 书记, role: principal, portfolio: [org-2]}
---
{kind: leader, id: leader-1, name: 吴恒越, org: org-1, post: 委员, role: member}
---
{kind: calendar, id: calendar-0, year: 2018, holidays: [2018-06-18], workdays: []}
---
{kind: calendar, id: calendar-1, year: 2019, holidays: [2019-01-01], workdays: []}
---
{kind: duty, id: duty-0, title: 学习, category: education, owner: leader-0, cadence: quarterly, due: +5wd, weight: 3}
---
{kind: duty, id: duty-1, title: 谈话, category: supervision, owner: {role: member, under: org-1}, cadence: monthly, due: +10d}
---
{kind: report, id: report-0, by: leader-0, period: 2018-q2, items: [{duty: duty-0, submitted: 2018-07-12, content: 组织了专题学习, review: {decision: returned, by: org-0, date: 2018-07-13, reason: 空泛}}]}
---
{kind: inspection, id: inspection-0, name: 第一轮, round: 1, by: org-0, units: [org-2], from: 2018-03-05, until: 2018-04-10, briefings: [{unit: org-2, leader: leader-0, leader_date: 2018-05-02, unit_date: 2018-05-08}]}
---
{kind: finding, id: finding-0, text: 未公开招标, source: inspection, inspection: inspection-0, org: org-2, found: 2018-04-18, categories: [funds], deadline: 2018-06-01, events: [{date: 2018-05-09, what: assigned}]}
---
{kind: case, id: case-0, title: 违规, org: org-2, categories: [funds], clue: {date: 2018-04-01}, filed: 2018-04-10, persons: [{name: 经耘伯, org: org-2, rank: general, responsibility: direct, measure: party-warning, date: 2018-06-20, by: org-0}]}
)yaml";

constexpr auto texts = std::to_array<std::string_view>({
    "做了一次专题学习",
    "甲",
    "陈远航",
    "  ",
    "=1+1",
    "| `代码` | <script>alert(1)</script>",
    "[链接](javascript:x)",
    "{{name}}",
    "第一季度组织领导班子集体学习并逐项对照检查整改落实情况",
    "a: b",
    "- c",
    "'",
    "\"",
    "]]>",
    "&lt;",
    "1. 甲",
    "www.example.org",
    "王　伟",
    "e\u0301",
    "👨‍👩‍👧",
    "education",
    "教育",
    "东纪函〔2018〕5号",
    "2018-06-01",
    "12",
    "null",
    "# 甲",
    "---",
    "好",
    "funds",
});
constexpr auto numbers = std::to_array<std::string_view>(
    {"0", "1", "0.5", "2", "3.3333", "100", "33.3", "0.0001", "99999999999", "60", "7", "1000"});
constexpr auto amounts = std::to_array<std::string_view>(
    {"18000", "1.8万元", "0", "0.01元", "999999999999.99", "1,234.50", "12亿元", "99999.99"});
constexpr auto offsets = std::to_array<std::string_view>(
    {"+5d", "+10wd", "+2m", "+0d", "2018-08-01", "+3660wd", "+3660m", "+1m", "+3660d"});
constexpr auto periods = std::to_array<std::string_view>(
    {"2018-q2", "2018-q1", "2018-q3", "2018-h1", "2018", "2018-06", "2019-q1", "2999-12", "1900"});
constexpr auto paths = std::to_array<std::string_view>(
    {"files/a.pdf", "files/none.pdf", "../x", "/etc/passwd", "files", "files/empty.txt"});
constexpr auto wrong = std::to_array<std::string_view>({"",
                                                        "~",
                                                        "[]",
                                                        "{}",
                                                        "010",
                                                        "1e3",
                                                        "-1",
                                                        "2018-02-30",
                                                        "2018-6-1",
                                                        "２０１８",
                                                        "yes",
                                                        "'",
                                                        "[",
                                                        "{a: ",
                                                        "&x 1",
                                                        "*x",
                                                        "!!str 1",
                                                        "张三：",
                                                        "\t1",
                                                        "|",
                                                        "99999999999999999999",
                                                        "NaN",
                                                        "+5",
                                                        "2018-q5",
                                                        "\"\\u202E\"",
                                                        "[[[[1]]]]",
                                                        "{a: {a: {a: 1}}}"});
constexpr auto codes = std::to_array<std::string_view>(
    {"ZS403", "ZS201", "ZS001", "ZS999", "ZS302", "zs403", "ZS501"});

}  // namespace

std::string RecordGenerator::broken() {
  if (choices_.one_in(3)) return text::to_valid(choices_.bytes(choices_.below(12)));
  if (choices_.one_in(8)) return std::string(choices_.bytes(choices_.below(6)));
  return std::string(choices_.of(wrong));
}

std::string RecordGenerator::text() {
  std::string text(choices_.of(texts));
  if (choices_.one_in(16)) text = text::to_valid(choices_.bytes(choices_.below(24)));
  if (choices_.one_in(32)) {
    while (text.size() < 900) text += text + "，";
  }
  return record::yaml_scalar(text, record::Where::flow, false);
}

std::string RecordGenerator::words(const record::Vocabulary& vocabulary) {
  const record::EnumRow& row = choices_.of(vocabulary.rows);
  return std::string(choices_.one_in(4) ? row.label.zh : row.id);
}

std::string RecordGenerator::id_of(Kind kind) {
  return fmt::format("{}-{}", record::row_of(kind).id, choices_.below(pool));
}

std::string RecordGenerator::reference(record::KindSet kinds) {
  std::array<Kind, record::kind_count> fitting{};
  std::size_t count = 0;
  for (std::size_t at = 0; at < record::kind_count; ++at) {
    const auto kind = static_cast<Kind>(at);
    if (record::holds(kinds, kind)) fitting[count++] = kind;
  }
  if (count == 0 || choices_.one_in(24)) return id_of(static_cast<Kind>(choices_.below(15)));
  return id_of(fitting[choices_.below(count)]);
}

std::string RecordGenerator::date() {
  const std::size_t month = 1 + choices_.below(12);
  const std::size_t day = 1 + choices_.below(28);
  const std::size_t year = choices_.one_in(24) ? 1900 + choices_.below(1100) : 2018;
  return fmt::format("{:04}-{:02}-{:02}", year, month, day);
}

std::string RecordGenerator::one(const FieldSpec& field, int depth) {
  const record::TypeSpec& type = field.type;
  switch (type.shape) {
    case Shape::text:
      return text();
    case Shape::id:
      // A record's own id is mostly new; those of a policy's catalogue are words of their own.
      if (choices_.one_in(4)) return id_of(kind_);
      return fmt::format("{}-{}", record::row_of(kind_).id, pool + made_);
    case Shape::ref:
      return reference(type.refers);
    case Shape::charge:
      return choices_.one_in(3) ? text() : reference(record::kinds({Kind::org}));
    case Shape::date:
      return date();
    case Shape::period:
      return std::string(choices_.of(periods));
    case Shape::due:
      return std::string(choices_.of(offsets));
    case Shape::money:
      return record::yaml_scalar(choices_.of(amounts), record::Where::flow, false);
    case Shape::decimal:
      return std::string(choices_.of(numbers));
    case Shape::count: {
      const record::Range range = record::range_of(type);
      switch (choices_.below(8)) {
        case 0:
          return std::to_string(range.least);
        case 1:
          return std::to_string(range.most);
        default:
          return std::to_string(range.least + static_cast<std::int64_t>(choices_.below(40)));
      }
    }
    case Shape::boolean:
      return choices_.one_in(2) ? "true" : "是";
    case Shape::enumeration:
      return words(type.words());
    case Shape::word:
      if (type.words == nullptr || choices_.one_in(3)) return text();
      return words(type.words());
    case Shape::path:
      return std::string(choices_.of(paths));
    case Shape::counts:
      return fmt::format("{{{}: {}, 谈话: 3}}", text(), choices_.below(9));
    case Shape::settings:
      return fmt::format("{{{}: {}}}", choices_.of(codes), words(type.words()));
    case Shape::object:
      return "{" + fields(type.object(), false, depth + 1) + "}";
    case Shape::owner:
      if (choices_.one_in(2)) return "{" + fields(type.object(), false, depth + 1) + "}";
      return reference(type.refers);
  }
  return {};
}

std::string RecordGenerator::value(const FieldSpec& field, int depth) {
  if (choices_.one_in(96)) return broken();
  if (!field.type.list) return one(field, depth);
  std::string list = "[";
  const std::size_t count = choices_.one_in(32) ? choices_.below(12) : 1 + choices_.below(2);
  for (std::size_t at = 0; at < count; ++at) list += (at > 0 ? ", " : "") + one(field, depth);
  return list + "]";
}

std::string RecordGenerator::key(const FieldSpec& field) {
  if (choices_.one_in(128)) return broken();
  return std::string(choices_.one_in(6) ? field.word : field.key);
}

bool RecordGenerator::is_given(const ObjectSpec& spec, const FieldSpec& field) {
  for (const record::OneOf& choice : spec.one_of) {
    for (const std::string_view one : choice.keys) {
      if (one != field.key) continue;
      return choices_.one_in(32) || (one == choice.keys.front()) != choices_.one_in(2);
    }
  }
  return field.required ? !choices_.one_in(64) : choices_.one_in(3);
}

std::string RecordGenerator::fields(const ObjectSpec& spec, bool block, int depth) {
  std::string out;
  if (depth > deepest) return out;
  for (const FieldSpec& field : spec.fields) {
    if (!is_given(spec, field)) continue;
    const std::string written = key(field) + ": " + value(field, depth);
    if (block) {
      out += written + "\n";
    } else {
      out += (out.empty() ? "" : ", ") + written;
    }
  }
  return out;
}

std::string RecordGenerator::record(Kind kind) {
  kind_ = kind;
  ++made_;
  const record::KindSpec& spec = record::kind_spec(kind);
  return fmt::format("kind: {}\n", record::row_of(kind).id) + fields(spec.object(), true, 0);
}

std::string RecordGenerator::config() {
  std::string out = "name: 测试\nas_of: 2018-12-31\nissuer: org-0\n";
  if (choices_.one_in(8)) out = fields(record::spec_of<record::Config>(), true, 0);
  return out;
}

std::string RecordGenerator::records() {
  std::string out;
  if (!choices_.one_in(4)) out = base;
  while (!choices_.over() && made_ < most_records) {
    if (!out.empty()) out += "---\n";
    out += record(static_cast<Kind>(choices_.below(record::kind_count)));
  }
  return out;
}

}  // namespace zsup::fuzz
