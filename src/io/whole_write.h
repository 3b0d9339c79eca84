// Writes files whole or not at all. For io/ alone; its behaviour is told at FileSystem::write_all.
#pragma once

#include <mutex>
#include <set>
#include <utility>
#include <vector>

#include "io/file_system.h"
#include "io/reach.h"

namespace zsup::io {

class WholeWriter {
 public:
  // Relative paths start at `root`, an open folder that outlives the writer.
  explicit WholeWriter(int root) : root_(root) {}
  ~WholeWriter() { take_away(made_); }

  // Folders that were made for the root itself: taken away again where nothing is written.
  void begin_with(std::vector<MadeFolder> made) { made_ = std::move(made); }

  // Adds what could not be kept of the files that were replaced to `not_kept`.
  [[nodiscard]] Failure write(std::span<const Output> files, Overwrite overwrite,
                              std::vector<Error>& not_kept);

  [[nodiscard]] Failure hold();
  [[nodiscard]] Result<std::size_t> finish_earlier();

 private:
  class Batch;

  int root_;
  std::vector<MadeFolder> made_;
  std::mutex one_at_a_time_;
  bool held_ = false;
  unsigned next_ = 0;                                          // for the names of temporary files
  std::set<std::pair<unsigned long, unsigned long>> cleaned_;  // folders, by device and inode
};

// Nothing when the file of this name is a regular one that holds exactly these bytes and may be
// written to; it is then `opened`.
Failure still_holds(int folder, const std::string& name, std::string_view bytes,
                    const std::string& path, Descriptor& opened);

}  // namespace zsup::io
