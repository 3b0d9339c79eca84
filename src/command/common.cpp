#include "command/common.h"

#include "diag/brief.h"

namespace zsup::command {

std::vector<const record::Record*> named_subjects(Session& session,
                                                  const Option<std::vector<std::string>>& leaders,
                                                  const Option<std::vector<std::string>>& orgs) {
  using record::Kind;
  const Arguments& arguments = session.arguments();
  std::vector<const record::Record*> list;
  for (const std::string& id : arguments.values(leaders)) {
    list.push_back(&session.record_named(id, record::kinds({Kind::leader})));
  }
  for (const std::string& id : arguments.values(orgs)) {
    list.push_back(&session.record_named(id, record::kinds({Kind::org})));
  }
  return list;
}

std::string written(const Session& session, view::Page<text::Named> page) {
  const Arguments& arguments = session.arguments();
  const std::string name =
      arguments.written(format_option).value_or(page.paragraphs ? "text" : "table");
  const write::Writer* writer = write::writer_named(name);
  if (writer == nullptr) {
    throw Stop{
        usage, diag::say("没有“{}”这种格式", "there is no format '{}'", diag::brief(name)), {}};
  }
  const write::Look look{
      .lang = session.lang(), .width = table_width(session), .excel = arguments.has(excel_option)};
  return writer->write(mask::with_all_names(std::move(page)), look);
}

}  // namespace zsup::command
