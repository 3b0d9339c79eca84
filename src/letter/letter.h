// What a letter says, before anyone words it: to whom, about which period, which items, by when.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "letter/people.h"
#include "letter/sections.h"
#include "record/kinds/leader.h"
#include "record/kinds/org.h"
#include "record/vocabulary.h"
#include "register/findings.h"
#include "text/span.h"
#include "value/date.h"

namespace zsup::letter {

// Whoever a letter is written to. Names are copies, so that masking may rewrite them.
struct Addressee {
  const record::Record* record = nullptr;  // a leader or an org
  record::Kind kind{};
  std::string id;
  std::string name;
  std::string salutation;  // 陈远航同志, or the name of an org; without the colon
  // The principal who receives what is written to an org; null when there is not exactly one.
  const record::Leader* attention = nullptr;
  std::string attention_name;
};

// The steps of "1+1" for all findings of one inspection in one unit: the leader in charge hears
// them before the unit does, and claims them.
struct Chain {
  std::optional<value::Date> leader_briefed;
  std::optional<value::Date> claimed;  // the last of them, once all are claimed
  std::optional<value::Date> unit_briefed;
  std::optional<value::Date> published;
  int findings = 0;
  int unclaimed = 0;
  int submitted = 0;  // by the unit, whatever came of it
  int closed = 0;
};

struct Item {
  int n = 0;  // 1-based, through the whole letter
  Section section{};
  std::string text;           // the task or the problem, as its record has it
  std::string group;          // under which heading it stands; may be empty
  std::string unit;           // the unit that has the problem
  bool of_addressee = false;  // that unit is the one written to
  std::string suggestion;     // what should be done about it
  std::string reason;         // why a report was returned
  std::optional<record::FindingSource> source;
  std::vector<value::Date> due;            // of each obligation that the item stands for
  std::optional<value::Date> deadline;     // of a rectification
  std::int32_t days_overdue = 0;           // past `deadline` or `due`; 0 when not overdue
  std::optional<value::Period> period;     // of one obligation, where it is not the letter's
  std::optional<value::Date> found;        // when the problem was found
  std::optional<reg::FindingState> state;  // of a finding
  std::string earlier;                     // number of the letter that named it before
  std::vector<Person> persons;             // of a case
  std::optional<value::Date> filed;        // of a case
  std::optional<value::Money> amount;
  std::optional<value::Money> recovered;
  std::optional<Chain> chain;
  std::vector<std::pair<std::string, std::int64_t>> measures;  // what a report counts
  const record::Record* record = nullptr;                      // what it rests on
  text::Place place;  // what shows it: the record, or a report's item
};

// The counts of one subject's obligations and its score, as the command has them from the
// scorecard: a letter quotes figures and never makes its own.
struct ReminderFigures {
  std::int64_t indicators = 0;
  std::int64_t reported = 0;
  std::int64_t unreported = 0;
  std::int64_t overdue = 0;
  std::int64_t approved = 0;
  std::int64_t returned = 0;
  std::int64_t under_review = 0;
  std::int64_t late = 0;
  std::optional<std::string> score = {};  // "97"; nothing where there is no score
  std::string full = {};                  // "100"
};
using FiguresOf = std::unordered_map<const record::Record*, ReminderFigures>;

struct Letter {
  // Whom the letter is about: its author, where there is one, otherwise its addressee.
  const Addressee& subject() const { return from ? *from : to; }

  record::LetterType type{};
  Addressee to;
  std::optional<Addressee> from;  // who reports upward; otherwise the issuer writes
  value::Period period;
  value::Date as_of;
  value::Date date;                     // on which it is written: the as-of date
  std::optional<std::string> number;    // 东纪函〔2018〕5号; nothing before it is issued
  std::string digest;                   // of an issued letter: sha256:… of its Markdown
  std::string code;                     // 东纪函, for the blank of a number; may be empty
  const record::Org* issuer = nullptr;  // in whose name it is written
  std::string basis;                    // what the policy cites for this type; may be empty
  std::string policy;                   // title of the policy in force; may be empty
  std::optional<value::Date> reply_by;
  std::vector<Item> items;
  std::optional<ReminderFigures> figures;
  std::vector<std::string> copies;  // names of the orgs that get a copy
  int elsewhere = 0;                // problems that inspections found, which other papers list
  bool draft = false;               // the register has errors: this must not be issued
  // What making and writing it may cost: the register's; null for a letter without one.
  reg::Budget* budget = nullptr;
};

// Bytes of its texts, and of the item itself.
std::size_t size_of(const Item& item);
std::size_t size_of(const Letter& letter);

}  // namespace zsup::letter
