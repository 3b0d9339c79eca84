// Help, from the command table: examples first.
#pragma once

#include <string>

#include "command/command.h"

namespace zsup::command {

std::string help_overview(diag::Lang lang);
std::string help_of(const CommandRow& command, diag::Lang lang);

}  // namespace zsup::command
