// The list of files that are about to get their names together, so that a run that comes after a
// crash can end what was begun. It lies in the register's own folder, as `.zsup-pending`.
//
// Anybody can put a file of that name into a repository. Such a file is never heeded: the list
// names its own inode and has a mode that no checkout gives (the sticky bit, on a regular file), it
// belongs to the user who runs zsup, and the files that it names are known by their inodes, too.
// Whatever it says, all that is ever done on its behalf is to give a temporary file of zsup its
// name within the same folder. For io/ alone.
#pragma once

#include <sys/types.h>

#include <string>
#include <string_view>
#include <vector>

#include "io/error.h"

namespace zsup::io {

inline constexpr std::string_view temporary_prefix = ".zsup-tmp-";
inline constexpr const char* pending_name = ".zsup-pending";

struct PendingFile {
  std::string folder;  // below the root, or absolute
  std::string temporary;
  std::string name;
  ino_t inode = 0;   // of the new file
  ino_t before = 0;  // of the file that it replaces, or 0 where it may replace none
};

enum class PendingState : unsigned char { none, ours, foreign };

// `root` is the open folder of the register.
PendingState pending_state(int root);

// Reads the list of a run that did not come to its end.
Result<std::vector<PendingFile>> read_pending(int root);

// Makes the list, durable, from a temporary file of the name given. `made` says whether there is
// one: a file system without such modes has none, and then a crash may leave some of the files.
Failure write_pending(int root, const std::vector<PendingFile>& files, const std::string& temporary,
                      bool& made);

void remove_pending(int root);

// Gives the files that have not got it their names; how many there were. The list is gone
// afterwards.
Result<std::size_t> finish_pending(int root);

// Renames within a folder. Without replacing, `to` must not exist.
int rename_in(int folder, const char* from, const char* to, bool replace);

int write_bytes(int file, std::string_view bytes);

}  // namespace zsup::io
