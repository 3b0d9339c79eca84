// What must hold for every row of the field tables and vocabularies.
#include <doctest/doctest.h>
#include <fmt/format.h>

#include <algorithm>
#include <functional>
#include <map>
#include <set>

#include "decoded.h"
#include "record/example.h"
#include "record/kinds/filing.h"
#include "record/record.h"

namespace zsup::record {

namespace {

void each_object(const std::function<void(const ObjectSpec&, std::string_view kind)>& use) {
  const std::function<void(const ObjectSpec&, std::string_view)> walk = [&](const ObjectSpec& spec,
                                                                            std::string_view kind) {
    use(spec, kind);
    for (const FieldSpec& field : spec.fields) {
      if (field.type.object != nullptr) walk(field.type.object(), kind);
    }
  };
  for (const KindRow* kind : kind_rows()) walk(kind->object(), row_of(kind->kind()).id);
  walk(spec_of<Config>(), "zsup");
}

bool is_ascii(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return c > ' ' && c < 0x7F; });
}

bool is_chinese(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(),
                                      [](char c) { return static_cast<unsigned char>(c) >= 0x80; });
}

}  // namespace

TEST_CASE("every field says what it is in both languages, under keys of its own") {
  each_object([](const ObjectSpec& spec, std::string_view kind) {
    CAPTURE(kind);
    CAPTURE(spec.name);
    CHECK(spec.fields.size() <= 32);
    CHECK(!spec.title.zh.empty());
    CHECK(!spec.title.en.empty());
    std::set<std::string_view> names;
    for (const FieldSpec& field : spec.fields) {
      CAPTURE(field.key);
      CHECK(is_ascii(field.key));
      CHECK(is_chinese(field.word));
      CHECK(names.insert(field.key).second);
      CHECK(names.insert(field.word).second);
      CHECK(!field.doc.zh.empty());
      CHECK(!field.doc.en.empty());
      CHECK((!field.example.empty() || field.key == "note"));
      CHECK((field.decode != nullptr));
      CHECK((field.visit != nullptr));
      const TypeSpec& type = field.type;
      const bool refers = type.shape == Shape::ref || type.shape == Shape::owner;
      CHECK((type.refers != 0) == refers);
      const bool worded = type.shape == Shape::enumeration || type.shape == Shape::word ||
                          type.shape == Shape::settings;
      CHECK((type.words != nullptr) == worded);
      CHECK((type.object != nullptr) ==
            (type.shape == Shape::object || type.shape == Shape::owner));
    }
    for (const OneOf& choice : spec.one_of) {
      CHECK(choice.keys.size() > 1);
      for (const std::string_view key : choice.keys) {
        REQUIRE(spec.find(key) != nullptr);
        CHECK(!spec.find(key)->required);
      }
    }
  });
}

TEST_CASE("what rows ask for fits where they stand") {
  each_object([](const ObjectSpec& spec, std::string_view kind) {
    CAPTURE(spec.name);
    int beginnings = 0;
    for (const FieldSpec& field : spec.fields) {
      CAPTURE(field.key);
      beginnings += field.begins;
      if (field.order.earlier != nullptr) {
        CHECK(!field.order.name.zh.empty());
        CHECK(!field.order.name.en.empty());
        CHECK(!field.order.earlier_name.zh.empty());
        CHECK(!field.order.earlier_name.en.empty());
        // A date of the record is looked for in records of that kind alone.
        if (field.order.of_record) CHECK(row_of(*field.order.of_record).id == kind);
      }
      if (field.in_office.on != nullptr) {
        CHECK(holds(field.type.refers, Kind::leader));
        CHECK(!field.in_office.when.zh.empty());
        CHECK(!field.in_office.when.en.empty());
        CHECK(field.in_office.help.zh.empty() == field.in_office.help.en.empty());
      }
    }
    CHECK(beginnings <= 1);
  });
}

TEST_CASE("within a kind, objects of different tables have different names") {
  std::map<std::string, const ObjectSpec*> known;
  each_object([&](const ObjectSpec& spec, std::string_view kind) {
    const std::string name = fmt::format("{} {}", kind, spec.name);
    CAPTURE(name);
    CHECK(known.emplace(name, &spec).first->second == &spec);
  });
}

TEST_CASE("no word of a vocabulary means two things") {
  for (const Vocabulary* words : vocabularies()) {
    CAPTURE(words->name);
    std::set<std::string_view> names;
    for (const EnumRow& row : words->rows) {
      CAPTURE(row.id);
      CHECK(is_ascii(row.id));
      CHECK(is_chinese(row.label.zh));
      CHECK(!row.label.en.empty());
      CHECK(names.insert(row.id).second);
      CHECK(names.insert(row.label.zh).second);
    }
  }
}

TEST_CASE("example records of every kind decode in either spelling") {
  for (const KindRow* kind : kind_rows()) {
    for (const Spelling spelling : {Spelling::english, Spelling::chinese}) {
      const std::string text = example_record(kind->object(), &row_of(kind->kind()), spelling);
      CAPTURE(text);
      const Decoded one = decoded(text);
      CHECK(one.found() == "");
      REQUIRE(one.records.size() == 1);
      REQUIRE(one.records[0] != nullptr);
      CHECK(one.records[0]->kind == kind->kind());
    }
  }
  for (const Spelling spelling : {Spelling::english, Spelling::chinese}) {
    const std::string text = example_record(spec_of<Config>(), nullptr, spelling);
    CAPTURE(text);
    CHECK(decoded_config(text).found() == "");
  }
}

TEST_CASE("the example of every field of every object decodes on its own") {
  each_object([](const ObjectSpec& spec, std::string_view) {
    for (const FieldSpec& field : spec.fields) {
      if (field.example.empty()) continue;
      CAPTURE(field.key);
      const YamlValue english = example_of(field, Spelling::english);
      const YamlValue chinese = example_of(field, Spelling::chinese);
      REQUIRE(english.form != YamlValue::Form::none);
      CHECK((english.form == YamlValue::Form::list) == field.type.list);
      // Keys of objects are turned into the other spelling, all the way down.
      if (english.form == YamlValue::Form::mapping && field.type.object != nullptr) {
        for (const auto& entry : english.entries) {
          CHECK(field.type.object().find(entry.key)->key == entry.key);
        }
        for (const auto& entry : chinese.entries) {
          CHECK(field.type.object().find(entry.key)->word == entry.key);
        }
      }
    }
  });
}

TEST_CASE("what a filing may be asked for are its own fields and papers, by their own names") {
  for (const EnumRow& row : vocabulary<FilingPart>().rows) {
    CAPTURE(row.id);
    const FieldSpec* field = spec_of<Filing>().find(row.id);
    if (field == nullptr) field = spec_of<FilingPapers>().find(row.id);
    REQUIRE(field != nullptr);
    CHECK(field->word == row.label.zh);
    CHECK_FALSE(field->required);
  }
}

}  // namespace zsup::record
