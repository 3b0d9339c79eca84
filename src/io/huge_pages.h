// Memory in pages of 2 MB, where the system has them.
#pragma once

#include "text/arena.h"

namespace zsup::io {

// For an arena that may become large: what is read a million times from all over it then seldom
// waits for an address to be looked up, and the system hands it out in fewer pieces.
text::Blocks huge_pages();

}  // namespace zsup::io
