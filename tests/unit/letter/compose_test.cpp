#include "letter/compose.h"

#include "unit/letter/fixture.h"

using namespace zsup;
using office::day;
using office::Office;

namespace {

const std::string base = office::policy("notice: {}") + office::orgs + office::calendar;

std::string plain_duty(const std::string& id, const std::string& owner,
                       const std::string& category = "conduct",
                       const std::string& cadence = "quarterly") {
  return office::duty(id, "title: 任务" + id + "\ncategory: " + category + "\nowner: " + owner +
                              "\ncadence: " + cadence + "\ndue: +5wd\n");
}
std::string plain_finding(const std::string& id, const std::string& more) {
  return office::finding(id, "text: 问题" + id + "\nsource: daily\n" + more);
}

}  // namespace

TEST_CASE("a duty of every month is one item, with the due date of each month") {
  const Office desk(base + office::leader("chen", "陈远航") +
                    plain_duty("monthly", "chen", "supervision", "monthly"));
  const letter::Letter letter = desk.letter_to("chen", Office::notice());
  CHECK(office::items_of(letter) == "1 duty monthly\n");
  REQUIRE(letter.items[0].due.size() == 3);
  CHECK(letter.items[0].due[0] == day("2018-05-07"));
  CHECK(letter.items[0].due[1] == day("2018-06-07"));
  CHECK(letter.items[0].due[2] == day("2018-07-06"));
  CHECK(letter.items[0].group == "监督检查");
}

TEST_CASE("duties stand in the order of their categories, each under its name") {
  const Office desk(
      "kind: policy\nid: rubric\ntitle: 办法\nfrom: 2018-01-01\nfull: 100\n"
      "deductions: {unreported: 0.5, returned: 0.5, late: 0.2, spot_check: 1}\n"
      "bands: [{name: 合格, from: 0}]\n"
      "catalogues: {principal: [{id: own-item, title: 加强组织领导}]}\n" +
      office::orgs + office::calendar + office::leader("chen", "陈远航") +
      plain_duty("a", "chen", "own-item") + plain_duty("b", "chen", "conduct") +
      plain_duty("c", "chen", "deployment") + plain_duty("d", "{role: member, under: committee}"));
  const letter::Letter letter = desk.letter_to("chen", Office::notice());
  CHECK(office::items_of(letter) == "1 duty c\n2 duty b\n3 duty d\n4 duty a\n");
  CHECK(letter.items[0].group == "安排部署");
  CHECK(letter.items[3].group == "加强组织领导");
}

TEST_CASE("a finding goes to whom answers for it: by name, by line, by unit, by the unit above") {
  const Office desk(base + office::leader("named", "甲") +
                    office::leader("by-line", "乙", "portfolio: [安全生产]\n") +
                    office::leader("by-unit", "丙", "portfolio: [highways]\n") +
                    office::leader("above", "丁", "portfolio: [transport, schools]\n") +
                    plain_finding("f1", "org: highways\nleader: named\n") +
                    plain_finding("f2", "org: highways\nline: 安全生产\n") +
                    plain_finding("f3", "org: highways\n") + plain_finding("f4", "org: schools\n"));
  const auto composer = desk.composer(Office::notice());
  const letter::Batch batch = composer.to_all();
  // By pinyin: bing, ding, jia, yi.
  REQUIRE(batch.letters.size() == 4);
  CHECK(office::items_of(batch.letters[2]) == "1 rectification f1\n");
  CHECK(office::items_of(batch.letters[3]) == "1 rectification f2\n");
  CHECK(office::items_of(batch.letters[0]) == "1 rectification f3\n");
  CHECK(office::items_of(batch.letters[1]) == "1 rectification f4\n");
  CHECK(batch.unaddressed.empty());
}

TEST_CASE("what was closed by the as-of date is no item, what closes later still is") {
  const Office desk(base + office::leader("chen", "陈远航", "portfolio: [transport]\n") +
                    plain_finding("f",
                                  "org: transport\nevents:\n"
                                  "  - {date: 2018-05-04, what: assigned}\n"
                                  "  - {date: 2018-05-21, what: submitted}\n"
                                  "  - {date: 2018-06-01, what: approved}\n"
                                  "  - {date: 2018-07-10, what: closed}\n"));
  const record::Record& chen = desk.find("chen");
  CHECK(desk.composer(Office::notice("2018-07-09")).to(chen).letters.size() == 1);
  const letter::Batch closed = desk.composer(Office::notice("2018-07-10")).to(chen);
  CHECK(closed.letters.empty());
  CHECK(office::ids_of(closed.left_out) == "chen ");
  // Nor is what had not been found yet.
  CHECK(desk.composer(Office::notice("2018-04-17")).to(chen).letters.empty());
}

TEST_CASE("--all addresses whom the policy picks, in protocol order, and tells who has nothing") {
  const Office desk(office::policy("notice: {to: {role: member, under: committee}}") +
                    office::orgs + office::calendar + office::leader("second", "乙", "order: 2\n") +
                    office::leader("first", "甲", "order: 1\n") +
                    office::leader("left", "丙", "until: 2018-06-29\n") +
                    office::leader("idle", "丁") +
                    office::leader("last-day", "戊", "until: 2018-06-30\n") +
                    plain_duty("a", "first") + plain_duty("b", "second") +
                    plain_duty("c", "last-day") + plain_finding("f", "org: schools\n"));
  const letter::Batch batch = desk.composer(Office::notice()).to_all();
  CHECK(office::addressees(batch) == "first second ");
  CHECK(office::ids_of(batch.left_out) == "idle ");
  REQUIRE(batch.unaddressed.size() == 1);
  CHECK(batch.unaddressed[0]->id->text == "f");
}

TEST_CASE("without a selector --all addresses every leader in office who has items") {
  const Office desk(base + office::leader("idle", "甲") + office::leader("busy", "乙") +
                    plain_duty("a", "busy") + plain_duty("b", "transport"));
  const letter::Batch batch = desk.composer(Office::notice()).to_all();
  CHECK(office::addressees(batch) == "busy ");
  CHECK(batch.left_out.empty());
}

TEST_CASE("a letter to an org goes to its principal, if there is just one") {
  const std::string work = plain_duty("a", "committee");
  const std::string principal =
      "---\n{kind: leader, id: head, name: 陈远航, org: committee, post: 书记, role: principal}\n";
  {
    const Office desk(base + principal + office::leader("li", "李衡") + work);
    const letter::Letter letter = desk.letter_to("committee", Office::notice());
    CHECK(letter.to.name == "中共东汀区委员会");
    CHECK(letter.to.salutation == "陈远航同志");
    REQUIRE(letter.to.attention != nullptr);
    CHECK(letter.to.attention->id->text == "head");
    CHECK(office::items_of(letter) == "1 duty a\n");
  }
  {
    const Office desk(base + work);
    CHECK(desk.letter_to("committee", Office::notice()).to.salutation == "中共东汀区委员会");
  }
}

TEST_CASE("the reply is due so many working days after the letter, if the calendar is known") {
  const std::string rest =
      office::policy("notice: {reply: +10wd, code: 东纪函, basis: 《办法》第六条}") + office::orgs +
      office::leader("chen", "陈远航") +
      office::duty("a",
                   "title: 任务\ncategory: conduct\n"
                   "owner: chen\ncadence: quarterly\ndue: +5d\n");
  {
    const Office desk(rest + office::calendar);
    const letter::Letter letter = desk.letter_to("chen", Office::notice());
    CHECK(letter.reply_by == day("2018-07-27"));
    CHECK(letter.code == "东纪函");
    CHECK(letter.basis == "《办法》第六条");
    CHECK(letter.policy == "2018年度东汀区落实“两个责任”考核办法");
    REQUIRE(letter.issuer != nullptr);
    CHECK(letter.issuer->id->text == "cdi");
    // The year ends within the ten days.
    const letter::Batch late = desk.composer(Office::notice("2018-12-25")).to(desk.find("chen"));
    CHECK(late.letters.empty());
    CHECK(late.refused->message.zh == "没有 2019 年的工作日历（ZS211），回复期限推算不出");
    CHECK(late.refused->message.en ==
          "there is no calendar for 2019 (ZS211), so that the day by which a reply is due cannot "
          "be told");
  }
}

TEST_CASE("where zsup.yaml names no issuer, the body that oversees the addressee writes") {
  const Office desk(base + office::leader("chen", "陈远航") + plain_duty("a", "chen"), "");
  const letter::Letter letter = desk.letter_to("chen", Office::notice());
  REQUIRE(letter.issuer != nullptr);
  CHECK(letter.issuer->id->text == "cdi");
}

TEST_CASE("every type of letter says what it is, whom it is for and what it gathers") {
  for (const record::LetterTypeRow& row : record::letter_types()) {
    CAPTURE(row.id);
    CHECK(&record::about(row.type) == &row);
    CHECK(record::row_of(row.type).id == row.id);
    CHECK(!row.title.empty());
    CHECK(!row.gathers->empty());
    CHECK((*row.all & ~*row.to) == 0);
  }
}

TEST_CASE("a reminder names what is overdue and what was returned, one item an obligation") {
  const Office desk(
      office::policy("reminder: {}") + office::orgs + office::calendar +
      plain_duty("monthly", "transport", "supervision", "monthly") +
      plain_duty("quarter", "transport") + plain_duty("ahead", "transport", "conduct") +
      "---\nkind: report\nid: r4\nby: transport\nperiod: 2018-04\nitems:\n"
      "  - {duty: monthly, submitted: 2018-05-02, content: 已查, review: {decision: approved, by: "
      "cdi, date: 2018-05-03}}\n"
      "---\nkind: report\nid: r6\nby: transport\nperiod: 2018-q2\nitems:\n"
      "  - {duty: quarter, submitted: 2018-07-02, content: 略, review: {decision: returned, by: "
      "cdi, "
      "date: 2018-07-03, reason: 未能提供具体实施内容}}\n"
      "  - {duty: ahead, submitted: 2018-07-02, content: 略}\n");
  letter::FiguresOf figures;
  figures[&desk.find("transport")] = {.indicators = 5, .reported = 3, .unreported = 2};
  office::Asked request = Office::notice("2018-07-08");
  request.request.type = record::LetterType::reminder;
  request.request.figures = &figures;
  const letter::Letter letter = desk.letter_to("transport", request);
  CHECK(office::items_of(letter) == "1 overdue monthly\n2 overdue monthly\n3 returned quarter\n");
  CHECK(letter.items[0].period == office::period("2018-05"));
  CHECK(letter.items[0].days_overdue == 31);
  CHECK(letter.items[1].period == office::period("2018-06"));
  CHECK(letter.items[1].days_overdue == 2);
  CHECK(letter.items[2].reason == "未能提供具体实施内容");
  CHECK_FALSE(letter.items[2].period);
  CHECK(desk.reg().bytes_at(letter.items[2].place).starts_with("{duty: quarter, "));
  REQUIRE(letter.figures);
  CHECK(letter.figures->indicators == 5);
  CHECK(office::addressees(desk.composer(request).to_all()) == "transport ");
}
