// Makes one register of many records: the index by id, references to the records that they mean,
// and what is derived from them once.
#pragma once

#include "io/file_system.h"
#include "register/register.h"

namespace zsup::reg {

// Fills everything of the register behind `files`, and gathers all diagnostics in `found`.
// Attachments are looked up, never opened.
void link(Register& reg, const io::FileSystem& files, unsigned threads);

}  // namespace zsup::reg
