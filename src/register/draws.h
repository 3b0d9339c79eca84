// Random draws that anybody can repeat: whoever is in the pool gets a lot, the SHA-256 of
// "seed/id", and those with the lowest lots are drawn.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "diag/refused.h"
#include "record/kinds/draw.h"
#include "register/register.h"

namespace zsup::reg {

struct Lot {
  std::string digest;  // as sha256sum prints it
  std::string_view id;
};

// The lots of a pool, the lowest first. An id that the pool repeats has one lot.
std::vector<Lot> lots(std::string_view seed, std::vector<std::string_view> ids);

// Who is drawn from.
struct PoolRequest {
  record::Kind kind = record::Kind::leader;  // leaders, orgs or reports
  value::Period period;
  value::Date as_of;
  std::optional<record::Role> role;       // of leaders only
  const record::Record* under = nullptr;  // an org: those in it and below it
};

// Leaders in office on the period's last day, all orgs, or the reports of exactly that period of
// which something had been submitted by the as-of date; in their order.
std::vector<const record::Record*> pool_of(const Register& reg, const PoolRequest& request);

// The draws recorded for a period, in their order.
std::vector<const record::Draw*> draws_of(const Register& reg, value::Period period);

// Why a draw of a day may not be recorded: what is to come has not been drawn.
std::optional<diag::Refused> not_yet_drawn(const Register& reg, value::Date day);
// Why a period may have no further draw that has no name of its own: one that may be repeated until
// it pleases is none. The record at `instead_of`, if any, may be replaced.
std::optional<diag::Refused> drawn_before(const Register& reg, value::Period period,
                                          std::string_view instead_of);

// The ids that a recorded draw names in a list.
std::vector<std::string_view> ids_of(const record::List<record::Given<record::Ref>>& list);

// Whom the draw should name as drawn, in order, by its own pool, count and seed. Nothing when one
// of them is missing.
std::optional<std::vector<std::string_view>> recomputed(const record::Draw& draw);

}  // namespace zsup::reg
