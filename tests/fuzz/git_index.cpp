// Git's index, which a stranger may have written: reading it ends, and what it tells of has a name.
// The first two bytes say how many of the others are the index; the rest is what a split one rests
// on.
#include "io/git_index.h"

#include <algorithm>

#include "fuzz/choices.h"

using namespace zsup;
using fuzz::hold;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  fuzz::Choices choices(data, size);
  const std::size_t own = choices.byte() * std::size_t{256} + choices.byte();
  const std::string_view index = choices.bytes(own);
  const std::string shared(choices.rest());
  int asked = 0;
  const auto found = io::notable_entries(index, [&](const std::string& name) {
    hold(++asked == 1, "what a split index rests on is asked for once");
    hold(name.find_first_not_of("0123456789abcdef") == std::string::npos, "its name");
    return std::optional(shared);
  });
  if (!found) return 0;
  hold(found->size() <= (index.size() + shared.size()) / 62,
       "no more entries than there is room for");
  for (const io::IndexEntry& entry : *found) {
    hold(!entry.path.empty(), "an entry has a path");
    hold(entry.path.find('\0') == std::string::npos, "a path without NUL");
    hold(entry.stage > 0 || entry.skip_worktree, "an entry that says something");
    hold(entry.stage < 4, "a stage");
  }
  return 0;
}
