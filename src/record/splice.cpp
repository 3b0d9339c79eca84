#include "record/splice.h"

#include <algorithm>

#include "yaml/extent.h"

namespace zsup::record {

using yaml::NodeId;
using yaml::NodeKind;
using yaml::Style;

namespace {

bool is_blank(char c) {
  return c == ' ' || c == '\t';
}

bool is_collection(const yaml::Node& node) {
  return node.kind == NodeKind::sequence || node.kind == NodeKind::mapping;
}

bool is_block_scalar(const yaml::Node& node) {
  return node.kind == NodeKind::scalar &&
         (node.style == Style::literal || node.style == Style::folded);
}

}  // namespace

Splice::Splice(const yaml::Document& document)
    : document_(document), bytes_(document.bytes), parents_(document.nodes.size()) {
  const std::size_t newline = bytes_.find('\n', document[0].span.begin);
  end_ = newline != std::string_view::npos && newline > 0 && bytes_[newline - 1] == '\r' ? "\r\n"
                                                                                         : "\n";
  // The style of the first of its kind is that of the document.
  bool flow = false;
  bool block = false;
  bool known_deeper = false;
  bool known_dash = false;
  for (NodeId node = 0; node < document.nodes.size(); ++node) {
    const yaml::Node& found = document[node];
    for (NodeId child = document.first_child(node); child != 0; child = document[child].next) {
      parents_[child] = node;
    }
    if (node == 0 || !is_collection(found)) continue;
    if (found.style == Style::flow) {
      flow = true;
      continue;
    }
    const yaml::Node& holder = document[parents_[node]];
    if (found.kind == NodeKind::mapping) {
      block = true;
      if (holder.kind == NodeKind::mapping && !known_deeper) {
        known_deeper = true;
        indents_.deeper = column(found.span.begin) - column(holder.span.begin);
      }
    } else {
      block = block || document[document.first_child(node)].kind == NodeKind::scalar;
      if (holder.kind == NodeKind::mapping && !known_dash) {
        known_dash = true;
        const Indents here = indents(node);
        indents_.dash = here.dash;
        indents_.item = here.item;
      }
    }
  }
  if (block && !flow) layout_ = Layout::block;
}

std::size_t Splice::column(std::size_t at) const {
  constexpr std::string_view mark = "\xEF\xBB\xBF";
  const std::size_t bytes = yaml::column_of(bytes_, static_cast<std::uint32_t>(at));
  return bytes == at && bytes_.starts_with(mark) ? bytes - mark.size() : bytes;
}

std::size_t Splice::line_end(std::size_t at) const {
  const std::size_t newline = std::min(bytes_.find('\n', at), bytes_.size());
  return newline > at && newline < bytes_.size() && bytes_[newline - 1] == '\r' ? newline - 1
                                                                                : newline;
}

std::size_t Splice::last_line_end(NodeId value) const {
  while (document_[value].children > 0 && document_[value].style != Style::flow) {
    NodeId child = document_.first_child(value);
    while (document_[child].next != 0) child = document_[child].next;
    value = child;
  }
  const yaml::Node& node = document_[value];
  std::size_t end = line_end(node.span.end);
  if (!is_block_scalar(node)) return end;
  // Empty lines are part of a text that keeps them.
  const std::string_view text = bytes_.substr(node.span.begin, node.span.size());
  if (text.substr(0, text.find_first_of(" \t\r\n")).find('+') == std::string_view::npos) return end;
  for (;;) {
    const std::size_t newline = bytes_.find('\n', end);
    if (newline == std::string_view::npos || newline + 1 == bytes_.size()) return end;
    const std::size_t next = line_end(newline + 1);
    const std::string_view line = bytes_.substr(newline + 1, next - newline - 1);
    if (line.find_first_not_of(' ') != std::string_view::npos) return end;
    end = next;
  }
}

// Right behind the `:` or the `-` that a value belongs to.
std::size_t Splice::behind_sign(NodeId value) const {
  const NodeId holder = parents_[value];
  if (document_[holder].kind == NodeKind::sequence) {
    NodeId before = 0;
    for (NodeId item = document_.first_child(holder); item != value; item = document_[item].next) {
      before = item;
    }
    std::size_t at = document_[holder].span.begin;
    if (before != 0) {
      at = last_line_end(before);
      // Lines of comments hold dashes too.
      while (bytes_.substr(at).find_first_not_of(" \t\r\n") != std::string_view::npos) {
        at += bytes_.substr(at).find_first_not_of(" \t\r\n");
        if (bytes_[at] != '#') break;
        at = line_end(at);
      }
    }
    return at + 1;
  }
  NodeId key = document_.first_child(holder);
  while (document_[key].next != value) key = document_[document_[key].next].next;
  return bytes_.find(':', document_[key].span.end) + 1;
}

bool Splice::in_flow(NodeId node) const {
  for (NodeId at = node; at != 0;) {
    at = parents_[at];
    if (document_[at].style == Style::flow && is_collection(document_[at])) return true;
  }
  return false;
}

bool Splice::has_comment(NodeId collection) const {
  // What is between scalars is signs and blanks, so a `#` there begins a comment.
  std::size_t at = document_[collection].span.begin;
  const std::size_t end = document_[collection].span.end;
  const auto any = [&](std::size_t until) {
    return until > at && bytes_.substr(at, until - at).find('#') != std::string_view::npos;
  };
  for (NodeId node = collection + 1; node < document_.nodes.size(); ++node) {
    const yaml::Node& found = document_[node];
    if (found.span.begin >= end) break;
    if (found.kind != NodeKind::scalar) continue;
    if (any(found.span.begin)) return true;
    if (is_block_scalar(found) &&
        bytes_.substr(found.span.begin, line_end(found.span.begin) - found.span.begin).find('#') !=
            std::string_view::npos) {
      return true;
    }
    at = found.span.end;
  }
  return any(end);
}

Indents Splice::indents(NodeId list) const {
  Indents found = indents_;
  const std::size_t dash = column(document_[list].span.begin);
  const NodeId holder = parents_[list];
  if (list != 0 && document_[holder].kind == NodeKind::mapping) {
    found.dash = dash - column(document_[holder].span.begin);
  }
  // Of items on the line of their dash, the last one shows how far they stand behind it.
  for (NodeId item = document_.first_child(list); item != 0; item = document_[item].next) {
    const std::size_t at = document_[item].span.begin;
    const std::size_t line = at - yaml::column_of(bytes_, static_cast<std::uint32_t>(at));
    const std::string_view before = bytes_.substr(line, at - line);
    const std::size_t sign = before.rfind('-');
    if (sign != std::string_view::npos && sign + 1 < before.size() &&
        before.find_first_not_of(' ', sign + 1) == std::string_view::npos) {
      found.item = before.size() - sign;
    }
  }
  return found;
}

diag::Edit Splice::edit(std::size_t begin, std::size_t end, std::string text) const {
  return {{0, {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)}},
          std::move(text)};
}

Splice::Parts Splice::parts(std::string_view written) const {
  const std::size_t newline = written.find('\n');
  Parts parts{std::string(written.substr(0, newline)), {}};
  written.remove_suffix(1);
  for (std::size_t at = newline; at < written.size();) {
    const std::size_t next = std::min(written.find('\n', at + 1), written.size());
    parts.tail += end_ + std::string(written.substr(at + 1, next - at - 1));
    at = next;
  }
  return parts;
}

std::string Splice::in_style_of(const yaml::Node& old, const YamlValue& by, Where where) const {
  if (old.kind == NodeKind::scalar && by.form == YamlValue::Form::scalar) {
    if (old.style == Style::single_quoted) return in_single_quotes(by.text);
    if (old.style == Style::double_quoted) return in_double_quotes(by.text);
  }
  return by.line(where);
}

std::optional<Splice::Edits> Splice::replace(NodeId value, const YamlValue& by) const {
  const yaml::Node& old = document_[value];
  const std::size_t begin = old.span.begin;
  const std::size_t end = old.span.end;
  if (is_collection(old) && has_comment(value)) return std::nullopt;
  if (in_flow(value)) {
    const bool blank = old.kind == NodeKind::null && end > 0 && bytes_[end - 1] == ':';
    return Edits{edit(begin, end, (blank ? " " : "") + in_style_of(old, by, Where::flow))};
  }
  const NodeId holder = parents_[value];
  const std::size_t indent = column(document_[holder].span.begin);
  Indents by_columns = indents_;
  if (document_[holder].kind == NodeKind::sequence) {
    by_columns.deeper = by_columns.dash = indents(holder).item;
  }
  if (old.kind == NodeKind::sequence && old.style == Style::block) by_columns = indents(value);
  const bool text = by.form == YamlValue::Form::scalar;
  const bool stays_block = is_collection(old) && old.style == Style::block;
  const bool stays_flow = is_collection(old) && old.style == Style::flow && !text;
  Parts put = stays_flow
                  ? Parts{" " + by.line(), {}}
                  : parts(by.behind_key(stays_block ? Layout::block : layout_, indent, by_columns));
  if (is_block_scalar(old)) {
    // Its lines keep their indentation.
    const std::size_t first = bytes_.find_first_not_of(" \r\n", line_end(begin));
    const std::size_t inside = end > line_end(begin) && first < end ? column(first) - indent : 0;
    const auto lines = text && inside > 0 ? yaml_literal(by.text, indent + inside) : std::nullopt;
    if (lines) put = parts(*lines);
  } else if (text && old.kind == NodeKind::scalar && put.tail.empty()) {
    put.head = " " + in_style_of(old, by, Where::block);
  }
  const std::string here = put.head.empty() ? "" : put.head.substr(1);
  const std::size_t sign = behind_sign(value);

  if (is_block_scalar(old)) {
    const std::size_t token = std::min(bytes_.find_first_of(" \t\r\n", begin), bytes_.size());
    const std::size_t header = line_end(begin);
    return Edits{edit(here.empty() ? sign : begin, token, here),
                 edit(header, std::max(header, end), put.tail)};
  }
  const std::string_view between = bytes_.substr(sign, begin - sign);
  const bool below = between.find('\n') != std::string_view::npos;
  if (!here.empty() && put.tail.empty() && begin > sign && !(below && is_collection(old))) {
    return Edits{edit(begin, end, here)};
  }
  if (below && between.find('#') != std::string_view::npos) {
    // Comments between the key and its value stay where they are.
    std::size_t above = bytes_.rfind('\n', begin);
    if (above > 0 && bytes_[above - 1] == '\r') --above;
    if (put.tail.empty()) return Edits{edit(sign, sign, put.head), edit(above, end, "")};
    if (here.empty()) return Edits{edit(above, end, put.tail)};
    return std::nullopt;
  }
  Edits edits{edit(sign, end, put.head)};
  if (!put.tail.empty()) edits.push_back(edit(line_end(end), line_end(end), put.tail));
  return edits;
}

// Behind a child of a flow collection that begins with `first` and ends with `last`; in front of
// all where there is none.
Splice::Edits Splice::into_flow(NodeId collection, NodeId first, NodeId last,
                                std::string text) const {
  const std::size_t open = document_[collection].span.begin + 1;
  if (document_[collection].children == 0) return {edit(open, open, std::move(text))};
  if (last == 0) {
    const std::size_t at = document_[document_.first_child(collection)].span.begin;
    return {edit(at, at, std::move(text) + ", ")};
  }
  const std::size_t begin = document_[first].span.begin;
  const std::size_t end = document_[last].span.end;
  const std::size_t line = begin - yaml::column_of(bytes_, static_cast<std::uint32_t>(begin));
  const std::string_view before = bytes_.substr(line, begin - line);
  const bool own_line = line > open && before.find_first_not_of(" \t") == std::string_view::npos;
  if (!own_line) return {edit(end, end, ", " + std::move(text))};
  const std::string lead = end_ + std::string(before);
  std::size_t comma = end;
  while (comma < bytes_.size() && is_blank(bytes_[comma])) ++comma;
  const bool has_comma = comma < bytes_.size() && bytes_[comma] == ',';
  // What else stands on the line: nothing, or a comment.
  const std::size_t rest = has_comma ? comma + 1 : end;
  const std::size_t past = line_end(rest);
  const std::size_t next = bytes_.substr(rest, past - rest).find_first_not_of(" \t");
  if (next != std::string_view::npos && bytes_[rest + next] != '#') {
    return {edit(end, end, "," + lead + std::move(text))};
  }
  if (has_comma) return {edit(past, past, lead + std::move(text) + ",")};
  if (past == end) return {edit(end, end, "," + lead + std::move(text))};
  return {edit(end, end, ","), edit(past, past, lead + std::move(text))};
}

Splice::Edits Splice::insert(NodeId mapping, NodeId behind, std::string_view key,
                             const YamlValue& value) const {
  const yaml::Node& found = document_[mapping];
  const NodeId first = document_.first_child(mapping);
  NodeId last_key = first;
  while (behind != 0 && document_[last_key].next != behind) {
    last_key = document_[document_[last_key].next].next;
  }
  std::string name = yaml_scalar(key, Where::flow, false);
  if (first != 0) {
    // Keys in quotes where its neighbour has them.
    const Style style = document_[last_key].style;
    if (style == Style::double_quoted) name = in_double_quotes(key);
    if (style == Style::single_quoted) name = in_single_quotes(key);
  }
  if (found.style == Style::flow || in_flow(mapping)) {
    return into_flow(mapping, last_key, behind, name + ": " + value.line(Where::flow));
  }
  const std::size_t indent = column(found.span.begin);
  const Parts put = parts(value.behind_key(layout_, indent, indents_));
  const std::string blanks(indent, ' ');
  if (behind == 0) {
    const std::size_t at = document_[first].span.begin;
    return {edit(at, at, name + ":" + put.head + put.tail + end_ + blanks)};
  }
  const std::size_t at = last_line_end(behind);
  return {edit(at, at, end_ + blanks + name + ":" + put.head + put.tail)};
}

Splice::Edits Splice::append(NodeId list, const YamlValue& item) const {
  NodeId last = document_.first_child(list);
  NodeId before = 0;
  while (last != 0 && document_[last].next != 0) {
    before = last;
    last = document_[last].next;
  }
  if (document_[list].style == Style::flow || in_flow(list)) {
    return into_flow(list, last, last, item.line(Where::flow));
  }
  const std::size_t indent = column(document_[list].span.begin);
  Layout layout = layout_;
  if (is_collection(document_[last])) {
    layout = document_[last].style == Style::flow ? Layout::usual : Layout::block;
  }
  std::string blank_line;
  if (before != 0) {
    // Items that are parted by an empty line go on so.
    const std::size_t newline = std::min(bytes_.find('\n', last_line_end(before)), bytes_.size());
    if (line_end(newline + 1) == newline + 1) blank_line = end_;
  }
  const std::size_t at = last_line_end(last);
  const Parts put = parts(item.behind_dash(layout, indent, indents(list)));
  return {edit(at, at, blank_line + end_ + std::string(indent, ' ') + put.head + put.tail)};
}

}  // namespace zsup::record
