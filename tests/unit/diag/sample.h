// A report built by hand: files as string literals, places found by the text that stands there.
#pragma once

#include <cstdint>
#include <deque>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>

#include "diag/format.h"
#include "diag/report.h"

namespace zsup::diag {

struct Sample {
  std::deque<std::string> paths;  // which stay where they are
  text::Sources sources;
  Report report{sources, {}, 0, 0, 0};

  Sample() = default;
  Sample(std::string path, std::string_view bytes) { file(std::move(path), bytes); }
  Sample(const Sample&) = delete;
  Sample& operator=(const Sample&) = delete;

  // The bytes must outlive the sample.
  text::SourceId file(std::string path, std::string_view bytes) {
    sources.push_back({paths.emplace_back(std::move(path)), bytes});
    return static_cast<text::SourceId>(sources.size() - 1);
  }

  // Where `needle` stands for the first time.
  text::Place at(std::string_view needle, text::SourceId source = 0) const {
    const std::size_t begin = sources.at(source).bytes.find(needle);
    if (begin == std::string_view::npos) throw std::invalid_argument("no such text");
    return between(begin, begin + needle.size(), source);
  }

  static text::Place between(std::size_t begin, std::size_t end, text::SourceId source = 0) {
    return {source, {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)}};
  }

  Diagnostic& add(text::Place place, Text message = {"不对", "wrong"}, Text help = {},
                  Severity severity = Severity::error, Code code = code::dangling_reference) {
    report.diagnostics.push_back(
        {code, severity, place, std::move(message), std::move(help), {}, {}, false});
    return report.diagnostics.back();
  }
};

inline RenderOptions in(Lang lang) {
  RenderOptions options;
  options.lang = lang;
  return options;
}

}  // namespace zsup::diag
