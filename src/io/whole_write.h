// Writes files whole or not at all. For io/ alone; its behaviour is told at FileSystem::write_all.
#pragma once

#include <mutex>
#include <set>
#include <utility>
#include <vector>

#include "io/file_system.h"

namespace zsup::io {

class WholeWriter {
 public:
  // Relative paths start at `root`, an open folder that outlives the writer.
  explicit WholeWriter(int root) : root_(root) {}

  [[nodiscard]] Failure write(std::span<const Output> files, Overwrite overwrite);

 private:
  struct Folder;
  struct Pending;

  Failure write_some(std::span<const Output> files, Overwrite overwrite,
                     std::vector<const char*>& made);
  Failure prepare(const Output& file, Overwrite overwrite, std::vector<Folder>& folders,
                  std::vector<Pending>& pending);
  void clean(int folder);

  int root_;
  std::mutex one_at_a_time_;
  unsigned next_ = 0;                                          // for the names of temporary files
  std::set<std::pair<unsigned long, unsigned long>> cleaned_;  // folders, by device and inode
};

}  // namespace zsup::io
