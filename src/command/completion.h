// The files of completions/, compiled in.
#pragma once

#include <span>
#include <string_view>

namespace zsup::command {

struct CompletionFile {
  std::string_view shell;
  std::string_view text;
};

std::span<const CompletionFile> completion_files();

}  // namespace zsup::command
