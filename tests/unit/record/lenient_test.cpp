// What was probably meant, and above all what nobody can know.
#include "record/lenient.h"

#include <doctest/doctest.h>

#include <string>

namespace zsup::record {

namespace {
std::string shown(const std::optional<std::string>& meant) {
  return meant ? *meant : "-";
}
}  // namespace

TEST_CASE("dates") {
  CHECK(shown(date_meant("2018/6/1")) == "2018-06-01");
  CHECK(shown(date_meant("2018.06.01")) == "2018-06-01");
  CHECK(shown(date_meant("2018年6月1日")) == "2018-06-01");
  CHECK(shown(date_meant("20180601")) == "2018-06-01");
  CHECK(shown(date_meant("２０１８－０６－０１")) == "2018-06-01");
  CHECK(shown(date_meant("2018 - 6 - 1")) == "2018-06-01");
  CHECK(shown(date_meant("2018–06–01")) == "2018-06-01");
  CHECK(shown(date_meant("2018-02-30")) == "-");  // there is no such day, and no nearest one
  CHECK(shown(date_meant("18-06-01")) == "-");
  CHECK(shown(date_meant("01/06/2018")) == "-");  // June, or the sixth?
  CHECK(shown(date_meant("2018-06")) == "-");
  CHECK(shown(date_meant("2018-06-01T08:00")) == "-");
  CHECK(shown(date_meant("")) == "-");
  CHECK(shown(date_meant(std::string(100, '1'))) == "-");
  CHECK(looks_like_date("2018-02-30"));
  CHECK(!looks_like_date("2018-2-30"));
  CHECK(!looks_like_date("2018/02/30"));
}

TEST_CASE("periods") {
  CHECK(shown(period_meant("2018Q2")) == "2018-q2");
  CHECK(shown(period_meant("2018-Q2")) == "2018-q2");
  CHECK(shown(period_meant("2018年第二季度")) == "2018-q2");
  CHECK(shown(period_meant("2018年二季度")) == "2018-q2");
  CHECK(shown(period_meant("2018年2季度")) == "2018-q2");
  CHECK(shown(period_meant("2018上半年")) == "2018-h1");
  CHECK(shown(period_meant("2018年下半年")) == "2018-h2");
  CHECK(shown(period_meant("2018-6")) == "2018-06");
  CHECK(shown(period_meant("2018年6月")) == "2018-06");
  CHECK(shown(period_meant("2018/06")) == "2018-06");
  CHECK(shown(period_meant("2018年")) == "2018");
  CHECK(shown(period_meant("2018年度")) == "2018");
  CHECK(shown(period_meant("２０１８")) == "2018");
  CHECK(shown(period_meant("2018-q5")) == "-");
  CHECK(shown(period_meant("q2")) == "-");  // of which year?
  CHECK(shown(period_meant("2018-q2")) == "-");
  CHECK(shown(period_meant("2018年六月")) == "2018-06");
  CHECK(shown(period_meant("2018年十一月份")) == "2018-11");
  CHECK(shown(period_meant("2018年十月")) == "2018-10");
}

TEST_CASE("periods without a year are of the one that is given") {
  CHECK(shown(period_meant("Q2", 2018)) == "2018-q2");
  CHECK(shown(period_meant("二季度", 2018)) == "2018-q2");
  CHECK(shown(period_meant("第四季度", 2019)) == "2019-q4");
  CHECK(shown(period_meant("3季度", 2018)) == "2018-q3");
  CHECK(shown(period_meant("上半年", 2018)) == "2018-h1");
  CHECK(shown(period_meant("6月", 2018)) == "2018-06");
  CHECK(shown(period_meant("１２月份", 2018)) == "2018-12");
  CHECK(shown(period_meant("十二月", 2018)) == "2018-12");
  CHECK(shown(period_meant("今年二季度", 2018)) == "2018-q2");
  CHECK(shown(period_meant("2017年二季度", 2018)) == "2017-q2");
  for (const char* none : {"6", "13月", "五季度", "", "月", "06", "6-7月", "二", "h3", "q"}) {
    CAPTURE(none);
    CHECK(shown(period_meant(none, 2018)) == "-");
  }
  CHECK(shown(period_meant("二季度")) == "-");
}

TEST_CASE("what a correction would make certain is read at once") {
  CHECK(read_date("2026年6月20日") == value::Date::of(2026, 6, 20));
  CHECK(read_date("2018-07-15") == value::Date::of(2018, 7, 15));
  CHECK(read_date("2018年7月5号") == value::Date::of(2018, 7, 5));
  CHECK(!read_date("2018-02-30"));
  CHECK(read_period("q2", 2018) == value::Period::parse("2018-q2"));
  CHECK(read_period("2018年第二季度") == value::Period::parse("2018-q2"));
  CHECK(!read_period("q2"));
  CHECK(!read_period("soon", 2018));
}

TEST_CASE("time limits") {
  CHECK(shown(due_meant("10d")) == "+10d");
  CHECK(shown(due_meant("+10天")) == "+10d");
  CHECK(shown(due_meant("10日内")) == "+10d");
  CHECK(shown(due_meant("5个工作日")) == "+5wd");
  CHECK(shown(due_meant("5工作日内")) == "+5wd");
  CHECK(shown(due_meant("5 working days")) == "+5wd");
  CHECK(shown(due_meant("1个月")) == "+1m");
  CHECK(shown(due_meant("2 months")) == "+2m");
  CHECK(shown(due_meant("+05d")) == "+5d");
  CHECK(shown(due_meant("5")) == "+5d");
  CHECK(shown(due_meant("+10")) == "+10d");
  CHECK(shown(due_meant("2018/7/10")) == "2018-07-10");
  CHECK(shown(due_meant("-5d")) == "-");
  CHECK(shown(due_meant("+9999d")) == "-");
  CHECK(shown(due_meant("soon")) == "-");
  CHECK(shown(due_meant("")) == "-");
}

TEST_CASE("numbers") {
  CHECK(shown(count_meant("１２", 0, 100)) == "12");
  CHECK(shown(count_meant("010", 0, 100)) == "10");
  CHECK(shown(count_meant("000", 0, 100)) == "0");
  CHECK(shown(count_meant("1_000", 0, 9999)) == "1000");
  CHECK(shown(count_meant("1,000", 0, 9999)) == "1000");
  CHECK(shown(count_meant("3次", 0, 100)) == "3");
  CHECK(shown(count_meant("80%", 0, 100)) == "80");
  CHECK(shown(count_meant("+5", 0, 100)) == "5");
  CHECK(shown(count_meant("5.", 0, 100)) == "5");
  CHECK(shown(count_meant("1,5", 0, 100)) == "-");  // one and a half, or fifteen?
  CHECK(shown(count_meant("010", 0, 9)) == "-");
  CHECK(shown(count_meant(".5", 0, 100)) == "-");
  CHECK(shown(count_meant("-5", 0, 100)) == "-");
  CHECK(shown(count_meant("1e3", 0, 9999)) == "-");
  CHECK(shown(count_meant("三", 0, 100)) == "-");
  CHECK(shown(count_meant("", 0, 100)) == "-");
  CHECK(shown(count_meant(std::string(100, '1'), 0, 100)) == "-");
  CHECK(shown(decimal_meant(".5", 0, 100)) == "0.5");
  CHECK(shown(decimal_meant("0.5分", 0, 100)) == "0.5");
  CHECK(shown(decimal_meant("00.5", 0, 100)) == "0.5");
  CHECK(shown(decimal_meant("100.5分", 0, 100)) == "-");
  CHECK(shown(decimal_meant("-.5", 0, 100)) == "-");
  CHECK(shown(money_meant("￥18000")) == "18000");
  CHECK(shown(money_meant("18000 RMB")) == "18000");
  CHECK(shown(money_meant("人民币18000元整")) == "18000元");
  CHECK(shown(money_meant("１．８万元")) == "1.8万元");
  CHECK(shown(money_meant("1.8 万元")) == "1.8万元");
  CHECK(shown(money_meant("1,80")) == "-");
  CHECK(shown(money_meant("1.234")) == "-");
  CHECK(shown(money_meant("-5")) == "-");
}

TEST_CASE("yes and no") {
  CHECK(shown(boolean_meant("Yes")) == "true");
  CHECK(shown(boolean_meant("TRUE")) == "true");
  CHECK(shown(boolean_meant("有")) == "true");
  CHECK(shown(boolean_meant("off")) == "false");
  CHECK(shown(boolean_meant("无")) == "false");
  CHECK(shown(boolean_meant("2")) == "-");
  CHECK(shown(boolean_meant("也许")) == "-");
}

TEST_CASE("the same word in another dress") {
  CHECK(same_word("Half_Yearly", "half-yearly"));
  CHECK(same_word("ｂａｓｉｓ", "basis"));
  CHECK(same_word("leader date", "leader_date"));
  CHECK(!same_word("basic", "basis"));
  CHECK(!same_word("审核不通过", "审核未通过"));
}

}  // namespace zsup::record
