// Cells as text, for the formats that hold nothing else.
#pragma once

#include <string>

#include "text/name.h"
#include "view/page.h"
#include "write/table.h"

namespace zsup::write {

using Section = view::Section<text::Shown>;
using Row = view::Row<text::Shown>;
using Cell = view::Cell<text::Shown>;

enum class For : std::uint8_t { people, scripts };

std::string cell_text(const Cell& cell, diag::Lang lang, For whom);

// The columns that they see, with the rows as text.
Table table_of(const Section& section, diag::Lang lang, For whom, bool again_left_out = false);

// The heading, with the mark of a draft in front.
std::string heading_of(const view::Page<text::Shown>& page, diag::Lang lang);

}  // namespace zsup::write
