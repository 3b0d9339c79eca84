#include "command/kinds.h"

#include "diag/brief.h"
#include "text/edit_distance.h"

namespace zsup::command {

using diag::brief;
using diag::say;

record::Kind kind_named(const std::string& word) {
  std::vector<std::string_view> names;
  std::string all;
  for (const record::KindRow* kind : record::kind_rows()) {
    const record::EnumRow& row = record::row_of(kind->kind());
    if (row.id == word || row.label.zh == word) return kind->kind();
    names.push_back(row.id);
    names.push_back(row.label.zh);
    all += (all.empty() ? "" : ", ") + std::string(row.id);
  }
  const auto near = text::nearest(word, names);
  throw Stop{usage, say("没有“{}”这个种类", "there is no kind '{}'", brief(word)),
             near ? say("是不是“{}”？", "did you mean '{}'?", *near)
                  : say("可用：{}", "it is one of: {}", all)};
}

const record::FieldSpec& field_named(record::Kind kind, const std::string& word) {
  const record::ObjectSpec& object = record::kind_row(kind).object();
  if (const record::FieldSpec* field = object.find(word)) return *field;
  std::vector<std::string_view> names;
  std::string zh;
  std::string en;
  for (const record::FieldSpec& field : object.fields) {
    names.push_back(field.key);
    names.push_back(field.word);
    zh += (zh.empty() ? "" : "、") + std::string(field.word);
    en += (en.empty() ? "" : ", ") + std::string(field.key);
  }
  const auto near = text::nearest(word, names);
  const record::EnumRow& row = record::row_of(kind);
  throw Stop{usage, say("{}没有“{}”这个字段", "a {} has no field '{}'", row.written(), brief(word)),
             near ? say("是不是“{}”？", "did you mean '{}'?", *near)
                  : say("可用：{0}", "it is one of: {1}", zh, en)};
}

std::pair<std::string, std::string> key_and_value(const std::string& word) {
  const std::size_t equals = word.find('=');
  if (equals == std::string::npos || equals == 0) {
    throw Stop{usage, say("“{}”应写成 字段=值", "'{}' should read key=value", brief(word)), {}};
  }
  return {word.substr(0, equals), word.substr(equals + 1)};
}

}  // namespace zsup::command
