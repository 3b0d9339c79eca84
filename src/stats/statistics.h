// Register → the statistics that are reported upward. Every figure is a cell that carries the
// records behind it, so that none has to be believed.
//
// What counts in a period: findings by the day they were found, clues by the day they came in,
// cases by the day they were filed, filings by the day of the event, letters and actions by their
// date, campaign items by the day of the declaration (else the campaign's first day), and reports
// by the obligations whose own period ends in it. Nothing dated later than the as-of date exists;
// the state of what counts is that of the as-of date, which may lie behind the period's end.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "diag/say.h"
#include "record/record.h"
#include "register/as_of.h"
#include "text/arena.h"
#include "text/span.h"
#include "value/date.h"

namespace zsup::stats {

// A record that a cell counts, and where it says so.
struct Behind {
  const record::Record* record = nullptr;
  text::Place place;
  // What it adds to a sum of money, or whom it counts; empty where it is one. Stands in the
  // register, or in the texts of the statistics.
  std::string_view share;
};

enum class Unit : std::uint8_t { count, percent, money };

// What readers may do with a figure; people will add.
enum class Nature : std::uint8_t {
  flow,      // what came in the period: quarters add up to the half-year
  state,     // how things of the period stand on the as-of date; on another day it is another
  distinct,  // each counted once a period, so that quarters do not add up
  rate,
};
std::string_view id_of(Nature nature);

struct Cell {
  std::string key;  // the path in the JSON, its names joined by '.'
  diag::Text label;
  Unit unit = Unit::count;
  Nature nature = Nature::flow;
  // A count, hundredths of a percent, or fen. No percentage without anything to take it of.
  std::optional<std::int64_t> number;
  bool breakdown = false;  // one of many that add up to another; people do not want to see its 0
  // One for each that is counted: a count is exactly as many. Of a percentage, those in its
  // numerator; of money, those that have some.
  std::vector<Behind> records;

  std::string text() const;  // "46", "37.5", "18000.00"; empty without a number
  Cell& as(Nature one);      // which its label says
};

struct Statistics {
  value::Period period;
  value::Date as_of;
  std::vector<Cell> cells;        // in the order of the JSON
  std::vector<diag::Text> notes;  // why cells have no number
  std::unique_ptr<text::Arena> texts = std::make_unique<text::Arena>();
  const Cell* find(std::string_view key) const;
};

// No number stands where it cannot be told: whether or by when an event had to be filed, when
// several policies are in force on its day or the limit runs in working days of a year without a
// calendar; what is overdue or late, when due dates do.
Statistics statistics(const reg::AsOf& at, value::Period period);

}  // namespace zsup::stats
