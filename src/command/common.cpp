#include "command/common.h"

#include "diag/brief.h"

namespace zsup::command {

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
