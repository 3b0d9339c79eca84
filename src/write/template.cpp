#include "write/template.h"

#include <algorithm>
#include <optional>

#include "text/edit_distance.h"
#include "text/utf8.h"
#include "text/visible.h"

namespace zsup::write {

namespace {

using Shape = TemplateVariable::Shape;

constexpr std::size_t most_errors = 100;

bool is_blank(char c) {
  return c == ' ' || c == '\t';
}

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && (is_blank(text.front()) || text.front() == '\n')) text.remove_prefix(1);
  while (!text.empty() && (is_blank(text.back()) || text.back() == '\n')) text.remove_suffix(1);
  return text;
}

// Without a byte-order mark, and with line feeds alone as line ends.
std::string normalised(std::string_view text) {
  if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
  std::string result;
  result.reserve(text.size());
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (text[at] == '\r' && at + 1 < text.size() && text[at + 1] == '\n') continue;
    result.push_back(text[at]);
  }
  return result;
}

class Scan {
 public:
  Scan(std::string text, std::span<const TemplateVariable> variables)
      : text_(std::move(text)), variables_(variables) {}

  ScannedTemplate run() {
    if (readable()) read();
    // A section that is never closed is told of when another one's end shows it.
    std::stable_sort(result_.errors.begin(), result_.errors.end(),
                     [](const TemplateError& a, const TemplateError& b) {
                       return a.line != b.line ? a.line < b.line : a.column < b.column;
                     });
    return std::move(result_);
  }

 private:
  struct Open {
    std::size_t at;
    std::string written;
    std::string_view name;  // empty when it is not known
    std::optional<std::uint8_t> scope;
  };

  void read() {
    std::size_t at = 0;
    while (at < text_.size()) {
      if (gave_up_) return;
      const std::size_t tag = text_.find("{{", at);
      plain(at, std::min(tag, text_.size()));
      if (tag == std::string::npos) break;
      at = read_tag(tag);
    }
    for (const Open& open : open_) {
      const std::string shown = text::visible(open.written);
      error(open.at, diag::say("“{}”没有结束", "the section '{}' is never closed", shown),
            diag::say("在它的末尾写上 {{{{/{}}}}}", "write {{{{/{}}}}} where it ends", shown));
    }
  }

  void error(std::size_t at, diag::Text message, diag::Text help = {}) {
    if (gave_up_) return;
    gave_up_ = result_.errors.size() + 1 == most_errors;
    const std::string_view before(text_.data(), at);
    const auto line = std::count(before.begin(), before.end(), '\n') + 1;
    const std::size_t start = before.rfind('\n') + 1;  // npos + 1 is 0
    const std::size_t column = text::count_code_points(before.substr(start)) + 1;
    result_.errors.push_back({static_cast<std::uint32_t>(line), static_cast<std::uint32_t>(column),
                              std::move(message), std::move(help)});
  }

  // Whether the bytes are text at all; otherwise nothing more is said of them.
  bool readable() {
    if (text_.size() > largest_template) {
      error(0,
            diag::say("模板有{}字节，最多{}字节", "the template has {} bytes, at most {} are read",
                      text_.size(), largest_template));
      return false;
    }
    if (const std::size_t bad = text::first_invalid(text_); bad != std::string_view::npos) {
      error(bad, {"不是有效的 UTF-8", "not valid UTF-8"},
            {"把模板另存为 UTF-8 编码", "save the template as UTF-8"});
      return false;
    }
    for (std::size_t at = 0; at < text_.size();) {
      const text::Decoded decoded = text::decode(text_, at);
      const char32_t c = decoded.code_point;
      if (c != '\n' && c != '\t' && text::is_invisible(c)) {
        const std::string shown = text::visible(std::string_view(text_).substr(at, decoded.length));
        error(at, diag::say("模板里有看不见的字符 {}", "the invisible character {}", shown));
        return false;
      }
      at += decoded.length;
    }
    return true;
  }

  // Text between tags, where braces are always a slip.
  void plain(std::size_t from, std::size_t to) {
    const std::string_view part = std::string_view(text_).substr(from, to - from);
    for (const std::string_view slip : {"}}", "｛｛", "｝｝"}) {
      const std::size_t at = part.find(slip);
      if (at == std::string_view::npos) continue;
      if (slip == "}}") {
        error(from + at, {"“}}”前面没有对应的“{{”", "'}}' without a '{{' before it"});
      } else {
        error(from + at, diag::say("花括号“{}”是全角的", "the braces '{}' are full-width", slip),
              {"标签用半角花括号，如 {{文号}}", "tags have ASCII braces, such as {{number}}"});
      }
    }
    for (const char c : part) result_.text.push_back(c == '\n' ? line_break : c);
  }

  // Reads one tag and returns the place behind it.
  std::size_t read_tag(std::size_t at) {
    const std::string_view rest = std::string_view(text_).substr(at);
    const bool triple = rest.starts_with("{{{");
    const bool comment = rest.starts_with("{{!");
    const std::size_t close = rest.find("}}");
    const std::size_t line_end = rest.find('\n');
    if (close == std::string_view::npos || (!comment && line_end < close)) {
      error(at, {"标签没有“}}”结尾", "the tag does not end with '}}' on its line"});
      // What follows the line is read as if the tag ended there.
      const std::size_t next = std::min(line_end, rest.size());
      return at + (comment ? rest.size() : next);
    }
    std::size_t past = at + close + 2;
    if (triple) {
      if (past < text_.size() && text_[past] == '}') ++past;
      refuse_unescaped(at);
      return past;
    }
    const std::string_view inside = trimmed(rest.substr(2, close - 2));
    const char sign = inside.empty() ? '\0' : inside.front();
    switch (sign) {
      case '!':
        return past_line_of(at, past);
      case '&':
        refuse_unescaped(at);
        return past;
      case '>':
        error(at, {"模板不能引用别的模板", "a template cannot include another"},
              {"把要引用的内容直接写在这里", "write out here what it was to include"});
        return past;
      case '=':
        error(at, {"不能更换标签的括号", "the delimiters of tags cannot be changed"});
        return past;
      case '#':
      case '^':
        open_section(at, sign, trimmed(inside.substr(1)));
        return emit_section(at, past, sign);
      case '/':
        close_section(at, trimmed(inside.substr(1)));
        return emit_section(at, past, sign);
      default:
        read_variable(at, inside);
        return past;
    }
  }

  void refuse_unescaped(std::size_t at) {
    error(at, {"不能原样输出未经转义的内容", "unescaped output is not allowed"},
          {"写成 {{名称}}，登记册里的文字就不会变成排版标记",
           "write {{name}}, so that no text of a record becomes markup"});
  }

  const TemplateVariable* find(std::uint8_t scope, std::string_view name) const {
    for (const TemplateVariable& row : variables_) {
      if (row.scope == scope && (row.name == name || row.word == name)) return &row;
    }
    return nullptr;
  }

  // The scopes that are open, the innermost first; 0 is always there.
  std::vector<std::uint8_t> scopes() const {
    std::vector<std::uint8_t> list;
    for (auto open = open_.rbegin(); open != open_.rend(); ++open) {
      if (open->scope) list.push_back(*open->scope);
    }
    list.push_back(0);
    return list;
  }

  const TemplateVariable* visible_row(std::string_view name) const {
    for (const std::uint8_t scope : scopes()) {
      if (const TemplateVariable* row = find(scope, name)) return row;
    }
    return nullptr;
  }

  void unknown(std::size_t at, std::string_view name) {
    const std::string shown = text::visible(name);
    for (const TemplateVariable& row : variables_) {
      if (row.name != name && row.word != name) continue;
      const TemplateVariable* around = nullptr;
      for (const TemplateVariable& other : variables_) {
        if (other.shape != Shape::text && other.opens == row.scope) around = &other;
      }
      if (around == nullptr) break;
      error(at, diag::say("“{}”不能用在这里", "'{}' is not known here", shown),
            diag::say("它只能写在 {{{{#{}}}}} 与 {{{{/{}}}}} 之间",
                      "it is known between {{{{#{}}}}} and {{{{/{}}}}} only", around->name,
                      around->name));
      return;
    }
    std::vector<std::string_view> candidates;
    for (const std::uint8_t scope : scopes()) {
      for (const TemplateVariable& row : variables_) {
        if (row.scope != scope) continue;
        candidates.push_back(row.name);
        candidates.push_back(row.word);
      }
    }
    diag::Text help;
    if (const auto near = text::nearest(name, candidates)) {
      help = diag::say("是不是“{}”？", "did you mean '{}'?", *near);
    }
    error(at, diag::say("没有“{}”这个名称", "unknown name '{}'", shown), std::move(help));
  }

  void read_variable(std::size_t at, std::string_view name) {
    if (name.empty()) {
      error(at, {"标签里没有名称", "the tag holds no name"});
      return;
    }
    const TemplateVariable* row = visible_row(name);
    if (row == nullptr) {
      unknown(at, name);
      return;
    }
    if (row->shape != Shape::text) {
      error(at, diag::say("“{}”是一段内容，不是一个值", "'{}' is a section, not a value", name),
            diag::say("写成 {{{{#{}}}}}…{{{{/{}}}}}", "write {{{{#{}}}}}…{{{{/{}}}}}", name, name));
      return;
    }
    result_.used.insert(row);
    result_.text.append("{{").append(row->name).append("}}");
  }

  void open_section(std::size_t at, char sign, std::string_view name) {
    Open open{at, std::string(name), {}, {}};
    const TemplateVariable* row = nullptr;
    if (name.empty()) {
      error(at, {"标签里没有名称", "the tag holds no name"});
    } else {
      // Parts and lists are looked for in the innermost scope alone: a list within itself would
      // repeat everything for everything.
      row = find(scopes().front(), name);
      if (row == nullptr) {
        row = visible_row(name);
        if (row != nullptr && row->shape != Shape::text && sign == '#') {
          error(at, diag::say("“{}”不能嵌套在这里", "the section '{}' cannot stand here", name));
          row = nullptr;
        } else if (row == nullptr) {
          unknown(at, name);
        }
      }
    }
    if (row != nullptr) {
      open.name = row->name;
      if (sign == '#' && row->shape != Shape::text) open.scope = row->opens;
      result_.used.insert(row);
    }
    open_.push_back(std::move(open));
    if (open_.size() == deepest_section + 1) {
      error(at, diag::say("嵌套超过{}层", "sections nest more than {} deep", deepest_section));
      gave_up_ = true;
    }
    pending_ = open_.back().name;
  }

  void close_section(std::size_t at, std::string_view name) {
    pending_ = {};
    const auto is_it = [&](const Open& open) {
      if (open.written == name) return true;
      return std::any_of(variables_.begin(), variables_.end(), [&](const TemplateVariable& row) {
        return row.name == open.name && (row.name == name || row.word == name);
      });
    };
    if (open_.empty() || std::none_of(open_.begin(), open_.end(), is_it)) {
      error(at, diag::say("“{}”没有开始就结束了", "the section '{}' is closed but was not opened",
                          text::visible(name)));
      return;
    }
    while (!is_it(open_.back())) {
      const std::string shown = text::visible(open_.back().written);
      error(open_.back().at, diag::say("“{}”没有结束", "the section '{}' is never closed", shown),
            diag::say("在 {{{{/{}}}}} 之前写上 {{{{/{}}}}}",
                      "write {{{{/{1}}}}} before {{{{/{0}}}}}", name, shown));
      open_.pop_back();
    }
    pending_ = open_.back().name;
    open_.pop_back();
  }

  // The place behind the line when nothing else stands on it, so that a tag on a line of its own
  // leaves no empty line; the blanks before it are taken back.
  std::size_t past_line_of(std::size_t at, std::size_t past) {
    const std::size_t start = at == 0 ? 0 : text_.rfind('\n', at - 1) + 1;
    const std::size_t end = std::min(text_.find('\n', past), text_.size());
    const auto blank = [&](std::size_t from, std::size_t to) {
      return std::all_of(text_.begin() + static_cast<std::ptrdiff_t>(from),
                         text_.begin() + static_cast<std::ptrdiff_t>(to), is_blank);
    };
    // A comment may run over several lines; its first and last line count.
    if (!blank(start, at) || !blank(past, end)) return past;
    result_.text.resize(result_.text.size() - (at - start));
    return std::min(end + 1, text_.size());
  }

  std::size_t emit_section(std::size_t at, std::size_t past, char sign) {
    const std::size_t next = past_line_of(at, past);
    result_.text.append("{{").push_back(sign);
    result_.text.append(pending_).append("}}");
    return next;
  }

  std::string text_;
  std::span<const TemplateVariable> variables_;
  std::vector<Open> open_;
  bool gave_up_ = false;      // enough is known to refuse the template
  std::string_view pending_;  // the name of the section's tag just read
  ScannedTemplate result_;
};

}  // namespace

ScannedTemplate scan_template(std::string_view text, std::span<const TemplateVariable> variables) {
  return Scan(normalised(text), variables).run();
}

}  // namespace zsup::write
