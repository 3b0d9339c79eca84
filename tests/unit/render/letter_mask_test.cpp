#include "letter/mask.h"
#include "render/letter_index.h"
#include "render/letter_json.h"
#include "render/letter_markdown.h"
#include "unit/letter/fixture.h"

using namespace zsup;
using letter::Masker;
using letter::Veil;
using office::Office;
using record::Mask;

namespace {

const std::string people =
    office::orgs + office::calendar + "---\n" + office::policy("") +
    office::leader("wang-ping", "王平") +
    office::leader("wang-pingchuan", "王平川") + office::leader("ouyang-xiu", "欧阳修远") +
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
    return veil.over("王平 wang-ping 王平川 王　平") + " " +
           render::letter_file_name(notice, masker);
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
  const std::string json = render::render_letters_json(std::span(&notice, 1), masker);
  CHECK(json.find("与王某甲、王某乙谈话") != std::string::npos);
  CHECK(json.find(R"("name":"欧阳修远")") != std::string::npos);
  CHECK(json.find(R"("mask":"surname")") != std::string::npos);
  const render::LetterTemplate form("{{#duty}}{{#items}}{{text}}{{/items}}{{/duty}}，乐平安印",
                                    masker);
  CHECK(form.render(notice, masker) == "与王某甲、王某乙谈话，乐某印\n");
}

TEST_CASE("the register of letters hides whom the letters hide") {
  const Office office(people + office::duty("talk",
                                            "title: 谈话\ncategory: education\n"
                                            "owner: wang-ping\ncadence: quarterly\ndue: +5wd\n"));
  const letter::Letter notice = office.letter_to("wang-ping", Office::notice());
  Masker masker(office.reg(), Mask::full);
  const render::Table table = render::letter_index(std::span(&notice, 1), masker);
  REQUIRE(table.rows.size() == 1);
  CHECK(table.rows[0].front() == "1");
  CHECK(table.rows[0][1] == "某某");
  CHECK(table.rows[0].back() == "notice-masked-leader-1.md");
}
