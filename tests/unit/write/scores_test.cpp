#include "view/scores.h"

#include <nlohmann/json.hpp>

#include "support/pages.h"
#include "unit/score/fixture.h"

using namespace zsup;
using namespace zsup::test;
using Json = nlohmann::ordered_json;

namespace {

const std::string sample =
    policy_head +
    "vetoes: [{when: {kind: case, measure: transferred}, band: 不合格}]\n"
    "incidents: [{when: {kind: action, type: interview}, points: 2}]\n" +
    org("office") + org("bureau") + leader("li", "office") + leader("wang", "office") +
    duty("a", "office") + duty("b", "office") + duty("c", "li") +
    report("office", "2018-q2", item("a", "2018-07-12", review("returned", "2018-07-13"))) +
    "---\nkind: case\nid: case-1\ntitle: 案件\norg: bureau\ncategories: [funds]\n"
    "clue: {date: 2018-05-01}\npersons: [{leader: li, rank: general, measure: transferred, "
    "date: 2018-06-01}]\n"
    "---\nkind: action\nid: talk\ntype: interview\ndate: 2018-06-02\nby: office\nto: [office]\n";

struct ScoreView : view::ScoresWanted {
  std::string_view format = "table";
};

std::string rendered(const Book& book, const ScoreView& view, std::string_view of = "2018-q2") {
  const auto scoring = book.score(of, "2018-07-15");
  return written(view::scores_page(book.reg(), scoring, view), view.format, {.lang = view.lang});
}

}  // namespace

TEST_CASE("scores as JSON, as scripts rely on it") {
  const Book book(sample);
  ScoreView view;
  view.format = "json";
  view.lang = diag::Lang::en;
  const std::string text = rendered(book, view);
  CHECK(text.ends_with("]}\n"));
  const Json json = Json::parse(text);
  CHECK(json["period"] == "2018-q2");
  CHECK(json["as_of"] == "2018-07-15");
  CHECK(json["policy"] == "rubric");
  CHECK(json["draft"] == false);
  REQUIRE(json["subjects"].size() == 4);  // li, wang without a duty, office, bureau
  CHECK(json["without_policy"].empty());

  const Json& li = json["subjects"][0];
  CHECK(li["id"] == "li");
  CHECK(li["kind"] == "leader");
  CHECK(li["score"] == "99.5");
  CHECK(li["band"] == "不合格");
  CHECK(li["place"].is_null());
  CHECK(li["veto"]["record"] == "case-1");
  CHECK(li["veto"]["band"] == "不合格");
  CHECK(li["veto"]["note"] == "transferred to judicial organs");
  CHECK(li["veto"]["period"] == "2018-q2");

  const Json& wang = json["subjects"][1];
  CHECK(wang["score"].is_null());
  CHECK(wang["full"] == "100");
  CHECK(wang["band"].is_null());
  CHECK(wang["ledger"].empty());
  CHECK(wang["ledger"].is_array());

  // It owes nothing, but the case is its own: it has an account, and a veto.
  const Json& bureau = json["subjects"][3];
  CHECK(bureau["id"] == "bureau");
  CHECK(bureau["indicators"] == 0);
  CHECK(bureau["score"] == "100");
  CHECK(bureau["band"] == "不合格");
  CHECK(bureau["place"].is_null());

  const Json& office = json["subjects"][2];
  CHECK(office["kind"] == "org");
  CHECK(office["name"] == "office");
  CHECK(office["indicators"] == 2);
  CHECK(office["reported"] == 1);
  CHECK(office["unreported"] == 1);
  CHECK(office["approved"] == 0);
  CHECK(office["returned"] == 1);
  CHECK(office["under_review"] == 0);
  CHECK(office["late"] == 1);
  CHECK(office["overdue"] == 1);
  CHECK(office["score"] == "96.8");
  CHECK(office["place"] == 1);
  CHECK(office["veto"].is_null());
  const Json& ledger = office["ledger"];
  REQUIRE(ledger.size() == 4);
  const auto line = [&](std::string_view id, int after = 0) {
    const std::string_view bytes = book.reg().sources[book.find(id)->source].bytes;
    const std::size_t at = bytes.find("id: " + std::string(id) + "\n");
    return std::count(bytes.begin(), bytes.begin() + static_cast<std::ptrdiff_t>(at), '\n') + 1 +
           after;
  };
  CHECK(ledger[0]["points"] == "-0.5");
  CHECK(ledger[0]["reason"] == "unreported");
  CHECK(ledger[0]["duty"] == "b");
  CHECK(ledger[0]["record"] == "b");
  CHECK(ledger[0]["file"] == "book.yaml");
  CHECK(ledger[0]["line"] == line("b"));
  CHECK(ledger[0]["period"] == "2018-q2");
  CHECK(ledger[0]["rule"]["line"] == line("rubric", 5));
  CHECK(ledger[1]["reason"] == "returned");
  CHECK(ledger[1]["duty"] == "a");
  CHECK(ledger[1]["record"] == "office-2018-q2");
  CHECK(ledger[1]["line"] == line("office-2018-q2", 4));
  CHECK(ledger[2]["reason"] == "late");
  CHECK(ledger[2]["points"] == "-0.2");
  CHECK(ledger[3]["reason"] == "incident");
  CHECK(ledger[3]["duty"].is_null());
  CHECK(ledger[3]["record"] == "talk");
  CHECK(ledger[3]["line"] == line("talk"));
  CHECK(office["raises"][0]["points"] == "0.5");
  CHECK(office["raises"][0]["duty"] == "a");
  CHECK(office["raises"][1]["points"] == "0.3");

  const std::string prefix =
      "{\"version\":1,\"period\":\"2018-q2\",\"as_of\":\"2018-07-15\",\"policy\":\"rubric\","
      "\"draft\":false,\"subjects\":[\n{\"kind\":\"leader\",\"id\":\"li\",\"name\":\"li\","
      "\"indicators\":1,"
      "\"reported\":0,\"unreported\":1,\"approved\":0,\"returned\":0,\"under_review\":0,"
      "\"late\":0,\"overdue\":1,\"score\":\"99.5\",\"full\":\"100\",\"band\":\"不合格\","
      "\"place\":null,\"veto\":{";
  CHECK(text.substr(0, prefix.size()) == prefix);
}

TEST_CASE("a view of one subject keeps the place among all") {
  std::string more = sample + org("station") + duty("d", "station");
  const Book book(more);
  ScoreView view;
  view.format = "json";
  view.only = {book.find("office")};
  const Json json = Json::parse(rendered(book, view));
  REQUIRE(json["subjects"].size() == 1);
  CHECK(json["subjects"][0]["place"] == 2);
}

TEST_CASE("an empty list of subjects is still JSON") {
  const Book book(policy_head + org("office"));
  ScoreView view;
  view.format = "json";
  CHECK(Json::parse(rendered(book, view))["subjects"] == Json::array());
}

TEST_CASE("scores as a table") {
  const Book book(sample);
  ScoreView view;
  CHECK(
      rendered(book, view) ==
      "2018年第二季度得分（截至 2018-07-15；考核办法：考核办法，rubric）\n\n"
      "名次  类型      对象    编号    指标  已报  未报  逾期  通过  退回  待审  迟报  得分  等次\n"
      "----  --------  ------  ------  ----  ----  ----  ----  ----  ----  ----  ----  ----  "
      "------------------\n"
      "   —  领导干部  li      li         1     0     1     1     0     0     0     0  99.5  "
      "不合格（一票否决）\n"
      "   —  领导干部  wang    wang       0     0     0     0     0     0     0     0     —  —\n"
      "   1  组织      office  office     2     1     1     1     0     1     0     1  96.8  "
      "优秀\n"
      "   —  组织      bureau  bureau     0     0     0     0     0     0     0     0   100  "
      "不合格（一票否决）\n");
  view.only = {book.find("office")};
  view.format = "csv";
  view.draft = true;
  CHECK(rendered(book, view) ==
        "名次,类型,对象,编号,指标,已报,未报,逾期,通过,退回,待审,迟报,得分,等次,满分,一票否决,期间,"
        "截至,考核办法,草稿\r\n"
        "1,组织,office,office,2,1,1,1,0,1,0,1,96.8,优秀,100,,2018-q2,2018-07-15,rubric,草稿\r\n");
  view.format = "md";
  view.lang = diag::Lang::en;
  const std::string markdown = rendered(book, view);
  CHECK(
      markdown.starts_with("# \\[draft: the register has errors\\] Scores for the second quarter "
                           "of 2018 (as of 2018-07-15; policy: 考核办法, rubric)\n\n| place |"));
  CHECK(markdown.find("| 1 | organisation | office | office | 2 |") != std::string::npos);
}

TEST_CASE("a ledger explained step by step") {
  const Book book(sample);
  ScoreView view;
  view.explain = true;
  view.only = {book.find("office")};
  CHECK(rendered(book, view) ==
        "2018年第二季度得分（截至 2018-07-15；考核办法：考核办法，rubric）\n"
        "\n"
        "office（office）\n"
        "  指标 2 项：已报送 1，未报送 1（逾期 1）；审核通过 0，审核未通过 1，待审核 0；迟报 1\n"
        "   100   100  满分：考核办法（rubric）\n"
        "              book.yaml:6\n"
        "  -0.5  99.5  逾期未报送：任务b（b，2018-q2）\n"
        "              2018-07-10 到期，至 2018-07-15 未报送\n"
        "              book.yaml:45；依据 book.yaml:7\n"
        "  -0.5    99  审核未通过：任务a（a，2018-q2）\n"
        "              理由\n"
        "              office-2018-q2；book.yaml:65；依据 book.yaml:7\n"
        "  -0.2  98.8  迟报：任务a（a，2018-q2）\n"
        "              2018-07-10 到期，2018-07-12 报送\n"
        "              office-2018-q2；book.yaml:65；依据 book.yaml:7\n"
        "    -2  96.8  减分情形：talk\n"
        "              约谈\n"
        "              book.yaml:76；依据 book.yaml:10\n"
        "  得分 96.8（满分 100），等次 优秀，第 1 名\n"
        "  怎样提高得分：\n"
        "    +0.5  按退回意见完善“任务a”（2018-q2），重新报送并通过审核  book.yaml:65\n"
        "    +0.3  补报“任务b”（2018-q2）并通过审核  book.yaml:45\n");
  view.only = {book.find("li"), book.find("wang")};
  view.lang = diag::Lang::en;
  view.format = "md";
  CHECK(rendered(book, view) ==
        "# Scores for the second quarter of 2018 (as of 2018-07-15; policy: 考核办法, rubric)\n"
        "\n"
        "## li (li)\n"
        "\n"
        "1 indicator: 0 reported, 1 unreported (1 overdue); 0 approved, 0 returned, 0 under "
        "review; 0 late\n"
        "\n"
        "| points | running total | reason | matter | note | source |\n"
        "| ---: | ---: | --- | --- | --- | --- |\n"
        "| 100 | 100 | full marks | 考核办法 (rubric) | | book.yaml:6 |\n"
        "| -0.5 | 99.5 | not reported | 任务c (c, 2018-q2) | due 2018-07-10, not reported by "
        "2018-07-15 | book.yaml:53; rule book.yaml:7 |\n"
        "\n"
        "**score 99.5 of 100, band 不合格**\n"
        "\n"
        "veto: transferred to judicial organs, case-1 (book.yaml:73; rule book.yaml:9), no place\n"
        "\n"
        "What would raise the score:\n"
        "\n"
        "- +0.3: report “任务c” (2018-q2) and have it approved (book.yaml:53)\n"
        "\n"
        "## wang (wang)\n"
        "\n"
        "0 indicators: 0 reported, 0 unreported (0 overdue); 0 approved, 0 returned, 0 under "
        "review; 0 late\n"
        "\n"
        "**no score: nothing is owed in the period**\n");
  view.format = "csv";
  view.lang = diag::Lang::zh;
  view.only = {book.find("li")};
  CHECK(
      rendered(book, view) ==
      "类型,编号,对象,分值,累计,事由,任务,记录,事项,说明,文件,行,条款文件,条款行,所属期,期间,截至,"
      "考核办法,草稿\r\n"
      "领导干部,li,li,100,100,满分,,rubric,考核办法,,book.yaml,6,book.yaml,6,,2018-q2,2018-07-15,"
      "rubric,\r\n"
      "领导干部,li,li,-0.5,99.5,逾期未报送,c,c,任务c,2018-07-10 到期，至 2018-07-15 "
      "未报送,book.yaml,53,book.yaml,7,2018-q2,2018-q2,2018-07-15,rubric,\r\n");
}

TEST_CASE("a year's ledger is explained by its quarters") {
  const Book book(sample);
  ScoreView view;
  view.explain = true;
  view.only = {book.find("office")};
  const std::string text = rendered(book, view, "2018");
  CHECK(text.find("  -1.5  98.5  季度得分：2018-q1\n") == std::string::npos);
  CHECK(text.find("季度得分：2018-q2\n") != std::string::npos);
  CHECK(text.find("第二季度 96.8 分") != std::string::npos);
}

TEST_CASE("hostile words stay words in every format") {
  std::string hostile = sample;
  const std::string bad = "\"=HYPERLINK(1)|<script>`x`[a](javascript:b)\\n二行\"";
  for (std::size_t at; (at = hostile.find("title: 任务a")) != std::string::npos;) {
    hostile.replace(at, std::string("title: 任务a").size(), "title: " + bad);
  }
  hostile.replace(hostile.find("name: office"), 12, "name: '-1|<b>[x](y)'");
  const Book book(hostile);
  ScoreView view;
  view.explain = true;
  view.format = "md";
  const std::string markdown = rendered(book, view);
  CHECK(markdown.find("<script>") == std::string::npos);
  CHECK(markdown.find("a](javascript") == std::string::npos);
  CHECK(markdown.find(
            "=HYPERLINK(1)\\|&lt;script&gt;\\`x\\`\\[a\\](javascript:b) 二行（a，2018-q2）") !=
        std::string::npos);
  CHECK(markdown.find("## -1\\|&lt;b&gt;\\[x\\](y)（office）") != std::string::npos);
  view.format = "csv";
  CHECK(rendered(book, view).find(",\"'=HYPERLINK(1)|<script>`x`[a](javascript:b)\n二行\",") !=
        std::string::npos);
  view.format = "json";
  CHECK(Json::parse(rendered(book, view))["subjects"].size() == 4);
}
