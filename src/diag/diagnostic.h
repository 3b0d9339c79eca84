// What a diagnostic is, and where diagnostics are gathered.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "diag/code.h"
#include "diag/say.h"
#include "text/span.h"

namespace zsup::diag {

// A second place that helps to understand the first.
struct Related {
  text::Place place;
  Text message;
};

// A replacement of the bytes of `place` that is certainly right.
struct Edit {
  text::Place place;
  std::string replacement;
};

struct Diagnostic {
  Code code;
  Severity severity = Severity::error;
  text::Place place;
  Text message;  // what is wrong, as observed
  Text help;     // what to do; may be empty
  std::vector<Related> related;
  std::vector<Edit> fix;  // applied together by `check --fix`; empty when no fix is certain
  bool waived = false;    // set aside by a waiver, and then of severity info
  bool old = false;       // was there before the change that is being looked at
  // Above 0: stands for so many of its code in its file, from its place on, that are not listed.
  std::size_t more = 0;
};

// Gathers diagnostics in the order in which they are found. Severity is the catalogue's default
// until the register's own settings are applied.
//
// Of one code in one source, as many are listed as people could ever read; the rest are counted by
// one more that stands for them. A file of a million mistakes is so told of in little memory. Who
// mends a file wants every fix: then what is certain to be mended is kept beyond that number,
// without its words. Who holds what was mended against what it was before only counts, but looks
// as far as whoever mended.
class Sink {
 public:
  static constexpr std::size_t most_listed = 200;
  enum class Keeps : std::uint8_t { as_read, every_fix, counts_of_every };

  explicit Sink(Keeps keeps = Keeps::as_read) : keeps_(keeps) {}

  bool keeps_every_fix() const { return keeps_ == Keeps::every_fix; }
  // Whether mistakes beyond what anybody reads are looked for at all.
  bool looks_for_all() const { return keeps_ != Keeps::as_read; }

  // What is returned may be filled in until the next call.
  Diagnostic& add(Code code, text::Place place, Text message, Text help = {}) {
    drop_without_fix();
    ++told_;
    last_ = code;
    Tally& tally = tallies_[{place.source, code}];
    if (++tally.count > most_listed) {
      if (!keeps_every_fix() || tally.fixes >= most_fixes) return count_only(tally, code, place, 1);
      bare_ = &tally;
      ++tally.fixes;
      return list_.emplace_back(Diagnostic{code, Severity::error, place, {}, {}, {}, {}, false});
    }
    return list_.emplace_back(Diagnostic{
        code, Severity::error, place, std::move(message), std::move(help), {}, {}, false});
  }
  void take(Diagnostic one) {
    Diagnostic& added = add(one.code, one.place, std::move(one.message), std::move(one.help));
    added.related = std::move(one.related);
    added.fix = std::move(one.fix);
    added.more = std::max(added.more, one.more);
  }

  // Counts so many more, if they would only be counted: then their words need not be found. Asked
  // before words whose finding takes time, or that may be needed a million times.
  bool only_counts(Code code, text::Place place, std::size_t count = 1) {
    const auto at = tallies_.find({place.source, code});
    if (at == tallies_.end() || at->second.count < most_listed) return false;
    if (keeps_every_fix() && at->second.fixes < most_fixes) return false;
    drop_without_fix();
    told_ += count;
    last_ = code;
    at->second.count += count;
    count_only(at->second, code, place, count);
    return true;
  }

  // How many were added, those that are only counted included, and the code of the last of them.
  std::size_t told() const { return told_; }
  Code last() const { return last_; }

  std::vector<Diagnostic>& list() {
    drop_without_fix();
    return list_;
  }

 private:
  static constexpr std::size_t most_fixes = 50'000;
  static constexpr std::size_t none = ~std::size_t{0};

  struct Tally {
    std::size_t count = 0;
    std::size_t fixes = 0;    // listed without their words
    std::size_t rest = none;  // where in the list the one stands that counts the rest
  };

  Diagnostic& count_only(Tally& tally, Code code, text::Place place, std::size_t count) {
    if (tally.rest == none) {
      tally.rest = list_.size();
      list_.push_back(Diagnostic{code, Severity::error, place, {}, {}, {}, {}, false});
    }
    if (tally.rest < list_.size()) list_[tally.rest].more += count;
    spare_ = Diagnostic{code, Severity::error, place, {}, {}, {}, {}, false};
    return spare_;
  }

  // Of what was added last no fix has come: it is counted like the others.
  void drop_without_fix() {
    if (bare_ == nullptr) return;
    Tally& tally = *bare_;
    bare_ = nullptr;
    if (!list_.back().fix.empty()) return;
    const Diagnostic dropped = std::move(list_.back());
    list_.pop_back();
    --tally.fixes;
    count_only(tally, dropped.code, dropped.place, 1);
  }

  Keeps keeps_;
  std::vector<Diagnostic> list_;
  std::map<std::pair<text::SourceId, Code>, Tally> tallies_;
  Tally* bare_ = nullptr;  // of the last one in the list, if it has no words
  Diagnostic spare_{};
  std::size_t told_ = 0;
  Code last_{};
};

}  // namespace zsup::diag
