// The types of letter, each in a small register: whom they take in, and what they leave out.
#include "letter/compose.h"
#include "letter/gather.h"
#include "unit/letter/fixture.h"

using namespace zsup;
using office::day;
using office::Office;
using record::LetterType;

namespace {

const std::string base = office::policy("notice: {}") + office::orgs + office::calendar;

office::Asked request(LetterType type, std::string_view as_of = "2018-07-15",
                      std::string_view of = "2018-q2") {
  return {{.type = type, .period = office::period(of)}, day(as_of)};
}

std::string problem(const std::string& id, const std::string& more) {
  return office::finding(id, "text: 问题" + id + "\n" + more);
}

const std::string closed =
    "events:\n"
    "  - {date: 2018-05-04, what: assigned}\n"
    "  - {date: 2018-05-21, what: submitted}\n"
    "  - {date: 2018-06-01, what: approved}\n"
    "  - {date: 2018-06-10, what: closed}\n";

const std::string round_one =
    "---\nkind: inspection\nid: r1\nname: 第一轮巡察\nround: 1\nby: cdi\nunits: [transport]\n"
    "from: 2018-03-05\nuntil: 2018-04-10\nbriefings:\n"
    "  - {unit: transport, leader: chen, leader_date: 2018-05-02, unit_date: 2018-05-08}\n";

std::string of_round(const std::string& id, const std::string& more) {
  return problem(id, "source: inspection\ninspection: r1\norg: transport\n" + more);
}

std::string case_of(const std::string& id, const std::string& org, const std::string& persons) {
  return "---\nkind: case\nid: " + id + "\ntitle: 案件" + id + "\norg: " + org +
         "\ncategories: [funds]\nclue: {date: 2018-03-01}\nfiled: 2018-04-10\npersons:\n" + persons;
}

const std::string warned =
    "  - {name: 乐循谦, org: transport, rank: general, responsibility: direct, "
    "measure: party-warning, date: 2018-06-20, by: cdi}\n";
const std::string looked_into =
    "  - {name: 经耘伯, org: transport, rank: general, responsibility: direct}\n";

const std::string chen = office::leader("chen", "陈远航", "portfolio: [transport]\n");

}  // namespace

TEST_CASE("an advice groups risks and problems by category, and only counts those of inspections") {
  const Office desk(
      base +
      "---\nkind: org\nid: grain\nname: 东汀区粮食局\ntype: department\nparent: committee\n"
      "risk_points:\n"
      "  - {text: 甲, category: funds}\n"
      "  - {text: 乙, category: procurement}\n"
      "  - {text: 丙, category: funds}\n" +
      chen + round_one + of_round("inspected", "") +
      "---\nkind: finding\nid: bought\nfound: 2018-05-02\ncategories: [work, procurement]\n"
      "text: 采购\nsource: daily\norg: grain\nsuggestion: 比价\n"
      "---\nkind: finding\nid: spent\nfound: 2018-05-03\ncategories: [funds]\ntext: 支出\n"
      "source: daily\norg: grain\nsuggestion: 退还\n" +
      closed +
      "---\nkind: finding\nid: later\nfound: 2018-07-02\ncategories: [funds]\ntext: 后来\n"
      "source: daily\norg: grain\n");
  const letter::Letter letter = desk.letter_to("grain", request(LetterType::advice));
  CHECK(office::items_of(letter) ==
        "1 risk grain\n2 risk grain\n3 risk grain\n4 finding spent\n5 finding bought\n");
  CHECK(letter.items[0].text == "甲");
  CHECK(letter.items[1].text == "丙");
  CHECK(letter.items[2].group == "采购");
  CHECK(letter.items[3].suggestion.empty());  // closed
  CHECK(letter.items[4].suggestion == "比价");
  CHECK(letter.items[4].group == "采购");  // the one of its categories that is a risk of the unit
  CHECK(letter.items[4].of_addressee);
  CHECK(letter.elsewhere == 0);
  CHECK(desk.composer(request(LetterType::advice)).to(desk.find("schools")).letters.empty());
}

TEST_CASE("an advice to all goes to units with an open problem of their own") {
  const Office desk(base + problem("below", "source: daily\norg: highways\n") +
                    problem("done", "source: daily\norg: schools\n" + closed));
  const letter::Batch batch = desk.composer(request(LetterType::advice)).to_all();
  CHECK(office::addressees(batch) == "highways ");
  // Asked for, the unit above gets what lies below it.
  const letter::Letter above = desk.letter_to("transport", request(LetterType::advice));
  CHECK(office::items_of(above) == "1 finding below\n");
  CHECK_FALSE(above.items[0].of_addressee);
}

TEST_CASE("an advice names the letter that named a problem before, but not one of its own day") {
  const Office desk(base + problem("f", "source: daily\norg: schools\n") +
                    "---\n{kind: letter, id: l, type: advice, number: 东纪建〔2018〕1号, date: "
                    "2018-07-10, to: schools, items: [{record: f, text: 问题f}]}\n");
  CHECK(desk.letter_to("schools", request(LetterType::advice)).items[0].earlier ==
        "东纪建〔2018〕1号");
  CHECK(desk.letter_to("schools", request(LetterType::advice, "2018-07-10")).items[0].earlier ==
        "");
}

TEST_CASE("a case stands in a letter from the day of its first measure, with whom it touched") {
  const Office desk(base + chen + case_of("c", "highways", warned + looked_into));
  const auto to = [&](std::string_view id, LetterType type, std::string_view as_of) {
    return desk.composer(request(type, as_of)).to(desk.find(id)).letters;
  };
  CHECK(to("highways", LetterType::supervision_advice, "2018-06-19").empty());
  CHECK(to("chen", LetterType::briefing, "2018-06-19").empty());
  for (const LetterType type : {LetterType::supervision_advice, LetterType::bulletin}) {
    const auto letters = to("highways", type, "2018-06-20");
    REQUIRE(letters.size() == 1);
    CHECK(office::items_of(letters[0]) == "1 case c\n");
    // An org is not told of what became of people of the org above it; a bulletin tells everybody.
    if (type == LetterType::supervision_advice) {
      CHECK(letters[0].items[0].persons.empty());
      continue;
    }
    REQUIRE(letters[0].items[0].persons.size() == 1);
    CHECK(letters[0].items[0].persons[0].name == "乐循谦");
    CHECK(letters[0].items[0].persons[0].org == "东汀区交通运输局");
  }
  CHECK(to("chen", LetterType::briefing, "2018-06-20").size() == 1);
  // Of the quarter in which it was filed or led to a measure, and no other.
  CHECK(desk.composer(request(LetterType::briefing, "2018-12-31", "2018-q3"))
            .to(desk.find("chen"))
            .letters.empty());
}

TEST_CASE("a supervision advice comes from the supervisory commission beside the issuer") {
  const std::string beside =
      "---\n{kind: org, id: commission, name: 东汀区监察委员会, type: supervisory-commission, "
      "parent: district}\n";
  const std::string district =
      "---\n{kind: org, id: district, name: 东汀区, type: government}\n"
      "---\n{kind: org, id: office, name: 东汀区纪委, type: discipline-commission, parent: "
      "district}\n";
  const std::string rest = chen + case_of("c", "schools", warned);
  const auto issuer = [](const Office& desk) {
    return std::string(
        desk.letter_to("schools", request(LetterType::supervision_advice)).issuer->id->text);
  };
  CHECK(issuer(Office(base + district + beside + rest, "issuer: office\n")) == "commission");
  CHECK(issuer(Office(base + district + rest, "issuer: office\n")) == "office");
}

TEST_CASE("a supervision advice to all goes to the units of the cases, not to those above") {
  const Office desk(base + chen + case_of("c", "highways", warned));
  CHECK(office::addressees(desk.composer(request(LetterType::supervision_advice)).to_all()) ==
        "highways ");
}

TEST_CASE("urging holds what is past its deadline, and nothing on the day itself") {
  const Office desk(
      base + chen + problem("f", "source: daily\norg: highways\ndeadline: 2018-07-14\n") +
      problem("done", "source: daily\norg: highways\ndeadline: 2018-06-30\n" + closed) +
      office::duty("d",
                   "title: 任务\ncategory: conduct\nowner: chen\n"
                   "cadence: quarterly\ndue: +5wd\n"));
  const auto items = [&](std::string_view id, std::string_view as_of) {
    const auto letters = desk.composer(request(LetterType::urge, as_of)).to(desk.find(id)).letters;
    return letters.empty() ? std::string() : office::items_of(letters[0]);
  };
  CHECK(items("chen", "2018-07-06") == "");
  CHECK(items("chen", "2018-07-07") == "1 overdue d\n");
  CHECK(items("chen", "2018-07-14") == "1 overdue d\n");
  CHECK(items("chen", "2018-07-15") == "1 rectification f\n2 overdue d\n");
  CHECK(items("transport", "2018-07-15") == "1 rectification f\n");
}

TEST_CASE("a case adds to a leader's interview, but is no reason for it; to an org's it is") {
  const std::string work = chen + case_of("c", "transport", warned);
  const Office quiet(base + work);
  CHECK(quiet.composer(request(LetterType::interview)).to(quiet.find("chen")).letters.empty());
  CHECK(office::items_of(quiet.letter_to("transport", request(LetterType::interview))) ==
        "1 case c\n");
  const Office late(base + work +
                    problem("f", "source: daily\norg: highways\ndeadline: 2018-07-10\n"));
  CHECK(office::items_of(late.letter_to("chen", request(LetterType::interview))) ==
        "1 rectification f\n2 case c\n");
}

TEST_CASE("a briefing tells the chain of each unit, with how many are claimed and closed") {
  const Office desk(
      base + chen + round_one +
      of_round("f1",
               "events:\n  - {date: 2018-05-03, what: claimed, by: chen}\n"
               "  - {date: 2018-05-21, what: submitted}\n  - {date: 2018-06-01, what: approved}\n"
               "  - {date: 2018-06-10, what: closed}\n") +
      of_round("f2", "events:\n  - {date: 2018-05-04, what: claimed, by: chen}\n"));
  const letter::Letter letter = desk.letter_to("chen", request(LetterType::briefing));
  CHECK(office::items_of(letter) == "1 chain r1\n2 finding f1\n3 finding f2\n");
  const letter::Chain& chain = *letter.items[0].chain;
  CHECK(chain.leader_briefed == day("2018-05-02"));
  CHECK(chain.claimed == day("2018-05-04"));
  CHECK(chain.unit_briefed == day("2018-05-08"));
  CHECK_FALSE(chain.published);
  CHECK(chain.findings == 2);
  CHECK(chain.submitted == 1);
  CHECK(chain.closed == 1);
  // Claimed in part is not claimed.
  const letter::Letter before = desk.letter_to("chen", request(LetterType::briefing, "2018-05-03"));
  CHECK_FALSE(before.items[0].chain->claimed);
  CHECK(before.items[0].chain->unclaimed == 1);
  CHECK_FALSE(before.items[0].chain->unit_briefed);
}

TEST_CASE("a briefing leaves out a round that was over before the period, as a whole") {
  const std::string over =
      "events:\n  - {date: 2018-05-03, what: claimed, by: chen}\n"
      "  - {date: 2018-05-21, what: submitted}\n  - {date: 2018-06-01, what: approved}\n"
      "  - {date: 2018-06-10, what: closed}\n";
  const Office desk(base + chen + round_one + of_round("f1", over));
  const record::Record& leader = desk.find("chen");
  const auto of = [&](std::string_view period) {
    return desk.composer(request(LetterType::briefing, "2018-10-15", period)).to(leader).letters;
  };
  CHECK(of("2018-q2").size() == 1);
  CHECK(of("2018-q3").empty());
}

TEST_CASE("a briefing goes to whoever is in charge now, though another has answered") {
  const Office desk(
      base + office::leader("chen", "陈远航", "portfolio: [transport]\nuntil: 2018-05-20\n") +
      office::leader("next", "李衡", "portfolio: [transport]\nfrom: 2018-05-21\n") + round_one +
      of_round("f1",
               "leader: chen\nevents:\n"
               "  - {date: 2018-05-03, what: claimed, by: chen}\n"));
  CHECK(office::addressees(desk.composer(request(LetterType::briefing)).to_all()) == "next ");
}

TEST_CASE("a bulletin holds what was published in its period, and goes to the issuer's area") {
  const Office desk(office::policy("bulletin: {}") + office::orgs + office::calendar + chen +
                        "---\n{kind: org, id: district, name: 东汀区, type: government}\n"
                        "---\n{kind: org, id: office, name: 东汀区纪委, type: "
                        "discipline-commission, parent: district}\n"
                        "---\n{kind: org, id: parks, name: 东汀区园林处, type: department, parent: "
                        "district}\n" +
                        problem("told",
                                "source: daily\norg: parks\nevents:\n"
                                "  - {date: 2018-06-30, what: published}\n") +
                        problem("untold", "source: daily\norg: parks\n"),
                    "issuer: office\n");
  const letter::Batch batch = desk.composer(request(LetterType::bulletin)).to_all();
  REQUIRE(batch.letters.size() == 1);
  CHECK(batch.letters[0].to.id == "district");
  CHECK(batch.letters[0].to.salutation == "东汀区所属各有关单位");
  CHECK(office::items_of(batch.letters[0]) == "1 finding told\n");
  const letter::Batch next =
      desk.composer(request(LetterType::bulletin, "2018-07-15", "2018-q3")).to_all();
  CHECK(next.letters.empty());
  CHECK(office::ids_of(next.left_out) == "district ");
}

TEST_CASE("a report upward holds what was reported, what came back, and what is missing") {
  const std::string register_of_reports =
      "kind: policy\nid: rubric\ntitle: 办法\nfrom: 2018-01-01\nfull: 100\n"
      "deductions: {unreported: 0.5, returned: 0.5, late: 0.2, spot_check: 1}\n"
      "bands: [{name: 合格, from: 0}]\n"
      "catalogues: {member: [{id: m1, title: 第一项}, {id: m2, title: 第二项}, {id: m3, title: "
      "第三项}]}\n" +
      office::orgs + office::calendar +
      "---\n{kind: org, id: above, name: 上级纪委, type: discipline-commission}\n" +
      "---\n{kind: leader, id: judge, name: 审核人, org: above, post: 委员, role: other}\n" +
      office::leader("chen", "陈远航");
  const auto duty = [](const std::string& id, const std::string& category) {
    return office::duty(id, "title: 任务" + id + "\ncategory: " + category +
                                "\nowner: chen\ncadence: half-yearly\ndue: +10d\n");
  };
  const Office desk(
      register_of_reports + duty("a", "m2") + duty("b", "m1") + duty("c", "m3") +
      duty("other", "conduct") +
      "---\nkind: report\nid: half\nby: chen\nperiod: 2018-h1\nto: above\nitems:\n"
      "  - {duty: a, submitted: 2018-07-03, content: 甲, measures: {谈话人次: 3}, review: "
      "{decision: "
      "approved, by: judge, date: 2018-07-05}}\n"
      "  - {duty: b, submitted: 2018-07-03, content: 乙, review: {decision: returned, by: judge, "
      "date: 2018-07-05, reason: 太空}}\n");
  const letter::Letter letter =
      desk.letter_to("chen", request(LetterType::upward, "2018-07-15", "2018-h1"));
  CHECK(office::items_of(letter) == "1 report half\n2 returned b\n3 missing c\n");
  CHECK(letter.items[0].text == "甲");
  CHECK(letter.items[0].group == "第二项");
  REQUIRE(letter.items[0].measures.size() == 1);
  CHECK(letter.items[0].measures[0].second == 3);
  CHECK(letter.items[1].reason == "太空");
  CHECK(letter.to.id == "above");
  REQUIRE(letter.from);
  CHECK(letter.from->id == "chen");
  CHECK(letter.subject().name == "陈远航");
  CHECK(letter.issuer == nullptr);
  // Before the review both stand; before the report all of the list is missing.
  CHECK(office::items_of(
            desk.letter_to("chen", request(LetterType::upward, "2018-07-04", "2018-h1"))) ==
        "1 report half\n2 report half\n3 missing c\n");
}
