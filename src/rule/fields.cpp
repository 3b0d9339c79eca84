// ZS116, ZS12x, ZS2xx: what the fields of any record ask for.
#include "rule/fields.h"

#include <cassert>
#include <map>

#include "diag/brief.h"
#include "record/kinds/leader.h"
#include "record/said_items.h"

namespace zsup::rule {

using diag::say;
using record::FieldSpec;
using record::Given;
using record::Leader;
using record::ObjectSpec;
using record::Record;
using record::Shape;
using value::Date;
namespace code = diag::code;

namespace {

void check_items(Context& context, const Record& record, const record::SaidItems& said) {
  if (said.items().size() < 2) return;
  // By comparing: whoever writes the list could choose texts that a hash table has at one place.
  std::map<std::string_view, text::Span> seen;
  for (const auto& item : said.items()) {
    const auto [at, is_new] = seen.emplace(item.said, item.span);
    if (is_new) continue;
    if (context.sink.only_counts(code::repeated_item, record.place(item.span))) continue;
    context.sink
        .add(code::repeated_item, record.place(item.span),
             say("“{}”在这个列表中写了两次", "'{}' stands in this list twice",
                 diag::brief(item.said)),
             say("删去重复的一项；如果本来想写另一项，就改正",
                 "remove one of the two, or mend it if another one is meant"))
        .related.push_back({record.place(at->second), say("第一次写在这里", "first given here")});
  }
}

void check_not_ahead(Context& context, const Record& record, const Given<Date>& date,
                     const FieldSpec& field) {
  if (!date || *date <= context.now()) return;
  const bool is_set = static_cast<bool>(context.reg.config.as_of);
  context.sink.add(
      code::future_date, record.place(date.span),
      say("“{}”是 {}，晚于{} {}", "'{0}' is {1}, later than {4} {3}", field.written(), date->iso(),
          is_set ? "截至日期" : "今天", context.now().iso(), is_set ? "the as-of date" : "today"),
      is_set ? say("已经发生的事不会晚于截至日期；改正日期，或调整 zsup.yaml 的截至日期",
                   "what has happened is not later than that; mend the date, or as_of in zsup.yaml")
             : say("已经发生的事不会在将来；改正日期",
                   "what has happened does not lie ahead; mend the date"));
}

// Walks the rows that ask for something.
class Walk {
 public:
  Walk(Context& context, const Record& record) : context_(context), record_(record) {}

  void object(const FieldChecks::Rows& rows, const void* object) {
    for (const auto& [field, within] : rows) {
      check(*field, object);
      if (within == nullptr) continue;
      Within inside{*this, *within};
      field->visit({.context = &inside,
                    .on_object =
                        [](void* self, const ObjectSpec&, const void* one) {
                          const auto& at = *static_cast<const Within*>(self);
                          at.walk.object(at.rows, one);
                        }},
                   *field, object);
    }
  }

 private:
  void check(const FieldSpec& field, const void* object) {
    if (field.distinct != nullptr) {
      record::SaidItems said;
      field.distinct(object, said);
      check_items(context_, record_, said);
    }
    if (field.type.happened) check_not_ahead(context_, record_, field.date_in(object), field);
    if (field.order.earlier != nullptr) {
      assert(!field.order.of_record || *field.order.of_record == record_.kind);
      const void* const holder = field.order.of_record ? &record_ : object;
      check_date_order(context_, record_, {field.order.earlier(holder), field.order.earlier_name},
                       {field.date_in(object), field.order.name});
    }
    if (field.in_office.on != nullptr) {
      const Given<Date>& day = field.in_office.on(object);
      if (!day) return;
      for (const Given<record::Ref>& who : field.refs_in(object)) {
        check_in_office(context_, record_, who, *day, field.in_office.when, field.in_office.help,
                        field.in_office.sent ? code::addressee_not_in_office : code::out_of_office);
      }
    }
  }

  struct Within {
    Walk& walk;
    const FieldChecks::Rows& rows;
  };

  Context& context_;
  const Record& record_;
};

}  // namespace

FieldChecks::FieldChecks() {
  for (const record::KindRow* kind : record::kind_rows()) {
    kinds_[kind->kind()] = add(kind->object());
  }
}

const FieldChecks::Rows* FieldChecks::add(const ObjectSpec& spec) {
  const auto [at, is_new] = tables_.try_emplace(&spec);
  Rows& rows = at->second;
  if (!is_new) return rows.empty() ? nullptr : &rows;
  for (const FieldSpec& field : spec.fields) {
    const Rows* within = field.type.object == nullptr ? nullptr : add(field.type.object());
    const bool asks = field.distinct != nullptr || field.type.happened ||
                      field.order.earlier != nullptr || field.in_office.on != nullptr;
    if (asks || within != nullptr) rows.push_back({&field, within});
  }
  return rows.empty() ? nullptr : &rows;
}

void check_fields(Context& context, const FieldChecks& checks, const Record& record) {
  const auto* rows = checks.of(record.kind);
  if (rows != nullptr) {
    Walk(context, record).object(*rows, record::kind_row(record.kind).type->whole(record));
  }
}

void check_date_order(Context& context, const Record& record, NamedDate first, NamedDate second) {
  if (!first.date || !second.date || *first.date <= *second.date) return;
  diag::Diagnostic& found =
      context.sink.add(code::dates_backwards, record.place(second.date.span),
                       say("{} {} 早于{} {}", "{} {} is before {} {}", second.name,
                           second.date->iso(), first.name, first.date->iso()),
                       say("核对这两个日期", "compare the two dates with the papers"));
  found.related.push_back(
      {record.place(first.date.span), say("{}在这里", "{} is here", first.name)});
}

void check_in_office(Context& context, const Record& record, const Given<record::Ref>& who,
                     Date day, diag::Words what, diag::Words help, diag::Code code) {
  constexpr diag::Words usual{"对照材料核对人员和日期",
                              "compare the person and the date with the papers"};
  const diag::Words advice = help.zh.empty() ? usual : help;
  const Leader* leader = record::as<Leader>(who.target());
  if (leader == nullptr || leader->in_office(day)) return;
  const bool left = leader->until && *leader->until < day;
  diag::Diagnostic& found = context.sink.add(
      code, record.place(who.span),
      left ? say("“{2}”{0}（{1}）已经离任", "'{2}' had left office {0} ({1})", what, day.iso(),
                 slug(*leader))
           : say("“{2}”{0}（{1}）尚未任职", "'{2}' was not yet in office {0} ({1})", what,
                 day.iso(), slug(*leader)),
      {std::string(advice.zh), std::string(advice.en)});
  found.related.push_back({leader->place(left ? leader->until.span : leader->from.span),
                           left ? say("离任日期在这里", "the last day in office")
                                : say("任职日期在这里", "the first day in office")});
}

}  // namespace zsup::rule
