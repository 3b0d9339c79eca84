// The `ignore:` patterns of zsup.yaml: which files and folders of a register hold no records.
#pragma once

#include <atomic>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace zsup::io {

// Patterns in the manner of .gitignore, without its exceptions and character classes:
//   `*` any characters but `/`; `?` one character (not one byte); `**` as a whole segment: any
//   number of folders; a trailing `/` means folders only; a pattern with a `/` before its end is
//   held against the whole path from the register root, any other against the name at any depth.
// A folder that matches is not entered. Every other character stands for itself.
class Ignore {
 public:
  Ignore() = default;
  explicit Ignore(const std::vector<std::string>& patterns);

  // `path` is relative to the register root, '/' separated, without a trailing '/'. Every pattern
  // that matches is marked in `matched`, by its number.
  bool matches(std::string_view path, bool is_folder, std::vector<bool>& matched) const;
  bool matches(std::string_view path, bool is_folder) const;

  // What all patterns ask of all paths is a product: there are so many steps for it, those of some
  // nanoseconds each, and when they are spent everything matches, so that a walk ends. Whether they
  // are spent does not depend on the order of the paths.
  static constexpr std::uint64_t most_steps = 400'000'000;
  bool spent() const { return steps_ > most_steps; }
  std::size_t size() const { return count_; }
  bool empty() const { return patterns_.empty(); }

 private:
  struct Pattern {
    std::string glob;
    bool anchored = false;
    bool folders_only = false;
    std::size_t number = 0;  // among those that were given
  };
  std::vector<Pattern> patterns_;
  std::size_t count_ = 0;
  mutable std::atomic<std::uint64_t> steps_ = 0;  // several threads ask
};

// Whether the whole of `path` matches `glob`; exposed for its tests. Takes time proportional to the
// product of their lengths at worst, never more.
bool glob_matches(std::string_view glob, std::string_view path);
// The same; adds the steps that it took.
bool glob_matches(std::string_view glob, std::string_view path, std::uint64_t& steps);

}  // namespace zsup::io
