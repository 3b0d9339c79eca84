#include "io/git.h"

#include <unistd.h>

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

#include "io/program.h"

namespace zsup::io {

namespace {

// Git's variables would make it look at another repository (a hook runs with GIT_DIR set) or write
// in another language. Where its configuration lies, and what it must not look into, stays as the
// user has it.
std::vector<std::string> environment_for_git() {
  static constexpr std::array<std::string_view, 2> kept{"GIT_CONFIG", "GIT_CEILING_DIRECTORIES"};
  std::vector<std::string> environment;
  for (char** entry = environ; *entry != nullptr; ++entry) {
    const std::string_view variable = *entry;
    const bool locale = variable.starts_with("LC_") || variable.starts_with("LANG");
    const bool git = variable.starts_with("GIT_") &&
                     std::ranges::none_of(kept, [&](auto k) { return variable.starts_with(k); });
    if (!locale && !git) environment.emplace_back(variable);
  }
  environment.emplace_back("LC_ALL=C");
  environment.emplace_back("GIT_TERMINAL_PROMPT=0");
  environment.emplace_back("GIT_OPTIONAL_LOCKS=0");
  return environment;
}

GitError explain(const std::string& errors) {
  GitError error{GitProblem::failed, errors.substr(0, errors.find('\n'))};
  if (errors.find("not a git repository") != std::string::npos ||
      errors.find("must be run in a work tree") != std::string::npos) {
    error.problem = GitProblem::no_repository;
  } else if (errors.find("dubious ownership") != std::string::npos ||
             errors.find("unsafe repository") != std::string::npos) {
    error.problem = GitProblem::refused;
  }
  return error;
}

void take_names(const std::string& list, std::vector<std::string>& names) {
  std::string_view rest = list;
  while (!rest.empty()) {
    const std::size_t end = std::min(rest.find('\0'), rest.size());
    names.emplace_back(rest.substr(0, end));
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
}

// The one line that git answered, without its end. A path may itself end in a line break, so only
// one goes.
GitResult<std::string> line(GitResult<std::string> answer) {
  if (auto* text = std::get_if<std::string>(&answer); text != nullptr && text->ends_with('\n')) {
    text->pop_back();
  }
  return answer;
}

}  // namespace

Git::Git(std::string folder, std::chrono::milliseconds patience)
    : folder_(std::move(folder)), patience_(patience) {}

GitResult<std::string> Git::ask(std::vector<std::string> words) const {
  // A repository's own configuration can name programs to be run; what zsup asks needs none of
  // them.
  Command command{.words = {"git", "-C", folder_, "-c", "core.fsmonitor=false", "--no-pager"},
                  .environment = environment_for_git(),
                  .patience = patience_};
  std::ranges::move(words, std::back_inserter(command.words));
  Result<Finished> finished = run(command);
  if (!finished) {
    const Reason reason = finished.error().reason;
    // "No permission" is what a folder in PATH that may not be entered gives when git is nowhere
    // else.
    if (reason == Reason::not_found || reason == Reason::no_permission)
      return GitError{GitProblem::no_git, {}};
    if (reason == Reason::timed_out) return GitError{GitProblem::timed_out, {}};
    return GitError{GitProblem::failed, {}};
  }
  if (finished->exit_code != 0) return explain(finished->errors);
  return std::move(finished->output);
}

GitResult<std::string> Git::top_level() const {
  return line(ask({"rev-parse", "--show-toplevel"}));
}

GitResult<std::string> Git::prefix() const {
  return line(ask({"rev-parse", "--show-prefix"}));
}

GitResult<bool> Git::is_shallow() const {
  const GitResult<std::string> answer = line(ask({"rev-parse", "--is-shallow-repository"}));
  if (const auto* error = std::get_if<GitError>(&answer)) return *error;
  return std::get<std::string>(answer) == "true";
}

GitResult<std::vector<std::string>> Git::changed_since(const std::string& revision) const {
  // Resolved to a commit's own name first, so that no revision can be taken for an option.
  const GitResult<std::string> given =
      line(ask({"rev-parse", "--verify", "--quiet", "--end-of-options", revision + "^{commit}"}));
  if (const auto* error = std::get_if<GitError>(&given)) {
    // With --quiet, git says nothing about a revision that it does not know.
    if (error->problem != GitProblem::failed) return *error;
    // About some it has words: a branch that follows none, something that is no commit. Where it
    // can tell what HEAD is, all is well but the revision.
    if (!error->detail.empty()) {
      const auto head = ask({"rev-parse", "--verify", "--quiet", "HEAD^{commit}"});
      if (std::holds_alternative<GitError>(head)) return *error;
    }
    return GitError{GitProblem::unknown_revision, {}};
  }
  std::string base = std::get<std::string>(given);
  const GitResult<std::string> parted = line(ask({"merge-base", base, "HEAD"}));
  if (const auto* commit = std::get_if<std::string>(&parted)) base = *commit;

  const GitResult<std::string> changed =
      ask({"diff", "--name-only", "-z", "--no-renames", "--no-ext-diff", "--no-textconv",
           "--ignore-submodules", "--relative", base, "--", "."});
  if (const auto* error = std::get_if<GitError>(&changed)) return *error;
  const GitResult<std::string> unknown =
      ask({"ls-files", "-z", "--others", "--exclude-standard", "--", "."});
  if (const auto* error = std::get_if<GitError>(&unknown)) return *error;

  std::vector<std::string> names;
  take_names(std::get<std::string>(changed), names);
  take_names(std::get<std::string>(unknown), names);
  std::ranges::sort(names);
  names.erase(std::unique(names.begin(), names.end()), names.end());
  return names;
}

}  // namespace zsup::io
