// Whatever a register holds, full marks and the ledger come to the score.
#include <fmt/format.h>

#include "unit/score/fixture.h"

using namespace zsup;
using namespace zsup::test;

namespace {

// The same numbers on every machine, unlike the distributions of <random>.
class Dice {
 public:
  explicit Dice(std::uint64_t seed) : state_(seed * 2654435761u + 1) {}
  int below(int limit) {
    state_ = state_ * 6364136223846793005u + 1442695040888963407u;
    return static_cast<int>((state_ >> 33) % static_cast<std::uint64_t>(limit));
  }
  bool coin() { return below(2) == 0; }
  std::string day_of_2018() {
    return fmt::format("2018-{:02}-{:02}", below(12) + 1, below(28) + 1);
  }
  std::string decimal(int most) {
    return fmt::format("{}.{:0{}}", below(most), below(10), below(4) + 1);
  }

 private:
  std::uint64_t state_;
};

std::string random_register(Dice& dice) {
  std::string yaml = fmt::format(
      "kind: policy\nid: rubric\ntitle: 办法\nfrom: 2018-01-01\nmethod: {}\nfull: {}\n"
      "deductions: {{unreported: {}, returned: {}, late: {}, spot_check: {}}}\n"
      "incidents: [{{when: {{kind: case, measure: party-warning}}, points: {}}}, "
      "{{when: {{kind: finding}}, points: {}}}]\n"
      "bonuses: [{{when: {{kind: action}}, points: {}}}]\nbonus_cap: {}\n"
      "vetoes: [{{when: {{kind: case, measure: transferred}}, band: 差}}]\n"
      "bands: [{{name: 好, from: 50}}, {{name: 差, from: 0}}]\n",
      dice.coin() ? "deduction" : "weighted", dice.coin() ? "100" : "33.3", dice.decimal(3),
      dice.decimal(3), dice.decimal(2), dice.decimal(9), dice.decimal(20), dice.decimal(5),
      dice.decimal(8), dice.decimal(6));
  yaml += org("office") + org("bureau") + leader("li", "office") + leader("wang", "bureau");
  const char* const owners[] = {"office", "bureau", "li", "wang"};
  const char* const cadences[] = {"monthly", "quarterly", "half-yearly", "yearly"};
  std::string items[4];
  for (int n = 0; n < 7 + dice.below(8); ++n) {
    const int owner = dice.below(4);
    yaml += fmt::format(
        "---\nkind: duty\nid: d{}\ntitle: 任务\ncategory: education\nowner: {}\ncadence: {}\n"
        "due: +{}d\nweight: {}\n",
        n, owners[owner], cadences[dice.below(4)], dice.below(40), dice.decimal(4));
    if (dice.below(3) == 0) continue;
    const std::string submitted = dice.day_of_2018();
    items[owner] +=
        item(fmt::format("d{}", n), submitted,
             dice.coin() ? review(dice.coin() ? "approved" : "returned", submitted) : "");
  }
  for (int owner = 0; owner < 4; ++owner) {
    if (items[owner].empty()) continue;
    const std::string of = fmt::format("2018-q{}", dice.below(4) + 1);
    yaml += report(owners[owner], of, items[owner]);
    if (dice.coin()) continue;
    const std::string duty = items[owner].substr(items[owner].find("duty: ") + 6);
    yaml += fmt::format(
        "---\nkind: finding\nid: f{}\ntext: 问题\nsource: spot-check\ncategories: [work]\norg: {}\n"
        "found: {}\ntarget: {{report: {}-{}, duty: {}, verdict: formalistic}}\n",
        owner, dice.coin() ? "office" : "bureau", dice.day_of_2018(), owners[owner], of,
        duty.substr(0, duty.find(',')));
  }
  for (int n = 0; n < dice.below(4); ++n) {
    yaml +=
        fmt::format("---\nkind: action\nid: a{}\ntype: briefing\ndate: {}\nby: office\nto: [{}]\n",
                    n, dice.day_of_2018(), owners[dice.below(4)]);
    yaml += fmt::format(
        "---\nkind: case\nid: c{}\ntitle: 案\norg: bureau\ncategories: [funds]\n"
        "clue: {{date: 2017-12-01}}\nfiled: {}\npersons: [{{leader: li, rank: general, measure: "
        "{}, date: {}}}]\n",
        n, dice.day_of_2018(), dice.coin() ? "party-warning" : "transferred", dice.day_of_2018());
  }
  return yaml;
}

}  // namespace

TEST_CASE("ledgers add up, whatever the register") {
  int scored = 0;
  int rounded = 0;
  for (std::uint64_t seed = 0; seed < 300; ++seed) {
    CAPTURE(seed);
    Dice dice(seed);
    const Book book(random_register(dice));
    for (const char* of : {"2018-q2", "2018-h1", "2018-03", "2018"}) {
      const score::Scoring scoring = book.score(of, dice.coin() ? "2019-06-01" : "2018-07-15");
      for (const score::Scorecard& card : scoring.cards) {
        check_adds_up(card);
        CHECK(card.indicators == card.reported + card.unreported);
        CHECK(card.reported == card.approved + card.returned + card.under_review);
        CHECK(card.overdue <= card.unreported);
        CHECK(card.late <= card.reported);
        CHECK(card.place.has_value() == (card.score && !card.veto));
        scored += card.score ? 1 : 0;
        for (const auto& line : card.ledger) rounded += line.reason == score::Reason::rounding;
        for (const auto& raise : card.raises) {
          CHECK(raise.points > value::Rational(0));
          CHECK(*card.score + raise.points <= card.full);
        }
      }
    }
  }
  CHECK(scored > 1000);
  CHECK(rounded > 100);
}
