// The way to a file that is to be written, step by step, each folder opened from the one above it
// and kept: whatever is put in a folder's place meanwhile, what is looked at, written and renamed
// lies in one and the same folder. For io/ alone.
#pragma once

#include <string>
#include <vector>

#include "io/descriptor.h"
#include "io/error.h"

namespace zsup::io {

// A folder that was made on the way, to be taken away again where nothing comes of it.
struct MadeFolder {
  Descriptor above;
  std::string name;
};

// Takes away what is empty of them, the innermost first.
void take_away(std::vector<MadeFolder>& made);

// Makes their names durable; 0, or the number of the error.
int make_durable(const std::vector<MadeFolder>& made);

// Where a file is or is to be: its folder, open, and its name in it.
struct Place {
  Descriptor folder;
  std::string name;
};

// What becomes of folders that are not there.
enum class Missing : bool { is_an_error, is_made };

// Which symbolic links to folders are followed. A link of a repository is whoever's who committed
// it, so none is followed below the top of one.
enum class Links : bool {
  never,
  outside,  // as long as no folder of the way held a `.git` or a `zsup.yaml` or is the one in which
            // this process was started
};

// Relative paths begin at `root`, an open folder, never leave it and never pass through a link,
// whatever `links` says. The error names the path. What has been made by then stands in `made`, in
// case of an error as well.
Failure reach(int root, const std::string& path, Missing missing, Links links,
              std::vector<MadeFolder>& made, Place& place);

// The same for a folder.
Failure reach_folder(int root, const std::string& path, Missing missing, Links links,
                     std::vector<MadeFolder>& made, Descriptor& folder);

}  // namespace zsup::io
