// The format for people, after the manner of rustc:
//
//   error[ZS201]: no leader has the id `zhang-sna`
//    --> duties/a.yaml:3:8
//     |
//   3 | owner: zhang-sna
//     |        ^^^^^^^^^
//     |
//     = help: did you mean `zhang-san`?
//
// A source line is cut into glyphs: what is seen of one grapheme cluster, and how many cells it
// takes. All carets are placed by summing cells of glyphs, never by counting bytes or characters.
#include <fmt/core.h>

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "diag/format.h"
#include "diag/locate.h"
#include "text/runner_commands.h"
#include "text/utf8.h"
#include "text/visible.h"
#include "text/width.h"

namespace zsup::diag {

namespace {

constexpr std::size_t widest = 500;    // cells of source text, even where there is no limit
constexpr std::size_t narrowest = 20;  // and even where the terminal is narrower than that
constexpr std::string_view tab = "    ";
constexpr std::string_view ellipsis = "…";

// A span over more lines than this is shown by its first two lines and its last.
constexpr std::uint32_t most_lines = 4;

enum class Style { error, warning, info, strong, gutter };

Style style_of(Severity severity) {
  switch (severity) {
    case Severity::error:
      return Style::error;
    case Severity::warning:
      return Style::warning;
    case Severity::info:
    case Severity::off:
      break;
  }
  return Style::info;
}

Words word_of(Severity severity) {
  switch (severity) {
    case Severity::error:
      return {"错误", "error"};
    case Severity::warning:
      return {"警告", "warning"};
    case Severity::info:
    case Severity::off:
      break;
  }
  return {"提示", "info"};
}

struct Glyph {
  std::size_t begin = 0;  // bytes within the line
  std::size_t end = 0;
  std::size_t column = 0;  // cells before it
  std::size_t cells = 0;
  std::string instead;  // what is shown in place of these bytes; empty: they themselves
};

// One character that needs no look at what it might hide.
bool is_plain(std::string_view cluster) {
  const text::Decoded decoded = text::decode(cluster, 0);
  const char32_t code_point = decoded.code_point;
  return decoded.length == cluster.size() && ((code_point >= 0x20 && code_point < 0x7F) ||
                                              (code_point >= 0x4E00 && code_point <= 0x9FFF));
}

std::string_view shown(const Glyph& glyph, std::string_view line) {
  if (!glyph.instead.empty()) return glyph.instead;
  return line.substr(glyph.begin, glyph.end - glyph.begin);
}

// A part of a line that fits into the room there is, and the cells in it that are marked.
struct Excerpt {
  std::string text;
  std::size_t from = 0;
  std::size_t to = 0;  // at least from + 1
};

// Marks the bytes [begin, end) of `line`. Looks only at what may be shown, however long the line
// is.
Excerpt excerpt(std::string_view line, std::size_t begin, std::size_t end, std::size_t room) {
  // Two bytes a cell are enough for nearly all text; a line of many marks is shown shorter.
  const std::size_t reach = 2 * room + 64;
  std::size_t first = begin > reach ? begin - reach : 0;
  while (first < begin && text::is_continuation(line[first])) ++first;
  const std::size_t stop = std::min(line.size(), begin + reach);

  std::vector<Glyph> glyphs;
  glyphs.reserve(stop - first);
  std::size_t total = 0;
  std::size_t at = first;
  std::size_t enough = std::string_view::npos;  // cells; known once the mark is reached
  while (at < stop && total < enough) {
    const text::Cluster cluster = text::cluster_at(line, at);
    const std::size_t bytes = cluster.bytes;
    Glyph glyph{at, at + bytes, total, cluster.cells, {}};
    if (line[at] == '\t') {
      glyph.instead = tab;
      glyph.cells = tab.size();
    } else if (text::opens_command(line, at)) {
      glyph.instead = "\\[";
      glyph.cells = 2;
    } else if (!is_plain(line.substr(at, bytes))) {
      glyph.instead = text::visible(line.substr(at, bytes));
      glyph.cells = text::width(glyph.instead);
    }
    if (enough == std::string_view::npos && glyph.end > begin) enough = total + room + 1;
    total += glyph.cells;
    at += bytes;
    glyphs.push_back(std::move(glyph));
  }
  const bool more_left = first > 0;
  const bool more_right = at < line.size();

  std::size_t from = total;
  std::size_t to = 0;
  for (const Glyph& glyph : glyphs) {
    if (glyph.end > begin) from = std::min(from, glyph.column);
    if (glyph.begin < end) to = glyph.column + glyph.cells;
  }
  to = begin < end ? std::max(to, from + 1) : from + 1;
  const std::size_t extent = std::max(total, to);  // a caret may stand behind the text

  Excerpt out{{}, from, to};
  if (!more_left && !more_right && extent <= room) {
    for (const Glyph& glyph : glyphs) out.text += shown(glyph, line);
    return out;
  }

  // The line is cut. It is shown from its start if the mark then fits; otherwise the mark is put in
  // the middle, or as far right as the end of the line allows.
  std::size_t window = 0;
  if (more_left || to > room - 1) {
    const std::size_t inner = room - 2;
    const std::size_t marked = to - from;
    const std::size_t lead = marked > inner ? inner / 4 : (inner - marked) / 2;
    window = from > lead ? from - lead : 0;
    // Without an ellipsis on the right there is a cell more.
    const std::size_t tail = room - 1;
    if (!more_right) window = std::min(window, extent - std::min(extent, tail));
  }
  const bool cut_left = more_left || window > 0;
  const auto kept = std::find_if(glyphs.begin(), glyphs.end(),
                                 [&](const Glyph& glyph) { return glyph.column >= window; });
  const std::size_t origin = kept == glyphs.end() ? total : kept->column;
  const std::size_t indent = cut_left ? 1 : 0;
  const bool cut_right = more_right || indent + extent - origin > room;
  const std::size_t limit = cut_right ? room - 1 : room;
  std::size_t used = indent;
  if (cut_left) out.text += ellipsis;
  for (auto glyph = kept; glyph != glyphs.end() && used + glyph->cells <= limit; ++glyph) {
    out.text += shown(*glyph, line);
    used += glyph->cells;
  }
  if (cut_right) {
    out.text += ellipsis;
    used += 1;
  }
  out.from = from - origin + indent;
  out.to = to - origin + indent;
  if (cut_right) out.to = std::max(out.from + 1, std::min(out.to, used));
  return out;
}

// A span in lines, without the line break that it may end with.
struct Extent {
  text::Span span;
  std::uint32_t first = 1;
  std::uint32_t last = 1;
};

Extent extent_of(const text::LineIndex& lines, text::Span span) {
  Extent extent{span, lines.line_of(span.begin), 0};
  extent.span.end = std::max(span.begin, span.end);
  extent.last = lines.line_of(extent.span.end);
  if (extent.last > extent.first && extent.span.end == lines.line_span(extent.last).begin) {
    extent.last -= 1;
    extent.span.end = std::max(extent.span.begin, lines.line_span(extent.last).end);
  }
  return extent;
}

class Writer {
 public:
  Writer(const Report& report, const RenderOptions& options)
      : report_(report), options_(options), locator_(report, options) {}

  std::string write() {
    for (const Diagnostic& diagnostic : report_.diagnostics) one(diagnostic);
    return std::move(out_);
  }

 private:
  std::string_view colon() const { return Words{"：", ": "}.in(options_.lang); }

  std::string paint(Style style, std::string_view text) const {
    if (!options_.color) return std::string(text);
    std::string_view start;
    switch (style) {
      case Style::error:
        start = "\x1B[1;31m";
        break;
      case Style::warning:
        start = "\x1B[1;33m";
        break;
      case Style::info:
        start = "\x1B[1;36m";
        break;
      case Style::strong:
        start = "\x1B[1m";
        break;
      case Style::gutter:
        start = "\x1B[1;34m";
        break;
    }
    return fmt::format("{}{}\x1B[0m", start, text);
  }

  // The lines of a diagnostic share one gutter, as wide as its highest line number.
  void set_gutter(const Diagnostic& diagnostic) {
    std::uint32_t highest = 1;
    const auto see = [&](const text::Place& place) {
      if (!locator_.locate(place).in_text) return;
      highest = std::max(highest, extent_of(locator_.lines(place.source), place.span).last);
    };
    see(diagnostic.place);
    for (const Related& related : diagnostic.related) see(related.place);
    gutter_ = std::to_string(highest).size();
  }

  void one(const Diagnostic& diagnostic) {
    set_gutter(diagnostic);
    const Style style = style_of(diagnostic.severity);
    out_ += paint(style, fmt::format("{}[{}]", word_of(diagnostic.severity).in(options_.lang),
                                     diagnostic.code.name()));
    out_ += paint(Style::strong, fmt::format("{}{}", colon(),
                                             text::visible(diagnostic.message.in(options_.lang))));
    out_ += '\n';
    const bool shown = place(diagnostic.place, style);
    const bool fixable = !diagnostic.fix.empty();
    if (shown && (fixable || !diagnostic.help.empty())) bar({});
    if (!diagnostic.help.empty()) note({"帮助", "help"}, diagnostic.help.in(options_.lang));
    if (fixable) {
      note({"修正", "fix"},
           Words{"运行 zsup check --fix 可自动改正", "`zsup check --fix` corrects this"}.in(
               options_.lang));
    }
    for (const Related& related : diagnostic.related) {
      out_ += paint(Style::info, Words{"说明", "note"}.in(options_.lang));
      out_ += paint(Style::strong,
                    fmt::format("{}{}", colon(), text::visible(related.message.in(options_.lang))));
      out_ += '\n';
      place(related.place, Style::info);
    }
    out_ += '\n';
  }

  // "  |" and what follows it.
  void bar(std::string_view rest) { row({}, rest); }

  void row(std::string_view number, std::string_view rest) {
    out_ += paint(Style::gutter, fmt::format("{:>{}} |", number, gutter_));
    if (!rest.empty()) out_ += ' ';
    out_ += rest;
    out_ += '\n';
  }

  // "  = help: …"; a help of several lines goes on under its first.
  void note(Words label, std::string_view text) {
    const std::string head = fmt::format("{}{}", label.in(options_.lang), colon());
    const std::string indent(gutter_ + 3 + text::width(head), ' ');
    out_ += fmt::format("{:>{}} {} {}", "", gutter_, paint(Style::gutter, "="),
                        paint(Style::strong, head));
    for (std::size_t at = 0;;) {
      const std::size_t feed = text.find('\n', at);
      out_ += text::visible(text.substr(at, feed == std::string_view::npos ? feed : feed - at));
      out_ += '\n';
      if (feed == std::string_view::npos) break;
      at = feed + 1;
      out_ += indent;
    }
  }

  std::size_t room(std::size_t taken) const {
    if (options_.width <= 0) return widest;
    const auto width = static_cast<std::size_t>(options_.width);
    return std::clamp(width > taken ? width - taken : 0, narrowest, widest);
  }

  // The arrow and the source lines; whether there are any lines.
  bool place(const text::Place& place, Style style) {
    const Location location = locator_.locate(place);
    if (!location.in_file) return false;
    out_ += std::string(gutter_, ' ') + paint(Style::gutter, "--> ") + text::visible(location.path);
    out_ += fmt::format(":{}:{}\n", location.begin.line, location.begin.column);
    if (!location.in_text) return false;
    const text::LineIndex& lines = locator_.lines(place.source);
    const Extent extent = extent_of(lines, place.span);
    bar({});
    if (extent.first == extent.last) {
      one_line(lines, extent, style);
    } else {
      several_lines(lines, extent, style);
    }
    return true;
  }

  // The excerpt of one line with what of the span lies in it marked.
  static Excerpt excerpt_of(const text::LineIndex& lines, std::uint32_t number, text::Span span,
                            std::size_t room) {
    const text::Span whole = lines.line_span(number);
    const std::uint32_t begin = std::clamp(span.begin, whole.begin, whole.end);
    const std::uint32_t end = std::clamp(span.end, begin, whole.end);
    return excerpt(lines.line(number), begin - whole.begin, end - whole.begin, room);
  }

  void one_line(const text::LineIndex& lines, const Extent& extent, Style style) {
    const Excerpt shown = excerpt_of(lines, extent.first, extent.span, room(gutter_ + 3));
    row(std::to_string(extent.first), shown.text);
    bar(std::string(shown.from, ' ') + paint(style, std::string(shown.to - shown.from, '^')));
  }

  // A stroke down the left side joins the first character of the span to its last:
  //
  //   3 | / items:            2 |   title: "one
  //   4 | |   - a               |  ________^
  //     | |_____^             3 | | two"
  //                             | |____^
  void several_lines(const text::LineIndex& lines, const Extent& extent, Style style) {
    const std::size_t space = room(gutter_ + 5);
    const text::Span first_line = lines.line_span(extent.first);
    const text::Span last_line = lines.line_span(extent.last);
    // Only the start of the span matters in its first line, and only its end in the last: the
    // windows are laid around these.
    const Excerpt first =
        excerpt_of(lines, extent.first, {extent.span.begin, extent.span.begin}, space);
    const std::string_view line = lines.line(extent.first);
    const bool from_start = line.find_first_not_of(" \t") >= extent.span.begin - first_line.begin;
    const auto with_stroke = [&](std::string_view stroke, std::string_view rest) {
      return rest.empty() ? paint(style, stroke) : fmt::format("{} {}", paint(style, stroke), rest);
    };

    row(std::to_string(extent.first),
        from_start ? with_stroke("/", first.text) : fmt::format("  {}", first.text));
    if (!from_start) bar(paint(style, fmt::format(" {}^", std::string(first.from + 1, '_'))));
    for (std::uint32_t number = extent.first + 1; number < extent.last; ++number) {
      if (extent.last - extent.first >= most_lines && number > extent.first + 1) {
        out_ += paint(Style::gutter, fmt::format("{:<{}}", "...", gutter_ + 3));
        out_ += paint(style, "|");
        out_ += '\n';
        break;
      }
      // Nothing is marked in a line between; it is shown from its start.
      const text::Span whole = lines.line_span(number);
      const Excerpt between = excerpt_of(lines, number, {whole.begin, whole.begin}, space);
      row(std::to_string(number), with_stroke("|", between.text));
    }
    const std::uint32_t end = std::clamp(extent.span.end, last_line.begin, last_line.end);
    std::uint32_t begin = end;
    while (begin > last_line.begin &&
           text::is_continuation(lines.line(extent.last)[--begin - last_line.begin])) {
    }
    const Excerpt last = excerpt_of(lines, extent.last, {begin, end}, space);
    row(std::to_string(extent.last), with_stroke("|", last.text));
    bar(paint(style, fmt::format("|{}^", std::string(last.to, '_'))));
  }

  const Report& report_;
  const RenderOptions& options_;
  Locator locator_;
  std::string out_;
  std::size_t gutter_ = 1;
};

}  // namespace

std::string render_text(const Report& report, const RenderOptions& options) {
  return Writer(report, options).write();
}

}  // namespace zsup::diag
