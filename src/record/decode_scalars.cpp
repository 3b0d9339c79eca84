// Scalars to dates, periods, numbers and yes or no: strict in what is read, and plain about what
// was probably meant.
#include "diag/brief.h"
#include "record/decoder.h"
#include "record/lenient.h"
#include "record/words.h"

namespace zsup::record {

using diag::brief;
using diag::say;
using value::NumberError;
using yaml::NodeId;
namespace code = diag::code;

namespace {

// Adds the one right spelling as help, and as an edit where the scalar stands as it was written.
void offer(diag::Diagnostic& found, text::Place place, const yaml::Node& node,
           const std::optional<std::string>& better) {
  if (!better) return;
  found.help = say("改成 {}", "write {}", *better);
  if (node.style == yaml::Style::plain) found.fix.push_back({place, *better});
}

// What such a field takes, with an example that it takes.
diag::Text number_help(Range range, bool whole) {
  const bool open = range.least == 0 && range.most > 1'000'000'000;
  if (whole) {
    return open ? say("写成整数，例如 2", "write a whole number, such as 2")
                : say("写成 {0} 到 {1} 之间的整数", "write a whole number from {0} to {1}",
                      range.least, range.most);
  }
  if (open) return say("写成普通数字，例如 2 或 0.5", "write a plain number, such as 2 or 0.5");
  return say("写成 {0} 到 {1} 之间的数，小数最多四位",
             "write a number from {0} to {1}, with four decimal places at most", range.least,
             range.most);
}

}  // namespace

void Decoder::wrong_date(NodeId node, const FieldSpec& field, std::string_view text) {
  const yaml::Node& found = document_[node];
  if (only_counts(code::bad_date, found.span)) return;
  const std::string zh = fmt::format("“{}”", field.word);
  const std::string en = fmt::format("'{}'", field.key);
  diag::Diagnostic& wrong = sink_.add(code::bad_date, place(found.span), date_flaw({zh, en}, text),
                                      say("{}", "{}", how_to_write(Shape::date)));
  offer(wrong, place(found.span), found, date_meant(text));
}

void Decoder::value(NodeId node, const FieldSpec& field, Given<value::Date>& out) {
  std::string_view text;
  if (!scalar(node, field, text)) return;
  if (const auto date = value::Date::parse(text)) {
    out = {*date, document_[node].span};
  } else {
    wrong_date(node, field, text);
  }
}

void Decoder::value(NodeId node, const FieldSpec& field, Given<value::Period>& out) {
  std::string_view text;
  if (!scalar(node, field, text)) return;
  const yaml::Node& found = document_[node];
  if (const auto period = value::Period::parse(text)) {
    out = {*period, found.span};
    return;
  }
  if (only_counts(code::bad_period, found.span)) return;
  diag::Diagnostic& wrong =
      sink_.add(code::bad_period, place(found.span),
                say("“{}”应为期间，“{}”不是", "'{}' takes a period, and '{}' is none",
                    field.written(), brief(text)),
                say("{}", "{}", how_to_write(Shape::period)));
  offer(wrong, place(found.span), found,
        period_meant(text, slips_ == nullptr ? std::nullopt : slips_->year));
}

void Decoder::value(NodeId node, const FieldSpec& field, Given<value::Due>& out) {
  std::string_view text;
  if (!scalar(node, field, text)) return;
  if (const auto due = value::Due::parse(text)) {
    out = {*due, document_[node].span};
    return;
  }
  if (looks_like_date(text)) {
    wrong_date(node, field, text);
    return;
  }
  if (only_counts(code::bad_due, document_[node].span)) return;
  diag::Diagnostic& wrong =
      sink_.add(code::bad_due, place(document_[node].span),
                say("“{}”应为期限，“{}”不是", "'{}' takes a time limit, and '{}' is none",
                    field.written(), brief(text)),
                say("写成 +10d（10日）、+5wd（5个工作日）、+1m（1个月）或日期",
                    "write +10d (days), +5wd (working days), +1m (months) or a date"));
  const auto meant = due_meant(text);
  offer(wrong, place(document_[node].span), document_[node], meant);
  // Without a unit, days are likely and working days are possible: a guess, and no edit.
  if (text.find_last_of("0123456789") + 1 == text.size()) wrong.fix.clear();
}

void Decoder::wrong_number(NodeId node, const FieldSpec& field, NumberError why, bool money) {
  const yaml::Node& found = document_[node];
  if (only_counts(money ? code::bad_money : code::bad_number, found.span)) return;
  const std::string shown = brief(found.value);
  const bool whole = field.type.shape == Shape::count || field.type.shape == Shape::counts;
  diag::Text message;
  switch (why) {
    case NumberError::not_a_number:
      message = money
                    ? say("“{}”应为金额，“{}”不是",
                          "'{}' takes an amount of money, and '{}' is none", field.written(), shown)
                : whole ? say("“{}”应为整数，“{}”不是",
                              "'{}' takes a whole number, and '{}' is none", field.written(), shown)
                        : say("“{}”应为数字，“{}”不是", "'{}' takes a number, and '{}' is none",
                              field.written(), shown);
      break;
    case NumberError::leading_zero:
      message = say("“{}”的数字不能以 0 开头：{}", "'{}' takes a number without leading zeros: {}",
                    field.written(), shown);
      break;
    case NumberError::not_decimal:
      message = say("“{}”要写成普通的十进制数：{}", "'{}' takes a plain decimal number: {}",
                    field.written(), shown);
      break;
    case NumberError::full_width:
      message =
          say("“{}”的数字是全角的：{}", "'{}' has full-width digits: {}", field.written(), shown);
      break;
    case NumberError::negative:
      message = say("“{}”不能是负数：{}", "'{}' cannot be negative: {}", field.written(), shown);
      break;
    case NumberError::too_many_places:
      message = money ? say("“{}”精确到分，小数位太多：{}",
                            "'{}' is exact to the fen, and has too many places: {}",
                            field.written(), shown)
                : whole ? say("“{}”应为整数，{} 不是", "'{}' takes a whole number, and {} is none",
                              field.written(), shown)
                        : say("“{}”的小数位太多：{}", "'{}' has too many decimal places: {}",
                              field.written(), shown);
      break;
    case NumberError::too_large:
      message = say("“{}”的数字太大：{}", "'{}' is too large: {}", field.written(), shown);
      break;
  }
  const Range range = range_of(field.type);
  diag::Diagnostic& wrong = sink_.add(
      money ? code::bad_money : code::bad_number, place(found.span), std::move(message),
      money && why == NumberError::too_large
          ? say("金额要小于1万亿元", "an amount is below 1,000,000,000,000 yuan")
      : money ? say("金额写成 18000、18000.00 或 1.8万元", "write 18000, 18000.00 or 1.8万元")
              : number_help(range, whole));
  offer(wrong, place(found.span), found,
        money                                ? money_meant(found.value)
        : field.type.shape == Shape::decimal ? decimal_meant(found.value, range.least, range.most)
                                             : count_meant(found.value, range.least, range.most));
}

void Decoder::value(NodeId node, const FieldSpec& field, Given<value::Money>& out) {
  std::string_view text;
  if (!scalar(node, field, text)) return;
  NumberError why{};
  if (const auto money = value::Money::parse(text, why)) {
    out = {*money, document_[node].span};
  } else {
    wrong_number(node, field, why, true);
  }
}

void Decoder::value(NodeId node, const FieldSpec& field, Given<value::Decimal>& out) {
  std::string_view text;
  if (!scalar(node, field, text)) return;
  NumberError why{};
  const auto number = value::Decimal::parse(text, why);
  const auto [least, most] = range_of(field.type);
  if (!number) {
    wrong_number(node, field, why, false);
  } else if (text.starts_with('-')) {
    wrong_number(node, field, NumberError::negative, false);
  } else if (number->units < least * value::Decimal::one ||
             number->units > most * value::Decimal::one) {
    if (only_counts(code::out_of_range, document_[node].span)) return;
    sink_.add(code::out_of_range, place(document_[node].span),
              say("“{}”应在 {} 到 {} 之间，这里是 {}", "'{}' is from {} to {}, and here is {}",
                  field.written(), least, most, brief(text)),
              say("填写 {0} 到 {1} 之间的数", "give a number from {0} to {1}", least, most));
  } else {
    out = {*number, document_[node].span};
  }
}

void Decoder::value(NodeId node, const FieldSpec& field, Given<std::int64_t>& out) {
  std::string_view text;
  if (!scalar(node, field, text)) return;
  NumberError why{};
  const auto number = value::parse_count(text, why);
  const auto [least, most] = range_of(field.type);
  if (!number) {
    wrong_number(node, field, why, false);
  } else if (*number < least || *number > most) {
    if (only_counts(code::out_of_range, document_[node].span)) return;
    sink_.add(code::out_of_range, place(document_[node].span),
              say("“{}”应在 {} 到 {} 之间，这里是 {}", "'{}' is from {} to {}, and here is {}",
                  field.written(), least, most, *number),
              say("填写 {0} 到 {1} 之间的数", "give a number from {0} to {1}", least, most));
  } else {
    out = {*number, document_[node].span};
  }
}

void Decoder::value(NodeId node, const FieldSpec& field, Given<bool>& out) {
  std::string_view text;
  if (!scalar(node, field, text)) return;
  const text::Span span = document_[node].span;
  if (text == "true" || text == "是") {
    out = {true, span};
  } else if (text == "false" || text == "否") {
    out = {false, span};
  } else if (!only_counts(code::bad_boolean, span)) {
    diag::Diagnostic& wrong = sink_.add(
        code::bad_boolean, place(span),
        say("“{}”应为 true 或 false（是或否），“{}”不是",
            "'{}' takes true or false, and '{}' is neither", field.written(), brief(text)),
        say("写成 true 或 false", "write true or false"));
    offer(wrong, place(span), document_[node], boolean_meant(text));
  }
}

}  // namespace zsup::record
