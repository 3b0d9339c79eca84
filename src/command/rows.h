// The row of every command, defined in the file of its command.
#pragma once

#include "command/command.h"

namespace zsup::command {

extern const CommandRow check_row;
extern const CommandRow completion_row;
extern const CommandRow config_row;
extern const CommandRow draw_row;
extern const CommandRow explain_row;
extern const CommandRow init_row;
extern const CommandRow letter_row;
extern const CommandRow list_row;
extern const CommandRow new_row;
extern const CommandRow remind_row;
extern const CommandRow schema_row;
extern const CommandRow score_row;
extern const CommandRow stats_row;
extern const CommandRow status_row;
extern const CommandRow trend_row;

}  // namespace zsup::command
