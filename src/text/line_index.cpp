#include "text/line_index.h"

#include <algorithm>

#include "text/utf8.h"

namespace zsup::text {

namespace {

constexpr std::uint32_t checkpoint_distance = 1024;  // bytes; shorter lines have no checkpoint
constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

}  // namespace

LineIndex::LineIndex(std::string_view bytes) : bytes_(bytes) {
  starts_.push_back(
      bytes.starts_with(byte_order_mark) ? static_cast<std::uint32_t>(byte_order_mark.size()) : 0);
  for (std::size_t at = starts_[0];;) {
    const std::size_t feed = bytes.find('\n', at);
    if (feed == std::string_view::npos) break;
    at = feed + 1;
    starts_.push_back(static_cast<std::uint32_t>(at));
  }
  for (std::uint32_t number = 1; number <= count(); ++number) {
    const Span span = line_span(number);
    if (span.size() < checkpoint_distance) continue;
    std::uint32_t column = 1;
    std::uint32_t last = span.begin;
    for (std::uint32_t at = span.begin; at < span.end; ++column) {
      if (at - last >= checkpoint_distance) {
        checkpoints_.push_back({at, column});
        last = at;
      }
      at += decode(bytes_, at).length;
    }
  }
}

std::uint32_t LineIndex::line_of(std::uint32_t offset) const {
  const auto after = std::upper_bound(starts_.begin(), starts_.end(), offset);
  // An offset within the byte-order mark lies before every line, and counts as the first.
  return std::max<std::uint32_t>(1, static_cast<std::uint32_t>(after - starts_.begin()));
}

Span LineIndex::line_span(std::uint32_t line) const {
  const auto size = static_cast<std::uint32_t>(bytes_.size());
  if (line == 0 || line > count()) return {size, size};
  const std::uint32_t begin = starts_[line - 1];
  if (line == count()) return {begin, size};
  std::uint32_t end = starts_[line] - 1;
  if (end > begin && bytes_[end - 1] == '\r') --end;
  return {begin, end};
}

std::string_view LineIndex::line(std::uint32_t line) const {
  const Span span = line_span(line);
  return bytes_.substr(span.begin, span.size());
}

Position LineIndex::position(std::uint32_t offset) const {
  const std::uint32_t line = line_of(offset);
  const Span span = line_span(line);
  offset = std::clamp(offset, span.begin, span.end);

  Checkpoint from{span.begin, 1};
  const auto after = std::upper_bound(
      checkpoints_.begin(), checkpoints_.end(), offset,
      [](std::uint32_t value, const Checkpoint& point) { return value < point.offset; });
  if (after != checkpoints_.begin() && (after - 1)->offset >= span.begin) from = *(after - 1);

  while (from.offset < offset) {
    from.offset += decode(bytes_, from.offset).length;
    if (from.offset <= offset) ++from.column;
  }
  return {line, from.column};
}

const LineIndex& LineIndexes::of(SourceId source) {
  if (built_.empty()) built_.resize(sources_.size());
  std::unique_ptr<LineIndex>& index = built_.at(source);
  if (!index) index = std::make_unique<LineIndex>(sources_[source].bytes);
  return *index;
}

}  // namespace zsup::text
