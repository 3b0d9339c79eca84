// Block context: what lines and their indentation say.
#include "yaml/fast_reader.h"

#include <algorithm>

#include "yaml/fast_parser.h"

namespace zsup::yaml {

namespace fast {

namespace {

// Records need a few levels; the parser recurses once or twice a level.
constexpr std::uint32_t deepest = 64;

// yaml-cpp refuses a key whose colon stands further behind its beginning.
constexpr std::ptrdiff_t longest_key = 1024;

// yaml-cpp is kept from reading more than 1.5 million signs ahead of what it tells (see
// yaml_cpp_reader.cpp). It reads ahead over a scalar, over comments and over brackets in one line,
// never over more than three of these at once.
constexpr std::ptrdiff_t longest = 400'000;

}  // namespace

Parser::Parser(std::string_view bytes, const Slice& slice, const Limits& limits, text::Arena& arena,
               std::vector<Node>& nodes)
    : bytes_(bytes.substr(0, slice.end)),
      base_(bytes.data()),
      p_(base_ + slice.begin),
      end_(base_ + slice.end),
      readable_(base_ + bytes.size()),
      arena_(arena),
      nodes_(nodes),
      most_nodes_(limits.nodes),
      longest_(std::min<std::ptrdiff_t>(longest, limits.scalar_bytes)),
      deepest_(std::min(deepest, limits.depth)),
      dashes_(slice.opening == Slice::Opening::dashes) {}

bool Parser::run() {
  if (!begin() || column_ == -1 || !node(-1)) return false;
  if (column_ != -1 || nodes_.size() > most_nodes_) return false;
  // A text that is a whole document is no record.
  if (nodes_[0].kind == NodeKind::scalar) return false;
  nodes_[0].next = 0;
  return true;
}

// To the first byte of the content. What stands on the line `---` is read at once if it is in
// brackets.
bool Parser::begin() {
  if (!dashes_) return arrive() && !byte_order_mark();
  p_ += 3;
  skip_spaces();
  if (p_ < end_ && first(*p_) == First::flow) {
    column_ = 0;
    return true;
  }
  return finish_line() && next_line() && !byte_order_mark();
}

// Where a text begins with one, yaml-cpp does not get to see it.
bool Parser::byte_order_mark() const {
  return end_ - p_ >= 3 && std::memcmp(p_, "\xEF\xBB\xBF", 3) == 0;
}

// From a line's end to what comes next in a later line.
bool Parser::next_line() {
  if (p_ == end_) {
    column_ = -1;
    return true;
  }
  ++p_;
  return arrive();
}

// From the beginning of a line to the first byte, on it or a later one, that is neither blank nor
// in a comment.
bool Parser::arrive() {
  const char* const from = p_;
  while (p_ < end_) {
    const char* const line = p_;
    while (p_ < end_ && *p_ == ' ') ++p_;
    if (p_ == end_) break;
    switch (*p_) {
      case '\n':
        ++p_;
        continue;
      case '\r':
        p_ += 2;
        continue;
      case '\t':
        return false;
      case '#':
        skip_comment();
        if (p_ < end_) ++p_;
        continue;
      default:
        column_ = static_cast<int>(p_ - line);
        return p_ - from <= longest_;
    }
  }
  column_ = -1;
  return p_ - from <= longest_;
}

// Behind a complete value: only blank space and a comment until the line's end.
bool Parser::finish_line() {
  const char* const from = p_;
  skip_spaces();
  if (p_ == end_ || *p_ == '\n') return true;
  if (*p_ == '\r') {
    ++p_;
    return true;
  }
  if (*p_ != '#' || !is_space(p_[-1])) return false;
  skip_comment();
  return p_ - from <= longest_;
}

// A plain scalar as far as it stands on this line.
inline bool Parser::plain(Token& token) {
  commented_ = false;
  token.begin = p_;
  token.style = Style::plain;
  token.key = false;
  const char* stop = p_;
  for (;; ++stop) {
    stop = find<PlainStop>(stop, end_, readable_);
    if (stop == end_ || *stop == '\n') break;
    if (*stop == '#') {
      if (is_space(stop[-1])) break;
    } else if (ended_or_blank(stop + 1)) {
      token.key = true;
      break;
    }
  }
  p_ = stop;
  while (is_blank(stop[-1])) --stop;
  token.end = stop;
  token.value = {token.begin, static_cast<std::size_t>(stop - token.begin)};
  if (token.key) {
    ++p_;
  } else if (p_ < end_ && *p_ == '#') {
    skip_comment();
  }
  return p_ - token.begin <= longest_;
}

bool Parser::quoted(Token& token, int parent) {
  token.begin = p_;
  token.one_line = true;
  const bool twice = *p_ == '"';
  token.style = twice ? Style::double_quoted : Style::single_quoted;
  token.end = twice ? simple_quoted_end<'"'>(p_, end_, readable_)
                    : simple_quoted_end<'\''>(p_, end_, readable_);
  if (token.end == nullptr) return quoted_slowly(token, parent);
  token.value = {token.begin + 1, static_cast<std::size_t>(token.end - token.begin - 2)};
  p_ = token.end;
  return p_ - token.begin <= longest_;
}

// Steps over the colon that makes a quoted scalar a key, if there is one.
bool Parser::quoted_key(const Token& token) {
  const char* colon = p_;
  while (colon < end_ && is_space(*colon)) ++colon;
  if (colon == end_ || *colon != ':' || !ended_or_blank(colon + 1) || !token.one_line) return false;
  p_ = colon + 1;
  return true;
}

// Whatever stands at the beginning of a line that was arrived at, below an entry or item at column
// `parent`.
bool Parser::node(int parent) {
  return dash() ? sequence(column_) : content(parent, column_);
}

// Anything but a sequence without brackets. Leaves `p_` at the line behind it.
bool Parser::content(int parent, int column) {
  Token token;
  switch (first(*p_)) {
    case First::none:
      return false;
    case First::dash:
      if (ended_or_blank(p_ + 1)) return false;
      [[fallthrough]];
    case First::plain: {
      if (!plain(token)) return false;
      if (token.key) return column >= 0 && mapping(column, token);
      const NodeId id = add(token);
      if (!next_line()) return false;
      return column_ <= parent || continue_plain(id, parent);
    }
    case First::quote: {
      if (!quoted(token, parent)) return false;
      if (quoted_key(token)) return column >= 0 && mapping(column, token);
      add(token);
      return finish_line() && next_line() && column_ <= parent;
    }
    case First::flow:
      return flow(parent) && finish_line() && next_line() && column_ <= parent;
    case First::block:
      return block_scalar(parent) && column_ <= parent;
  }
  return false;
}

// The first key and its colon have been read.
bool Parser::mapping(int column, Token key) {
  if (depth_ == deepest_) return false;
  ++depth_;
  const NodeId id = add(NodeKind::mapping, Style::block, key.begin, key.begin);
  std::uint32_t children = 0;
  NodeId last = 0;
  for (;;) {
    if (p_ - key.begin > longest_key || nodes_.size() > most_nodes_) return false;
    const NodeId at = add(key);
    nodes_[last].next = at;
    nodes_[at].next = last = at + 1;
    children += 2;
    if (!mapping_value(column)) return false;
    if (column_ != column) break;
    const First kind = first(*p_);
    if (kind == First::plain || (kind == First::dash && !ended_or_blank(p_ + 1))) {
      if (!plain(key) || !key.key) return false;
    } else if (kind == First::quote) {
      if (!quoted(key, column) || !quoted_key(key)) return false;
    } else {
      return false;
    }
  }
  --depth_;
  close(id, last, children);
  return column_ < column;
}

// From behind the colon of a key at `column`.
bool Parser::mapping_value(int column) {
  const char* const behind = p_;
  skip_spaces();
  if (p_ < end_ && !is_break(*p_) && *p_ != '#') {
    // A key here would stand on the line of another one.
    if (first(*p_) != First::plain) return content(column, -1);
    Token token;
    if (!plain(token) || token.key) return false;
    const NodeId id = add(token);
    if (!next_line()) return false;
    return column_ <= column || continue_plain(id, column);
  }
  if (!finish_line() || !next_line()) return false;
  if (column_ > column) return node(column);
  if (column_ == column && dash()) return sequence(column);
  add_null(behind);
  return true;
}

// At the first dash. May end at a line of the same column that is none of its items: the caller
// sees to it that it is the next entry of the mapping around.
bool Parser::sequence(int column) {
  if (depth_ == deepest_) return false;
  ++depth_;
  const NodeId id = add(NodeKind::sequence, Style::block, p_, p_);
  std::uint32_t children = 0;
  NodeId last = 0;
  do {
    const auto at = static_cast<NodeId>(nodes_.size());
    if (at > most_nodes_ || !item(column)) return false;
    nodes_[last].next = at;
    last = at;
    ++children;
  } while (column_ == column && dash());
  --depth_;
  close(id, last, children);
  return column_ <= column;
}

bool Parser::item(int column) {
  const char* const begin = p_++;
  while (p_ < end_ && *p_ == ' ') ++p_;
  if (p_ < end_ && !is_break(*p_) && *p_ != '#') {
    const int here = column + static_cast<int>(p_ - begin);
    return dash() ? sequence(here) : content(column, here);
  }
  if (!finish_line() || !next_line()) return false;
  if (column_ > column) return node(column);
  add_null(begin + 1);
  return true;
}

}  // namespace fast

bool read_fast(std::string_view bytes, const Slice& slice, const Limits& limits, text::Arena& arena,
               Document& document) {
  document.nodes.clear();
  return fast::Parser(bytes, slice, limits, arena, document.nodes).run();
}

}  // namespace zsup::yaml
