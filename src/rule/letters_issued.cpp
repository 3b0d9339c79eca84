// ZS903–ZS907: the numbers of the letters that were issued. ZS923: the same letter twice.
#include <algorithm>
#include <limits>
#include <map>
#include <tuple>

#include "diag/brief.h"
#include "record/kinds/letter.h"
#include "record/letter_number.h"
#include "register/urging.h"
#include "rule/families.h"

namespace zsup::rule {

using diag::brief;
using diag::say;
using record::Letter;
using record::LetterNumber;
using value::Date;
namespace code = diag::code;

namespace {

struct Numbered {
  LetterNumber number;
  const Letter* letter = nullptr;
};

text::Place place_of(const Letter& letter) {
  return letter.place(letter.number.span);
}

void malformed(Context& context, const Letter& letter) {
  diag::Diagnostic& found = context.sink.add(
      code::letter_number_malformed, place_of(letter),
      say("“{}”不是规范的发文字号", "'{}' is not written as the number of a letter is",
          brief(letter.number.or_empty())));
  const auto meant = record::letter_number_meant(letter.number.or_empty());
  if (!meant) {
    found.help = say("写成 定纪函〔2018〕5号：机关代字、年份用〔〕、序号不加 0",
                     "write it like 定纪函〔2018〕5号: the issuer's code, the year in 〔〕, and no "
                     "leading zero");
    return;
  }
  found.help = say("改成 {}", "write {}", *meant);
  // Only what stands there just as it was read can be replaced by something else.
  const std::string_view bytes = context.reg.bytes_at(found.place);
  if (bytes == letter.number.or_empty()) found.fix.push_back({found.place, *meant});
}

void compare(Context& context, const Numbered& before, const Numbered& next) {
  const Letter& letter = *next.letter;
  const auto related = [&](diag::Diagnostic& found) {
    found.related.push_back(
        {place_of(*before.letter), say("前一个文号在这里", "the number before it")});
  };
  if (next.number.serial == before.number.serial) {
    related(context.sink.add(
        code::letter_number_repeated, place_of(letter),
        say("文号“{}”已经用过", "the number '{}' is taken already", letter.number.or_empty()),
        say("对照发文登记改正其中一个", "compare both with the book of letters, and mend one")));
    return;
  }
  const std::int64_t missing = next.number.serial - before.number.serial - 1;
  if (missing > 0) {
    const std::int64_t first = before.number.serial + 1;
    related(context.sink.add(
        code::letter_number_gap, place_of(letter),
        missing == 1 ? say("“{0}〔{1}〕”的文号不连续，缺 {2} 号",
                           "the numbers of '{0}〔{1}〕' have a gap: {2} is missing",
                           next.number.code, next.number.year, first)
                     : say("“{0}〔{1}〕”的文号不连续，缺 {2} 至 {3} 号",
                           "the numbers of '{0}〔{1}〕' have a gap: {2} to {3} are missing",
                           next.number.code, next.number.year, first, next.number.serial - 1),
        say("补录所缺的函件；作废的号，用一条豁免写明",
            "add the letters that are missing; a number that was given up is told by a waiver")));
  }
  if (letter.date && before.letter->date && *letter.date < *before.letter->date) {
    diag::Diagnostic& found = context.sink.add(
        code::letter_number_backwards, letter.place(letter.date.span),
        say("{0} 号成文于 {1}，早于前一号（{2} 号）的 {3}",
            "number {0} is dated {1}, before number {2} of {3}", next.number.serial,
            letter.date->iso(), before.number.serial, before.letter->date->iso()),
        say("对照发文登记核对文号和日期", "compare number and date with the book of letters"));
    found.related.push_back({before.letter->place(before.letter->date.span),
                             say("前一号的成文日期", "the date of the number before it")});
  }
}

}  // namespace

void check_letter_numbers(Context& context) {
  std::vector<Numbered> list;
  for (const Letter* one : context.reg.as_filed<Letter>()) {
    const Letter& letter = *one;
    if (!letter.number) continue;
    const auto number = LetterNumber::parse(letter.number.or_empty());
    if (!number) {
      malformed(context, letter);
      continue;
    }
    if (letter.date && letter.date->year() != number->year) {
      context.sink
          .add(code::letter_number_year, place_of(letter),
               say("文号是 {} 年的，成文日期是 {}", "it is numbered in {}, and dated {}",
                   number->year, letter.date->iso()),
               say("文号按成文年度编排；核对文号和日期",
                   "letters are numbered within the year of their date; compare the two"))
          .related.push_back(
              {letter.place(letter.date.span), say("成文日期在这里", "the letter's date")});
      continue;  // one of the two is wrong: what else would be said of it rests on both
    }
    list.push_back({*number, &letter});
  }
  // Letters of one number stay in the order of the register.
  std::stable_sort(list.begin(), list.end(), [](const Numbered& a, const Numbered& b) {
    return std::tie(a.number.code, a.number.year, a.number.serial) <
           std::tie(b.number.code, b.number.year, b.number.serial);
  });
  for (std::size_t i = 1; i < list.size(); ++i) {
    if (list[i].number.code == list[i - 1].number.code &&
        list[i].number.year == list[i - 1].number.year) {
      compare(context, list[i - 1], list[i]);
    }
  }
}

namespace {

// What makes two letters one: type, addressee, period, and the items in any order. Empty where a
// letter does not say enough.
std::string contents_of(const Letter& letter) {
  if (!letter.type || !letter.to || letter.items.empty()) return {};
  std::vector<std::string> items;
  for (const record::LetterItem& item : letter.items) {
    if (!item.record || !item.text) return {};
    items.push_back(std::string(item.record.or_empty().id) + "\t" +
                    record::compared_text(item.text.or_empty()) + "\n");
  }
  std::sort(items.begin(), items.end());
  std::string key =
      fmt::format("{}\n{}\n{}\n", record::row_of(*letter.type).id, letter.to.or_empty().id,
                  letter.period ? letter.period->id() : std::string());
  for (const std::string& item : items) key += item;
  return key;
}

}  // namespace

void check_same_letters(Context& context) {
  constexpr Date any_day{std::numeric_limits<std::int32_t>::max()};
  std::map<std::string, std::vector<const Letter*>> alike;
  for (const Letter& letter : context.reg.all<Letter>()) {
    if (!letter.date || letter.is_void(any_day)) continue;
    if (std::string key = contents_of(letter); !key.empty()) {
      alike[std::move(key)].push_back(&letter);
    }
  }
  const auto rank = [](const Letter* letter) {
    const auto number = LetterNumber::parse(letter->number ? *letter->number : "");
    return std::tuple(*letter->date, number ? number->serial : 0, slug(*letter));
  };
  for (auto& [key, list] : alike) {
    std::sort(list.begin(), list.end(),
              [&](const Letter* a, const Letter* b) { return rank(a) < rank(b); });
    for (std::size_t i = 1; i < list.size(); ++i) {
      const Letter& before = *list[i - 1];
      const Letter& later = *list[i];
      if (reg::may_urge_again(context.reg, before, *later.date)) continue;
      context.sink
          .add(code::same_letter, place_of(later),
               say("与“{0}”（{1}）内容相同：类型、主送、期间和事项都一样",
                   "it says the same as {0} of {1}: type, addressee, period and items",
                   before.number ? *before.number : slug(before), before.date->iso()),
               say("两份记录都保留；多发的一份在“进展”里写上 {{日期: …, 进展: 作废, 经办: …, 备注: "
                   "…}}，文号保留，其他各处不再计入",
                   "keep both records, and void one by {{date: …, what: void, by: …, note: …}} in "
                   "its 'events': it keeps its number and counts nowhere else"))
          .related.push_back(
              {place_of(before), say("内容相同的一份", "the one that says the same")});
    }
  }
}

}  // namespace zsup::rule
