#include "write/letter_markdown.h"

#include <nlohmann/json.hpp>

#include "mask/letters.h"
#include "unit/letter/fixture.h"
#include "view/letter_view.h"
#include "view/letter_words.h"
#include "write/template_page.h"
#include "write/writers.h"

using namespace zsup;
using mask::Masker;
using office::Office;
using Json = nlohmann::ordered_json;

namespace {

const std::string committee_work =
    office::orgs + office::calendar +
    office::leader("chen", "陈远航", "portfolio: [transport, 安全生产]\n") +
    office::duty(
        "talks",
        "title: 与分管单位班子成员开展廉政谈话。\ncategory: education\nowner: chen\n"
        "cadence: quarterly\ndue: +5wd\nrequires: {content: true, measures: {谈话人次: 2}}\n") +
    office::duty(
        "safety",
        "title: 每月带队检查安全生产责任制落实情况\ncategory: supervision\nowner: chen\n"
        "cadence: monthly\ndue: +3wd\nrequires: {measures: {督查次数: 1}, attachments: 1}\n") +
    office::duty("hearing",
                 "title: 听取分管单位党风廉政建设工作汇报\ncategory: supervision\nowner: chen\n"
                 "cadence: quarterly\ndue: 2018-07-06\n") +
    "---\nkind: inspection\nid: round-2\nname: 十二届区委第二轮巡察\nround: 2\nby: cdi\n"
    "units: [transport]\nfrom: 2018-03-05\nuntil: 2018-04-27\n" +
    office::finding(
        "f1",
        "text: 2016年至2017年公路养护零星工程拆分发包，规避公开招标\nsource: inspection\n"
        "inspection: round-2\norg: highways\n"
        "suggestion: 修订零星工程管理办法，三个月内完成对拆分项目的清查。\n"
        "deadline: 2018-07-18\n") +
    office::finding("f2",
                    "text: 东汀区交通运输局超标准配备办公用房2间\nsource: inspection\n"
                    "inspection: round-2\norg: transport\ndeadline: 2018-07-10\n") +
    office::finding("f3",
                    "text: 2起事故隐患举报查处前向企业通风报信\nsource: enforcement\n"
                    "org: schools\nline: 安全生产\nsuggestion: 对涉事人员依规处理\n");

const std::string notice_policy = office::policy(
    "notice: {reply: +10wd, code: 东纪函, basis: 《同级监督实施办法（试行）》第六条}");

std::string by_built_in(const letter::Letter& letter) {
  const write::LetterTemplate built_in(write::built_in_template(letter.type));
  REQUIRE(built_in.errors().empty());
  return built_in.render(letter);
}
std::string by(std::string_view text, const letter::Letter& letter) {
  const write::LetterTemplate own(text);
  REQUIRE(own.errors().empty());
  return own.render(letter);
}

}  // namespace

TEST_CASE("every type that can be composed has a built-in template without a mistake") {
  for (const record::LetterTypeRow& row : record::letter_types()) {
    CHECK_FALSE(write::built_in_template(row.type).empty());
    CHECK(write::LetterTemplate(write::built_in_template(row.type)).errors().empty());
  }
}

TEST_CASE("a letter of notice, from the first line to the last") {
  const Office desk(notice_policy + committee_work);
  CHECK(by_built_in(desk.letter_to("chen", Office::notice())) ==
        R"(**中共东汀区纪律检查委员会**

东纪函〔2018〕　号

# 关于落实2018年第二季度全面从严治党责任有关事项的函告书

陈远航同志：

　　根据《同级监督实施办法（试行）》第六条和《2018年度东汀区落实“两个责任”考核办法》，现将您2018年第二季度落实全面从严治党责任的有关事项函告如下，共6项，其中履行责任事项3项、整改建议事项3项。

## 一、履行责任事项

　　**（一）廉政教育**。与分管单位班子成员开展廉政谈话（2018年7月6日前报送，要求填报具体内容、谈话人次不少于2人次）。

　　**（二）监督检查**

1. 每月带队检查安全生产责任制落实情况（每月报送，期限分别为2018年5月3日、6月5日、7月4日，每次要求附材料不少于1份、督查次数不少于1次）。
2. 听取分管单位党风廉政建设工作汇报（2018年7月6日前报送）。

## 二、整改建议事项

　　**（一）十二届区委第二轮巡察反馈问题**

1. 东汀区公路管理站：2016年至2017年公路养护零星工程拆分发包，规避公开招标。整改建议：修订零星工程管理办法，三个月内完成对拆分项目的清查。整改期限：2018年7月18日。
2. 东汀区交通运输局超标准配备办公用房2间。整改期限：2018年7月10日（已逾期5天）。

　　**（二）执纪监督发现问题**。东汀区教育局：2起事故隐患举报查处前向企业通风报信。整改建议：对涉事人员依规处理。

　　请结合职责分工，认真抓好落实，督促有关单位按期完成整改，并于2018年7月27日前将落实情况书面回复我委。

　　特此函告。

　　　　　　　　　　　　　　　中共东汀区纪律检查委员会

　　　　　　　　　　　　　　　　　　2018年7月15日
)");
}

TEST_CASE("a letter with one section and one group numbers neither") {
  const Office desk(notice_policy + office::orgs + office::calendar +
                    office::leader("chen", "陈远航") +
                    office::duty("talks",
                                 "title: 开展廉政谈话\ncategory: education\nowner: chen\n"
                                 "cadence: quarterly\ndue: +5wd\n"));
  const std::string text = by_built_in(desk.letter_to("chen", Office::notice()));
  CHECK(text.find("函告如下，共1项。\n\n## 履行责任事项\n\n　　**廉政教育**。开展廉政谈话"
                  "（2018年7月6日前报送）。\n\n　　请结合职责分工，认真抓好落实，并于") !=
        std::string::npos);
}

namespace {

const std::string township =
    office::policy(
        "reminder: {reply: +5wd, code: 青纪函, basis: 《中国共产党党内监督条例》第二十六条}") +
    "---\n{kind: org, id: cdi, name: 青塘镇纪委, type: discipline-commission}\n"
    "---\n{kind: org, id: town, name: 青塘镇党委, type: party-committee}\n"
    "---\n{kind: leader, id: head, name: 阚松砚, org: town, post: 书记, role: principal}\n" +
    office::calendar +
    office::duty("visits",
                 "title: 开展机关工作纪律明察暗访\ncategory: conduct\nowner: town\n"
                 "cadence: monthly\ndue: +5d\n") +
    office::duty("risks",
                 "title: 开展岗位廉政风险提醒教育活动\ncategory: education\nowner: town\n"
                 "cadence: quarterly\ndue: +5wd\n") +
    "---\nkind: report\nid: r\nby: town\nperiod: 2018-q2\nitems:\n"
    "  - {duty: risks, submitted: 2018-07-02, content: 已开展, review: {decision: returned, by: "
    "cdi,"
    " date: 2018-07-03, reason: 未能提供具体实施内容。}}\n"
    "---\nkind: report\nid: r4\nby: town\nperiod: 2018-04\nitems:\n"
    "  - {duty: visits, submitted: 2018-05-02, content: 两次}\n"
    "---\nkind: report\nid: r5\nby: town\nperiod: 2018-05\nitems:\n"
    "  - {duty: visits, submitted: 2018-06-02, content: 两次}\n";

const letter::ReminderFigures published{.indicators = 28,
                                        .reported = 24,
                                        .unreported = 4,
                                        .overdue = 4,
                                        .approved = 22,
                                        .returned = 2,
                                        .score = "97",
                                        .full = "100"};

letter::Letter reminder(const Office& desk, const letter::ReminderFigures& figures = published) {
  letter::FiguresOf all;
  all[&desk.find("town")] = figures;
  office::Asked request = Office::notice();
  request.request.type = record::LetterType::reminder;
  request.request.figures = &all;
  return desk.letter_to("town", request);
}

}  // namespace

TEST_CASE("a reminder, from the first line to the last") {
  const Office desk(township);
  CHECK(by_built_in(reminder(desk)) == R"(**青塘镇纪委**

青纪函〔2018〕　号

# 关于2018年第二季度落实“两个责任”情况的提醒函

阚松砚同志：

　　根据《中国共产党党内监督条例》第二十六条和《2018年度东汀区落实“两个责任”考核办法》，我委对青塘镇党委2018年第二季度落实“两个责任”情况进行了核查。截至2018年7月15日，青塘镇党委2018年第二季度应报送考核指标28项，已报送24项，未报送4项（均已逾期）；已报送事项中，审核通过22项，审核未通过2项；考核得分97分（满分100分）。现提醒如下。

## 一、逾期未报送事项（1项）

1. 开展机关工作纪律明察暗访（2018年6月）。应于2018年7月5日前报送，已逾期10天。

## 二、审核未通过事项（1项）

1. 开展岗位廉政风险提醒教育活动。未通过原因：未能提供具体实施内容。

　　请高度重视，认真履行管党治党责任，对逾期未报送的事项抓紧办理、尽快报送，对审核未通过的事项补充完善、重新报送，并于2018年7月20日前将有关情况书面回复我委。

　　特此提醒。

　　　　　　　　　　　　　　　　　　青塘镇纪委

　　　　　　　　　　　　　　　　　　2018年7月15日
)");
}

TEST_CASE("the sentence of figures says what there is, and no more") {
  const Office desk(township);
  letter::ReminderFigures figures = published;
  figures.overdue = 1;
  figures.under_review = 3;
  figures.late = 2;
  figures.score.reset();
  CHECK(view::summary_of(reminder(desk, figures)) ==
        "截至2018年7月15日，青塘镇党委2018年第二季度应报送考核指标28项，已报送24项，未报送4项"
        "（其中1项已逾期）；已报送事项中，审核通过22项，审核未通过2项，待审核3项，迟报2项");
}

TEST_CASE("a draft says so, whatever the template holds") {
  const Office desk(township);
  letter::Letter letter = reminder(desk);
  letter.draft = true;
  CHECK(by("{{to}}", letter) == "**【草稿：登记册有错误】不得印发**\n\n青塘镇党委\n");
}

TEST_CASE("an issued letter bears its number") {
  const Office desk(township);
  letter::Letter letter = reminder(desk);
  CHECK(by("{{number}}", letter) == "青纪函〔2018〕　号\n");
  letter.number = "青纪函〔2018〕5号";
  CHECK(by("{{文号}}", letter) == "青纪函〔2018〕5号\n");
}

TEST_CASE("a register's own template") {
  const Office desk(notice_policy + committee_work);
  const letter::Letter letter = desk.letter_to("chen", Office::notice());
  CHECK(by("{{! 自拟 }}\n{{对象}}：\n\n{{#整改建议}}\n{{#事项}}\n{{总序号}}/{{序号}} {{单位}} "
           "{{#建议}}有{{/建议}}"
           "{{^建议}}无{{/建议}}\n{{/事项}}\n{{/整改建议}}\n{{^逾期未报}}\n没有逾期。\n{{/"
           "逾期未报}}\n",
           letter) ==
        "您：\n\n4/1 东汀区公路管理站 有\n5/2 东汀区交通运输局 无\n6/3 东汀区教育局 "
        "有\n没有逾期。\n");
  // A name that an item lacks is not taken from further out.
  CHECK(by("{{#duty}}{{#items}}[{{period}}{{basis}}]{{/items}}{{/duty}}", letter) == "[][][]\n");
  CHECK(by("{{#figures}}{{score}}{{/figures}}无", letter) == "无\n");
  CHECK(write::LetterTemplate("{{nothing}}").render(letter).empty());
}

TEST_CASE("the example of the documentation is a template without a mistake") {
  const write::LetterTemplate example(write::template_example());
  CHECK(example.errors().empty());
  for (const diag::Lang lang : {diag::Lang::zh, diag::Lang::en}) {
    const std::string page = write::template_page(lang);
    CHECK(page.find(write::template_example()) != std::string::npos);
    for (const view::TemplateVariable& variable : view::letter_variables()) {
      CHECK(page.find(std::string(variable.name) + "}}`") != std::string::npos);
      CHECK_FALSE(variable.doc.in(lang).empty());
    }
  }
}

TEST_CASE("text of the records stays text") {
  const Office desk(
      "kind: policy\nid: rubric\ntitle: 关于印发《考核办法》的通知<b>\nfrom: 2018-01-01\nfull: "
      "100\n"
      "deductions: {unreported: 0.5, returned: 0.5, late: 0.2, spot_check: 1}\n"
      "bands: [{name: 合格, from: 0}]\n" +
      office::orgs + office::calendar +
      office::leader("chen", "\"陈<script>\"", "portfolio: [transport]\n") +
      office::finding("f",
                      "text: \"- [x](javascript:1)\\n\\n# {{to}} | `a` &lt;b\"\nsource: daily\n"
                      "org: transport\nsuggestion: \"1. **清退** {{{to}}}；\"\n"));
  const std::string text = by_built_in(desk.letter_to("chen", Office::notice()));
  CHECK(text.find("陈&lt;script>同志：\n") != std::string::npos);
  CHECK(text.find("根据《关于印发〈考核办法〉的通知&lt;b>》，") != std::string::npos);
  CHECK(
      text.find("东汀区交通运输局：\\- \\[x\\](javascript:1) \\# \\{\\{to}} \\| \\`a\\` &amp;lt;b。"
                "整改建议：1\\. \\*\\*清退\\*\\* \\{\\{\\{to}}}。\n") != std::string::npos);
}

TEST_CASE("letters as JSON") {
  const Office desk(township);
  const letter::Letter letters[] = {reminder(desk)};
  Masker nobody;
  Json json = Json::parse(write::json(mask::letters_page(desk.reg(), letters, nobody), {}));
  CHECK(json["version"] == 1);
  json.erase("version");
  const Json variables = json["letters"][0]["variables"];
  json["letters"][0].erase("variables");
  CHECK(
      json.dump() ==
      R"({"letters":[{"type":"reminder","to":{"kind":"org","id":"town","name":"青塘镇党委",)"
      R"("attention":{"id":"head","name":"阚松砚"}},"period":"2018-q2","as_of":"2018-07-15",)"
      R"("number":null,"date":"2018-07-15","issuer":"cdi",)"
      R"("basis":"《中国共产党党内监督条例》第二十六条","reply_by":"2018-07-20","draft":false,"mask":"none",)"
      R"("figures":{"indicators":28,"reported":24,"unreported":4,"overdue":4,"approved":22,)"
      R"("returned":2,"under_review":0,"late":0,"score":"97","full":"100"},)"
      R"("items":[{"n":1,"section":"overdue","text":"开展机关工作纪律明察暗访（2018年6月）",)"
      R"("record":"visits","due":["2018-07-05"],"days_overdue":10},)"
      R"({"n":2,"section":"returned",)"
      R"("text":"开展岗位廉政风险提醒教育活动。审核未通过原因：未能提供具体实施内容",)"
      R"("record":"risks","reason":"未能提供具体实施内容。","due":["2018-07-06"]}]}],)"
      R"("items_total":2})");
  // What a template sees, by the names that it has there.
  CHECK(variables["to"] == "青塘镇党委");
  CHECK(variables["counts"] == "共2项，其中逾期未报送事项1项、审核未通过事项1项");
  CHECK(variables["figures"]["overdue"] == "4");
  CHECK(variables["overdue"]["items"][0]["number"] == "1");
  CHECK(variables["risk"].is_null());
  CHECK(variables["elsewhere"].is_null());
}

TEST_CASE("the register of letters") {
  const Office desk(notice_policy + committee_work);
  const letter::Letter letters[] = {desk.letter_to("chen", Office::notice())};
  Masker nobody;
  CHECK(write::csv(mask::letters_page(desk.reg(), letters, nobody), {}) ==
        "序号,主送,职务,文号,事项数,履行责任,整改建议,回复期限,文件\r\n"
        "1,陈远航,区委常委,,6,3,3,2018-07-27,notice-chen.md\r\n");
}

TEST_CASE("file names are safe whatever the id") {
  Masker nobody;
  letter::Letter letter;
  letter.to.id = "陈远航";
  CHECK(mask::letter_file_name(letter, nobody) == "notice-陈远航.md");
  letter.to.id = "../a b";
  CHECK(mask::letter_file_name(letter, nobody) == "notice-%2E%2E%2Fa%20b.md");
  CHECK(write::template_path(record::LetterType::supervision_advice) ==
        "templates/supervision-advice.md.mustache");
}

TEST_CASE("numbers and dates as an office writes them") {
  CHECK(view::chinese_number(1) == "一");
  CHECK(view::chinese_number(10) == "十");
  CHECK(view::chinese_number(11) == "十一");
  CHECK(view::chinese_number(20) == "二十");
  CHECK(view::chinese_number(105) == "一百零五");
  CHECK(view::chinese_number(110) == "一百一十");
  CHECK(view::chinese_number(111) == "一百一十一");
  CHECK(view::chinese_number(1000) == "1000");
  const value::Date dates[] = {office::day("2018-12-05"), office::day("2019-01-04"),
                               office::day("2019-02-11")};
  CHECK(view::chinese_dates(dates) == "2018年12月5日、2019年1月4日、2月11日");
  CHECK(view::bare("清退；\n 。") == "清退");
}
