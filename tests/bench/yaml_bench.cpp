// How fast records are read on one thread, step by step. Each figure is for 500 reports in a file
// of some 370 KB, or for one report a file.
#include <benchmark/benchmark.h>
#include <fmt/format.h>

#include <string>

#include "yaml/fast_reader.h"
#include "yaml/keys.h"
#include "yaml/preflight.h"
#include "yaml/reader.h"
#include "yaml/slice.h"

namespace {

using namespace zsup;

std::string report(int i) {
  return fmt::format(
      "种类: 报告\n"
      "编号: 青塘党委-{0:05}-2018-q2\n"
      "报告人: qingtang-committee-{1}\n"
      "期间: 2018-q2\n"
      "事项:\n"
      "  - 任务: township-risk-reminders\n"
      "    报送日期: 2018-07-{2:02}\n"
      "    内容: 开展岗位廉政风险提醒教育活动十四次，覆盖各站所干部职工，建立台账并逐项销号。\n"
      "    附件: [files/{0}-a.pdf, files/{0}-b.pdf]\n"
      "    审核: {{结论: 审核通过, 审核人: li-heng, 日期: 2018-07-06}}\n"
      "  - 任务: township-projects\n"
      "    报送日期: 2018-07-{2:02}\n"
      "    内容: 修订零星工程管理办法，三个月内完成对拆分项目的清查。\n"
      "    审核: {{结论: 审核未通过, 审核人: li-heng, 理由: \"未能提供具体实施内容\"}}\n",
      i, i % 300, 1 + i % 28);
}

const std::string& reports() {
  static const std::string text = [] {
    std::string all;
    for (int i = 0; i < 500; ++i) all += (i == 0 ? "" : "---\n") + report(i);
    return all;
  }();
  return text;
}

void measure(benchmark::State& state, std::size_t bytes) {
  state.SetBytesProcessed(static_cast<std::int64_t>(bytes) * state.iterations());
}

void preflight_of_reports(benchmark::State& state) {
  diag::Sink sink;
  for (auto _ : state) benchmark::DoNotOptimize(yaml::preflight(reports(), 0, UINT32_MAX, sink));
  measure(state, reports().size());
}
BENCHMARK(preflight_of_reports);

void division_of_reports(benchmark::State& state) {
  for (auto _ : state) benchmark::DoNotOptimize(yaml::divide(reports(), 0));
  measure(state, reports().size());
}
BENCHMARK(division_of_reports);

void fast_reader_alone(benchmark::State& state) {
  const yaml::Division division = yaml::divide(reports(), 0);
  yaml::Document document;
  text::Arena arena;
  for (auto _ : state) {
    for (const yaml::Slice& slice : division.slices) {
      if (!yaml::read_fast(reports(), slice, {}, arena, document)) state.SkipWithError("declined");
    }
  }
  measure(state, reports().size());
}
BENCHMARK(fast_reader_alone);

void whole_reading(benchmark::State& state, const std::string& text, yaml::Reader reader) {
  diag::Sink sink;
  yaml::Document scratch;
  std::size_t nodes = 0;
  for (auto _ : state) {
    text::Arena arena;
    yaml::read(text, 0, {}, reader, arena, sink, scratch,
               [&](const yaml::Document& document) { nodes += document.nodes.size(); });
  }
  benchmark::DoNotOptimize(nodes);
  measure(state, text.size());
}
BENCHMARK_CAPTURE(whole_reading, reports, reports(), yaml::Reader::automatic);
BENCHMARK_CAPTURE(whole_reading, one_report, report(7), yaml::Reader::automatic);
BENCHMARK_CAPTURE(whole_reading, reports_by_yaml_cpp, reports(), yaml::Reader::yaml_cpp);

}  // namespace

BENCHMARK_MAIN();
