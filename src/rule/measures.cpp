// ZS318 and ZS319: the names of measures, which whoever writes a duty or a report chooses freely.
#include <algorithm>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "diag/brief.h"
#include "record/kinds/duty.h"
#include "record/kinds/report.h"
#include "register/text_hash.h"
#include "rule/families.h"
#include "text/edit_distance.h"
#include "text/utf8.h"

namespace zsup::rule {

namespace {

namespace code = diag::code;
using diag::brief;
using diag::say;
using record::Count;
using record::Duty;
using record::Record;
using record::Report;

// Where a name first occurs, and how often it does.
struct Use {
  const Record* record = nullptr;
  const record::List<Count>* beside = nullptr;  // what is counted there
  text::Span span;
  std::size_t times = 0;
  bool asked = false;  // by a duty
};

using Uses = std::map<std::string_view, Use>;

Uses uses_of(const Context& context) {
  Uses uses;
  const auto note = [&](const Record& record, const record::List<Count>& counts, bool asked) {
    for (const Count& count : counts) {
      if (!count.name) continue;
      Use& use = uses[*count.name];
      if (use.times++ == 0) use = {&record, &counts, count.name.span, 1};
      use.asked = use.asked || asked;
    }
  };
  for (const Duty* duty : context.reg.as_filed<Duty>()) {
    if (duty->requires_) note(*duty, duty->requires_->measures, true);
  }
  for (const Report* report : context.reg.as_filed<Report>()) {
    for (const record::ReportItem& item : report->items) {
      note(*report, item.measures, false);
      for (const record::Attempt& earlier : item.earlier) note(*report, earlier.measures, false);
    }
  }
  return uses;
}

// The names that one letter parts from another, each with the other, which is used more often.
class Slips {
 public:
  explicit Slips(const Uses& uses) {
    for (const auto& one : uses) add(one);
    std::sort(forms_.begin(), forms_.end(), [](const Form& a, const Form& b) {
      return std::pair(a.hash, a.use->first) < std::pair(b.hash, b.use->first);
    });
    for (auto begin = forms_.begin(); begin != forms_.end();) {
      const auto end = std::find_if(begin, forms_.end(),
                                    [&](const Form& form) { return form.hash != begin->hash; });
      compare(begin, end);
      begin = end;
    }
  }

  // None of a name that is used more than once.
  const Uses::value_type* near(std::string_view name) const {
    const auto found = near_.find(name);
    return found == near_.end() ? nullptr : found->second;
  }

 private:
  // A name as it is, or without one of its letters: names that one letter parts share a form.
  struct Form {
    std::uint64_t hash;
    const Uses::value_type* use;
  };
  using At = std::vector<Form>::const_iterator;

  void add(const Uses::value_type& use) {
    // Two words of two characters, one of which differs, are two words as well as one; and a long
    // one is no name.
    constexpr std::size_t least = 3, most = 24;
    std::vector<std::size_t> letters;
    const std::string_view name = use.first;
    for (std::size_t at = 0; at < name.size() && letters.size() <= most;) {
      letters.push_back(at);
      at += std::max<std::size_t>(1, text::decode(name, at).length);
    }
    if (letters.size() < least || letters.size() > most) return;
    letters.push_back(name.size());
    const reg::TextHash hash;
    forms_.push_back({hash(name), &use});
    for (std::size_t i = 0; i + 1 < letters.size(); ++i) {
      std::string without(name.substr(0, letters[i]));
      without += name.substr(letters[i + 1]);
      forms_.push_back({hash(without), &use});
    }
  }

  // Each is held against the most used alone: of many that share a form, every pair is too much.
  void compare(At begin, At end) {
    if (end - begin < 2) return;
    const auto weight = [](const Form& form) {
      return std::pair(form.use->second.asked, form.use->second.times);
    };
    const Uses::value_type* const usual =
        std::max_element(begin, end, [&](const Form& a, const Form& b) {
          return weight(a) < weight(b);
        })->use;
    for (At at = begin; at != end; ++at) {
      if (at->use == usual || at->use->second.times > 1 || near_.contains(at->use->first)) continue;
      const std::string_view words[] = {usual->first};
      if (text::nearest(at->use->first, words) && !side_by_side(*at->use, usual->first)) {
        near_.emplace(at->use->first, usual);
      }
    }
  }

  // What is counted in one place beside another is another matter (谈话人数, 谈话次数).
  static bool side_by_side(const Uses::value_type& one, std::string_view other) {
    return std::any_of(one.second.beside->begin(), one.second.beside->end(),
                       [&](const Count& count) { return count.name && *count.name == other; });
  }

  std::vector<Form> forms_;
  std::map<std::string_view, const Uses::value_type*> near_;
};

}  // namespace

void check_measures(Context& context) {
  if (context.reg.partial) return;
  const Uses uses = uses_of(context);
  if (uses.empty()) return;
  const Slips slips(uses);
  std::vector<std::string_view> asked;
  for (const auto& [name, use] : uses) {
    if (use.asked) asked.push_back(name);
  }
  const text::Suggester suggester(asked);
  for (const auto& [name, use] : uses) {
    const text::Place place = use.record->place(use.span);
    if (!use.asked) {
      if (context.sink.only_counts(code::measure_not_asked, place)) continue;
      diag::Diagnostic& found = context.sink.add(
          code::measure_not_asked, place,
          use.times == 1
              ? say("没有任务要求指标“{}”", "no duty asks for the measure '{}'", brief(name))
              : say("没有任务要求指标“{}”，共报了{}次",
                    "no duty asks for the measure '{}', which is reported {} times", brief(name),
                    use.times),
          say("在任务的“要求”中列出它，或改用任务所列的名称",
              "list it under 'requires' of the duty, or use the name that the duty has"));
      if (const auto near = suggester.nearest(name)) {
        found.help = say("是不是“{}”？", "did you mean '{}'?", brief(*near));
      } else if (const auto* other = slips.near(name)) {
        found.help = say("是不是“{}”？", "did you mean '{}'?", brief(other->first));
      }
    } else if (const auto* other = slips.near(name); other != nullptr && other->second.asked) {
      if (context.sink.only_counts(code::measure_names_alike, place)) continue;
      context.sink
          .add(code::measure_names_alike, place,
               say("指标“{}”只用了一次，与“{}”只差一个字",
                   "the measure '{}' occurs once, and is one letter off '{}'", brief(name),
                   brief(other->first)),
               say("同一个指标用同一个名称；确是两个指标的，名称应让人一看就分得开",
                   "use one name for one measure; give two measures names that people can tell "
                   "apart"))
          .related.push_back({other->second.record->place(other->second.span),
                              say("另一个名称在这里", "the other name is here")});
    }
  }
}

}  // namespace zsup::rule
