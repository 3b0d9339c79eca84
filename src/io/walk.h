// Lists the record files of a register. For io/ alone; its behaviour is told at FileSystem::list.
#pragma once

#include "io/file_system.h"

namespace zsup::io {

// `root` is an open folder, `root_path` its absolute path without symbolic links.
Listing walk(int root, const std::string& root_path, const Ignore& ignore, text::Arena& paths,
             unsigned threads);

// Whether a file's name says that it holds records.
bool is_record_name(std::string_view name);

// The name of a record file that is probably meant by one that is not: with capitals, with blanks
// behind it, or with the `.txt`, `.bak`, `~` and the like that editors and merges put there. Empty
// where none is.
std::string record_name_meant(std::string_view name);

}  // namespace zsup::io
