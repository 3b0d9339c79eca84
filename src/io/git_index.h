// Reads Git's index without the git command: which files Git tracks and keeps off the disk on
// purpose, and which ones a merge has left undecided.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "io/repository.h"

namespace zsup::io {

// An entry that says more than that a file is tracked.
struct IndexEntry {
  std::string
      path;  // from the work tree's top; of a folder that a sparse index stands for, ends in '/'
  std::uint8_t stage = 0;      // above 0: a side of a conflict
  bool skip_worktree = false;  // kept off the disk by a sparse checkout
  bool submodule = false;      // stands for another repository

  friend bool operator==(const IndexEntry&, const IndexEntry&) = default;
};

// Those entries of an index of version 2, 3 or 4, of SHA-1 or SHA-256, in their order; nothing
// where the bytes are none, or need what is not known. `shared` gives the bytes of the index that a
// split one rests on, by the hexadecimal name that stands in its own. Checksums are not looked at:
// whoever writes an index can write those too.
std::optional<std::vector<IndexEntry>> notable_entries(
    std::string_view bytes,
    const std::function<std::optional<std::string>(const std::string&)>& shared);

// Those of a repository's index; none where it has no index yet.
std::optional<std::vector<IndexEntry>> notable_entries(const Repository& repository);

}  // namespace zsup::io
