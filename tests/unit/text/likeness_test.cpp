#include "text/likeness.h"

#include <doctest/doctest.h>

namespace zsup::text {

TEST_CASE("the substance of a text is the same however long its stretches of ideographs are") {
  for (std::size_t length = 0; length < 100; ++length) {
    std::string text;
    std::u32string wanted;
    for (std::size_t i = 0; i < length; ++i) {
      text += i % 2 == 0 ? "一" : "鿿";  // the first and the last of the usual ones
      wanted += i % 2 == 0 ? U'一' : U'\u9FFF';
    }
    CAPTURE(length);
    CHECK(substance(text) == wanted);
    CHECK(substance(text + "，" + text + "35 A") == wanted + wanted + U"0a");
    CHECK(substance("㐀䷿" + text) == U"㐀" + wanted);  // an ideograph before them, and a sign
  }
}

TEST_CASE("what a text says: no spaces, no punctuation, and figures alike") {
  CHECK(substance("召开会议 2 次，听取汇报。") == U"召开会议0次听取汇报");
  CHECK(substance("召开会议１２次；听取汇报！") == U"召开会议0次听取汇报");
  CHECK(substance("追缴1,800.50元") == U"追缴0元");
  CHECK(substance("①ＡＢｃ㎡") == U"0abcm0");
  CHECK(substance("《通知》〔2018〕5号") == U"通知0号");
  CHECK(substance(" \t，。\r\n").empty());
  CHECK(substance("\xFF乱\x80码").find(U'乱') != std::u32string::npos);
}

TEST_CASE("the share in common is exact: runs of three, counted with their repeats") {
  CHECK(in_common(U"一二三四", U"一二三四").common == 2);
  CHECK(in_common(U"一二三四", U"一二三四").all == 4);
  CHECK(in_common(U"一二三四", U"一二三五").common == 1);
  CHECK(in_common(U"一一一一一", U"一一一").common == 1);
  CHECK(in_common(U"一二", U"一二").all == 0);
  CHECK_FALSE(in_common(U"一二", U"一二").reaches(1));
  CHECK(in_common(U"一二三四", U"一二三五").reaches(50));
  CHECK_FALSE(in_common(U"一二三四", U"一二三五").reaches(51));
}

TEST_CASE("a sketch never rules out what is alike, and texts of one substance have one") {
  std::u32string text;
  for (char32_t i = 0; i < 120; ++i) text.push_back(0x4E00 + i * 37 % 997);
  for (std::size_t changed = 0; changed < text.size(); changed += 5) {
    std::u32string other = text;
    for (std::size_t i = 0; i < changed; i += 4) other[i] = 0x6E00 + static_cast<char32_t>(i);
    const InCommon share = in_common(text, other);
    for (std::uint64_t percent = 1; percent <= 100; ++percent) {
      if (share.reaches(percent))
        CHECK(sketch(text).outline.may_reach(sketch(other).outline, percent));
    }
  }
  CHECK(sketch(substance("会议2次")).whole == sketch(substance("会议 13 次")).whole);
  CHECK(sketch(text).bands == sketch(text).bands);
  std::u32string reversed(text.rbegin(), text.rend());
  CHECK_FALSE(sketch(text).outline.may_reach(sketch(reversed).outline, 80));
}

// Texts of random characters, of which some are then replaced, until the share in common is where
// it is wanted. Of such pairs as many must agree in a band as the header promises.
TEST_CASE("texts that have much in common agree in a band") {
  std::uint64_t state = 7;
  const auto random = [&](std::uint64_t below) {
    state ^= state << 13U, state ^= state >> 7U, state ^= state << 17U;
    return static_cast<std::size_t>(state % below);
  };
  const auto found_of_400 = [&](std::uint64_t percent, std::size_t length) {
    int found = 0;
    for (int pair = 0; pair < 400; ++pair) {
      std::u32string text;
      for (std::size_t i = 0; i < length; ++i) {
        text.push_back(0x4E00 + static_cast<char32_t>(random(3000)));
      }
      std::u32string other = text;
      while (true) {
        std::u32string next = other;
        next[random(length)] = 0x7000 + static_cast<char32_t>(random(3000));
        if (!in_common(text, next).reaches(percent)) break;
        other = next;
      }
      const auto left = sketch(text).bands;
      const auto right = sketch(other).bands;
      bool agree = false;
      for (std::size_t i = 0; i < left.size(); ++i) agree = agree || left[i] == right[i];
      found += agree ? 1 : 0;
    }
    return found;
  };
  for (const std::size_t length : {25u, 60u, 150u}) {
    CAPTURE(length);
    CHECK(found_of_400(80, length) >= 380);
    CHECK(found_of_400(85, length) >= 394);
    CHECK(found_of_400(95, length) >= 399);
  }
}

}  // namespace zsup::text
