// The parts of the way, each on one thread: bytes, documents, records, and what is made of them.
// The register is that of country.h, with 5,000 reports in files of 500 records; it is held in
// memory, so that no disk and no kernel is measured.
#include <benchmark/benchmark.h>

#include <map>
#include <string>

#include "bench/country.h"
#include "letter/compose.h"
#include "record/decode.h"
#include "register/load.h"
#include "register/obligations.h"
#include "write/letter_markdown.h"
#include "rule/rule.h"
#include "score/scorecard.h"
#include "support/memory_file_system.h"
#include "text/utf8.h"
#include "yaml/fast_reader.h"
#include "yaml/preflight.h"
#include "yaml/reader.h"
#include "yaml/slice.h"

namespace {

using namespace zsup;

constexpr std::uint64_t reports = 5000;
const value::Date today = value::Date::of(2019, 1, 20);

struct Country {
  std::map<std::string, std::string> files;
  std::string text;  // the first file of reports
  std::size_t bytes = 0;
};

const Country& country(std::uint64_t per_file = 500) {
  static std::map<std::uint64_t, Country> made;
  Country& it = made[per_file];
  if (!it.files.empty()) return it;
  bench::make_country({.reports = reports, .per_file = per_file, .broken = 0},
                      [&](const std::string& path, std::string_view text) {
                        it.files.emplace(path, text);
                        if (path.ends_with(".yaml")) it.bytes += text.size();
                      });
  it.text = it.files.at("reports/00000/0000000.yaml");
  return it;
}

const reg::Register& loaded() {
  static const test::MemoryFileSystem files(country().files);
  static const reg::Register reg = reg::load(
      files, {.today = today, .threads = 1, .reader = {}, .limits = {}, .substitutes = {}});
  return reg;
}

void measure(benchmark::State& state, std::size_t bytes) {
  state.SetBytesProcessed(static_cast<std::int64_t>(bytes) * state.iterations());
}
void measure_items(benchmark::State& state, std::size_t items) {
  state.SetItemsProcessed(static_cast<std::int64_t>(items) * state.iterations());
}

void utf8(benchmark::State& state) {
  const std::string& text = country().text;
  for (auto _ : state) benchmark::DoNotOptimize(text::is_valid(text));
  measure(state, text.size());
}
BENCHMARK(utf8);

void preflight(benchmark::State& state) {
  const std::string& text = country().text;
  diag::Sink sink;
  for (auto _ : state) benchmark::DoNotOptimize(yaml::preflight(text, 0, UINT32_MAX, sink));
  measure(state, text.size());
}
BENCHMARK(preflight);

void divide(benchmark::State& state) {
  const std::string& text = country().text;
  for (auto _ : state) benchmark::DoNotOptimize(yaml::divide(text, 0));
  measure(state, text.size());
}
BENCHMARK(divide);

void read_fast(benchmark::State& state) {
  const std::string& text = country().text;
  const yaml::Division division = yaml::divide(text, 0);
  yaml::Document document;
  text::Arena arena;
  for (auto _ : state) {
    for (const yaml::Slice& slice : division.slices) {
      if (!yaml::read_fast(text, slice, {}, arena, document)) state.SkipWithError("declined");
    }
  }
  measure(state, text.size());
}
BENCHMARK(read_fast);

// All of the above, and the check of keys.
void read(benchmark::State& state, yaml::Reader reader) {
  const std::string& text = country().text;
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
BENCHMARK_CAPTURE(read, whole, yaml::Reader::automatic);
BENCHMARK_CAPTURE(read, by_yaml_cpp, yaml::Reader::yaml_cpp);

void read_and_decode(benchmark::State& state) {
  const std::string& text = country().text;
  diag::Sink sink;
  yaml::Document scratch;
  for (auto _ : state) {
    text::Arena arena;
    yaml::read(text, 0, {}, yaml::Reader::automatic, arena, sink, scratch,
               [&](const yaml::Document& document) {
                 record::Ghost ghost;
                 benchmark::DoNotOptimize(record::decode(document, 0, arena, sink, ghost));
               });
  }
  measure(state, text.size());
}
BENCHMARK(read_and_decode);

// Reading, decoding and linking the whole register.
void load(benchmark::State& state) {
  const Country& all = country(static_cast<std::uint64_t>(state.range(0)));
  const test::MemoryFileSystem files(all.files);
  for (auto _ : state) {
    benchmark::DoNotOptimize(reg::load(
        files, {.today = today, .threads = 1, .reader = {}, .limits = {}, .substitutes = {}}));
  }
  measure(state, all.bytes);
}
BENCHMARK(load)->ArgName("records_a_file")->Arg(500)->Arg(1);

void answers(benchmark::State& state) {
  const reg::Register& reg = loaded();
  for (auto _ : state) benchmark::DoNotOptimize(reg::Answers(reg.of_kind(record::Kind::report), 1));
  measure_items(state, reports);
}
BENCHMARK(answers);

void obligations(benchmark::State& state) {
  const reg::Register& reg = loaded();
  std::size_t count = 0;
  for (auto _ : state) {
    count = reg::obligations(reg, reg.period_at(reg.now), reg.now).size();
  }
  measure_items(state, count);
}
BENCHMARK(obligations);

void rules(benchmark::State& state) {
  const reg::Register& reg = loaded();
  for (auto _ : state) {
    benchmark::DoNotOptimize(rule::run(reg, {.as_of = reg.now, .threads = 1}));
  }
  measure_items(state, reg.records.size());
}
BENCHMARK(rules);

void score(benchmark::State& state) {
  const reg::Register& reg = loaded();
  for (auto _ : state) {
    benchmark::DoNotOptimize(score::score({reg, reg.now}, reg.period_at(reg.now)));
  }
  measure_items(state, reg.of_kind(record::Kind::leader).size());
}
BENCHMARK(score);

void letters(benchmark::State& state) {
  const reg::Register& reg = loaded();
  const write::LetterTemplate form(write::built_in_template(record::LetterType::notice));
  std::size_t count = 0;
  for (auto _ : state) {
    const reg::AsOf at(reg, reg.now);
    const letter::Composer composer(at, {.type = record::LetterType::notice,
                                         .period = reg.period_at(reg.now),
                                         .draft = false,
                                         .figures = nullptr});
    const letter::Batch batch = composer.to_all();
    count = batch.letters.size();
    for (const letter::Letter& one : batch.letters) benchmark::DoNotOptimize(form.render(one));
  }
  measure_items(state, count);
}
BENCHMARK(letters);

}  // namespace

BENCHMARK_MAIN();
