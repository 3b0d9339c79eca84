// The rules: an explicit, ordered registry of what is held against a register once it is linked.
// What a single field may hold is said by the field tables; what a file may hold, by the reader.
#pragma once

#include <cstdint>
#include <map>
#include <set>
#include <span>
#include <utility>
#include <vector>

#include "diag/diagnostic.h"
#include "diag/rule_info.h"
#include "register/as_of.h"

namespace zsup::rule {

// Where something stands that could not be read, and has been told: what is missing there may only
// be missing from what was read.
class Unread {
 public:
  explicit Unread(const std::vector<diag::Diagnostic>& found);

  bool within(text::Place place) const;

 private:
  std::vector<std::pair<text::SourceId, std::uint32_t>> at_;  // sorted
  // From where on not every place of a source is listed.
  std::map<text::SourceId, std::uint32_t> rest_;
};

// What every check is given. Checks only read; they may run side by side, each with a sink of its
// own.
struct Context {
  const reg::Register& reg;
  const reg::AsOf& at;                           // at `as_of`
  const reg::AsOf& today;                        // at now()
  std::span<const reg::Obligation> owed;         // those of period(), as they stand at `as_of`
  bool owed_too_many;                            // so many that there are none here
  const std::set<const record::Duty*>& unowned;  // whose selector picks nobody
  const Unread& unread;
  value::Date as_of;  // what is later does not exist yet, as far as facts are concerned
  diag::Sink& sink;
  unsigned threads = 1;  // that a check of the whole register may use

  value::Date now() const { return reg.now; }
  value::Period period() const { return reg.period_at(as_of); }
};

// Holds every record of one kind, one by one.
struct RecordCheck {
  record::Kind kind;
  void (*check)(Context&, const record::Record&);
};

// A check of one kind, which is that of the record that it takes.
template <auto check>
constexpr RecordCheck on() {
  return []<class T>(void (*)(Context&, const T&)) {
    return RecordCheck{T::its_kind, [](Context& context, const record::Record& record) {
                         check(context, static_cast<const T&>(record));
                       }};
  }(check);
}

// Holds the register as a whole.
using RegisterCheck = void (*)(Context&);

// Holds the bytes of one file.
using SourceCheck = void (*)(Context&, text::SourceId);

// Everything that is known of the codes, in their order; tables of one family each stand in
// catalogue/<family>.cpp.
std::span<const diag::RuleInfo> catalogue();
const diag::RuleInfo* info(diag::Code code);
const diag::RuleInfo* info(std::string_view code_name);

struct RunOptions {
  value::Date as_of;
  unsigned threads = 1;
  diag::Sink::Keeps keeps = diag::Sink::Keeps::as_read;
};

// All diagnostics of a loaded register, those of reading it included, with the severities of the
// catalogue and of zsup.yaml; what is switched off is left out. Sorted for reading.
std::vector<diag::Diagnostic> run(const reg::Register& reg, const RunOptions& options);

}  // namespace zsup::rule
