// The manual page, from the command table.
#pragma once

#include <string>

#include "diag/say.h"

namespace zsup::command {

// zsup(1) in roff, with the macros of man(7); no dates, so that the same table gives the same page.
std::string man_page(diag::Lang lang);

}  // namespace zsup::command
