#include "yaml/flow_mistakes.h"

#include <algorithm>
#include <string>
#include <utility>

#include "yaml/extent.h"
#include "yaml/failure.h"
#include "yaml/words.h"

namespace zsup::yaml {

namespace {

bool is_space(char c) {
  return c == ' ' || c == '\t';
}

// Full-width punctuation and what was meant by it.
struct Wide {
  std::string_view text;
  std::string_view meant;
  Cause cause;
};
constexpr Wide wide_signs[] = {
    {"：", ":", Cause::full_width_colon},   {"，", ",", Cause::full_width_comma},
    {"、", ",", Cause::full_width_comma},   {"［", "[", Cause::full_width_bracket},
    {"］", "]", Cause::full_width_bracket}, {"｛", "{", Cause::full_width_bracket},
    {"｝", "}", Cause::full_width_bracket}, {"】", "]", Cause::full_width_bracket},
};

class Flow {
 public:
  Flow(std::string_view bytes, text::SourceId source, std::uint32_t begin, std::uint32_t limit,
       int parent_column, std::size_t most)
      : bytes_(bytes.substr(0, limit)),
        source_(source),
        most_(most),
        at_(begin),
        limit_(limit),
        parent_column_(parent_column) {}

  FlowMistakes run() {
    while (at_ < limit_ && result_.found.size() < most_) {
      step();
      if (levels_.empty()) break;
    }
    if (!levels_.empty() && result_.found.empty()) give_up();
    result_.end = at_;
    return std::move(result_);
  }

 private:
  struct Level {
    char bracket;
    std::uint32_t opening;
    bool colon = false;                // seen in this entry
    std::vector<std::uint32_t> signs;  // full-width signs in this entry
  };

  diag::Diagnostic& add(Cause cause, std::uint32_t begin, std::uint32_t end) {
    return result_.found.emplace_back(in_words(cause, bytes_, {source_, {begin, end}}));
  }

  const Wide* wide_at(std::uint32_t at) const {
    if (static_cast<unsigned char>(bytes_[at]) < 0xE3) return nullptr;
    for (const Wide& wide : wide_signs) {
      if (bytes_.substr(at).starts_with(wide.text)) return &wide;
    }
    return nullptr;
  }

  void add_wide(std::uint32_t at) {
    const Wide& wide = *wide_at(at);
    const auto end = at + static_cast<std::uint32_t>(wide.text.size());
    std::string meant(wide.meant);
    const bool separates = meant == ":" || meant == ",";
    if (separates && end < limit_ && !is_space(bytes_[end]) && bytes_[end] != '\n') meant += ' ';
    auto& diagnostic = add(wide.cause, at, end);
    diagnostic.fix.push_back({diagnostic.place, std::move(meant)});
  }

  // Nothing closes the innermost bracket, unless it is a full-width one of its kind.
  void give_up() {
    Level& level = levels_.back();
    const std::string_view closing = level.bracket == '[' ? "]" : "}";
    for (const std::uint32_t sign : level.signs) {
      if (wide_at(sign)->meant == closing) {
        add_wide(sign);
        return;
      }
    }
    add(Cause::unclosed_bracket, level.opening, level.opening + 1);
  }

  // In `{…}` every entry needs a colon: full-width signs before it, or instead of it, were meant as
  // punctuation.
  void end_entry() {
    Level& level = levels_.back();
    if (level.bracket == '{' && !level.colon && !level.signs.empty()) {
      for (const std::uint32_t sign : level.signs) add_wide(sign);
    }
    level.signs.clear();
    level.colon = false;
  }

  void step() {
    const char c = bytes_[at_];
    switch (c) {
      case '[':
      case '{':
        levels_.push_back({c, at_, false, {}});
        break;
      case ']':
      case '}': {
        const bool fits = (levels_.back().bracket == '[') == (c == ']');
        if (!fits) {
          auto& diagnostic = add(Cause::stray_bracket, at_, at_ + 1);
          diagnostic.related.push_back(
              {{source_, {levels_.back().opening, levels_.back().opening + 1}},
               diag::say("此前打开的括号在这里，种类不同",
                         "the bracket that is open begins here, and is of another kind")});
        }
        end_entry();
        levels_.pop_back();
        break;
      }
      case ',':
        end_entry();
        break;
      case ':':
        if (at_ + 1 >= limit_ || is_space(bytes_[at_ + 1]) || bytes_[at_ + 1] == '\n' ||
            bytes_[at_ + 1] == '\r') {
          Level& level = levels_.back();
          if (level.bracket == '{' && !level.colon) {
            // `内容：真，附件: 1`: the signs before the colon were meant as punctuation.
            for (const std::uint32_t sign : level.signs) add_wide(sign);
          } else if (level.bracket == '{') {
            // `by: 甲，date: 2018`: the last comma before a second colon was meant as one.
            for (auto sign = level.signs.rbegin(); sign != level.signs.rend(); ++sign) {
              if (wide_at(*sign)->cause != Cause::full_width_comma) continue;
              add_wide(*sign);
              break;
            }
          }
          level.colon = true;
          level.signs.clear();
        }
        break;
      case '"':
      case '\'':
        if (begins_token()) {
          const auto end = quoted_end(bytes_, at_, limit_, parent_column_);
          if (!end) {
            add(Cause::unclosed_quote, at_, at_ + 1);
            leave_line();
            return;
          }
          at_ = *end;
          return;
        }
        break;
      case '#':
        if (at_ > 0 && is_space(bytes_[at_ - 1])) {
          if (cuts_text(bytes_, at_) && has_text_before()) {
            add_cut();
            return;
          }
          while (at_ < limit_ && bytes_[at_] != '\n') ++at_;
          return;
        }
        break;
      case '\n':
        if (!next_line()) return;
        break;
      default:
        if (wide_at(at_) != nullptr) {
          levels_.back().signs.push_back(at_);
          at_ += 3;
          return;
        }
        break;
    }
    ++at_;
  }

  // Whether the entry has begun before a comment.
  bool has_text_before() const {
    std::uint32_t before = at_;
    while (before > 0 && is_space(bytes_[before - 1])) --before;
    return before > 0 &&
           std::string_view("[{,:\n]}\"'").find(bytes_[before - 1]) == std::string_view::npos;
  }

  // From where the value begins to where it was meant to end, in quotes; and on from there.
  void add_cut() {
    std::uint32_t begin = at_;
    while (begin > 0 &&
           std::string_view("[{,\n").find(bytes_[begin - 1]) == std::string_view::npos &&
           !(bytes_[begin - 1] == ' ' && begin > 1 && bytes_[begin - 2] == ':')) {
      --begin;
    }
    while (is_space(bytes_[begin])) ++begin;
    std::uint32_t end = at_;
    while (end < limit_ &&
           std::string_view(",]}\r\n").find(bytes_[end]) == std::string_view::npos) {
      ++end;
    }
    std::uint32_t last = end;
    while (is_space(bytes_[last - 1])) --last;
    auto& diagnostic = add(Cause::text_cut_off, at_, at_ + 1);
    diagnostic.fix.push_back(
        {{source_, {begin, last}}, in_quotes(bytes_.substr(begin, last - begin))});
    at_ = end;
  }

  bool begins_token() const {
    std::uint32_t before = at_;
    while (before > 0 && is_space(bytes_[before - 1])) --before;
    return before > 0 &&
           std::string_view("[{,:\n").find(bytes_[before - 1]) != std::string_view::npos;
  }

  // A line that is indented no deeper than the entry above ends the brackets, closed or not.
  bool next_line() {
    std::uint32_t text = at_ + 1;
    while (text < limit_ && is_space(bytes_[text])) ++text;
    if (text >= limit_ || bytes_[text] == '\n' || bytes_[text] == '\r') return true;
    const auto column = static_cast<int>(text - at_ - 1);
    if (column > parent_column_ || bytes_[text] == ']' || bytes_[text] == '}') return true;
    give_up();
    levels_.clear();
    return false;
  }

  void leave_line() {
    while (at_ < limit_ && bytes_[at_] != '\n') ++at_;
    levels_.clear();
  }

  std::string_view bytes_;
  text::SourceId source_;
  std::size_t most_;
  std::uint32_t at_;
  std::uint32_t limit_;
  int parent_column_;
  std::vector<Level> levels_;
  FlowMistakes result_;
};

}  // namespace

FlowMistakes look_through_flow(std::string_view bytes, text::SourceId source, std::uint32_t begin,
                               std::uint32_t limit, int parent_column, std::size_t most) {
  return Flow(bytes, source, begin, limit, parent_column, most).run();
}

}  // namespace zsup::yaml
