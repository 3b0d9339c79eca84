// Letters as JSON, for scripts: the values of a letter, not its prose.
#pragma once

#include <span>
#include <string>

#include "letter/letter.h"

namespace zsup::render {

// {"letters": […], "items_total": …}; ends with a line feed.
std::string render_letters_json(std::span<const letter::Letter> letters);

}  // namespace zsup::render
