// floor FOLDER THREADS [REPEATS]
//
// The least that any program does which looks at a register: opens and reads each of its record
// files, and touches every byte. To find the files takes time too, which is not counted. Prints a
// line a run: seconds, files, bytes, and a sum that keeps the compiler honest.
#include <fcntl.h>
#include <unistd.h>

#include <atomic>
#include <chrono>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <string>
#include <thread>
#include <vector>

namespace {

namespace fs = std::filesystem;

struct Total {
  std::uint64_t bytes = 0;
  std::uint64_t sum = 0;
};

void read_one(int root, const std::string& path, std::vector<char>& room, Total& total) {
  const int file = ::openat(root, path.c_str(), O_RDONLY | O_CLOEXEC);
  if (file < 0) return;
  std::size_t filled = 0;
  while (true) {
    if (filled == room.size()) room.resize(room.size() * 2);
    const ssize_t got = ::read(file, room.data() + filled, room.size() - filled);
    if (got <= 0) break;
    filled += static_cast<std::size_t>(got);
  }
  ::close(file);
  total.bytes += filled;
  for (std::size_t at = 0; at + 8 <= filled; at += 8) {
    std::uint64_t word;
    std::memcpy(&word, room.data() + at, 8);
    total.sum += word;
  }
}

std::vector<std::string> files_below(const fs::path& folder) {
  std::vector<std::string> paths;
  for (const auto& entry : fs::recursive_directory_iterator(folder)) {
    if (entry.path().extension() == ".yaml" && entry.is_regular_file()) {
      paths.push_back(entry.path().native().substr(folder.native().size() + 1));
    }
  }
  return paths;
}

Total read_all(const fs::path& folder, const std::vector<std::string>& paths, unsigned threads) {
  const int root = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  std::atomic<std::size_t> next{0};
  std::vector<Total> totals(threads);
  const auto work = [&](Total& total) {
    std::vector<char> room(std::size_t{1} << 20);
    for (std::size_t at = next++; at < paths.size(); at = next++) {
      read_one(root, paths[at], room, total);
    }
  };
  std::vector<std::thread> helpers;
  for (unsigned i = 1; i < threads; ++i) helpers.emplace_back([&, i] { work(totals[i]); });
  work(totals[0]);
  for (std::thread& helper : helpers) helper.join();
  ::close(root);
  Total all;
  for (const Total& total : totals) {
    all.bytes += total.bytes;
    all.sum += total.sum;
  }
  return all;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 3) return 2;
  const fs::path folder = argv[1];
  const auto threads = static_cast<unsigned>(std::atoi(argv[2]));
  const std::vector<std::string> paths = files_below(folder);
  for (int run = argc > 3 ? std::atoi(argv[3]) : 1; run > 0; --run) {
    const auto start = std::chrono::steady_clock::now();
    const Total total = read_all(folder, paths, threads);
    const std::chrono::duration<double> took = std::chrono::steady_clock::now() - start;
    std::printf("%.6f %zu %llu %llx\n", took.count(), paths.size(),
                static_cast<unsigned long long>(total.bytes),
                static_cast<unsigned long long>(total.sum));
  }
  return 0;
}
