// The formats for machines: whole outputs by hand, and for any bytes that they stay well formed.
#include <doctest/doctest.h>

#include <nlohmann/json.hpp>
#include <set>

#include "diag/fingerprint.h"
#include "text/utf8.h"
#include "text/visible.h"
#include "unit/diag/sample.h"

using namespace zsup::diag;
using nlohmann::json;

namespace {

// One of everything: no file, a whole file, a span with help, related place and fix, several lines.
struct Everything : Sample {
  Everything() : Sample("a.yaml", "id: d1\r\nowner: 张三\r\n") {
    const auto other = file("b.yaml", "id: d1\n");
    report.files = 2;
    report.records = 2;
    add({}, {"没有日历", "no calendar"}, {}, Severity::warning, code::calendar_missing);
    add({0, {}}, {"读不了", "cannot be read"}, {}, Severity::info, code::unreadable_file);
    add(at("d1\r\nowner"), {"跨行", "over lines"});
    Diagnostic& full = add(at("张三"), {"没有“张三”", "no leader `张三`"},
                           {"是不是“张山”", "did you mean `张山`?"});
    full.related.push_back({at("d1", other), {"见这里", "see here"}});
    full.fix.push_back({at("张三"), "张山"});
  }
};

RenderOptions options_for(Lang lang) {
  RenderOptions options = in(lang);
  options.paths = zsup::text::PathsFrom("/top", "/top/reg");
  options.tool_version = "0.1.0";
  return options;
}

// Paths, messages and values that break one format or another.
using namespace std::string_view_literals;
constexpr std::string_view hostile =
    "%0A\r\n,:;=\"'<b>&]]>\x1B[2J\x00\x7F\u009B\u202E\uFFFE\uFEFF{0}{{[x](1)\\u0041\xFF\xED\xA0\x80"sv;

}  // namespace

TEST_CASE("json: the shape that scripts rely on") {
  const Everything sample;
  CHECK(
      render_json(sample.report, options_for(Lang::en)) ==
      R"({"version":1,"summary":{"files":2,"records":2,"errors":2,"warnings":1,"infos":1,"waived":0},)"
      "\n"
      R"("not_read":[],)"
      "\n"
      R"("diagnostics":[)"
      "\n"
      R"({"code":"ZS211","severity":"warning","message":"no calendar","file":null,"line":null,)"
      R"("column":null,"end_line":null,"end_column":null,"help":null,"related":[],"fix":[]},)"
      "\n"
      R"({"code":"ZS016","severity":"info","message":"cannot be read","file":"reg/a.yaml",)"
      R"("line":1,"column":1,"end_line":1,"end_column":1,"help":null,"related":[],)"
      R"("fix":[]},)"
      "\n"
      R"({"code":"ZS201","severity":"error","message":"over lines","file":"reg/a.yaml","line":1,)"
      R"("column":5,"end_line":2,"end_column":6,"help":null,"related":[],"fix":[]},)"
      "\n"
      R"({"code":"ZS201","severity":"error","message":"no leader `张三`","file":"reg/a.yaml",)"
      R"("line":2,"column":8,"end_line":2,"end_column":10,"help":"did you mean `张山`?",)"
      R"("related":[{"file":"reg/b.yaml","line":1,"column":5,"end_line":1,"end_column":7,)"
      R"("message":"see here"}],"fix":[{"file":"reg/a.yaml","line":2,"column":8,"end_line":2,)"
      R"("end_column":10,"replacement":"张山"}]}]})"
      "\n");
}

TEST_CASE("json: nothing found") {
  Sample sample("a.yaml", "x");
  sample.report.files = 1;
  CHECK(
      render_json(sample.report, in(Lang::zh)) ==
      R"({"version":1,"summary":{"files":1,"records":0,"errors":0,"warnings":0,"infos":0,"waived":0},)"
      "\n"
      R"("not_read":[],)"
      "\n"
      R"("diagnostics":[]})"
      "\n");
}

TEST_CASE("json: what cannot be seen is escaped and comes back as it was") {
  Sample sample("a\u202E.yaml", "x");
  sample.add(sample.at("x"), {"", "\x1B\x7F\u009B\U000E0041 中😀"});
  const std::string out = render_json(sample.report, in(Lang::en));
  CHECK(out.find(R"("message":"\u001b\u007f\u009b\udb40\udc41 中😀","file":"a\u202e.yaml")") !=
        std::string::npos);
  const json parsed = json::parse(out);
  CHECK(parsed["diagnostics"][0]["message"] == "\x1B\x7F\u009B\U000E0041 中😀");
  CHECK(parsed["diagnostics"][0]["file"] == "a\u202E.yaml");
}

TEST_CASE("gcc: one line a diagnostic and a related place") {
  const Everything sample;
  CHECK(render_gcc(sample.report, options_for(Lang::zh)) ==
        "zsup: warning: 没有日历 [ZS211]\n"
        "reg/a.yaml:1:1: note: 读不了 [ZS016]\n"
        "reg/a.yaml:1:5: error: 跨行 [ZS201]\n"
        "reg/a.yaml:2:8: error: 没有“张三” [ZS201]\n"
        "reg/b.yaml:1:5: note: 见这里\n");
  Sample bad("a\nb.yaml", "x");
  bad.add(bad.at("x"), {"", "m\x1B\nn"});
  CHECK(render_gcc(bad.report, in(Lang::en)) == "a^Jb.yaml:1:1: error: m^[^Jn [ZS201]\n");
}

TEST_CASE("github: one command a diagnostic") {
  const Everything sample;
  CHECK(render_github(sample.report, options_for(Lang::zh)) ==
        "::warning title=zsup ZS211::没有日历 [ZS211]\n"
        "::notice file=reg/a.yaml,title=zsup ZS016::reg/a.yaml:1:1: 读不了 [ZS016]\n"
        "::error file=reg/a.yaml,line=1,endLine=2,title=zsup ZS201::reg/a.yaml:1:5: 跨行 [ZS201]\n"
        "::error file=reg/a.yaml,line=2,col=8,endColumn=10,title=zsup ZS201::"
        "reg/a.yaml:2:8: 没有“张三” [ZS201]%0A帮助：是不是“张山”%0A说明：reg/b.yaml:1:5: 见这里\n");
}

TEST_CASE("github: no value ends a command or a property") {
  Sample sample("a,b:c%\r\n.yaml", "x");
  sample.add(sample.at("x"), {"", "100%\r\n::error::x\x1B"});
  CHECK(render_github(sample.report, in(Lang::en)) ==
        "::error file=a%2Cb%3Ac%25%0D%0A.yaml,line=1,col=1,endColumn=2,title=zsup ZS201::"
        "a,b:c%25%0D%0A.yaml:1:1: 100%25%0D%0A::error::x^[ [ZS201]\n");
}

TEST_CASE("gitlab: every issue has a path and a line") {
  const Everything sample;
  const json issues = json::parse(render_gitlab(sample.report, options_for(Lang::zh)));
  REQUIRE(issues.size() == 4);
  CHECK(issues[0]["location"] ==
        json::parse(R"({"path":"reg/zsup.yaml","lines":{"begin":1,"end":1}})"));
  CHECK(issues[0]["severity"] == "minor");
  CHECK(issues[1]["location"] ==
        json::parse(R"({"path":"reg/a.yaml","lines":{"begin":1,"end":1}})"));
  CHECK(issues[1]["severity"] == "info");
  CHECK(issues[2]["location"] ==
        json::parse(R"({"path":"reg/a.yaml","lines":{"begin":1,"end":2}})"));
  CHECK(issues[3]["severity"] == "major");
  CHECK(issues[3]["description"] == "没有“张三”");
  CHECK(issues[3]["check_name"] == "ZS201");
  CHECK(issues[3]["fingerprint"].get<std::string>().size() == 32);
  Sample none("a.yaml", "x");
  CHECK(render_gitlab(none.report, in(Lang::zh)) == "[]\n");
}

namespace {

std::vector<std::string> fingerprints(const Sample& sample, const RenderOptions& options = {}) {
  Locator locator(sample.report, options);
  Fingerprints all(locator);
  std::vector<std::string> out;
  for (const Diagnostic& diagnostic : sample.report.diagnostics)
    out.push_back(all.next(diagnostic));
  return out;
}

}  // namespace

TEST_CASE("fingerprints: FNV-1a with 128 bits") {
  // Of "ZS201" "\0" "a.yaml" "\0" id "\0" "不对" "\0" "wrong" "\0" "0", by another implementation.
  Sample sample("a.yaml", "x");
  sample.add(sample.at("x"));
  CHECK(fingerprints(sample) == std::vector<std::string>{"4185a75a0d2526a81f846dfaedb88552"});
  sample.report.record_at = [](const zsup::text::Place&) { return "zhang"; };
  CHECK(fingerprints(sample) == std::vector<std::string>{"dfc5bebe4e3ccd48130a58a516557d6e"});
  // Neither the language nor the place of the register in its repository changes it.
  CHECK(fingerprints(sample, options_for(Lang::en)) == fingerprints(sample));
}

TEST_CASE("fingerprints: stay when lines move or change, differ where anything else does") {
  Sample before("a.yaml", "id: 1\nowner:   x\nid: 2\n");
  before.add(before.at("x"));
  Sample moved("a.yaml", "# new\n\nid: 1\n  owner: x y\r\nid: 2\n");
  moved.add(moved.at("x"));
  CHECK(fingerprints(before) == fingerprints(moved));

  Sample other("b.yaml", "id: 1\nowner: x\nid: 2\n");
  other.add(other.at("x"));
  CHECK(fingerprints(before) != fingerprints(other));
  Sample said("a.yaml", "id: 1\nowner: x\nid: 2\n");
  said.add(said.at("x"), {"另一种说法", "in other words"});
  CHECK(fingerprints(before) != fingerprints(said));
  Sample code("a.yaml", "id: 1\nowner: x\nid: 2\n");
  code.add(code.at("x"), {"不对", "wrong"}, {}, Severity::error, code::wrong_kind);
  CHECK(fingerprints(before) != fingerprints(code));
}

TEST_CASE("fingerprints: unique within a report") {
  Sample sample("a.yaml", "- x\n- x\n- x\n");
  for (std::uint32_t at = 0; at < 12; ++at) {
    for (int i = 0; i < 5; ++i) sample.add(Sample::between(at, at + 1));
  }
  for (int i = 0; i < 5; ++i) sample.add({});
  for (int i = 0; i < 5; ++i) sample.add({0, {}});
  const auto all = fingerprints(sample);
  CHECK(std::set<std::string>(all.begin(), all.end()).size() == all.size());
}

TEST_CASE("what was asked for and not read is named in every format that programs read") {
  Sample sample("a.yaml", "x");
  sample.report.not_read.push_back(
      {"附件/a,b.pdf", "no-record-file", {"不是记录文件", "no record"}});
  sample.report.not_read.push_back({"../x", "outside", {"在外面", "it is outside"}});
  sample.report.exit_code = 2;
  RenderOptions options = options_for(Lang::en);
  options.root = "/top/reg";
  using nlohmann::json;
  const json plain = json::parse(render_json(sample.report, options));
  CHECK(plain["root"] == "/top/reg");
  CHECK(plain["not_read"] == json::parse(R"([
    {"path": "附件/a,b.pdf", "reason": "no-record-file", "message": "no record"},
    {"path": "../x", "reason": "outside", "message": "it is outside"}])"));
  const json log = json::parse(render_sarif(sample.report, options));
  const json& invocation = log["runs"][0]["invocations"][0];
  CHECK(invocation["executionSuccessful"] == false);
  CHECK(invocation["exitCode"] == 2);
  REQUIRE(invocation["toolExecutionNotifications"].size() == 2);
  const json& notification = invocation["toolExecutionNotifications"][0];
  CHECK(notification["level"] == "warning");
  CHECK(notification["message"]["text"] == "'reg/附件/a,b.pdf' was not read: no record");
  CHECK(notification["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] ==
        "reg/%E9%99%84%E4%BB%B6/a%2Cb.pdf");
  CHECK(render_github(sample.report, options) ==
        "::warning file=reg/附件/a%2Cb.pdf,title=zsup::'reg/附件/a,b.pdf' was not read: no record\n"
        "::warning file=x,title=zsup::'x' was not read: it is outside\n");
  const json issues = json::parse(render_gitlab(sample.report, options));
  REQUIRE(issues.size() == 2);
  CHECK(issues[0]["severity"] == "info");
  CHECK(issues[0]["location"]["path"] == "reg/附件/a,b.pdf");
  CHECK(issues[0]["fingerprint"] != issues[1]["fingerprint"]);
  const std::string junit = render_junit(sample.report, options);
  CHECK(junit.find("<testcase classname=\"reg/附件/a,b.pdf\" name=\"not read\" "
                   "file=\"reg/附件/a,b.pdf\">\n      <skipped message=\"no record\"/>") !=
        std::string::npos);
  CHECK(junit.find("name=\"check\"") == std::string::npos);
  CHECK(summary_line(sample.report, Lang::en) ==
        "not passed: checked 0 files and 0 records; the reason stands above; 2 paths not read");
}

TEST_CASE("junit: a suite a file, what is below the threshold passes") {
  const Everything sample;
  CHECK(render_junit(sample.report, options_for(Lang::zh)) ==
        R"(<?xml version="1.0" encoding="UTF-8"?>
<testsuites name="zsup" tests="4" failures="2" errors="0">
  <testsuite name="zsup" tests="1" failures="0" errors="0">
    <testcase classname="zsup" name="ZS211">
      <system-out>warning: 没有日历 [ZS211]</system-out>
    </testcase>
  </testsuite>
  <testsuite name="reg/a.yaml" tests="3" failures="2" errors="0">
    <testcase classname="reg/a.yaml" name="ZS016" file="reg/a.yaml" line="1">
      <system-out>reg/a.yaml:1:1: info: 读不了 [ZS016]</system-out>
    </testcase>
    <testcase classname="reg/a.yaml" name="ZS201 1:5" file="reg/a.yaml" line="1">
      <failure type="error" message="跨行">reg/a.yaml:1:5: error: 跨行 [ZS201]</failure>
    </testcase>
    <testcase classname="reg/a.yaml" name="ZS201 2:8" file="reg/a.yaml" line="2">
      <failure type="error" message="没有“张三”">reg/a.yaml:2:8: error: 没有“张三” [ZS201]
帮助：是不是“张山”
说明：reg/b.yaml:1:5: 见这里</failure>
    </testcase>
  </testsuite>
</testsuites>
)");
  RenderOptions strict = options_for(Lang::zh);
  strict.fail_on = Severity::warning;
  CHECK(render_junit(sample.report, strict).find(R"(tests="4" failures="3")") != std::string::npos);
}

TEST_CASE("junit: a clean check is one test that passed") {
  Sample sample("a.yaml", "x");
  CHECK(render_junit(sample.report, in(Lang::zh)) ==
        R"(<?xml version="1.0" encoding="UTF-8"?>
<testsuites name="zsup" tests="1" failures="0" errors="0">
  <testsuite name="zsup" tests="1" failures="0" errors="0">
    <testcase classname="zsup" name="check"/>
  </testsuite>
</testsuites>
)");
}

TEST_CASE("junit: markup and forbidden characters are escaped, equal names told apart") {
  Sample sample("<&\"'\x01\uFFFE>.yaml", "x");
  sample.add(sample.at("x"), {"", "]]> <b> & \x0B"});
  sample.add(sample.at("x"), {"", "again"});
  const std::string out = render_junit(sample.report, in(Lang::en));
  CHECK(out.find(R"(<testsuite name="&lt;&amp;&quot;&apos;^A<U+)") == std::string::npos);
  CHECK(out.find(R"(<testsuite name="&lt;&amp;&quot;&apos;^A&lt;U+FFFE&gt;&gt;.yaml")") !=
        std::string::npos);
  CHECK(out.find(R"(message="]]&gt; &lt;b&gt; &amp; ^K")") != std::string::npos);
  CHECK(out.find(R"(name="ZS201 1:1")") != std::string::npos);
  CHECK(out.find(R"(name="ZS201 1:1 #2")") != std::string::npos);
}

TEST_CASE("what is waived is marked as such, and fails no test") {
  Sample sample("a.yaml", "owner: x\n");
  Diagnostic& one = sample.add(sample.at("x"), {"不对", "wrong"}, {}, Severity::info);
  one.waived = true;
  one.related.push_back({sample.at("owner"), {"由“豁免-1”豁免", "waived by 'w'"}});
  sample.report.waived = 1;
  RenderOptions options = in(Lang::en);
  const std::string text = render_json(sample.report, options);
  CHECK(text.find("\"waived\":1},") != std::string::npos);
  CHECK(text.find("\"fix\":[],\"waived\":true}") != std::string::npos);
  CHECK(render_sarif(sample.report, options)
            .find(R"("suppressions":[{"kind":"external","status":"accepted",)"
                  R"("justification":"waived by 'w'"}])") != std::string::npos);
  options.fail_on = Severity::info;
  CHECK(render_junit(sample.report, options).find("<failure") == std::string::npos);
  CHECK(summary_line(sample.report, Lang::zh) ==
        "检查通过：0 个文件、0 条记录，没有错误和警告，有 1 条提示；已豁免 1 处");
}

TEST_CASE("sarif: rules, results, places, fingerprints and fixes") {
  const Everything sample;
  const RuleInfo rules[] = {{code::wrong_kind,
                             "wrong-kind",
                             Severity::warning,
                             false,
                             {"种类不对", "wrong kind"},
                             {},
                             {},
                             {}},
                            {code::dangling_reference,
                             "dangling-reference",
                             Severity::error,
                             true,
                             {"引用了不存在的记录", "a reference to nothing"},
                             {"无法追责", "nobody can be held to account"},
                             {"owner: {a: 1}\n", "owner: {b: 1}\n"},
                             {"owner: 甲", "owner: x"},
                             "https://example.org/ZS201"}};
  RenderOptions options = options_for(Lang::en);
  options.rules = rules;
  options.information_uri = "https://example.org";
  const json log = json::parse(render_sarif(sample.report, options));
  CHECK(log["version"] == "2.1.0");
  const json& run = log["runs"][0];
  CHECK(run["columnKind"] == "unicodeCodePoints");
  CHECK(run["tool"]["driver"]["semanticVersion"] == "0.1.0");
  CHECK(run["tool"]["driver"]["informationUri"] == "https://example.org");
  const json& rule = run["tool"]["driver"]["rules"][1];
  CHECK(rule == json::parse(R"({"id":"ZS201","name":"dangling-reference",
    "shortDescription":{"text":"a reference to nothing"},
    "fullDescription":{"text":"nobody can be held to account"},
    "help":{"text":"nobody can be held to account\n\nBreaking:\nowner: {b: 1}\n\nKeeping:\nowner: x",
      "markdown":"nobody can be held to account\n\n**Breaking**\n\n```yaml\nowner: {b: 1}\n```\n\n**Keeping**\n\n```yaml\nowner: x\n```"},
    "helpUri":"https://example.org/ZS201","defaultConfiguration":{"level":"error"}})"));
  CHECK(run["tool"]["driver"]["rules"][0]["fullDescription"]["text"] == "wrong kind");

  const json& results = run["results"];
  REQUIRE(results.size() == 4);
  CHECK_FALSE(results[0].contains("ruleIndex"));
  CHECK(results[0]["level"] == "warning");
  CHECK(results[0]["locations"] == json::parse(R"([{"physicalLocation":{"artifactLocation":
    {"uri":"reg/zsup.yaml","uriBaseId":"%SRCROOT%"},"region":{"startLine":1}}}])"));
  CHECK(results[1]["level"] == "note");
  CHECK(results[3]["ruleIndex"] == 1);
  CHECK(results[3]["message"]["text"] == "no leader `张三`\nhelp: did you mean `张山`?");
  CHECK(results[3]["locations"][0]["physicalLocation"]["region"] ==
        json::parse(R"({"startLine":2,"startColumn":8,"endLine":2,"endColumn":10})"));
  CHECK(results[3]["relatedLocations"] == json::parse(R"([{"id":1,"physicalLocation":{
    "artifactLocation":{"uri":"reg/b.yaml","uriBaseId":"%SRCROOT%"},
    "region":{"startLine":1,"startColumn":5,"endLine":1,"endColumn":7}},
    "message":{"text":"see here"}}])"));
  CHECK(results[3]["partialFingerprints"]["primaryLocationLineHash"].get<std::string>().size() ==
        34);
  CHECK(results[3]["fixes"] == json::parse(R"([{"artifactChanges":[{
    "artifactLocation":{"uri":"reg/a.yaml","uriBaseId":"%SRCROOT%"},
    "replacements":[{"deletedRegion":{"startLine":2,"startColumn":8,"endLine":2,"endColumn":10},
      "insertedContent":{"text":"张山"}}]}]}])"));
}

TEST_CASE(
    "sarif: results are present when there are none, paths are URIs, braces and links are text") {
  Sample sample("一 b%:\xFF.yaml", "x");
  CHECK(json::parse(render_sarif(sample.report, in(Lang::zh)))["runs"][0]["results"] ==
        json::array());
  sample.add(sample.at("x"), {"{0} [a](1)", ""});
  const json log = json::parse(render_sarif(sample.report, in(Lang::zh)));
  const json& result = log["runs"][0]["results"][0];
  CHECK(result["message"]["text"] == "{{0}} [a\\](1)");
  CHECK(result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] ==
        "%E4%B8%80%20b%25%3A%FF.yaml");
  CHECK(log["runs"][0]["language"] == "zh-CN");
}

TEST_CASE("every format stays well formed and safe to print, whatever the bytes") {
  const std::string text(hostile);
  Sample sample(text, text);
  for (std::uint32_t i = 0; i < text.size(); ++i) {
    Diagnostic& diagnostic =
        sample.add(Sample::between(i, i + 1 + i % 9), {text, text}, {text, text});
    diagnostic.related.push_back({Sample::between(i, i + 3), {text, text}});
    diagnostic.fix.push_back({Sample::between(i, i + 3), text});
  }
  RenderOptions options = in(Lang::zh);
  options.paths = zsup::text::PathsFrom("/", "/" + std::string(text));
  options.tool_version = "1";
  for (const Format format : zsup::text::every<Format>) {
    CAPTURE(format_names[format]);
    const std::string out = render(format, sample.report, options);
    CHECK(zsup::text::is_valid(out));
    bool safe = true;
    for (std::size_t at = 0; at < out.size();) {
      const auto decoded = zsup::text::decode(out, at);
      safe = safe && (decoded.code_point == '\n' || !zsup::text::is_invisible(decoded.code_point));
      at += decoded.length;
    }
    CHECK(safe);
    if (format == Format::json || format == Format::sarif || format == Format::gitlab) {
      CHECK(json::accept(out));
    }
    if (format == Format::github) {
      for (std::size_t at = 0; at < out.size(); at = out.find('\n', at) + 1) {
        CHECK(out.compare(at, 13, "::error file=") == 0);
      }
    }
  }
}
