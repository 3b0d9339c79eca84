#include "text/sentence.h"

#include <doctest/doctest.h>

#include "text/one_line.h"

using namespace zsup::text;

TEST_CASE("a text that has its end gets no other") {
  for (const char* text : {"未比价。", "未比价！", "未比价？", "未比价……", "称“未比价。”",
                           "（见附件。）", "称“未比价！”（见《通报。》）"}) {
    CHECK_MESSAGE(ends_sentence(text), text);
  }
  for (const char* text : {"未比价", "未比价：", "称“未比价”", "（见附件）", "", "”"}) {
    CHECK_MESSAGE(!ends_sentence(text), text);
  }
}

TEST_CASE("what only parts a text from the next gives way") {
  for (const char* text : {"未比价。", "未比价；", "未比价，", "未比价：", "未比价、", "未比价——",
                           "未比价.", "未比价!", "未比价?", "未比价; ", "未比价。\n"}) {
    CHECK(without_end(text) == "未比价");
  }
  CHECK(without_end("未比价！") == "未比价！");
  CHECK(without_end("未比价……") == "未比价……");
  CHECK(without_end("称“未比价。”") == "称“未比价。”");
  CHECK(without_end("。") == "。");  // something stays
}

TEST_CASE("a stop behind the end of a sentence goes") {
  CHECK(with_single_stops("展板未比价！。整改建议：逐笔核查？。") ==
        "展板未比价！整改建议：逐笔核查？");
  CHECK(with_single_stops("称“未比价。”。") == "称“未比价。”");
  CHECK(with_single_stops("已逾期（5天）。") == "已逾期（5天）。");
  CHECK(with_single_stops("甲。乙。。") == "甲。乙。");
  CHECK(with_single_stops("") == "");
}

TEST_CASE("the cost of an end is bounded by the text") {
  std::string marks;
  for (int i = 0; i < 100'000; ++i) marks += "”";
  std::string stops;
  for (int i = 0; i < 100'000; ++i) stops += "。";
  CHECK(with_single_stops("甲。" + marks + stops) == "甲。" + marks);
  CHECK(with_single_stops("甲" + marks + stops) == "甲" + marks + "。");
}

TEST_CASE("lines of Chinese are joined without a blank") {
  CHECK(on_one_line("未比价，\n同一家") == "未比价，同一家");
  CHECK(on_one_line("未比价\n\n  同一家\n") == "未比价同一家");
  CHECK(on_one_line("见No. 3\ncontract") == "见No. 3 contract");
  CHECK(on_one_line("合计\n7万元") == "合计 7万元");
  CHECK(on_one_line("一 二") == "一 二");  // typed
  CHECK(on_one_line("“甲”\r\n“乙”") == "“甲”“乙”");
  const std::string folded = std::string("未比价，") + fold + "同一家";
  CHECK(on_one_line(folded) == "未比价，同一家");
  CHECK(as_read(folded) == "未比价， 同一家");
}
