// Letters as JSON, for scripts: the values of a letter, not its prose.
#pragma once

#include <span>
#include <string>

#include "letter/letter.h"
#include "letter/mask.h"

namespace zsup::render {

// {"letters": […], "items_total": …}; ends with a line feed.
std::string render_letters_json(std::span<const letter::Letter> letters);
std::string render_letters_json(std::span<const letter::Letter> letters, letter::Masker& masker);

// Lets the veil see whatever the letter names, in the same order for every format.
void show_all(const letter::Letter& letter, letter::Veil& veil);

// What a report counts bears names of its own: those that the veil makes one get 甲, 乙 in every
// format.
void tell_measures_apart(letter::Letter& letter, letter::Masker& masker);

}  // namespace zsup::render
