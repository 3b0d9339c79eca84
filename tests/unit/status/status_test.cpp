#include "status/status.h"

#include "unit/stats/fixture.h"

using namespace zsup;
using namespace zsup::test;
using reg::State;
using status::Owed;
using status::Status;
using status::StatusRequest;

namespace {

StatusRequest asked(std::string_view of) {
  StatusRequest request;
  request.period = period(of);
  return request;
}

// "li b overdue -5; wang a due-soon 3!5"
std::string told(const Status& status) {
  std::string out;
  for (const Owed& owed : status.owed) {
    if (!out.empty()) out += "; ";
    out += std::string(owed.obligation.owner->name()) + " " +
           std::string(slug(*owed.obligation.duty)) + " " +
           std::string(reg::id_of(owed.obligation.state));
    if (owed.days_left) out += " " + std::to_string(*owed.days_left);
    if (owed.warning) out += "!" + std::to_string(*owed.warning);
  }
  return out;
}

// Due on 10 July: b is returned, c was late and is approved, d awaits its review.
const std::string quarter =
    office + policy("warn: [10, 5]\n") + duty("a", "{under: office}") + duty("b", "li") +
    duty("c", "bureau") + duty("d", "li") +
    report("li", "2018-q2",
           item("b", "2018-07-03", review("returned", "2018-07-04")) + item("d", "2018-07-05")) +
    report("bureau", "2018-q2", item("c", "2018-07-11", review("approved", "2018-07-12")));

}  // namespace

TEST_CASE("what needs attention, by subject, the most urgent first") {
  const Book book(quarter);
  const Status status = status::status(book.on("2018-07-15"), asked("2018-q2"));
  CHECK(told(status) ==
        "li a overdue -5; li b returned -5; li d under-review -5; wang a overdue -5");
  CHECK(status.of(State::overdue) == 2);
  CHECK(status.of(State::returned) == 1);
  CHECK(status.of(State::under_review) == 1);
  CHECK(status.of(State::approved_late) == 1);
  CHECK(status.of(State::approved) == 0);

  StatusRequest all = asked("2018-q2");
  all.all_states = true;
  CHECK(told(status::status(book.on("2018-07-15"), all)) ==
        "li a overdue -5; li b returned -5; li d under-review -5; wang a overdue -5; "
        "bureau c approved-late -5");
  all.only = {book.find("bureau"), book.find("wang")};
  CHECK(told(status::status(book.on("2018-07-15"), all)) ==
        "wang a overdue -5; bureau c approved-late -5");
}

TEST_CASE("warnings ten and five days before the due date") {
  const Book book(office + policy("warn: [5, 10]\n") + duty("a", "wang"));
  const auto on = [&](std::string_view as_of) {
    return told(status::status(book.on(as_of), asked("2018-q2")));
  };
  CHECK(on("2018-06-29") == "");  // eleven days
  CHECK(on("2018-06-30") == "wang a due-soon 10!10");
  CHECK(on("2018-07-04") == "wang a due-soon 6!10");
  CHECK(on("2018-07-05") == "wang a due-soon 5!5");
  CHECK(on("2018-07-10") == "wang a due-soon 0!5");
  CHECK(on("2018-07-11") == "wang a overdue -1");
}

TEST_CASE("what the quarter before left undone comes along when no one named a period") {
  const Book book(quarter);
  StatusRequest request = asked("2018-q3");
  CHECK(told(status::status(book.on("2018-07-15"), request)) == "");
  request.with_previous = true;
  const Status status = status::status(book.on("2018-07-15"), request);
  CHECK(told(status) ==
        "li a overdue -5; li b returned -5; li d under-review -5; wang a overdue -5");
  CHECK(status.of(State::approved_late) == 0);  // that one is done
  CHECK(status.of(State::not_due) == 5);        // the third quarter's own
}

TEST_CASE("findings by state, those overdue with who answers for them") {
  const Book book(office + finding("long", "2018-03-01", "source: audit\ndeadline: 2018-05-01\n") +
                  finding("short", "2018-06-01", "source: audit\ndeadline: 2018-07-14\n") +
                  finding("today", "2018-06-01", "source: audit\ndeadline: 2018-07-15\n") +
                  finding("done", "2018-06-01",
                          "source: audit\ndeadline: 2018-07-01\n"
                          "events: [{date: 2018-07-10, what: closed}]\n") +
                  finding("later", "2018-07-16", "source: audit\ndeadline: 2018-07-17\n") +
                  "---\nkind: finding\nid: port-1\ntext: 问题\ncategories: [funds]\norg: port\n"
                  "found: 2018-06-01\nsource: audit\ndeadline: 2018-07-10\n");
  const auto overdue = [&](const StatusRequest& request) {
    std::string out;
    for (const status::Problem& problem : status::status(book.on("2018-07-15"), request).problems) {
      out += std::string(slug(*problem.finding)) + " " +
             std::string(slug(*problem.answers.leader)) + " " +
             std::to_string(problem.state.days_overdue) + "; ";
    }
    return out;
  };
  StatusRequest request = asked("2018-q2");
  CHECK(overdue(request) == "long wang 75; port-1 li 5; short wang 1; ");
  const Status all = status::status(book.on("2018-07-15"), request);
  CHECK(all.findings == 5);
  CHECK(all.overdue_findings() == 3);
  CHECK(all.finding_states.front().id == "open");
  CHECK(all.finding_states.front().findings == 4);
  request.only = {book.find("li")};
  CHECK(overdue(request) == "port-1 li 5; ");
  request.only = {book.find("bureau")};
  CHECK(overdue(request) == "long wang 75; short wang 1; ");
  request.only = {book.find("office")};  // and all below it
  CHECK(overdue(request) == "long wang 75; port-1 li 5; short wang 1; ");
  request.all_states = true;
  CHECK(status::status(book.on("2018-07-15"), request).problems.size() == 5);
}

TEST_CASE("replies that have not come") {
  const auto letter = [](const std::string& id, const std::string& more) {
    return "---\nkind: letter\nid: " + id + "\ntype: notice\nnumber: 东纪函〔2018〕1号\n" +
           "date: 2018-07-01\nto: li\n" + more;
  };
  const Book book(office + letter("none", "") + letter("due", "reply_by: 2018-07-20\n") +
                  letter("late", "reply_by: 2018-07-10\n") +
                  letter("came", "reply_by: 2018-07-10\nreplied: 2018-07-12\n"));
  const auto awaited = [&](std::string_view as_of) {
    std::string out;
    for (const auto& reply : status::status(book.on(as_of), asked("2018-q2")).replies) {
      out += std::string(slug(*reply.letter)) + " " + std::to_string(reply.days_left) + "; ";
    }
    return out;
  };
  CHECK(awaited("2018-07-15") == "late -5; due 5; ");
  CHECK(awaited("2018-07-11") == "came -1; late -1; due 9; ");
  CHECK(awaited("2018-06-30") == "");
}
