// Every operation and every reason has words of its own, in both languages.
#include <doctest/doctest.h>

#include <set>

#include "register/load.h"

namespace zsup::reg {

namespace {

constexpr auto first_operation = io::Operation::look_up;
constexpr auto last_operation = io::Operation::run;
constexpr auto first_reason = io::Reason::not_found;
constexpr auto last_reason = io::Reason::other;

}  // namespace

TEST_CASE("what can go wrong outside the program is said in words") {
  std::set<std::string> zh;
  std::set<std::string> en;
  std::size_t count = 0;
  for (int operation = static_cast<int>(first_operation);
       operation <= static_cast<int>(last_operation); ++operation) {
    for (int reason = static_cast<int>(first_reason); reason <= static_cast<int>(last_reason);
         ++reason) {
      const diag::Text said = describe(
          {static_cast<io::Operation>(operation), static_cast<io::Reason>(reason), 0, "a.yaml"});
      zh.insert(said.zh);
      en.insert(said.en);
      ++count;
      CHECK(said.zh.find(" a.yaml：") != std::string::npos);
      CHECK(said.zh.back() != ' ');
      CHECK(said.en.find(" a.yaml: ") != std::string::npos);
      CHECK(said.en.back() != ' ');
    }
  }
  CHECK(zh.size() == count);
  CHECK(en.size() == count);
}

TEST_CASE("the number of an error that has no words, and the streams by name") {
  const diag::Text odd = describe({io::Operation::write, io::Reason::other, 95, "a\x1b.md"});
  CHECK(odd.zh == "无法写入 a^[.md：系统报错（95）");
  CHECK(odd.en == "cannot write a^[.md: the system reports an error (95)");
  CHECK(describe({io::Operation::write, io::Reason::no_space, 28, "-"}).zh ==
        "无法写入 标准输出：磁盘已满");
  CHECK(describe({io::Operation::read, io::Reason::input_output, 5, "-"}).en ==
        "cannot read standard input: the disk reports an error");
}

}  // namespace zsup::reg
