#include "io/progress.h"

#include <system_error>

#include "io/stream.h"

namespace zsup::io {

namespace {

constexpr std::chrono::milliseconds pause{100};
constexpr std::string_view clear_line = "\r\x1b[K";

void write(std::string_view text) {
  Stream error(Standard::error);
  error.write(text);
  // A line that could not be shown is no loss.
  static_cast<void>(error.flush());
}

}  // namespace

Progress::Progress(std::string text, const std::atomic<std::size_t>& done,
                   std::chrono::milliseconds after)
    : text_(std::move(text)), done_(done) {
  if (after == std::chrono::milliseconds::zero()) show();
  try {
    thread_ = std::thread([this, after] { keep_showing(after); });
  } catch (const std::system_error&) {
    // No thread is left for it: then nothing is shown.
  }
}

Progress::~Progress() {
  {
    const std::lock_guard lock(mutex_);
    over_ = true;
  }
  changed_.notify_all();
  if (thread_.joinable()) thread_.join();
  if (shown_) write(clear_line);
}

void Progress::show() {
  const std::size_t done = done_.load(std::memory_order_relaxed);
  write(std::string(clear_line) + text_ + (done > 0 ? " " + std::to_string(done) : ""));
  shown_ = true;
}

void Progress::keep_showing(std::chrono::milliseconds after) {
  std::unique_lock lock(mutex_);
  if (changed_.wait_for(lock, after, [this] { return over_; })) return;
  do {
    show();
  } while (!changed_.wait_for(lock, pause, [this] { return over_; }));
}

}  // namespace zsup::io
