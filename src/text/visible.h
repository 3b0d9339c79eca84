// Makes text safe to show. Whatever reaches a terminal goes through here, so that no value, file
// name or commit message can move the cursor, ring the bell, hide or reorder what people read.
#pragma once

#include <string>
#include <string_view>

namespace zsup::text {

// A code point that cannot be seen or acts on the terminal: control characters, line and paragraph
// separators, zero-width and bidirectional format characters, fillers, selectors of variations,
// tags, noncharacters.
bool is_invisible(char32_t code_point);

// Whether the zero-width joiner at `at` holds an emoji together: then it is no more invisible than
// the emoji.
bool joins_emoji(std::string_view text, std::size_t at);

// Control characters in caret notation (ESC `^[`, NUL `^@`, tab `^I`, line feed `^J`, DEL `^?`), C1
// as
// `\x9b`, other invisible characters as `<U+202E>`, invalid bytes as `\xff`; the joiners that hold
// an emoji together stay. The result is valid UTF-8 without line breaks.
std::string visible(std::string_view text);

// The same of whole lines: line feeds and tabs stay, and end or part them.
std::string visible_lines(std::string_view text);

}  // namespace zsup::text
