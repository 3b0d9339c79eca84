// A line on a terminal's standard error that says what a long run is doing, and goes away.
#pragma once

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <mutex>
#include <string>
#include <thread>

namespace zsup::io {

// Shows `text`, and behind it how far `done` has come, once `after` has passed and until it is
// destroyed; then nothing of it is left on the line. What takes less time shows nothing. While it
// lives nothing else may write to the terminal. `done` must outlive it.
class Progress {
 public:
  Progress(std::string text, const std::atomic<std::size_t>& done, std::chrono::milliseconds after);
  ~Progress();
  Progress(const Progress&) = delete;
  Progress& operator=(const Progress&) = delete;

 private:
  void show();
  void keep_showing(std::chrono::milliseconds after);

  const std::string text_;
  const std::atomic<std::size_t>& done_;
  bool shown_ = false;
  bool over_ = false;
  std::mutex mutex_;
  std::condition_variable changed_;
  std::thread thread_;
};

}  // namespace zsup::io
