#include "diag/report.h"

#include <fmt/core.h>

#include <algorithm>
#include <string_view>
#include <tuple>

#include "diag/counted.h"

namespace zsup::diag {

namespace {

std::string_view path_of(const text::Place& place, const text::Sources& sources) {
  return place.source < sources.size() ? std::string_view(sources[place.source].path)
                                       : std::string_view();
}

// "2 errors, 1 warning": the kinds that occur.
Text list(const Counts& counts) {
  Text out;
  const auto add = [&](std::size_t number, std::string_view zh, std::string_view one,
                       std::string_view many) {
    if (number == 0) return;
    out.zh += fmt::format("{}{} {}", out.zh.empty() ? "" : "，", number, zh);
    out.en += fmt::format("{}{}", out.en.empty() ? "" : ", ", counted(number, one, many));
  };
  add(counts.errors, "个错误", "error", "errors");
  add(counts.warnings, "个警告", "warning", "warnings");
  add(counts.infos, "条提示", "note", "notes");
  return out;
}

}  // namespace

Counts count(const std::vector<Diagnostic>& diagnostics) {
  Counts counts;
  for (const Diagnostic& diagnostic : diagnostics) {
    const std::size_t number = std::max<std::size_t>(diagnostic.more, 1);
    switch (diagnostic.severity) {
      case Severity::error:
        counts.errors += number;
        break;
      case Severity::warning:
        counts.warnings += number;
        break;
      case Severity::info:
        counts.infos += number;
        break;
      case Severity::off:
        break;
    }
  }
  return counts;
}

void sort(std::vector<Diagnostic>& diagnostics, const text::Sources& sources) {
  const auto before = [&](const Diagnostic& a, const Diagnostic& b) {
    const bool a_in_file = a.place.source < sources.size();
    const bool b_in_file = b.place.source < sources.size();
    if (a_in_file != b_in_file) return b_in_file;
    if (a.place.source != b.place.source) {
      const int order = path_of(a.place, sources).compare(path_of(b.place, sources));
      if (order != 0) return order < 0;
    }
    // A span that is not given is {0, 0}, so what belongs to a whole file comes first by itself.
    return std::tie(a.place.span, a.code, a.message.zh, a.message.en) <
           std::tie(b.place.span, b.code, b.message.zh, b.message.en);
  };
  std::stable_sort(diagnostics.begin(), diagnostics.end(), before);
}

Text not_read_line(const NotRead& one, std::string_view path) {
  return say("“{}”没有读取：{}", "'{}' was not read: {}", path, one.message);
}

std::string summary_line(const Report& report, Lang lang) {
  const Counts counts = count(report.diagnostics);
  const Text found = list(counts);
  const Text checked{fmt::format("{} 个文件、{} 条记录", report.files, report.records),
                     fmt::format("{} and {}", counted(report.files, "file", "files"),
                                 counted(report.records, "record", "records"))};
  Text line;
  if (counts.errors + counts.warnings > 0 || (report.exit_code != 0 && counts.infos > 0)) {
    line.zh = fmt::format("检查了 {}：{}", checked.zh, found.zh);
    line.en = fmt::format("checked {}: {}", checked.en, found.en);
  } else if (report.exit_code != 0) {
    line.zh = fmt::format("没有通过：检查了 {}，原因见上文", checked.zh);
    line.en = fmt::format("not passed: checked {}; the reason stands above", checked.en);
  } else if (counts.infos > 0) {
    line.zh = fmt::format("检查通过：{}，没有错误和警告，有 {}", checked.zh, found.zh);
    line.en = fmt::format("check passed: {}, no errors or warnings, {}", checked.en, found.en);
  } else {
    line.zh = fmt::format("检查通过：{}，没有发现问题", checked.zh);
    line.en = fmt::format("check passed: {}, no problems found", checked.en);
  }
  if (report.waived > 0) {
    line.zh += fmt::format("；已豁免 {} 处", report.waived);
    line.en += fmt::format("; {} waived", report.waived);
  }
  if (!report.not_read.empty()) {
    line.zh += fmt::format("；有 {} 个路径没有读取", report.not_read.size());
    line.en += fmt::format("; {} not read", counted(report.not_read.size(), "path", "paths"));
  }
  return line.in(lang);
}

}  // namespace zsup::diag
