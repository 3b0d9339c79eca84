// zsup check: validate everything.
#include <algorithm>
#include <array>

#include "command/asked_paths.h"
#include "command/fix.h"
#include "command/rows.h"
#include "command/session.h"
#include "command/version.h"
#include "diag/brief.h"
#include "diag/format.h"
#include "io/git.h"
#include "io/git_tree.h"
#include "io/watch.h"
#include "register/id_at.h"
#include "rule/before.h"
#include "rule/rule.h"

namespace zsup::command {

using diag::brief;
using diag::say;
using diag::Severity;

namespace {

constexpr Flag watch_option{{.name = "--watch",
                             .help = {"有改动就重新校验，直到按 Ctrl-C",
                                      "check again whenever something changes, until Ctrl-C"}}};
constexpr Option<std::string> changed_since_option{
    {.name = "--changed-since",
     .takes = Takes::revision,
     .value = {"版本", "REV"},
     .help = {"只报告该 Git 版本以来的改动带来的问题，无论在哪个文件",
              "report only what changed for the worse since that Git revision, wherever it "
              "stands"}}};
constexpr Option<std::string> stdin_filename_option{
    {.name = "--stdin-filename",
     .takes = Takes::file,
     .value = {"文件", "FILE"},
     .help = {"标准输入的内容代替哪个文件", "the file that standard input stands for"}}};
constexpr auto report_format_option =
    one_of<diag::format_names, diag::Format::text, diag::Format::json, diag::Format::sarif,
           diag::Format::github, diag::Format::gitlab, diag::Format::junit, diag::Format::gcc>(
        {.name = "--format",
         .short_name = "-f",
         .value = {"格式", "FORMAT"},
         .help = {"输出格式", "output format"}});
constexpr Flag info_option{{.name = "--info",
                            .help = {"连同提示（逾期、迟报等事实）一起显示",
                                     "show facts too: what is overdue, late, unclaimed"}}};
constexpr text::Table<Severity, diag::Words> level_names{{
    {Severity::off, {"关闭", "off"}},
    {Severity::info, {"提示", "info"}},
    {Severity::warning, {"警告", "warning"}},
    {Severity::error, {"错误", "error"}},
}};
constexpr auto fail_on_option =
    one_of<level_names, Severity::error, Severity::warning, Severity::info>(
        {.name = "--fail-on",
         .value = {"级别", "LEVEL"},
         .help = {"从哪一级起退出码为 1（默认 error）",
                  "the severity from which the exit code is 1 (error by default)"}});
constexpr Flag exit_zero_option{
    {.name = "--exit-zero", .help = {"有发现时退出码仍为 0", "exit 0 even with findings"}}};
constexpr Flag summary_option{{.name = "--summary", .help = {"只显示汇总", "the summary only"}}};
constexpr Flag fix_option{
    {.name = "--fix",
     .help = {"改正能够确定的错误并写回文件，再报告其余的；与 - 同用时输出改正后的文本",
              "correct what is certain, write the files, and report the rest; with '-', print the "
              "corrected text"}}};
constexpr Flag diff_option{
    {.name = "--diff",
     .help = {"只显示 --fix 会作的改动，不写入；有改动时退出码为 1",
              "only show what --fix would change, and write nothing; exit 1 if anything would"}}};

// What is reported: everything, or what stands below the paths that were named, or what a change
// brought.
class Narrowing {
 public:
  void add_path(Session& session, const std::string& word) { paths_.add(session, word); }

  // Only what the change brought: what the session marks as old was there before.
  void only_new() { only_new_ = true; }

  bool keeps(const diag::Diagnostic& one, const std::string& path) const {
    return !(only_new_ && one.old) && paths_.keeps(path);
  }
  bool everything() const { return !paths_.any() && !only_new_; }
  const AskedPaths& paths() const { return paths_; }

 private:
  bool only_new_ = false;
  AskedPaths paths_;
};

[[noreturn]] void stop_for(const io::GitError& error, const std::string& revision) {
  switch (error.problem) {
    case io::GitProblem::unknown_revision:
      throw Stop{usage,
                 say("Git 中没有“{}”这个版本", "Git knows no revision '{}'", brief(revision)),
                 say("核对写法（git log、git branch 可查）；浅克隆看不到历史，CI "
                     "中取完整历史（fetch-depth: 0）",
                     "compare it with git log and git branch; a shallow clone has no history, "
                     "so fetch all of it in CI (fetch-depth: 0)")};
    case io::GitProblem::no_git:
      throw Stop{failure,
                 say("--changed-since 要用 Git，这里没有 git 命令",
                     "--changed-since needs Git, and there is no git command"),
                 say("安装 Git，或直接写出要看的路径；登记册的仓库之内的 git 程序不用",
                     "install Git, or name the paths; a git inside the register's own repository "
                     "is not run")};
    case io::GitProblem::no_repository:
      throw Stop{usage,
                 say("登记册不在 Git 仓库中，看不出改动了什么",
                     "the register is in no Git repository, so nothing tells what changed"),
                 say("直接写出要看的路径，或先运行 git init", "name the paths, or run git init")};
    case io::GitProblem::broken:
      throw Stop{failure,
                 say("Git 仓库残缺：{} 不能用", "the Git repository is broken: {} does not work",
                     brief(error.detail)),
                 say("用 git status 查看", "git status tells more")};
    case io::GitProblem::misplaced:
      throw Stop{
          failure,
          say("“.git”指向检出的文件夹之内：{}，不予采用",
              "'.git' leads into a work tree, to {}, and is not followed", brief(error.detail)),
          say("仓库应在名为 .git 的文件夹中，或在任何工作区之外；检出的文件不能充当仓库",
              "a repository lies below a folder named .git, or outside of every work tree; "
              "files that were checked out are none")};
    case io::GitProblem::refused:
      throw Stop{failure,
                 say("Git 不信任这个仓库：它属于别的用户",
                     "Git does not trust this repository: it belongs to another user"),
                 say("确认无误后，运行 git config --global --add safe.directory {}",
                     "if that is right, run git config --global --add safe.directory {}",
                     brief(error.detail))};
    case io::GitProblem::timed_out:
      throw Stop{failure, say("Git 很久没有回答", "Git did not answer for a long time"), {}};
    case io::GitProblem::too_large:
      throw Stop{failure,
                 say("“{}”时的登记册太大，没有比较",
                     "the register at '{}' is too large and was not compared", brief(revision)),
                 {}};
    case io::GitProblem::no_descriptors:
      throw Stop{
          failure,
          say("无法向 Git 查询：打开的文件太多", "Git could not be asked: too many open files"),
          say("调高可打开的文件数（ulimit -n）", "raise how many files may be open (ulimit -n)")};
    case io::GitProblem::failed:
      break;
  }
  throw Stop{
      failure, say("无法向 Git 查询：{}", "Git could not tell: {}", brief(error.detail)), {}};
}

template <class T>
T value_or_stop(io::GitResult<T> answer, const std::string& revision) {
  if (const auto* error = std::get_if<io::GitError>(&answer)) stop_for(*error, revision);
  return std::get<T>(std::move(answer));
}

// What was found in the register before the change, judged for the same days.
rule::Before before_change(Session& session, const std::string& revision) {
  const auto git = value_or_stop(io::Git::of(session.root()), revision);
  const std::string commit = value_or_stop(git.base(revision), revision);
  const auto files = value_or_stop(io::open_tree(git, commit, session.root()), revision);
  if (files == nullptr) return {};
  reg::LoadOptions options = session.load_options();
  options.now = session.reg().now;
  const reg::Register before = reg::load(*files, options);
  return {before, rule::run(before, {.as_of = session.as_of(), .threads = session.threads()})};
}

// CI systems want paths from the top of the Git repository, and editors and people want those that
// they could give back; programs that know the register count from its root.
text::PathsFrom paths_for(Session& session, diag::Format format) {
  switch (format) {
    case diag::Format::text:
    case diag::Format::gcc:
    case diag::Format::junit:
      return session.paths_from_here();
    case diag::Format::github:
    case diag::Format::gitlab:
    case diag::Format::sarif:
      return {io::repository_top(session.root()).value_or(session.root()), session.root()};
    case diag::Format::json:
      break;
  }
  return {};
}

// Whether a format says itself what was asked for and not read; else standard error does.
bool tells_what_was_not_read(diag::Format format) {
  return format != diag::Format::text && format != diag::Format::gcc;
}

void tell_what_was_not_read(Session& session, const diag::NotRead& one) {
  const diag::Text line = diag::not_read_line(one, session.paths_from_here()(one.path));
  session.complain(say("警告：{}", "warning: {}", line));
}

// What is wrong with the settings, and what could not be read, touches every record: it is told
// whatever a run is narrowed to.
bool concerns_all(const diag::Diagnostic& one) {
  if (one.waived) return false;
  return one.code == diag::code::unreadable_file || one.code == diag::code::too_large ||
         (one.place.source == 0 && one.severity == Severity::error);
}

int check_once(Session& session, const Arguments& arguments) {
  const bool diff = arguments.has(diff_option);
  const bool fix = arguments.has(fix_option) && !diff;
  if (diff && (arguments.has(report_format_option) || arguments.has(summary_option))) {
    throw Stop{usage,
               say("--diff 输出的是改动，不能与 --format、--summary 同用",
                   "--diff prints what would change, and goes with neither --format nor --summary"),
               {}};
  }
  std::string standard_input;
  std::optional<reg::Substitute> substitute;
  Narrowing narrowing;
  for (const std::string& word : arguments.words()) {
    if (word != "-") {
      narrowing.add_path(session, word);
      continue;
    }
    const auto name = arguments.value(stdin_filename_option);
    if (!name) {
      throw Stop{usage,
                 say("从标准输入读取时，要用 --stdin-filename 说明是哪个文件",
                     "'-' needs --stdin-filename to say which file it is"),
                 {}};
    }
    auto bytes = io::read_standard_input(yaml::Limits{}.bytes);
    const bool too_large = !bytes && bytes.error().reason == io::Reason::too_large;
    if (bytes) {
      standard_input = std::move(*bytes);
    } else if (!too_large || fix) {  // there is no corrected text to print
      throw Stop{failure, reg::describe(bytes.error()), {}};
    }
    const std::string absolute = session.path_from_here(*name);
    const std::size_t slash = absolute.rfind('/');
    const auto folder = io::real_path(absolute.substr(0, std::max<std::size_t>(slash, 1)));
    const auto inside = folder ? io::path_inside(session.root(), *folder) : std::nullopt;
    if (!inside) {
      throw Stop{
          usage, say("“{}”不在登记册之内", "'{}' is not inside the register", brief(*name)), {}};
    }
    const std::string path = (inside->empty() ? "" : *inside + "/") + absolute.substr(slash + 1);
    substitute = reg::Substitute{path, standard_input, too_large};
  }
  if (const auto revision = arguments.value(changed_since_option)) {
    narrowing.only_new();
    if (substitute) session.reread({*substitute});
    session.compare_with(before_change(session, *revision));
  }

  const auto path_of = [&](const diag::Diagnostic& one) {
    return std::string(session.reg().sources[one.place.source].path);
  };
  const auto asked_for = [&](const diag::Diagnostic& one) {
    if (!substitute && narrowing.everything()) return true;
    if (one.place.source == text::no_source) return false;
    const std::string path = path_of(one);
    return (!substitute || path == substitute->path) && narrowing.keeps(one, path);
  };
  const auto to_mend = [&](const diag::Diagnostic& one) {
    return (one.severity != Severity::info || arguments.has(info_option)) && asked_for(one);
  };
  const auto shown = [&](const diag::Diagnostic& one) { return to_mend(one) || concerns_all(one); };
  Fixes fixes;
  bool all_written = true;
  if (fix || diff) {
    const reg::Substitute input = substitute.value_or(reg::Substitute{});
    if (fix) session.files_to_write();
    find_fixes(session, input, to_mend, fixes);
    if (fix) all_written = write_fixes(session, input, fixes);
  } else if (substitute) {
    session.reread({*substitute});
  }
  const reg::Register& all = session.reg();
  std::vector<diag::Diagnostic> found = session.diagnostics();
  const bool unreadable = all.unreadable || !all_written;
  // Wrong settings are wrong configuration, whatever else is found.
  const bool misconfigured =
      std::any_of(found.begin(), found.end(), [](const diag::Diagnostic& one) {
        return one.place.source == 0 && one.severity == Severity::error &&
               one.code != diag::code::calendar_missing;  // of the register as a whole
      });
  std::vector<diag::NotRead> not_read = narrowing.paths().not_read(session);
  const bool nothing_read = !substitute && !not_read.empty() &&
                            not_read.size() == narrowing.paths().count() &&
                            std::all_of(not_read.begin(), not_read.end(), is_mistake);
  if (diff) {
    session.deliver_bytes(diff_of(fixes));
    for (const diag::NotRead& one : not_read) tell_what_was_not_read(session, one);
    session.note(fixes_line(fixes, false));
    std::erase_if(found, [](const diag::Diagnostic& one) { return !concerns_all(one); });
    if (!found.empty()) {
      const diag::Report report{all.sources, std::move(found), 0, 0, 0};
      diag::RenderOptions look;
      look.lang = session.lang();
      look.paths = session.paths_from_here();
      session.complain_raw(diag::render_text(report, look));
    }
    if (unreadable) return failure;
    if (arguments.has(exit_zero_option)) return nothing_read ? usage : clean;
    if (misconfigured || nothing_read) return usage;
    return fixes.files.empty() ? clean : findings;
  }
  const auto waived = static_cast<std::size_t>(
      std::count_if(found.begin(), found.end(),
                    [&](const diag::Diagnostic& one) { return one.waived && asked_for(one); }));
  std::erase_if(found, [&](const diag::Diagnostic& one) { return !shown(one); });
  for (diag::Diagnostic& one : found) {
    // What has been tried in vain is not offered again.
    if (one.place.source != text::no_source && fixes.refused.contains(path_of(one)))
      one.fix.clear();
  }
  // The result of mending standard input is the text; what is left to tell goes elsewhere.
  const bool text_out = fix && substitute;
  if (text_out) {
    const auto fixed = fixes.files.find(substitute->path);
    session.give_back(fixed == fixes.files.end() ? substitute->bytes : fixed->second.after);
  }

  const diag::Format format = arguments.value_or(report_format_option, diag::Format::text);
  const Severity threshold = arguments.value_or(fail_on_option, Severity::error);
  const bool fails = std::any_of(found.begin(), found.end(), [&](const diag::Diagnostic& one) {
    return one.severity >= threshold && !one.waived;
  });
  const bool forgiven = arguments.has(exit_zero_option);
  const int exit_code = unreadable                                     ? failure
                        : nothing_read || (misconfigured && !forgiven) ? usage
                        : fails && !forgiven                           ? findings
                                                                       : clean;
  const diag::Report report{
      .sources = all.sources,
      .diagnostics = std::move(found),
      .files = all.sources.size(),
      .records = all.records.size(),
      .waived = waived,
      .not_read = std::move(not_read),
      .exit_code = exit_code,
      .record_at = [&all](const text::Place& place) { return reg::id_at(all, place); },
  };
  const diag::RenderOptions options{
      .lang = session.lang(),
      .color = session.color(text_out ? io::Standard::error : io::Standard::output),
      .width = session.width(),
      .paths = paths_for(session, format),
      .tool_version = ZSUP_VERSION,
      .root = session.root(),
      .information_uri = {},
      .rules = rule::catalogue(),
      .fail_on = threshold,
  };
  if (text_out) {
    session.complain_raw(diag::render(format, report, options));
  } else if (!arguments.has(summary_option)) {
    session.deliver(diag::render(format, report, options));
  }
  if (text_out || arguments.has(summary_option) || !tells_what_was_not_read(format)) {
    for (const diag::NotRead& one : report.not_read) tell_what_was_not_read(session, one);
  }
  if (fix) session.note(fixes_line(fixes, true));
  const std::string zh = diag::summary_line(report, diag::Lang::zh);
  const std::string en = diag::summary_line(report, diag::Lang::en);
  if (arguments.has(summary_option) && !text_out) {
    session.print((session.lang() == diag::Lang::zh ? zh : en) + "\n");
  } else {
    session.note({zh, en});
  }

  return report.exit_code;
}

// Checks again whenever something below the register changes, until it is interrupted.
int watch(Session& session, const Arguments& arguments) {
  const bool from_input = std::any_of(arguments.words().begin(), arguments.words().end(),
                                      [](const auto& word) { return word == "-"; });
  if (from_input || arguments.has(fix_option) || arguments.has(diff_option) ||
      arguments.has(output_option)) {
    throw Stop{usage,
               say("--watch 不能与 -、--fix、--diff、--output 同用",
                   "--watch goes with neither '-', --fix, --diff nor --output"),
               {}};
  }
  for (;;) {
    const std::uint64_t stamp = io::stamp_of(session.root());
    check_once(session, arguments);
    session.note(say("等待改动，按 Ctrl-C 结束", "waiting for changes; Ctrl-C ends it"));
    if (session.out().failed()) return clean;  // nobody reads it any more
    io::wait_for_change(session.root(), stamp);
    session.reread({});
    session.note(say("—— 有改动，重新校验 ——", "-- changed: checking again --"));
  }
}

int run_check(Session& session, const Arguments& arguments) {
  return arguments.has(watch_option) ? watch(session, arguments) : check_once(session, arguments);
}

constexpr auto words = std::to_array<WordRow>({
    {.takes = Takes::file,
     .name = {"路径", "PATH"},
     .help = {"只报告这些文件或文件夹（仍读取整个登记册）；- 为标准输入",
              "report on these files or folders only (all are read); - is standard input"},
     .repeated = true},
});
constexpr auto options = std::to_array<OptionRow>(
    {report_format_option, info_option, fail_on_option, exit_zero_option, summary_option,
     fix_option, diff_option, watch_option, changed_since_option, stdin_filename_option,
     output_option, force_option});
constexpr auto examples = std::to_array<Example>({
    {"zsup check", {"校验整个登记册", "check the whole register"}},
    {"zsup check 报告/2026年第二季度", {"只看一个文件夹的问题", "report on one folder"}},
    {"zsup check --diff", {"看看能自动改正什么", "see what can be corrected automatically"}},
    {"zsup check --fix", {"改正它", "correct it"}},
    {"zsup check --info", {"连同逾期、迟报等事实", "facts too: overdue, late, unclaimed"}},
    {"zsup check --format github --changed-since origin/main", {"在 CI 中", "in CI"}},
});

}  // namespace

const CommandRow check_row{
    .name = "check",
    .summary = {"校验登记册的全部记录", "validate every record of the register"},
    .detail = {},
    .words = words,
    .options = options,
    .examples = examples,
    .run = run_check,
};

}  // namespace zsup::command
