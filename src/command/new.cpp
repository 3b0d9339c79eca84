// zsup new: a record file to fill in.
#include <algorithm>

#include "command/common.h"
#include "command/kinds.h"
#include "command/placing.h"
#include "command/rows.h"
#include "diag/brief.h"
#include "record/did_you_mean.h"
#include "record/lenient.h"
#include "record/scaffold.h"
#include "register/suggest_id.h"
#include "stats/listing.h"
#include "text/runner_commands.h"

namespace zsup::command {

using diag::brief;
using diag::say;
using record::FieldSpec;
using record::Kind;
using record::Shape;

namespace {

constexpr Option<std::string> record_output_option{
    {.name = "--output",
     .short_name = "-o",
     .takes = Takes::file,
     .value = {"文件", "FILE"},
     .help = {"写入哪个文件（默认与同类记录放在一起）；- 只显示",
              "the file to write (beside others of the kind by default); - only prints"}}};

// As `check --fix` would write it, where that is certain; else as it was given.
std::string corrected(const FieldSpec& field, const std::string& text) {
  const auto& type = field.type;
  const auto meant = [&]() -> std::optional<std::string> {
    if (type.shape == Shape::due) {
      return value::Due::parse(text) ? std::nullopt : record::due_meant(text);
    }
    if (type.shape == Shape::count) return record::count_meant(text, type.least, type.most);
    if (type.shape == Shape::decimal) return record::decimal_meant(text, type.least, type.most);
    if (type.shape == Shape::money) return record::money_meant(text);
    if (type.shape == Shape::boolean) return record::boolean_meant(text);
    if (type.shape == Shape::enumeration) return record::word_called(text, type.words());
    return std::nullopt;
  }();
  return meant.value_or(text);
}

// The text for a field: a date or a period as it is written in records, everything else as it was
// given. A mistyped word, date or number is told at once; references may come to be later.
std::string fitting(const FieldSpec& field, const std::string& text, int year) {
  const Shape shape = field.type.shape;
  const bool checked = shape == Shape::enumeration || shape == Shape::boolean ||
                       shape == Shape::date || shape == Shape::period || shape == Shape::money ||
                       shape == Shape::decimal || shape == Shape::count;
  if (field.type.list || text.empty()) return text;
  if (shape == Shape::due) {
    const std::string due = corrected(field, text);
    if (value::Due::parse(due) || value::Date::parse(due)) return due;
    throw Stop{usage,
               say("“{}”应为期限，“{}”不是", "'{}' takes a time limit, and '{}' is none",
                   field.written(), brief(text)),
               say("写成 +10d（日）、+5wd（工作日）、+1m（月），或日期",
                   "write +10d (days), +5wd (working days), +1m (months), or a date")};
  }
  if (!checked) return text;
  if (shape == Shape::date) {
    if (const auto date = record::read_date(text)) return date->iso();
    const std::string zh = "“" + std::string(field.word) + "”";
    const std::string en = "'" + std::string(field.key) + "'";
    throw Stop{usage, record::date_flaw({zh, en}, text),
               say("写成 2026-07-15 或 2026年7月15日", "write it as 2026-07-15")};
  }
  std::string meant = corrected(field, text);
  const auto read = stats::read_filter(field, meant, year);
  if (const auto* refused = std::get_if<diag::Refused>(&read)) {
    throw Stop{usage, refused->message, refused->help};
  }
  return shape == Shape::period ? std::get<stats::Filter>(read).text : meant;
}

// An id may come to be later; the name of a record that is there already was meant as its id.
void must_be_no_name(const reg::Register& reg, const FieldSpec& field, std::string_view text) {
  const Shape shape = field.type.shape;
  record::KindSet kinds = field.type.refers;
  if (shape == Shape::charge) kinds = record::kinds({Kind::org});
  if (shape == Shape::owner) kinds = record::kinds({Kind::org, Kind::leader});
  if (kinds == 0 || text.empty()) return;
  reg::IdSuggester names(reg);
  while (true) {
    const std::size_t end = field.type.list ? text.find_first_of(",，、") : std::string_view::npos;
    const std::string one(text.substr(0, end));
    if (reg.find(one) == nullptr) {
      diag::Text help = names.name_for_id(one, kinds);
      if (!help.empty()) {
        throw Stop{usage,
                   say("“{}”要写编号，“{}”是名称", "'{}' takes an id, and '{}' is a name",
                       field.written(), brief(one)),
                   std::move(help)};
      }
    }
    if (end == std::string_view::npos) return;
    text.remove_prefix(std::min(text.find_first_not_of(",，、", end), text.size()));
  }
}

// Whether something that the kind requires has no value.
bool any_blank(Kind kind, const record::ScaffoldOptions& options) {
  const record::ObjectSpec& object = record::kind_row(kind).object();
  const auto given = [&](std::string_view key) {
    return std::any_of(options.values.begin(), options.values.end(),
                       [&](const auto& one) { return one.first == key && !one.second.empty(); });
  };
  for (const FieldSpec& field : object.fields) {
    if (field.required && !given(field.key)) return true;
  }
  for (const record::OneOf& choice : object.one_of) {
    if (std::none_of(choice.keys.begin(), choice.keys.end(), given)) return true;
  }
  return false;
}

int run_new(Session& session, const Arguments& arguments) {
  const Kind kind = kind_named(arguments.words().front());
  if (arguments.value(record_output_option) != "-") session.files_to_write();
  const reg::Register& reg = session.reg();
  session.stop_without_a_day();
  record::ScaffoldOptions options;
  options.lang = session.lang();
  options.spelling = spelling_of(session, kind);
  std::string id;
  const int year = reg.year_at(session.as_of());
  for (std::size_t i = 1; i < arguments.words().size(); ++i) {
    const auto [key, text] = key_and_value(arguments.words()[i]);
    const FieldSpec& field = field_named(kind, key);
    if (field.key == "id") {
      must_be_well_formed(text);
      id = text;
    }
    must_be_no_name(reg, field, text);
    options.values.emplace_back(std::string(field.key), fitting(field, text, year));
  }
  const auto output = arguments.value(record_output_option);
  if (output == "-") {
    must_be_free(session, id, "");
    options.schema = schema_for(session, kind, "-");
    session.out().write(record::scaffold(kind, options));
    return clean;
  }
  std::string path;
  if (output) {
    if (output->empty()) throw Stop{usage, say("-o 后面没有文件", "-o names no file"), {}};
    const std::string absolute = session.path_from_here(*output);
    path = session.path_inside(absolute).value_or(absolute);
    must_be_free(session, id, path);
  } else {
    if (id.empty()) {
      throw Stop{usage, say("没有写明编号，不知道文件叫什么", "without an id the file has no name"),
                 say("写上 编号=…，或用 -o 指定文件，-o - 只显示",
                     "add id=…, or name the file with -o; '-o -' only prints")};
    }
    const std::string folder = usual_folder(session, kind, options.spelling);
    path = (folder.empty() ? "" : folder + "/") + id + ".yaml";
    must_be_free(session, id, path);
  }
  // What is there already is told first.
  if (arguments.has(force_option) || session.files().presence(path) == io::Presence::nothing) {
    must_be_found_there(session, path);
  }
  options.schema = schema_for(session, kind, path);
  if (reg.unreadable) {
    session.note(say("登记册有读不出来的文件，编号可能重复",
                     "some of the register could not be read: the id may be taken"));
  }
  const std::string text = record::scaffold(kind, options);
  // As it may be given back where the command was started; what -o named stays as it was given.
  // Where nobody can be told of it, the file is not made either.
  const std::string told = text::without_commands(
      (output ? *output : session.paths_from_here()(path)) + "\n", text::Markup::plain);
  const io::Output files[]{{path, text}, {"-", told}};
  session.write_together(files, session.overwrite());
  session.note(any_blank(kind, options) ? say("填好必填的各项，再运行 zsup check",
                                              "fill in what is required, then run 'zsup check'")
                                        : say("必填的各项已经填好；用 zsup check 核对",
                                              "all that is required is filled in; 'zsup check' "
                                              "checks it"));
  return clean;
}

constexpr auto words = std::to_array<WordRow>({
    {.takes = Takes::kind,
     .name = {"种类", "KIND"},
     .help = {"记录种类，例如 duty 或 任务", "kind of record, such as duty"},
     .required = true},
    {.takes = Takes::field,
     .name = {"字段=值", "KEY=VALUE"},
     .help = {"先填好的字段；列表用逗号隔开", "fields to fill in; a list is divided by commas"},
     .repeated = true},
});
constexpr auto options = std::to_array<OptionRow>({record_output_option, force_option});
constexpr auto examples = std::to_array<Example>({
    {"zsup new 任务 编号=窗口服务 标题=检查窗口服务", {"新建一条任务", "a new duty"}},
    {"zsup new 问题 编号=交通局-001 来源=巡察 单位=交通局", {"用中文字段", "with Chinese keys"}},
    {"zsup new 领导干部 -o -", {"只看空白记录的样子", "only look at a blank record"}},
});

}  // namespace

const CommandRow new_row{
    .name = "new",
    .summary = {"新建一条带说明的空白记录", "a record file to fill in, every field explained"},
    .detail = {},
    .words = words,
    .options = options,
    .examples = examples,
    .run = run_new,
};

}  // namespace zsup::command
