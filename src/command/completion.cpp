// zsup completion: what a shell needs to complete zsup's command line.
#include "command/completion.h"

#include <algorithm>

#include "command/common.h"
#include "command/rows.h"

namespace zsup::command {

namespace {

int run_completion(Session& session, const Arguments& arguments) {
  for (const CompletionFile& file : completion_files()) {
    if (file.shell == arguments.words().front()) session.deliver(file.text);
  }
  return clean;
}

constexpr auto shells = std::to_array<std::string_view>({"bash", "zsh", "fish"});
constexpr auto words = std::to_array<WordRow>({
    {.takes = Takes::choice,
     .name = {"SHELL", "SHELL"},
     .help = {"哪一种命令行：bash、zsh 或 fish", "which shell: bash, zsh or fish"},
     .required = true,
     .choices = shells},
});
constexpr auto options = std::to_array<OptionRow>({output_option, force_option});
constexpr auto examples = std::to_array<Example>({
    {"zsup completion bash > ~/.local/share/bash-completion/completions/zsup", {"bash", "bash"}},
    {"zsup completion zsh > ~/.zfunc/_zsup",
     {"zsh（~/.zfunc 须在 fpath 中）", "zsh (with ~/.zfunc in fpath)"}},
    {"zsup completion fish > ~/.config/fish/completions/zsup.fish", {"fish", "fish"}},
});

}  // namespace

const CommandRow completion_row{
    .name = "completion",
    .summary = {"输出命令行补全脚本（bash、zsh、fish）",
                "print what bash, zsh or fish needs to complete zsup's command line"},
    .detail =
        {"补全命令、选项及其值、记录种类、规则代码，以及当前登记册中的编号和期间。",
         "Completes commands, options and their values, kinds of records, codes of rules, and "
         "the ids and periods of the register at hand."},
    .words = words,
    .options = options,
    .examples = examples,
    .run = run_completion,
};

}  // namespace zsup::command
