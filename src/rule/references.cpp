// ZS20x, ZS21x: records that must fit together as a register.
#include <fmt/format.h>

#include <algorithm>
#include <limits>
#include <map>
#include <optional>
#include <set>
#include <span>
#include <unordered_map>
#include <utility>

#include "diag/brief.h"
#include "record/kinds/action.h"
#include "record/kinds/case.h"
#include "record/kinds/draw.h"
#include "record/kinds/duty.h"
#include "record/kinds/finding.h"
#include "record/kinds/inspection.h"
#include "record/kinds/letter.h"
#include "register/filings.h"
#include "register/findings.h"
#include "register/suggest_id.h"
#include "rule/families.h"
#include "text/edit_distance.h"
#include "text/pinyin.h"

namespace zsup::rule {

using diag::brief;
using diag::say;
using record::Given;
using record::Leader;
using record::Org;
using record::Policy;
using record::Record;
using value::Date;
namespace code = diag::code;

void check_org_cycles(Context& context) {
  // An org below a cycle is not on it: only those that meet themselves on the way up are. Every org
  // is walked over once: a walk that runs into an earlier one has nothing new to tell.
  const auto& list = context.reg.tree.cyclic();
  std::unordered_map<const Org*, std::size_t> rank;  // in the order of files
  for (const Org* org : list) rank.emplace(org, rank.size());
  std::unordered_map<const Org*, const Org*> walked_from;
  for (const Org* start : list) {
    const Org* at = start;
    while (at != nullptr && walked_from.emplace(at, start).second) at = reg::parent_of(*at);
    if (at == nullptr || walked_from.at(at) != start) continue;
    std::vector<const Org*> cycle;
    for (const Org* next = at; cycle.empty() || next != at; next = reg::parent_of(*next)) {
      cycle.push_back(next);
    }
    // Told once, at the org of the cycle that comes first in the register.
    const Org* head =
        *std::min_element(cycle.begin(), cycle.end(),
                          [&](const Org* a, const Org* b) { return rank.at(a) < rank.at(b); });
    if (cycle.size() == 1) {
      context.sink.add(code::org_cycle, head->place(head->parent.span),
                       say("组织“{}”以自己为上级", "the org '{}' is its own parent", slug(*head)),
                       say("填写它真正的上级；没有上级就删去这一行",
                           "give the org above it, or remove the line"));
      continue;
    }
    diag::Diagnostic& found = context.sink.add(
        code::org_cycle, head->place(head->parent.span),
        say("{} 个组织的上级关系成环", "the parents of {} orgs run in a circle", cycle.size()),
        say("改正其中一个组织的上级", "mend the parent of one of them"));
    const auto from = std::find(cycle.begin(), cycle.end(), head);
    constexpr std::size_t most = 5;
    for (std::size_t i = 1; i < cycle.size() && i <= most; ++i) {
      const Org* org = cycle[(static_cast<std::size_t>(from - cycle.begin()) + i) % cycle.size()];
      found.related.push_back(
          {org->place(org->parent.span), say("“{}”的上级", "the parent of '{}'", slug(*org))});
    }
  }
}

namespace {

// What entries of portfolios that name nothing were meant as: an org's name instead of its id,
// several in one, or one letter off.
class Charges {
 public:
  Charges(const reg::Register& reg, std::span<const std::string_view> lines)
      : reg_(reg), lines_(lines), names_(reg) {}

  // Whether it has been told as such.
  bool meant_otherwise(diag::Sink& sink, const Leader& leader,
                       const Given<record::Charge>& charge) {
    const std::string_view text = charge->text;
    const text::Place place = leader.place(charge.span);
    const std::string_view written = reg_.bytes_at(place);
    const auto tell = [&](diag::Text help, std::string better) {
      if (sink.only_counts(code::unknown_line, place)) return true;
      diag::Diagnostic& found =
          sink.add(code::unknown_line, place,
                   say("没有“{}”这个组织或工作条线", "there is no org and no line of work '{}'",
                       brief(text)),
                   std::move(help));
      if (!better.empty() && written == text) found.fix.push_back({place, std::move(better)});
      return true;
    };
    const auto ids = names_.called(text, orgs);
    if (!ids.empty()) {
      return tell(names_.name_for_id(text, orgs), ids.size() == 1 ? std::string(ids[0]) : "");
    }
    const std::vector<std::string> parts = known_parts(text);
    if (!parts.empty()) {
      std::string list;
      for (const std::string& part : parts) list += (list.empty() ? "" : ", ") + part;
      // In brackets commas part the items; on lines of their own each needs a dash.
      const std::string_view bytes = reg_.sources[place.source].bytes;
      std::size_t before = place.span.begin;
      while (before > 0 && bytes[before - 1] == ' ') --before;
      const bool in_brackets = before > 0 && (bytes[before - 1] == '[' || bytes[before - 1] == ',');
      return tell(say("这里有 {0} 项，分开写：{1}", "there are {0} entries here: write {1}",
                      parts.size(), list),
                  in_brackets ? list : "");
    }
    if (const auto near = slip(text)) {
      return tell(say("是不是“{}”？", "did you mean '{}'?", *near), "");
    }
    return false;
  }

 private:
  static constexpr record::KindSet orgs = record::kinds({record::Kind::org});

  // The ids and lines that a text is made of, where all of its parts are some.
  std::vector<std::string> known_parts(std::string_view text) {
    std::vector<std::string> parts;
    std::string part;
    const auto close = [&] {
      if (part.empty()) return true;
      const auto ids = names_.called(part, orgs);
      const Record* org = reg_.find(part);
      const bool known = (org != nullptr && org->kind == record::Kind::org) ||
                         std::binary_search(lines_.begin(), lines_.end(), part);
      constexpr std::size_t most = 64;
      if ((!known && ids.size() != 1) || parts.size() == most) return false;
      parts.push_back(known ? part : std::string(ids[0]));
      part.clear();
      return true;
    };
    constexpr std::string_view signs[] = {"、", "；", "，", "　", ";", ",", " ", "/", "\n"};
    for (std::size_t at = 0; at < text.size();) {
      const auto* sign =
          std::find_if(std::begin(signs), std::end(signs),
                       [&](std::string_view one) { return text.substr(at).starts_with(one); });
      if (sign == std::end(signs)) {
        part += text[at++];
        continue;
      }
      if (!close()) return {};
      at += sign->size();
    }
    if (!close() || parts.size() < 2) return {};
    return parts;
  }

  // Two characters with one that differs are two words as well as one (农业, 林业).
  std::optional<std::string_view> slip(std::string_view text) {
    constexpr std::size_t least = 3 * 3;  // bytes of three Chinese characters
    // So many have one cause, which no suggestion tells.
    constexpr std::size_t most = 50;
    if (text.size() < least || ++looked_up_ > most) return std::nullopt;
    if (!suggester_) {
      std::vector<std::string_view> words;
      for (const Org& org : reg_.all<Org>()) {
        if (org.id) words.push_back(slug(org));
        if (org.name) words.push_back(*org.name);
      }
      suggester_.emplace(words);
    }
    return suggester_->nearest(text);
  }

  const reg::Register& reg_;
  std::span<const std::string_view> lines_;
  reg::IdSuggester names_;
  std::optional<text::Suggester> suggester_;
  std::size_t looked_up_ = 0;
};

struct Unnamed {
  text::Place place;
  std::string_view word;
};

// Once, however many there are: that nobody has listed the lines of work is one matter.
void tell_of_unnamed(std::span<const Unnamed> unnamed, diag::Sink& sink) {
  constexpr std::size_t most_shown = 5;
  if (unnamed.empty()) return;
  const std::string word = brief(unnamed.front().word);
  diag::Diagnostic& found = sink.add(
      code::line_named_nowhere, unnamed.front().place,
      unnamed.size() == 1
          ? say("“{}”不是组织的编号，也没有问题写明这个条线",
                "'{}' is the id of no org, and no finding names it as its line of work", word)
          : say("“{0}”等 {1} 处不是组织的编号，也没有问题写明这些条线",
                "'{0}' and others, at {1} places, are ids of no org, and no finding names them as "
                "its line of work",
                word, unnamed.size()),
      say("是组织就写它的编号；是工作条线，就在考核办法的“工作条线”中列出",
          "if it is an org write its id; if it is a line of work list it under 'lines' of the "
          "policy"));
  for (const Unnamed& other : unnamed.subspan(1).first(std::min(most_shown, unnamed.size() - 1))) {
    found.related.push_back({other.place, say("“{}”也是", "so is '{}'", brief(other.word))});
  }
}

// The lines of findings, where no policy lists any: somebody should be in charge of each.
void check_lines_answered(Context& context) {
  std::vector<std::string_view> held;
  for (const Leader& leader : context.reg.all<Leader>()) {
    for (const auto& charge : leader.portfolio) {
      if (charge && charge->org == nullptr) held.push_back(charge->text);
    }
  }
  std::sort(held.begin(), held.end());
  held.erase(std::unique(held.begin(), held.end()), held.end());
  // What is meant by a slip: a line that somebody has, or else one that several findings name.
  std::map<std::string_view, std::size_t> named;
  for (const record::Finding& finding : context.reg.all<record::Finding>()) {
    if (finding.line) ++named[*finding.line];
  }
  std::vector<std::string_view> usual = held;
  for (const auto& [line, times] : named) {
    if (times > 1) usual.push_back(line);
  }
  const text::Suggester suggester(usual);
  for (const record::Finding* finding : context.reg.as_filed<record::Finding>()) {
    if (!finding->line) continue;
    const std::string_view line = *finding->line;
    const text::Place place = finding->place(finding->line.span);
    if (std::binary_search(held.begin(), held.end(), line) ||
        context.sink.only_counts(code::line_of_nobody, place)) {
      continue;
    }
    diag::Diagnostic& found = context.sink.add(
        code::line_of_nobody, place,
        say("没有领导干部分管“{}”这个条线", "'{}' is in the portfolio of no leader", brief(line)),
        say("写进分管这个条线的领导干部的“分管”，或在考核办法的“工作条线”中列出",
            "add it to the 'portfolio' of the leader in charge, or list it under 'lines' of the "
            "policy"));
    if (named[line] > 1) continue;
    if (const auto near = suggester.nearest(line)) {
      found.help = say("是不是“{}”？", "did you mean '{}'?", brief(*near));
    }
  }
}

}  // namespace

void check_lines(Context& context) {
  std::vector<std::string_view> lines;
  const Policy* source = nullptr;
  for (const Policy& policy : context.reg.all<Policy>()) {
    for (const auto& line : policy.lines) {
      lines.push_back(line.or_empty());
      source = &policy;
    }
  }
  if (context.reg.partial) return;
  const bool listed = !lines.empty();
  // Where no policy lists them, a line is one that a finding names.
  if (!listed) {
    for (const record::Finding& finding : context.reg.all<record::Finding>()) {
      if (finding.line) lines.push_back(*finding.line);
    }
  }
  std::sort(lines.begin(), lines.end());
  lines.erase(std::unique(lines.begin(), lines.end()), lines.end());
  const text::Suggester suggester(lines);
  // Records of which not even the kind could be read: that much has been told.
  std::set<std::string_view> ghosts;
  for (const record::Ghost& ghost : context.reg.ghosts) ghosts.insert(ghost.id.or_empty().text);
  const auto check = [&](const Record& record, text::Span span, std::string_view line) {
    if (std::binary_search(lines.begin(), lines.end(), line)) return;
    if (context.sink.only_counts(code::unknown_line, record.place(span))) return;
    diag::Diagnostic& found = context.sink.add(
        code::unknown_line, record.place(span),
        say("没有“{}”这个组织或工作条线", "there is no org and no line of work '{}'", brief(line)));
    if (const auto near = suggester.nearest(line)) {
      found.help = say("是不是“{}”？", "did you mean '{}'?", *near);
    } else {
      found.help =
          say("工作条线列在考核办法“{}”的“工作条线”中",
              "the lines of work are listed under 'lines' of the policy '{}'", slug(*source));
    }
  };
  Charges charges(context.reg, lines);
  std::vector<Unnamed> unnamed;
  for (const Leader* filed : context.reg.as_filed<Leader>()) {
    const Leader& leader = *filed;
    for (const auto& charge : leader.portfolio) {
      if (!charge) continue;
      const bool ascii = std::all_of(charge->text.begin(), charge->text.end(), [](char c) {
        return (static_cast<unsigned char>(c) & 0x80) == 0;
      });
      // What looks like an id has been reported as a reference that leads nowhere.
      if (charge && charge->org == nullptr && !ascii && !ghosts.contains(charge->text) &&
          context.reg.find(charge->text) == nullptr &&
          !std::binary_search(lines.begin(), lines.end(), charge->text)) {
        if (charges.meant_otherwise(context.sink, leader, charge)) continue;
        if (listed) {
          check(leader, charge.span, charge->text);
        } else {
          unnamed.push_back({leader.place(charge.span), charge->text});
        }
      }
    }
  }
  tell_of_unnamed(unnamed, context.sink);
  if (listed) {
    for (const record::Finding* finding : context.reg.as_filed<record::Finding>()) {
      if (finding->line) check(*finding, finding->line.span, *finding->line);
    }
  } else {
    check_lines_answered(context);
  }
}

void check_settings(Context& context) {
  for (const record::Setting& setting : context.reg.config.severity) {
    if (!setting.code) continue;
    const diag::RuleInfo* rule = info(setting.code.or_empty());
    if (rule == nullptr) {
      tell_unknown_rule(context.sink, {0, setting.code.span}, setting.code.or_empty());
    } else if (rule->firm && setting.level &&
               static_cast<diag::Severity>(*setting.level) < rule->severity) {
      context.sink.add(code::firm_rule, {0, setting.level.span},
                       say("{}（{}）的级别不能降低", "{} ({}) cannot be lowered", rule->code.name(),
                           rule->summary),
                       say("删去这一项；读不出来的内容不能当作没有",
                           "remove it: what cannot be read must not pass for what is not there"));
    }
  }
}

void check_names(Context& context) {
  // Two records may be one person's posts of different years; at one time they are two people, or a
  // mistake.
  std::map<std::pair<const Record*, std::string_view>, std::vector<const Leader*>> known;
  for (const Leader& leader : context.reg.all<Leader>()) {
    const Record* org = leader.org.target();
    if (org == nullptr || !leader.name || leader.from.unreadable() || leader.until.unreadable()) {
      continue;
    }
    std::vector<const Leader*>& same = known[{org, leader.name.or_empty()}];
    const auto at_once = std::find_if(same.begin(), same.end(), [&](const Leader* other) {
      return (!other->until || !leader.from || *leader.from <= *other->until) &&
             (!leader.until || !other->from || *other->from <= *leader.until);
    });
    if (at_once != same.end() &&
        !context.sink.only_counts(code::name_twice, leader.place(leader.name.span))) {
      context.sink
          .add(
              code::name_twice, leader.place(leader.name.span),
              say("“{0}”在“{1}”已有一条记录“{2}”", "'{1}' has a record of '{0}' already: '{2}'",
                  brief(leader.name.or_empty()), slug(*org), slug(**at_once)),
              say("是同一人就只留一条，先后任职的写明任职和离任日期；确是同名的两人，照实保留",
                  "keep one record a person, with dates where the posts follow each other; if they "
                  "are two people of one name, keep both"))
          .related.push_back(
              {(*at_once)->place((*at_once)->name.span), say("另一条在这里", "the other one")});
    }
    if (same.size() < 16) same.push_back(&leader);
  }
}

void check_readings(Context& context) {
  for (const Leader* filed : context.reg.as_filed<Leader>()) {
    const Leader& leader = *filed;
    if (!leader.name || !leader.reading) continue;
    const text::ReadingCheck read =
        text::check_reading(leader.name.or_empty(), leader.reading.or_empty());
    if (read.flaw == text::ReadingFlaw::none) continue;
    const text::Place place = leader.place(leader.reading.span);
    if (context.sink.only_counts(code::reading_does_not_fit, place)) continue;
    if (read.flaw == text::ReadingFlaw::count) {
      context.sink.add(code::reading_does_not_fit, place,
                       say("拼音有 {0} 个音节，姓名“{1}”有 {2} 个字",
                           "the reading has {0} syllables, and the name {1} has {2} characters",
                           read.syllables.size(), brief(leader.name.or_empty()), read.characters),
                       say("每个字写一个音节，用空格隔开；名单按它排列",
                           "write a syllable for each character, with spaces between them: lists "
                           "follow it"));
    } else {
      context.sink.add(
          code::reading_does_not_fit, place,
          say("“{0}”不读 {1}", "{0} is not read {1}", read.surname, brief(read.syllables.front())),
          say("“{0}”读 {1}；名单按拼音排列，写错就排到别处",
              "{0} is read {1}; lists follow the reading, and a wrong one puts the "
              "name elsewhere",
              read.surname, fmt::format("{}", fmt::join(read.of_surname, "、"))));
    }
  }
}

void check_conditions(Context& context) {
  for (const Policy& policy : context.reg.all<Policy>()) {
    const auto look = [&](const Given<record::Condition>& when) {
      if (!when || !when->kind) return;
      using record::ConditionKind;
      const ConditionKind kind = *when->kind;
      const auto never = [&](text::Span span, diag::Text message) {
        context.sink.add(
            code::condition_never_met, policy.place(span), std::move(message),
            say("案件可以写类别和处理，线索可以写类别，问题可以写类别和状态，监督措施可以写方式",
                "a case takes category and measure, a clue category, a finding category and "
                "state, an action type"));
      };
      const bool is_case = kind == ConditionKind::case_;
      const bool is_clue = kind == ConditionKind::clue;
      const bool is_finding = kind == ConditionKind::finding;
      const bool is_action = kind == ConditionKind::action;
      const diag::Words name = record::row_of(kind).label;
      if (!is_case && !is_clue && !is_finding && !is_action) {
        never(when->kind.span, say("“{}”不会使任何人加分、减分或被否决",
                                   "a {} never earns or costs anyone points", name));
        return;
      }
      const auto has_none = [&](text::Span span, bool fits, diag::Words what) {
        if (!span.given() || fits) return;
        never(span, say("“{}”没有“{}”，这个条件永远不会满足",
                        "a {} has no '{}', so this condition is never met", name, what));
      };
      has_none(when->category.span, is_case || is_clue || is_finding, {"类别", "category"});
      has_none(when->measure.span, is_case, {"处理", "measure"});
      has_none(when->state.span, is_finding, {"状态", "state"});
      has_none(when->type.span, is_action, {"方式", "type"});
    };
    for (const auto& row : policy.incidents) look(row.when);
    for (const auto& row : policy.bonuses) look(row.when);
    for (const auto& row : policy.vetoes) look(row.when);
  }
}

}  // namespace zsup::rule
