// "Did you mean" for keys and words of a vocabulary.
#pragma once

#include <optional>
#include <string>

#include "diag/diagnostic.h"
#include "record/field.h"
#include "text/edit_distance.h"
#include "yaml/document.h"

namespace zsup::record {

// Says which word was probably meant, and offers it as an edit where that is certain: where the two
// differ in nothing but letter case, width, hyphens, underscores and spaces, or, when no other word
// is near (`only_one`), in a single slip within a word of four characters or more. In a shorter one
// a character is half of the meaning.
void suggest(diag::Diagnostic& found, text::Place place, const yaml::Node& node,
             std::string_view meant, bool only_one);

// The word that people call so, in the spelling they used, where there is one and no more, and
// where it says nothing that was decided about people: what may be written for them.
std::optional<std::string> word_called(std::string_view said, const Vocabulary& words);

// Reports a scalar that is no word of the vocabulary.
void unknown_word(diag::Sink& sink, text::Place place, const yaml::Node& node,
                  const Vocabulary& words, const FieldSpec& field);

}  // namespace zsup::record
