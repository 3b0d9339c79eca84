// What a diagnostic is, and where diagnostics are gathered.
#pragma once

#include <cstddef>
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
// one more that stands for them. A file of a million mistakes is so told of in little memory.
class Sink {
 public:
  static constexpr std::size_t most_listed = 200;

  // What is returned may be filled in until the next call.
  Diagnostic& add(Code code, text::Place place, Text message, Text help = {}) {
    ++told_;
    last_ = code;
    Tally& tally = tallies_[{place.source, code}];
    if (++tally.count > most_listed) return count_only(tally, code, place);
    return list_.emplace_back(Diagnostic{
        code, Severity::error, place, std::move(message), std::move(help), {}, {}, false});
  }
  void take(Diagnostic one) {
    Diagnostic& added = add(one.code, one.place, {});
    if (&added != &spare_) added = std::move(one);
  }

  // Counts one more, if it would only be counted: then its words need not be found. Asked before
  // words whose finding takes time, or that may be needed a million times.
  bool only_counts(Code code, text::Place place) {
    const auto at = tallies_.find({place.source, code});
    if (at == tallies_.end() || at->second.count < most_listed) return false;
    add(code, place, {});
    return true;
  }

  // How many were added, those that are only counted included, and the code of the last of them.
  std::size_t told() const { return told_; }
  Code last() const { return last_; }

  std::vector<Diagnostic>& list() { return list_; }
  const std::vector<Diagnostic>& list() const { return list_; }

 private:
  struct Tally {
    std::size_t count = 0;
    std::size_t rest = 0;  // where in the list the one stands that counts the rest
  };

  Diagnostic& count_only(Tally& tally, Code code, text::Place place) {
    if (tally.count == most_listed + 1) {
      tally.rest = list_.size();
      list_.push_back(Diagnostic{code, Severity::error, place, {}, {}, {}, {}, false});
    }
    if (tally.rest < list_.size()) ++list_[tally.rest].more;
    spare_ = Diagnostic{code, Severity::error, place, {}, {}, {}, {}, false};
    return spare_;
  }

  std::vector<Diagnostic> list_;
  std::map<std::pair<text::SourceId, Code>, Tally> tallies_;
  Diagnostic spare_{};
  std::size_t told_ = 0;
  Code last_{};
};

}  // namespace zsup::diag
