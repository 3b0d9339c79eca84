// Paths as the command line needs them: where the register is, and what lies inside it.
#include <limits.h>
#include <stdlib.h>
#include <sys/stat.h>

#include <memory>

#include "io/file_system.h"

namespace zsup::io {

Result<std::string> real_path(const std::string& path) {
  // A NUL would end the path early for the system, which would then look at another file.
  if (path.find('\0') != std::string::npos) return system_error(Operation::look_up, ENOENT, path);
  const std::unique_ptr<char, decltype(&::free)> real(::realpath(path.c_str(), nullptr), ::free);
  if (real == nullptr) return system_error(Operation::look_up, errno, path);
  return std::string(real.get());
}

std::optional<std::string> path_inside(std::string_view folder, std::string_view path) {
  if (path == folder) return std::string();
  if (!path.starts_with(folder)) return std::nullopt;
  path.remove_prefix(folder.size());
  if (folder != "/") {
    if (!path.starts_with('/')) return std::nullopt;
    path.remove_prefix(1);
  }
  return std::string(path);
}

std::optional<std::string> repository_top(const std::string& folder) {
  for (std::string at = folder;;) {
    struct stat status;
    const std::string git = (at == "/" ? "" : at) + "/.git";
    if (::stat(git.c_str(), &status) == 0 && (S_ISDIR(status.st_mode) || S_ISREG(status.st_mode))) {
      return at;
    }
    if (at == "/") return std::nullopt;
    at.resize(at.rfind('/'));
    if (at.empty()) at = "/";
  }
}

Result<std::string> find_root(const std::string& start) {
  Result<std::string> real = real_path(start);
  if (!real) return real;
  struct stat status;
  if (::stat(real->c_str(), &status) != 0) {
    return system_error(Operation::look_up, errno, start);
  }
  if (!S_ISDIR(status.st_mode)) return system_error(Operation::look_up, ENOTDIR, start);

  std::string folder = *real;
  int hindrance = ENOENT;
  while (true) {
    const std::string config = (folder == "/" ? "" : folder) + "/" + std::string(config_name);
    // A folder of that name is no configuration. A file that cannot be read, and a link that leads
    // nowhere, are one, and are then an error.
    if (::stat(config.c_str(), &status) == 0) {
      if (!S_ISDIR(status.st_mode)) return folder;
    } else if (errno == EACCES) {
      hindrance = EACCES;  // there may be one, which cannot be told
    } else if (::lstat(config.c_str(), &status) == 0) {
      return folder;
    }
    if (folder == "/") return system_error(Operation::look_up, hindrance, start);
    folder.resize(folder.rfind('/'));
    if (folder.empty()) folder = "/";
  }
}

}  // namespace zsup::io
