// fuzz_dictionary pipeline|templates
// Prints what the program itself knows by name, for libFuzzer's -dict: keys and words of the field
// tables, or the names that a template of a letter may use.
#include <fmt/core.h>

#include <cstdio>
#include <set>
#include <string>
#include <string_view>

#include "record/config.h"
#include "record/record.h"
#include "view/letter_view.h"

using namespace zsup;

namespace {

using Words = std::set<std::string>;

void add_fields(const record::ObjectSpec& spec, Words& words, int depth) {
  if (depth > 5) return;
  for (const record::FieldSpec& field : spec.fields) {
    words.insert(fmt::format("{}: ", field.key));
    words.insert(fmt::format("{}: ", field.word));
    if (field.type.words != nullptr) {
      for (const record::EnumRow& row : field.type.words().rows) {
        words.insert(std::string(row.id));
        words.insert(std::string(row.label.zh));
      }
    }
    if (field.type.object != nullptr) add_fields(field.type.object(), words, depth + 1);
  }
}

Words of_records() {
  Words words;
  add_fields(record::spec_of<record::Config>(), words, 0);
  for (std::size_t at = 0; at < record::kind_count; ++at) {
    const auto kind = static_cast<record::Kind>(at);
    add_fields(record::kind_row(kind).object(), words, 0);
    words.insert(fmt::format("kind: {}", record::row_of(kind).id));
  }
  return words;
}

Words of_templates() {
  Words words;
  for (const view::TemplateVariable& row : view::letter_variables()) {
    for (const std::string_view name : {row.name, row.word}) {
      words.insert(fmt::format("{{{{{}}}}}", name));
      if (row.shape == view::TemplateVariable::Shape::text) continue;
      words.insert(fmt::format("{{{{#{}}}}}", name));
      words.insert(fmt::format("{{{{/{}}}}}", name));
    }
  }
  return words;
}

}  // namespace

int main(int argc, char** argv) {
  const std::string_view target = argc == 2 ? argv[1] : "";
  if (target != "pipeline" && target != "templates") {
    std::fputs("usage: fuzz_dictionary pipeline|templates\n", stderr);
    return 2;
  }
  for (const std::string& word : target == "pipeline" ? of_records() : of_templates()) {
    std::string escaped;
    for (const char c : word) escaped += fmt::format("\\x{:02X}", static_cast<unsigned char>(c));
    std::printf("\"%s\"\n", escaped.c_str());
  }
  return 0;
}
