#include "write/letter_record.h"

#include "unit/letter/fixture.h"

using namespace zsup;
using mask::Masker;
using office::Office;

namespace {

const std::string work =
    office::orgs + office::calendar + "---\n" +
    office::policy("notice: {reply: +10wd, code: 东纪函}") +
    office::leader("chen", "陈远航", "portfolio: [transport]\n") +
    office::duty("talks",
                 "title: \"谈话: {甲, 乙} #1，'次'\"\ncategory: education\nowner: chen\n"
                 "cadence: quarterly\ndue: +5wd\n") +
    office::finding("f1",
                    "text: 拆分发包，规避公开招标\nsource: daily\norg: transport\n"
                    "suggestion: 清查\n");

write::LetterTemplate form(record::LetterType type) {
  return write::LetterTemplate(write::built_in_template(type));
}

std::string record_of(const letter::Letter& notice, record::Spelling spelling) {
  Masker nobody;
  return write::render_letter_record(notice, nobody, form(notice.type),
                                     {.spelling = spelling,
                                      .schema = "../schemas/letter.schema.json",
                                      .id = "东纪函-2018-5",
                                      .digest = write::digest_of("abc")});
}

}  // namespace

TEST_CASE("the digest of a letter is what sha256sum prints for its text") {
  CHECK(write::digest_of("abc") ==
        "sha256:ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}

TEST_CASE("the record of an issued letter, in English and in Chinese keys") {
  const Office office(work);
  letter::Letter notice = office.letter_to("chen", Office::notice());
  notice.number = "东纪函〔2018〕5号";
  CHECK(record_of(notice, record::Spelling::english) ==
        "# yaml-language-server: $schema=../schemas/letter.schema.json\n"
        "kind: letter\n"
        "id: 东纪函-2018-5\n"
        "type: notice\n"
        "number: 东纪函〔2018〕5号\n"
        "date: 2018-07-15\n"
        "to: chen\n"
        "period: 2018-q2\n"
        "items:\n"
        "  - {record: talks, text: \"谈话: {甲, 乙} #1，'次'\"}\n"
        "  - {record: f1, text: 拆分发包，规避公开招标。整改建议：清查}\n"
        "reply_by: 2018-07-27\n"
        "digest: sha256:ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad\n");
  const std::string chinese = record_of(notice, record::Spelling::chinese);
  CHECK(chinese.find("种类: 函件\n编号: 东纪函-2018-5\n类型: 函告书\n") != std::string::npos);
  CHECK(chinese.find("  - {依据记录: f1, 内容: 拆分发包") != std::string::npos);
}

TEST_CASE("what was written reads back as the same letter, and as no other") {
  const Office before(work);
  letter::Letter notice = before.letter_to("chen", Office::notice());
  notice.number = "东纪函〔2018〕5号";
  for (const auto spelling : {record::Spelling::english, record::Spelling::chinese}) {
    const Office after(work + "---\n" + record_of(notice, spelling));
    const auto* issued = record::as<record::Letter>(&after.find("东纪函-2018-5"));
    REQUIRE(issued != nullptr);
    CHECK(*issued->number == "东纪函〔2018〕5号");
    CHECK(*issued->reply_by == office::day("2018-07-27"));
    Masker nobody;
    letter::Letter again = after.letter_to("chen", Office::notice());
    CHECK(write::lists_the_same(*issued, again, nobody, form(again.type)));
    again.items.back().suggestion += "，一个月内完成";
    CHECK_FALSE(write::lists_the_same(*issued, again, nobody, form(again.type)));
    again.items.pop_back();
    CHECK_FALSE(write::lists_the_same(*issued, again, nobody, form(again.type)));
  }
}

TEST_CASE("the record keeps what the letter says, names masked as there") {
  const Office office(work + office::leader("gao", "高明") +
                      office::finding("f2", "text: 高明经手\nsource: daily\norg: transport\n"));
  const letter::Letter notice = office.letter_to("chen", Office::notice());
  Masker masker(office.reg(), record::Mask::surname);
  const auto items = write::kept_items(notice, masker, form(notice.type));
  REQUIRE(items.size() == 3);
  CHECK(items[2].record == "f2");  // a reference within the register
  CHECK(items[2].text == "高某经手");
}

TEST_CASE("items in another order, with other blanks and signs at their ends, are the same items") {
  const Office before(work);
  letter::Letter notice = before.letter_to("chen", Office::notice());
  notice.number = "东纪函〔2018〕5号";
  const Office after(work +
                     "---\nkind: letter\nid: old\ntype: notice\nnumber: 东纪函〔2018〕5号\n"
                     "date: 2018-07-15\nto: chen\nperiod: 2018-q2\nitems:\n"
                     "  - {record: f1, text: 拆分发包， 规避公开招标。整改建议：清查。}\n"
                     "  - {record: talks, text: \"谈话: {甲, 乙} #1，'次'\"}\n");
  const auto* issued = record::as<record::Letter>(&after.find("old"));
  Masker nobody;
  CHECK(write::lists_the_same(*issued, after.letter_to("chen", Office::notice()), nobody,
                              form(record::LetterType::notice)));
}

TEST_CASE("a template prints what it names, and an item of a section that it lacks not at all") {
  const Office office(work);
  const letter::Letter notice = office.letter_to("chen", Office::notice());
  const write::LetterTemplate own(
      "{{#rectification}}{{#items}}{{text}}{{/items}}{{/rectification}}");
  const auto printed = own.printed(notice);
  REQUIRE(printed.size() == 2);
  CHECK_FALSE(printed[0].item);  // the duty
  CHECK(printed[1].item);
  CHECK_FALSE(printed[1].suggestion);
  const auto all = form(record::LetterType::notice).printed(notice);
  CHECK(all[0].item);
  CHECK(all[1].item);
  CHECK(all[1].suggestion);
  Masker nobody;
  CHECK(write::kept_items(notice, nobody, own)[1].text == "拆分发包，规避公开招标");
}
