// What makes two spellings one name. Names are compared as compatibility forms have it (NFKC), with
// radicals as the characters that they look like, in lower case, without what may stand between the
// characters of a name (blanks, hyphens, underscores, dots) and without what cannot be seen.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace zsup::text {

// The character that a radical looks like (⻢ U+2EE2 is 马, ⽅ U+2F45 is 方), a stroke too; any
// other character is its own.
char32_t unified_ideograph(char32_t code_point);

// A character that looks like another and is none that is meant to be typed: a radical, a stroke, a
// compatibility ideograph, which stand in what is copied from PDF, or one of private use, which
// looks on each machine otherwise.
bool is_look_alike(char32_t code_point);
// The one that is meant; nothing where nobody can tell, as with private use.
std::optional<char32_t> meant_by(char32_t look_alike);

// Takes no room, or cannot be seen: no part of any name.
bool is_unseen(char32_t code_point);

// What may stand between the characters of a name, or of an id made from one: 王　伟,
// 买买提·吐尔逊, wu_heng-yue.
bool stands_between(char32_t code_point);

// One character of a text as it is compared, and the bytes of the text that it was read from.
// Several may come of one, as of ㈱.
struct FoldedCharacter {
  char32_t code = 0;
  std::size_t from = 0;
  std::size_t to = 0;
  bool mark = false;  // an accent; it follows the character that it stands on
  bool apart = true;  // something stands between it and the character before, or it is the first
};
std::vector<FoldedCharacter> folded(std::string_view text);

// Equal for two names that are one.
std::string name_key(std::string_view name);

// The name as it may be shown, without what stands between or cannot be seen, in its own case.
std::string plain_name(std::string_view name);

// Of an alphabet, so that it may be part of a longer word; an ideograph is a word of its own.
bool is_letter_of_word(char32_t code_point);

}  // namespace zsup::text
