// Templates of letters are Mustache, in a part of it that cannot surprise: every name is known,
// every section is closed, nothing is written unescaped, nothing includes anything. The scan finds
// all that is wrong before anything is rendered, and says where.
#pragma once

#include <cstdint>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "diag/say.h"
#include "view/letter_view.h"

namespace zsup::write {

using view::TemplateVariable;

// Line and column are 1-based; columns count characters.
struct TemplateError {
  std::uint32_t line = 1;
  std::uint32_t column = 1;
  diag::Text message;
  diag::Text help;  // may be empty
};

struct ScannedTemplate {
  // What is rendered: names in ASCII, comments gone, and each line feed as `line_break`, so that
  // the rules of lines that hold nothing but a section's tag are those of the Mustache manual.
  std::string text;
  std::set<const TemplateVariable*> used;  // the rows that are named
  std::vector<TemplateError> errors;       // in the order of their places
};
inline constexpr char line_break = '\x01';
inline constexpr std::size_t largest_template = 64 * 1024;
inline constexpr std::size_t deepest_section = 16;

ScannedTemplate scan_template(std::string_view text, std::span<const TemplateVariable> variables);

}  // namespace zsup::write
