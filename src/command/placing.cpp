#include "command/placing.h"

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
  throw Stop{usage,
             say("编号“{0}”{1}", "the id '{0}' {2}", brief(id), flaw->what.zh, flaw->what.en),
             flaw->better.empty() ? diag::Text{} : say("例如“{}”", "such as '{}'", flaw->better)};
}

void must_be_free(Session& session, const std::string& id, const std::string& path) {
  const Record* taken = session.reg().find(id);
  if (taken == nullptr) return;
  const std::string_view where = session.reg().path_of(*taken);
  if (session.arguments().has("force") && where == path) return;
  throw Stop{usage, say("编号“{0}”已被 {1} 使用", "the id '{0}' is taken in {1}", brief(id), where),
             say("换一个编号", "choose another id")};
}

}  // namespace zsup::command
