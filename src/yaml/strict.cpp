// The walk is a parser that need not decide anything: at each place the next node says what must
// stand there. It recurses once a nesting level, which the reader has bounded before.
#include "yaml/strict.h"

#include <algorithm>
#include <string>

#include "yaml/extent.h"
#include "yaml/scalar_text.h"

namespace zsup::yaml {

namespace {

bool is_space(char c) {
  return c == ' ' || c == '\t';
}
bool is_break(char c) {
  return c == '\n' || c == '\r';
}
bool is_blank(char c) {
  return is_space(c) || is_break(c);
}

class Walk {
 public:
  Walk(std::string_view bytes, const Slice& slice, text::Arena& arena, Document& document)
      : bytes_(bytes.substr(0, slice.end)),
        begin_(slice.begin),
        limit_(slice.end),
        arena_(arena),
        nodes_(document.nodes) {
    at_ = slice.begin;
    if (slice.opening == Slice::Opening::dashes) at_ += 3;
  }

  std::optional<Failure> run() {
    if (!value(0, Spot{.parent_column = -1, .root = true})) return failure_;
    const std::uint32_t rest = skip();
    if (rest < limit_) fail(Cause::after_document, rest);
    return failure_;
  }

 private:
  // Where a value stands.
  struct Spot {
    int parent_column = -1;  // of the innermost block collection
    bool flow = false;
    bool item = false;  // of a block sequence
    bool root = false;
  };

  bool fail(Cause cause, std::uint32_t begin, std::uint32_t end = 0) {
    if (!failure_) {
      // At least one character, so that a caret has something to stand under.
      if (end <= begin) {
        end = std::min(begin + 1, limit_);
        while (end < limit_ && (static_cast<unsigned char>(bytes_[end]) & 0xC0) == 0x80) ++end;
      }
      failure_ = Failure{cause, {begin, end}};
    }
    return false;
  }

  char byte(std::uint32_t at) const { return at < limit_ ? bytes_[at] : '\0'; }
  bool blank_or_end(std::uint32_t at) const { return at >= limit_ || is_blank(bytes_[at]); }
  int column(std::uint32_t at) const {
    return static_cast<int>(std::min(column_of(bytes_, at), at - begin_));
  }

  // From at_ over blank space and comments to whatever comes next. Does not move at_. Remembers
  // whether a line end lay between, and a tab in the indentation of the line arrived at.
  std::uint32_t skip() {
    std::uint32_t at = at_;
    crossed_ = false;
    tab_ = 0;
    while (at < limit_) {
      const char c = bytes_[at];
      if (c == '\n') {
        crossed_ = true;
        tab_ = 0;
        ++at;
      } else if (c == '\t') {
        if (tab_ == 0) tab_ = at;
        ++at;
      } else if (c == ' ' || c == '\r') {
        ++at;
      } else if (c == '#' && (at == begin_ || is_blank(bytes_[at - 1]))) {
        while (at < limit_ && bytes_[at] != '\n') ++at;
      } else {
        break;
      }
    }
    return at;
  }

  // The same, but refuses a tab in the indentation of the line arrived at.
  bool arrive(std::uint32_t& at) {
    at = skip();
    if (crossed_ && tab_ != 0 && at < limit_) return fail(Cause::tab, tab_);
    return true;
  }

  // What yaml-cpp reads as null although it is written out.
  std::uint32_t null_word(std::uint32_t at, bool flow) const {
    for (const std::string_view word : {"~", "null", "Null", "NULL"}) {
      if (!bytes_.substr(at).starts_with(word)) continue;
      const auto end = static_cast<std::uint32_t>(at + word.size());
      const char c = byte(end);
      const bool key = c == ':' && (blank_or_end(end + 1) || flow);
      const bool flow_end = flow && (c == ',' || c == ']' || c == '}');
      if (blank_or_end(end) || key || flow_end) return end;
    }
    return 0;
  }

  bool set_null_word(Node& node, std::uint32_t at, bool flow) {
    const std::uint32_t end = null_word(at, flow);
    if (end == 0) return false;
    node.kind = NodeKind::scalar;
    node.style = Style::plain;
    node.span = {at, end};
    node.value = bytes_.substr(at, end - at);
    at_ = end;
    return true;
  }

  bool value(NodeId id, const Spot& spot) {
    Node& node = nodes_[id];
    const std::uint32_t behind = at_;
    std::uint32_t at = skip();
    const bool crossed = crossed_;
    const std::uint32_t tab = tab_;
    const bool outdented = crossed && !spot.root && column(at) <= spot.parent_column;

    if (node.kind == NodeKind::null) {
      if (node.span.begin == at && at < limit_ && !outdented &&
          set_null_word(node, at, spot.flow)) {
        return !(crossed && tab != 0) || fail(Cause::tab, tab);
      }
      node.span = {behind, behind};
      at_ = behind;
      return true;
    }
    if (at >= limit_ || node.span.begin != at) return unexpected(at);
    if (crossed && tab != 0) return fail(Cause::tab, tab);

    const bool block = node.style == Style::block;
    if (node.kind == NodeKind::sequence && block) {
      // `a: - b` is no sequence, but `- - b` is.
      if (!crossed && !spot.item && !spot.root) return fail(Cause::value_on_key_line, at);
      if (!crossed && tab != 0) return fail(Cause::tab, tab);
      const bool shallow = spot.item || spot.root ? column(at) <= spot.parent_column
                                                  : column(at) < spot.parent_column;
      if (shallow) return fail(Cause::indentation, at);
      return block_sequence(id, column(at));
    }
    if (outdented) return fail(Cause::indentation, at);
    if (node.kind == NodeKind::mapping && block) {
      if (!crossed && !spot.item && !spot.root) return fail(Cause::value_on_key_line, at);
      if (!crossed && tab != 0) return fail(Cause::tab, tab);
      return block_mapping(id, column(at));
    }
    at_ = at;
    if (node.kind == NodeKind::sequence) return flow_sequence(id, spot.parent_column);
    if (node.kind == NodeKind::mapping) return flow_mapping(id, spot.parent_column);
    if (!scalar(node, spot)) return false;
    return spot.flow || line_ends(node);
  }

  // Behind a complete scalar in block context there is only the line's end; a block scalar has
  // swallowed it already.
  bool line_ends(const Node& node) {
    if (node.style == Style::literal || node.style == Style::folded) return true;
    std::uint32_t at = at_;
    while (is_space(byte(at))) ++at;
    if (at >= limit_ || is_break(bytes_[at])) return true;
    if (bytes_[at] == '#' && at > at_) return true;
    return fail(Cause::after_value, at);
  }

  bool scalar(Node& node, const Spot& spot) {
    const std::uint32_t at = at_;
    const char first = bytes_[at];
    if (first == '"' || first == '\'') {
      const auto end = quoted_end(bytes_, at, limit_, spot.parent_column);
      if (!end) return fail(Cause::unclosed_quote, at);
      node.style = first == '"' ? Style::double_quoted : Style::single_quoted;
      node.span = {at, *end};
      if (const auto failure = quoted_text(bytes_, node.span, text_)) {
        failure_ = failure;
        return false;
      }
      set_text(node);
      view_if_literal(node, at + 1, *end - 1);
      at_ = *end;
      return true;
    }
    if (!spot.flow && (first == '|' || first == '>')) {
      const auto extent = block_extent(bytes_, at, limit_, spot.parent_column);
      if (!extent) return fail(Cause::syntax, at);
      node.style = first == '|' ? Style::literal : Style::folded;
      node.span = {at, extent->end};
      block_text(bytes_, *extent, text_);
      set_text(node);
      view_if_literal(node, extent->content, extent->resume);
      at_ = extent->resume;
      return true;
    }
    if (std::string_view("&*!").find(first) != std::string_view::npos) {
      return fail(Cause::property, at);
    }
    if (std::string_view("%@`|>").find(first) != std::string_view::npos) {
      return fail(Cause::reserved_start, at);
    }
    if (std::string_view(",[]{}#").find(first) != std::string_view::npos) return unexpected(at);
    if (std::string_view("-?:").find(first) != std::string_view::npos &&
        (blank_or_end(at + 1) || (spot.flow && is_flow_end(byte(at + 1))))) {
      return unexpected(at);
    }
    const auto end = plain_end(bytes_, at, limit_, node.value);
    if (!end) return unexpected(at);
    node.style = Style::plain;
    node.span = {at, *end};
    view_if_literal(node, at, *end);
    at_ = *end;
    return !spot.flow || lines_stay_inside(at, spot.parent_column);
  }

  // The later lines of a plain scalar within brackets, up to at_.
  bool lines_stay_inside(std::uint32_t at, int parent_column) {
    while (at < at_) {
      if (bytes_[at++] != '\n') continue;
      const std::uint32_t line = at;
      while (at < at_ && (is_space(bytes_[at]) || bytes_[at] == '\r')) ++at;
      if (at < at_ && bytes_[at] != '\n' && static_cast<int>(at - line) <= parent_column) {
        return fail(Cause::indentation, at);
      }
    }
    return true;
  }

  // yaml-cpp nearly always came to the same.
  void set_text(Node& node) {
    if (node.value != text_) node.value = arena_.copy(text_);
  }

  void view_if_literal(Node& node, std::uint32_t begin, std::uint32_t end) {
    if (end - begin < node.value.size()) return;
    const std::string_view there = bytes_.substr(begin, node.value.size());
    if (there == node.value) node.value = there;
  }

  bool block_sequence(NodeId id, int here) {
    at_ = nodes_[id].span.begin;
    NodeId child = id + 1;
    for (std::uint32_t i = 0; i < nodes_[id].children; ++i, child = nodes_[child].next) {
      std::uint32_t at = 0;
      if (!arrive(at)) return false;
      if (byte(at) != '-' || !blank_or_end(at + 1)) return unexpected(at);
      if (column(at) != here) return fail(Cause::indentation, at);
      if (i > 0 && !crossed_ && !resumed(at)) return unexpected(at);
      at_ = at + 1;
      if (!value(child, Spot{.parent_column = here, .item = true})) return false;
    }
    return close(id);
  }

  bool block_mapping(NodeId id, int here) {
    at_ = nodes_[id].span.begin;
    NodeId child = id + 1;
    for (std::uint32_t i = 0; i < nodes_[id].children; i += 2) {
      std::uint32_t at = 0;
      if (!arrive(at)) return false;
      if (i > 0 && !crossed_ && !resumed(at)) return unexpected(at);
      const NodeId held = child + 1;
      if (!key(child, at, Spot{.parent_column = here})) return false;
      if (column(at) != here) return fail(Cause::indentation, at);
      if (!value(held, Spot{.parent_column = here})) return false;
      child = nodes_[held].next;
    }
    return close(id);
  }

  // A block scalar leaves at_ at the beginning of a line, so that no line end lies between.
  bool resumed(std::uint32_t at) const { return at_ > 0 && bytes_[at_ - 1] == '\n' && at >= at_; }

  // A key at `at`, and its colon.
  bool key(NodeId id, std::uint32_t at, const Spot& spot) {
    Node& node = nodes_[id];
    if (at >= limit_) return unexpected(at);
    if (bytes_[at] == '?' && blank_or_end(at + 1)) return fail(Cause::question_key, at);
    if (node.kind == NodeKind::null) {
      if (node.span.begin != at || !set_null_word(node, at, spot.flow)) {
        return byte(at) == ':' ? fail(Cause::key_is_empty, at) : unexpected(at);
      }
    } else {
      if (node.span.begin != at) return unexpected(at);
      if (node.kind != NodeKind::scalar) return fail(Cause::key_is_collection, at);
      at_ = at;
      if (!scalar(node, spot)) return false;
    }
    if (!spot.flow && bytes_.substr(at, at_ - at).find('\n') != std::string_view::npos) {
      return fail(Cause::missing_colon, at, end_of_line(at));
    }
    const std::uint32_t key_end = at_;
    if (spot.flow) {
      at_ = skip();
    } else {
      while (is_space(byte(at_))) ++at_;
    }
    const bool adjacent = node.style != Style::plain;
    const bool spaced =
        blank_or_end(at_ + 1) || (spot.flow && (adjacent || is_flow_end(byte(at_ + 1))));
    if (byte(at_) != ':' || !spaced) return fail(Cause::missing_colon, at, key_end);
    ++at_;
    return true;
  }

  static bool is_flow_end(char c) { return c == ',' || c == ']' || c == '}'; }

  std::uint32_t end_of_line(std::uint32_t at) const {
    while (at < limit_ && !is_break(bytes_[at])) ++at;
    return at;
  }

  // In brackets, lines must be indented deeper than the entry that they belong to, else a bracket
  // was forgotten and the next entries were swallowed.
  bool arrive_in_flow(std::uint32_t& at, std::uint32_t opening, int parent_column) {
    if (!arrive(at)) return false;
    if (at >= limit_) return fail(Cause::unclosed_bracket, opening);
    if (crossed_ && column(at) <= parent_column && byte(at) != ']' && byte(at) != '}') {
      return fail(Cause::unclosed_bracket, opening);
    }
    return true;
  }

  // Before child `index`: a comma unless it is the first. Leaves at_ at the child.
  bool separate(std::uint32_t index, std::uint32_t opening, int parent_column) {
    std::uint32_t at = 0;
    if (!arrive_in_flow(at, opening, parent_column)) return false;
    if (index > 0) {
      if (byte(at) != ',') return fail(Cause::missing_comma, at);
      at_ = at + 1;
      if (!arrive_in_flow(at, opening, parent_column)) return false;
    }
    if (byte(at) == ',') return fail(Cause::empty_item, at);
    at_ = at;
    return true;
  }

  bool finish_flow(NodeId id, char bracket, std::uint32_t opening, int parent_column) {
    std::uint32_t at = 0;
    if (!arrive_in_flow(at, opening, parent_column)) return false;
    if (byte(at) == ',' && nodes_[id].children > 0) {
      at_ = at + 1;
      if (!arrive_in_flow(at, opening, parent_column)) return false;
      if (byte(at) == ',') return fail(Cause::empty_item, at);
    }
    if (byte(at) != bracket) {
      if (byte(at) == ',') return fail(Cause::empty_item, at);
      return is_flow_end(byte(at)) ? fail(Cause::stray_bracket, at)
                                   : fail(Cause::missing_comma, at);
    }
    at_ = at + 1;
    nodes_[id].span = {opening, at_};
    // Within other brackets a comma may follow; else only the line's end.
    return flow_depth_ > 0 || line_ends(nodes_[id]);
  }

  bool flow_sequence(NodeId id, int parent_column) {
    const std::uint32_t opening = at_;
    if (byte(opening) != '[') return unexpected(opening);
    ++at_;
    ++flow_depth_;
    NodeId child = id + 1;
    for (std::uint32_t i = 0; i < nodes_[id].children; ++i, child = nodes_[child].next) {
      if (!separate(i, opening, parent_column)) return false;
      if (byte(at_) == ']') return fail(Cause::empty_item, at_);
      const bool pair = nodes_[child].kind == NodeKind::mapping && nodes_[child].children > 0 &&
                        nodes_[child + 1].span.begin == nodes_[child].span.begin;
      const Spot spot{.parent_column = parent_column, .flow = true};
      if (pair ? !single_pair(child, spot) : !value(child, spot)) return false;
      if (nodes_[child].kind == NodeKind::null) return fail(Cause::empty_item, at_);
    }
    --flow_depth_;
    return finish_flow(id, ']', opening, parent_column);
  }

  // `[a: b]`: a mapping of one entry without brackets.
  bool single_pair(NodeId id, const Spot& spot) {
    const std::uint32_t at = at_;
    if (!key(id + 1, at, spot)) return false;
    if (!value(id + 2, spot)) return false;
    nodes_[id].style = Style::flow;
    nodes_[id].span = {at, at_};
    return true;
  }

  bool flow_mapping(NodeId id, int parent_column) {
    const std::uint32_t opening = at_;
    if (byte(opening) != '{') return unexpected(opening);
    ++at_;
    ++flow_depth_;
    NodeId child = id + 1;
    const Spot spot{.parent_column = parent_column, .flow = true};
    for (std::uint32_t i = 0; i < nodes_[id].children; i += 2) {
      if (!separate(i / 2, opening, parent_column)) return false;
      if (byte(at_) == '}') return fail(Cause::empty_item, at_);
      const NodeId held = child + 1;
      if (!key(child, at_, spot)) return false;
      if (!value(held, spot)) return false;
      child = nodes_[held].next;
    }
    --flow_depth_;
    return finish_flow(id, '}', opening, parent_column);
  }

  // Ends a block collection where its last value ends.
  bool close(NodeId id) {
    NodeId last = id + 1;
    while (nodes_[last].next != 0) last = nodes_[last].next;
    nodes_[id].span.end = nodes_[last].span.end;
    return true;
  }

  bool unexpected(std::uint32_t at) {
    if (at >= limit_) return fail(Cause::syntax, limit_ > begin_ ? limit_ - 1 : begin_);
    const char c = bytes_[at];
    if (c == '&' || c == '*' || c == '!') return fail(Cause::property, at);
    if (c == '?' && blank_or_end(at + 1)) return fail(Cause::question_key, at);
    if (c == ']' || c == '}') return fail(Cause::stray_bracket, at);
    if (tab_ != 0 && crossed_ && tab_ < at) return fail(Cause::tab, tab_);
    return fail(Cause::syntax, at);
  }

  std::string_view bytes_;
  std::uint32_t begin_;
  std::uint32_t limit_;
  text::Arena& arena_;
  std::vector<Node>& nodes_;
  std::string text_;  // of one scalar
  std::uint32_t at_ = 0;
  bool crossed_ = false;
  std::uint32_t tab_ = 0;
  std::uint32_t flow_depth_ = 0;
  std::optional<Failure> failure_;
};

}  // namespace

std::optional<Failure> make_strict(std::string_view bytes, const Slice& slice, text::Arena& arena,
                                   Document& document) {
  return Walk(bytes, slice, arena, document).run();
}

}  // namespace zsup::yaml
