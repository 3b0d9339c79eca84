// How a path is written for somebody who stands in a folder.
#pragma once

#include <string>
#include <string_view>

namespace zsup::text {

// `path` as it is written from `folder`, with `..` for every folder to be left. Both are absolute,
// or both relative to the same folder; neither has `.` or `..` in it or a '/' at its end. "." for
// the folder itself.
std::string path_from(std::string_view folder, std::string_view path);

// The paths of a register, all relative to its root, for readers who stand elsewhere.
class PathsFrom {
 public:
  PathsFrom() = default;  // in the root: paths stay as they are

  // From `folder` to the register at `root`, both absolute and without symbolic links.
  PathsFrom(std::string_view folder, std::string_view root);

  // For a command line, too: a name that would be taken for an option gets a "./".
  PathsFrom&& as_arguments() &&;

  // `path` may begin with `..`: then it lies outside of the register.
  std::string operator()(std::string_view path) const;

 private:
  std::string folder_;
  std::string root_;
  std::string prefix_;  // what stands before every path; "" or ends in '/'
  std::string inside_;  // the folder itself where it lies below the root; "" elsewhere
  bool arguments_ = false;
};

}  // namespace zsup::text
