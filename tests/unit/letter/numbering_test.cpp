#include "letter/numbering.h"

#include "unit/letter/fixture.h"

using namespace zsup;
using letter::issued_id;
using letter::numbering;
using office::Office;

namespace {

std::string issued(const std::string& id, const std::string& number, const std::string& date) {
  return "---\n{kind: letter, id: " + id + ", type: notice, number: \"" + number +
         "\", date: " + date + ", to: committee}\n";
}

}  // namespace

TEST_CASE("numbers go on after the highest of their code and year") {
  const Office office(office::orgs + issued("a", "东纪函〔2018〕1号", "2018-01-05") +
                      issued("b", "东纪函〔2018〕10号", "2018-06-05") +
                      issued("c", "东纪函〔2018〕9号", "2018-06-04") +
                      issued("d", "东纪函〔2017〕30号", "2017-06-04") +
                      issued("e", "东纪提〔2018〕4号", "2018-06-04"));
  CHECK(numbering(office.reg(), "东纪函", 2018).next == 11);
  CHECK(numbering(office.reg(), "东纪函", 2018).last == &office.find("b"));
  CHECK(numbering(office.reg(), "东纪函", 2017).next == 31);
  CHECK(numbering(office.reg(), "东纪提", 2018).next == 5);
  CHECK(numbering(office.reg(), "东纪", 2018).next == 1);
  CHECK(numbering(office.reg(), "东纪函", 2019).next == 1);
  CHECK(numbering(office.reg(), "东纪函", 2019).last == nullptr);
}

TEST_CASE("a number that is written in another way is taken all the same") {
  const Office office(office::orgs + issued("a", "东纪函[2018]007号", "2018-01-05"));
  CHECK(numbering(office.reg(), "东纪函", 2018).next == 8);
}

TEST_CASE("the id of a letter is made from its number") {
  CHECK(issued_id("东纪函", 2018, 5) == "东纪函-2018-5");
  CHECK(issued_id("XX纪（办）", 2018, 12) == "xx纪办-2018-12");
  CHECK(issued_id("-纪--函-", 2018, 12) == "纪-函-2018-12");  // and not as 纪函
  CHECK(issued_id("（）", 2018, 12) == "letter-2018-12");
  CHECK(issued_id("", 2018, 12) == "letter-2018-12");
}
