// The two texts are walked side by side. Where lines differ, the nearest place is sought from which
// they agree again, looking ahead a bounded number of lines. Small edits, which are what the
// difference is made for, come out as people would show them.
#include "text/unified_diff.h"

#include <algorithm>
#include <cstddef>
#include <vector>

namespace zsup::text {

namespace {

constexpr std::size_t context = 3;
constexpr std::size_t look_ahead = 40;

// With their line feeds, so that a last line without one differs from one with.
std::vector<std::string_view> lines_of(std::string_view text) {
  std::vector<std::string_view> lines;
  while (!text.empty()) {
    const std::size_t feed = text.find('\n');
    const std::size_t size = feed == std::string_view::npos ? text.size() : feed + 1;
    lines.push_back(text.substr(0, size));
    text.remove_prefix(size);
  }
  return lines;
}

// Lines [old_begin, old_end) give way to lines [new_begin, new_end).
struct Change {
  std::size_t old_begin;
  std::size_t old_end;
  std::size_t new_begin;
  std::size_t new_end;
};

using Lines = std::vector<std::string_view>;

// Whether the texts agree from there on, for two lines or to the end.
bool agree(const Lines& before, std::size_t i, const Lines& after, std::size_t j) {
  if (i == before.size() || j == after.size()) return i == before.size() && j == after.size();
  if (before[i] != after[j]) return false;
  if (i + 1 == before.size() || j + 1 == after.size()) return true;
  return before[i + 1] == after[j + 1];
}

std::vector<Change> changes(const Lines& before, const Lines& after) {
  std::vector<Change> list;
  const auto change = [&](std::size_t old_begin, std::size_t old_end, std::size_t new_begin,
                          std::size_t new_end) {
    if (!list.empty() && list.back().old_end == old_begin && list.back().new_end == new_begin) {
      list.back().old_end = old_end;
      list.back().new_end = new_end;
    } else {
      list.push_back({old_begin, old_end, new_begin, new_end});
    }
  };
  std::size_t i = 0;
  std::size_t j = 0;
  while (i < before.size() || j < after.size()) {
    if (i < before.size() && j < after.size() && before[i] == after[j]) {
      ++i;
      ++j;
      continue;
    }
    std::size_t removed = 0;
    std::size_t added = 0;
    bool found = false;
    for (std::size_t sum = 1; sum <= look_ahead && !found; ++sum) {
      for (std::size_t k = 0; k <= sum && !found; ++k) {
        removed = k;
        added = sum - k;
        found = i + removed <= before.size() && j + added <= after.size() &&
                agree(before, i + removed, after, j + added);
      }
    }
    if (!found) {
      // One line for one, as far as there are any.
      removed = i < before.size() ? 1 : 0;
      added = j < after.size() ? 1 : 0;
    }
    if (removed == added) {
      // Lines that stand against their like: those between that are equal stay.
      for (std::size_t k = 0; k < removed; ++k) {
        if (before[i + k] != after[j + k]) change(i + k, i + k + 1, j + k, j + k + 1);
      }
    } else {
      change(i, i + removed, j, j + added);
    }
    i += removed;
    j += added;
  }
  return list;
}

void put(std::string& out, char sign, std::string_view line) {
  out += sign;
  out += line;
  if (!line.ends_with('\n')) out += "\n\\ No newline at end of file\n";
}

// "3,4"; a range of one line is its number, an empty one stands behind the line before it.
std::string range(std::size_t begin, std::size_t end) {
  if (end - begin == 1) return std::to_string(begin + 1);
  return std::to_string(end == begin ? begin : begin + 1) + "," + std::to_string(end - begin);
}

// Quoted as C does it, where the name could be mistaken.
std::string name(std::string_view side, std::string_view path) {
  const bool quote = std::any_of(path.begin(), path.end(), [](char c) {
    return static_cast<unsigned char>(c) < 0x20 || c == 0x7F || c == '"' || c == '\\';
  });
  if (!quote) {
    // A tab ends a name that has spaces in it.
    std::string out = std::string(side) + "/" + std::string(path);
    return path.find(' ') == std::string_view::npos ? out : out + '\t';
  }
  std::string out = "\"" + std::string(side) + "/";
  for (const char c : path) {
    const auto byte = static_cast<unsigned char>(c);
    if (c == '"' || c == '\\') {
      out += '\\';
      out += c;
    } else if (byte < 0x20 || byte == 0x7F) {
      out += '\\';
      for (const int shift : {6, 3, 0}) out += static_cast<char>('0' + (byte >> shift & 7));
    } else {
      out += c;
    }
  }
  return out + '"';
}

}  // namespace

std::string unified_diff(std::string_view path, std::string_view before, std::string_view after) {
  if (before == after) return {};
  const Lines old_lines = lines_of(before);
  const Lines new_lines = lines_of(after);
  const std::vector<Change> list = changes(old_lines, new_lines);
  std::string out = "--- " + name("a", path) + "\n+++ " + name("b", path) + "\n";
  for (std::size_t first = 0; first < list.size();) {
    std::size_t past = first + 1;
    while (past < list.size() && list[past].old_begin - list[past - 1].old_end <= 2 * context)
      ++past;
    const std::size_t lead = std::min(context, list[first].old_begin);
    const std::size_t trail = std::min(context, old_lines.size() - list[past - 1].old_end);
    out += "@@ -" + range(list[first].old_begin - lead, list[past - 1].old_end + trail);
    out += " +" + range(list[first].new_begin - lead, list[past - 1].new_end + trail) + " @@\n";
    std::size_t at = list[first].old_begin - lead;
    for (; first < past; ++first) {
      const Change& change = list[first];
      for (; at < change.old_begin; ++at) put(out, ' ', old_lines[at]);
      for (; at < change.old_end; ++at) put(out, '-', old_lines[at]);
      for (std::size_t j = change.new_begin; j < change.new_end; ++j) put(out, '+', new_lines[j]);
    }
    for (std::size_t i = 0; i < trail; ++i) put(out, ' ', old_lines[at++]);
  }
  return out;
}

}  // namespace zsup::text
