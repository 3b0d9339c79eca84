#include <doctest/doctest.h>

#include "command/complete.h"

using zsup::command::BashLine;
using zsup::command::for_bash;
using zsup::command::read_bash_line;
using Words = std::vector<std::string>;

namespace {
constexpr std::string_view breaks = " \t\n\"'><=;|&(:";
}

TEST_CASE("the words of a line are those that bash would pass on") {
  CHECK(read_bash_line("zsup ", breaks).words == Words{"zsup", ""});
  CHECK(read_bash_line("zsup  letter\t--a", breaks).words == Words{"zsup", "letter", "--a"});
  CHECK(read_bash_line("zsup a\\ b 'c d'e \"f \\\" \\g\"", breaks).words ==
        Words{"zsup", "a b", "c de", "f \" \\g"});
  CHECK(read_bash_line("zsup '' \"", breaks).words == Words{"zsup", "", ""});
  CHECK(read_bash_line("zsup a\\", breaks).words == Words{"zsup", "a"});
}

TEST_CASE("what readline will replace begins behind the last word break or the open quote") {
  CHECK(read_bash_line("zsup --format=js", breaks).kept == 9);
  CHECK(read_bash_line("zsup --format=js", " ").kept == 0);
  CHECK(read_bash_line("zsup a:b:c", breaks).kept == 4);
  CHECK(read_bash_line("zsup a\\:b", breaks).kept == 0);
  CHECK(read_bash_line("zsup a:b c", breaks).kept == 0);
  const BashLine single = read_bash_line("zsup --leader='a b", breaks);
  CHECK(single.quote == '\'');
  CHECK(single.kept == 9);
  CHECK(read_bash_line("zsup \"a:b", breaks).quote == '"');
  CHECK(read_bash_line("zsup \"a:b", breaks).kept == 0);
  CHECK(read_bash_line("zsup \"a\" b", breaks).quote == 0);
}

TEST_CASE("what is put there makes the word that is meant") {
  const auto put = [](std::string_view line, std::string_view value) {
    return for_bash(read_bash_line(line, breaks), value);
  };
  CHECK(put("zsup ", "陈博") == "陈博");
  CHECK(put("zsup ", "a b") == "a\\ b");
  CHECK(put("zsup ", "it's $x") == "it\\'s\\ \\$x");
  CHECK(put("zsup 'i", "it's $x") == "it'\\''s $x");
  CHECK(put("zsup \"i", "it's \"$x\"") == "it's \\\"\\$x\\\"");
  CHECK(put("zsup a:", "a:b c") == "b\\ c");
  CHECK(put("zsup --leader=", "--leader=a b") == "a\\ b");
  CHECK(put("zsup --leader='", "--leader=a b") == "a b");
  CHECK(put("zsup abc:", "a") == "");
}

TEST_CASE("what was put there is read again as what was meant") {
  for (const std::string value :
       {"a b", "it's", "\"$x\" `y` \\", "a:b=c", "#~!*?[]{}<>|&;()^", "陈 博"}) {
    for (const std::string begun : {"zsup ", "zsup '", "zsup \""}) {
      const BashLine line = read_bash_line(begun, breaks);
      CHECK(read_bash_line(begun + for_bash(line, value), breaks).words.back() == value);
    }
  }
}
