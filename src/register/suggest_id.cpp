#include "register/suggest_id.h"

#include <fmt/format.h>

#include <algorithm>

#include "diag/brief.h"
#include "record/kinds/campaign.h"
#include "record/kinds/duty.h"
#include "record/kinds/inspection.h"
#include "record/kinds/leader.h"
#include "record/kinds/org.h"
#include "record/kinds/policy.h"
#include "register/register.h"
#include "text/name_fold.h"

namespace zsup::reg {

std::optional<std::string_view> IdSuggester::nearest(std::string_view id, record::KindSet kinds) {
  // A register with thousands of references that lead nowhere has one cause, not thousands of
  // slips.
  constexpr std::size_t many_ids = 20'000;
  const std::scoped_lock lock(mutex_);
  auto at = by_kinds_.find(kinds);
  if (at == by_kinds_.end()) {
    std::vector<std::string_view> ids;
    for (std::size_t i = 0; i < record::kind_count; ++i) {
      if (!record::holds(kinds, static_cast<record::Kind>(i))) continue;
      for (const record::Record* record : reg_.of_kind(static_cast<record::Kind>(i))) {
        if (record->id && ids.size() < many_ids) ids.push_back(record->name());
      }
    }
    at = by_kinds_.emplace(kinds, text::Suggester(ids)).first;
  }
  return at->second.nearest(id);
}

namespace {

std::string_view name_of(const record::Record& record) {
  if (const auto* org = record::as<record::Org>(&record)) return org->name.or_empty();
  if (const auto* leader = record::as<record::Leader>(&record)) return leader->name.or_empty();
  if (const auto* inspection = record::as<record::Inspection>(&record))
    return inspection->name.or_empty();
  if (const auto* duty = record::as<record::Duty>(&record)) return duty->title.or_empty();
  if (const auto* campaign = record::as<record::Campaign>(&record))
    return campaign->title.or_empty();
  if (const auto* policy = record::as<record::Policy>(&record)) return policy->title.or_empty();
  return {};
}

}  // namespace

void IdSuggester::learn_names() {
  constexpr std::size_t longest = 200;  // in bytes: what is longer is no name
  knows_names_ = true;
  for (const record::Record* record : reg_.records) {
    const std::string_view name = name_of(*record);
    if (name.empty() || name.size() > longest || !record->id) continue;
    by_name_[text::name_key(name)].push_back(record);
  }
}

std::vector<std::string_view> IdSuggester::called(std::string_view name, record::KindSet kinds) {
  std::vector<std::string_view> ids;
  const std::string key = text::name_key(name);
  if (key.empty()) return ids;
  const std::scoped_lock lock(mutex_);
  if (!knows_names_) learn_names();
  const auto found = by_name_.find(key);
  if (found == by_name_.end()) return ids;
  for (const record::Record* record : found->second) {
    if (record::holds(kinds, record->kind)) ids.push_back(record->name());
  }
  return ids;
}

diag::Text IdSuggester::name_for_id(std::string_view name, record::KindSet kinds) {
  const std::vector<std::string_view> ids = called(name, kinds);
  if (ids.empty()) return {};
  if (ids.size() == 1) {
    return diag::say("这是“{0}”的名称，编号是 {0}", "that is what '{0}' is called: its id is {0}",
                     diag::brief(ids.front()));
  }
  constexpr std::size_t most = 5;
  std::string zh;
  std::string en;
  for (std::size_t at = 0; at < std::min(ids.size(), most); ++at) {
    zh += (at == 0 ? "" : "、") + diag::brief(ids[at]);
    en += (at == 0 ? "" : ", ") + diag::brief(ids[at]);
  }
  if (ids.size() > most) {
    zh += "……";
    en += ", …";
  }
  return {fmt::format("这是 {} 条记录的名称，写明是哪一条的编号：{}", ids.size(), zh),
          fmt::format("{} records are called so: give the id of the one that is meant: {}",
                      ids.size(), en)};
}

}  // namespace zsup::reg
