#include "command/fix.h"

#include <algorithm>
#include <utility>

#include "diag/brief.h"
#include "register/mend.h"
#include "text/unified_diff.h"

namespace zsup::command {

using diag::say;

namespace {

// A round mends all that is told, so one suffices but where a mistake had hidden others, or where
// the reader stopped counting.
constexpr int most_rounds = 100;

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

}  // namespace

void find_fixes(Session& session, const reg::Substitute& standard_input,
                const std::function<bool(const diag::Diagnostic&)>& wanted, Fixes& fixes) {
  const reg::Register* all = &session.reread(substitutes_for(standard_input, fixes));
  const reg::LoadOptions options = session.load_options();
  for (int round = 0; round < most_rounds; ++round) {
    std::map<text::SourceId, std::vector<const diag::Diagnostic*>> by_source;
    for (const diag::Diagnostic& one : session.diagnostics()) {
      if (!one.fix.empty() && !one.waived && one.place.source != text::no_source && wanted(one)) {
        by_source[one.place.source].push_back(&one);
      }
    }
    std::size_t applied = 0;
    std::map<std::string, reg::Mended> changed;
    for (const auto& [source, found] : by_source) {
      const text::Source& file = all->sources[source];
      const std::string path(file.path);
      if (fixes.refused.contains(path)) continue;
      reg::Mended mended = reg::mend(file.bytes, source, source == 0, found, options);
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
    all = &session.reread(substitutes_for(standard_input, fixes));
  }
}

bool write_fixes(Session& session, const reg::Substitute& standard_input, Fixes& fixes) {
  std::vector<std::string> failed;
  const auto fail = [&](const std::string& path, const diag::Text& why) {
    session.complain(
        say("没有改正 {}：{}", "not corrected: {0}: {2}", diag::brief(path), why.zh, why.en));
    failed.push_back(path);
  };
  std::vector<io::Output> outputs;
  for (const auto& [path, file] : fixes.files) {
    if (path == standard_input.path) continue;
    const io::Failure hindrance = session.files().replaceable(path, file.before);
    if (!hindrance) {
      outputs.push_back({path, file.after});
    } else if (hindrance->reason == io::Reason::changed_while_read) {
      fail(path,
           say("读取之后文件又被改动，请重新运行", "it has changed since it was read; run again"));
    } else if (hindrance->reason == io::Reason::no_permission) {
      fail(path, say("文件是只读的", "it is read-only"));
    } else {
      fail(path, reg::describe(*hindrance));
    }
  }
  if (session.files().write_all(outputs, io::Overwrite::yes)) {
    // Some of them may have been written; the others get a chance each.
    for (const io::Output& output : outputs) {
      if (!session.files().replaceable(output.path, output.bytes)) continue;
      if (const auto error =
              session.files().write_whole(output.path, output.bytes, io::Overwrite::yes)) {
        fail(output.path, reg::describe(*error));
      }
    }
  }
  if (failed.empty()) return true;
  Fixes written;
  for (auto& [path, file] : fixes.files) {
    if (std::find(failed.begin(), failed.end(), path) != failed.end()) continue;
    written.applied += file.applied;
    written.files.emplace(path, std::move(file));
  }
  written.refused = std::move(fixes.refused);
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
    const diag::Text rest =
        say("；另有 {0} 处改了会带来别的错误，没有改", "; left {1} that would bring other mistakes",
            refused, some(refused, "correction"));
    line.zh += rest.zh;
    line.en += rest.en;
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
