#include "command/fix.h"

#include <algorithm>
#include <utility>

#include "command/lower_ids.h"
#include "command/placing.h"
#include "diag/brief.h"
#include "diag/counted.h"
#include "diag/edits.h"
#include "register/mend.h"
#include "text/unified_diff.h"

namespace zsup::command {

using diag::say;

namespace {

// A round mends all that there is of it, so one suffices but where a mistake had hidden others.
// Each costs a reading of the register; a large one is not read often.
constexpr int most_rounds = 100;
constexpr int least_rounds = 4;
constexpr std::size_t most_bytes_read = 256'000'000;
// What a run that has mended so much leaves is for the next one.
constexpr std::size_t most_applied = 50'000;

std::vector<reg::Substitute> substitutes_for(const reg::Substitute& standard_input,
                                             const Fixes& fixes) {
  std::vector<reg::Substitute> list;
  for (const auto& [path, file] : fixes.files) list.push_back({.path = path, .bytes = file.after});
  if (!standard_input.path.empty() && !fixes.files.contains(standard_input.path)) {
    const auto at = std::find_if(list.begin(), list.end(), [&](const reg::Substitute& one) {
      return standard_input.path < one.path;
    });
    list.insert(at, standard_input);
  }
  return list;
}

diag::Text why_not(const io::Error& error) {
  if (error.reason == io::Reason::changed_while_read) {
    return say("读取之后文件又被改动，请重新运行", "it has changed since it was read; run again");
  }
  if (error.reason == io::Reason::no_permission) return say("文件是只读的", "it is read-only");
  return reg::describe(error);
}

// Whether it says nothing of the other files.
bool is_of_this_file(io::Reason reason) {
  using enum io::Reason;
  constexpr io::Reason of_one[] = {changed_while_read, no_permission,      not_found,
                                   not_a_folder,       not_a_regular_file, is_a_link,
                                   through_a_link,     another_register};
  return std::find(std::begin(of_one), std::end(of_one), reason) != std::end(of_one);
}

std::string_view bytes_of(const reg::Register& reg, const std::string& path) {
  for (const text::Source& source : reg.sources) {
    if (source.path == path) return source.bytes;
  }
  return {};
}

}  // namespace

void find_fixes(Session& session, const reg::Substitute& standard_input,
                const std::function<bool(const diag::Diagnostic&)>& wanted, Fixes& fixes) {
  constexpr auto keeps = diag::Sink::Keeps::every_fix;
  const reg::Register* all = &session.reread(substitutes_for(standard_input, fixes), keeps);
  reg::LoadOptions options = session.load_options();
  options.keeps = keeps;
  std::size_t to_try = reg::most_bytes_tried;
  std::size_t read = 0;
  bool wordless = false;
  bool enough = false;
  for (int round = 0;; ++round) {
    auto lowered =
        enough ? std::map<std::string, std::vector<diag::Edit>>() : lower_ids(session, wanted);
    if (!lowered.empty()) {
      // The register still looks at the old bytes until it is read again.
      std::vector<std::string> old;
      for (auto& [path, edits] : lowered) {
        const std::string_view bytes = bytes_of(*all, path);
        const auto [at, is_new] = fixes.files.try_emplace(path);
        if (is_new) at->second.before = bytes;
        at->second.applied += edits.size();
        fixes.applied += edits.size();
        old.push_back(std::exchange(at->second.after, diag::with_edits(bytes, std::move(edits))));
      }
      all = &session.reread(substitutes_for(standard_input, fixes), keeps);
    }
    wordless = false;
    bool counted = false;
    std::map<text::SourceId, std::vector<const diag::Diagnostic*>> by_source;
    for (const diag::Diagnostic& one : session.diagnostics()) {
      counted = counted || (one.more > 0 && wanted(one));
      wordless = wordless || (one.message.empty() && one.more == 0);
      if (!one.fix.empty() && !one.waived && one.place.source != text::no_source && wanted(one)) {
        by_source[one.place.source].push_back(&one);
      }
    }
    if (enough) {
      // Of what is only counted nobody knows whether it can be mended.
      fixes.unfinished = !by_source.empty() || counted;
      break;
    }
    if (by_source.empty()) break;
    for (const text::Source& file : all->sources) read += file.bytes.size();
    std::size_t applied = 0;
    std::map<std::string, reg::Mended> changed;
    for (const auto& [source, found] : by_source) {
      const text::Source& file = all->sources[source];
      const std::string path(file.path);
      if (fixes.refused.contains(path)) continue;
      reg::Mended mended = reg::mend(file.bytes, source, source == 0, found, options, to_try);
      if (mended.applied == 0) {
        fixes.refused[path] = mended.refused;
        continue;
      }
      applied += mended.applied;
      const auto [at, is_new] = fixes.files.try_emplace(path);
      if (is_new) at->second.before = file.bytes;
      at->second.applied += mended.applied;
      changed.emplace(path, std::move(mended));
    }
    if (applied == 0) break;
    fixes.applied += applied;
    // The register still looks at the old bytes until it is read again.
    std::map<std::string, std::string> old;
    for (auto& [path, mended] : changed) {
      old.emplace(path, std::exchange(fixes.files[path].after, std::move(mended.bytes)));
    }
    enough = round + 1 == most_rounds || fixes.applied >= most_applied ||
             (round + 1 >= least_rounds && read > most_bytes_read);
    all = &session.reread(substitutes_for(standard_input, fixes),
                          enough ? diag::Sink::Keeps::as_read : keeps);
  }
  // What is left is told in words.
  if (wordless) session.reread(substitutes_for(standard_input, fixes));
}

bool write_fixes(Session& session, const reg::Substitute& standard_input, Fixes& fixes) {
  std::vector<std::string> failed;
  const auto fail = [&](const std::string& path, const diag::Text& why) {
    session.complain(say("没有改正 {}：{}", "not corrected: {}: {}",
                         diag::brief(session.paths_from_here()(path)), why));
    failed.push_back(path);
  };
  std::vector<io::Output> outputs;
  for (const auto& [path, file] : fixes.files) {
    if (path == standard_input.path) continue;
    if (const io::Failure hindrance = session.files().replaceable(path, file.before)) {
      fail(path, why_not(*hindrance));
    } else {
      outputs.push_back({path, file.after, std::string_view(file.before)});
    }
  }
  // All of them or none, but for those that someone else has changed meanwhile.
  io::Failure hindrance = session.files().write_all(outputs, io::Overwrite::yes);
  while (hindrance) {
    const auto at = std::find_if(outputs.begin(), outputs.end(), [&](const io::Output& one) {
      return one.path == hindrance->path;
    });
    if (at == outputs.end() || !is_of_this_file(hindrance->reason)) break;
    fail(at->path, why_not(*hindrance));
    const bool folder = hindrance->operation == io::Operation::create;
    const std::string above = folder_of(at->path);
    outputs.erase(at);
    // Where nothing can be made in a folder, none of its files can be replaced.
    if (folder) {
      std::erase_if(outputs, [&](const io::Output& one) {
        if (folder_of(one.path) != above) return false;
        fail(one.path, why_not(*hindrance));
        return true;
      });
    }
    hindrance = session.files().write_all(outputs, io::Overwrite::yes);
  }
  if (hindrance) {
    session.complain(reg::describe(*hindrance));
    session.complain(say("这 {0} 个文件都没有改", "nothing was changed in {1}", outputs.size(),
                         diag::counted(outputs.size(), "file", "files")));
    for (const io::Output& output : outputs) failed.push_back(output.path);
  }
  session.tell_of_what_was_not_kept();
  if (failed.empty()) return true;
  Fixes written;
  for (auto& [path, file] : fixes.files) {
    if (std::find(failed.begin(), failed.end(), path) != failed.end()) continue;
    written.applied += file.applied;
    written.files.emplace(path, std::move(file));
  }
  written.refused = std::move(fixes.refused);
  written.unfinished = fixes.unfinished;
  // What remains is told of the files as they are now.
  session.reread(substitutes_for(standard_input, written));
  fixes = std::move(written);
  return false;
}

diag::Text fixes_line(const Fixes& fixes, bool written) {
  const auto some = [](std::size_t count, std::string_view one) {
    return std::to_string(count) + " " + std::string(one) + (count == 1 ? "" : "s");
  };
  diag::Text line =
      fixes.applied == 0
          ? say("没有可以自动改正的", "nothing to correct automatically")
          : say("{4} {0} 处，涉及 {1} 个文件", "{5} {2} in {3}", fixes.applied, fixes.files.size(),
                some(fixes.applied, "place"), some(fixes.files.size(), "file"),
                std::string_view(written ? "已改正" : "可改正"),
                std::string_view(written ? "corrected" : "would correct"));
  std::size_t refused = 0;
  for (const auto& [path, count] : fixes.refused) refused += count;
  if (refused > 0) {
    line += say("；另有 {0} 处改了会带来别的错误，没有改",
                "; left {1} that would bring other mistakes", refused, some(refused, "correction"));
  }
  if (fixes.unfinished) {
    line += say("；一次改正到此为止，可能还有可以改正的，请再运行一次",
                "; that is as much as one run corrects, and there may be more: run it again");
  }
  return line;
}

std::string diff_of(const Fixes& fixes) {
  std::string out;
  for (const auto& [path, file] : fixes.files) {
    out += text::unified_diff(path, file.before, file.after);
  }
  return out;
}

}  // namespace zsup::command
