#include "register/mend.h"

#include <algorithm>
#include <array>
#include <vector>

#include "diag/edits.h"

namespace zsup::reg {

namespace {

using diag::Diagnostic;
using diag::Edit;

constexpr std::size_t most_tries = 50;  // of one file

// The reader stops telling a document's mistakes of syntax after twenty.
constexpr std::size_t most_told = 20;

// What hides what: a mistake of one stage keeps those of the later ones from being seen.
constexpr std::size_t stages = 6;
std::size_t stage_of(diag::Code code) {
  namespace known = diag::code;
  for (const diag::Code one : {known::invalid_utf8, known::foreign_encoding, known::byte_order_mark,
                               known::control_character, known::merge_conflict,
                               known::invisible_character, known::look_alike_character}) {
    if (code == one) return 0;
  }
  if (code == known::duplicate_key) return 2;
  if (code.number < 100) return 1;
  if (code == known::unknown_kind) return 3;
  if (code == known::unknown_field || code == known::missing_field ||
      code == known::one_of_fields) {
    return 4;
  }
  return 5;
}

struct State {
  std::array<std::size_t, stages> mistakes{};
  std::array<std::size_t, stages> first_behind{};  // bytes from the first one to the end
  std::size_t records = 0;
};

State state_of(std::string_view bytes, text::SourceId source, bool settings,
               LoadOptions options) {
  // What they say is not asked for.
  options.keeps = diag::Sink::Keeps::counts_of_every;
  const Alone alone = read_alone(bytes, source, settings, options);
  State state;
  state.records = alone.records;
  for (const Diagnostic& one : alone.found) {
    const std::size_t stage = stage_of(one.code);
    const std::size_t behind =
        bytes.size() - std::min<std::size_t>(one.place.span.begin, bytes.size());
    state.mistakes[stage] += std::max<std::size_t>(one.more, 1);
    state.first_behind[stage] = std::max(state.first_behind[stage], behind);
  }
  return state;
}

// What only a rule knows is not seen where a file is read by itself: putting it right shows in that
// nothing else has come.
bool is_of_rules(const Diagnostic* one) {
  return one->code.number >= 200;
}

bool better(const State& now, const State& before, bool of_rules) {
  if (now.records < before.records) return false;
  for (std::size_t stage = 0; stage < stages; ++stage) {
    if (now.mistakes[stage] != before.mistakes[stage]) {
      return now.mistakes[stage] < before.mistakes[stage];
    }
    // As many as before, because those that were not told have taken their places.
    if (now.mistakes[stage] >= most_told && now.first_behind[stage] < before.first_behind[stage]) {
      return true;
    }
  }
  return of_rules;
}

bool overlap(const text::Span& a, const text::Span& b) {
  // Two insertions at one place would depend on their order.
  if (a.begin == b.begin) return true;
  return a.begin < b.end && b.begin < a.end;
}

bool fits(const Edit& edit, std::string_view bytes, text::SourceId source) {
  const text::Span span = edit.place.span;
  return edit.place.source == source && span.begin <= span.end && span.end <= bytes.size();
}

// The fixes of those that do not overlap an earlier one.
std::vector<const Diagnostic*> choose(std::string_view bytes, text::SourceId source,
                                      std::span<const Diagnostic* const> found) {
  std::vector<const Diagnostic*> by_place(found.begin(), found.end());
  std::stable_sort(by_place.begin(), by_place.end(), [](const auto* a, const auto* b) {
    return a->place.span.begin < b->place.span.begin;
  });
  std::vector<const Diagnostic*> chosen;
  std::vector<text::Span> taken;  // by their beginnings
  for (const Diagnostic* one : by_place) {
    std::vector<text::Span> wanted;
    bool free = !one->fix.empty();
    for (const Edit& edit : one->fix) {
      free = free && fits(edit, bytes, source) &&
             std::none_of(wanted.begin(), wanted.end(),
                          [&](text::Span other) { return overlap(other, edit.place.span); });
      wanted.push_back(edit.place.span);
      const auto at = std::lower_bound(taken.begin(), taken.end(), edit.place.span);
      if (at != taken.end() && overlap(*at, edit.place.span)) free = false;
      if (at != taken.begin() && overlap(*(at - 1), edit.place.span)) free = false;
    }
    if (!free) continue;
    chosen.push_back(one);
    for (const text::Span span : wanted) {
      taken.insert(std::lower_bound(taken.begin(), taken.end(), span), span);
    }
  }
  return chosen;
}

std::string with_fixes(std::string_view bytes, std::span<const Diagnostic* const> chosen) {
  std::vector<Edit> edits;
  for (const Diagnostic* one : chosen) edits.insert(edits.end(), one->fix.begin(), one->fix.end());
  return diag::with_edits(bytes, std::move(edits));
}

}  // namespace

Mended mend(std::string_view bytes, text::SourceId source, bool settings,
            std::span<const Diagnostic* const> found, const LoadOptions& options,
            std::size_t& to_try) {
  const std::vector<const Diagnostic*> chosen = choose(bytes, source, found);
  Mended mended{std::string(bytes), 0, 0};
  if (chosen.empty()) return mended;
  State best = state_of(bytes, source, settings, options);
  std::string all = with_fixes(bytes, chosen);
  if (better(state_of(all, source, settings, options), best,
             std::all_of(chosen.begin(), chosen.end(), is_of_rules))) {
    mended.bytes = std::move(all);
    mended.applied = chosen.size();
    return mended;
  }
  std::vector<const Diagnostic*> kept;
  const std::size_t tries =
      chosen.size() == 1 ? 0 : std::min(most_tries, to_try / (bytes.size() + 1));
  for (std::size_t i = 0; i < chosen.size() && i < tries; ++i) {
    to_try -= std::min(to_try, bytes.size());
    kept.push_back(chosen[i]);
    std::string some = with_fixes(bytes, kept);
    const State now = state_of(some, source, settings, options);
    if (better(now, best, is_of_rules(chosen[i]))) {
      best = now;
      mended.bytes = std::move(some);
    } else {
      kept.pop_back();
    }
  }
  mended.applied = kept.size();
  mended.refused = chosen.size() - kept.size();
  return mended;
}

}  // namespace zsup::reg
