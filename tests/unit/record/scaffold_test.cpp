#include "record/scaffold.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "decoded.h"
#include "record/kinds/action.h"
#include "record/kinds/duty.h"
#include "record/kinds/leader.h"
#include "record/kinds/org.h"

namespace zsup::record {

namespace {

std::string with(Kind kind, std::vector<std::pair<std::string, std::string>> values) {
  ScaffoldOptions options;
  options.values = std::move(values);
  return scaffold(kind, options);
}

bool has_line(std::string_view text, std::string_view line) {
  return ("\n" + std::string(text)).find("\n" + std::string(line) + "\n") != std::string::npos;
}

}  // namespace

TEST_CASE("a waiver to fill in, in Chinese") {
  ScaffoldOptions options;
  options.schema = "../schemas/waiver.schema.json";
  options.values = {{"rule", "ZS403"}, {"理由", "2018: 分管领导出国"}};
  CHECK(scaffold(Kind::waiver, options) ==
        "# yaml-language-server: $schema=../schemas/waiver.schema.json\n"
        "# 豁免：对一条记录不适用某条规则，须说明理由\n"
        "种类: 豁免\n"
        "\n"
        "# 本记录的编号，全册唯一：小写字母、数字和连字符，或不含空格的中文（必填）\n"
        "# 例如 编号: waiver-2018-01\n"
        "编号:\n"
        "\n"
        "# 规则代码（必填）\n"
        "规则: ZS403\n"
        "\n"
        "# 所豁免的记录（必填）\n"
        "# 例如 记录: district-round-2\n"
        "记录:\n"
        "\n"
        "# 理由（必填）\n"
        "理由: \"2018: 分管领导出国\"\n"
        "\n"
        "# 批准人（必填）\n"
        "# 例如 批准人: li-heng\n"
        "批准人:\n"
        "\n"
        "# 有效期的最后一日（必填）\n"
        "# 例如 有效期至: 2018-12-31\n"
        "有效期至:\n"
        "\n"
        "# 以下各项没有的可以不填；要填的，删去行首的“# ”。\n"
        "\n"
        "# 备注\n"
        "# 备注:\n");
}

TEST_CASE("objects open up, and words of a vocabulary are listed, in English") {
  ScaffoldOptions options;
  options.lang = diag::Lang::en;
  options.spelling = Spelling::english;
  const std::string text = scaffold(Kind::campaign, options);
  CHECK(has_line(text, "kind: campaign"));
  CHECK(has_line(text, "# one of: rectification, self-check"));
  CHECK(has_line(text, "# such as type: self-check"));
  CHECK(text.find("items:\n"
                  "  # what was declared (required)\n"
                  "  # such as text: 离任后兼任市港航投资有限公司监事\n"
                  "  - text:\n"
                  "    # the leader, when in the register\n"
                  "    # leader: chen-yuanhang\n") != std::string::npos);
  CHECK(has_line(text, "# until: 2018-06-30"));
}

TEST_CASE("what is left open is exactly what check then asks for") {
  for (const KindRow* kind : kind_rows()) {
    for (const Spelling spelling : {Spelling::english, Spelling::chinese}) {
      ScaffoldOptions options;
      options.spelling = spelling;
      const std::string text = scaffold(kind->kind(), options);
      CAPTURE(text);
      const Decoded one = decoded(text);
      REQUIRE(one.records.size() == 1);
      REQUIRE(one.records[0] != nullptr);
      // Every required field is empty; none is missing, unknown or wrong. Objects of which one of
      // several fields is needed ask for that too.
      for (const diag::Diagnostic& found : one.sink.list()) {
        CHECK((found.code == diag::code::empty_value || found.code == diag::code::one_of_fields));
      }
      const auto fields = kind->object().fields;
      CHECK(one.sink.list().size() >= static_cast<std::size_t>(std::count_if(
                                          fields.begin(), fields.end(), [](const FieldSpec& field) {
                                            return field.required &&
                                                   field.type.shape != Shape::object;
                                          })));
    }
  }
}

TEST_CASE("with the examples as values, every kind is complete") {
  for (const KindRow* kind : kind_rows()) {
    ScaffoldOptions options;
    options.spelling = Spelling::english;
    for (const FieldSpec& field : kind->object().fields) {
      if (!field.example.empty()) options.values.emplace_back(field.word, field.example);
    }
    const std::string text = scaffold(kind->kind(), options);
    CAPTURE(text);
    CHECK(decoded(text).found() == "");
  }
}

TEST_CASE("values read back as exactly what was given") {
  for (const std::string value :
       {"x", "a: b", "# no comment", "null", "true", "2018", " spaces ", "it's \"quoted\"", "[a]",
        "{a: b}", "- a", "第一，第二、第三", "a, b", "two\nlines", "~", "*a", "100%"}) {
    CAPTURE(value);
    const Decoded one = decoded(with(Kind::leader, {{"编号", "a"},
                                                    {"name", value},
                                                    {"org", "o"},
                                                    {"post", value},
                                                    {"role", "member"},
                                                    {"note", value}}));
    CHECK(one.found() == "");
    const Leader* leader = as<Leader>(one.records.at(0));
    REQUIRE(leader != nullptr);
    CHECK(*leader->name == value);
    CHECK(*leader->post == value);
    CHECK(*leader->note == value);
  }
}

TEST_CASE("lists") {
  const auto action = [](std::string_view to, std::string_view key = "to") {
    return with(Kind::action, {{std::string(key), std::string(to)}});
  };
  CHECK(has_line(action("wang-jian"), "对象: [wang-jian]"));
  CHECK(has_line(action("wang-jian,li-heng"), "对象: [wang-jian, li-heng]"));
  CHECK(has_line(action("wang-jian，li-heng、chen"), "对象: [wang-jian, li-heng, chen]"));
  CHECK(has_line(action(" wang-jian , "), "对象: [wang-jian]"));
  CHECK(has_line(action("[wang-jian, li-heng]"), "对象: [wang-jian, li-heng]"));
  CHECK(has_line(action("[wang-jian"), "对象: [\"[wang-jian\"]"));
  CHECK(has_line(action("[a]\nx: [b]"), "对象: [\"[a]\\nx: [b]\"]"));
  CHECK(has_line(action(""), "对象: []"));
  // Full-width marks belong to a text.
  CHECK(has_line(with(Kind::filing, {{"enterprises", "甲公司，乙公司,丙公司"}}),
                 "参与企业: [甲公司，乙公司, 丙公司]"));
}

TEST_CASE("mappings stand as they are where they may stand") {
  CHECK(has_line(with(Kind::duty, {{"owner", "{role: member, under: x}"}}),
                 "责任人: {role: member, under: x}"));
  CHECK(has_line(with(Kind::duty, {{"owner", "{role: member"}}), "责任人: \"{role: member\""));
  CHECK(has_line(with(Kind::duty, {{"owner", "committee"}}), "责任人: committee"));
  CHECK(has_line(with(Kind::duty, {{"title", "{a: b}"}}), "标题: \"{a: b}\""));
  CHECK(has_line(with(Kind::duty, {{"weight", "1.5"}}), "权重: 1.5"));
  CHECK(has_line(with(Kind::duty, {{"due", "+5wd"}}), "报送期限: +5wd"));
}

TEST_CASE("a key that the kind does not have is passed over") {
  CHECK(with(Kind::duty, {{"titel", "x"}}) == with(Kind::duty, {}));
}

}  // namespace zsup::record
