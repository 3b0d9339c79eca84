#include "view/keys.h"

#include <nlohmann/json.hpp>

#include "diag/json_keys.h"
#include "diag/locate.h"
#include "view/draw.h"
#include "view/letters.h"
#include "view/listing.h"
#include "view/reminders.h"
#include "view/scores.h"
#include "view/settings.h"
#include "view/statistics.h"
#include "view/status.h"
#include "view/trend.h"

namespace zsup::view {

using diag::Lang;
using Json = nlohmann::ordered_json;

namespace {

// What check prints is written a line at a time in diag/format_json.cpp, by these tables.
std::vector<Key> keys_of(std::span<const diag::JsonKey> rows) {
  using Is = diag::JsonKey::Is;
  std::vector<Key> keys;
  for (const diag::JsonKey& row : rows) {
    Key& key = keys.emplace_back();
    key.name = row.name;
    key.doc = {std::string(row.doc.zh), std::string(row.doc.en)};
    key.sort = row.is == Is::integer    ? Sort::integer
               : row.is == Is::yes_no   ? Sort::yes_no
               : row.is == Is::severity ? Sort::word
               : row.inside.empty()     ? Sort::text
                                        : Sort::object;
    if (row.is == Is::severity) {
      for (const diag::Severity one :
           {diag::Severity::error, diag::Severity::warning, diag::Severity::info}) {
        key.words.push_back(diag::severity_name(one));
      }
    }
    key.nullable = row.nullable;
    key.always = row.always;
    key.list = row.is == Is::list;
    key.inside = keys_of(row.inside);
  }
  return keys;
}

std::vector<Key> no_statistics() {
  // The cells are the same whatever the register holds.
  const reg::Register empty;
  return statistics_keys(stats::statistics({empty, value::Date{}}, {}));
}

constexpr auto all = std::to_array<Output>({
    {"check",
     {"检查登记册", "what is wrong with the register"},
     [] { return keys_of(std::span<const diag::JsonKey>(diag::json_keys::report)); }},
    {"score",
     {"得分和每一分的来由", "scores, and where every point comes from"},
     [] { return keys_of(scores_keys()); }},
    {"status", {"谁欠什么", "who owes what"}, [] { return keys_of(status_keys()); }},
    {"remind", {"提醒用语", "reminders"}, [] { return keys_of(reminders_keys()); }},
    {"letter", {"函件", "letters"}, [] { return keys_of(letters_keys()); }},
    {"stats", {"上报用的统计", "the statistics that are reported upward"}, no_statistics},
    {"list", {"一种记录", "the records of a kind"}, [] { return keys_of(listing_keys()); }},
    {"draw", {"随机抽取", "a random draw"}, [] { return keys_of(draw_keys()); }},
    {"trend", {"各季度的得分", "scores over the quarters"}, [] { return keys_of(trend_keys()); }},
    {"config",
     {"在起作用的设置", "the settings in force"},
     [] { return keys_of(settings_keys()); }},
});

// -- JSON Schema --------------------------------------------------------------------------------

Json schema_of(const Key& key);

void put_properties(Json& schema, const std::vector<Key>& keys) {
  schema["type"] = "object";
  schema["additionalProperties"] = true;
  Json required = Json::array();
  for (const Key& key : keys) {
    schema["properties"][key.name] = schema_of(key);
    if (key.always) required.push_back(key.name);
  }
  if (!required.empty()) schema["required"] = std::move(required);
}

Json with_type(const char* type, const char* pattern = nullptr) {
  Json schema{{"type", type}};
  if (pattern != nullptr) schema["pattern"] = pattern;
  return schema;
}

Json value_schema(const Key& key) {
  switch (key.sort) {
    case Sort::text:
      return with_type("string");
    case Sort::integer:
      return with_type("integer");
    case Sort::yes_no:
      return with_type("boolean");
    case Sort::decimal:
      return with_type("string", "^-?[0-9]+(\\.[0-9]*[1-9])?$");
    case Sort::money:
      return with_type("string", "^[0-9]+\\.[0-9]{2}$");
    case Sort::date:
      return with_type("string", "^[0-9]{4}-[0-9]{2}-[0-9]{2}$");
    case Sort::period:
      return with_type("string", "^[0-9]{4}(-(h[12]|q[1-4]|[0-9]{2}))?$");
    case Sort::word:
      return {{"type", "string"}, {"enum", key.words}};
    case Sort::object: {
      Json schema;
      if (key.own_keys) {
        schema["type"] = "object";
        schema["additionalProperties"] = schema_of(key.inside.front());
      } else {
        put_properties(schema, key.inside);
      }
      return schema;
    }
    case Sort::any:
      return Json::object();
  }
  return Json::object();
}

Json schema_of(const Key& key) {
  Json schema;
  if (!key.doc.en.empty()) schema["description"] = key.doc.zh + " · " + key.doc.en;
  Json value = value_schema(key);
  if (key.list) value = {{"type", "array"}, {"items", std::move(value)}};
  if (key.nullable) {
    if (value.contains("enum")) value["enum"].push_back(nullptr);
    if (value.contains("type")) value["type"] = Json::array({value["type"], "null"});
  }
  schema.update(value);
  return schema;
}

// -- The page -----------------------------------------------------------------------------------

constexpr diag::Words introduction{R"(# JSON

<!-- 由 `make generate` 从 src/view/ 中各表生成，请勿手工修改。 -->

[English](json.md)

凡是读取登记册的命令，都用 `--format json` 输出供程序读取的结果，写在标准输出上；消息在标准错误输出上。

- 每个结果都有 `version`。同一版本里只增加键，不删除，也不改变含义；读不懂的键请略过。
- `null` 表示没有。分值、得分和金额是写成十进制的字符串，没有误差；日期是 `2018-07-15`，期间是 `2018`、`2018-h1`、`2018-q2` 或 `2018-06`。
- 词用英文写法（见[记录](records.zh-CN.md)）。写给人看的文字用所选的语言，随时可能改写。
- 键的次序不变，但不要依赖它。
- 每个命令在 [`schemas/output/`](../schemas/output) 有一个 JSON Schema（draft-07）。示例登记册的结果都用它们核对过。

)",
                                   R"(# JSON

<!-- Written by `make generate` from the tables in src/view/; not by hand. -->

[中文](json.zh-CN.md)

Every command that reads the register prints its result for programs with `--format json`: to standard output, while messages go to standard error.

- Every result has a `version`. Within a version keys are only added, never taken away, and none comes to mean something else; pass over keys that you do not know.
- `null` is: there is none. Points, scores and money are strings of decimal digits, and exact; a date is `2018-07-15`, a period `2018`, `2018-h1`, `2018-q2` or `2018-06`.
- Words of a vocabulary have their English spelling (see [records](records.md)). Texts for people are in the language that is asked for, and may be reworded at any time.
- The order of keys stays as it is; do not rest on it.
- Each command has a JSON Schema (draft-07) in [`schemas/output/`](../schemas/output). The results of the example registers are held against them.

)"};

diag::Words type_words(const Key& key) {
  switch (key.sort) {
    case Sort::text:
      return {"文字", "text"};
    case Sort::integer:
      return {"整数", "integer"};
    case Sort::yes_no:
      return {"真假", "true or false"};
    case Sort::decimal:
      return {"数", "decimal"};
    case Sort::money:
      return {"金额", "money"};
    case Sort::date:
      return {"日期", "date"};
    case Sort::period:
      return {"期间", "period"};
    case Sort::word:
      return {"词", "word"};
    case Sort::object:
      return {"对象", "object"};
    case Sort::any:
      return {"随字段", "as the field"};
  }
  return {};
}

void put_rows(std::string& out, const std::vector<Key>& keys, const std::string& before,
              Lang lang) {
  for (const Key& key : keys) {
    const std::string name = before + (key.name.empty() ? "*" : key.name);
    const std::string path = name + (key.list ? "[]" : "");
    std::string type(type_words(key).in(lang));
    if (key.nullable) type += diag::say(lang, "或 null", " or null");
    if (!key.always) type += diag::say(lang, "，可无", ", may be left out");
    std::string doc = key.doc.in(lang);
    if (!key.words.empty() && key.words.size() <= 12) {
      std::string words;
      for (const std::string_view word : key.words) {
        words += (words.empty() ? "" : diag::say(lang, "、", ", ")) + fmt::format("`{}`", word);
      }
      doc += (doc.empty() ? "" : diag::say(lang, "：", ": ")) + words;
    }
    out += fmt::format("| `{}` | {} | {} |\n", path, type, doc);
    put_rows(out, key.inside, path + ".", lang);
  }
}

}  // namespace

std::vector<Key> keys_of(const std::vector<Described>& rows) {
  std::vector<Key> keys;
  for (const Described& row : rows) {
    Key& key = keys.emplace_back();
    key.name = row.key;
    key.doc = {std::string(row.doc.zh), std::string(row.doc.en)};
    key.sort = row.sort;
    key.nullable = row.nullable;
    key.always = row.always;
    key.list = row.list;
    key.own_keys = row.own_keys;
    if (row.words != nullptr) key.words = row.words();
    if (row.inside != nullptr) key.inside = keys_of(row.inside());
  }
  return keys;
}

std::span<const Output, output_count> outputs() {
  return all;
}

std::string output_schema(const Output& output) {
  Json schema;
  schema["$schema"] = "http://json-schema.org/draft-07/schema#";
  schema["title"] = fmt::format("zsup {} --format json", output.command);
  schema["description"] = std::string(output.what.zh) + " · " + std::string(output.what.en);
  put_properties(schema, output.keys());
  return schema.dump(2) + "\n";
}

std::string json_page(Lang lang) {
  std::string out(introduction.in(lang));
  for (const Output& output : outputs()) {
    out += fmt::format("## {}\n\n", output.command);
    out += diag::say(lang,
                     "{1}。`zsup {0} --format "
                     "json`，[schema](../schemas/output/{0}.schema.json)。\n\n| 键 | 类型 "
                     "| 是什么 |\n|---|---|---|\n",
                     "`zsup {0} --format json`: {1}; "
                     "[schema](../schemas/output/{0}.schema.json).\n\n| key | type "
                     "| what it is |\n|---|---|---|\n",
                     output.command, output.what);
    put_rows(out, output.keys(), "", lang);
    out += "\n";
  }
  out.pop_back();
  return out;
}

}  // namespace zsup::view
