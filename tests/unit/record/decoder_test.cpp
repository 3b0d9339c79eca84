// Every way in which the shape of a record can be wrong: the code, exactly the bytes that are
// pointed at, and what is said.
#include "record/decoder.h"

#include <doctest/doctest.h>

#include "decoded.h"
#include "record/kinds/calendar.h"
#include "record/kinds/case.h"
#include "record/kinds/duty.h"
#include "record/kinds/finding.h"
#include "record/kinds/leader.h"
#include "record/kinds/report.h"

namespace zsup::record {

namespace {

// A duty that is right, with one line more or instead.
std::string duty(std::string_view line = {}) {
  std::string text;
  for (const std::string_view right : {"kind: duty", "id: d", "title: t", "category: education",
                                       "owner: o", "cadence: quarterly", "due: +5wd"}) {
    const std::string_view key = right.substr(0, right.find(':'));
    if (line.substr(0, line.find(':')) == key) continue;
    text += std::string(right) + "\n";
  }
  return line.empty() ? text : text + std::string(line) + "\n";
}

// A calendar with this list of holidays.
std::string calendar(std::string_view holidays) {
  return "kind: calendar\nid: c\nyear: 2018\nworkdays: []\nholidays: " + std::string(holidays) +
         "\n";
}

std::string finding(std::string_view line) {
  return "kind: finding\nid: f\ntext: t\nsource: audit\ncategories: [funds]\norg: o\n"
         "found: 2018-04-18\n" +
         std::string(line) + "\n";
}

}  // namespace

TEST_CASE("a record in either spelling becomes the same values") {
  const Decoded english = decoded(
      "kind: duty\nid: talk\ntitle: Talk\ncategory: education\n"
      "owner: {role: member, under: committee}\ncadence: half-yearly\nfrom: 2018-01-01\n"
      "due: +5wd\nrequires: {content: true, attachments: 2, measures: {talks: 3}}\nweight: 1.5\n");
  const Decoded chinese = decoded(
      "种类: 任务\n编号: talk\n标题: Talk\n类别: 廉政教育\n责任人: {身份: 班子成员, 范围: "
      "committee}\n"
      "频次: 每半年\n起始日期: 2018-01-01\n报送期限: +5wd\n"
      "要求: {内容: 是, 附件: 2, 指标: {talks: 3}}\n权重: 1.5\n");
  for (const Decoded* one : {&english, &chinese}) {
    REQUIRE(one->found() == "");
    const Duty* duty = as<Duty>(one->records.at(0));
    REQUIRE(duty != nullptr);
    CHECK(duty->id->text == "talk");
    CHECK(*duty->title == "Talk");
    CHECK(duty->category->text == "education");
    CHECK(!duty->owner->who);
    CHECK(*duty->owner->selector->role == Role::member);
    CHECK(duty->owner->selector->under->id == "committee");
    CHECK(*duty->cadence == Cadence::half_yearly);
    CHECK(duty->from->iso() == "2018-01-01");
    CHECK(!duty->until);
    CHECK(duty->due->text() == "+5wd");
    CHECK(*duty->requires_->content);
    CHECK(*duty->requires_->attachments == 2);
    REQUIRE(duty->requires_->measures.size() == 1);
    CHECK(*duty->requires_->measures[0].name == "talks");
    CHECK(*duty->requires_->measures[0].number == 3);
    CHECK(duty->weight->text() == "1.5");
    CHECK(one->under(duty->place(duty->kind_span)) == (one == &english ? "duty" : "任务"));
    CHECK(one->under(duty->id_place()) == "talk");
  }
}

TEST_CASE("lists of words, of objects, and objects within objects") {
  const Decoded one = decoded(
      "kind: report\nid: r\nby: o\nperiod: 2018-q2\nitems:\n"
      "  - {duty: d, submitted: 2018-07-03, content: '', attachments: [a.pdf, b.pdf]}\n"
      "  - duty: e\n    submitted: 2018-07-04\n    review: {decision: 审核未通过, by: l, date: "
      "2018-07-05}\n"
      "    earlier: [{submitted: 2018-07-01}]\n");
  REQUIRE(one.found() == "");
  const Report* report = as<Report>(one.records.at(0));
  REQUIRE(report != nullptr);
  REQUIRE(report->items.size() == 2);
  CHECK(report->items[0].content);  // given, though empty
  CHECK(report->items[0].content->empty());
  CHECK(report->items[0].attachments.size() == 2);
  CHECK(report->items[0].attachments[1]->text == "b.pdf");
  CHECK(!report->items[1].content);
  CHECK(*report->items[1].review->decision == ReviewDecision::returned);
  CHECK(report->items[1].earlier[0].submitted->iso() == "2018-07-01");

  const Decoded two = decoded(finding("amount: 1.8万元"));
  REQUIRE(two.found() == "");
  const Finding* found = as<Finding>(two.records.at(0));
  CHECK(*found->categories[0] == FindingCategory::funds);
  CHECK(found->amount->fen == 1'800'000);
}

TEST_CASE("what kind a record is") {
  CHECK(decoded("id: x\n").found() == "ZS101<id>");
  CHECK(decoded("id: x\n").said() ==
        "the record does not say what kind it is | begin with the kind of record, such as "
        "'kind: duty'");
  CHECK(decoded("{}\n").found() == "ZS101<{}>");
  CHECK(decoded("kind: dutty\nid: x\n").found() == "ZS101<dutty>");
  CHECK(decoded("kind: dutty\nid: x\n").said() ==
        "'kind' has no value 'dutty' | did you mean 'duty'? | dutty -> duty");
  CHECK(decoded("种类: 任务表\nid: x\n").said_in_chinese() ==
        "“种类”没有“任务表”这个值 | 是不是“任务”？");
  CHECK(decoded("kind: Duty\nid: x\n").said() ==
        "'kind' has no value 'Duty' | did you mean 'duty'? | Duty -> duty");
  CHECK(decoded("kind:\nid: x\n").found() == "ZS101<>");
  CHECK(decoded("kind: [duty]\nid: x\n").found() == "ZS101<[duty]>");
  CHECK(decoded(duty() + "种类: 任务\n").found() == "ZS007<种类>");

  // Its id is kept, so that references to it are not called dangling.
  CHECK(decoded("kind: dutty\nid: x\n").ghosts.at(0).id->text == "x");
  CHECK(decoded("kind: dutty\n编号: x\n").ghosts.at(0).id->text == "x");
  CHECK(decoded("kind: dutty\nid: X\n").ghosts.at(0).id);
  CHECK(decoded("kind: dutty\nid: x\n").records.at(0) == nullptr);
}

TEST_CASE("what is no record at all") {
  CHECK(decoded("- a\n- b\n").found() == "ZS012<- a\n- b>");
  CHECK(decoded("abc\n").found() == "ZS012<abc>");
  CHECK(decoded("- a\n").said() ==
        "a record is a mapping of 'key: value', but here is a list | write each record as a "
        "document of its own, with a line --- between");
}

TEST_CASE("fields that are missing") {
  // All at once, at the first key, since there is no place where a thing is not.
  CHECK(decoded("kind: letter\n").found() ==
        "ZS102<kind> ZS102<kind> ZS102<kind> ZS102<kind> ZS102<kind>");
  CHECK(decoded("kind: calendar\nyear: 2018\nholidays: [2018-01-01]\nworkdays: []\n").said() ==
        "calendar lacks the required field 'id' (编号) | add a line such as 'id: calendar-2018'");
  CHECK(decoded(finding("events: [{date: 2018-05-01}]")).found() == "ZS102<date>");
  CHECK(decoded(finding("events: [{}]")).found() == "ZS102<{}> ZS102<{}>");
  // The table of an inner object is its own: `under` is asked for in the selector.
  CHECK(decoded(duty("owner: {role: member}")).found() == "ZS102<role>");
  CHECK(decoded("kind: leader\n").records.at(0) != nullptr);
}

TEST_CASE("fields that there are not") {
  CHECK(decoded(duty("titel: x")).found() == "ZS103<titel>");
  CHECK(decoded(duty("titel: x")).said() ==
        "duty has no field 'titel' | did you mean 'title'? | titel -> title");
  CHECK(decoded(duty("Basis: x")).said() ==
        "duty has no field 'Basis' | did you mean 'basis'? | Basis -> basis");
  CHECK(decoded(duty("报送期线: x")).said_in_chinese() ==
        "任务没有“报送期线”这个字段 | 是不是“报送期限”？");
  // The quotes would stay behind if the edit were made within them.
  CHECK(decoded(duty("\"Basis\": x")).said() ==
        "duty has no field 'Basis' | did you mean 'basis'?");
  CHECK(decoded(duty("colour: x")).said() ==
        "duty has no field 'colour' | the fields are: id, title, category, owner, cadence, from, "
        "until, due, requires, weight, basis, note; a field of your own begins with x-");
  CHECK(decoded(duty("x-colour: [a, {b: c}]")).found() == "");
  CHECK(decoded(duty("x: 1")).found() == "ZS103<x>");
  // Inner objects take no fields of one's own.
  CHECK(decoded(duty("requires: {x-a: 1}")).found() == "ZS103<x-a>");
  CHECK(decoded(duty("requires: {kind: 1}")).found() == "ZS103<kind>");
}

TEST_CASE("one field in both spellings") {
  const Decoded twice = decoded(duty("标题: t"));
  CHECK(twice.found() == "ZS007<标题>");
  CHECK(twice.said() == "'title' and '标题' are one field, given twice | keep one of the two");
  CHECK(twice.under(twice.sink.list()[0].related.at(0).place) == "title");
  CHECK(decoded(duty("requires: {content: true, 内容: true}")).found() == "ZS007<内容>");
  // One spelling twice is the reader's matter, and is said once.
  CHECK(decoded(duty() + "title: u\n").found() == "ZS007<title>");
}

TEST_CASE("values of another type") {
  CHECK(decoded(duty("title: [a]")).found() == "ZS104<[a]>");
  CHECK(decoded(duty("title: [a]")).said() ==
        "'title' takes a single value, but here is a list | 'title' is the task in full, as it "
        "stands in letters");
  CHECK(decoded(duty("title: {a: b}")).found() == "ZS104<{a: b}>");
  CHECK(decoded(duty("requires: yes")).found() == "ZS104<yes>");
  CHECK(decoded(duty("requires: 内容：是")).said() ==
        "'requires' takes a mapping of 'key: value', but here is a single value | the colon is "
        "full-width; write ': ' with a space behind it");
  CHECK(decoded(duty("requires: {measures: [a]}")).found() == "ZS104<[a]>");
  CHECK(decoded(finding("categories: funds")).found().find("ZS007") == 0);  // given twice here
  CHECK(decoded(calendar("2018-01-01")).found() == "ZS104<2018-01-01>");
  CHECK(decoded(calendar("[[2018-01-01]]")).found() == "ZS104<[2018-01-01]>");
  CHECK(decoded(finding("events: [claimed]")).found() == "ZS104<claimed>");
  CHECK(decoded(duty("owner: [a, b]")).found() == "ZS104<[a, b]>");
  CHECK(
      decoded(duty("owner: [a, b]")).said() ==
      "'owner' takes one id or a selector, but here is a list | write one duty for each owner, or "
      "use a selector such as 'owner: {身份: 班子成员, 范围: district-committee}'");
}

TEST_CASE("values that are not there") {
  CHECK(decoded(duty("title:")).found() == "ZS113<>");
  CHECK(decoded(duty("title:")).said() ==
        "'title' has no value | give a value, or remove the line");
  CHECK(decoded(duty("title: ''")).found() == "ZS113<''>");
  CHECK(decoded(duty("title: '  '")).found() == "ZS113<'  '>");
  CHECK(decoded(duty("title: \"\\u3000\\u00a0\\n\"")).found() == "ZS113<\"\\u3000\\u00a0\\n\">");
  // To YAML these are nothing, though they look like a word.
  for (const std::string_view word : {"null", "~", "Null", "NULL"}) {
    CHECK(decoded(duty("title: " + std::string(word))).found() == fmt::format("ZS113<{}>", word));
    CHECK(decoded(duty(fmt::format("title: '{}'", word))).found() == "");
  }
  CHECK(
      decoded(duty("title: null")).said() ==
      "'title' has no value: to YAML, null is nothing | give a value, or remove the line; if that "
      "word is meant, put it in quotes: \"null\"");
  CHECK(decoded(duty("owner:")).found() == "ZS113<>");
  CHECK(decoded(duty("requires:")).found() == "ZS113<>");
  CHECK(decoded(duty("requires: {}")).found() == "");
  CHECK(decoded(duty("requires: {measures: {}}")).found() == "ZS113<{}>");
  CHECK(decoded(duty("requires: {measures: {'': 1}}")).found() == "ZS113<''>");
  CHECK(decoded(calendar("[]")).found() == "ZS113<[]>");
  CHECK(decoded(calendar("[]")).said() ==
        "the list 'holidays' is empty | give at least one item, or remove the line");
  CHECK(decoded(calendar("[2018-01-01, '']")).found() == "ZS113<''>");
  // workdays may be an empty list, but not hold empty items.
  CHECK(decoded("kind: calendar\nid: c\nyear: 2018\nholidays: [2018-01-01]\nworkdays: ['']\n")
            .found() == "ZS113<''>");
  // The content of a report item may be empty, but must then be said to be.
  const std::string item =
      "kind: report\nid: r\nby: o\nperiod: 2018\nitems:\n"
      "  - duty: d\n    submitted: 2018-07-03\n    content: ";
  CHECK(decoded(item + "''\n").found() == "");
  CHECK(decoded(item + "' '\n").found() == "");
  CHECK(decoded(item + "\n").found() == "ZS113<>");
  CHECK(decoded(item + "~\n").found() == "ZS113<~>");
}

TEST_CASE("dates") {
  for (const std::string_view right : {"2018-02-28", "2020-02-29", "1900-01-01", "2999-12-31"}) {
    CHECK(decoded(duty(fmt::format("from: {}", right))).found() == "");
    CHECK(decoded(duty(fmt::format("from: '{}'", right))).found() == "");
  }
  for (const std::string_view wrong :
       {"2018-02-29", "1900-02-29", "2018-13-01", "2018-00-01", "2018-01-00", "2018-1-1",
        "1899-12-31", "3000-01-01", "2018-01-01T00:00:00", "tomorrow", "2018", "' 2018-01-01'"}) {
    CHECK(decoded(duty(fmt::format("from: {}", wrong))).found() == fmt::format("ZS105<{}>", wrong));
  }
  CHECK(decoded(duty("from: 2018-02-30")).said() ==
        "'from': there is no day 2018-02-30 | a date is YYYY-MM-DD, such as 2026-07-15");
  CHECK(decoded(duty("from: soon")).said() ==
        "'from' takes a date, and 'soon' is none | a date is YYYY-MM-DD, such as 2026-07-15");
  CHECK(decoded(duty("from: 2018年7月5日")).said() ==
        "'from' takes a date, and '2018年7月5日' is none | write 2018-07-05 | 2018年7月5日 -> "
        "2018-07-05");
  CHECK(decoded(duty("from: '2018/7/5'")).said() ==
        "'from' takes a date, and '2018/7/5' is none | write 2018-07-05");
  CHECK(decoded(duty("from: 2018-07-05 ")).found() == "");
}

TEST_CASE("periods") {
  const auto report = [](std::string_view period) {
    return fmt::format(
        "kind: report\nid: r\nby: o\nitems: [{{duty: d, submitted: 2018-07-03}}]\nperiod: {}\n",
        period);
  };
  for (const std::string_view right : {"2018", "2018-h1", "2018-h2", "2018-q4", "2018-12"}) {
    CHECK(decoded(report(right)).found() == "");
  }
  for (const std::string_view wrong :
       {"q2", "2018-q5", "2018-h3", "2018-13", "2018-0", "18", "2018Q2", "1899", "3000"}) {
    CHECK(decoded(report(wrong)).found() == fmt::format("ZS106<{}>", wrong));
  }
  CHECK(decoded(report("2018年第二季度")).said() ==
        "'period' takes a period, and '2018年第二季度' is none | write 2018-q2 | 2018年第二季度 -> "
        "2018-q2");
  CHECK(decoded(report("spring")).said() ==
        "'period' takes a period, and 'spring' is none | a period is written 2026, 2026-h1, "
        "2026-q2 or 2026-06");
}

TEST_CASE("time limits") {
  for (const std::string_view right : {"+0d", "+5wd", "+12m", "+3660d", "2018-07-10"}) {
    CHECK(decoded(duty(fmt::format("due: {}", right))).found() == "");
  }
  for (const std::string_view wrong : {"5d", "+5", "+05d", "+3661d", "-5d", "+5w", "+d", "+ 5d"}) {
    CHECK(decoded(duty(fmt::format("due: {}", wrong))).found() == fmt::format("ZS112<{}>", wrong));
  }
  CHECK(decoded(duty("due: 2018-02-30")).found() == "ZS105<2018-02-30>");
  CHECK(decoded(duty("due: 5个工作日内")).said() ==
        "'due' takes a time limit, and '5个工作日内' is none | write +5wd | 5个工作日内 -> +5wd");
  CHECK(decoded(duty("due: 5 working days")).said() ==
        "'due' takes a time limit, and '5 working days' is none | write +5wd | 5 working days -> "
        "+5wd");
  // Days or working days? A guess is no edit.
  CHECK(decoded(duty("due: 5")).said() == "'due' takes a time limit, and '5' is none | write +5d");
  CHECK(
      decoded(duty("due: soon")).said() ==
      "'due' takes a time limit, and 'soon' is none | write +10d (days), +5wd (working days), +1m "
      "(months) or a date");
}

TEST_CASE("money") {
  for (const std::string_view right :
       {"18000", "18000.5", "18,000.00", "1.8万元", "1.8万", "2亿元", "18000元", "0"}) {
    CHECK(decoded(finding(fmt::format("amount: {}", right))).found() == "");
  }
  for (const std::string_view wrong :
       {"x", "-5", "1.234", "1,80", "010", "1e3", "1.2345678万元", "1000000000000", "１２"}) {
    CHECK(decoded(finding(fmt::format("amount: {}", wrong))).found() ==
          fmt::format("ZS108<{}>", wrong));
  }
  CHECK(decoded(finding("amount: some")).said() ==
        "'amount' takes an amount of money, and 'some' is none | write 18000, 18000.00 or 1.8万元");
  CHECK(
      decoded(finding("amount: ￥18000")).said() ==
      "'amount' takes an amount of money, and '￥18000' is none | write 18000 | ￥18000 -> 18000");
  CHECK(decoded(finding("amount: 1.234")).said() ==
        "'amount' is exact to the fen, and has too many places: 1.234 | write 18000, 18000.00 or "
        "1.8万元");
  CHECK(decoded(finding("amount: -5")).said() ==
        "'amount' cannot be negative: -5 | write 18000, 18000.00 or 1.8万元");
}

TEST_CASE("numbers") {
  const auto requires_attachments = [](std::string_view number) {
    return duty(fmt::format("requires: {{attachments: {}}}", number));
  };
  CHECK(decoded(requires_attachments("0")).found() == "");
  CHECK(decoded(requires_attachments("'3'")).found() == "");
  CHECK(decoded(requires_attachments("1000")).found() == "");
  CHECK(decoded(requires_attachments("1001")).found() == "ZS114<1001>");
  CHECK(decoded(requires_attachments("1001")).said() ==
        "'attachments' is from 0 to 1000, and here is 1001 | give a number from 0 to 1000");
  for (const std::string_view wrong : {"many", "010", "1_000", "1e3", "0x1F", "0.5", ".5", "5.",
                                       "+5", "-1", "１２", "3次", "1000000000000000000000"}) {
    CHECK(decoded(requires_attachments(wrong)).found() == fmt::format("ZS107<{}>", wrong));
  }
  CHECK(decoded(requires_attachments("many")).said() ==
        "'attachments' takes a whole number, and 'many' is none | write a whole number from 0 to "
        "1000");
  CHECK(decoded(requires_attachments("010")).said() ==
        "'attachments' takes a number without leading zeros: 010 | write 10 | 010 -> 10");
  CHECK(decoded(requires_attachments("1_0")).said() ==
        "'attachments' takes a plain decimal number: 1_0 | write 10 | 1_0 -> 10");
  CHECK(decoded(requires_attachments("１２")).said() ==
        "'attachments' has full-width digits: １２ | write 12 | １２ -> 12");
  CHECK(decoded(requires_attachments("-1")).said() ==
        "'attachments' cannot be negative: -1 | write a whole number from 0 to 1000");
  CHECK(
      decoded(requires_attachments("0.5")).said() ==
      "'attachments' takes a whole number, and 0.5 is none | write a whole number from 0 to 1000");
  CHECK(decoded(requires_attachments("1000000000000000000000")).said() ==
        "'attachments' is too large: 1000000000000000000000 | write a whole number from 0 to 1000");
  // A suggestion is one that would be taken: half an attachment is none, and neither are 10,000.
  CHECK(decoded(requires_attachments(".5")).said() ==
        "'attachments' takes a plain decimal number: .5 | write a whole number from 0 to 1000");
  CHECK(decoded(requires_attachments("1_0000")).said() ==
        "'attachments' takes a plain decimal number: 1_0000 | write a whole number from 0 to 1000");
  CHECK(decoded(duty("requires: {measures: {talks: -1}}")).found() == "ZS107<-1>");
  CHECK(decoded(duty("requires: {measures: {talks: [1]}}")).found() == "ZS104<[1]>");

  for (const std::string_view right : {"0", "0.5", "1000", "1000.0", "'1.25'", "0.1234"}) {
    CHECK(decoded(duty(fmt::format("weight: {}", right))).found() == "");
  }
  CHECK(decoded(duty("weight: 1000.1")).found() == "ZS114<1000.1>");
  CHECK(decoded(duty("weight: 0.12345")).found() == "ZS107<0.12345>");
  CHECK(decoded(duty("weight: -0.5")).said() ==
        "'weight' cannot be negative: -0.5 | write a number from 0 to 1000, with four decimal "
        "places at most");
  CHECK(decoded(duty("weight: -0")).found() == "ZS107<-0>");
  CHECK(decoded(duty("weight: .5")).said() ==
        "'weight' takes a plain decimal number: .5 | write 0.5 | .5 -> 0.5");
}

TEST_CASE("yes and no") {
  for (const std::string_view right : {"true", "false", "是", "否", "'true'"}) {
    CHECK(decoded(duty(fmt::format("requires: {{content: {}}}", right))).found() == "");
  }
  for (const std::string_view wrong : {"yes", "True", "1", "on", "maybe"}) {
    CHECK(decoded(duty(fmt::format("requires: {{content: {}}}", wrong))).found() ==
          fmt::format("ZS111<{}>", wrong));
  }
  CHECK(decoded(duty("requires: {content: yes}")).said() ==
        "'content' takes true or false, and 'yes' is neither | write true | yes -> true");
  CHECK(decoded(duty("requires: {content: maybe}")).said() ==
        "'content' takes true or false, and 'maybe' is neither | write true or false");
}

TEST_CASE("words of a vocabulary") {
  CHECK(decoded(duty("cadence: 每年")).found() == "");
  CHECK(decoded(duty("cadence: 'yearly'")).found() == "");
  CHECK(decoded(duty("cadence: fortnightly")).found() == "ZS109<fortnightly>");
  CHECK(decoded(duty("cadence: fortnightly")).said() ==
        "'cadence' has no value 'fortnightly' | it is one of: once, monthly, quarterly, half-yearly, "
        "yearly");
  CHECK(decoded(duty("cadence: quaterly")).said() ==
        "'cadence' has no value 'quaterly' | did you mean 'quarterly'? | quaterly -> quarterly");
  // The same word but for its dress can be put right without asking.
  CHECK(decoded(duty("cadence: Half_Yearly")).said() ==
        "'cadence' has no value 'Half_Yearly' | did you mean 'half-yearly'? | Half_Yearly -> "
        "half-yearly");
  // One character from approval and one from refusal: nobody may guess.
  const Decoded review = decoded(
      "kind: report\nid: r\nby: o\nperiod: 2018\nitems:\n  - duty: d\n    submitted: 2018-07-03\n"
      "    review: {decision: 审核不通过, by: l, date: 2018-07-05}\n");
  CHECK(review.found() == "ZS109<审核不通过>");
  CHECK(review.said_in_chinese() == "“结论”没有“审核不通过”这个值 | 可填：审核通过、审核未通过");
  CHECK(decoded(finding("target: {report: r, duty: d, verdict: false}")).found() == "");
  // A word that the register may extend is taken as it is, and known ones by either name.
  CHECK(decoded(duty("category: 自定类别")).found() == "");
  CHECK(as<Duty>(decoded(duty("category: 廉政教育")).records.at(0))->category->text == "education");
}

TEST_CASE("ids") {
  const auto with_id = [](std::string_view id) { return duty(fmt::format("id: {}", id)); };
  CHECK(decoded(with_id("青塘党委-2018-q2")).found() == "");
  CHECK(decoded(with_id("2018")).found() == "");
  CHECK(decoded(with_id("Chen")).found() == "ZS110<Chen>");
  CHECK(decoded(with_id("Chen Yuan_hang")).said() ==
        "the id 'Chen Yuan_hang' has capital letters | write chen-yuan-hang, and where it is "
        "referred to");
  CHECK(decoded(with_id("'，'")).said() ==
        "the id '，' has characters that an id may not have | an id is lower-case letters, digits "
        "and hyphens, or Chinese words without spaces, such as chen-yuanhang");
}

TEST_CASE("one of several fields") {
  const auto person = [](std::string_view who) {
    return fmt::format(
        "kind: case\nid: c\ntitle: t\nclue: {{date: 2018-01-15}}\npersons: [{{{}rank: general}}]\n",
        who);
  };
  CHECK(decoded(person("name: a, ")).found() == "");
  CHECK(decoded(person("领导干部: a, ")).found() == "");
  CHECK(decoded(person("")).found() == "ZS115<rank>");
  CHECK(decoded(person("")).said() == "person needs one of: name, leader");
  CHECK(decoded(person("leader: a, name: b, ")).found() == "ZS115<name>");
  CHECK(decoded(person("leader: a, name: b, ")).said_in_chinese() ==
        "涉案人员只能填写“姓名、领导干部”中的一项");
  CHECK(decoded(person("name: a, 姓名: b, ")).found() == "ZS007<姓名>");
}

TEST_CASE("zsup.yaml") {
  const Decoded right = decoded_config(
      "名称: 登记册\nlang: 英文\nperiod: 2018-q2\nignore: [drafts/]\n"
      "severity: {ZS403: error, ZS201: off, ZS301: 提示}\nx-own: 1\n");
  CHECK(right.found() == "");
  CHECK(*right.config.lang == Language::en);
  REQUIRE(right.config.severity.size() == 3);
  CHECK(*right.config.severity[0].code == "ZS403");
  CHECK(*right.config.severity[1].level == Severity::off);
  CHECK(*right.config.severity[2].level == Severity::info);
  CHECK(decoded_config("name: r\nyear: 18\n").found() == "ZS114<18>");
  CHECK(decoded_config("name: r\nkind: duty\n").found() == "ZS103<kind>");
  CHECK(decoded_config("name: r\nseverity: {ZS403: fatal}\n").found() == "ZS109<fatal>");
  CHECK(decoded_config("name: r\nseverity: {403: error}\n").found() == "ZS103<403>");
  CHECK(
      decoded_config("name: r\nseverity: {zs403: error}\n").said() ==
      "'zs403' under 'severity' is not the code of a rule | a rule's code is ZS and three digits, "
      "such as ZS403");
  CHECK(decoded_config("lang: zh\n").found() == "ZS102<lang>");
}

TEST_CASE("the rest of a record with mistakes is decoded all the same") {
  const Decoded one =
      decoded("kind: leader\nid: a\nname: 张三\norg: [x]\npost: 书记\nrole: boss\n");
  CHECK(one.found() == "ZS104<[x]> ZS109<boss>");
  const Leader* leader = as<Leader>(one.records.at(0));
  REQUIRE(leader != nullptr);
  CHECK(*leader->name == "张三");
  CHECK(!leader->org);
  CHECK(!leader->role);
}

}  // namespace zsup::record
