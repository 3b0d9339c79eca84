// Holding a whole register against the rules: one slip is told once, severities are the register's,
// and the result depends on nothing but the records.
#include <doctest/doctest.h>

#include "register/load.h"
#include "rule/examples.h"
#include "rule/rule.h"
#include "support/memory_file_system.h"

namespace zsup::rule {

namespace {

value::Date day(std::string_view text) {
  return value::Date::parse(text).value();
}

// The English register of the catalogue's examples, with one more file.
class Register {
 public:
  explicit Register(std::string records, std::string_view config_lines = {}) {
    for (const ExampleFile& file : example_register()) {
      files_.put(std::string(file.path.en), std::string(file.text.en));
    }
    files_.put("records.yaml", std::move(records));
    if (!config_lines.empty()) {
      files_.put("zsup.yaml", files_.files().at("zsup.yaml") + std::string(config_lines));
    }
    reg::LoadOptions options;
    options.today = day("2018-07-15");
    reg_ = std::make_unique<reg::Register>(reg::load(files_, options));
  }

  std::vector<diag::Diagnostic> diagnostics(std::string_view as_of = "2018-07-15",
                                            unsigned threads = 1) const {
    return run(*reg_, {.as_of = day(as_of), .threads = threads});
  }

  // "ZS401:9" for each, with the line; infos are left out.
  std::string told(std::string_view as_of = "2018-07-15") const {
    std::string list;
    for (const diag::Diagnostic& one : diagnostics(as_of)) {
      if (one.severity == diag::Severity::info) continue;
      list += (list.empty() ? "" : " ") + one.code.name() + ":" +
              std::to_string(reg_->line_of(one.place));
    }
    return list;
  }

 private:
  test::MemoryFileSystem files_;
  std::unique_ptr<reg::Register> reg_;
};

const std::string finding =
    "kind: finding\nid: split\ntext: a tender was split\nsource: inspection\n"
    "inspection: round-1\ncategories: [procurement]\norg: transport-bureau\nfound: 2018-04-10\n";

std::string org(const std::string& id, const std::string& parent) {
  return "---\nkind: org\nid: " + id + "\nname: " + id + "\ntype: department\nparent: " + parent +
         "\n";
}

}  // namespace

TEST_CASE("one slip in a finding is told once") {
  const std::string rest =
      "  - {date: 2018-06-20, what: submitted}\n  - {date: 2018-06-25, what: approved}\n";
  const std::string good = finding + "events:\n  - {date: 2018-05-04, what: claimed}\n" + rest;
  CHECK(Register(good).told() == "");
  // A step that cannot be read is not a step that is missing.
  CHECK(Register(finding + "events:\n  - {date: 2018-5-04, what: claimed}\n" + rest).told() ==
        "ZS105:10");
  CHECK(Register(finding + "events:\n  - {date: 2018-05-04, what: climbed}\n" + rest).told() ==
        "ZS109:10");
  // Nor is one whose year is wrong, either way.
  CHECK(Register(finding + "events:\n  - {date: 2017-05-04, what: claimed}\n" + rest).told() ==
        "ZS411:10");
  CHECK(Register(finding + "events:\n  - {date: 2019-05-04, what: claimed}\n" + rest).told() ==
        "ZS121:10");
  // Where the inspection cannot be found, neither can its briefings.
  std::string text = good;
  text.replace(text.find("round-1"), 7, "round-9");
  CHECK(Register(text).told() == "ZS201:5");
}

TEST_CASE("one slip elsewhere is told once") {
  // Whoever was out of office for the whole period is told of at the reporter, not at every item.
  const std::string gone =
      "kind: leader\nid: he\nname: He\norg: committee\npost: Member\nrole: member\n"
      "until: 2018-01-31\n---\nkind: report\nid: he-2018-q2\nby: he\nperiod: 2018-q2\nitems:\n"
      "  - {duty: education, submitted: 2018-07-03}\n";
  CHECK(Register(gone).told() == "ZS209:11");
  // A code that is none is not also an unknown rule.
  CHECK(Register("# nothing\n", "severity: {ZS4: error}\n").told() == "ZS103:5");
  // A policy whose first day cannot be read is still a policy.
  CHECK(Register("kind: policy\nid: next\ntitle: Next\nfrom: 2019-1-1\nfull: 100\n"
                 "deductions: {unreported: 1, returned: 1, late: 1}\nbands: [{name: all, from: "
                 "0}]\n---\nkind: report\nid: r\nby: lu-mingqi\nperiod: 2019-q1\nitems:\n"
                 "  - {duty: education, submitted: 2018-07-03}\n")
            .told() == "ZS105:4");
}

TEST_CASE("a spot check may have tested what cannot be read of a report") {
  const auto tested = [](const std::string& items) {
    return Register("kind: report\nid: r\nby: shen-yanqiu\nperiod: 2018-h1\nitems:" + items +
                    "---\nkind: finding\nid: spot\ntext: nothing was done\nsource: spot-check\n"
                    "categories: [formalism]\norg: committee\nfound: 2018-07-10\n"
                    "target: {report: r, duty: oversee, verdict: false}\n")
        .told();
  };
  const std::string other = "\n  - {duty: lead-the-work, submitted: 2018-07-03}\n";
  CHECK(tested(other) == "ZS413:15");
  CHECK(tested("\n  - {duty: oversee, submitted: 2018-07-03}\n") == "");
  CHECK(tested(" none of them\n") == "ZS104:5");
  CHECK(tested("\n  - {duty: [oversee], submitted: 2018-07-03}\n") == "ZS104:6");
  CHECK(tested("\n  - {duty: overse, submitted: 2018-07-03}\n") == "ZS201:6");
}

TEST_CASE("what is found after the as-of date does not exist yet") {
  const std::string later = finding + "events:\n  - {date: 2018-05-04, what: claimed}\n";
  CHECK(Register(later).told("2018-07-15") == "");
  // No one was in office then to answer for it.
  CHECK(Register(later).told("2016-07-15") == "");
}

TEST_CASE("each circle of orgs is told once, at the org that comes first") {
  std::string fifty = "# a circle of fifty\n";
  for (int i = 0; i < 50; ++i) {
    fifty += org("o" + std::to_string(i), "o" + std::to_string((i + 1) % 50));
  }
  CHECK(Register(fifty).told() == "ZS204:7");
  // Those below a circle are not on it, wherever they stand.
  CHECK(Register("# one\n" + org("below", "b") + org("lower", "below") + org("a", "b") +
                 org("b", "a"))
            .told() == "ZS204:19");
  CHECK(
      Register("# two\n" + org("a", "b") + org("c", "d") + org("b", "a") + org("d", "c")).told() ==
      "ZS204:7 ZS204:13");
}

TEST_CASE("the register sets severities") {
  const std::string overdue =
      finding + "deadline: 2018-07-10\n" + "events:\n  - {date: 2018-05-04, what: claimed}\n";
  CHECK(Register(overdue).told() == "");
  CHECK(Register(overdue, "severity: {ZS492: warning}\n").told() == "ZS492:9");
  CHECK(Register(overdue, "severity: {ZS492: off}\n").diagnostics().empty());
  // What is off is off for what the reader finds, too; but what cannot be read is never hidden.
  CHECK(Register("\xEF\xBB\xBF# nothing\n").told() == "ZS004:1");
  CHECK(Register("\xEF\xBB\xBF# nothing\n", "severity: {ZS004: off}\n").told() == "");
  CHECK(Register("kind: unit\n", "severity: {ZS101: off}\n").told() == "ZS101:1 ZS216:5");
  CHECK(Register("kind: unit\n", "severity: {ZS101: warning}\n").told() == "ZS101:1 ZS216:5");
}

namespace {

const std::string sanctioned =
    "kind: case\nid: c\ntitle: C\norg: transport-bureau\nclue: {date: 2018-05-02}\npersons:\n"
    "  - {name: Le, rank: general, measure: party-warning, date: 2018-06-20, by: commission}\n";

std::string waiver(const std::string& rule, const std::string& record, const std::string& until,
                   const std::string& id = "w") {
  return "---\nkind: waiver\nid: " + id + "\nrule: " + rule + "\nrecord: " + record +
         "\nreason: a judgment\nby: wei-zhiyuan\nuntil: " + until + "\n";
}

}  // namespace

TEST_CASE("a waiver sets one rule aside for one record and a time") {
  CHECK(Register(sanctioned).told() == "ZS505:7");
  const Register waived(sanctioned + waiver("ZS505", "c", "2018-12-31"));
  CHECK(waived.told() == "");
  REQUIRE(waived.diagnostics().size() == 1);
  CHECK(waived.diagnostics().front().waived);
  CHECK(waived.diagnostics().front().severity == diag::Severity::info);
  // For another rule, for another record, and after its time, it does nothing.
  CHECK(Register(sanctioned + waiver("ZS502", "c", "2018-12-31")).told() == "ZS505:7 ZS902:11");
  CHECK(Register(sanctioned + waiver("ZS505", "round-1", "2018-12-31")).told() ==
        "ZS505:7 ZS902:11");
  CHECK(Register(sanctioned + waiver("ZS505", "c", "2018-07-14")).told() == "ZS505:7 ZS901:15");
  CHECK(Register(sanctioned + waiver("ZS505", "c", "2018-07-14")).told("2018-07-14") == "");
  // One slip in a waiver is told once, and what it would have set aside is told again.
  CHECK(Register(sanctioned + waiver("ZS599", "c", "2018-12-31")).told() == "ZS505:7 ZS215:11");
  CHECK(Register(sanctioned + waiver("ZS505", "d", "2018-12-31")).told() == "ZS505:7 ZS201:12");
  CHECK(Register(sanctioned + waiver("ZS505", "c", "2018-6-31")).told() == "ZS505:7 ZS105:15");
  // What cannot be read cannot be waived.
  CHECK(Register("kind: case\nid: c\ntitle: C\nclue: {date: 2018-5-2}\n" +
                 waiver("ZS105", "c", "2018-12-31"))
            .told() == "ZS105:4 ZS216:8");
  // Two waivers of the same count both as used.
  CHECK(Register(sanctioned + waiver("ZS505", "c", "2018-12-31") +
                 waiver("ZS505", "c", "2018-11-30", "v"))
            .told() == "");
}

TEST_CASE("what could not be read is not missing") {
  const std::string start =
      "kind: filing\nid: f\norg: transport-bureau\nevent: Fair\n"
      "date: 2018-05-09\namount: 123600\nfiled: 2018-05-30\n";
  const std::string papers =
      "attachments: {notice: [files/sign-in.txt], "
      "contracts: [files/sign-in.txt]}\n";
  CHECK(Register(start + "purpose: P\nspending: S\n" + papers).told() == "");
  CHECK(Register(start + "purpose: P\n" + papers).told() == "ZS601:7");
  CHECK(Register(start + "purpose: P\nspending: [S]\n" + papers).told() == "ZS104:9");
  CHECK(Register(start + "purpose: P\nspending: S\nattachments: {notices: "
                         "[files/sign-in.txt], contracts: [files/sign-in.txt]}\n")
            .told() == "ZS103:10");
}

TEST_CASE("a named leader is asked for now, whatever day is looked back from") {
  const std::string later =
      "kind: leader\nid: he\nname: He\norg: committee\npost: Member\n"
      "role: other\nportfolio: [transport-bureau]\nfrom: 2018-06-01\n---\n";
  const std::string text = later +
                           "kind: finding\nid: f\ntext: T\nsource: daily\n"
                           "categories: [procurement]\norg: transport-bureau\nfound: 2018-04-10\n"
                           "leader: he\n";
  CHECK(Register(text).told() == "");
  CHECK(Register(text).told("2018-05-01") == "");
}

TEST_CASE("the number of threads makes no difference") {
  std::string many = "# many mistakes\n";
  for (int i = 0; i < 60; ++i) {
    many += org("o" + std::to_string(i), i % 3 == 0 ? "nowhere" : "o" + std::to_string(i % 7));
  }
  const Register reg(many);
  const auto one = reg.diagnostics("2018-07-15", 1);
  REQUIRE(one.size() > 10);
  for (const unsigned threads : {2u, 5u, 16u}) {
    const auto several = reg.diagnostics("2018-07-15", threads);
    REQUIRE(several.size() == one.size());
    for (std::size_t i = 0; i < one.size(); ++i) {
      CHECK(several[i].code == one[i].code);
      CHECK(several[i].place == one[i].place);
      CHECK(several[i].message.zh == one[i].message.zh);
      CHECK(several[i].related.size() == one[i].related.size());
    }
  }
}

TEST_CASE("numbers of people are found wherever in a text they stand") {
  // 11010519491231002X is the example of GB 11643.
  const std::string numbers[] = {
      "13000000000",
      "130 0000 0000",
      "130-0000-0000",
      "130.0000.0000",
      "130\u20140000\u20140000",
      "+86 13000000000",
      "１３０００００００００",
      "130００００００００",
      "１３０00000000",
      "010-1234567",
      "(010)12345678",
      "（010）12345678",
      "11010519491231002X",
      "110105 19491231 002X",
      "110\u3000105\u3000194\u3000912\u3000310\u300002X",
      "１１０１０５１９４９１２３１００２X",
  };
  for (const std::string& number : numbers) {
    for (std::size_t before = 0; before < 70; ++before) {
      for (const std::string_view filling : {"x", "村", "，", "2018-05-01 村"}) {
        std::string note;
        while (note.size() < before) note += filling;
        note += note.empty() ? "" : "；";
        const Register reg(finding + "note: \"" + note + number + "；2018-05-01 村\"\n");
        std::size_t told = 0;
        for (const diag::Diagnostic& one : reg.diagnostics()) {
          told += one.code == diag::code::phone_number || one.code == diag::code::identity_number;
        }
        if (told != 1) FAIL_CHECK("told ", told, " times: ", note, number);
      }
    }
  }
}

TEST_CASE("days, counts and ids are no numbers of people, however close they stand") {
  for (const std::string_view text :
       {"2018-05-01 2018-05-02 2018-05-03", "z00029-2-2018-10", "2018-05-01，2018-05-02",
        "35 36 37 38 39", "１２３４５６", "0.13800000000", "x13800000000x", "12345678901234567890"}) {
    const Register reg(finding + "note: \"" + std::string(text) + "\"\n");
    CHECK(reg.told() == "");
  }
}

}  // namespace zsup::rule
