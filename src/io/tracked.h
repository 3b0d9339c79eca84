// What Git's index says of a register's files that the disk does not show. For io/ alone.
#pragma once

#include "io/file_system.h"

namespace zsup::io {

// Adds to a listing what the index of the register's repository says, and those of the repositories
// below it, each read without the git command. What would not be listed is not added: hidden files,
// what `ignore` matches, what is in another register.
void add_tracked(int root, const std::string& root_path, const Ignore& ignore, Listing& listing);

}  // namespace zsup::io
