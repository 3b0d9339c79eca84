// zsup list: the records of a kind as a table.
#include "command/common.h"
#include "command/kinds.h"
#include "command/rows.h"
#include "diag/brief.h"
#include "stats/listing.h"
#include "view/listing.h"

namespace zsup::command {

using diag::brief;
using diag::say;
using record::FieldSpec;
using record::Kind;
using record::Shape;

namespace {

constexpr Option<std::vector<std::string>> where_option{
    {.name = "--where",
     .short_name = "-w",
     .takes = Takes::field,
     .value = {"字段=值", "KEY=VALUE"},
     .help = {"只列符合的：文字含有即可，日期可写期间（发现日期=2026-q2），不写值表示没有填写",
              "only those that say so: a text holds it, a date may lie in a period "
              "(found=2026-q2), no value means left out"},
     .repeated = true}};
constexpr Option<std::string> columns_option{
    {.name = "--columns",
     .short_name = "-c",
     .takes = Takes::text,
     .value = {"字段,…", "KEY,…"},
     .help = {"显示哪些字段；文件 表示出处",
              "which fields to show; file is where the record stands"}}};

std::vector<stats::Filter> filters_of(Session& session, Kind kind) {
  std::vector<std::string> conditions = session.arguments().values(where_option);
  const auto& words = session.arguments().words();
  conditions.insert(conditions.end(), words.begin() + 1, words.end());
  std::vector<stats::Filter> filters;
  for (const std::string& condition : conditions) {
    const auto [key, text] = key_and_value(condition);
    const FieldSpec& field = field_named(kind, key);
    const Shape shape = field.type.shape;
    if ((shape == Shape::ref || shape == Shape::owner) && !text.empty() &&
        session.reg().find(text) == nullptr) {
      session.record_named(text, field.type.refers);  // says what was probably meant
    }
    auto filter = stats::read_filter(field, text, session.reg().year_at(session.as_of()));
    if (const auto* refused = std::get_if<diag::Refused>(&filter)) {
      throw Stop{usage, refused->message, refused->help};
    }
    filters.push_back(std::get<stats::Filter>(std::move(filter)));
  }
  return filters;
}

// "a,b", with the commas and enumeration marks of Chinese too.
std::vector<std::string> split(const std::string& text) {
  std::vector<std::string> parts(1);
  for (std::size_t at = 0; at < text.size();) {
    std::size_t length = 0;
    for (const std::string_view mark : {",", "，", "、"}) {
      if (std::string_view(text).substr(at).starts_with(mark)) length = mark.size();
    }
    if (length == 0) {
      parts.back() += text[at++];
    } else {
      parts.emplace_back();
      at += length;
    }
  }
  std::erase(parts, std::string());
  return parts;
}

int run_list(Session& session, const Arguments& arguments) {
  const Kind kind = kind_named(arguments.words().front());
  const reg::Register& reg = session.reg();
  session.stop_without_a_day();
  session.stop_without_records();
  session.cut();
  view::ListingWanted wanted;
  wanted.lang = session.lang();
  wanted.columns = stats::main_fields(kind);
  wanted.all_fields = !arguments.has(columns_option);
  if (const auto columns = arguments.value(columns_option)) {
    wanted.columns.clear();
    for (const std::string& column : split(*columns)) {
      if (column == "file" || column == "文件") {
        wanted.with_place = true;
        continue;
      }
      const FieldSpec& field = field_named(kind, column);
      if (field.key != "id") wanted.columns.push_back(&field);
    }
  }
  const std::vector<stats::Filter> filters = filters_of(session, kind);
  std::vector<stats::Row> rows = stats::rows(reg, kind);
  std::erase_if(rows, [&](const stats::Row& row) {
    return !std::all_of(filters.begin(), filters.end(),
                        [&](const stats::Filter& filter) { return matches(row, filter); });
  });
  session.deliver(written(session, view::listing_page(reg, kind, rows, std::move(wanted))));
  if (rows.empty()) {
    session.note(say("没有符合条件的{}", "there is no such {}", record::row_of(kind).written()));
  }
  const auto undated =
      std::count_if(reg.not_there.begin(), reg.not_there.end(), [&](const record::Record* record) {
        return record->kind == kind && !record::kind_row(kind).begins->day(*record);
      });
  if (undated > 0) {
    session.complain(
        say("有 {} 条{}没有可以读出的日期，不知道何时才有，没有列入；用 zsup check 查看",
            "{} of kind {} left out: without a date that can be read there is no day from which "
            "they are there; 'zsup check' shows which",
            undated, record::row_of(kind).written()));
  }
  if (reg.partial || reg.unreadable) {
    session.complain(say("有记录没有读出来，表中可能缺少；用 zsup check 查看",
                         "some records could not be read, and may be missing here; 'zsup check' "
                         "shows which"));
  }
  return session.outcome(false);
}

constexpr auto words = std::to_array<WordRow>({
    {.takes = Takes::kind,
     .name = {"种类", "KIND"},
     .help = {"记录种类，例如 finding 或 问题", "kind of record, such as finding"},
     .required = true},
    {.takes = Takes::field,
     .name = {"字段=值", "KEY=VALUE"},
     .help = {"与 --where 相同", "the same as --where"},
     .repeated = true},
});
constexpr auto options = std::to_array<OptionRow>(
    {where_option, columns_option, format_option, excel_option, output_option, force_option});
constexpr auto examples = std::to_array<Example>({
    {"zsup list 问题 --where 来源=巡察", {"巡察发现的问题", "what inspections found"}},
    {"zsup list 问题 来源=巡察 发现日期=2026-q2 --columns 单位,内容,文件",
     {"第二季度巡察发现的问题，只要三列", "the same of one quarter, in three columns"}},
    {"zsup list 领导干部 --format csv --excel -o 名册.csv", {"导出给 Excel", "for Excel"}},
});

}  // namespace

const CommandRow list_row{
    .name = "list",
    .summary = {"把一种记录列成表", "the records of a kind as a table"},
    .detail = {},
    .words = words,
    .options = options,
    .examples = examples,
    .run = run_list,
};

}  // namespace zsup::command
