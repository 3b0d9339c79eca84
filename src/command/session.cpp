#include "command/session.h"

#include <algorithm>
#include <charconv>
#include <utility>

#include "command/settings.h"
#include "diag/brief.h"
#include "diag/counted.h"
#include "diag/report.h"
#include "io/interrupt.h"
#include "io/memory.h"
#include "io/zone.h"
#include "record/lenient.h"
#include "register/suggest_id.h"
#include "rule/rule.h"
#include "text/edit_distance.h"
#include "text/visible.h"
#include "value/zone.h"

namespace zsup::command {

using diag::brief;
using diag::Lang;
using diag::say;

Session::Session(const Arguments& arguments)
    : arguments_(arguments), environment_(io::read_environment()) {
  choose_language();
}

void Session::choose_language() {
  lang_ = language(arguments_, environment_, {}).value;
  io::say_when_out_of_memory(lang_ == Lang::en ? "error: out of memory\n" : "错误：内存不足\n");
}

void Session::note(const diag::Text& line) {
  if (!quiet()) complain(line);
}

void Session::complain(const diag::Text& line) {
  const std::string_view said = line.in(lang_);
  complain_raw(text::visible(veil_ ? veil_(said) : std::string(said)) + "\n");
}

void Session::complain_raw(std::string_view text) {
  // In a terminal both streams are one: what was said before comes before. A failure is kept, and
  // told at the end.
  static_cast<void>(out_.flush());
  io::Stream err(io::Standard::error);
  err.write(text::without_commands(text, text::Markup::plain));
  // There is nowhere left to tell of a failure to write to standard error.
  static_cast<void>(err.flush());
}

bool Session::color(io::Standard stream) const {
  return command::color(arguments_, environment_, io::is_terminal(stream)).value;
}

int Session::width() const {
  // What goes into a pipe or a file is never cut, whatever the environment says of a terminal.
  if (!io::is_terminal(io::Standard::output)) return 0;
  return io::terminal_width(io::Standard::output, environment_);
}

// Only for people who wait: nothing in pipes and logs, and nothing with --quiet.
std::unique_ptr<io::Progress> Session::progress(diag::Words what) const {
  if (quiet() || !io::is_terminal(io::Standard::error) || environment_.term == "dumb") return {};
  using std::chrono::milliseconds;
  const auto past =
      std::chrono::duration_cast<milliseconds>(std::chrono::steady_clock::now() - begun_);
  const auto left =
      arguments_.has(progress_at_once_option) ? milliseconds(0) : milliseconds(1000) - past;
  return std::make_unique<io::Progress>(std::string(what.in(lang_)), files_read_,
                                        std::max(left, milliseconds(0)));
}

unsigned Session::threads() const {
  if (const auto wanted = arguments_.value(jobs_option)) {
    unsigned count = 0;
    const auto [end, error] =
        std::from_chars(wanted->data(), wanted->data() + wanted->size(), count);
    if (error != std::errc{} || end != wanted->data() + wanted->size() || count < 1 ||
        count > 256) {
      throw Stop{usage,
                 say("-j 应为 1 到 256 的整数，“{}”不是",
                     "-j takes a whole number from 1 to 256, and '{}' is none", brief(*wanted)),
                 {}};
    }
    return count;
  }
  return io::available_processors();
}

void Session::open() {
  if (files_) return;
  const std::string start = arguments_.value_or(directory_option, ".");
  if (start.empty()) throw Stop{usage, say("-C 后面没有文件夹", "-C names no folder"), {}};
  const auto root = io::find_root(start);
  if (!root) {
    const io::Error& error = root.error();
    if (error.reason == io::Reason::not_found && error.operation == io::Operation::look_up) {
      throw Stop{usage,
                 say("在“{}”及其上级文件夹中没有找到 zsup.yaml，不是登记册",
                     "no zsup.yaml in '{}' or above it: this is no register", brief(start)),
                 say("进入登记册的文件夹，或用 -C 指明；新建登记册用 zsup init",
                     "go to a register's folder, or name it with -C; 'zsup init' makes a new one")};
    }
    throw Stop{failure, reg::describe(error), {}};
  }
  root_ = *root;
  auto opened = io::open_disk(root_);
  if (!opened) throw Stop{failure, reg::describe(opened.error()), {}};
  files_ = std::move(*opened);
}

io::FileSystem& Session::files_for_output() {
  if (no_register_) return *no_register_;
  if (files_ || io::find_root(arguments_.value_or(directory_option, "."))) return files();
  auto opened = io::open_disk(".");
  if (!opened) throw Stop{failure, reg::describe(opened.error()), {}};
  no_register_ = std::move(*opened);
  return *no_register_;
}

io::FileSystem& Session::files() {
  open();
  return *files_;
}

const std::string& Session::root() {
  open();
  return root_;
}

namespace {

// The day of a moment in a zone, or nothing where the zone is unknown. China's own time has been
// eight hours ahead since 1991, so that is known without any zone data.
std::optional<value::Date> day_in(std::string_view zone, std::int64_t moment) {
  if (const auto data = io::read_zone(zone)) {
    if (const auto offset = value::offset_at(*data, moment)) return value::day_of(moment, *offset);
  }
  if (zone == record::default_time_zone) return value::day_of(moment, 8 * 3600);
  return std::nullopt;
}

}  // namespace

reg::LoadOptions Session::load_options(std::vector<reg::Substitute> substitutes) const {
  const std::int64_t moment = io::moment(environment_);
  return {.today = {},
          .today_in = [moment](std::string_view zone) { return day_in(zone, moment); },
          .threads = threads(),
          .reader = arguments_.value_or(reader_option, yaml::Reader::automatic),
          .limits = {},
          .substitutes = std::move(substitutes),
          .read = nullptr,
          .keeps = diag::Sink::Keeps::as_read};
}

const reg::Register& Session::reg() {
  return register_ ? *register_ : reread({});
}

const reg::Register& Session::reread(std::vector<reg::Substitute> substitutes,
                                     diag::Sink::Keeps keeps) {
  open();
  diagnostics_.reset();
  if (!settled_ && files_->unfinished()) {
    complain(say("警告：一次写入还没有完成（正在进行，或中途断了）；下一条写文件的命令会先把它写完",
                 "warning: files are only written in part, by a run that goes on or was cut off; "
                 "the next command that writes any ends that first"));
  }
  reg::LoadOptions options = load_options(std::move(substitutes));
  options.read = &files_read_;
  options.keeps = keeps_ = keeps;
  files_read_ = 0;
  {
    const auto shown = progress({"正在读取文件", "reading files"});
    at_.reset();
    register_ = reg::load(*files_, options);
  }
  if (const auto& own = register_->config.lang) {
    lang_ = language(arguments_, environment_, *own).value;
  }
  for (const std::string_view folder : register_->unknown_index) {
    if (!told_of_index_.insert(std::string(folder)).second) continue;
    note(say("Git 的索引无法读懂（{}），有没有未检出的记录无从核对",
             "Git's index cannot be understood ({}), so nothing tells whether records are not "
             "checked out",
             folder.empty() ? std::string(".git/index") : brief(folder)));
  }
  return *register_;
}

value::Date Session::as_of() {
  const auto wanted = arguments_.value(as_of_option);
  if (!wanted) return reg().now;
  const auto date = record::read_date(*wanted);
  if (!date) {
    throw Stop{usage, record::date_flaw({"--as-of ", "--as-of"}, *wanted),
               say("写成 2026-07-15 或 2026年7月15日", "write it as 2026-07-15")};
  }
  return *date;
}

value::Period Session::period(std::optional<std::string> word) {
  return word ? period_named(*word) : reg().period_at(as_of());
}

value::Period Session::period_named(const std::string& word) {
  if (const auto period = reg().period_named(word, as_of())) return *period;
  diag::Text help = say("期间写成 q2、h1、2026、2026-h1、2026-q2、2026-06 或 2026年第二季度",
                        "a period is q2, h1, 2026, 2026-h1, 2026-q2 or 2026-06");
  const std::string year = std::to_string(reg().period_at(as_of()).year_number);
  std::vector<std::string> known;
  for (const char* part : {"q1", "q2", "q3", "q4", "h1", "h2"}) {
    known.emplace_back(part);
    known.push_back(year + "-" + part);
  }
  const std::vector<std::string_view> views(known.begin(), known.end());
  if (const auto near = text::nearest(word, views))
    help = say("是不是“{}”？", "did you mean '{}'?", *near);
  throw Stop{usage, say("“{}”不是期间", "'{}' is no period", brief(word)), help};
}

const record::Record& Session::record_named(std::string_view id, record::KindSet kinds) {
  const record::Record* record = reg().find(id);
  if (record != nullptr && record::holds(kinds, record->kind)) return *record;
  std::vector<std::string_view> ids;
  for (const record::Record* other : reg().records) {
    if (record::holds(kinds, other->kind) && other->id) ids.push_back(other->name());
  }
  diag::Text help;
  if (record == nullptr) help = reg::IdSuggester(reg()).name_for_id(id, kinds);
  if (!help.empty()) {
    throw Stop{usage, say("没有编号为“{}”的记录", "there is no record with the id '{}'", brief(id)),
               help};
  }
  if (const auto near = text::nearest(id, ids))
    help = say("是不是“{}”？", "did you mean '{}'?", *near);
  if (record != nullptr) {
    throw Stop{usage,
               say("“{}”是{}，这里不能用", "'{}' is a {}, which does not fit here", brief(id),
                   record::row_of(record->kind).written()),
               help};
  }
  throw Stop{usage, say("没有编号为“{}”的记录", "there is no record with the id '{}'", brief(id)),
             help};
}

const std::vector<diag::Diagnostic>& Session::diagnostics() {
  if (!diagnostics_) {
    const reg::Register& all = reg();
    const auto shown = progress({"正在校验，已读取文件", "checking, files read"});
    diagnostics_ = rule::run(all, {.as_of = as_of(), .threads = threads(), .keeps = keeps_});
    if (before_) before_->mark(all, *diagnostics_);
  }
  return *diagnostics_;
}

void Session::compare_with(rule::Before before) {
  before_ = std::move(before);
  diagnostics_.reset();
}

void Session::stop_without_a_day() {
  if (!reg().unknown_zone) return;
  for (const diag::Diagnostic& one : reg().found) {
    if (one.place.source == 0 && one.place.span == reg().config.time_zone.span) {
      throw Stop{usage, one.message, one.help};
    }
  }
}

void Session::cut() {
  const value::Date day = as_of();
  static_cast<void>(reg());
  reg::cut(*register_, day, threads());
}

const reg::AsOf& Session::at() {
  if (!at_) at_.emplace(reg(), as_of(), threads());
  return *at_;
}

void Session::stop_without_records() {
  const auto& found = reg().found;
  const auto absent = std::find_if(found.begin(), found.end(), [](const diag::Diagnostic& one) {
    return one.code == diag::code::not_checked_out;
  });
  if (absent == found.end()) return;
  // The first by path, as a check has it.
  std::string_view first = register_->sources[absent->place.source].path;
  for (const diag::Diagnostic& one : found) {
    if (one.code != diag::code::not_checked_out) continue;
    first = std::min(first, std::string_view(register_->sources[one.place.source].path));
  }
  throw Stop{findings,
             say("有记录在 Git 中而没有检出，没有计算；第一个：{}",
                 "records that are in Git are not checked out, so nothing was computed; the "
                 "first: {}",
                 brief(first)),
             say("运行 git sparse-checkout disable；用 zsup check 查看全部",
                 "run 'git sparse-checkout disable'; 'zsup check' shows them all")};
}

bool Session::draft_or_stop() {
  stop_without_a_day();
  stop_without_records();  // a draft without them would look like any other
  const auto& found = diagnostics();
  const std::size_t errors = diag::count(found).errors;
  if (errors == 0) {
    cut();
    return false;
  }
  if (arguments_.has(allow_errors_option)) {
    complain(say("登记册有 {} 个错误，以下只是草稿",
                 "the register has {1}: what follows is a draft", errors,
                 diag::counted(errors, "error", "errors")));
    cut();
    return true;
  }
  // What could not be read is told first: the other errors may only follow from it.
  const auto is_error = [](const diag::Diagnostic& one) {
    return one.severity == diag::Severity::error;
  };
  auto chosen = std::find_if(found.begin(), found.end(), [](const diag::Diagnostic& one) {
    return one.code == diag::code::unreadable_file;
  });
  if (chosen == found.end()) chosen = std::find_if(found.begin(), found.end(), is_error);
  const diag::Diagnostic& first = *chosen;
  const std::string place = place_of(first.code, first.place);
  throw Stop{reg().unreadable ? failure : findings,
             say("登记册有 {} 个错误，没有计算；第一个：{}：{}",
                 "the register has {3}, so nothing was computed; the first: {1}: {2}", errors,
                 place, first.message, diag::counted(errors, "error", "errors")),
             say("用 zsup check 查看并改正；只要草稿可加 --allow-errors",
                 "'zsup check' shows them all; --allow-errors makes a draft")};
}

Stop Session::stop_for(const reg::Spent& spent) const {
  if (register_) register_->budget().renew();  // what is told may have to be masked
  const std::string place = place_of(diag::code::too_large, spent.place);
  return {findings, say("{}：{}", "{}: {}", place, spent.message), spent.help};
}

std::string Session::place_of(diag::Code code, text::Place place) const {
  if (!register_ || place.source >= register_->sources.size()) return code.name();
  return paths_from_here()(register_->sources[place.source].path) + ":" +
         std::to_string(register_->line_of(place)) + " " + code.name();
}

int Session::outcome(bool draft) {
  if (reg().unreadable) return failure;
  return draft ? findings : clean;
}

text::PathsFrom Session::paths_from_here() const {
  const auto here = io::real_path(".");
  if (!here) return {};  // a folder that has been deleted
  return text::PathsFrom(*here, root_).as_arguments();
}

std::string Session::path_from_here(const std::string& path) const {
  if (path.starts_with('/')) return path;
  const auto here = io::real_path(".");
  if (!here) throw Stop{failure, reg::describe(here.error()), {}};
  return *here + "/" + path;
}

std::optional<std::string> Session::path_inside(const std::string& absolute) {
  std::string plain;  // without `.` and `..`, as the path says and whatever there is on the disk
  for (std::size_t at = 1; at <= absolute.size();) {
    const std::size_t slash = std::min(absolute.find('/', at), absolute.size());
    const std::string_view part = std::string_view(absolute).substr(at, slash - at);
    at = slash + 1;
    if (part == "..") {
      plain.resize(plain.empty() ? 0 : plain.rfind('/'));
    } else if (!part.empty() && part != ".") {
      plain += "/" + std::string(part);
    }
  }
  return io::path_inside(root(), plain);
}

diag::Text Session::about(const io::Error& error, const std::string& path) const {
  io::Error shown = error;
  shown.path = path;
  return reg::describe(shown);
}

void Session::write_together(std::span<const io::Output> files, io::Overwrite overwrite) {
  if (const auto failed = files_to_write().write_all(files, overwrite)) {
    throw Stop{failure, reg::describe(*failed), {}};
  }
  tell_of_what_was_not_kept();
}

void Session::tell_of_what_was_not_kept() {
  constexpr std::size_t most = 3;
  const std::vector<io::Error>& lost = files_for_output().not_kept();
  for (std::size_t i = told_not_kept_; i < lost.size(); ++i) {
    if (i >= most) {
      complain(say("另有 {0} 个文件也是如此", "and so with {1}", lost.size() - i,
                   diag::counted(lost.size() - i, "other file", "other files")));
      break;
    }
    complain(reg::describe(lost[i]));
  }
  told_not_kept_ = lost.size();
}

io::FileSystem& Session::files_to_write() {
  io::FileSystem& files = this->files();
  if (settled_) return files;
  settled_ = true;
  const auto finished = files.finish_earlier();
  if (!finished) throw Stop{failure, reg::describe(finished.error()), {}};
  if (*finished > 0) {
    note(say("上一次写入中途断了，已先把它写完：{} 个文件",
             "an earlier run was cut off while it was writing; that has been ended first: {1}",
             *finished, diag::counted(*finished, "file", "files")));
  }
  return files;
}

io::Overwrite Session::overwrite() const {
  return arguments_.has(force_option) ? io::Overwrite::yes : io::Overwrite::no;
}

void Session::print(std::string_view text, text::Markup markup) {
  out_.write(text::without_commands(text, markup));
}

namespace {

text::Markup markup_of(std::string_view format) {
  if (format == "json" || format == "sarif" || format == "gitlab") return text::Markup::json;
  if (format == "junit") return text::Markup::xml;
  return format == "github" ? text::Markup::commands : text::Markup::plain;
}

}  // namespace

void Session::deliver(std::string_view text, std::span<const io::Output> with) {
  const auto path = arguments_.value(output_option);
  const bool to_file = path && *path != "-";
  const std::string format = arguments_.written(format_option).value_or("");
  std::string shown;
  if (!to_file) {
    shown = text::without_commands(text, markup_of(format));
    if (format == "csv" && shown != text) tell_of_backslashes();
  }
  if (!to_file && with.empty()) {
    out_.write(shown);
    return;
  }
  if (path && path->empty()) throw Stop{usage, say("-o 后面没有文件", "-o names no file"), {}};
  const io::Output whole{to_file ? path_from_here(*path) : "-",
                         to_file ? text : std::string_view(shown)};
  io::Failure failed;
  if (with.empty()) {
    failed = files_for_output().write_all(std::span(&whole, 1), overwrite());
  } else {
    static_cast<void>(out_.flush());
    std::vector<io::Output> all(with.begin(), with.end());
    all.push_back(whole);
    failed = files_to_write().write_all(all, overwrite());
  }
  if (failed) {
    throw Stop{
        failure,
        failed->path == whole.path ? about(*failed, path.value_or("-")) : reg::describe(*failed),
        {}};
  }
  tell_of_what_was_not_kept();
  if (to_file) note(say("已写入 {}", "written to {}", brief(*path)));
}

void Session::tell_of_backslashes() {
  complain(
      say("注意：有 CI 系统会当作命令的文字，标准输出中已加反斜线；要一字不差，用 -o 写入文件",
          "note: some text would be a command to CI systems, and standard output shows it with "
          "a backslash; -o FILE writes it exactly"));
}

void Session::deliver_bytes(std::string_view bytes) {
  const auto path = arguments_.value(output_option);
  if (path && *path != "-") return deliver(bytes);
  if (io::is_terminal(io::Standard::output)) return print(text::visible_lines(bytes));
  const std::string shown = text::without_commands(bytes, text::Markup::plain);
  out_.write(shown);
  if (shown != bytes) tell_of_backslashes();
}

void Session::give_back(std::string_view bytes) {
  if (io::is_terminal(io::Standard::output) || arguments_.has(output_option)) {
    deliver_bytes(bytes);
  } else {
    out_.write(bytes);
  }
}

int Session::finish(int exit_code) {
  const io::Failure failed = out_.flush();
  // A signal that came while files were written has waited until here.
  io::end_if_interrupted();
  if (!failed || failed->reason == io::Reason::closed) return exit_code;
  const diag::Text why = reg::describe(*failed);
  complain(say("错误：{}", "error: {}", why));
  return failure;
}

}  // namespace zsup::command
