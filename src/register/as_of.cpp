#include "register/as_of.h"

#include "io/in_parallel.h"

namespace zsup::reg {

using record::Finding;
using record::FindingEvent;

namespace {

std::optional<value::Date> published_on(const Finding& finding, const std::vector<Step>& steps,
                                        value::Date day) {
  for (const Step& step : steps) {
    if (step.what == FindingEvent::published) return step.date;
  }
  const auto* round = record::as<record::Inspection>(finding.inspection.target());
  if (round != nullptr && happened(round->published, day)) return *round->published;
  return std::nullopt;
}

FindingNow stand_of(const Register& reg, const Finding& finding, value::Date day) {
  FindingNow now;
  now.who = answering(reg, finding, day);
  now.briefing = briefing_of(reg, finding, day);
  now.steps = steps(finding, now.briefing, day);
  now.state = state_after(finding, now.steps, day);
  now.published = published_on(finding, now.steps, day);
  return now;
}

}  // namespace

void AsOf::look_at_findings() const {
  const auto records = reg_.of_kind(record::Kind::finding);
  findings_.reserve(records.size() + reg_.not_there.size());
  const auto add = [&](const record::Record* record) {
    if (const Finding* finding = record::as<Finding>(record)) findings_.try_emplace(finding);
  };
  for (const record::Record* record : records) add(record);
  for (const record::Record* record : reg_.not_there) add(record);
  std::vector<std::pair<const Finding* const, FindingNow>*> all;
  all.reserve(findings_.size());
  for (auto& one : findings_) all.push_back(&one);
  io::in_parallel_runs(threads_, all.size(), [&](unsigned, std::size_t first, std::size_t past) {
    for (std::size_t i = first; i < past; ++i) {
      all[i]->second = stand_of(reg_, *all[i]->first, day_);
    }
  });
}

const FindingNow& AsOf::of(const Finding& finding) const {
  std::call_once(looked_at_findings_, [this] { look_at_findings(); });
  return findings_.at(&finding);
}

std::span<const Obligation> AsOf::owed(value::Period period) const {
  const std::lock_guard lock(owed_mutex_);
  const auto known = owed_.find(period);
  if (known != owed_.end()) return known->second;
  std::vector<Obligation> list = obligations(reg_, period, day_);
  return owed_.emplace(period, std::move(list)).first->second;
}

}  // namespace zsup::reg
