#include "view/letters.h"

#include <algorithm>

#include "letter/sections.h"
#include "record/kinds/leader.h"
#include "record/kinds/org.h"
#include "view/common.h"
#include "view/letter_words.h"

namespace zsup::view {

using letter::Item;
using letter::Letter;

template <>
struct Ids<letter::Section> {
  static std::string_view of(letter::Section section) { return letter::about(section).id; }
  static std::vector<std::string_view> all() {
    std::vector<std::string_view> ids;
    for (const letter::SectionRow& row : letter::section_rows) ids.push_back(row.id);
    return ids;
  }
};

namespace {

OrLeftOut<Named> text_or_left_out(const std::string& text) {
  return {some(text)};
}
template <class R>
OrLeftOut<R> or_left_out(const std::optional<R>& value) {
  return {value};
}

// Letters are written one by one. What the tree of an ordinary one takes is gone before the next;
// that of one with very many items, and of its variables, is as large as all there is.
void spend_for_many(In& in, std::size_t items) {
  constexpr std::size_t many = 10'000;
  constexpr std::size_t tree_of_an_item = 8192;
  if (items > many) in.spend(items * tree_of_an_item);
}

constexpr auto person_members = std::to_array<Member<letter::Person>>({
    member("name", {"姓名", "the name"}, [](const letter::Person& p) { return Named(p.name); }),
    member("org", {"单位", "the unit"},
           [](const letter::Person& p) { return text_or_left_out(p.org); }),
    member("responsibility", {"责任", "the responsibility"},
           [](const letter::Person& p) { return or_left_out(p.responsibility); }),
    member("measure", {"处理", "the measure"},
           [](const letter::Person& p) { return or_left_out(p.measure); }),
    member("date", {"处理的日期", "its date"},
           [](const letter::Person& p) { return or_left_out(p.date); }),
});

constexpr auto chain_members = std::to_array<Member<letter::Chain>>({
    member("leader_briefed", {"向分管领导反馈的日期", "when the leader in charge was briefed"},
           [](const letter::Chain& c) { return c.leader_briefed; }),
    member("claimed", {"全部认领的日期", "when all of them had been claimed"},
           [](const letter::Chain& c) { return c.claimed; }),
    member("unit_briefed", {"向被巡察单位反馈的日期", "when the unit was briefed"},
           [](const letter::Chain& c) { return c.unit_briefed; }),
    member("published", {"公开通报的日期", "when the inspection was published"},
           [](const letter::Chain& c) { return c.published; }),
    member("findings", {"反馈的问题数", "problems of the unit in that inspection"},
           [](const letter::Chain& c) { return c.findings; }),
    member("unclaimed", {"尚未认领的", "problems not claimed"},
           [](const letter::Chain& c) { return c.unclaimed; }),
    member("submitted", {"已上报整改情况的", "problems whose rectification was submitted"},
           [](const letter::Chain& c) { return c.submitted; }),
    member("closed", {"已销号的", "problems closed"},
           [](const letter::Chain& c) { return c.closed; }),
});

struct Attention {
  const letter::Addressee* addressee;
};
constexpr auto attention_members = std::to_array<Member<Attention>>({
    member(
        "id", {"编号", "the leader's id"},
        [](const Attention& a) { return Id<Named>{a.addressee->attention->id.or_empty().text}; }),
    member("name", {"姓名", "the leader's name"},
           [](const Attention& a) { return Named(a.addressee->attention_name); }),
});

constexpr auto addressee_members = std::to_array<Member<letter::Addressee>>({
    member("kind", {"leader 或 org", "leader or org"},
           [](const letter::Addressee& a) { return a.kind; }),
    member("id", {"编号", "its id"}, [](const letter::Addressee& a) { return Id<Named>{a.id}; }),
    member("name", {"名称", "its name"}, [](const letter::Addressee& a) { return Named(a.name); }),
    left_out_unless(
        inner<attention_members>(
            "attention",
            {"发给单位的函由谁收", "the principal who receives what is written to an org"},
            [](const letter::Addressee& a) { return Attention{&a}; }),
        [](const letter::Addressee& a) { return a.attention != nullptr; }),
});

Node<Named> measures_of_item(const Item& item) {
  Object<Named> measures;
  for (const auto& [name, number] : item.measures) {
    measures.push_back({Named(name), {Cell<Named>(number)}});
  }
  return {std::move(measures)};
}

constexpr auto item_members = std::to_array<Member<Item>>({
    member("n", {"在全函中的序号", "its number in the letter"}, [](const Item& i) { return i.n; }),
    member("section", {"在哪一部分", "the section"}, [](const Item& i) { return i.section; }),
    member("text", {"用一句话说", "the item in a sentence"},
           [](const Item& i) { return Named(statement_of(i)); }),
    member("record",
           {"所依据的记录；没有的为 null", "the record that it rests on; null where there is none"},
           [](const Item& i) {
             return i.record == nullptr ? std::nullopt : std::optional(Id<Named>{i.record->name()});
           }),
    member("unit", {"存在问题的单位", "the unit that has the problem"},
           [](const Item& i) { return text_or_left_out(i.unit); }),
    member("suggestion", {"整改建议", "what should be done about it"},
           [](const Item& i) { return text_or_left_out(i.suggestion); }),
    member("reason", {"退回的原因", "why it was returned"},
           [](const Item& i) { return text_or_left_out(i.reason); }),
    member("deadline", {"整改期限", "by when it must be put right"},
           [](const Item& i) { return or_left_out(i.deadline); }),
    left_out_unless(member("due", {"各次报送的期限", "the due dates"},
                           [](const Item& i) { return Plain<value::Date>{i.due}; }),
                    [](const Item& i) { return !i.due.empty(); }),
    left_out_unless(member("days_overdue", {"逾期几天", "days overdue"},
                           [](const Item& i) { return i.days_overdue; }),
                    [](const Item& i) { return i.days_overdue > 0; }),
    left_out_unless(
        member("group", {"在哪个标题下", "the heading that it stands under"},
               [](const Item& i) { return Named(i.group); }),
        [](const Item& i) { return letter::about(i.section).shows_group && !i.group.empty(); }),
    left_out_unless(member("state", {"问题整改到哪一步", "how the problem stands"},
                           [](const Item& i) {
                             return Word{reg::id_of(*i.state), {}};
                           }),
                    [](const Item& i) { return i.state.has_value(); }),
    member("found", {"发现日期", "when the problem was found"},
           [](const Item& i) { return or_left_out(i.found); }),
    member("earlier", {"此前列过它的函件的文号", "the number of the letter that named it before"},
           [](const Item& i) { return text_or_left_out(i.earlier); }),
    member("filed", {"立案日期", "when the case was filed"},
           [](const Item& i) { return or_left_out(i.filed); }),
    left_out_unless(list_of<person_members>(
                        "persons", {"案件中受处理的人", "the persons of a case"},
                        [](const Item& i) -> const auto& { return i.persons; }),
                    [](const Item& i) { return !i.persons.empty(); }),
    member("amount", {"涉及金额", "the sum involved"},
           [](const Item& i) { return or_left_out(i.amount); }),
    member("recovered", {"追回金额", "the sum recovered"},
           [](const Item& i) { return or_left_out(i.recovered); }),
    left_out_unless(
        inner<chain_members>("chain", {"一个单位的反馈和整改进度", "the feedback of one unit"},
                             [](const Item& i) { return &*i.chain; }),
        [](const Item& i) { return i.chain.has_value(); }),
    left_out_unless(
        fields_member("measures",
                      {"报告中的量化数据，以其名称为键", "what a report counts, by its names"},
                      [](const Item& i) { return measures_of_item(i); }),
        [](const Item& i) { return !i.measures.empty(); }),
});

constexpr auto figures_members = std::to_array<Member<letter::ReminderFigures>>({
    member("indicators", {"应报送的任务数", "how many reports are owed"},
           [](const letter::ReminderFigures& f) { return f.indicators; }),
    member("reported", {"已报送", "reported"},
           [](const letter::ReminderFigures& f) { return f.reported; }),
    member("unreported", {"未报送，逾期与否", "not reported, due or not"},
           [](const letter::ReminderFigures& f) { return f.unreported; }),
    member("overdue", {"未报送中已逾期的", "of those not reported, overdue"},
           [](const letter::ReminderFigures& f) { return f.overdue; }),
    member("approved", {"审核通过", "approved"},
           [](const letter::ReminderFigures& f) { return f.approved; }),
    member("returned", {"审核未通过", "returned"},
           [](const letter::ReminderFigures& f) { return f.returned; }),
    member("under_review", {"待审核", "not reviewed yet"},
           [](const letter::ReminderFigures& f) { return f.under_review; }),
    member("late", {"迟报", "first reported late"},
           [](const letter::ReminderFigures& f) { return f.late; }),
    member("score", {"得分", "the score"},
           [](const letter::ReminderFigures& f) {
             return f.score ? std::optional(Points{*f.score}) : std::nullopt;
           }),
    member("full", {"满分", "full marks"},
           [](const letter::ReminderFigures& f) {
             return f.full.empty() ? std::nullopt : std::optional(Points{f.full});
           }),
});

struct OfBatch {
  const Letter* letter;
  record::Mask mask;
};

constexpr auto letter_members = std::to_array<Member<OfBatch>>({
    member("type", {"文种", "the type"}, [](const OfBatch& one) { return one.letter->type; }),
    inner<addressee_members>("to",
                             {"主送；没有的为 null", "the addressee; null where there is none"},
                             [](const OfBatch& one) {
                               return one.letter->to.record == nullptr ? nullptr : &one.letter->to;
                             }),
    member("period", {"所属期间", "the period"},
           [](const OfBatch& one) { return one.letter->period; }),
    member("as_of", {"情况截至哪一天", "the as-of date"},
           [](const OfBatch& one) { return one.letter->as_of; }),
    member("number", {"文号；未印发的为 null", "the number; null before it is issued"},
           [](const OfBatch& one) {
             return one.letter->number ? std::optional(Named(*one.letter->number)) : std::nullopt;
           }),
    member("date", {"成文日期", "the date of the letter"},
           [](const OfBatch& one) { return one.letter->date; }),
    member("issuer", {"发文机关的编号", "the id of the issuing body"},
           [](const OfBatch& one) {
             return one.letter->issuer == nullptr
                        ? std::nullopt
                        : std::optional(Id<Named>{one.letter->issuer->id.or_empty().text});
           }),
    member("basis", {"考核办法为此文种规定的依据", "what the policy cites for the type"},
           [](const OfBatch& one) { return some(one.letter->basis); }),
    member("reply_by", {"回复期限", "by when a reply is due"},
           [](const OfBatch& one) { return one.letter->reply_by; }),
    member(
        "draft",
        {"登记册有错误，函件是草稿，不得印发", "the register has errors: this must not be issued"},
        [](const OfBatch& one) { return one.letter->draft; }),
    member("mask", {"怎样隐去姓名", "how names are hidden"},
           [](const OfBatch& one) { return one.mask; }),
    member("digest",
           {"已印发的函件正文的 SHA-256", "of an issued letter, the SHA-256 of its Markdown"},
           [](const OfBatch& one) {
             return OrLeftOut(one.letter->digest.empty()
                                  ? std::nullopt
                                  : std::optional(Word{one.letter->digest, {}}));
           }),
    left_out_unless(
        inner<addressee_members>("from", {"向上级报告的个人或单位", "who reports upward"},
                                 [](const OfBatch& one) { return &*one.letter->from; }),
        [](const OfBatch& one) { return one.letter->from.has_value(); }),
    left_out_unless(member("copies", {"抄送单位的名称", "the names of those who get a copy"},
                           [](const OfBatch& one) {
                             Plain<Named> names;
                             for (const std::string& name : one.letter->copies) {
                               names.values.emplace_back(name);
                             }
                             return names;
                           }),
                    [](const OfBatch& one) { return !one.letter->copies.empty(); }),
    left_out_unless(member("inspection_findings_elsewhere",
                           {"尚未销号、按巡察整改程序办理而不列入的问题数",
                            "open problems from inspections, which an advice does not list"},
                           [](const OfBatch& one) { return one.letter->elsewhere; }),
                    [](const OfBatch& one) { return one.letter->elsewhere > 0; }),
    left_out_unless(
        inner<figures_members>("figures", {"各项数字（提醒函）", "the figures (reminder)"},
                               [](const OfBatch& one) { return &*one.letter->figures; }),
        [](const OfBatch& one) { return one.letter->figures.has_value(); }),
    list_of<item_members>(
        "items", {"事项", "the items"}, [](const OfBatch& one, In& in) -> const auto& {
          spend_for_many(in, one.letter->items.size());
          return one.letter->items;
        }),
});

std::size_t count_of(const Letter& letter, std::string_view section) {
  return static_cast<std::size_t>(
      std::count_if(letter.items.begin(), letter.items.end(),
                    [&](const Item& item) { return letter::about(item.section).id == section; }));
}

Named post_of(const Letter& letter) {
  const auto* leader = record::as<record::Leader>(letter.subject().record);
  return leader == nullptr ? std::string_view() : leader->post.or_empty();
}

}  // namespace

Node<Named> letter_node(const Letter& letter, record::Mask mask, In& in) {
  return object(Members<OfBatch>(letter_members), OfBatch{&letter, mask}, in);
}

std::vector<Described> letters_keys() {
  Described letters{"letters", {"函件", "the letters"}, Sort::object};
  letters.list = true;
  letters.inside = [] {
    std::vector<Described> keys = described<OfBatch>(letter_members);
    Described variables{"variables",
                        {"模板中可用的全部名称和内容，见函件模板一页；没有内容的为 null",
                         "what a template may name, with its value: see the page of templates; "
                         "null where there is none"},
                        Sort::object};
    variables.own_keys = true;
    variables.inside = [] { return std::vector<Described>{{{}, {}, Sort::any}}; };
    keys.push_back(variables);
    return keys;
  };
  return {{"version", {"格式的版本", "the version of the format"}, Sort::integer},
          letters,
          {"items_total", {"各函事项的总数", "the items of all letters"}, Sort::integer}};
}

std::vector<Column> index_columns(std::span<const Letter> letters) {
  std::vector<Column> columns{{"", {"序号", "no."}, Align::right},
                              {"", {"主送", "to"}},
                              {"", {"职务", "post"}},
                              {"number", {"文号", "number"}},
                              {"", {"事项数", "items"}, Align::right}};
  std::vector<Column> shown;
  for (const letter::SectionRow& row : letter::section_rows) {
    if (std::any_of(letters.begin(), letters.end(),
                    [&](const Letter& letter) { return count_of(letter, row.id) > 0; })) {
      shown.push_back({row.id, row.column, Align::right});
    }
  }
  if (shown.size() > 1) columns.insert(columns.end(), shown.begin(), shown.end());
  columns.push_back({"reply_by", {"回复期限", "reply by"}});
  columns.push_back({"file", {"文件", "file"}});
  return columns;
}

Row<Named> index_row(const Letter& letter, std::size_t number, std::span<const Column> columns,
                     const std::string& file) {
  constexpr std::size_t before = 5;  // columns in front of those of the sections
  constexpr std::size_t behind = 2;
  Row<Named> row{{static_cast<std::int64_t>(number), Named(letter.subject().name), post_of(letter),
                  Named(letter.number.value_or("")),
                  static_cast<std::int64_t>(letter.items.size())}};
  for (const Column& column : columns.subspan(before, columns.size() - before - behind)) {
    row.cells.push_back(static_cast<std::int64_t>(count_of(letter, column.key)));
  }
  row.cells.push_back(letter.reply_by ? Cell<Named>(*letter.reply_by) : Cell<Named>(Named()));
  row.cells.push_back(Named(file));
  return row;
}

}  // namespace zsup::view
