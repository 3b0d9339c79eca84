#include "command/command.h"

int main(int count, char** words) { return zsup::command::run(count, words); }
