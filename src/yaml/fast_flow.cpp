// Within brackets lines and indentation say nothing, except that each line must be indented deeper
// than the entry around, lest a bracket that was forgotten swallow the entries that follow.
#include "yaml/fast_parser.h"

namespace zsup::yaml::fast {

namespace {

// yaml-cpp's limit on keys, as in block context.
constexpr std::ptrdiff_t longest_key = 1024;

}  // namespace

// The outermost brackets, at `p_`.
bool Parser::flow(int parent) {
  const char* const begin = p_;
  return (*p_ == '[' ? flow_sequence(parent) : flow_mapping(parent)) && p_ - begin <= longest_;
}

// Over blank space, line ends and comments to the next byte, which exists.
inline bool Parser::flow_space(int parent) {
  // Mostly there is one blank at most.
  if (p_ < end_ && *p_ == ' ') ++p_;
  if (p_<end_&& * p_> '#') return true;
  return flow_space_slowly(parent);
}

bool Parser::flow_space_slowly(int parent) {
  const char* line = nullptr;
  for (; p_ < end_; ++p_) {
    switch (*p_) {
      case ' ':
      case '\r':
        continue;
      case '\t':
        if (line != nullptr) return false;
        continue;
      case '#':
        if (!is_blank(p_[-1])) return false;
        skip_comment();
        if (p_ == end_) return false;
        [[fallthrough]];
      case '\n':
        line = p_ + 1;
        continue;
      default:
        return line == nullptr || p_ - line > parent || *p_ == ']' || *p_ == '}';
    }
  }
  return false;
}

// Behind an item: a comma and what follows it, or the closing bracket.
bool Parser::flow_separator(char bracket, int parent, bool& closed) {
  if (!flow_space(parent)) return false;
  if (*p_ == ',') {
    ++p_;
    if (!flow_space(parent)) return false;
  } else if (*p_ != bracket) {
    return false;
  }
  closed = *p_ == bracket;
  if (closed) ++p_;
  return true;
}

bool Parser::flow_sequence(int parent) {
  if (depth_ == deepest_) return false;
  ++depth_;
  const NodeId id = add(NodeKind::sequence, Style::flow, p_, p_);
  ++p_;
  if (!flow_space(parent)) return false;
  std::uint32_t children = 0;
  NodeId last = 0;
  bool closed = *p_ == ']';
  if (closed) ++p_;
  while (!closed) {
    const auto at = static_cast<NodeId>(nodes_.size());
    if (at > most_nodes_) return false;
    nodes_[last].next = at;
    last = at;
    ++children;
    if (!flow_value(parent) || !flow_separator(']', parent, closed)) return false;
  }
  --depth_;
  nodes_[id].children = children;
  nodes_[id].span.end = offset(p_);
  return true;
}

bool Parser::flow_mapping(int parent) {
  if (depth_ == deepest_) return false;
  ++depth_;
  const NodeId id = add(NodeKind::mapping, Style::flow, p_, p_);
  ++p_;
  if (!flow_space(parent)) return false;
  std::uint32_t children = 0;
  NodeId last = 0;
  bool closed = *p_ == '}';
  if (closed) ++p_;
  Token key;
  while (!closed) {
    if (nodes_.size() > most_nodes_ || !flow_key(key, parent)) return false;
    const NodeId at = add(key);
    nodes_[last].next = at;
    nodes_[at].next = last = at + 1;
    children += 2;
    const char* const behind = p_;
    if (!flow_space(parent)) return false;
    if (*p_ == ',' || *p_ == '}') {
      add_null(behind);
    } else if (!flow_value(parent)) {
      return false;
    }
    if (!flow_separator('}', parent, closed)) return false;
  }
  --depth_;
  nodes_[id].children = children;
  nodes_[id].span.end = offset(p_);
  return true;
}

// A key and its colon.
bool Parser::flow_key(Token& token, int parent) {
  if (first(*p_) == First::quote) {
    if (!quoted(token, parent) || !token.one_line) return false;
    skip_spaces();
    if (p_ == end_ || *p_ != ':') return false;
    ++p_;
  } else if (!flow_plain(token) || !token.key) {
    return false;
  }
  return p_ - token.begin <= longest_key;
}

bool Parser::flow_value(int parent) {
  Token token;
  switch (first(*p_)) {
    case First::flow:
      return *p_ == '[' ? flow_sequence(parent) : flow_mapping(parent);
    case First::quote:
      if (!quoted(token, parent)) return false;
      break;
    case First::plain:
    case First::dash:
      // `[a: b]` is a mapping of one entry, and rare.
      if (!flow_plain(token) || token.key) return false;
      break;
    case First::none:
    case First::block:
      return false;
  }
  add(token);
  return true;
}

// A plain scalar as far as it stands on this line. If it went on, no separator would follow it.
bool Parser::flow_plain(Token& token) {
  const First kind = first(*p_);
  if (kind == First::dash) {
    if (ended_or_blank(p_ + 1) || is_bracket_or_comma(p_[1])) return false;
  } else if (kind != First::plain) {
    return false;
  }
  token.begin = p_;
  token.style = Style::plain;
  token.key = false;
  const char* stop = p_;
  for (;; ++stop) {
    stop = find<FlowStop>(stop, end_, readable_);
    if (stop == end_) return false;
    const char c = *stop;
    if (c == '#') {
      if (is_space(stop[-1])) break;
    } else if (c == ':') {
      token.key = ended_or_blank(stop + 1);
      if (token.key) break;
      if (is_bracket_or_comma(stop[1])) return false;
    } else if (c == '[' || c == '{' || c == '?') {
      return false;
    } else {
      break;
    }
  }
  p_ = token.key ? stop + 1 : stop;
  while (is_blank(stop[-1])) --stop;
  token.end = stop;
  token.value = {token.begin, static_cast<std::size_t>(stop - token.begin)};
  return p_ - token.begin <= longest_;
}

}  // namespace zsup::yaml::fast
