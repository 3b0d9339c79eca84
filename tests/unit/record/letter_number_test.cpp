#include "record/letter_number.h"

#include <doctest/doctest.h>

namespace zsup::record {

TEST_CASE("the number of a letter is read as official documents are numbered") {
  const auto number = LetterNumber::parse("定纪函〔2018〕5号");
  REQUIRE(number);
  CHECK(number->code == "定纪函");
  CHECK(number->year == 2018);
  CHECK(number->serial == 5);
  CHECK(number->text() == "定纪函〔2018〕5号");
  CHECK(LetterNumber::parse("定纪函〔2018〕999999号"));
}

TEST_CASE("nothing else is a number") {
  for (const char* wrong : {"",
                            "5号",
                            "〔2018〕5号",
                            "定纪函2018〕5号",
                            "定纪函〔2018〕号",
                            "定纪函〔2018〕0号",
                            "定纪函〔2018〕05号",
                            "定纪函〔2018〕5",
                            "定纪函〔18〕5号",
                            "定纪函〔0018〕5号",
                            "定纪函〔2018〕第5号",
                            "定纪函[2018]5号",
                            "定纪函（2018）5号",
                            "定纪函〔2018〕-5号",
                            "定纪函〔2018〕+5号",
                            "定纪函〔2018〕5 号",
                            "定纪函 〔2018〕5号",
                            "定纪函〔2018〕1000000号",
                            "定纪函〔2018〔2018〕5号",
                            "定纪函〔2018〕5号号"}) {
    CAPTURE(wrong);
    CHECK_FALSE(LetterNumber::parse(wrong));
  }
}

TEST_CASE("what was meant by other brackets, digits and zeros") {
  for (const char* slip :
       {"定纪函[2018]5号", "定纪函（2018）5号", "定纪函〔2018〕005号", "定纪函〔2018〕第5号",
        "定纪函〔２０１８〕５号", "定纪函【2018】 5 号", "定纪函(2018)05", "定纪函〔2018〕5"}) {
    CAPTURE(slip);
    CHECK(letter_number_meant(slip) == "定纪函〔2018〕5号");
  }
  for (const char* lost :
       {"", "5号", "定纪函2018-5", "定纪函〔18〕5号", "定纪函〔2018〕号", "定纪函〔2018〕0号"}) {
    CAPTURE(lost);
    CHECK_FALSE(letter_number_meant(lost));
  }
  // What is right needs no suggestion.
  CHECK_FALSE(letter_number_meant("定纪函〔2018〕5号"));
}

}  // namespace zsup::record
