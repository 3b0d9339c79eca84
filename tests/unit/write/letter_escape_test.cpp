#include "write/letter_escape.h"

#include <doctest/doctest.h>

using zsup::write::escape_prose;

TEST_CASE("ordinary Chinese stays as it is") {
  const char* text =
      "2016年至2017年公路养护零星工程（1#楼）拆分发包，规避公开招标；金额1.8万元、占比>50%";
  CHECK(escape_prose(text) == text);
  CHECK(escape_prose("1.8万元") == "1.8万元");
  CHECK(escape_prose("　　缩进") == "　　缩进");
}

TEST_CASE("nothing becomes markup or HTML") {
  CHECK(escape_prose("<script>alert(1)</script>") == "&lt;script>alert(1)&lt;/script>");
  CHECK(escape_prose("a&lt;b") == "a&amp;lt;b");
  CHECK(escape_prose("[点这里](javascript:x)") == "\\[点这里\\](javascript:x)");
  CHECK(escape_prose("![](x)") == "!\\[\\](x)");
  CHECK(escape_prose("**粗** _斜_ `码` ~~删~~ $x$ a|b a\\b") ==
        "\\*\\*粗\\*\\* \\_斜\\_ \\`码\\` \\~\\~删\\~\\~ \\$x\\$ a\\|b a\\\\b");
  CHECK(escape_prose("见 https://a.cn 和 www.a.cn") == "见 https\\://a.cn 和 www\\.a.cn");
  CHECK(escape_prose("{{number}}") == "\\{\\{number}}");
}

TEST_CASE("nothing begins a block, whatever line it comes to stand at the start of") {
  CHECK(escape_prose("# 标题 #") == "\\# 标题 \\#");
  CHECK(escape_prose("- 项") == "\\- 项");
  CHECK(escape_prose("---") == "\\---");
  CHECK(escape_prose("+ 项") == "\\+ 项");
  CHECK(escape_prose("===") == "\\===");
  CHECK(escape_prose("> 引") == "\\> 引");
  CHECK(escape_prose("1. 项") == "1\\. 项");
  CHECK(escape_prose("12) 项") == "12\\) 项");
  CHECK(escape_prose("3.") == "3\\.");
  CHECK(escape_prose("a\n\n    b\r\n- c\t\tv\xE2\x80\xA8w") == "a b - c v w");
  CHECK(escape_prose("\t 前后 \n") == "前后");
}

TEST_CASE("what cannot be seen is written out") {
  CHECK(escape_prose("a\x1b[31mb") == "a\\^\\[\\[31mb");
  CHECK(escape_prose("张\xE2\x80\xAE三") == "张&lt;U+202E>三");
  CHECK(escape_prose("\xff") == "\\\\xff");
  CHECK(escape_prose("\x01") == "\\^A");
}
