// What nobody outside the process can know.
#pragma once

#include "text/keyed_hash.h"

namespace zsup::io {

// The key of this process's hash tables, from the system's source of random numbers; another one in
// each run. Nothing that comes out may depend on it: a table that is hashed with it is never walked
// through.
text::HashKey hash_key();

}  // namespace zsup::io
