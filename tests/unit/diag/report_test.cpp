#include "diag/report.h"

#include <doctest/doctest.h>

#include <vector>

#include "diag/counted.h"
#include "unit/diag/sample.h"

using namespace zsup::diag;

TEST_CASE("diagnostics are sorted by path, place, code and message") {
  Sample sample("b.yaml", "0123456789");
  const auto a = sample.file("a.yaml", "0123456789");
  const auto add = [&](zsup::text::Place place, Code code, std::string message) {
    sample.add(place, {message, message}, {}, Severity::error, code);
  };
  add(Sample::between(3, 5), Code{2}, "7");
  add(Sample::between(3, 4), Code{9}, "5");
  add(Sample::between(3, 5), Code{1}, "6");
  add(Sample::between(3, 5, a), Code{1}, "3");
  add(Sample::between(3, 5), Code{2}, "8");
  add({0, {}}, Code{9}, "4");
  add({}, Code{5}, "2");
  add({}, Code{4}, "1");
  sort(sample.report.diagnostics, sample.sources);
  std::string order;
  for (const Diagnostic& diagnostic : sample.report.diagnostics) order += diagnostic.message.en;
  CHECK(order == "12345678");
}

TEST_CASE("what is equal keeps its order") {
  Sample sample("a.yaml", "0123456789");
  sample.add(Sample::between(1, 2)).help.en = "first";
  sample.add(Sample::between(1, 2)).help.en = "second";
  sort(sample.report.diagnostics, sample.sources);
  CHECK(sample.report.diagnostics[0].help.en == "first");
}

TEST_CASE("counts by severity") {
  Sample sample("a.yaml", "x");
  sample.add({}, {}, {}, Severity::error);
  sample.add({}, {}, {}, Severity::warning);
  sample.add({}, {}, {}, Severity::warning);
  sample.add({}, {}, {}, Severity::info);
  sample.add({}, {}, {}, Severity::off);
  CHECK(count(sample.report.diagnostics) == Counts{1, 2, 1});
}

TEST_CASE("the summary tells what was checked and what was found") {
  Sample sample("a.yaml", "x");
  sample.report.files = 12;
  sample.report.records = 34;
  CHECK(summary_line(sample.report, Lang::zh) == "检查通过：12 个文件、34 条记录，没有发现问题");
  CHECK(summary_line(sample.report, Lang::en) ==
        "check passed: 12 files and 34 records, no problems found");

  sample.add({}, {}, {}, Severity::info);
  CHECK(summary_line(sample.report, Lang::zh) ==
        "检查通过：12 个文件、34 条记录，没有错误和警告，有 1 条提示");
  CHECK(summary_line(sample.report, Lang::en) ==
        "check passed: 12 files and 34 records, no errors or warnings, 1 note");

  sample.add({}, {}, {}, Severity::warning);
  sample.add({}, {}, {}, Severity::error);
  sample.add({}, {}, {}, Severity::error);
  CHECK(summary_line(sample.report, Lang::zh) ==
        "检查了 12 个文件、34 条记录：2 个错误，1 个警告，1 条提示");
  CHECK(summary_line(sample.report, Lang::en) ==
        "checked 12 files and 34 records: 2 errors, 1 warning, 1 note");

  sample.report.files = 1;
  sample.report.records = 1;
  sample.report.diagnostics.resize(2);
  CHECK(summary_line(sample.report, Lang::en) == "checked 1 file and 1 record: 1 warning, 1 note");
}

TEST_CASE("one is one, and none and more are many") {
  CHECK(counted(0, "file", "files") == "0 files");
  CHECK(counted(1U, "file", "files") == "1 file");
  CHECK(counted(2, "file is", "files are") == "2 files are");
  CHECK(are(1) == "is");
  CHECK(are(0) == "are");
}

TEST_CASE("what is beyond the first two hundred is only counted") {
  const Code code{105};
  Sink sink;
  const zsup::text::Place place{3, {1, 2}};
  for (std::size_t i = 0; i < Sink::most_listed; ++i) {
    CHECK(!sink.only_counts(code, place));
    sink.add(code, place, {"一", "one"});
  }
  CHECK(sink.told() == Sink::most_listed);
  CHECK(!sink.only_counts(Code{106}, place));
  CHECK(!sink.only_counts(code, {4, {1, 2}}));
  CHECK(sink.only_counts(code, {3, {7, 9}}));
  CHECK(sink.only_counts(code, {3, {8, 9}}));
  CHECK(sink.told() == Sink::most_listed + 2);
  CHECK(sink.last() == code);
  REQUIRE(sink.list().size() == Sink::most_listed + 1);
  CHECK(sink.list().back().more == 2);
  CHECK(sink.list().back().place == zsup::text::Place{3, {7, 9}});
}

TEST_CASE("the summary never says passed of a run that did not") {
  Sample sample("a.yaml", "x");
  sample.report.files = 1;
  sample.report.exit_code = 3;
  CHECK(summary_line(sample.report, Lang::en) ==
        "not passed: checked 1 file and 0 records; the reason stands above");
  sample.add(sample.at("x"), {"不对", "wrong"}, {}, Severity::info);
  sample.report.exit_code = 1;
  CHECK(summary_line(sample.report, Lang::en) == "checked 1 file and 0 records: 1 note");
  CHECK(summary_line(sample.report, Lang::zh) == "检查了 1 个文件、0 条记录：1 条提示");
}
