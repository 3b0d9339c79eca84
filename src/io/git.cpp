#include "io/git.h"

#include <unistd.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdlib>
#include <cstring>
#include <utility>

#include "io/program.h"

namespace zsup::io {

namespace {

// Only what git needs to run at all. Git's own variables would make it look at another repository
// (a hook runs with GIT_DIR set), write traces into files, or speak another language.
std::vector<std::string> environment_of(std::initializer_list<std::string_view> kept) {
  std::vector<std::string> environment;
  for (char** entry = environ; *entry != nullptr; ++entry) {
    const std::string_view variable = *entry;
    if (std::ranges::any_of(kept, [&](std::string_view k) { return variable.starts_with(k); })) {
      environment.emplace_back(variable);
    }
  }
  environment.emplace_back("LC_ALL=C");
  environment.emplace_back("GIT_TERMINAL_PROMPT=0");
  environment.emplace_back("GIT_OPTIONAL_LOCKS=0");
  return environment;
}

// Nothing is fetched, by whatever road; no object stands in for another; and only the repository's
// own settings are read, which say how its objects are stored.
std::vector<std::string> environment_for_objects() {
  std::vector<std::string> environment = environment_of({"PATH=", "LD_LIBRARY_PATH=", "TMPDIR="});
  for (const char* variable :
       {"GIT_NO_LAZY_FETCH=1", "GIT_ALLOW_PROTOCOL=none", "GIT_NO_REPLACE_OBJECTS=1",
        "GIT_CONFIG_NOSYSTEM=1", "GIT_CONFIG_SYSTEM=/dev/null", "GIT_CONFIG_GLOBAL=/dev/null",
        "GIT_ATTR_NOSYSTEM=1", "GIT_LITERAL_PATHSPECS=1", "GIT_PAGER=cat", "GIT_EDITOR=false",
        "GIT_ASKPASS=false", "GIT_SSH_COMMAND=false", "HOME=/nonexistent"}) {
    environment.emplace_back(variable);
  }
  return environment;
}

// None of these is used by what is asked; should a later git use one, it finds it switched off.
constexpr std::array settings{
    "safe.bareRepository=explicit",
    "core.fsmonitor=false",
    "core.hooksPath=/dev/null",
    "core.pager=cat",
    "core.editor=false",
    "core.askPass=false",
    "core.sshCommand=false",
    "core.gitProxy=",
    "core.alternateRefsCommand=false",
    "core.attributesFile=/dev/null",
    "credential.helper=",
    "protocol.allow=never",
    "gpg.program=false",
    "gc.auto=0",
    "maintenance.auto=false",
    "diff.external=",
};

// What is larger goes through git piece by piece; what is smaller it holds in memory.
constexpr const char* streamed_from = "core.bigFileThreshold=16m";

// Of what git wrote, the line that says why it gave up; a warning may stand before it.
std::string reason_in(const std::string& text) {
  for (const std::string_view word : {"fatal: ", "error: "}) {
    const std::size_t at = text.starts_with(word) ? 0 : text.find("\n" + std::string(word)) + 1;
    if (text.compare(at, word.size(), word) == 0) return text.substr(at, text.find('\n', at) - at);
  }
  return text.substr(0, text.find('\n'));
}

std::uint64_t number_in(std::string_view digits) {
  std::uint64_t number = 0;
  std::from_chars(digits.data(), digits.data() + digits.size(), number);
  return number;
}

// Takes apart what `git cat-file --batch` writes, as it comes.
class Batch {
 public:
  Batch(std::uint64_t most_each, std::uint64_t most_in_all, text::Arena& arena,
        std::vector<GitObject>& found)
      : most_each_(most_each), most_in_all_(most_in_all), arena_(arena), found_(found) {}

  // It ended git's answer at an object that is too large, for what cannot be kept is not read.
  bool stopped() const { return stopped_; }
  // Git is asked anew for those behind it.
  void begin_again() {
    stopped_ = in_body_ = false;
    left_ = 0;
    head_.clear();
  }

  bool take(std::string_view piece) {
    while (!piece.empty()) {
      if (!in_body_) {
        const std::size_t end = piece.find('\n');
        head_ += piece.substr(0, end);
        if (head_.size() > longest_head) return false;
        if (end == std::string_view::npos) return true;
        piece.remove_prefix(end + 1);
        if (!begin()) return false;
        continue;
      }
      const auto some = static_cast<std::size_t>(std::min<std::uint64_t>(left_, piece.size()));
      to_ = std::copy_n(piece.data(), some, to_);
      left_ -= some;
      piece.remove_prefix(some);
      if (left_ == 0 && !piece.empty()) {  // the end of a line stands behind each object
        piece.remove_prefix(1);
        in_body_ = false;
      }
    }
    return true;
  }

 private:
  static constexpr std::size_t longest_head = 4096;

  // "NAME missing", or "NAME TYPE SIZE" with the object behind it.
  bool begin() {
    const std::string head = std::exchange(head_, {});
    const std::size_t size_at = head.rfind(' ');
    if (size_at == std::string::npos || size_at == 0) return false;
    GitObject& object = found_.emplace_back();
    const std::string_view size = std::string_view(head).substr(size_at + 1);
    if (size.find_first_not_of("0123456789") != std::string_view::npos) return true;
    const std::size_t type_at = head.rfind(' ', size_at - 1);
    const std::string_view type =
        type_at == std::string::npos
            ? std::string_view()
            : std::string_view(head).substr(type_at + 1, size_at - type_at - 1);
    object.type = type == "blob"     ? GitObject::Type::blob
                  : type == "tree"   ? GitObject::Type::tree
                  : type == "commit" ? GitObject::Type::commit
                                     : GitObject::Type::other;
    left_ = number_in(size);
    in_body_ = true;
    if (left_ > most_each_) {
      object.type = GitObject::Type::too_large;
      stopped_ = true;
      return false;
    }
    if (left_ > most_in_all_ - kept_) return false;
    kept_ += left_;
    to_ = static_cast<char*>(arena_.allocate(left_ + 1, 1));
    to_[left_] = '\0';
    object.bytes = {to_, left_};
    return true;
  }

  std::uint64_t most_each_;
  std::uint64_t most_in_all_;
  std::uint64_t kept_ = 0;
  text::Arena& arena_;
  std::vector<GitObject>& found_;
  std::string head_;
  bool in_body_ = false;
  bool stopped_ = false;
  std::uint64_t left_ = 0;
  char* to_ = nullptr;
};

}  // namespace

struct Git::Answer {
  int exit_code = 0;
  std::string output;
  std::string errors;

  // The one line that git answered, without its end.
  std::string line() const {
    return output.ends_with('\n') ? output.substr(0, output.size() - 1) : output;
  }
  GitError error() const { return {GitProblem::failed, reason_in(errors)}; }
};

Git::Git(Repository repository, std::chrono::milliseconds patience)
    : repository_(std::move(repository)), patience_(patience) {}

GitResult<Git> Git::of(const std::string& folder) {
  auto found = find_repository(folder);
  if (auto* error = std::get_if<GitError>(&found)) return std::move(*error);
  Git git(std::get<Repository>(std::move(found)));
  if (!find_program("git", git.repository_.top)) return GitError{GitProblem::no_git, {}};
  if (!is_own(git.repository_) && !git.is_trusted()) {
    return GitError{GitProblem::refused, git.repository_.top};
  }
  if (auto pipe = pipe_within(git.repository_)) {
    return GitError{GitProblem::broken, std::move(*pipe)};
  }
  return git;
}

GitResult<Git::Answer> Git::run_git(std::vector<std::string> words, Command command) const {
  const auto program = find_program("git", repository_.top);
  if (!program) return GitError{GitProblem::no_git, {}};
  command.words = std::move(words);
  command.words.insert(command.words.begin(), *program);
  command.patience = patience_;
  Result<Finished> finished = run(command);
  if (!finished) {
    const Reason reason = finished.error().reason;
    // No permission is what a folder in PATH that may not be entered gives when git is nowhere
    // else.
    if (reason == Reason::not_found || reason == Reason::no_permission) {
      return GitError{GitProblem::no_git, {}};
    }
    if (reason == Reason::timed_out) return GitError{GitProblem::timed_out, {}};
    if (reason == Reason::too_large) return GitError{GitProblem::too_large, {}};
    if (reason == Reason::too_many_open_files) return GitError{GitProblem::no_descriptors, {}};
    return GitError{GitProblem::failed, std::strerror(finished.error().number)};
  }
  return Answer{finished->exit_code, std::move(finished->output), std::move(finished->errors)};
}

GitResult<Git::Answer> Git::ask(std::vector<std::string> words, Command command) const {
  command.environment = environment_for_objects();
  // From the root, so that a folder that is gone is none of git's concern.
  std::vector<std::string> all{"-C", "/", "--no-pager", "--git-dir=" + repository_.folder,
                               "--work-tree=" + repository_.top};
  for (const char* setting : settings) {
    all.emplace_back("-c");
    all.emplace_back(setting);
  }
  all.emplace_back("-c");
  all.emplace_back(streamed_from);
  std::ranges::move(words, std::back_inserter(all));
  return run_git(std::move(all), std::move(command));
}

// As git does where it finds a repository by itself, which it does not here: a repository of
// another user is trusted where the user's own settings, or the machine's, name its folder in
// safe.directory. They are read outside of any repository.
bool Git::is_trusted() const {
  Command command{.words = {},
                  .environment = environment_of(
                      {"PATH=", "LD_LIBRARY_PATH=", "HOME=", "XDG_CONFIG_HOME=", "GIT_CONFIG_"})};
  const auto answer = run_git({"-C", "/", "--no-pager", "--git-dir=/dev/null", "config", "-z",
                               "--get-all", "safe.directory"},
                              std::move(command));
  const auto* found = std::get_if<Answer>(&answer);
  if (found == nullptr) return false;
  bool trusted = false;
  std::string_view rest = found->output;
  while (!rest.empty()) {
    const std::size_t end = std::min(rest.find('\0'), rest.size());
    std::string folder(rest.substr(0, end));
    rest.remove_prefix(std::min(end + 1, rest.size()));
    if (folder.empty()) trusted = false;  // takes back what was said before
    if (const char* home = std::getenv("HOME"); folder.starts_with("~/") && home != nullptr) {
      folder.replace(0, 1, home);
    }
    const bool below =
        folder.ends_with("/*") && repository_.top.starts_with(folder.substr(0, folder.size() - 1));
    trusted = trusted || folder == "*" || folder == repository_.top || below;
  }
  return trusted;
}

GitResult<std::string> Git::commit(const std::string& revision) const {
  // A revision is never taken for an option, nor, with a NUL in it, for another one.
  if (revision.find('\0') != std::string::npos) return GitError{GitProblem::unknown_revision, {}};
  const auto asked = ask({"rev-parse", "--verify", "--end-of-options", revision + "^{commit}"});
  if (const auto* error = std::get_if<GitError>(&asked)) return *error;
  const Answer& answer = std::get<Answer>(asked);
  if (answer.exit_code != 0) return answer.error();
  // `^main` names what is not in main, and is answered with a `^` before the name.
  const std::string name = answer.line();
  if (name.find_first_not_of("0123456789abcdef") != std::string::npos) {
    return GitError{GitProblem::unknown_revision, {}};
  }
  return name;
}

GitResult<std::string> Git::base(const std::string& revision) const {
  const auto given = commit(revision);
  const auto* error = std::get_if<GitError>(&given);
  if (error != nullptr && error->problem != GitProblem::failed) return *error;
  const auto head = commit("HEAD");
  if (error != nullptr) {
    // About what it does not know git has words of many kinds. Where it can tell what HEAD is, or
    // says in the same words that there is none, all is well but the revision.
    constexpr std::string_view none = "fatal: Needed a single revision";
    const auto* no_head = std::get_if<GitError>(&head);
    if (no_head == nullptr || no_head->detail == none) {
      return GitError{GitProblem::unknown_revision, {}};
    }
    return *error;
  }
  if (std::holds_alternative<GitError>(head)) return given;
  const auto asked = ask({"merge-base", std::get<std::string>(given), std::get<std::string>(head)});
  if (const auto* failed = std::get_if<GitError>(&asked)) return *failed;
  const Answer& answer = std::get<Answer>(asked);
  if (answer.exit_code == 0) return answer.line();
  if (answer.errors.empty()) return given;  // the two have nothing in common
  return answer.error();
}

// In a partial clone git gives up at the first object that is not there, since it may not fetch it.
// Then it is asked what there is, before it is asked for it.
GitResult<std::vector<GitObject>> Git::objects(const std::vector<std::string>& names,
                                               std::uint64_t most_each, std::uint64_t most_in_all,
                                               text::Arena& arena) const {
  auto found = read_objects(names, most_each, most_in_all, arena);
  const auto* error = std::get_if<GitError>(&found);
  if (error == nullptr || error->problem != GitProblem::failed) return found;
  const auto there = are_there(names);
  if (const auto* other = std::get_if<GitError>(&there)) return *other;
  const auto& is_there = std::get<std::vector<bool>>(there);
  std::vector<std::string> asked;
  for (std::size_t i = 0; i < names.size(); ++i) {
    if (is_there[i]) asked.push_back(names[i]);
  }
  if (asked.size() == names.size()) return found;
  auto some = read_objects(asked, most_each, most_in_all, arena);
  if (std::holds_alternative<GitError>(some)) return some;
  auto next = std::get<std::vector<GitObject>>(some).begin();
  std::vector<GitObject> all(names.size());
  for (std::size_t i = 0; i < names.size(); ++i) {
    if (is_there[i]) all[i] = *next++;
  }
  return all;
}

GitResult<std::vector<bool>> Git::are_there(const std::vector<std::string>& names) const {
  std::vector<std::string> sorted = names;
  std::ranges::sort(sorted);
  sorted.erase(std::unique(sorted.begin(), sorted.end()), sorted.end());
  std::vector<bool> known(sorted.size());
  std::string line;
  const auto take = [&](std::string_view piece) {
    for (const char c : piece) {
      if (c != '\n') {
        line += c;
        continue;
      }
      const auto at = std::ranges::lower_bound(sorted, line);
      if (at != sorted.end() && *at == line) {
        known[static_cast<std::size_t>(at - sorted.begin())] = true;
      }
      line.clear();
    }
    return true;
  };
  const auto asked = ask(
      {"cat-file", "--batch-check=%(objectname)", "--batch-all-objects", "--unordered", "--buffer"},
      {.words = {}, .environment = {}, .take = take});
  if (const auto* error = std::get_if<GitError>(&asked)) return *error;
  if (std::get<Answer>(asked).exit_code != 0) return std::get<Answer>(asked).error();
  std::vector<bool> there;
  for (const std::string& name : names) {
    const auto at = std::ranges::lower_bound(sorted, name);
    there.push_back(known[static_cast<std::size_t>(at - sorted.begin())]);
  }
  return there;
}

GitResult<std::vector<GitObject>> Git::read_objects(const std::vector<std::string>& names,
                                                    std::uint64_t most_each,
                                                    std::uint64_t most_in_all,
                                                    text::Arena& arena) const {
  std::vector<GitObject> found;
  if (names.empty()) return found;
  found.reserve(names.size());
  // A small object may unpack to gigabytes. Git is stopped at one that is too large, and asked
  // again for those behind it; where there are many of these, this is no register.
  constexpr int most_too_large = 16;
  Batch batch(most_each, most_in_all, arena, found);
  for (int too_large = 0; too_large <= most_too_large; ++too_large) {
    std::string input;
    for (std::size_t i = found.size(); i < names.size(); ++i) input += names[i] + "\n";
    const auto asked =
        ask({"cat-file", "--batch", "--buffer"},
            {.words = {}, .environment = {}, .input = input, .take = [&](std::string_view piece) {
               return batch.take(piece);
             }});
    if (batch.stopped()) {
      if (found.size() == names.size()) return found;
      batch.begin_again();
      continue;
    }
    if (const auto* error = std::get_if<GitError>(&asked)) return *error;
    const Answer& answer = std::get<Answer>(asked);
    if (answer.exit_code != 0 || found.size() != names.size()) return answer.error();
    return found;
  }
  return GitError{GitProblem::too_large, {}};
}

GitResult<std::string> Git::submodule_paths(const std::string& blob) const {
  const auto asked = ask(
      {"config", "--no-includes", "--blob", blob, "-z", "--get-regexp", "^submodule\\..*\\.path$"});
  if (const auto* error = std::get_if<GitError>(&asked)) return *error;
  return std::get<Answer>(asked).output;
}

}  // namespace zsup::io
