// zsup schema: the JSON Schema of a kind, for editors and other tools.
#include "record/schema.h"

#include <array>

#include "command/rows.h"
#include "command/session.h"
#include "diag/brief.h"
#include "text/edit_distance.h"

namespace zsup::command {

using diag::say;

namespace {

int run_schema(Session& session, const Arguments& arguments) {
  if (arguments.words().empty()) {
    std::string list;
    for (const record::KindRow* row : record::kind_rows()) {
      const record::EnumRow& kind = record::row_of(row->kind());
      list += std::string(kind.id) + "\t" + std::string(kind.label.zh) + "\t" +
              std::string(row->doc->in(session.lang())) + "\n";
    }
    list += "zsup\tzsup.yaml\t" +
            std::string(session.word({"登记册设置", "the register's settings"})) + "\n";
    session.out().write(list);
    return clean;
  }
  const std::string& wanted = arguments.words().front();
  if (wanted == "zsup" || wanted == "zsup.yaml") {
    session.deliver(record::json_schema_of_config());
    return clean;
  }
  std::vector<std::string_view> names;
  for (const record::KindRow* row : record::kind_rows()) {
    const record::EnumRow& kind = record::row_of(row->kind());
    if (kind.id == wanted || kind.label.zh == wanted) {
      session.deliver(record::json_schema(row->kind()));
      return clean;
    }
    names.push_back(kind.id);
    names.push_back(kind.label.zh);
  }
  const auto near = text::nearest(wanted, names);
  throw Stop{usage, say("没有“{}”这个种类", "there is no kind '{}'", diag::brief(wanted)),
             near ? say("是不是“{}”？", "did you mean '{}'?", *near)
                  : say("zsup schema 列出全部种类", "'zsup schema' lists them all")};
}

constexpr auto words = std::to_array<WordRow>({
    {.takes = Takes::kind,
     .name = {"种类", "KIND"},
     .help = {"记录种类，或 zsup（登记册设置）；不写则列出全部",
              "kind of record, or zsup for the settings; all are listed when left out"}},
});
constexpr auto options = std::to_array<OptionRow>({output_option, force_option});
constexpr auto examples = std::to_array<Example>({
    {"zsup schema 任务", {"任务的 JSON Schema", "the JSON Schema of duties"}},
});

}  // namespace

const CommandRow schema_row{
    .name = "schema",
    .summary = {"输出记录的 JSON Schema（draft-07）", "print the JSON Schema (draft-07) of a kind"},
    .detail = {},
    .words = words,
    .options = options,
    .examples = examples,
    .run = run_schema,
};

}  // namespace zsup::command
