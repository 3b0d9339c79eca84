// The register as a commit holds it: a FileSystem over the objects of Git, to be read only.
#pragma once

#include <memory>
#include <string>

#include "io/file_system.h"
#include "io/git.h"

namespace zsup::io {

// The folder `root`, an absolute path in the repository's work tree, as `commit` (a full name) has
// it; null where it has no such folder, or no zsup.yaml in it.
//
// What is in submodules is read from their own repositories, at the commits that the tree names.
// What the repositories do not hold is not there: files that Git ignores or does not know, nested
// repositories, submodules that were never fetched, objects that a partial clone left out. A
// symbolic link that leads out of the register is judged by what it would lead to today.
GitResult<std::unique_ptr<FileSystem>> open_tree(const Git& git, const std::string& commit,
                                                 const std::string& root);

}  // namespace zsup::io
