// "Did you mean" for keys and words of a vocabulary.
#pragma once

#include "diag/diagnostic.h"
#include "record/field.h"
#include "text/edit_distance.h"
#include "yaml/document.h"

namespace zsup::record {

// Says which word was probably meant, and offers it as an edit where the two differ in nothing but
// letter case, width, hyphens, underscores and spaces: anything else would be a guess.
void suggest(diag::Diagnostic& found, text::Place place, const yaml::Node& node,
             std::string_view meant);

// Reports a scalar that is no word of the vocabulary.
void unknown_word(diag::Sink& sink, text::Place place, const yaml::Node& node,
                  const Vocabulary& words, const FieldSpec& field);

}  // namespace zsup::record
