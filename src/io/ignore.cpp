#include "io/ignore.h"

namespace zsup::io {

namespace {

// The length of the UTF-8 character at `at`, or 1 where the bytes are no UTF-8: file names need not
// be.
std::size_t character_length(std::string_view text, std::size_t at) {
  const auto lead = static_cast<unsigned char>(text[at]);
  const std::size_t wanted = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : lead >= 0xC0 ? 2 : 1;
  std::size_t length = 1;
  while (length < wanted && at + length < text.size() &&
         (static_cast<unsigned char>(text[at + length]) & 0xC0) == 0x80) {
    ++length;
  }
  return length == wanted ? length : 1;
}

// One segment: no '/' in either. Only the last `*` ever needs to be gone back to, which keeps this
// quadratic at worst where plain recursion would be exponential.
bool segment_matches(std::string_view glob, std::string_view name, std::uint64_t& steps) {
  std::size_t g = 0;
  std::size_t n = 0;
  std::size_t star = std::string_view::npos;
  std::size_t retry = 0;
  while (n < name.size()) {
    ++steps;
    if (g < glob.size() && glob[g] == '*') {
      star = g++;
      retry = n;
    } else if (g < glob.size() && glob[g] == '?') {
      ++g;
      n += character_length(name, n);
    } else if (g < glob.size() && glob[g] == name[n]) {
      ++g;
      ++n;
    } else if (star != std::string_view::npos) {
      g = star + 1;
      retry += character_length(name, retry);
      n = retry;
    } else {
      return false;
    }
  }
  while (g < glob.size() && glob[g] == '*') ++g;
  return g == glob.size();
}

std::vector<std::string_view> segments_of(std::string_view path) {
  std::vector<std::string_view> segments;
  while (true) {
    const std::size_t slash = path.find('/');
    segments.push_back(path.substr(0, slash));
    if (slash == std::string_view::npos) return segments;
    path.remove_prefix(slash + 1);
  }
}

}  // namespace

bool glob_matches(std::string_view glob, std::string_view path) {
  std::uint64_t steps = 0;
  return glob_matches(glob, path, steps);
}

bool glob_matches(std::string_view glob, std::string_view path, std::uint64_t& steps) {
  const std::vector<std::string_view> wanted = segments_of(glob);
  const std::vector<std::string_view> given = segments_of(path);
  // The same walk as within a segment, one storey up: `**` is to segments what `*` is to
  // characters.
  std::size_t w = 0;
  std::size_t g = 0;
  std::size_t star = wanted.size();
  std::size_t retry = 0;
  while (g < given.size()) {
    ++steps;
    if (w < wanted.size() && wanted[w] == "**") {
      star = w++;
      retry = g;
    } else if (w < wanted.size() && segment_matches(wanted[w], given[g], steps)) {
      ++w;
      ++g;
    } else if (star < wanted.size()) {
      w = star + 1;
      g = ++retry;
    } else {
      return false;
    }
  }
  // A `**` at the end stands for something: `a/**` is what is in `a`, not `a` itself.
  return w == wanted.size();
}

Ignore::Ignore(const std::vector<std::string>& patterns) {
  for (std::string_view given : patterns) {
    Pattern pattern;
    pattern.number = count_++;
    if (given.ends_with('/')) {
      pattern.folders_only = true;
      given.remove_suffix(1);
    }
    if (given.starts_with("./")) given.remove_prefix(1);  // means the root, as in a shell
    if (given.find('/') != std::string_view::npos) {
      pattern.anchored = true;
      if (given.starts_with('/')) given.remove_prefix(1);
    }
    if (given.empty()) continue;
    pattern.glob = given;
    patterns_.push_back(std::move(pattern));
  }
}

bool Ignore::matches(std::string_view path, bool is_folder, std::vector<bool>& matched) const {
  const std::string_view name = path.substr(path.rfind('/') + 1);
  bool any = false;
  matched.resize(count_);
  std::uint64_t steps = 0;
  for (const Pattern& pattern : patterns_) {
    if (spent()) return true;
    if (pattern.folders_only && !is_folder) continue;
    // All are asked, whatever has matched before: how many steps it takes must not depend on it.
    const std::string_view asked = pattern.anchored ? path : name;
    steps += 4 + (pattern.glob.size() + asked.size()) / 64;  // for taking them apart
    if (!glob_matches(pattern.glob, asked, steps)) continue;
    matched[pattern.number] = true;
    any = true;
  }
  steps_ += steps;
  return any;
}

bool Ignore::matches(std::string_view path, bool is_folder) const {
  std::vector<bool> matched;
  return matches(path, is_folder, matched);
}

}  // namespace zsup::io
