#include "view/letter_view.h"

#include <algorithm>
#include <array>

#include "letter/sections.h"
#include "record/kinds/duty.h"
#include "record/kinds/finding.h"
#include "view/letter_results.h"
#include "view/letter_words.h"

namespace zsup::view {

using letter::Item;
using letter::Letter;
using letter::ReminderFigures;
using record::Duty;

namespace {

std::string lead_of(const Item& item) {
  // A text that names its unit needs no second naming; nor does a unit that is written to.
  // A name so long would be looked for at every place of a long text.
  constexpr std::size_t longest_name = 256;
  const bool named =
      item.unit.size() <= longest_name && item.text.find(item.unit) != std::string::npos;
  if (item.unit.empty() || item.of_addressee || named) return {};
  return item.unit + "：";
}

std::string whom_of(const Letter& letter) {
  return letter.to.kind == record::Kind::leader ? "您" : letter.to.name;
}

std::string requirements_of_item(const Item& item) {
  const Duty* duty = record::as<Duty>(item.record);
  return duty == nullptr ? std::string() : requirements_of(*duty);
}

std::string cadence_of(const Item& item) {
  const Duty* duty = record::as<Duty>(item.record);
  if (duty == nullptr || !duty->cadence) return {};
  return std::string(record::row_of(*duty->cadence).label.zh);
}

std::string basis_of_item(const Item& item) {
  const Duty* duty = record::as<Duty>(item.record);
  return duty == nullptr ? std::string() : std::string(bare(duty->basis.or_empty()));
}

std::string counts_of(const Letter& letter) {
  std::string text = fmt::format("共{}项", letter.items.size());
  const std::vector<SectionView> sections = sections_of(letter);
  if (sections.size() < 2) return text;
  std::string_view sign = "，其中";
  for (const SectionView& section : sections) {
    text +=
        fmt::format("{}{}{}项", sign, letter::about(section.section).heading, section.items.size());
    sign = "、";
  }
  return text;
}

std::string terms_of(const Item& item) {
  std::string text = due_of(item);
  const bool again = item.due.size() > 1;
  if (again) {
    text = fmt::format("{}报送，期限分别为{}", cadence_of(item), text);
  } else if (!item.due.empty()) {
    text += "前报送";
  } else if (!text.empty()) {
    text += "报送";
  }
  const std::string needs = requirements_of_item(item);
  if (needs.empty()) return text;
  if (!text.empty()) text += "，";
  return text + (again ? "每次要求" : "要求") + needs;
}

std::string number_or_nothing(int number) {
  return number == 0 ? std::string() : chinese_number(number);
}

std::string post_of(const Letter& letter) {
  if (!letter.from) return {};
  const auto* leader = record::as<record::Leader>(letter.from->record);
  return leader == nullptr ? std::string() : std::string(leader->post.or_empty());
}

std::string copies_of(const Letter& letter) {
  std::string text;
  for (const std::string& name : letter.copies) {
    if (!text.empty()) text += "，";
    text += name;
  }
  return text;
}

std::string date_or_nothing(const std::optional<value::Date>& date) {
  return date ? chinese_date(*date) : std::string();
}

using L = Letter;
constexpr auto letter_table = std::to_array<LetterRow<L>>({
    {"issuer",
     "发文机关",
     {"发文机关的名称", "name of the issuing body"},
     [](const L& l) {
       return l.issuer == nullptr ? std::string() : std::string(l.issuer->name.or_empty());
     }},
    {"number",
     "文号",
     {"发文字号；未印发时序号留空", "the letter's number, with a blank until it is issued"},
     [](const L& l) { return number_of(l); }},
    {"type",
     "文种",
     {"文种，如函告书", "type of letter"},
     [](const L& l) { return std::string(record::row_of(l.type).label.zh); }},
    {"title", "标题", {"标题", "title"}, [](const L& l) { return title_of(l); }},
    {"to",
     "主送",
     {"主送的个人姓名或单位名称", "name of the addressee"},
     [](const L& l) { return l.to.name; }},
    {"salutation",
     "称谓",
     {"称谓，如“陈远航同志”，不含冒号；发给单位的函由其主要负责人收",
      "salutation without the colon; what goes to an org is addressed to its principal"},
     [](const L& l) { return l.to.salutation; }},
    {"whom",
     "对象",
     {"正文中怎样称对象：“您”，或单位名称", "how the text calls the addressee"},
     [](const L& l) { return whom_of(l); }},
    {"period",
     "期间",
     {"所属期间，如2018年第二季度", "the period"},
     [](const L& l) { return l.period.chinese(); }},
    {"as_of",
     "截至日期",
     {"情况截至哪一天", "the as-of date"},
     [](const L& l) { return chinese_date(l.as_of); }},
    {"date",
     "成文日期",
     {"成文日期", "date of the letter"},
     [](const L& l) { return chinese_date(l.date); }},
    {"basis",
     "依据",
     {"正文引用的依据和考核办法", "what the letter rests on"},
     [](const L& l) { return basis_of(l); }},
    {"reply_by",
     "回复期限",
     {"要求回复的日期；考核办法未规定的没有此项", "day by which a reply is due"},
     [](const L& l) { return l.reply_by ? chinese_date(*l.reply_by) : std::string(); }},
    {"we",
     "自称",
     {"发文机关的自称，如“我委”", "how the issuing body calls itself"},
     [](const L& l) { return std::string(own_name_of(l)); }},
    {"count",
     "项数",
     {"事项总数；没有事项时没有", "number of items; none when there are no items"},
     [](const L& l) { return l.items.empty() ? std::string() : std::to_string(l.items.size()); }},
    {"counts",
     "项数说明",
     {"如“共8项，其中履行责任事项5项、整改建议事项3项”", "how many items, and of which section"},
     [](const L& l) { return counts_of(l); }},
    {"summary",
     "情况",
     {"一句话列出各项数字和得分（提醒函），句末不带句号",
      "the figures and the score in one sentence (reminder)"},
     [](const L& l) { return summary_of(l); }},
    {"subject",
     "通报内容",
     {"通报什么：巡察整改情况、案件查处情况", "what a briefing or a bulletin is about"},
     [](const L& l) { return std::string(subject_of(l)); }},
    {"author",
     "报告人",
     {"向上级报告的个人或单位", "who reports upward"},
     [](const L& l) { return l.from ? l.from->name : std::string(); }},
    {"post",
     "职务",
     {"报告人的职务", "post of whoever reports upward"},
     [](const L& l) { return post_of(l); }},
    {"copies", "抄送", {"抄送单位", "who gets a copy"}, [](const L& l) { return copies_of(l); }},
    {"elsewhere",
     "另有问题数",
     {"尚未销号、按巡察整改程序办理而不列入的问题数（纪律检查建议书）",
      "open problems from inspections, which an advice does not list"},
     [](const L& l) { return l.elsewhere > 0 ? std::to_string(l.elsewhere) : std::string(); }},
    {"ordinal",
     "下一序号",
     {"列出事项的各部分之后，下一部分的序号，如“三”", "number of the section after the last"},
     [](const L& l) { return chinese_number(static_cast<int>(sections_of(l).size()) + 1); }},
    {"signature",
     "署名行",
     {"署名，按公文格式缩进", "the line of the signature, indented"},
     [](const L& l) { return signature_of(l); }},
    {"date_line",
     "日期行",
     {"成文日期，按公文格式缩进", "the line of the date, indented"},
     [](const L& l) { return date_line_of(l); }},
});

using F = ReminderFigures;
constexpr auto figures_table = std::to_array<LetterRow<F>>({
    {"indicators",
     "指标数",
     {"应报送的项数", "obligations"},
     [](const F& f) { return std::to_string(f.indicators); }},
    {"reported",
     "已报送",
     {"已报送的项数", "reported"},
     [](const F& f) { return std::to_string(f.reported); }},
    {"unreported",
     "未报送",
     {"未报送的项数", "not reported"},
     [](const F& f) { return std::to_string(f.unreported); }},
    {"overdue",
     "逾期",
     {"未报送且已逾期的项数", "of these, overdue"},
     [](const F& f) { return std::to_string(f.overdue); }},
    {"approved",
     "审核通过",
     {"审核通过的项数", "approved"},
     [](const F& f) { return std::to_string(f.approved); }},
    {"returned",
     "审核未通过",
     {"审核未通过的项数", "returned"},
     [](const F& f) { return std::to_string(f.returned); }},
    {"under_review",
     "待审核",
     {"待审核的项数", "under review"},
     [](const F& f) { return std::to_string(f.under_review); }},
    {"late",
     "迟报",
     {"迟报的项数", "reported late"},
     [](const F& f) { return std::to_string(f.late); }},
    {"score", "得分", {"得分", "score"}, [](const F& f) { return f.score.value_or(""); }},
    {"full", "满分", {"满分", "full marks"}, [](const F& f) { return f.full; }},
});

using S = SectionView;
constexpr auto section_table = std::to_array<LetterRow<S>>({
    {"ordinal",
     "次序",
     {"部分的序号，如“一”；只有一个部分时也有", "number, also of an only section"},
     [](const S& s) { return chinese_number(s.ordinal); }},
    {"number",
     "序号",
     {"部分的序号，如“一”；全函只有一个部分时没有", "number; none when it is the only section"},
     [](const S& s) { return number_or_nothing(s.number); }},
    {"count",
     "项数",
     {"本部分的项数", "number of items"},
     [](const S& s) { return std::to_string(s.items.size()); }},
});

using G = GroupView;
constexpr auto group_table = std::to_array<LetterRow<G>>({
    {"ordinal",
     "次序",
     {"分组的序号，如“一”；只有一组时也有", "number, also of an only group"},
     [](const G& g) { return chinese_number(g.ordinal); }},
    {"number",
     "序号",
     {"分组的序号，如“（一）”；只有一组时没有", "number; none when it is the only group"},
     [](const G& g) {
       return g.number == 0 ? std::string() : "（" + chinese_number(g.number) + "）";
     }},
    {"title",
     "类别",
     {"任务类别，或问题来源", "category of duties, or source of findings"},
     [](const G& g) { return group_title(g.items.front()); }},
    {"count",
     "项数",
     {"本组的项数", "number of items"},
     [](const G& g) { return std::to_string(g.items.size()); }},
    {"single",
     "仅一项",
     {"本组只有一项时才有", "there when the group has one item"},
     [](const G& g) { return std::string(g.items.size() == 1 ? "是" : ""); }},
});

using I = ItemView;
constexpr auto item_table = std::to_array<LetterRow<I>>({
    {"number",
     "序号",
     {"在本组或本部分中的序号", "number in its group or section"},
     [](const I& i) { return std::to_string(i.number); }},
    {"n",
     "总序号",
     {"在全函中的序号", "number in the letter"},
     [](const I& i) { return std::to_string(i.item->n); }},
    {"text",
     "内容",
     {"任务或问题，句末不带句号", "the task or the problem, without its full stop"},
     [](const I& i) { return std::string(bare(i.item->text)); }},
    {"unit",
     "单位",
     {"存在问题的单位", "the unit that has the problem"},
     [](const I& i) { return i.item->unit; }},
    {"lead",
     "单位冒号",
     {"单位名称加冒号；内容里已写明单位的没有",
      "the unit and a colon; none when the text names the unit"},
     [](const I& i) { return lead_of(*i.item); }},
    {"suggestion",
     "建议",
     {"整改建议", "suggestion"},
     [](const I& i) { return std::string(bare(i.item->suggestion)); }},
    {"deadline",
     "整改期限",
     {"整改期限", "day by which it must be put right"},
     [](const I& i) { return i.item->deadline ? chinese_date(*i.item->deadline) : std::string(); }},
    {"reason",
     "原因",
     {"审核未通过的原因", "why it was returned"},
     [](const I& i) { return std::string(bare(i.item->reason)); }},
    {"due",
     "报送期限",
     {"报送期限；每月报送的列出各次", "due date, or dates"},
     [](const I& i) { return due_of(*i.item); }},
    {"terms",
     "时限要求",
     {"报送期限和要求，写在一处", "due date and requirements in one"},
     [](const I& i) { return terms_of(*i.item); }},
    {"cadence",
     "频次",
     {"报送频次", "how often it is reported on"},
     [](const I& i) { return cadence_of(*i.item); }},
    {"requirements",
     "要求",
     {"报送要求", "what a report must hold"},
     [](const I& i) { return requirements_of_item(*i.item); }},
    {"days_overdue",
     "逾期天数",
     {"已逾期多少天；未逾期的没有", "days overdue; none when not overdue"},
     [](const I& i) {
       return i.item->days_overdue > 0 ? std::to_string(i.item->days_overdue) : std::string();
     }},
    {"period",
     "所属期间",
     {"与全函期间不同的所属期间，如2018年4月", "its own period, where it is not the letter's"},
     [](const I& i) { return i.item->period ? i.item->period->chinese() : std::string(); }},
    {"basis",
     "依据",
     {"任务的依据", "what the duty rests on"},
     [](const I& i) { return basis_of_item(*i.item); }},
    {"found",
     "发现日期",
     {"问题发现的日期", "when the problem was found"},
     [](const I& i) { return date_or_nothing(i.item->found); }},
    {"source",
     "来源",
     {"问题来源，如专项检查", "source of the problem"},
     [](const I& i) {
       return i.item->source ? std::string(record::row_of(*i.item->source).label.zh)
                             : std::string();
     }},
    {"progress",
     "进展",
     {"问题整改到哪一步，如“正在整改”", "how the problem stands"},
     [](const I& i) { return progress_of(*i.item); }},
    {"sums",
     "金额",
     {"涉及和追回的金额", "sums involved and recovered"},
     [](const I& i) { return sums_of(*i.item); }},
    {"result",
     "处理结果",
     {"案件中各人的责任、处理和金额", "what came of a case"},
     [](const I& i) { return result_of(*i.item); }},
    {"earlier",
     "此前文号",
     {"此前列过此问题的同类函件的文号", "number of the letter that named it before"},
     [](const I& i) { return i.item->earlier; }},
    {"measures",
     "量化数据",
     {"报告中的量化数据", "what a report counts"},
     [](const I& i) { return measures_of(*i.item); }},
    {"problems",
     "问题数",
     {"该单位本轮巡察反馈的问题数（反馈进度）", "problems of the unit in that inspection"},
     [](const I& i) {
       return i.item->chain ? std::to_string(i.item->chain->findings) : std::string();
     }},
    {"leader_briefed",
     "向分管领导反馈",
     {"向分管领导反馈的日期", "when the leader in charge was briefed"},
     [](const I& i) {
       return i.item->chain ? date_or_nothing(i.item->chain->leader_briefed) : std::string();
     }},
    {"claimed",
     "认领",
     {"全部认领的日期", "when all of them had been claimed"},
     [](const I& i) {
       return i.item->chain ? date_or_nothing(i.item->chain->claimed) : std::string();
     }},
    {"unclaimed",
     "未认领数",
     {"尚未认领的问题数", "problems not claimed"},
     [](const I& i) {
       return i.item->chain && i.item->chain->unclaimed > 0
                  ? std::to_string(i.item->chain->unclaimed)
                  : std::string();
     }},
    {"unit_briefed",
     "向单位反馈",
     {"向被巡察单位反馈的日期", "when the unit was briefed"},
     [](const I& i) {
       return i.item->chain ? date_or_nothing(i.item->chain->unit_briefed) : std::string();
     }},
    {"submitted",
     "已上报数",
     {"已上报整改情况的问题数", "problems whose rectification was submitted"},
     [](const I& i) {
       return i.item->chain ? std::to_string(i.item->chain->submitted) : std::string();
     }},
    {"closed",
     "已销号数",
     {"已销号的问题数", "problems closed"},
     [](const I& i) {
       return i.item->chain ? std::to_string(i.item->chain->closed) : std::string();
     }},
    {"published",
     "公开通报",
     {"公开通报的日期", "when the inspection was published"},
     [](const I& i) {
       return i.item->chain ? date_or_nothing(i.item->chain->published) : std::string();
     }},
    {"record",
     "记录",
     {"所依据记录的编号", "id of the record"},
     [](const I& i) {
       return i.item->record == nullptr ? std::string() : std::string(i.item->record->name());
     }},
});

template <class View, std::size_t count>
void add_rows(std::vector<TemplateVariable>& all, std::uint8_t scope,
              const std::array<LetterRow<View>, count>& rows) {
  for (const LetterRow<View>& row : rows) {
    all.push_back({scope, row.name, row.word, TemplateVariable::Shape::text, 0, row.doc});
  }
}

std::vector<TemplateVariable> all_variables() {
  using Shape = TemplateVariable::Shape;
  std::vector<TemplateVariable> all;
  add_rows(all, in_letter, letter_table);
  const auto part = [&](std::string_view name, std::string_view word, LetterScope opens,
                        diag::Words doc) {
    all.push_back({in_letter, name, word, Shape::part, opens, doc});
  };
  part("figures", "数字", in_figures, {"各项数字（提醒函）", "the figures (reminder)"});
  for (const letter::SectionRow& row : letter::section_rows) {
    part(row.id, row.word, in_section, row.doc);
  }
  add_rows(all, in_figures, figures_table);
  add_rows(all, in_section, section_table);
  all.push_back({in_section,
                 "groups",
                 "分组",
                 Shape::list,
                 in_group,
                 {"各组：按任务类别或问题来源", "groups by category or source"}});
  all.push_back({in_section,
                 "items",
                 "事项",
                 Shape::list,
                 in_item,
                 {"本部分的各项", "the items of the section"}});
  add_rows(all, in_group, group_table);
  all.push_back(
      {in_group, "items", "事项", Shape::list, in_item, {"本组的各项", "the items of the group"}});
  add_rows(all, in_item, item_table);
  return all;
}

}  // namespace

std::span<const TemplateVariable> letter_variables() {
  static const std::vector<TemplateVariable> all = all_variables();
  return all;
}

std::vector<SectionView> sections_of(const Letter& letter) {
  std::vector<SectionView> list;
  const std::span<const Item> items(letter.items);
  for (std::size_t from = 0; from < items.size();) {
    std::size_t past = from + 1;
    while (past < items.size() && items[past].section == items[from].section) ++past;
    const int number = static_cast<int>(list.size() + 1);
    list.push_back(
        {&letter, items[from].section, number, number, items.subspan(from, past - from)});
    from = past;
  }
  if (list.size() == 1) list.front().number = 0;
  return list;
}

std::vector<GroupView> groups_of(const SectionView& section) {
  std::vector<GroupView> list;
  // Only what is to be put right is headed by its source.
  const bool by_source = section.section == letter::Section::rectification;
  const auto together = [&](const Item& a, const Item& b) {
    return a.group == b.group && (!by_source || a.source == b.source);
  };
  for (std::size_t from = 0; from < section.items.size();) {
    std::size_t past = from + 1;
    while (past < section.items.size() && together(section.items[from], section.items[past])) {
      ++past;
    }
    const int number = static_cast<int>(list.size() + 1);
    list.push_back({number, number, section.items.subspan(from, past - from)});
    from = past;
  }
  if (list.size() == 1) list.front().number = 0;
  return list;
}

namespace {

bool is_named(const Used* used, LetterScope scope, std::string_view name) {
  return used == nullptr || std::any_of(used->begin(), used->end(), [&](const auto* variable) {
           return variable->scope == scope && variable->name == name;
         });
}

template <class View, std::size_t count>
std::vector<const LetterRow<View>*> named_rows(const std::array<LetterRow<View>, count>& rows,
                                               LetterScope scope, const Used* used) {
  std::vector<const LetterRow<View>*> list;
  for (const LetterRow<View>& row : rows) {
    if (is_named(used, scope, row.name)) list.push_back(&row);
  }
  return list;
}

template <class View>
Object<Named> values_of(const std::vector<const LetterRow<View>*>& rows, const View& view) {
  Object<Named> object;
  for (const LetterRow<View>* row : rows) {
    std::string text = row->get(view);
    object.push_back(
        {row->name, {text.empty() ? Cell<Named>() : Cell<Named>(Named(std::move(text)))}});
  }
  return object;
}

}  // namespace

struct Variables::Inside {
  explicit Inside(const Used* used)
      : letter(named_rows(letter_table, in_letter, used)),
        figures(named_rows(figures_table, in_figures, used)),
        section(named_rows(section_table, in_section, used)),
        group(named_rows(group_table, in_group, used)),
        item(named_rows(item_table, in_item, used)),
        groups(is_named(used, in_section, "groups")),
        items(is_named(used, in_section, "items")),
        items_of_groups(is_named(used, in_group, "items")) {}

  List<Named> read(std::span<const Item> all) const {
    List<Named> list;
    list.reserve(all.size());
    int number = 0;
    for (const Item& one : all) list.push_back({values_of(item, ItemView{&one, ++number})});
    return list;
  }

  Node<Named> read(const SectionView& view) const {
    Object<Named> object = values_of(section, view);
    if (groups) {
      List<Named> list;
      for (const GroupView& one : groups_of(view)) {
        Object<Named> inner = values_of(group, one);
        if (items_of_groups) inner.push_back({std::string_view("items"), {read(one.items)}});
        list.push_back({std::move(inner)});
      }
      object.push_back({std::string_view("groups"), {std::move(list)}});
    }
    if (items) object.push_back({std::string_view("items"), {read(view.items)}});
    return {std::move(object)};
  }

  Node<Named> read(const Letter& view) const {
    Object<Named> object = values_of(letter, view);
    object.push_back(
        {std::string_view("figures"),
         view.figures ? Node<Named>{values_of(figures, *view.figures)} : Node<Named>{}});
    const std::vector<SectionView> sections = sections_of(view);
    for (const letter::SectionRow& row : letter::section_rows) {
      // Of two runs of one section the last counts.
      const auto found = std::find_if(sections.rbegin(), sections.rend(),
                                      [&](const auto& one) { return one.section == row.section; });
      object.push_back({row.id, found == sections.rend() ? Node<Named>{} : read(*found)});
    }
    return {std::move(object)};
  }

  std::vector<const LetterRow<Letter>*> letter;
  std::vector<const LetterRow<ReminderFigures>*> figures;
  std::vector<const LetterRow<SectionView>*> section;
  std::vector<const LetterRow<GroupView>*> group;
  std::vector<const LetterRow<ItemView>*> item;
  bool groups;
  bool items;
  bool items_of_groups;
};

Variables::Variables(const Used* used) : inside_(std::make_unique<Inside>(used)) {}
Variables::~Variables() = default;
Variables::Variables(Variables&&) noexcept = default;
Variables& Variables::operator=(Variables&&) noexcept = default;

Node<Named> Variables::read(const Letter& letter) const {
  return inside_->read(letter);
}

}  // namespace zsup::view
