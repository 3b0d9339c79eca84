#include <doctest/doctest.h>
#include <fmt/format.h>

#include <string>
#include <thread>

#include "unit/yaml/harness.h"

namespace zsup::yaml {
namespace {

TEST_CASE("a record reads into a tree") {
  const Result r =
      read_text("种类: 报告\n事项:\n  - 任务: a\n    内容: \"\"\n  - {b: 1, c: [x, y]}\n");
  CHECK(r.tree() == "{种类=报告, 事项=[{任务=a, 内容=}, {b=1, c=[x, y]}]}");
  CHECK(r.codes() == "");
}

TEST_CASE("documents are divided at marker lines, and read each by itself") {
  CHECK(read_text("a: 1\n---\nb: 2\n...\n").tree() == "{a=1} | {b=2}");
  CHECK(read_text("--- {a: 1}\n--- # c\nb: 2\n").tree() == "{a=1} | {b=2}");
  CHECK(read_text("a: |\n  x\n  --- y\n ...\n").tree() == "");
  const Result r = read_text("a: 1\n---\nb: [\n---\nc: 3\n");
  CHECK(r.tree() == "{a=1} | {c=3}");
  CHECK(r.found() == "ZS001<[>");
}

TEST_CASE("a file without content is clean, an empty document is not") {
  CHECK(read_text("").codes() == "");
  CHECK(read_text("# nothing\n\n").codes() == "");
  CHECK(read_text("# c\n---\na: 1\n").codes() == "");
  CHECK(read_text("---\n").codes() == "ZS011@0-3");
  const Result r = read_text("a: 1\n---\n# c\n---\nb: 1\n---\n");
  CHECK(r.codes() == "ZS011@5-8 ZS011@22-25");
  CHECK(r.tree() == "{a=1} | {b=1}");
  CHECK(r.fixed() == "a: 1\n# c\n---\nb: 1\n");
}

TEST_CASE("content behind the end of a document") {
  CHECK(read_text("a: 1\n...\nfoo\n").found() == "ZS013<foo>");
  CHECK(read_text("a: 1\n... # c\n# c\n---\nb: 1").codes() == "");
  CHECK(read_text("\"a\", b\n").codes().starts_with("ZS013@3"));
  CHECK(read_text("{a: 1},\n").found() == "ZS013<,>");
  CHECK(read_text(",").codes() != "");
  CHECK(read_text(" a: 1\n,").codes() != "");
}

TEST_CASE("anchors, aliases, tags, merge keys, question keys and directives are refused") {
  CHECK(read_text("a: &x 1\nb: !t 2\nc: *x\n").found() == "ZS010<&x> ZS010<!t> ZS010<*x>");
  CHECK(read_text("a: &a {b: *a}").found() == "ZS010<&a> ZS010<*a>");
  CHECK(read_text("a: !!python/object:os.system ls").found() == "ZS010<!!python/object:os.system>");
  CHECK(read_text("<<: {a: 1}").found() == "ZS010<<<>");
  CHECK(read_text("\"<<\": 1").codes() == "");
  CHECK(read_text("? a\n: b\n").codes().starts_with("ZS010@0-1"));
  const Result r = read_text("%YAML 1.2\n---\na: 1\n");
  CHECK(r.found() == "ZS010<%YAML 1.2>");
  CHECK(r.tree() == "{a=1}");
}

TEST_CASE("keys") {
  CHECK(read_text("a: 1\nb: 2\na: 3\n").codes() == "ZS007@10-11");
  CHECK(read_text("a: 1\n\"a\": 3\n").codes() == "ZS007@5-8");
  CHECK(read_text("a: {b: 1, b: 2}").codes() == "ZS007@10-11");
  CHECK(read_text("[a]: b").codes() == "ZS020@0-1");
  CHECK(read_text(": b").codes() == "ZS020@0-1");
  CHECK(read_text("null: 1\ntrue: 2\n~: 3\n").tree() == "{null=1, true=2, ~=3}");
  const Result again = read_text("a: 1\na: 2\n");
  REQUIRE(again.sink.list().size() == 1);
  CHECK(again.sink.list()[0].related.at(0).place.span == text::Span{0, 1});
}

TEST_CASE("nesting has a limit, in clear words, and spares the stack") {
  const auto check = [](const std::string& text) {
    std::string codes;
    std::thread([&] { codes = read_text(text).codes(); }).join();
    CHECK(codes.starts_with("ZS008@"));
    CHECK(codes.find(' ') == std::string::npos);
  };
  check(std::string(20000, '['));
  check(std::string(20000, '{'));
  std::string dashes;
  for (int i = 0; i < 5000; ++i) dashes += "- ";
  check(dashes + "a");
  std::string maps;
  for (int i = 0; i < 1500; ++i) maps += std::string(static_cast<std::size_t>(i), ' ') + "a:\n";
  check(maps);
  CHECK(read_text("[[[[1]]]]", Limits{.depth = 4}).codes() == "");
  CHECK(read_text("[[[[[1]]]]]", Limits{.depth = 4}).codes() == "ZS008@4-5");
}

TEST_CASE("other limits") {
  CHECK(read_text("a: 12345", Limits{.bytes = 7}).codes() == "ZS009@0-0");
  CHECK(read_text("a: 12345", Limits{.scalar_bytes = 4}).codes() == "ZS009@3-4");
  CHECK(read_text("[1, 2, 3]", Limits{.nodes = 3}).codes() == "ZS009@7-8");
  CHECK(read_text("[1, 2]", Limits{.nodes = 3}).codes() == "");
  const Result large =
      read_text("a: 1\n---\n# c\nb: 12345678\n---\nc: 1\n", Limits{.document_bytes = 11});
  CHECK(large.codes() == "ZS009@13-14");
  CHECK(large.tree() == "{a=1} | {c=1}");
}

TEST_CASE("of one file yaml-cpp reads no more than a few megabytes") {
  const std::string text = "a: &x 1\n---\nb: &y 2\n---\n编: &z 3\n---\nd: &w 4\n---\ne: 5\n";
  const Result result = read_text(text, Limits{.slow_bytes = 24});
  CHECK(result.found() == "ZS010<&x> ZS010<&y> ZS009<编>");
  CHECK(result.tree() == "{e=5}");
  CHECK(read_text(text, Limits{.slow_bytes = 24}, Reader::yaml_cpp).found() ==
        "ZS010<&x> ZS010<&y> ZS010<&z> ZS010<&w>");
}

TEST_CASE("of many mistakes of one kind, the rest is counted") {
  std::string empty;
  for (int i = 0; i < 25; ++i) empty += "---\n";
  const Result of_documents = read_text(empty);
  REQUIRE(of_documents.sink.list().size() == 21);
  CHECK(of_documents.sink.list().back().message.en.starts_with("5 more empty documents"));
  CHECK(of_documents.sink.list().back().place.span == text::Span{80, 83});
  std::string keys;
  for (int i = 0; i < 32; ++i) keys += "a: 1\n";
  const Result of_keys = read_text(keys);
  REQUIRE(of_keys.sink.list().size() == 21);
  CHECK(of_keys.sink.list().back().message.en.starts_with("11 more keys"));
  CHECK(of_keys.sink.list().back().place.span == text::Span{105, 106});
}

TEST_CASE("many keys and items take linear time") {
  std::string keys;
  for (int i = 0; i < 20000; ++i) keys += fmt::format("key{}: 1\n", i);
  CHECK(read_text(keys).codes() == "");
  CHECK(read_text(keys + "key7: 1\nkey3: 1\n").sink.list().size() == 2);
  std::string items = "a: [";
  for (int i = 0; i < 100000; ++i) items += "1,";
  CHECK(read_text(items + "1]").documents.at(0).nodes.size() == 100004);
}

}  // namespace
}  // namespace zsup::yaml
