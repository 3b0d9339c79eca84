// zsup init: a register to start from.
#include "command/common.h"
#include "command/rows.h"
#include "command/starter.h"
#include "diag/brief.h"
#include "diag/counted.h"

namespace zsup::command {

using diag::brief;
using diag::say;

namespace {

// Where the register is to be: DIR as seen from -C, absolute. It need not exist.
std::string target_of(const Arguments& arguments) {
  const std::string start = arguments.value_or("directory", ".");
  const auto here = io::real_path(start);
  if (!here) throw Stop{usage, reg::describe(here.error()), {}};
  const std::string folder = first_word(arguments).value_or(".");
  if (folder.empty()) throw Stop{usage, say("没有写明文件夹", "the folder has no name"), {}};
  return folder.starts_with('/') ? folder : *here + "/" + folder;
}

// Refuses before anything is written, so that a register is never half there.
void must_be_free(const io::FileSystem& disk, const std::vector<NewFile>& files) {
  constexpr std::size_t shown = 3;
  std::size_t count = 0;
  std::string taken;
  for (const NewFile& file : files) {
    if (disk.presence(file.path) == io::Presence::nothing) continue;
    if (++count <= shown) taken += (taken.empty() ? "" : ", ") + file.path;
  }
  if (count == 0) return;
  if (count > shown) taken += ", …";
  throw Stop{usage,
             say("已经有 {0} 个同名的文件，什么都没有写：{1}",
                 "{2} there already, and nothing was written: {1}", count, taken,
                 diag::counted(count, "of the files is", "of the files are")),
             say("换一个文件夹；要覆盖请加 --force", "choose another folder; --force overwrites")};
}

std::string folder_of(const std::string& path) {
  const std::size_t slash = path.rfind('/');
  return slash == std::string::npos ? std::string() : path.substr(0, slash);
}

int run_init(Session& session, const Arguments& arguments) {
  const std::string target = target_of(arguments);
  const std::vector<NewFile> files = new_register();
  const bool force = arguments.has("force");
  auto above = io::open_disk("/");
  if (!above) throw Stop{failure, reg::describe(above.error()), {}};
  if (const auto failed = (*above)->make_folders(target)) {
    throw Stop{failure, reg::describe(*failed), {}};
  }
  auto disk = io::open_disk(target);
  if (!disk) throw Stop{failure, reg::describe(disk.error()), {}};
  if (!force) must_be_free(**disk, files);
  std::vector<io::Output> outputs;
  std::string last;
  for (const NewFile& file : files) {
    const std::string folder = folder_of(file.path);
    if (!folder.empty() && folder != last) {
      if (const auto failed = (*disk)->make_folders(folder)) {
        throw Stop{failure, reg::describe(*failed), {}};
      }
      last = folder;
    }
    outputs.push_back({file.path, file.text});
  }
  if (const auto failed =
          (*disk)->write_all(outputs, force ? io::Overwrite::yes : io::Overwrite::no)) {
    throw Stop{failure, reg::describe(*failed), {}};
  }
  const std::string shown = brief(first_word(arguments).value_or("."));
  session.note(say("已在 {0} 建立登记册：{1} 个文件", "a register of {2} is in {0}", shown,
                   files.size(), diag::counted(files.size(), "file", "files")));
  session.note(say("接着：读 README.md，再运行 zsup -C {0} check",
                   "next: read README.md, and run zsup -C {0} check", shown));
  return clean;
}

constexpr auto words = std::to_array<WordRow>({
    {.takes = Takes::folder,
     .name = {"文件夹", "DIR"},
     .help = {"建在哪里（默认为当前文件夹）；没有则新建",
              "where to make it (this folder by default); made when it is not there"}},
});
constexpr auto options = std::to_array<OptionRow>({force_option});
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
         "和 CI 的设置。已有的文件不会被覆盖。",
         "Writes a small invented register with Chinese keys, the JSON Schemas of all records, "
         "and settings for Git, editors, pre-commit and CI. Overwrites nothing."},
    .words = words,
    .options = options,
    .examples = examples,
    .run = run_init,
};

}  // namespace zsup::command
