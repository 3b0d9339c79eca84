// What a schema holds; that it accepts and refuses what the decoder does is shown by
// tests/meta/schema_agreement_test.py.
#include "record/schema.h"

#include <doctest/doctest.h>

#include <nlohmann/json.hpp>

#include "record/record.h"

namespace zsup::record {

namespace {
using Json = nlohmann::ordered_json;

// All `$ref`s lead somewhere, and every property says what it is.
void look_through(const Json& root, const Json& part) {
  if (part.is_object()) {
    if (part.contains("$ref") && part["$ref"].is_string()) {
      const std::string reference = part["$ref"].get<std::string>();
      CAPTURE(reference);
      REQUIRE(reference.substr(0, 2) == "#/");
      CHECK(root.contains(Json::json_pointer(reference.substr(1))));
    }
    if (part.contains("enum") && part.contains("enumDescriptions")) {
      CHECK(part["enum"].size() == part["enumDescriptions"].size());
    }
  }
  if (part.is_structured()) {
    for (const Json& below : part) look_through(root, below);
  }
}

}  // namespace

TEST_CASE("schemas are whole, the same every time, and name themselves") {
  for (const KindRow* kind : kind_rows()) {
    const std::string text = json_schema(kind->kind());
    CHECK(text == json_schema(kind->kind()));
    CHECK(text.back() == '\n');
    const Json root = Json::parse(text);
    CHECK(root["$schema"] == "http://json-schema.org/draft-07/schema#");
    CHECK(root["$id"] == schema_file(kind->kind()));
    CHECK(root["additionalProperties"] == false);
    look_through(root, root);
    for (const FieldSpec& field : kind->object().fields) {
      const Json& property = root["properties"][std::string(field.key)];
      CAPTURE(field.key);
      CHECK(property["title"] == std::string(field.word) + " " + std::string(field.key));
      CHECK(property.contains("description"));
      CHECK(property.contains("markdownDescription"));
      CHECK((property.contains("examples") || field.example.empty()));
      CHECK(root["properties"][std::string(field.word)]["$ref"] ==
            "#/properties/" + std::string(field.key));
    }
  }
  const Json config = Json::parse(json_schema_of_config());
  CHECK(config["$id"] == "zsup.schema.json");
  CHECK(!config["properties"].contains("kind"));
  look_through(config, config);
}

TEST_CASE("the parts of a field's schema") {
  const Json duty = Json::parse(json_schema(Kind::duty))["properties"];
  CHECK(duty["kind"]["enum"] == Json({"duty", "任务"}));
  CHECK(duty["title"]["type"] == Json({"string", "number", "boolean"}));
  CHECK(duty["weight"]["minimum"] == 0);
  CHECK(duty["weight"]["maximum"] == 1000);
  CHECK(duty["weight"]["examples"] == Json({1.5}));
  CHECK(duty["cadence"]["enum"].size() == 10);
  CHECK(duty["cadence"]["enumDescriptions"][0] == "一次性 · once");
  CHECK(duty["owner"]["anyOf"][1]["$ref"] == "#/definitions/selector");
  CHECK(duty["owner"]["examples"][1] ==
        Json({{"role", "member"}, {"under", "district-committee"}}));
  CHECK(duty["due"]["patternErrorMessage"].get<std::string>().find("+5wd") != std::string::npos);

  // Without quotes, `false` is no string.
  const Json finding = Json::parse(json_schema(Kind::finding));
  const Json verdicts = finding["definitions"]["spot-check"]["properties"]["verdict"]["enum"];
  CHECK(std::find(verdicts.begin(), verdicts.end(), Json(false)) != verdicts.end());
  CHECK(std::find(verdicts.begin(), verdicts.end(), Json("false")) != verdicts.end());
  CHECK(finding["properties"]["categories"]["minItems"] == 1);

  const Json calendar = Json::parse(json_schema(Kind::calendar))["properties"];
  CHECK(calendar["holidays"]["minItems"] == 1);
  CHECK(!calendar["workdays"].contains("minItems"));
}

}  // namespace zsup::record
