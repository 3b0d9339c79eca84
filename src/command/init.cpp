// zsup init: a register to start from.
#include <algorithm>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "command/common.h"
#include "command/rows.h"
#include "command/starter.h"
#include "diag/brief.h"
#include "diag/counted.h"

namespace zsup::command {

using diag::brief;
using diag::say;

namespace {

constexpr Flag no_force_option{
    {.name = "--force",
     .help = {"已不起作用：init 从不覆盖文件", "without effect: init overwrites nothing"}}};

// Where the register is to be: DIR as seen from -C, absolute. It need not exist.
std::string target_of(const Arguments& arguments) {
  const std::string start = arguments.value_or(directory_option, ".");
  const auto here = io::real_path(start);
  if (!here) throw Stop{usage, reg::describe(here.error()), {}};
  const std::string folder = first_word(arguments).value_or(".");
  if (folder.empty()) throw Stop{usage, say("没有写明文件夹", "the folder has no name"), {}};
  return folder.starts_with('/') ? folder : *here + "/" + folder;
}

// The folder's path without links and dots, where the end of it need not exist; "" for "/".
std::string real_or_to_be(const std::string& path) {
  std::string there = path;
  std::vector<std::string> missing;  // from the last one up
  auto real = io::real_path(there);
  while (!real) {
    const std::size_t slash = there.rfind('/');
    const std::string name = there.substr(slash + 1);
    if (real.error().reason != io::Reason::not_found || slash == std::string::npos ||
        name == "..") {
      throw Stop{failure, reg::describe(real.error()), {}};
    }
    if (!name.empty() && name != ".") missing.push_back(name);
    there.resize(slash);
    real = io::real_path(there.empty() ? "/" : there);
  }
  std::string folder = *real == "/" ? "" : *real;
  for (auto name = missing.rbegin(); name != missing.rend(); ++name) folder += "/" + *name;
  return folder;
}

// A register that is there is nobody's to begin anew.
void must_be_free(const io::FileSystem& disk, const std::string& target, const std::string& shown) {
  if (disk.presence(target + "/" + std::string(io::config_name)) == io::Presence::nothing) return;
  throw Stop{
      usage,
      say("{} 已经是一个登记册，什么都没有写", "{} is a register already, and nothing was written",
          shown),
      say("在别的文件夹里建立：zsup init 文件夹", "make one in another folder: zsup init DIR")};
}

// The way from the repository's top to the register goes into the files of CI systems, which read
// line by line and fill in what stands in `${{ }}`.
void must_be_writable_in_jobs(std::string_view below) {
  const bool control = std::any_of(below.begin(), below.end(), [](char c) {
    return static_cast<unsigned char>(c) < 0x20 || c == 0x7f;
  });
  if (!control && below.find('$') == std::string_view::npos) return;
  throw Stop{
      usage,
      say("文件夹“{}”的名称中有控制字符或“$”，CI 的设置写不了它，什么都没有写",
          "the name of the folder '{}' has a control character or '$', which the settings of "
          "CI cannot hold; nothing was written",
          brief(below)),
      say("换一个名称", "choose another name")};
}

struct Outcome {
  std::size_t made = 0;
  std::vector<std::string> kept;  // files that were there already
  bool has_ignore_file = false;
};

// Adds those files that are not there yet, below `folder` ("" or ending in '/').
void add_missing(const io::FileSystem& disk, const std::string& folder, const std::string& shown,
                 const std::vector<NewFile>& files, std::vector<io::Output>& outputs,
                 Outcome& outcome) {
  for (const NewFile& file : files) {
    const std::string path = folder + file.path;
    if (disk.presence(path) == io::Presence::nothing) {
      outputs.push_back({path, file.text});
    } else if (file.path == ignore_file) {
      outcome.has_ignore_file = true;
    } else {
      outcome.kept.push_back(shown + file.path);
    }
  }
}

// What a .gitignore that is there holds.
std::string ignore_file_of(const io::FileSystem& disk) {
  constexpr std::uint64_t most = 1U << 20;
  auto text = disk.read(std::string(ignore_file), most);
  if (!text) throw Stop{failure, reg::describe(text.error()), {}};
  return std::move(*text);
}

// A run that was killed wrote down what it was about to make.
int end_earlier(Session& session, io::FileSystem& disk, const std::string& shown) {
  const auto finished = disk.finish_earlier();
  if (!finished) throw Stop{failure, reg::describe(finished.error()), {}};
  session.note(say("上一次建立登记册中途断了，已在 {0} 把它写完：{1} 个文件",
                   "an earlier run was cut off while it made the register in {0}; that has been "
                   "ended: {2}",
                   shown, *finished, diag::counted(*finished, "file", "files")));
  return clean;
}

int run_init(Session& session, const Arguments& arguments) {
  const std::string target = target_of(arguments);
  const std::string shown = brief(first_word(arguments).value_or("."));
  const auto all = io::open_disk("/");
  if (!all) throw Stop{failure, reg::describe(all.error()), {}};
  if (const auto there = io::open_disk(target); there && (*there)->unfinished()) {
    return end_earlier(session, **there, shown);
  }
  must_be_free(**all, target, shown);
  const std::string folder = real_or_to_be(target);
  const std::string nearest = io::repository_top(folder.empty() ? "/" : folder).value_or(folder);
  const std::string top = nearest == "/" ? "" : nearest;
  const std::string below = top == folder ? "" : folder.substr(top.size() + 1) + "/";
  must_be_writable_in_jobs(below);
  const std::vector<NewFile> inside = new_register();
  const std::vector<NewFile> around = around_register(below);
  const auto disk = io::open_new_disk(target);
  if (!disk) throw Stop{failure, reg::describe(disk.error()), {}};
  std::vector<io::Output> outputs;
  Outcome outcome;
  add_missing(**disk, "", "", inside, outputs, outcome);
  std::string up;
  for (const char c : below) {
    if (c == '/') up += "../";
  }
  const std::size_t kept_inside = outcome.kept.size();
  add_missing(**disk, below.empty() ? "" : top + "/", up, around, outputs, outcome);
  std::string ignored;  // a .gitignore that is there gains what it lacks
  std::string grown;
  if (outcome.has_ignore_file) {
    ignored = ignore_file_of(**disk);
    grown = with_missing_lines(ignored);
    if (grown == ignored) {
      grown.clear();
    } else {
      outputs.push_back({std::string(ignore_file), grown, std::string_view(ignored)});
    }
  }
  // What makes a register of the folder comes last.
  const auto config = std::find_if(outputs.begin(), outputs.end(), [](const io::Output& file) {
    return file.path == io::config_name;
  });
  std::rotate(config, config + 1, outputs.end());
  if (const auto failed = (*disk)->write_all(outputs, io::Overwrite::no)) {
    throw Stop{failure, reg::describe(*failed), {}};
  }

  if (arguments.has(no_force_option)) {
    session.complain(say("警告：init 从不覆盖文件，--force 已不起作用，0.3.0 起不再接受",
                         "warning: init overwrites nothing; --force has no effect any more and is "
                         "no longer taken from 0.3.0 on"));
  }
  const std::size_t made = outputs.size() - (grown.empty() ? 0 : 1);
  session.note(say("已在 {0} 建立登记册：{1} 个文件", "a register of {2} is in {0}", shown, made,
                   diag::counted(made, "file", "files")));
  if (!below.empty()) {
    session.note(say("CI、提交钩子和编辑器的设置在仓库顶层 {}，那里才会被读到",
                     "the settings of CI, hooks and editors are at the repository's top, {}, where "
                     "they are read",
                     brief(up)));
  }
  for (const std::string& path : outcome.kept) {
    session.note(say("已有，未改动：{}", "there already, left as it is: {}", brief(path)));
  }
  if (outcome.kept.size() > kept_inside) {
    session.note(
        say("这些设置里若没有这个登记册，请自己加上：zsup{} check",
            "where these settings do not name this register, add it to them: zsup{} check",
            below.empty() ? "" : " -C " + brief(shell_word(below.substr(0, below.size() - 1)))));
  }
  if (!grown.empty()) {
    session.note(say("已有，补了所缺的行：{}", "there already, gained the lines it lacked: {}",
                     ignore_file));
  }
  const std::string next = "zsup -C " + shell_word(shown) + " check";
  const bool own_readme =
      std::find(outcome.kept.begin(), outcome.kept.end(), "README.md") != outcome.kept.end();
  session.note(
      own_readme ? say("接着运行 {}", "next: run {}", next)
                 : say("接着：读 README.md，再运行 {}", "next: read README.md, and run {}", next));
  return clean;
}

constexpr auto words = std::to_array<WordRow>({
    {.takes = Takes::folder,
     .name = {"文件夹", "DIR"},
     .help = {"建在哪里（默认为当前文件夹）；没有则新建",
              "where to make it (this folder by default); made when it is not there"}},
});
constexpr auto options = std::to_array<OptionRow>({no_force_option});
constexpr auto examples = std::to_array<Example>({
    {"zsup init 登记册", {"在新文件夹中建立登记册", "make a register in a new folder"}},
    {"zsup init && zsup check", {"在当前文件夹建立并校验", "make one here, and check it"}},
});

}  // namespace

const CommandRow init_row{
    .name = "init",
    .summary = {"建立一个可以直接改用的登记册", "make a register to start from"},
    .detail =
        {"写入一个虚构的小登记册（中文字段）、各种记录的 JSON Schema，以及 Git、编辑器、pre-commit "
         "和 CI 的设置；后三样写在仓库顶层。已有的文件原样保留，.gitignore 只补所缺的行；"
         "已是登记册的文件夹不动。",
         "Writes a small invented register with Chinese keys, the JSON Schemas of all records, "
         "and settings for Git, editors, pre-commit and CI, the last three at the repository's "
         "top. Files that exist stay as they are, a .gitignore gains the lines it lacks, and a "
         "folder that is a register already is left alone."},
    .words = words,
    .options = options,
    .examples = examples,
    .run = run_init,
};

}  // namespace zsup::command
