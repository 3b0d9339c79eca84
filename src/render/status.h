// Who owes what → text in some format.
//
// JSON: `obligations.by_state` counts all, `subjects` lists what needs attention by leader or org,
// `findings.by_state` counts all that exist, `findings.overdue` lists those past their deadline,
// `replies` the letters whose reply has not come. `days_left` is below 0 past the date. With all
// states wanted `subjects` lists everything, and `findings.others` what is not overdue.
#pragma once

#include <optional>
#include <string>

#include "diag/say.h"
#include "render/table.h"
#include "stats/status.h"

namespace zsup::render {

struct StatusView {
  Format format = Format::table;
  diag::Lang lang = diag::Lang::zh;
  bool excel = false;  // for CSV: the byte-order mark
  bool draft = false;  // the register has errors, and the output says so
  std::optional<std::size_t> width;
};

std::string render_status(const reg::Register& reg, const stats::Status& status,
                          const StatusView& view);

// The same as JSON; in render/status_json.cpp.
std::string status_json(const reg::Register& reg, const stats::Status& status,
                        const StatusView& view);

// "逾期 9 天", "剩 5 天"
std::string days_in_words(std::int32_t days_left, diag::Lang lang);

// Where an obligation is seen: the report's item, else the duty.
text::Place place_of(const reg::Obligation& owed);

}  // namespace zsup::render
