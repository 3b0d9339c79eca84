// The catalogue keeps its word: every example that breaks a rule breaks that rule and no other, and
// every example that keeps it breaks none.
#include <doctest/doctest.h>

#include <algorithm>
#include <charconv>
#include <set>

#include "register/load.h"
#include "register/mend.h"
#include "rule/catalogue_page.h"
#include "rule/examples.h"
#include "rule/rule.h"
#include "support/memory_file_system.h"
#include "text/utf8.h"

namespace zsup::rule {

using diag::ExampleForm;
using diag::Lang;
using diag::RuleInfo;

namespace {

unsigned hexadecimal(std::string_view digits) {
  unsigned value = 0;
  const auto read = std::from_chars(digits.data(), digits.data() + digits.size(), value, 16);
  REQUIRE(read.ec == std::errc{});
  REQUIRE(read.ptr == digits.data() + digits.size());
  return value;
}

// The bytes that an escaped example stands for.
std::string unescaped(std::string_view text) {
  std::string bytes;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (text[at] != '\\') {
      bytes += text[at];
      continue;
    }
    const char what = text.at(++at);
    if (what == '\\') {
      bytes += '\\';
    } else if (what == 't') {
      bytes += '\t';
    } else if (what == 'x') {
      bytes += static_cast<char>(hexadecimal(text.substr(at + 1, 2)));
      at += 2;
    } else if (what == 'u') {
      text::append_utf8(bytes, hexadecimal(text.substr(at + 1, 4)));
      at += 4;
    } else {
      REQUIRE(what == '*');
      const std::size_t open = text.find('{', at);
      const std::size_t close = text.find('}', open + 2);  // the text itself may be a brace
      REQUIRE(close != std::string_view::npos);
      std::size_t times = 0;
      std::from_chars(text.data() + at + 1, text.data() + open, times);
      for (std::size_t i = 0; i < times; ++i) bytes += text.substr(open + 1, close - open - 1);
      at = close;
    }
  }
  return bytes;
}

// The file that the examples of a rule are.
diag::Words example_path(const RuleInfo& rule) {
  if (rule.example_file.empty()) return {"示例.yaml", "example.yaml"};
  return {rule.example_file, rule.example_file};
}

void put_example(test::MemoryFileSystem& files, const RuleInfo& rule, Lang lang,
                 std::string_view example) {
  const std::string path(example_path(rule).in(lang));
  switch (rule.example_form) {
    case ExampleForm::whole:
      files.remove(lang == Lang::zh ? "底册.yaml" : "base.yaml");
      files.put(path, std::string(example));
      return;
    case ExampleForm::text:
      files.put(path, std::string(example));
      return;
    case ExampleForm::escaped:
      files.put(path, unescaped(example));
      return;
    case ExampleForm::listing:
      REQUIRE(example.find(" " + path) != std::string_view::npos);
      if (example.starts_with('l')) {
        files.put_odd(path, io::Oddity::link_outside);
      } else if (example.starts_with("S ")) {
        files.put_not_checked_out(path);
      } else {
        files.put(path, "# nothing in it\n");
        if (example.starts_with("----------")) files.fail(path, io::Reason::no_permission);
      }
      return;
  }
}

// The distinct codes that a register gives rise to, infos included; not what a waiver sets aside.
std::string codes(const test::MemoryFileSystem& files) {
  reg::LoadOptions options;
  options.today = value::Date::parse("2018-07-15").value();
  const reg::Register reg = reg::load(files, options);
  std::set<std::string> found;
  for (const diag::Diagnostic& one : run(reg, {.as_of = reg.now, .threads = 1})) {
    if (!one.waived) found.insert(one.code.name());
  }
  std::string list;
  for (const std::string& code : found) list += (list.empty() ? "" : " ") + code;
  return list;
}

void put_base(test::MemoryFileSystem& files, Lang lang) {
  for (const ExampleFile& file : example_register()) {
    files.put(std::string(file.path.in(lang)), std::string(file.text.in(lang)));
  }
}

std::string codes_with(const RuleInfo& rule, Lang lang, std::string_view example) {
  test::MemoryFileSystem files;
  put_base(files, lang);
  put_example(files, rule, lang, example);
  return codes(files);
}

bool is_kebab_case(std::string_view name) {
  return !name.empty() && name.front() != '-' && name.back() != '-' &&
         name.find("--") == std::string_view::npos &&
         std::all_of(name.begin(), name.end(), [](char c) {
           return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-';
         });
}

}  // namespace

TEST_CASE("the register of the examples is clean") {
  for (const Lang lang : {Lang::zh, Lang::en}) {
    test::MemoryFileSystem files;
    put_base(files, lang);
    CHECK(codes(files) == "");
  }
}

TEST_CASE("an example that breaks a rule breaks that one only, and one that keeps it none") {
  for (const RuleInfo& rule : catalogue()) {
    for (const Lang lang : {Lang::zh, Lang::en}) {
      CAPTURE(rule.code.name());
      CAPTURE((lang == Lang::zh ? "zh" : "en"));
      CHECK(codes_with(rule, lang, rule.bad.in(lang)) == rule.code.name());
      CHECK(codes_with(rule, lang, rule.good.in(lang)) == "");
    }
  }
}

TEST_CASE("codes ascend, names are unique, and nothing is left empty") {
  std::set<std::string_view> names;
  diag::Code before{0};
  for (const RuleInfo& rule : catalogue()) {
    CAPTURE(rule.code.name());
    CHECK(before < rule.code);
    before = rule.code;
    CHECK(is_kebab_case(rule.name));
    CHECK(names.insert(rule.name).second);
    CHECK(rule.severity != diag::Severity::off);
    for (const diag::Words& words : {rule.summary, rule.rationale, rule.bad, rule.good}) {
      CHECK_FALSE(words.zh.empty());
      CHECK_FALSE(words.en.empty());
      CHECK(words.en != words.zh);
    }
    for (const Lang lang : {Lang::zh, Lang::en}) {
      CHECK(rule.bad.in(lang) != rule.good.in(lang));
      CHECK(rule.bad.in(lang).ends_with('\n'));
      CHECK(rule.good.in(lang).ends_with('\n'));
    }
    CHECK_FALSE(rule.summary.zh.ends_with("。"));
    CHECK_FALSE(rule.summary.en.ends_with('.'));
    CHECK(rule.rationale.zh.ends_with("。"));
    CHECK(rule.rationale.en.ends_with('.'));
    CHECK(info(rule.code) == &rule);
    CHECK(info(rule.code.name()) == &rule);
  }
}

TEST_CASE("the page tells of every rule, in both languages") {
  for (const Lang lang : {Lang::zh, Lang::en}) {
    const std::string page = catalogue_page(lang);
    for (const RuleInfo& rule : catalogue()) {
      CHECK(page.find("### " + rule.code.name() + " " + std::string(rule.name) + "\n") !=
            std::string::npos);
    }
    CHECK(page.ends_with("```\n"));
    CHECK_FALSE(page.ends_with("\n\n"));
  }
}

TEST_CASE("the fix of a breaking example removes what it broke, and brings nothing") {
  std::size_t fixed = 0;
  for (const RuleInfo& rule : catalogue()) {
    if (rule.example_form == ExampleForm::listing) continue;
    for (const Lang lang : {Lang::zh, Lang::en}) {
      INFO(rule.code.name(), " in ", lang == Lang::zh ? "Chinese" : "English");
      test::MemoryFileSystem files;
      put_base(files, lang);
      put_example(files, rule, lang, rule.bad.in(lang));
      const std::string path(example_path(rule).in(lang));
      reg::LoadOptions options;
      options.today = value::Date::parse("2018-07-15").value();
      const auto told = [&] { return run(reg::load(files, options), {.as_of = options.today}); };
      bool any = false;
      for (int round = 0; round < 10; ++round) {
        const std::string bytes = files.files().at(path);
        const std::vector<diag::Diagnostic> found = told();
        std::vector<const diag::Diagnostic*> fixes;
        for (const auto& one : found) {
          if (!one.fix.empty()) fixes.push_back(&one);
        }
        if (fixes.empty()) break;
        any = true;
        const reg::Mended mended =
            reg::mend(bytes, fixes.front()->place.source, path == "zsup.yaml", fixes, options);
        CHECK(mended.refused == 0);
        REQUIRE(mended.applied > 0);
        files.put(path, mended.bytes);
        const std::vector<diag::Diagnostic> after = told();
        CHECK(after.size() + mended.applied == found.size());
        for (const auto& one : after) {
          CHECK(std::any_of(found.begin(), found.end(), [&](const auto& other) {
            return other.code == one.code && other.message.en == one.message.en;
          }));
        }
      }
      if (any) ++fixed;
    }
  }
  CHECK(fixed >= 12);
}

}  // namespace zsup::rule
