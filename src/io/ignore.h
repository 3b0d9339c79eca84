// The `ignore:` patterns of zsup.yaml: which files and folders of a register hold no records.
#pragma once

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
};

// Whether the whole of `path` matches `glob`; exposed for its tests. Takes time proportional to the
// product of their lengths at worst, never more.
bool glob_matches(std::string_view glob, std::string_view path);

}  // namespace zsup::io
