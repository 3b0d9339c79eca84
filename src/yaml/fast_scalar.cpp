// Scalars whose text does not stand in the file as it is. What they reach over and say is found by
// the functions that the strictness pass uses too.
#include "yaml/extent.h"
#include "yaml/fast_parser.h"
#include "yaml/scalar_text.h"

namespace zsup::yaml::fast {

namespace {

bool is_prefix(std::string_view text, const char* begin, const char* end) {
  return static_cast<std::size_t>(end - begin) >= text.size() &&
         std::memcmp(begin, text.data(), text.size()) == 0;
}

}  // namespace

// The line arrived at is indented deeper than the entry: it goes on with the plain scalar above.
bool Parser::continue_plain(NodeId id, int parent) {
  text_ = nodes_[id].value;
  const char* const begin = base_ + nodes_[id].span.begin;
  const char* end = base_ + nodes_[id].span.end;
  do {
    // A comment ends a plain scalar.
    if (commented_) return false;
    std::size_t breaks = 0;
    for (const char* p = end; p < p_; ++p) breaks += *p == '\n' ? 1 : 0;
    if (breaks == 1) {
      text_ += ' ';
    } else {
      text_.append(breaks - 1, '\n');
    }
    const char* const line = p_;
    const char* stop = p_;
    for (;; ++stop) {
      stop = find<PlainStop>(stop, end_, readable_);
      if (stop == end_ || *stop == '\n') break;
      if (*stop == '#' ? is_space(stop[-1]) : ended_or_blank(stop + 1)) break;
    }
    if (stop < end_ && *stop == ':') return false;
    p_ = stop;
    if (stop < end_ && *stop == '#') skip_comment();
    while (is_blank(stop[-1])) --stop;
    end = stop;
    text_.append(line, end);
    if (p_ - begin > longest_ || !next_line()) return false;
  } while (column_ > parent);
  nodes_[id].span.end = offset(end);
  nodes_[id].value = arena_.copy(text_);
  return true;
}

bool Parser::quoted_slowly(Token& token, int parent) {
  const std::uint32_t begin = offset(p_);
  const auto end = quoted_end(bytes_, begin, offset(end_), parent);
  if (!end || base_ + *end - p_ > longest_) return false;
  if (quoted_text(bytes_, {begin, *end}, text_)) return false;
  token.end = base_ + *end;
  token.one_line = std::memchr(p_, '\n', *end - begin) == nullptr;
  const bool as_it_is = is_prefix(text_, p_ + 1, token.end - 1);
  token.value = as_it_is ? std::string_view(p_ + 1, text_.size()) : arena_.copy(text_);
  p_ = token.end;
  return true;
}

// Leaves `p_` at the next content, since a block scalar takes its last line's end with it.
bool Parser::block_scalar(int parent) {
  const std::uint32_t begin = offset(p_);
  const auto extent = block_extent(bytes_, begin, offset(end_), parent);
  if (!extent || static_cast<std::ptrdiff_t>(extent->resume - begin) > longest_) return false;
  block_text(bytes_, *extent, text_);
  const char* const content = base_ + extent->content;
  const bool as_it_is = is_prefix(text_, content, base_ + extent->resume);
  add(NodeKind::scalar, *p_ == '|' ? Style::literal : Style::folded, p_, base_ + extent->end,
      as_it_is ? std::string_view(content, text_.size()) : arena_.copy(text_));
  p_ = base_ + extent->resume;
  return arrive();
}

}  // namespace zsup::yaml::fast
