#include "command/asked_paths.h"

#include <algorithm>
#include <optional>

#include "diag/brief.h"
#include "io/ignore.h"
#include "text/relative_path.h"

namespace zsup::command {

using diag::brief;
using diag::NotRead;
using diag::say;

namespace {

constexpr std::string_view empty = "empty";

bool lies_outside(std::string_view path) {
  return path == ".." || path.starts_with("../");
}

// The path of a word, its folder without symbolic links. A link is itself what was asked for: what
// the register makes of it is told at its own path.
std::string path_of(Session& session, const std::string& word) {
  const auto real = io::real_path(word);
  if (!real && real.error().reason != io::Reason::not_found) {
    throw Stop{failure, reg::describe(real.error()), {}};
  }
  const std::string absolute = session.path_from_here(word);
  std::string_view name = absolute;
  while (name.size() > 1 && name.ends_with('/')) name.remove_suffix(1);
  name.remove_prefix(name.rfind('/') + 1);
  const bool named = !name.empty() && name != "." && name != "..";
  if (named && !word.ends_with('/')) {
    const auto folder = io::real_path(absolute.substr(0, absolute.size() - name.size()));
    const std::string here =
        folder ? (*folder == "/" ? "" : *folder) + "/" + std::string(name) : std::string();
    if (folder && (!real || *real != here)) {
      std::string path = text::path_from(session.root(), here);
      const auto found = std::find_if(session.reg().sources.begin(), session.reg().sources.end(),
                                      [&](const text::Source& one) { return one.path == path; });
      if (found != session.reg().sources.end()) return path;
    }
  }
  if (!real) {
    throw Stop{
        usage, say("没有“{}”这个文件或文件夹", "there is no file or folder '{}'", brief(word)), {}};
  }
  return text::path_from(session.root(), *real);
}

// The folders that a path lies in, from the outermost, and the path itself.
std::vector<std::string> steps_of(const std::string& path) {
  std::vector<std::string> steps;
  for (std::size_t slash = path.find('/'); slash != std::string::npos;
       slash = path.find('/', slash + 1)) {
    steps.push_back(path.substr(0, slash));
  }
  steps.push_back(path);
  return steps;
}

std::string_view name_of(std::string_view path) {
  return path.substr(path.rfind('/') + 1);
}

// The first pattern of zsup.yaml that leaves it out.
std::optional<std::string> ignored_by(const reg::Register& reg, const std::string& path,
                                      bool is_folder) {
  for (const auto& pattern : reg.config.ignore) {
    const std::string text(pattern.or_empty());
    if (io::Ignore({text}).matches(path, is_folder)) return text;
  }
  return std::nullopt;
}

NotRead reason_for(Session& session, const std::string& path) {
  const auto because = [&](std::string_view reason, diag::Text message) {
    return NotRead{path, reason, std::move(message)};
  };
  if (lies_outside(path)) {
    return because("outside", say("它不在登记册 {} 之内", "it is not inside the register {}",
                                  brief(session.root())));
  }
  const std::vector<std::string> steps = steps_of(path);
  for (const std::string& step : steps) {
    const bool is_folder =
        &step != &steps.back() || session.files().presence(step) == io::Presence::folder;
    if (name_of(step).starts_with('.')) {
      return because("hidden", say("“{}”以“.”开头，是隐藏的", "'{}' begins with '.' and is hidden",
                                   brief(name_of(step))));
    }
    if (const auto pattern = ignored_by(session.reg(), step, is_folder)) {
      return because("ignored", say("zsup.yaml 的“忽略”中列有“{}”",
                                    "'ignore' in zsup.yaml lists '{}'", brief(*pattern)));
    }
    if (is_folder &&
        session.files().presence(step + "/" + std::string(io::config_name)) == io::Presence::file) {
      return because("other-register",
                     say("“{0}”是另一个登记册，用 -C 单独校验",
                         "'{0}' is another register; check it by itself with -C", brief(step)));
    }
    if (&step != &steps.back() && (step.ends_with(".yaml") || step.ends_with(".yml"))) {
      return because("odd-folder", say("文件夹“{}”用了记录文件的名称",
                                       "the folder '{}' is named like a record file", brief(step)));
    }
  }
  switch (session.files().presence(path)) {
    case io::Presence::folder:
      return because(empty, say("其中没有记录文件", "there are no record files in it"));
    case io::Presence::file:
      if (path.ends_with(".yaml") || path.ends_with(".yml")) break;
      return because("no-record-file", say("不是记录文件，记录文件的名称以 .yaml 结尾",
                                           "it is no record file; their names end in .yaml"));
    case io::Presence::nothing:
    case io::Presence::other:
      break;
  }
  return because("other", say("读取登记册时没有它", "it was not there when the register was read"));
}

}  // namespace

void AskedPaths::add(Session& session, const std::string& word) {
  std::string path = path_of(session, word);
  if (path == ".") path.clear();
  if (std::find(paths_.begin(), paths_.end(), path) == paths_.end()) {
    paths_.push_back(std::move(path));
  }
}

bool AskedPaths::keeps(std::string_view path) const {
  if (paths_.empty()) return true;
  return std::any_of(paths_.begin(), paths_.end(), [&](const std::string& asked) {
    return asked.empty() || path == asked ||
           (path.size() > asked.size() && path[asked.size()] == '/' && path.starts_with(asked));
  });
}

std::vector<NotRead> AskedPaths::not_read(Session& session) const {
  std::vector<NotRead> list;
  if (paths_.empty()) return list;
  std::vector<std::string_view> known;
  for (const text::Source& source : session.reg().sources) known.push_back(source.path);
  std::sort(known.begin(), known.end());
  for (const std::string& path : paths_) {
    if (path.empty() || std::binary_search(known.begin(), known.end(), path)) continue;
    const std::string folder = path + "/";
    const auto at = std::lower_bound(known.begin(), known.end(), folder);
    if (at != known.end() && at->starts_with(folder)) continue;
    list.push_back(reason_for(session, path));
  }
  return list;
}

bool is_mistake(const NotRead& one) {
  return one.reason != empty;
}

}  // namespace zsup::command
