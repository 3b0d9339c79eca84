#include "view/letter_words.h"

#include <algorithm>
#include <array>

#include "text/sentence.h"
#include "text/width.h"
#include "view/letter_results.h"

namespace zsup::view {

using letter::Item;
using letter::Letter;
using letter::Section;
using record::FindingSource;
using record::LetterType;
using record::OrgType;
using value::Date;

std::string chinese_date(Date date) {
  return fmt::format("{}年{}月{}日", date.year(), date.month(), date.day());
}

std::string chinese_dates(std::span<const Date> dates) {
  std::string text;
  int year = 0;
  for (const Date date : dates) {
    if (!text.empty()) text += "、";
    if (date.year() != year) text += fmt::format("{}年", date.year());
    year = date.year();
    text += fmt::format("{}月{}日", date.month(), date.day());
  }
  return text;
}

std::string chinese_number(int number) {
  constexpr std::array<std::string_view, 10> digits{"零", "一", "二", "三", "四",
                                                    "五", "六", "七", "八", "九"};
  const auto digit = [&](int value) { return digits[static_cast<std::size_t>(value)]; };
  if (number < 0 || number >= 1000) return std::to_string(number);
  std::string text;
  const int hundreds = number / 100;
  const int tens = number / 10 % 10;
  const int ones = number % 10;
  if (hundreds > 0) text.append(digit(hundreds)).append("百");
  if (tens > 1 || (tens == 1 && hundreds > 0)) text.append(digit(tens));
  if (tens > 0) text.append("十");
  if (hundreds > 0 && tens == 0 && ones > 0) text.append("零");
  if (ones > 0 || number == 0) text.append(digit(ones));
  return text;
}

std::string_view bare(std::string_view text) {
  return text::without_end(text);
}

namespace {

bool has(const Letter& letter, Section section) {
  return std::any_of(letter.items.begin(), letter.items.end(),
                     [&](const Item& item) { return item.section == section; });
}

}  // namespace

std::string_view subject_of(const Letter& letter) {
  const bool problems = has(letter, Section::finding);
  if (problems && has(letter, Section::case_)) return "巡察整改和案件查处情况";
  return problems ? "巡察整改情况" : "案件查处情况";
}

std::string title_of(const Letter& letter) {
  return fmt::format(fmt::runtime(record::about(letter.type).title),
                     fmt::arg("period", letter.period.chinese()),
                     fmt::arg("subject", subject_of(letter)));
}

std::string number_of(const Letter& letter) {
  if (letter.number) return *letter.number;
  // What a person reports bears no number unless it is given one.
  if (letter.code.empty() || letter.from) return {};
  return fmt::format("{}〔{}〕　号", letter.code, letter.date.year());
}

namespace {

// A document's title in its marks; the marks within become the inner ones.
std::string in_title_marks(std::string_view title) {
  if (title.starts_with("《")) return std::string(title);
  std::string text = "《";
  for (std::size_t at = 0; at < title.size();) {
    const std::string_view rest = title.substr(at);
    if (rest.starts_with("《") || rest.starts_with("》")) {
      text.append(rest.starts_with("《") ? "〈" : "〉");
      at += std::string_view("《").size();
    } else {
      text.push_back(title[at++]);
    }
  }
  return text.append("》");
}

}  // namespace

std::string basis_of(const Letter& letter) {
  const std::string_view basis = bare(letter.basis);
  // Figures and duties rest on the policy too; the other types on what is made for them.
  const record::Grounds grounds = *record::about(letter.type).grounds;
  if (grounds != record::Grounds::policy) {
    if (!basis.empty()) return std::string(basis);
    return grounds == record::Grounds::supervision ? "《中华人民共和国监察法》"
                                                   : "党内监督有关规定";
  }
  if (letter.policy.empty()) return std::string(basis.empty() ? "党内监督有关规定" : basis);
  const std::string policy = in_title_marks(bare(letter.policy));
  if (basis.empty()) return policy;
  if (basis.find(policy) != std::string_view::npos) return std::string(basis);
  return fmt::format("{}和{}", basis, policy);
}

std::string summary_of(const Letter& letter) {
  if (!letter.figures) return totals_of(letter);
  const letter::ReminderFigures& f = *letter.figures;
  std::string text = fmt::format("截至{}，{}{}应报送考核指标{}项，已报送{}项，未报送{}项",
                                 chinese_date(letter.as_of), letter.to.name,
                                 letter.period.chinese(), f.indicators, f.reported, f.unreported);
  if (f.overdue > 0 && f.overdue == f.unreported) {
    text += f.overdue == 1 ? "（已逾期）" : "（均已逾期）";
  } else if (f.overdue > 0) {
    text += fmt::format("（其中{}项已逾期）", f.overdue);
  }
  text += fmt::format("；已报送事项中，审核通过{}项，审核未通过{}项", f.approved, f.returned);
  if (f.under_review > 0) text += fmt::format("，待审核{}项", f.under_review);
  if (f.late > 0) text += fmt::format("，迟报{}项", f.late);
  if (f.score) text += fmt::format("；考核得分{}分（满分{}分）", *f.score, f.full);
  return text;
}

std::string_view own_name_of(const Letter& letter) {
  if (letter.issuer == nullptr || !letter.issuer->type) return "我单位";
  switch (*letter.issuer->type) {
    case OrgType::discipline_commission:
    case OrgType::supervisory_commission:
      return "我委";
    case OrgType::resident_group:
    case OrgType::inspection_team:
      return "我组";
    case OrgType::party_committee:
    case OrgType::party_group:
    case OrgType::working_committee:
    case OrgType::government:
    case OrgType::department:
    case OrgType::leading_group:
    case OrgType::enterprise:
    case OrgType::township:
    case OrgType::subdistrict:
    case OrgType::village:
      return "我单位";
  }
  return {};
}

namespace {

constexpr std::size_t line_cells = 2 * 28;  // GB/T 9704: 28 characters a line
constexpr std::size_t date_margin = 2 * 4;

std::string set_at(std::size_t cells, std::string_view text) {
  std::string line;
  for (std::size_t at = 0; at < (cells + 1) / 2; ++at) line += "　";
  return line.append(text);
}

std::size_t date_start(const Letter& letter) {
  return line_cells - date_margin - text::width(chinese_date(letter.date));
}

// What is reported upward is signed by its author.
std::string signer_of(const Letter& letter) {
  if (letter.from) {
    return letter.from->kind == record::Kind::leader ? "报告人：" + letter.from->name
                                                     : letter.from->name;
  }
  return letter.issuer == nullptr ? std::string() : std::string(letter.issuer->name.or_empty());
}

}  // namespace

std::string signature_of(const Letter& letter) {
  const std::string name = signer_of(letter);
  if (name.empty()) return {};
  const std::size_t width = text::width(name);
  const std::size_t middle = date_start(letter) + text::width(chinese_date(letter.date)) / 2;
  std::size_t start = middle > width / 2 ? middle - width / 2 : 0;
  if (start + width > line_cells) start = line_cells > width ? line_cells - width : 0;
  return set_at(start, name);
}

std::string date_line_of(const Letter& letter) {
  return set_at(date_start(letter), chinese_date(letter.date));
}

std::string due_of(const Item& item) {
  if (!item.due.empty()) return chinese_dates(item.due);
  // The calendar of the year is missing: what the rule says, instead of a day.
  const auto* duty = record::as<record::Duty>(item.record);
  return duty != nullptr && duty->due ? duty->due->chinese() : std::string();
}

std::string requirements_of(const record::Duty& duty) {
  std::vector<std::string> parts;
  const record::Requirement& needs = duty.requires_.or_empty();
  if (needs.content && *needs.content) parts.emplace_back("填报具体内容");
  if (needs.attachments && *needs.attachments > 0) {
    parts.push_back(fmt::format("附材料不少于{}份", *needs.attachments));
  }
  // 督查次数 is counted in 次, 谈话人次 in 人次; a name that tells no unit goes without one.
  constexpr std::array<std::string_view, 11> units{"次", "人", "件", "份",   "户",  "场",
                                                   "天", "篇", "项", "人次", "场次"};
  for (const record::Count& measure : needs.measures) {
    const std::string_view name = measure.name.or_empty();
    std::string_view unit;
    for (const std::string_view counted : units) {
      const bool is_pair = counted.size() > std::string_view("次").size();
      if (name.ends_with(is_pair ? std::string(counted) : std::string(counted) + "数")) {
        unit = counted;
      }
    }
    parts.push_back(fmt::format("{}不少于{}{}", name, *measure.number, unit));
  }
  std::string text;
  for (const std::string& part : parts) {
    if (!text.empty()) text += "、";
    text += part;
  }
  return text;
}

std::string group_title(const Item& item) {
  if (item.section == Section::finding && item.group.empty()) return "其他问题";
  if (item.section != Section::rectification) return item.group.empty() ? "其他" : item.group;
  if (!item.source) return "其他问题";
  switch (*item.source) {
    case FindingSource::inspection:
      return (item.group.empty() ? std::string("巡察") : item.group) + "反馈问题";
    case FindingSource::daily:
      return "日常监督发现问题";
    case FindingSource::enforcement:
      return "执纪监督发现问题";
    case FindingSource::special_check:
      return "专项检查发现问题";
    case FindingSource::petition:
      return "信访反映问题";
    case FindingSource::audit:
      return "审计发现问题";
    case FindingSource::spot_check:
      return "抽查发现问题";
    case FindingSource::self_check:
      return "自查发现问题";
    case FindingSource::superior:
      return "上级交办问题";
  }
  return "其他问题";
}

std::string statement_of(const Item& item) {
  if (item.chain) return chain_of(item);
  std::string text(bare(item.text));
  if (item.section == Section::case_) {
    const std::string result = result_of(item);
    return result.empty() ? text : text::with_single_stops(text + "。" + result);
  }
  if (item.period) text += fmt::format("（{}）", item.period->chinese());
  if (!item.suggestion.empty()) text += fmt::format("。整改建议：{}", bare(item.suggestion));
  if (!item.reason.empty()) text += fmt::format("。审核未通过原因：{}", bare(item.reason));
  return text::with_single_stops(text);
}

std::string printed_statement_of(const Item& item, LetterType type, const Printed& printed) {
  if (item.chain) return chain_of(item);
  std::string text(bare(item.text));
  if (printed.period && item.period) {
    text = item.section == Section::report ? fmt::format("{}：{}", item.period->chinese(), text)
                                           : text + fmt::format("（{}）", item.period->chinese());
  }
  if (item.section == Section::case_) {
    if (printed.reason) text += fmt::format("。{}", bare(item.reason));
    const std::string result = printed.result ? result_of(item) : std::string();
    if (!result.empty()) text += "。" + result;
    return text::with_single_stops(text);
  }
  const bool advises = record::about(type).advises;
  if (printed.suggestion) {
    text += fmt::format("。{}建议：{}", advises ? "" : "整改", bare(item.suggestion));
  }
  if (printed.reason) text += fmt::format("。未通过原因：{}", bare(item.reason));
  return text::with_single_stops(text);
}

}  // namespace zsup::view
