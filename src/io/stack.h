// A program's first thread, and by default all others, have the stack that a shell's limit leaves
// them (ulimit -s). What zsup needs does not depend on it.
#pragma once

namespace zsup::io {

// Calls `work` where there is room enough, in a thread of its own if need be. Where none can be had,
// it is called as things are.
int with_enough_stack(int (*work)(int, char**), int count, char** words);

}  // namespace zsup::io
