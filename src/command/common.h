// What several commands share.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "command/command.h"
#include "command/options.h"
#include "command/session.h"
#include "mask/shown.h"
#include "write/table.h"

namespace zsup::command {

inline constexpr WordRow period_word{
    .takes = Takes::period,
    .name = {"期间", "PERIOD"},
    .help = {"q2、h1、2026、2026-h1、2026-q2 或 2026-06；不写则取登记册的期间",
             "q2, h1, 2026, 2026-h1, 2026-q2 or 2026-06; the register's own when left out"}};

inline std::optional<std::string> first_word(const Arguments& arguments) {
  if (arguments.words().empty()) return std::nullopt;
  return arguments.words().front();
}

inline std::optional<std::size_t> table_width(const Session& session) {
  const int width = session.width();
  return width > 0 ? std::optional(static_cast<std::size_t>(width)) : std::nullopt;
}

// The leaders and orgs that a command is to look at only, as its two options name them.
std::vector<const record::Record*> named_subjects(Session& session,
                                                  const Option<std::vector<std::string>>& leaders,
                                                  const Option<std::vector<std::string>>& orgs);

// Shows a page as --format and --excel say, with all names: it is for the office itself.
// The first format that its page has goes where none is asked for.
std::string written(const Session& session, view::Page<text::Named> page);

}  // namespace zsup::command
