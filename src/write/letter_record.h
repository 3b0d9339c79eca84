// The record of an issued letter.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "letter/letter.h"
#include "mask/veil.h"
#include "record/example.h"
#include "record/kinds/letter.h"
#include "write/letter_markdown.h"

namespace zsup::write {

// SHA-256 of the letter as it is rendered in Markdown, every byte of it: "sha256:" and what
// `sha256sum` prints for the file.
std::string digest_of(std::string_view rendered);

// What the record keeps of each item: the record that it rests on, and its words in the letter. An
// item that rests on nothing that a letter's record may name is left out.
struct KeptItem {
  std::string_view record;
  std::string text;
  std::string in_full;  // as it was kept before only what is printed was
};
std::vector<KeptItem> kept_items(const letter::Letter& letter, mask::Masker& masker,
                                 const LetterTemplate& form);

// Whether a letter that was issued lists the same items, in any order: the same records, and the
// same words but for blanks and the signs that a sentence ends with.
bool lists_the_same(const record::Letter& issued, const letter::Letter& letter,
                    mask::Masker& masker, const LetterTemplate& form);

// The letter as it was issued, with its number, where it comes out just as it did then, by its
// digest: so a letter can be printed twice, and anybody can see that it is the one. Its items may
// stand in another order by now.
std::optional<letter::Letter> as_issued(const letter::Letter& letter, const record::Letter& issued,
                                        mask::Masker& masker, const LetterTemplate& form);

struct RecordOptions {
  record::Spelling spelling = record::Spelling::chinese;  // of keys and words
  std::string schema;                                     // what `$schema=` names; or empty
  std::string id;
  std::string digest;
};
// The whole file. The letter has its number.
std::string render_letter_record(const letter::Letter& letter, mask::Masker& masker,
                                 const LetterTemplate& form, const RecordOptions& options);

}  // namespace zsup::write
