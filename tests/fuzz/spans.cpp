// Places in a text, and what people are shown of it: lines, columns, widths, differences, and every
// format of a report whose places and sentences may be anything. The first bytes choose.
#include <algorithm>
#include <vector>

#include "diag/brief.h"
#include "diag/format.h"
#include "fuzz/choices.h"
#include "fuzz/harmless.h"
#include "text/edit_distance.h"
#include "text/line_index.h"
#include "text/unified_diff.h"
#include "text/width.h"

using namespace zsup;
using fuzz::Choices;
using fuzz::hold;
using fuzz::same;

namespace {

// Counted from the start of the text, step by step, as line_index.h describes it.
text::Position counted(std::string_view bytes, std::uint32_t offset) {
  text::Position at;
  std::size_t begin = bytes.starts_with("\xEF\xBB\xBF") ? 3 : 0;
  for (;;) {
    const std::size_t feed = bytes.find('\n', begin);
    if (feed == std::string_view::npos || offset <= feed) break;
    begin = feed + 1;
    ++at.line;
  }
  std::size_t end = std::min(bytes.find('\n', begin), bytes.size());
  if (end < bytes.size() && end > begin && bytes[end - 1] == '\r') --end;
  while (begin < end) {
    const std::size_t next = begin + text::decode(bytes, begin).length;
    if (offset < next) break;
    begin = next;
    ++at.column;
  }
  return at;
}

void hold_lines(std::string_view bytes, Choices& choices) {
  const text::LineIndex index(bytes);
  hold(index.count() == 1 + static_cast<std::size_t>(std::count(bytes.begin(), bytes.end(), '\n')),
       "the number of lines");
  for (int i = 0; i < 4; ++i) {
    const auto offset = static_cast<std::uint32_t>(choices.number() % (bytes.size() + 2));
    const text::Position at = index.position(offset);
    hold(at == counted(bytes, offset), "a line and column");
    hold(index.line_of(offset) == at.line, "a line");
    const text::Span span = index.line_span(at.line);
    hold(span.begin <= span.end && span.end <= bytes.size(), "a line's span");
  }
}

void hold_widths(std::string_view bytes, std::size_t cells) {
  std::size_t sum = 0;
  for (std::size_t at = 0; at < bytes.size();) {
    const text::Cluster cluster = text::cluster_at(bytes, at);
    hold(cluster.bytes >= 1 && at + cluster.bytes <= bytes.size(), "a cluster");
    at += cluster.bytes;
    sum += cluster.cells;
  }
  hold(sum == text::width(bytes), "the sum of widths");
  const std::string visible = text::visible(bytes);
  fuzz::hold_harmless(visible, "a visible text");
  hold(visible.find('\n') == std::string::npos, "a visible text has one line");
  same(text::visible(visible), visible, "a visible text made visible");
  hold(text::width(text::truncate(visible, cells)) <= cells, "a text cut too long");
  hold(text::width(text::pad_left(bytes, cells)) >= cells, "a text padded too short");
  const std::string brief = diag::brief(bytes);
  fuzz::hold_harmless(brief, "a brief text");
  hold(brief.find('\n') == std::string::npos && text::width(brief) <= 41, "a brief text");
  hold(text::count_code_points(text::to_valid(bytes)) == text::count_code_points(bytes),
       "characters of a text made valid");
  hold(text::is_valid(text::to_valid(bytes)), "a text made valid");
}

// The hunks of a difference applied, as `patch` does; their lines must be where they say.
std::string patched(std::string_view before, std::string_view diff) {
  const auto line_of = [](std::string_view& text) {
    const std::size_t end = std::min(text.find('\n'), text.size() - 1) + 1;
    const std::string_view line = text.substr(0, end);
    text.remove_prefix(end);
    return line;
  };
  std::string out;
  std::size_t number = 1;  // of the next line of `before`
  while (!diff.empty()) {
    std::string_view line = line_of(diff);
    if (line.starts_with("@@ -")) {
      std::size_t start = std::stoul(std::string(line.substr(4)));
      const std::size_t comma = line.find_first_of(", ", 4);
      if (line[comma] == ',' && std::stoul(std::string(line.substr(comma + 1))) == 0) ++start;
      hold(start >= number, "hunks out of order");
      for (; number < start; ++number) out += line_of(before);
    } else {
      std::string text(line.substr(1));
      if (diff.starts_with("\\ No newline")) {
        line_of(diff);
        text.pop_back();
      }
      if (line[0] != '+') {
        same(line_of(before), text, "a line of the text before");
        ++number;
      }
      if (line[0] != '-') out += text;
    }
  }
  return out.append(before);
}

void hold_difference(std::string_view before, std::string_view after) {
  const std::string diff = text::unified_diff("a b\n", before, after);
  hold(diff.empty() == (before == after), "a difference between equal texts");
  const std::size_t hunks = diff.find("\n@@ ");
  if (diff.empty()) return;
  hold(hunks != std::string::npos, "a difference without hunks");
  same(patched(before, std::string_view(diff).substr(hunks + 1)), after, "a difference applied");
}

void hold_words(std::string_view a, std::string_view b) {
  const auto wide = [](std::string_view text) {
    std::u32string out;
    for (std::size_t at = 0; at < text.size() && out.size() < 32;) {
      const text::Decoded decoded = text::decode(text, at);
      out += decoded.code_point;
      at += decoded.length;
    }
    return out;
  };
  const std::u32string x = wide(a);
  const std::u32string y = wide(b);
  const std::size_t way = text::edit_distance(x, y, 64);
  hold(way == text::edit_distance(y, x, 64), "the way back");
  hold((way == 0) == (x == y), "no way between different words");
  hold(text::edit_distance(x, y, 2) == std::min<std::size_t>(way, 3), "a way cut off");
}

// Any two offsets, even within characters.
text::Place any_place(std::string_view bytes, Choices& choices) {
  if (choices.one_in(16)) return {};
  auto begin = static_cast<std::uint32_t>(choices.number() % (bytes.size() + 1));
  auto end = static_cast<std::uint32_t>(choices.number() % (bytes.size() + 1));
  if (begin > end) std::swap(begin, end);
  return {0, {begin, end}};
}

void hold_report(std::string_view bytes, std::string_view words, Choices& choices) {
  const std::string path = std::string(words.substr(0, 20)) + ".yaml";
  const text::Sources sources{{path, bytes}};
  diag::Report report{sources, {}, 1, 1};
  for (int i = 0; i < 3; ++i) {
    const std::string text(words);
    diag::Diagnostic& one = report.diagnostics.emplace_back(
        diag::Diagnostic{diag::code::bad_date,
                         static_cast<diag::Severity>(1 + choices.below(3)),
                         any_place(bytes, choices),
                         {text, text},
                         {text, text},
                         {},
                         {}});
    if (choices.one_in(2)) one.related.push_back({any_place(bytes, choices), {text, text}});
    if (choices.one_in(2)) one.fix.push_back({any_place(bytes, choices), text});
  }
  diag::sort(report.diagnostics, sources);
  diag::RenderOptions options;
  options.lang = choices.one_in(2) ? diag::Lang::zh : diag::Lang::en;
  options.width = choices.one_in(2) ? choices.byte() : 0;
  const auto format = static_cast<diag::Format>(choices.below(diag::format_names.size()));
  const std::string text = diag::render(format, report, options);
  switch (format) {
    case diag::Format::json:
    case diag::Format::sarif:
    case diag::Format::gitlab:
      fuzz::hold_json(text, diag::format_names[format]);
      break;
    default:
      fuzz::hold_harmless(text, diag::format_names[format]);
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size > 8192) return 0;
  Choices choices(data, size);
  const std::size_t which = choices.below(5);
  const std::string_view head = choices.bytes(32);
  Choices offsets(reinterpret_cast<const std::uint8_t*>(head.data()), head.size());
  const std::size_t half = choices.byte();
  const std::string_view bytes = choices.rest();
  const std::string_view first = bytes.substr(0, std::min(bytes.size(), half * bytes.size() / 255));
  const std::string_view second = bytes.substr(first.size());
  switch (which) {
    case 0:
      hold_lines(bytes, offsets);
      break;
    case 1:
      hold_widths(bytes, offsets.byte());
      break;
    case 2:
      hold_difference(first, second);
      break;
    case 3:
      hold_words(first, second);
      break;
    default:
      hold_report(first, second, offsets);
  }
  return 0;
}
