// Keeps what a register holds from being obeyed by the systems whose logs zsup writes into.
//
// Runners of CI read the output of every step, line by line, and obey what looks like a command:
//   ::name …::…       GitHub and those after it: at the start of a line, blanks before it passed over
//   ##[name …]…       GitHub, Azure, Gitea, Forgejo: anywhere in a line
//   ##vso[…]…, ##teamcity[…]    Azure, TeamCity: anywhere in a line
// and GitLab's section_start, which needs a carriage return and an escape that never come out.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace zsup::text {

// What a reader of the output takes as the same text, so that programs get back what was there.
enum class Markup : std::uint8_t {
  plain,     // nothing: a backslash is put in, and seen
  json,      // the same string in other letters
  xml,       // the same text by its numbers
  commands,  // lines that begin with `::` are zsup's own; the rest as plain
};

// Whether the bracket at `at` would open a command: `##[`, `##vso[`.
bool opens_command(std::string_view line, std::size_t at);

// Whole lines in which nothing is a command any more. JSON and XML hold what they held.
std::string without_commands(std::string_view lines, Markup markup);

}  // namespace zsup::text
