// Text of a record on its way into a Markdown letter.
#pragma once

#include <string>
#include <string_view>

namespace zsup::write {

// The text as a reader of the rendered page sees it again, on one line: nothing of it becomes
// markup, HTML, a link or a list, wherever in a line it comes to stand. What cannot be seen is
// written out, as on a terminal.
std::string escape_prose(std::string_view text);

}  // namespace zsup::write
