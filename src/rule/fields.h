// The checks that a field asks for in its table, whatever kind it is of: nothing twice in a list,
// no date ahead or before another one, people in office.
#pragma once

#include <array>
#include <map>
#include <vector>

#include "record/field.h"
#include "record/record.h"
#include "rule/rule.h"

namespace zsup::rule {

// Which rows of which tables ask for something, so that no others are looked at.
class FieldChecks {
 public:
  struct Row {
    const record::FieldSpec* field;
    const std::vector<Row>* within;  // what rows of its objects ask; null for nothing
  };
  using Rows = std::vector<Row>;

  FieldChecks();

  // Null where none asks.
  const Rows* of(record::Kind kind) const { return kinds_[kind]; }

 private:
  const Rows* add(const record::ObjectSpec& spec);

  std::map<const record::ObjectSpec*, Rows> tables_;
  text::Each<record::Kind, const Rows*> kinds_;
};

void check_fields(Context& context, const FieldChecks& checks, const record::Record& record);

// Tells of who was not in office on a day. `what` is as a sentence has it: "at the review".
void check_in_office(Context& context, const record::Record& record,
                     const record::Given<record::Ref>& who, value::Date day, diag::Words what,
                     diag::Words help = {}, diag::Code code = diag::code::out_of_office);

// Tells of a date that lies before an earlier one.
struct NamedDate {
  const record::Given<value::Date>& date;
  diag::Words name;
};
void check_date_order(Context& context, const record::Record& record, NamedDate first,
                      NamedDate second);

}  // namespace zsup::rule
