#include "register/draws.h"

#include <algorithm>
#include <tuple>

#include "register/order.h"
#include "value/sha256.h"

namespace zsup::reg {

using diag::Refused;
using diag::say;
using record::Draw;
using record::Kind;
using record::Leader;
using record::Org;
using record::Record;
using record::Report;

namespace {

const Record* org_of(const Record* who) {
  const Leader* leader = record::as<Leader>(who);
  return leader != nullptr ? leader->org.target() : who;
}

bool submitted_by(const Report& report, value::Date as_of) {
  const auto exists = [&](const record::Attempt& attempt) {
    return attempt.submitted && *attempt.submitted <= as_of;
  };
  return std::any_of(report.items.begin(), report.items.end(), [&](const record::ReportItem& item) {
    return exists(item) || std::any_of(item.earlier.begin(), item.earlier.end(), exists);
  });
}

}  // namespace

std::vector<Lot> lots(std::string_view seed, std::vector<std::string_view> ids) {
  std::sort(ids.begin(), ids.end());
  ids.erase(std::unique(ids.begin(), ids.end()), ids.end());
  std::vector<Lot> all;
  all.reserve(ids.size());
  // A seed may be as long as a file, and the pool as large.
  const value::Sha256Of digest(std::string(seed) + "/");
  for (const std::string_view id : ids) all.push_back({digest.with(id), id});
  std::sort(all.begin(), all.end(), [](const Lot& a, const Lot& b) {
    return std::tie(a.digest, a.id) < std::tie(b.digest, b.id);
  });
  return all;
}

std::vector<const Record*> pool_of(const Register& reg, const PoolRequest& request) {
  std::vector<const Record*> pool;
  const value::Date last_day = request.period.last_day();
  for (const Record* record : reg.of_kind(request.kind)) {
    if (!record->id) continue;
    const Record* org = record;
    if (const Leader* leader = record::as<Leader>(record)) {
      if (!leader->in_office(last_day)) continue;
      if (request.role && (!leader->role || *leader->role != *request.role)) continue;
      org = org_of(leader);
    } else if (const Report* report = record::as<Report>(record)) {
      if (!report->period || *report->period != request.period) continue;
      if (!submitted_by(*report, request.as_of)) continue;
      org = org_of(report->by.target());
    }
    if (request.under != nullptr && !reg.tree.is_within(org, request.under)) continue;
    pool.push_back(record);
  }
  return pool;
}

std::vector<const Draw*> draws_of(const Register& reg, value::Period period) {
  std::vector<const Draw*> list;
  for (const Draw* draw : reg.ever<Draw>()) {
    if (draw->period && *draw->period == period) list.push_back(draw);
  }
  std::sort(list.begin(), list.end(), [](const Draw* a, const Draw* b) {
    const value::Date held[] = {a->held.value_or({}), b->held.value_or({})};
    if (held[0] != held[1]) return held[0] < held[1];
    return compare_ids(a->name(), b->name()) < 0;
  });
  return list;
}

std::optional<Refused> not_yet_drawn(const Register& reg, value::Date day) {
  if (day <= reg.now) return std::nullopt;
  return Refused{
      say("抽取日期 {} 还没有到", "the day of the draw, {}, is still to come", day.iso()), {}};
}

std::optional<Refused> drawn_before(const Register& reg, value::Period period,
                                    std::string_view instead_of) {
  for (const Draw* draw : draws_of(reg, period)) {
    if (reg.path_of(*draw) == instead_of) continue;
    return Refused{say("本期间已有抽取记录“{0}”（{1}），没有再写",
                       "the period has a draw on record, "
                       "'{0}' ({1}), and no other was written",
                       slug(*draw), reg.path_of(*draw)),
                   say("另有一次抽取时，用 --id 给它编号", "name a further draw with --id")};
  }
  return std::nullopt;
}

std::vector<std::string_view> ids_of(const record::List<record::Given<record::Ref>>& list) {
  std::vector<std::string_view> ids;
  for (const auto& ref : list) {
    if (ref) ids.push_back(ref->id);
  }
  return ids;
}

std::optional<std::vector<std::string_view>> recomputed(const Draw& draw) {
  if (!draw.seed || !draw.count || !draw.pool) return std::nullopt;
  const std::vector<Lot> all = lots(*draw.seed, ids_of(draw.pool));
  std::vector<std::string_view> drawn;
  for (const Lot& lot : all) {
    if (drawn.size() >= static_cast<std::size_t>(*draw.count)) break;
    drawn.push_back(lot.id);
  }
  return drawn;
}

}  // namespace zsup::reg
