// 提醒函: the figures of the period, what is overdue, and what was returned and why.
#include "letter/items.h"

namespace zsup::letter {

void fill_reminder(const Composer& composer, Letter& letter) {
  add_overdue(composer, letter);
  add_returned(composer, letter);
}

}  // namespace zsup::letter
