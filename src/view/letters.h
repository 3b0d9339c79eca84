// Letters as values: what JSON has of each, and a line of the list of letters. A veil of its own
// passes over each letter (mask/letters.h).
#pragma once

#include <span>
#include <vector>

#include "letter/letter.h"
#include "record/vocabulary.h"
#include "view/in.h"
#include "view/member.h"
#include "view/page.h"

namespace zsup::view {

// Without what templates see of it.
Node<Named> letter_node(const letter::Letter& letter, record::Mask mask, In& in);
std::vector<Described> letters_keys();

// One row a letter: number, addressee, post, items (also by section, where the letters have
// several), day of reply, file.
std::vector<Column> index_columns(std::span<const letter::Letter> letters);
Row<Named> index_row(const letter::Letter& letter, std::size_t number,
                     std::span<const Column> columns, const std::string& file);

}  // namespace zsup::view
