#include "io/zone.h"

#include <fcntl.h>
#include <sys/stat.h>

#include <algorithm>

#include "io/descriptor.h"

namespace zsup::io {

namespace {

constexpr std::size_t longest_name = 64;
// The largest file of any zone has some 4,000 bytes.
constexpr off_t largest_file = 65'536;

bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

}  // namespace

bool is_zone_name(std::string_view name) {
  if (name.empty() || name.size() > longest_name) return false;
  for (const std::string_view other : {"localtime", "posixrules", "Factory"}) {
    if (name == other) return false;
  }
  if (name.starts_with("right/")) return false;
  char before = '/';
  for (const char c : name) {
    const bool inner = is_letter(c) || (c >= '0' && c <= '9') || c == '_' || c == '+' || c == '-';
    if (before == '/' ? !is_letter(c) : !inner && c != '/') return false;
    before = c;
  }
  return before != '/';
}

std::optional<std::string> read_zone(std::string_view name, std::string_view folder) {
  if (!is_zone_name(name)) return std::nullopt;
  const std::string path = std::string(folder) + "/" + std::string(name);
  const Descriptor file(
      uninterrupted([&] { return ::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK); }));
  struct stat status;
  if (!file || ::fstat(file.get(), &status) != 0 || !S_ISREG(status.st_mode) ||
      status.st_size > largest_file) {
    return std::nullopt;
  }
  std::string bytes(static_cast<std::size_t>(status.st_size), '\0');
  std::size_t got = 0;
  while (got < bytes.size()) {
    const ssize_t some =
        uninterrupted([&] { return ::read(file.get(), bytes.data() + got, bytes.size() - got); });
    if (some <= 0) return std::nullopt;
    got += static_cast<std::size_t>(some);
  }
  return bytes;
}

}  // namespace zsup::io
