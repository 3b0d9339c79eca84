#include "command/placing.h"

#include <algorithm>
#include <map>

#include "command/starter.h"
#include "diag/brief.h"
#include "record/id.h"
#include "record/record.h"
#include "record/schema.h"

namespace zsup::command {

using diag::brief;
using diag::Lang;
using diag::say;
using record::Kind;
using record::Record;
using record::Spelling;

namespace {

constexpr std::string_view schema_comment = "# yaml-language-server: $schema=";

// What stands at the head of a record's file, for files beside it.
std::string_view schema_of(const reg::Register& reg, const Record& record) {
  const std::string_view bytes = reg.sources[record.source].bytes;
  if (!bytes.starts_with(schema_comment)) return {};
  std::string_view line = bytes.substr(0, bytes.find('\n')).substr(schema_comment.size());
  if (line.ends_with('\r')) line.remove_suffix(1);
  return line;
}

}  // namespace

std::string folder_of(std::string_view path) {
  const std::size_t slash = path.rfind('/');
  return std::string(path.substr(0, slash == std::string_view::npos ? 0 : slash));
}

Spelling spelling_of(Session& session, Kind kind) {
  const reg::Register& reg = session.reg();
  const auto written = [&](const Record& record) {
    const std::string_view head = reg.bytes_at(record.place(record.span));
    return head.find("kind:") < head.find("种类:") ? Spelling::english : Spelling::chinese;
  };
  if (!reg.of_kind(kind).empty()) return written(*reg.of_kind(kind).front());
  if (!reg.records.empty()) return written(*reg.records.front());
  return session.lang() == Lang::zh ? Spelling::chinese : Spelling::english;
}

std::string usual_folder(Session& session, Kind kind, Spelling spelling) {
  const reg::Register& reg = session.reg();
  std::map<std::string, std::size_t> folders;
  for (const Record* record : reg.of_kind(kind)) ++folders[folder_of(reg.path_of(*record))];
  std::string best(record::spelled(record::row_of(kind), spelling));
  std::size_t most = 0;
  for (const auto& [folder, count] : folders) {
    if (count <= most) continue;
    most = count;
    best = folder;
  }
  return best;
}

std::string schema_for(Session& session, Kind kind, const std::string& path) {
  const reg::Register& reg = session.reg();
  for (const Record* record : reg.of_kind(kind)) {
    const std::string_view known = schema_of(reg, *record);
    if (!known.empty() && folder_of(reg.path_of(*record)) == folder_of(path)) {
      return std::string(known);
    }
  }
  const std::string file = record::schema_file(kind);
  if (session.files().presence(".zsup/schemas/" + file) != io::Presence::file) return {};
  return local_schema(path, file);
}

void must_be_well_formed(const std::string& id) {
  const auto flaw = record::id_flaw(id);
  if (!flaw) return;
  throw Stop{usage, say("编号“{}”{}", "the id '{}' {}", brief(id), flaw->what),
             flaw->better.empty() ? diag::Text{} : say("例如“{}”", "such as '{}'", flaw->better)};
}

void must_be_free(Session& session, const std::string& id, const std::string& path) {
  const Record* taken = session.reg().find(id);
  if (taken == nullptr) return;
  const std::string_view where = session.reg().path_of(*taken);
  if (session.arguments().has(force_option) && where == path) return;
  throw Stop{usage,
             say("编号“{0}”已被 {1} 使用", "the id '{0}' is taken in {1}", brief(id),
                 session.paths_from_here()(where)),
             say("换一个编号", "choose another id")};
}

void must_be_found_there(Session& session, const std::string& path) {
  if (path.starts_with('/')) return;
  const auto stop = [&](const diag::Text& why, const diag::Text& help) {
    throw Stop{
        usage,
        say("{} 不会被当作记录读取：{}", "{} would not be read as a record: {}", brief(path), why),
        help};
  };
  const auto is_named_like_a_record = [](std::string_view name) {
    return name.ends_with(".yaml") || name.ends_with(".yml");
  };
  std::vector<std::string> globs;
  for (const auto& glob : session.reg().config.ignore) globs.emplace_back(*glob);
  const io::Ignore ignore(globs);
  for (std::size_t at = 0; at <= path.size();) {
    const std::size_t slash = std::min(path.find('/', at), path.size());
    const bool folder = slash < path.size();
    const std::string_view name = std::string_view(path).substr(at, slash - at);
    const std::string upto = path.substr(0, slash);
    if (name.starts_with('.')) {
      stop(say("以“.”开头的文件和文件夹是隐藏的",
               "files and folders that begin with '.' are hidden"),
           say("换一个名称", "choose another name"));
    }
    if (ignore.matches(upto, folder)) {
      stop(say("zsup.yaml 的 ignore 排除了它", "'ignore' of zsup.yaml leaves it out"),
           say("写到别处，或改 ignore", "put it elsewhere, or change 'ignore'"));
    }
    if (!folder && name == io::config_name) {
      stop(say("这是登记册设置的文件名", "that is the name of a register's settings"),
           say("换一个编号，或用 -o 指定文件", "choose another id, or name the file with -o"));
    }
    if (folder == is_named_like_a_record(name)) {
      stop(folder
               ? say("文件夹不能叫 *.yaml", "no folder may be called *.yaml")
               : say("记录文件叫 *.yaml 或 *.yml", "files of records are called *.yaml or *.yml"),
           say("换一个名称", "choose another name"));
    }
    // Where a link leads, no check would find the record.
    const auto real = folder ? io::real_path(session.root() + "/" + upto) : io::real_path("/");
    if (folder && real && *real != session.root() + "/" + upto) {
      stop(io::path_inside(session.root(), *real)
               ? say("“{}”是符号链接", "'{}' is a symbolic link", brief(upto))
               : say("“{}”是通向登记册之外的符号链接",
                     "'{}' is a symbolic link that leads out of the register", brief(upto)),
           say("换成普通文件夹，或用 -o 指定文件",
               "put a folder in its place, or name the file with -o"));
    }
    if (folder &&
        session.files().presence(upto + "/" + std::string(io::config_name)) == io::Presence::file) {
      stop(say("{}/ 自有 zsup.yaml，属于另一个登记册",
               "{}/ has a zsup.yaml of its own and belongs to another register", brief(upto)),
           say("写到别的文件夹，或用 -C 进入那个登记册",
               "put it into another folder, or go to that register with -C"));
    }
    at = slash + 1;
  }
}

}  // namespace zsup::command
