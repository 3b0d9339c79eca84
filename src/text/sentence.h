// Texts of records as parts of Chinese sentences: which end they have, and which they need.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace zsup::text {

// Whether a text ends as a sentence does: in 。！？ or ……, or in one of these before closing
// quotation marks and brackets (称“未比价。”).
bool ends_sentence(std::string_view text);

// Without what only parts it from what follows: blanks, 。；，：、——, and . ! ? ; of half width,
// which give way to whatever the sentence needs. ！？…… stay, since they say something. Never empty
// where the text is not.
std::string_view without_end(std::string_view text);

// How many bytes are left without such an end; none where there is nothing else.
std::size_t size_without_end(std::string_view text);

// Without each full stop that stands behind the end of a sentence: 展板未比价！。 and
// 称“未比价。”。 have one end too many.
std::string with_single_stops(std::string_view text);

}  // namespace zsup::text
