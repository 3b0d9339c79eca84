#include "yaml/folds.h"

#include <string>

#include "text/one_line.h"

namespace zsup::yaml {

namespace {

bool is_blank(char c) {
  return c == ' ' || c == '\t' || c == '\r';
}

// Goes along the bytes of a scalar and its text together.
class Alignment {
 public:
  Alignment(std::string_view raw, std::string_view value, bool quoted)
      : raw_(raw), value_(value), quoted_(quoted) {}

  // The blanks of the text that stand for line breaks; false where the two do not go together.
  bool run(std::string& folded) {
    folded = value_;
    std::size_t at = 0;
    while (at < value_.size()) {
      std::size_t past = at_;
      while (past < raw_.size() && is_blank(raw_[past])) ++past;
      if (past < raw_.size() && raw_[past] == '\n') {
        const std::size_t breaks = skip(past);
        if (at_ >= raw_.size()) break;
        if (breaks == 1) {
          if (value_[at] != ' ') return false;
          if (text::joins_without_blank(value_, at, 1)) folded[at] = text::fold;
          ++at;
        } else {
          for (std::size_t i = 1; i < breaks; ++i) {
            if (at >= value_.size() || value_[at++] != '\n') return false;
          }
        }
        continue;
      }
      if (at_ >= raw_.size() || raw_[at_] != value_[at]) return false;
      if (quoted_ && raw_[at_] == '\'') ++at_;  // written twice
      ++at_;
      ++at;
    }
    return true;
  }

 private:
  // From a line break to the next text; how many breaks there are.
  std::size_t skip(std::size_t from) {
    std::size_t breaks = 0;
    for (at_ = from; at_ < raw_.size() && (is_blank(raw_[at_]) || raw_[at_] == '\n'); ++at_) {
      if (raw_[at_] == '\n') ++breaks;
    }
    return breaks;
  }

  std::string_view raw_;
  std::string_view value_;
  std::size_t at_ = 0;
  bool quoted_;
};

}  // namespace

std::string_view with_folds(const Document& document, const Node& node, text::Arena& arena) {
  if (node.span.size() == node.value.size() || document.bytes.size() < node.span.end) {
    return node.value;
  }
  std::string_view raw = document.bytes.substr(node.span.begin, node.span.size());
  if (raw.find('\n') == std::string_view::npos) return node.value;
  const bool quoted = node.style == Style::single_quoted;
  if (quoted) {
    raw = raw.substr(1, raw.size() - 2);
  } else if (node.style == Style::folded) {
    raw.remove_prefix(raw.find('\n') + 1);
    raw.remove_prefix(std::min(raw.find_first_not_of(" \n"), raw.size()));
  } else if (node.style != Style::plain) {
    return node.value;
  }
  std::string folded;
  if (!Alignment(raw, node.value, quoted).run(folded) || folded == node.value) return node.value;
  return arena.copy(folded);
}

}  // namespace zsup::yaml
