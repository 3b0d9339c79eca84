// Waiting until something below a folder changes.
#pragma once

#include <cstdint>
#include <string>

namespace zsup::io {

// How everything below a folder stands: names, sizes and times of writing, hidden folders and links
// left out. Two equal stamps mean that nothing was written in between.
std::uint64_t stamp_of(const std::string& folder);

// Returns once the folder's stamp is another than `stamp`, and has been the same at two looks
// running: whoever saves several files is given the time to. Looks three times a second; does not
// return before.
void wait_for_change(const std::string& folder, std::uint64_t stamp);

}  // namespace zsup::io
