#include "fuzz/generate_records.h"

#include <algorithm>
#include <array>

#include "record/config.h"
#include "record/yaml_text.h"
#include "text/utf8.h"
#include "text/visible.h"

namespace zsup::fuzz {

using record::FieldSpec;
using record::Kind;
using record::ObjectSpec;
using record::Shape;

namespace {

constexpr std::size_t most_records = 12;
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

constexpr auto in_base = std::to_array<std::pair<Kind, std::size_t>>({{Kind::policy, 1},
                                                                      {Kind::org, 3},
                                                                      {Kind::leader, 2},
                                                                      {Kind::calendar, 2},
                                                                      {Kind::duty, 2},
                                                                      {Kind::report, 1},
                                                                      {Kind::inspection, 1},
                                                                      {Kind::finding, 1},
                                                                      {Kind::case_, 1}});

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
// Of these rows the first few are right nearly wherever they stand.
constexpr std::size_t sound_numbers = 6;
constexpr std::size_t sound_periods = 6;
constexpr std::size_t sound_codes = 4;
constexpr auto numbers = std::to_array<std::string_view>(
    {"1", "0.5", "2", "3.3333", "33.3", "7", "0", "100", "0.0001", "99999999999", "60", "1000"});
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
    {"ZS403", "ZS302", "ZS501", "ZS405", "ZS201", "ZS001", "ZS999", "zs403"});

}  // namespace

std::string RecordGenerator::broken() {
  if (choices_.one_in(3)) return text::to_valid(choices_.bytes(choices_.below(12)));
  if (choices_.one_in(8)) return std::string(choices_.bytes(choices_.below(6)));
  return std::string(choices_.of(wrong));
}

std::string RecordGenerator::text() {
  std::string text(choices_.of(texts));
  if (choices_.one_in(16)) text = text::to_valid(choices_.bytes(choices_.below(24)));
  if (!flawed_) {
    text = text::visible(text);
    if (text.find_first_not_of(' ') == std::string::npos) text = "无";
  }
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
  if (flawed_ && choices_.one_in(8)) {
    return id_of(static_cast<Kind>(choices_.below(record::kind_count)));
  }
  std::vector<std::string_view> fitting;
  for (const auto& [kind, id] : known_) {
    if (record::holds(kinds, kind)) fitting.push_back(id);
  }
  // Nothing that could be meant is there: what is referred to may come yet.
  if (fitting.empty()) {
    for (std::size_t at = 0; at < record::kind_count; ++at) {
      const auto kind = static_cast<Kind>(at);
      if (record::holds(kinds, kind)) return id_of(kind);
    }
  }
  return fitting.empty() ? "org-0" : std::string(choices_.of(fitting));
}

std::string RecordGenerator::date() {
  const std::size_t month = 1 + choices_.below(12);
  const std::size_t day = 1 + choices_.below(28);
  const std::size_t year = flawed_ && choices_.one_in(12) ? 1900 + choices_.below(1100) : 2018;
  return fmt::format("{:04}-{:02}-{:02}", year, month, day);
}

std::string RecordGenerator::one(const FieldSpec& field, int depth) {
  const record::TypeSpec& type = field.type;
  switch (type.shape) {
    case Shape::text:
      if (field.key == "number" && !(flawed_ && choices_.one_in(4))) {
        return fmt::format("东纪函〔2018〕{}号", 1 + choices_.below(9));
      }
      return text();
    case Shape::id:
      // A record's own id is mostly new; those of a policy's catalogue are words of their own.
      if (flawed_ && choices_.one_in(4)) return id_of(kind_);
      return own_id();
    case Shape::ref:
      return reference(type.refers);
    case Shape::charge:
      return choices_.one_in(3) ? text() : reference(record::kinds({Kind::org}));
    case Shape::date:
      return date();
    case Shape::period:
      return std::string(periods[choices_.below(flawed_ ? periods.size() : sound_periods)]);
    case Shape::due:
      return std::string(choices_.of(offsets));
    case Shape::money:
      return record::yaml_scalar(choices_.of(amounts), record::Where::flow, false);
    case Shape::decimal:
      return std::string(numbers[choices_.below(flawed_ ? numbers.size() : sound_numbers)]);
    case Shape::count: {
      const record::Range range = record::range_of(type);
      if (!flawed_ && choices_.below(8) != 0)
        return std::to_string(std::max<std::int64_t>(range.least, 1));
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
      return std::string(paths[choices_.below(flawed_ ? paths.size() : 1)]);
    case Shape::counts:
      return fmt::format("{{{}: {}, 谈话: 3}}", text(), choices_.below(9));
    case Shape::settings:
      return fmt::format("{{{}: {}}}", codes[choices_.below(flawed_ ? codes.size() : sound_codes)],
                         words(type.words()));
    case Shape::object:
      return "{" + fields(type.object(), false, depth + 1) + "}";
    case Shape::owner:
      if (choices_.one_in(2)) return "{" + fields(type.object(), false, depth + 1) + "}";
      return reference(type.refers);
  }
  return {};
}

std::string RecordGenerator::value(const FieldSpec& field, int depth) {
  if (flawed_ && choices_.one_in(48)) return broken();
  if (!field.type.list) return one(field, depth);
  std::string list = "[";
  const std::size_t count = choices_.one_in(32) ? choices_.below(12) : 1 + choices_.below(2);
  for (std::size_t at = 0; at < count; ++at) list += (at > 0 ? ", " : "") + one(field, depth);
  return list + "]";
}

std::string RecordGenerator::key(const FieldSpec& field) {
  if (flawed_ && choices_.one_in(64)) return broken();
  return std::string(choices_.one_in(6) ? field.word : field.key);
}

bool RecordGenerator::is_given(const ObjectSpec& spec, const FieldSpec& field) {
  for (const record::OneOf& choice : spec.one_of) {
    for (const std::string_view one : choice.keys) {
      if (one != field.key) continue;
      return (flawed_ && choices_.one_in(16)) || (one == choice.keys.front()) != choices_.one_in(2);
    }
  }
  return field.required ? !(flawed_ && choices_.one_in(64)) : choices_.one_in(3);
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

std::string RecordGenerator::own_id() const {
  return fmt::format("{}-{}", record::row_of(kind_).id, pool + made_);
}

std::string RecordGenerator::record(Kind kind) {
  kind_ = kind;
  ++made_;
  const record::KindRow& spec = record::kind_row(kind);
  std::string out =
      fmt::format("kind: {}\n", record::row_of(kind).id) + fields(spec.object(), true, 0);
  known_.emplace_back(kind, own_id());
  return out;
}

std::string RecordGenerator::config() {
  flawed_ = choices_.one_in(3);
  std::string out = "name: 测试\nas_of: 2018-12-31\nissuer: org-0\n";
  if (choices_.one_in(8)) out = fields(record::spec_of<record::Config>(), true, 0);
  return out;
}

std::string RecordGenerator::records() {
  std::string out;
  if (!choices_.one_in(flawed_ ? 4 : 32)) {
    out = base;
    for (const auto& [kind, count] : in_base) {
      for (std::size_t at = 0; at < count; ++at) {
        known_.emplace_back(kind, fmt::format("{}-{}", record::row_of(kind).id, at));
      }
    }
  }
  // Few may be right together, many hardly ever are.
  const std::size_t most = choices_.one_in(2) ? most_records : 3;
  while (!choices_.over() && made_ < most) {
    if (!out.empty()) out += "---\n";
    out += record(static_cast<Kind>(choices_.below(record::kind_count)));
  }
  return out;
}

}  // namespace zsup::fuzz
