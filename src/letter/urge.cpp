// 督办函: what is past its time and not done: problems to be put right, reports that are not in,
// and reports that came back.
#include "letter/items.h"

namespace zsup::letter {

void fill_urge(const Composer& composer, Letter& letter) {
  add_overdue_problems(composer, letter);
  add_overdue(composer, letter);
  add_returned(composer, letter);
}

}  // namespace zsup::letter
