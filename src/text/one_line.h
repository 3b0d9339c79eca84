// A text of several lines on one: Chinese has no blanks where lines are broken.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace zsup::text {

// In a text that was read: a line break between two Chinese characters, which YAML reads as a
// blank. No record can hold it, since control characters are refused.
inline constexpr char fold = '\x1F';

// Whether what stands before and behind a break is Chinese, or its punctuation. The break is
// `length` bytes from `at` on.
bool joins_without_blank(std::string_view text, std::size_t at, std::size_t length);

// Breaks, with the blanks about them, as nothing between two Chinese characters and as one blank
// beside a word or a figure; empty lines count as one break, and none at the ends. Other blanks
// stay.
std::string on_one_line(std::string_view text);

// As YAML reads it: a blank for each fold.
std::string as_read(std::string_view text);

}  // namespace zsup::text
