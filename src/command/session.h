// One run of one command: its streams, its language, its register.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>

#include "command/arguments.h"
#include "command/command.h"
#include "command/options.h"
#include "diag/diagnostic.h"
#include "diag/format.h"
#include "io/file_system.h"
#include "io/progress.h"
#include "io/stream.h"
#include "io/surroundings.h"
#include "register/as_of.h"
#include "register/load.h"
#include "register/register.h"
#include "rule/before.h"
#include "text/relative_path.h"
#include "text/runner_commands.h"

namespace zsup::command {

// Thrown to end a command with a message; caught in run(). The command line is wrong or a file
// cannot be had: nothing deeper can go on, and nothing has been written.
struct Stop {
  int exit_code;
  diag::Text message;
  diag::Text help;
};

class Session {
 public:
  explicit Session(const Arguments& arguments);

  const Arguments& arguments() const { return arguments_; }
  diag::Lang lang() const { return lang_; }
  bool quiet() const { return arguments_.has(quiet_option); }
  const io::Environment& environment() const { return environment_; }

  io::Stream& out() { return out_; }
  // A line on standard error; nothing with --quiet.
  void note(const diag::Text& line);
  // A line on standard error, always.
  void complain(const diag::Text& line);
  // From now on what is said on standard error passes by this first: names that are to be hidden.
  void cover(std::function<std::string(std::string_view)> veil) { veil_ = std::move(veil); }
  // A text of several lines on standard error, as it is.
  void complain_raw(std::string_view text);
  std::string_view word(diag::Words words) const { return words.in(lang_); }

  bool color(io::Standard stream) const;
  int width() const;
  reg::LoadOptions load_options(std::vector<reg::Substitute> substitutes = {}) const;

  // The register that the command works on; opened and read when first asked for.
  const reg::Register& reg();
  // Reads the register anew, with these bytes in place of its files'; sorted by path, and to
  // outlive the register.
  const reg::Register& reread(std::vector<reg::Substitute> substitutes,
                              diag::Sink::Keeps keeps = diag::Sink::Keeps::as_read);
  io::FileSystem& files();
  const std::string& root();
  value::Date as_of();
  unsigned threads() const;
  // The period of a word of the command line, or the register's own when there is none.
  value::Period period(std::optional<std::string> word);
  const record::Record& record_named(std::string_view id, record::KindSet kinds);

  // Stops where zsup.yaml names a time zone that there is not.
  void stop_without_a_day();
  // Where a sparse checkout keeps records off the disk.
  void stop_without_records();
  // Everything that check finds; run once.
  const std::vector<diag::Diagnostic>& diagnostics();
  // From now on those that were there before are marked as old.
  void compare_with(rule::Before before);
  // For commands whose figures rest on the records: says so when there are errors, and stops with
  // exit code 1 unless --allow-errors makes a draft of it (then true).
  // After it the register is that of the as-of date.
  bool draft_or_stop();
  // Makes it so: for commands that do not judge the register.
  void cut();
  // The register on that day; asked for once it has been cut to it.
  const reg::AsOf& at();
  // The exit code of such a command once it has come through: a draft is no clean run, and what
  // could not be read weighs more than what is wrong.
  int outcome(bool draft);

  // Writes to standard output what no runner of CI obeys.
  void print(std::string_view text, text::Markup markup = text::Markup::plain);
  // Writes a result to standard output, or to the file of -o; together with other files, all of
  // them or none. What standard output shows of CSV and of differences is exact but for what a
  // runner of CI would obey; then a note says so.
  void deliver(std::string_view text, std::span<const io::Output> with = {});
  // The same for what holds a file's own bytes, which other programs take as they are: at a
  // terminal they are made visible.
  void deliver_bytes(std::string_view bytes);
  // The same for what answers standard input: whoever gave it takes it in its place, so it is
  // exact.
  void give_back(std::string_view bytes);
  // Files that belong together.
  void write_together(std::span<const io::Output> files, io::Overwrite overwrite);
  // As --force says.
  io::Overwrite overwrite() const;
  // The register for a command that writes records: what an earlier run was cut off at has been
  // ended. To be asked for before the register is read.
  io::FileSystem& files_to_write();
  // Says of which files owner, group or attributes are not what they were.
  void tell_of_what_was_not_kept();
  // How the register's paths are written for whoever started this run, so that what is printed can
  // be given back.
  text::PathsFrom paths_from_here() const;
  // What a path of the command line means to the register's file system.
  std::string path_from_here(const std::string& path) const;
  // The same below the register's folder; nothing for what lies elsewhere.
  std::optional<std::string> path_inside(const std::string& absolute);

  // The end of a command whose computation went beyond the register's budget.
  Stop stop_for(const reg::Spent& spent) const;

  // Flushes standard output; the exit code of the run.
  int finish(int exit_code);

 private:
  void open();
  // The register's files, or those of this folder for what needs no register.
  io::FileSystem& files_for_output();
  diag::Text about(const io::Error& error, const std::string& path) const;
  void tell_of_backslashes();
  value::Period period_named(const std::string& word);
  void choose_language();
  // "duties/a.yaml:3 ZS009"
  std::string place_of(diag::Code code, text::Place place) const;
  std::unique_ptr<io::Progress> progress(diag::Words what) const;

  const Arguments& arguments_;
  io::Environment environment_;
  io::Stream out_{io::Standard::output};
  std::function<std::string(std::string_view)> veil_;
  diag::Lang lang_ = diag::Lang::zh;
  std::string root_;
  std::unique_ptr<io::FileSystem> files_;
  std::unique_ptr<io::FileSystem> no_register_;
  bool settled_ = false;  // nothing is left to be ended of an earlier run
  std::size_t told_not_kept_ = 0;
  std::atomic<std::size_t> files_read_ = 0;
  const std::chrono::steady_clock::time_point begun_ = std::chrono::steady_clock::now();
  std::optional<reg::Register> register_;
  std::optional<reg::AsOf> at_;
  diag::Sink::Keeps keeps_ = diag::Sink::Keeps::as_read;
  std::optional<std::vector<diag::Diagnostic>> diagnostics_;
  std::optional<rule::Before> before_;
  std::set<std::string> told_of_index_;
};

}  // namespace zsup::command
