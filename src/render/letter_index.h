// The register of letters: what went to whom, one row a letter.
#pragma once

#include <span>

#include "letter/letter.h"
#include "letter/mask.h"
#include "render/table.h"

namespace zsup::render {

// Number, addressee, post, items (also by section, where the letters have several), day of reply,
// file. The letters are of one type.
Table letter_index(std::span<const letter::Letter> letters);
Table letter_index(std::span<const letter::Letter> letters, letter::Masker& masker);

}  // namespace zsup::render
