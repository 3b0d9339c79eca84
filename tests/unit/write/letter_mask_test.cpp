#include "mask/letters.h"
#include "mask/veil.h"
#include "unit/letter/fixture.h"
#include "write/letter_markdown.h"
#include "write/writers.h"

using namespace zsup;
using mask::Masker;
using mask::Veil;
using office::Office;
using record::Mask;

namespace {

const std::string people =
    office::orgs + office::calendar + "---\n" + office::policy("") +
    office::leader("wang-ping", "王平") + office::leader("wang-pingchuan", "王平川") +
    office::leader("ouyang-xiu", "欧阳修远") +
    "---\nkind: case\nid: le-pingan-subsidies\ntitle: 违规领取补贴\norg: highways\n"
    "categories: [funds]\nclue: {date: 2018-02-01}\nfiled: 2018-03-01\npersons:\n"
    "  - {name: 乐平安, org: highways, rank: other, responsibility: direct, measure: "
    "party-warning,\n"
    "     date: 2018-03-20, by: cdi}\n";

}  // namespace

TEST_CASE("whoever receives a letter is named in it, but where it is for many or nobody is named") {
  const Office office(people + office::duty("talk",
                                            "title: 与王平川、乐平安谈话\ncategory: education\n"
                                            "owner: wang-ping\ncadence: quarterly\ndue: +5wd\n"));
  letter::Letter notice = office.letter_to("wang-ping", Office::notice());
  const auto seen = [&](Mask mask) {
    Masker masker(office.reg(), mask);
    Veil veil(masker, notice);
    return veil.over("王平 wang-ping 王平川 王　平") + " " + mask::letter_file_name(notice, masker);
  };
  CHECK(seen(Mask::surname) == "王平 wang-ping 王某 王　平 notice-wang-ping.md");
  CHECK(seen(Mask::full) == "某甲 masked-leader-1 某乙 某甲 notice-masked-leader-1.md");
  notice.type = record::LetterType::bulletin;
  CHECK(seen(Mask::surname) == "王某甲 masked-leader-1 王某乙 王某甲 bulletin-masked-leader-1.md");
}

TEST_CASE("Markdown and JSON call the same person the same") {
  const Office office(people + office::duty("talk",
                                            "title: 与王平川、王平谈话\ncategory: education\n"
                                            "owner: ouyang-xiu\ncadence: quarterly\ndue: +5wd\n"));
  const letter::Letter notice = office.letter_to("ouyang-xiu", Office::notice());
  Masker masker(office.reg(), Mask::surname);
  const std::string json =
      write::json(mask::letters_page(office.reg(), std::span(&notice, 1), masker), {});
  CHECK(json.find("与王某甲、王某乙谈话") != std::string::npos);
  CHECK(json.find(R"("name":"欧阳修远")") != std::string::npos);
  CHECK(json.find(R"("mask":"surname")") != std::string::npos);
  const write::LetterTemplate form("{{#duty}}{{#items}}{{text}}{{/items}}{{/duty}}，乐平安印",
                                   masker);
  CHECK(form.render(notice, masker) == "与王某甲、王某乙谈话，乐某印\n");
}

TEST_CASE("the register of letters hides whom the letters hide") {
  const Office office(people + office::duty("talk",
                                            "title: 谈话\ncategory: education\n"
                                            "owner: wang-ping\ncadence: quarterly\ndue: +5wd\n"));
  const letter::Letter notice = office.letter_to("wang-ping", Office::notice());
  Masker masker(office.reg(), Mask::full);
  const std::string table =
      write::csv(mask::letters_page(office.reg(), std::span(&notice, 1), masker), {});
  CHECK(table.find("\r\n1,某某,") != std::string::npos);
  CHECK(table.ends_with(",notice-masked-leader-1.md\r\n"));
}

TEST_CASE("what a report counts is named by keys, which hide names and stay apart") {
  const Office office(people);
  letter::Letter letter;
  letter.type = record::LetterType::upward;
  letter.period = office::period("2018-q2");
  letter.as_of = letter.date = office::day("2018-07-15");
  letter::Item& item = letter.items.emplace_back();
  item.section = letter::Section::report;
  item.measures = {{"约谈王平次数", 1}, {"发文数", 2}, {"约谈王 平次数", 3}, {"2018ouyangxiu", 4}};
  Masker masker(office.reg(), Mask::surname);
  mask::tell_measures_apart(letter, masker);
  const std::string json =
      write::json(mask::letters_page(office.reg(), std::span(&letter, 1), masker), {});
  CHECK(json.find(R"("measures":{"约谈王某次数甲":1,"发文数":2,"约谈王某次数乙":3,)"
                  R"("2018masked-leader-1":4})") != std::string::npos);
  const write::LetterTemplate form("{{#report}}{{#items}}{{measures}}{{/items}}{{/report}}",
                                   masker);
  CHECK(form.render(letter, masker) ==
        "约谈王某次数甲：1，发文数：2，约谈王某次数乙：3，2018masked-leader-1：4\n");
}

TEST_CASE("no two letters of a batch are written to one file") {
  const Office office(people +
                      "---\n{kind: org, id: 王平, name: 王平工作室, type: department}\n"
                      "---\n{kind: org, id: 王平川, name: 王平川工作室, type: department}\n");
  std::vector<letter::Letter> letters(2);
  for (std::size_t at = 0; at < 2; ++at) {
    letters[at].type = record::LetterType::advice;
    letters[at].to.id = at == 0 ? "王平" : "王平川";
  }
  Masker masker(office.reg(), Mask::surname);
  CHECK(mask::letter_file_names(letters, masker) ==
        std::vector<std::string>{"advice-王某甲.md", "advice-王某乙.md"});
}
