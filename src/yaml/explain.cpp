#include "yaml/explain.h"

#include <algorithm>
#include <set>

#include "yaml/mistakes.h"
#include "yaml/words.h"

namespace zsup::yaml {

namespace {

// Of one document. People read no more; whoever mends it takes all.
constexpr std::size_t most_mistakes = 20;
constexpr std::size_t most_to_mend = 50'000;

// A span of at least one whole character, and not of a line end.
text::Span visible_span(std::string_view bytes, const Slice& slice, text::Span span) {
  const auto blank = [&](std::uint32_t at) {
    return bytes[at] == ' ' || bytes[at] == '\n' || bytes[at] == '\r' || bytes[at] == '\t';
  };
  if (span.end > span.begin && span.end <= slice.end) return span;
  std::uint32_t at = std::min(span.begin, slice.end);
  if (at == slice.end || bytes[at] == '\n' || bytes[at] == '\r') {
    while (at > slice.begin && blank(at - 1)) --at;
    if (at > slice.begin) --at;
    while (at > slice.begin && (static_cast<unsigned char>(bytes[at]) & 0xC0) == 0x80) --at;
  }
  std::uint32_t end = at + 1;
  while (end < slice.end && (static_cast<unsigned char>(bytes[end]) & 0xC0) == 0x80) ++end;
  return {at, std::min(end, slice.end)};
}

// The whole of an anchor, an alias or a tag, of which some readers know only where it begins.
text::Span property_span(std::string_view bytes, const Slice& slice, text::Span span) {
  if (span.end > span.begin + 1 || span.begin >= slice.end) return span;
  std::uint32_t end = span.begin + 1;
  while (end < slice.end &&
         std::string_view(" \t\r\n,[]{}").find(bytes[end]) == std::string_view::npos) {
    ++end;
  }
  return {span.begin, end};
}

// Causes that say all there is to say: looking further would only find consequences.
bool is_final(Cause cause) {
  return cause == Cause::property || cause == Cause::too_deep || cause == Cause::too_many_nodes ||
         cause == Cause::scalar_too_large;
}

std::uint32_t end_of_line(std::string_view bytes, const Slice& slice, std::uint32_t at) {
  while (at < slice.end && bytes[at] != '\n') ++at;
  return at;
}

}  // namespace

void explain(std::string_view bytes, const Slice& slice, text::SourceId source,
             const std::vector<Failure>& failures, diag::Sink& sink) {
  std::vector<diag::Diagnostic> mistakes;
  if (!is_final(failures.back().cause)) {
    mistakes =
        find_mistakes(bytes, slice, source, sink.looks_for_all() ? most_to_mend : most_mistakes);
  }
  // What was found at or before the line where the parser stopped explains why it stopped.
  const auto explained = [&](const Failure& failure) {
    const std::uint32_t line_end = end_of_line(bytes, slice, failure.span.begin);
    return std::any_of(mistakes.begin(), mistakes.end(), [&](const diag::Diagnostic& mistake) {
      return mistake.place.span.begin <= line_end;
    });
  };
  std::vector<diag::Diagnostic> found;
  for (const Failure& failure : failures) {
    if (failure.cause != Cause::property && explained(failure)) continue;
    const text::Span span = failure.cause == Cause::property
                                ? property_span(bytes, slice, failure.span)
                                : visible_span(bytes, slice, failure.span);
    found.push_back(in_words(failure.cause, bytes, {source, span}));
  }
  std::set<std::uint32_t> told;
  for (const diag::Diagnostic& one : found) told.insert(one.place.span.begin);
  for (diag::Diagnostic& mistake : mistakes) {
    if (told.insert(mistake.place.span.begin).second) found.push_back(std::move(mistake));
  }
  std::stable_sort(found.begin(), found.end(), [](const auto& a, const auto& b) {
    return a.place.span.begin < b.place.span.begin;
  });
  for (diag::Diagnostic& diagnostic : found) sink.take(std::move(diagnostic));
}

}  // namespace zsup::yaml
