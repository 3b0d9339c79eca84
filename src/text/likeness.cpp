// Runs are a bag: a run that occurs twice counts twice. The share in common is that of Dice, the
// runs in common over the average of both. Bands are those of MinHash with one permutation: a run's
// hash chooses one of 64 bins, each bin keeps its least hash, an empty bin takes that of a second
// round or else borrows from the next one that is not, and four bins make a band. The parity of how
// often each of 192 classes of runs occurs bounds from below how many runs the texts do not share.
#include "text/likeness.h"

#include <utf8proc.h>

#include <algorithm>
#include <vector>

#include "text/utf8.h"

namespace zsup::text {

namespace {

constexpr std::size_t bin_count = 64;
static_assert(bin_count == 4 * Sketch::band_count);

void put(std::u32string& to, char32_t c) {
  if (c >= '0' && c <= '9') {
    if (to.empty() || to.back() != '0') to.push_back('0');
  } else if (c >= 'A' && c <= 'Z') {
    to.push_back(c - 'A' + 'a');
  } else if (c >= 'a' && c <= 'z') {
    to.push_back(c);
  }
}

// The usual ideographs from there on, as many as follow each other; returns where they end. Most of
// a text is of them.
std::size_t put_usual(std::u32string& to, std::string_view text, std::size_t at) {
  constexpr std::size_t length = 3;
  constexpr std::size_t most = 32;
  std::array<char32_t, most> run;
  std::size_t count = 0;
  for (; at + length <= text.size() && count < most; at += length) {
    const auto byte = [&](std::size_t i) -> char32_t {
      return static_cast<unsigned char>(text[at + i]);
    };
    const char32_t c = (byte(0) & 0x0F) << 12U | (byte(1) & 0x3F) << 6U | (byte(2) & 0x3F);
    const bool usual = byte(0) >= 0xE4 && byte(0) <= 0xE9 && c >= 0x4E00;
    if (!usual || !is_continuation(text[at + 1]) || !is_continuation(text[at + 2])) break;
    run[count++] = c;
  }
  to.append(run.data(), count);
  return at;
}

// A character beyond ASCII and the usual ideographs.
void put_rare(std::u32string& to, char32_t c) {
  std::array<utf8proc_int32_t, 32> parts{};
  int boundary = UTF8PROC_BOUNDCLASS_START;
  const auto count = utf8proc_decompose_char(
      static_cast<utf8proc_int32_t>(c), parts.data(), static_cast<utf8proc_ssize_t>(parts.size()),
      static_cast<utf8proc_option_t>(UTF8PROC_STABLE | UTF8PROC_COMPAT | UTF8PROC_DECOMPOSE |
                                     UTF8PROC_CASEFOLD),
      &boundary);
  const auto length = count < 0 ? 0 : std::min(static_cast<std::size_t>(count), parts.size());
  for (std::size_t i = 0; i < length; ++i) {
    const auto part = static_cast<char32_t>(parts[i]);
    if (part < 0x80) {
      put(to, part);
      continue;
    }
    const utf8proc_category_t category = utf8proc_category(parts[i]);
    if (category == UTF8PROC_CATEGORY_ND) {
      put(to, '0');
    } else if (category >= UTF8PROC_CATEGORY_LU && category <= UTF8PROC_CATEGORY_NO) {
      to.push_back(part);
    }
  }
}

std::uint64_t run_at(std::u32string_view text, std::size_t at) {
  return std::uint64_t{text[at]} << 42U | std::uint64_t{text[at + 1]} << 21U |
         std::uint64_t{text[at + 2]};
}

std::uint64_t mixed(std::uint64_t value) {
  value *= 0x9E3779B97F4A7C15u;
  value ^= value >> 32U;
  value *= 0xD6E8FEB86659FD93u;
  return value ^ value >> 32U;
}

std::size_t runs_of(std::u32string_view text) {
  return text.size() < 3 ? 0 : text.size() - 2;
}

// Of all three words. Processors of the least kind that the program runs on cannot count them
// themselves, and millions of outlines are compared.
std::uint64_t set_bits(std::uint64_t a, std::uint64_t b, std::uint64_t c) {
  constexpr std::uint64_t ones = ~std::uint64_t{0};
  const auto by_four = [](std::uint64_t word) {
    word -= word >> 1U & ones / 3;
    return (word & ones / 5) + (word >> 2U & ones / 5);
  };
  const std::uint64_t fours = by_four(a) + by_four(b) + by_four(c);
  return ((fours & ones / 17) + (fours >> 4U & ones / 17)) * (ones / 255) >> 56U;
}

}  // namespace

std::u32string substance(std::string_view text) {
  std::u32string out;
  out.reserve(text.size() / 3 + 1);
  for (std::size_t at = 0; at < text.size();) {
    at = put_usual(out, text, at);
    if (at == text.size()) break;
    const auto first = static_cast<unsigned char>(text[at]);
    if (first < 0x80) {
      put(out, first);
      ++at;
      continue;
    }
    const Decoded decoded = decode(text, at);
    at += decoded.length;
    const char32_t c = decoded.code_point;
    if (c >= 0xFF01 && c <= 0xFF5E) {
      put(out, c - 0xFEE0);
    } else {
      put_rare(out, c);
    }
  }
  return out;
}

InCommon in_common(std::u32string_view a, std::u32string_view b) {
  const auto sorted = [](std::u32string_view text) {
    std::vector<std::uint64_t> runs(runs_of(text));
    for (std::size_t i = 0; i < runs.size(); ++i) runs[i] = run_at(text, i);
    std::sort(runs.begin(), runs.end());
    return runs;
  };
  InCommon found{0, runs_of(a) + runs_of(b)};
  if (a == b) {
    found.common = runs_of(a);
    return found;
  }
  const std::vector<std::uint64_t> left = sorted(a);
  const std::vector<std::uint64_t> right = sorted(b);
  for (std::size_t i = 0, k = 0; i < left.size() && k < right.size();) {
    if (left[i] == right[k]) {
      ++found.common, ++i, ++k;
    } else {
      ++(left[i] < right[k] ? i : k);
    }
  }
  return found;
}

bool Outline::may_reach(const Outline& other, std::uint64_t percent) const {
  const std::uint64_t all = std::uint64_t{runs} + other.runs;
  // At least so many runs are in one text only.
  std::uint64_t apart = runs < other.runs ? other.runs - runs : runs - other.runs;
  // Twice what can be in common, over all.
  const auto reaches = [&] { return apart <= all && 100 * (all - apart) >= percent * all; };
  if (!reaches()) return false;
  apart = set_bits(parity[0] ^ other.parity[0], parity[1] ^ other.parity[1],
                   parity[2] ^ other.parity[2]);
  return reaches();
}

Sketch sketch(std::u32string_view substance) {
  Sketch made{};
  const std::size_t runs = runs_of(substance);
  made.outline.runs = static_cast<std::uint32_t>(runs);
  if (runs == 0) return made;
  constexpr std::uint32_t empty = ~std::uint32_t{0};
  // A run stands in one bin of each round.
  std::array<std::uint32_t, bin_count> bins;
  std::array<std::uint32_t, bin_count> second;
  bins.fill(empty);
  second.fill(empty);
  const auto put = [](std::uint32_t& bin, std::uint64_t hash) {
    bin = std::min(bin, static_cast<std::uint32_t>(hash) & ~std::uint32_t{1});
  };
  std::uint64_t whole = runs;
  for (std::size_t i = 0; i < runs; ++i) {
    const std::uint64_t hash = mixed(run_at(substance, i));
    put(bins[hash >> 58U], hash);
    put(second[hash >> 52U & (bin_count - 1)], hash >> 20U);
    made.outline.parity[(hash >> 38U & 0xFFU) * 3 >> 8U] ^= std::uint64_t{1} << (hash >> 32U & 63U);
    whole = (whole ^ hash) * 0x9E3779B97F4A7C15u;
  }
  made.whole = static_cast<std::uint32_t>(whole >> 32U);
  // Without branches: which bins are empty cannot be foreseen, and half of them are in a short
  // text.
  for (std::size_t i = 0; i < bin_count; ++i) {
    const std::uint32_t taken = bins[i] == empty ? 0 : empty;
    bins[i] &= second[i] | taken;
  }
  // Round them twice, so that those at the end may borrow from those at the beginning.
  std::uint32_t lent = empty;
  for (std::size_t i = 2 * bin_count; i-- > 0;) {
    std::uint32_t& bin = bins[i % bin_count];
    lent = bin == empty ? lent : bin;
    bin = lent;
  }
  // A band's bins lie far apart, so that they do not borrow from the same one.
  for (std::size_t i = 0; i < Sketch::band_count; ++i) {
    const auto bin = [&](std::size_t part) {
      return std::uint64_t{bins[part * Sketch::band_count + i]};
    };
    const std::uint64_t left = bin(0) << 32U | bin(1);
    const std::uint64_t right = bin(2) << 32U | bin(3);
    made.bands[i] = static_cast<std::uint32_t>(mixed(mixed(left) + right) >> 32U);
  }
  return made;
}

}  // namespace zsup::text
