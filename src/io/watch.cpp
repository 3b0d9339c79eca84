#include "io/watch.h"

#include <chrono>
#include <filesystem>
#include <string_view>
#include <system_error>
#include <thread>

namespace zsup::io {

namespace fs = std::filesystem;

std::uint64_t stamp_of(const std::string& folder) {
  // The order in which a folder lists its entries may differ from look to look: a sum does not
  // mind.
  std::uint64_t stamp = 0;
  std::error_code wrong;
  for (fs::recursive_directory_iterator at(folder, fs::directory_options::skip_permission_denied,
                                           wrong);
       !wrong && at != fs::recursive_directory_iterator(); at.increment(wrong)) {
    std::error_code gone;  // what disappears while it is looked at counts as not there
    const std::string& path = at->path().native();
    if (at->path().filename().native().starts_with('.')) {
      at.disable_recursion_pending();
      continue;
    }
    if (!at->is_regular_file(gone) || gone) continue;
    const auto written = at->last_write_time(gone).time_since_epoch().count();
    const auto size = gone ? 0 : at->file_size(gone);
    if (gone) continue;
    std::uint64_t one = std::hash<std::string_view>{}(path);
    one = (one ^ static_cast<std::uint64_t>(written)) * 0x9E3779B97F4A7C15u;
    one = (one ^ static_cast<std::uint64_t>(size)) * 0x9E3779B97F4A7C15u;
    stamp += one ^ (one >> 31);
  }
  return stamp;
}

void wait_for_change(const std::string& folder, std::uint64_t stamp) {
  std::uint64_t before = stamp;
  for (;;) {
    std::this_thread::sleep_for(std::chrono::milliseconds(330));
    const std::uint64_t now = stamp_of(folder);
    if (now != stamp && now == before) return;
    before = now;
  }
}

}  // namespace zsup::io
