// A reading by lines. It keeps only what is needed to tell a key from text that goes on: the
// columns of the mappings that are open, and whether the entry above still lacks its value. Block
// scalars, quoted text and brackets are stepped over. Linear: every byte is looked at a few times
// at most.
#include "yaml/mistakes.h"

#include <algorithm>
#include <string>
#include <utility>

#include "text/blank.h"
#include "yaml/extent.h"
#include "yaml/failure.h"
#include "yaml/flow_mistakes.h"
#include "yaml/words.h"

namespace zsup::yaml {

namespace {

constexpr std::string_view wide_colon = "：";
constexpr std::string_view wide_dash = "－";

bool is_space(char c) {
  return c == ' ' || c == '\t';
}

class Lines {
 public:
  Lines(std::string_view bytes, const Slice& slice, text::SourceId source, std::size_t most)
      : bytes_(bytes.substr(0, slice.end)),
        source_(source),
        most_(most),
        at_(slice.begin),
        limit_(slice.end) {
    if (slice.opening == Slice::Opening::dashes) {
      at_ += 3;
      dashes_line_ = true;
    }
    tabs_only_ = indented_by_tabs_only(slice);
  }

  std::vector<diag::Diagnostic> run() {
    while (at_ < limit_ && found_.size() < most_) line();
    return std::move(found_);
  }

 private:
  // A line of text that has no colon, where perhaps an entry was meant.
  struct TextLine {
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
    int column = 0;
  };

  char byte(std::uint32_t at) const { return at < limit_ ? bytes_[at] : '\0'; }
  bool starts(std::uint32_t at, std::string_view text) const {
    return bytes_.substr(at).starts_with(text);
  }
  bool blank_or_end(std::uint32_t at) const {
    return at >= limit_ || is_space(bytes_[at]) || bytes_[at] == '\n' || bytes_[at] == '\r';
  }

  // Past blanks of any kind, of which the first is no plain space.
  std::uint32_t behind_blanks(std::uint32_t at) const {
    while (at < line_end_) {
      const std::size_t length = text::wide_blank_at(bytes_, at);
      if (length == 0 && !is_space(bytes_[at])) break;
      at += static_cast<std::uint32_t>(std::max<std::size_t>(length, 1));
    }
    return at;
  }

  diag::Diagnostic& add(Cause cause, std::uint32_t begin, std::uint32_t end) {
    return found_.emplace_back(in_words(cause, bytes_, {source_, {begin, end}}));
  }
  void add_with_fix(Cause cause, std::uint32_t begin, std::uint32_t end, std::string fix) {
    auto& diagnostic = add(cause, begin, end);
    diagnostic.fix.push_back({diagnostic.place, std::move(fix)});
  }

  // Only then is it certain how deep a tab was meant to indent. So all lines are mended in one run
  // or none: of those that a run would leave nobody could tell any more.
  bool indented_by_tabs_only(const Slice& slice) const {
    constexpr std::size_t most_lines = 25'000;
    std::size_t lines = 0;
    for (std::size_t line = slice.begin; line < limit_;) {
      if (bytes_[line] == ' ') return false;
      if (bytes_[line] == '\t' && ++lines > most_lines) return false;
      const std::size_t end = bytes_.find('\n', line);
      if (end == std::string_view::npos) break;
      line = end + 1;
    }
    return true;
  }

  void line() {
    const std::uint32_t begin = at_;
    std::uint32_t end = begin;
    while (end < limit_ && bytes_[end] != '\n') ++end;
    next_ = std::min(end + 1, limit_);
    while (end > begin && (is_space(bytes_[end - 1]) || bytes_[end - 1] == '\r')) --end;
    line_end_ = end;
    if (end > begin) content(begin);
    dashes_line_ = false;
    at_ = next_;
  }

  void content(std::uint32_t begin) {
    std::uint32_t p = begin;
    while (byte(p) == ' ') ++p;
    if (block_scalar_above_) {
      const auto indent = static_cast<int>(p - begin);
      if (block_indent_ < 0 && indent > block_parent_) block_indent_ = indent;
      if (block_indent_ >= 0 && indent >= block_indent_) return;
      block_scalar_above_ = false;
    }
    p = begin;
    int column = 0;
    guessed_ = false;
    while (p < line_end_) {
      if (bytes_[p] == ' ') {
        ++p;
        ++column;
      } else if (bytes_[p] == '\t') {
        std::uint32_t end = p;
        while (byte(end) == '\t') ++end;
        if (byte(end) == '#') return;
        if (tabs_only_) {
          add_with_fix(Cause::tab, p, end, std::string(2 * (end - p), ' '));
        } else {
          add(Cause::tab, p, end);
        }
        column += 2 * static_cast<int>(end - p);
        guessed_ = true;
        p = end;
      } else if (text::wide_blank_at(bytes_, p) != 0) {
        std::uint32_t end = p;
        std::size_t count = 0;
        for (std::size_t length; (length = text::wide_blank_at(bytes_, end)) != 0;) {
          // That of Chinese is as wide as two spaces, so the lines stay where people see them.
          count += starts(end, "　") ? std::size_t{2} : std::size_t{1};
          end += static_cast<std::uint32_t>(length);
        }
        add_with_fix(Cause::blank_indentation, p, end, std::string(count, ' '));
        column += static_cast<int>(count);
        guessed_ = true;
        p = end;
      } else {
        break;
      }
    }
    if (byte(p) != '#') entry(p, column);
  }

  void entry(std::uint32_t p, int column) {
    bool item = false;
    while (p < line_end_ && found_.size() < most_) {
      std::uint32_t behind = 0;
      bool mended = false;  // by a single space
      if (byte(p) == '-' && blank_or_end(p + 1)) {
        behind = p + 1;
      } else if (starts(p, wide_dash)) {
        behind = p + 3;
        add_with_fix(Cause::full_width_dash, p, behind, blank_or_end(behind) ? "-" : "- ");
      } else if (byte(p) == '-' && text::wide_blank_at(bytes_, p + 1) != 0) {
        behind = behind_blanks(p + 1);
        mended = true;
        add_with_fix(Cause::blank_for_space, p + 1, behind, " ");
      } else if (byte(p) == '-' && dash_column_ == column && p + 1 < line_end_ &&
                 byte(p + 1) != '-') {
        behind = p + 1;
        add_with_fix(Cause::no_space_after_dash, p, behind, "- ");
      } else {
        break;
      }
      close_columns(column);
      const bool beside_entries = !columns_.empty() && columns_.back() == column;
      if (!item && beside_entries && dash_column_ != column && !opened_ && !guessed_) {
        add(Cause::stray_item, p, behind);
      }
      item = true;
      dash_column_ = column;
      // A tab behind the dash is as good as a space, unless a key follows.
      const std::uint32_t dash = p;
      p = behind;
      while (p < line_end_ && is_space(bytes_[p])) ++p;
      const std::size_t tab = bytes_.substr(behind, p - behind).find('\t');
      if (tab != std::string_view::npos && p < line_end_ &&
          (key_colon(p) != 0 || (byte(p) == '-' && blank_or_end(p + 1)))) {
        add_with_fix(Cause::tab, behind + static_cast<std::uint32_t>(tab), p, " ");
      }
      column += mended ? 2 : std::max(2, static_cast<int>(p - dash));
      opened_ = true;
      parent_ = dash_column_;
      pending_.clear();
    }
    if (p >= line_end_ || byte(p) == '#') return;

    const char c = byte(p);
    if ((c == '?' || c == ':') && blank_or_end(p + 1)) {
      add(c == '?' ? Cause::question_key : Cause::key_is_empty, p, p + 1);
      parent_ = column;
      opened_ = true;
      pending_.clear();
      return;
    }
    if (c == '[' || c == '{') {
      value(p, item ? dash_column_ : parent_);
      return;
    }
    std::uint32_t colon = key_colon(p);
    if (colon == 0 && (c == '"' || c == '\'')) {
      value(p, item ? dash_column_ : parent_);
      return;
    }
    if (colon == 0) {
      const bool goes_on = item || (parent_ >= -1 && column > parent_);
      if (goes_on) {
        if (opened_ || !pending_.empty()) pending_.push_back({p, line_end_, column});
        if (opened_ && item) {
          value(p, dash_column_);
          pending_.push_back({p, line_end_, column});
        }
        opened_ = false;
        return;
      }
      forgotten_colon({p, line_end_, column});
      return;
    }
    if (dashes_line_) {
      add_with_fix(Cause::key_on_dashes_line, p, colon,
                   "\n" + std::string(bytes_.substr(p, colon - p)));
      column = 0;
    }
    key(p, colon, column, item);
  }

  // A line that begins with one blank of another kind is to begin with so many spaces.
  void indent_by(int column) {
    if (found_.empty() || found_.back().fix.empty()) return;
    diag::Edit& edit = found_.back().fix.front();
    const std::uint32_t begin = edit.place.span.begin;
    if (begin == 0 || bytes_[begin - 1] == '\n') {
      edit.replacement = std::string(static_cast<std::size_t>(column), ' ');
    }
  }

  // The colon that ends the key that begins at p, on this line; 0 if there is none.
  std::uint32_t key_colon(std::uint32_t p) const {
    std::uint32_t i = p;
    const char quote = byte(p);
    if (quote == '"' || quote == '\'') {
      for (++i; i < line_end_ && bytes_[i] != quote; ++i) {
        if (bytes_[i] == '\\' && quote == '"') ++i;
      }
      ++i;
      while (i < line_end_ && is_space(bytes_[i])) ++i;
      return i < line_end_ && bytes_[i] == ':' && blank_or_end(i + 1) ? i : 0;
    }
    for (; i < line_end_; ++i) {
      if (bytes_[i] == '#' && i > p && is_space(bytes_[i - 1])) return 0;
      if (bytes_[i] == ':' && blank_or_end(i + 1)) return i;
    }
    return 0;
  }

  void close_columns(int column) {
    while (!columns_.empty() && columns_.back() > column) columns_.pop_back();
  }

  void key(std::uint32_t p, std::uint32_t colon, int column, bool item) {
    close_columns(column);
    const bool known = !columns_.empty() && columns_.back() == column;
    if (!known) {
      const bool first = columns_.empty() && pending_.empty() && parent_ < -1;
      if (first && guessed_) column = 0;
      if (!item && !first && !(opened_ && column > parent_)) {
        const auto meant =
            std::find_if(pending_.begin(), pending_.end(),
                         [&](const TextLine& line) { return line.column == column; });
        if (meant != pending_.end()) {
          // The lines above were meant to be entries beside this one.
          const std::vector<TextLine> lines = std::move(pending_);
          for (const TextLine& line : lines) {
            if (line.column == column && found_.size() < most_) forgotten_colon(line);
          }
        } else if (guessed_ && !columns_.empty()) {
          // How deep the line was meant to be is told by no space: as deep as the entry above.
          column = columns_.back();
          indent_by(column);
        } else {
          add(Cause::indentation, p, colon);
        }
      }
      if (columns_.empty() || columns_.back() != column) columns_.push_back(column);
    }
    if (column <= dash_column_) dash_column_ = -1;
    pending_.clear();
    if (colon - p > 1024) add(Cause::long_key, p, colon);
    std::uint32_t v = colon + 1;
    while (v < line_end_ && is_space(bytes_[v])) ++v;
    opened_ = false;
    parent_ = column;
    value(v, column);
  }

  // A line that should be an entry. Goes on as if it were one.
  void forgotten_colon(const TextLine& line) {
    if (byte(line.begin) == ']' || byte(line.begin) == '}') {
      add(Cause::stray_bracket, line.begin, line.begin + 1);
      return;
    }
    const std::string_view text = bytes_.substr(line.begin, line.end - line.begin);
    const std::size_t wide = text.find(wide_colon);
    const std::size_t plain = text.find(':');
    if (wide != std::string_view::npos && wide > 0) {
      const auto at = line.begin + static_cast<std::uint32_t>(wide);
      const auto behind = at + static_cast<std::uint32_t>(wide_colon.size());
      std::uint32_t begins = behind;
      while (begins < line.end && is_space(bytes_[begins])) ++begins;
      const std::string_view rest = bytes_.substr(begins, line.end - begins);
      if (means_more(rest)) {
        auto& found = add(Cause::full_width_colon, at, behind);
        found.fix.push_back({{source_, {at, line.end}}, ": " + in_quotes(rest)});
      } else {
        add_with_fix(Cause::full_width_colon, at, behind, blank_or_end(behind) ? ":" : ": ");
      }
    } else if (plain != std::string_view::npos && plain > 0 &&
               !text.substr(plain).starts_with("://")) {
      const auto at = line.begin + static_cast<std::uint32_t>(plain);
      if (text::wide_blank_at(bytes_, at + 1) != 0) {
        add_with_fix(Cause::blank_for_space, at + 1, behind_blanks(at + 1), " ");
      } else {
        add_with_fix(Cause::no_space_after_colon, at, at + 1, ": ");
      }
    } else {
      add(Cause::missing_colon, line.begin, line.end);
    }
    close_columns(line.column);
    if (columns_.empty() || columns_.back() != line.column) columns_.push_back(line.column);
    parent_ = line.column;
    opened_ = false;
    pending_.clear();
  }

  // Whether a text behind a colon that was full-width would be something else behind a plain one. A
  // list, a mapping and a text in quotes that end as they begin are what they were meant as.
  static bool means_more(std::string_view text) {
    if (text.empty()) return false;
    const char first = text.front(), last = text.back();
    if (std::string_view("#*&!%@`,]}").find(first) != std::string_view::npos) return true;
    if (text.size() > 1 && std::string_view("-?:|>").find(first) != std::string_view::npos) {
      return first == '|' || first == '>' || is_space(text[1]);
    }
    if (first == '[') return last != ']';
    if (first == '{') return last != '}';
    if (first == '"' || first == '\'') return text.size() < 2 || last != first;
    return last == ':';
  }

  bool behind_key(std::uint32_t at) const {
    while (at > 0 && is_space(bytes_[at - 1])) --at;
    return at > 0 && bytes_[at - 1] == ':';
  }

  // Whether anything but how lines are indented and end stands behind a `|` or `>`.
  bool text_behind_sign(std::uint32_t at) const {
    while (at < line_end_ &&
           std::string_view("+-0123456789").find(bytes_[at]) != std::string_view::npos) {
      ++at;
    }
    while (at < line_end_ && is_space(bytes_[at])) ++at;
    return at < line_end_ && bytes_[at] != '#';
  }

  // What follows a colon or a dash, from v on.
  void value(std::uint32_t v, int parent) {
    if (v >= line_end_ || byte(v) == '#') {
      opened_ = true;
      return;
    }
    opened_ = false;
    const char c = byte(v);
    if (c == '"' || c == '\'') {
      quoted(v, parent);
    } else if (c == '[' || c == '{') {
      const FlowMistakes flow = look_through_flow(bytes_, source_, v, limit_, parent, most_);
      found_.insert(found_.end(), flow.found.begin(), flow.found.end());
      go_on_behind(flow.end);
      std::uint32_t behind = flow.end;
      while (behind < line_end_ && is_space(bytes_[behind])) ++behind;
      if (flow.found.empty() && behind_key(v) && behind < line_end_ && bytes_[behind] != '#') {
        add(Cause::behind_brackets, behind, line_end_);
      }
    } else if (c == '|' || c == '>') {
      if (text_behind_sign(v + 1)) {
        add(Cause::behind_block_sign, v, v + 1);
        return;
      }
      block_scalar_above_ = true;
      block_parent_ = parent;
      block_indent_ = -1;
    } else if (std::string_view("@`%").find(c) != std::string_view::npos ||
               (c == '?' && blank_or_end(v + 1))) {
      add(Cause::reserved_start, v, v + 1);
    } else if (std::string_view("*&!").find(c) != std::string_view::npos) {
      std::uint32_t end = v + 1;
      while (end < line_end_ && !is_space(bytes_[end])) ++end;
      add(Cause::property, v, end);
    } else if (c == '-' && blank_or_end(v + 1)) {
      add(Cause::value_on_key_line, v, v + 1);
    } else if (const std::uint32_t colon = key_colon(v); colon != 0 && pending_.empty()) {
      if (!wide_colon_in_key(v)) add(Cause::colon_in_value, colon, colon + 1);
    }
  }

  // 内容：一是: 未比价，二是: 未公示: the first colon that was typed is the full-width one, and the
  // others belong to the text.
  bool wide_colon_in_key(std::uint32_t v) {
    std::uint32_t line = v;
    while (line > 0 && bytes_[line - 1] != '\n') --line;
    while (line < v && (is_space(bytes_[line]) || bytes_[line] == '-')) ++line;
    const std::string_view key = bytes_.substr(line, v - line);
    const std::size_t wide = key.find(wide_colon);
    if (wide == std::string_view::npos || wide == 0 || wide > key.find(':')) return false;
    const auto at = line + static_cast<std::uint32_t>(wide);
    auto text = at + static_cast<std::uint32_t>(wide_colon.size());
    std::uint32_t end = line_end_;
    while (text < end && is_space(bytes_[text])) ++text;
    while (end > text && (is_space(bytes_[end - 1]) || bytes_[end - 1] == '\r')) --end;
    auto& found =
        add(Cause::full_width_colon, at, at + static_cast<std::uint32_t>(wide_colon.size()));
    found.fix.push_back({{source_, {at, end}}, ": " + in_quotes(bytes_.substr(text, end - text))});
    return true;
  }

  void quoted(std::uint32_t v, int parent) {
    const auto end = quoted_end(bytes_, v, limit_, parent);
    if (!end) {
      add(Cause::unclosed_quote, v, v + 1);
      return;
    }
    go_on_behind(*end);
    std::uint32_t rest = *end;
    while (rest < line_end_ && is_space(bytes_[rest])) ++rest;
    if (rest < line_end_ && !(byte(rest) == '#' && rest > *end)) {
      add(Cause::after_value, rest, line_end_);
    }
  }

  // A value that reached over several lines ends at `end`.
  void go_on_behind(std::uint32_t end) {
    if (end <= line_end_) return;
    std::uint32_t line_end = end;
    while (line_end < limit_ && bytes_[line_end] != '\n') ++line_end;
    next_ = std::min(line_end + 1, limit_);
    while (line_end > end && (is_space(bytes_[line_end - 1]) || bytes_[line_end - 1] == '\r')) {
      --line_end;
    }
    line_end_ = line_end;
  }

  std::string_view bytes_;
  text::SourceId source_;
  std::size_t most_;
  std::uint32_t at_;
  std::uint32_t limit_;
  std::uint32_t next_ = 0;      // the line behind this one
  std::uint32_t line_end_ = 0;  // of this one, without blank space at its end
  bool tabs_only_ = false;
  bool dashes_line_ = false;  // the one that opens the document
  bool guessed_ = false;      // the column of this line, which other signs than spaces indent
  std::vector<int> columns_;  // of the mappings that are open, ascending
  int dash_column_ = -1;      // of the last item
  int parent_ = -2;           // column of the entry whose value may go on; -2 before any
  bool opened_ = false;       // the entry above has no value yet
  bool block_scalar_above_ = false;
  int block_parent_ = -1;
  int block_indent_ = -1;          // of its content; -1 as long as it has none
  std::vector<TextLine> pending_;  // lines of text since the entry above, if it had no value
  std::vector<diag::Diagnostic> found_;
};

}  // namespace

std::vector<diag::Diagnostic> find_mistakes(std::string_view bytes, const Slice& slice,
                                            text::SourceId source, std::size_t most) {
  return Lines(bytes, slice, source, most).run();
}

}  // namespace zsup::yaml
