// What leaves letters: one veil a letter, over its JSON, its line in the list, the name of its
// file.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "letter/letter.h"
#include "mask/veil.h"
#include "view/page.h"

namespace zsup::mask {

// The list of letters as a table, the letters themselves as JSON. They must last until the page is
// written, and so must the masker.
view::Page<text::Shown> letters_page(const reg::Register& reg,
                                     std::span<const letter::Letter> letters, Masker& masker);

// Lets the veil see whatever the letter names, in the same order for every format.
void show_all(const letter::Letter& letter, Veil& veil);

// What a report counts bears names of its own: those that the veil makes one get 甲, 乙 in every
// format.
void tell_measures_apart(letter::Letter& letter, Masker& masker);

// Where a letter of a batch is written: a name of its type and its id, by the id of the addressee,
// or of the author of a report upward. Safe as a file name even when the id is not well formed.
std::string letter_file_name(const letter::Letter& letter);
std::string letter_file_name(const letter::Letter& letter, Masker& masker);
// Of a whole batch, each another.
std::vector<std::string> letter_file_names(std::span<const letter::Letter> letters, Masker& masker);

}  // namespace zsup::mask
