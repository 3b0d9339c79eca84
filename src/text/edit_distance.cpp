#include "text/edit_distance.h"

#include <utf8proc.h>

#include <algorithm>
#include <bit>
#include <cstdlib>
#include <memory>

#include "text/utf8.h"

namespace zsup::text {

namespace {

constexpr std::size_t longest_word =
    256;  // bytes; no id or field name is longer, and no slip either

std::size_t allowed_edits(std::size_t length) {
  if (length < 2) return 0;
  if (length < 6) return 1;
  return length < 9 ? 2 : 3;
}

bool is_separator(char32_t code_point) {
  switch (code_point) {
    case ' ':
    case '-':
    case '_':
    case 0x00B7:  // the dots that stand within a name, and dashes typed for a hyphen
    case 0x2010:
    case 0x2011:
    case 0x2012:
    case 0x2013:
    case 0x2014:
    case 0x2022:
    case 0x2027:
    case 0x30FB:
      return true;
    default:
      return false;
  }
}

std::u32string digits_of(std::u32string_view text) {
  std::u32string digits;
  std::copy_if(text.begin(), text.end(), std::back_inserter(digits),
               [](char32_t c) { return c >= '0' && c <= '9'; });
  return digits;
}

// A digit more or less, or two swapped, is a slip; another digit is another thing.
bool other_digits(std::u32string_view a, std::u32string_view b) {
  std::u32string left = digits_of(a);
  std::u32string right = digits_of(b);
  if (left.size() != right.size()) return false;
  std::sort(left.begin(), left.end());
  std::sort(right.begin(), right.end());
  return left != right;
}

}  // namespace

std::size_t edit_distance(std::u32string_view a, std::u32string_view b, std::size_t cutoff) {
  const std::size_t beyond = cutoff + 1;
  // What both begin or end with costs nothing, and most words that are compared share much.
  const auto same = std::mismatch(a.begin(), a.end(), b.begin(), b.end());
  a.remove_prefix(static_cast<std::size_t>(same.first - a.begin()));
  b.remove_prefix(static_cast<std::size_t>(same.second - b.begin()));
  while (!a.empty() && !b.empty() && a.back() == b.back()) {
    a.remove_suffix(1);
    b.remove_suffix(1);
  }
  if (a.size() > b.size()) std::swap(a, b);
  if (b.size() - a.size() > cutoff) return beyond;
  if (a.empty()) return b.size();

  // Three rows of the usual table: this one, the last, and the one before, which a swap looks back
  // to. Only cells within `cutoff` of the diagonal can stay within it; all others count as beyond.
  std::vector<std::size_t> table(3 * (b.size() + 1), beyond);
  std::size_t* before = table.data();
  std::size_t* last = before + b.size() + 1;
  std::size_t* row = last + b.size() + 1;
  for (std::size_t j = 0; j <= b.size(); ++j) last[j] = j;
  std::size_t least_of_last = 0;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    const std::size_t low = i > cutoff ? i - cutoff : 1;
    const std::size_t high = std::min(b.size(), i + cutoff);
    row[low - 1] = low == 1 ? i : beyond;
    std::size_t least = row[low - 1];
    for (std::size_t j = low; j <= high; ++j) {
      const std::size_t replaced = last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
      row[j] = std::min({last[j] + 1, row[j - 1] + 1, replaced});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) {
        row[j] = std::min(row[j], before[j - 2] + 1);
      }
      least = std::min(least, row[j]);
    }
    // A later row can fall below this one only through a swap, which costs one more than the last.
    if (least > cutoff && least_of_last >= cutoff) return beyond;
    least_of_last = least;
    std::swap(before, last);
    std::swap(last, row);
  }
  return std::min(last[b.size()], beyond);
}

std::optional<Suggester::Folded> Suggester::fold(std::string_view word) {
  if (word.empty() || word.size() > longest_word) return std::nullopt;
  Folded folded;
  folded.original = word;
  const auto take = [&](char32_t code_point) {
    if (is_separator(code_point)) return;
    folded.text.push_back(code_point);
    folded.letters |= std::uint64_t{1} << (code_point * 0x9E3779B1u >> 26 & 63);
  };
  const bool ascii = std::all_of(word.begin(), word.end(),
                                 [](char c) { return static_cast<unsigned char>(c) < 0x80; });
  if (ascii) {
    for (const char c : word) {
      take(static_cast<char32_t>(c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c));
    }
  } else {
    utf8proc_uint8_t* mapped = nullptr;
    const utf8proc_ssize_t size = utf8proc_map(
        reinterpret_cast<const utf8proc_uint8_t*>(word.data()),
        static_cast<utf8proc_ssize_t>(word.size()), &mapped,
        static_cast<utf8proc_option_t>(UTF8PROC_STABLE | UTF8PROC_COMPOSE | UTF8PROC_COMPAT |
                                       UTF8PROC_CASEFOLD | UTF8PROC_IGNORE));
    const std::unique_ptr<utf8proc_uint8_t, decltype(&std::free)> owner(mapped, &std::free);
    if (size < 0) return std::nullopt;
    const std::string_view text(reinterpret_cast<const char*>(mapped),
                                static_cast<std::size_t>(size));
    for (std::size_t at = 0; at < text.size();) {
      const Decoded decoded = decode(text, at);
      take(decoded.code_point);
      at += decoded.length;
    }
  }
  if (folded.text.empty()) return std::nullopt;
  return folded;
}

Suggester::Suggester(std::span<const std::string_view> candidates) {
  candidates_.reserve(candidates.size());
  for (const std::string_view candidate : candidates) {
    if (auto folded = fold(candidate)) candidates_.push_back(std::move(*folded));
  }
}

std::optional<std::string_view> Suggester::nearest(std::string_view word) const {
  const std::optional<Folded> wanted = fold(word);
  if (!wanted) return std::nullopt;
  const Folded* best = nullptr;
  std::size_t best_distance = allowed_edits(wanted->text.size()) + 1;
  for (const Folded& candidate : candidates_) {
    if (candidate.original == word) continue;
    const std::size_t allowed = allowed_edits(std::min(wanted->text.size(), candidate.text.size()));
    const std::size_t cutoff = std::min(allowed, best_distance - 1);
    // One edit changes the set of characters by at most two.
    const auto unlike = std::popcount(wanted->letters ^ candidate.letters);
    if (static_cast<std::size_t>(unlike) > 2 * cutoff) continue;
    const std::size_t distance = edit_distance(wanted->text, candidate.text, cutoff);
    if (distance > cutoff || other_digits(wanted->text, candidate.text)) continue;
    best = &candidate;
    best_distance = distance;
    if (distance == 0) break;
  }
  if (best == nullptr) return std::nullopt;
  return best->original;
}

std::optional<std::string_view> nearest(std::string_view word,
                                        std::span<const std::string_view> candidates) {
  return Suggester(candidates).nearest(word);
}

}  // namespace zsup::text
