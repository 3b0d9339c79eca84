#include "yaml/reader.h"

#include <algorithm>

#include "diag/counted.h"
#include "text/blank.h"
#include "text/utf8.h"
#include "yaml/blanks.h"
#include "yaml/explain.h"
#include "yaml/fast_reader.h"
#include "yaml/keys.h"
#include "yaml/preflight.h"
#include "yaml/slice.h"
#include "yaml/strict.h"
#include "yaml/yaml_cpp_reader.h"

namespace zsup::yaml {

namespace {

using diag::say;

constexpr std::size_t most_empty = 20;
constexpr std::size_t most_to_mend = 50'000;  // where every fix is wanted

class FileReader {
 public:
  FileReader(std::string_view bytes, text::SourceId source, const Limits& limits, Reader reader,
             text::Arena& arena, diag::Sink& sink, Document& scratch,
             FunctionRef<void(const Document&)> use)
      : bytes_(bytes),
        source_(source),
        limits_(limits),
        reader_(reader),
        arena_(arena),
        sink_(sink),
        scratch_(scratch),
        use_(use) {}

  void run() {
    const Preflight checked = preflight(bytes_, source_, limits_.bytes, sink_);
    if (!checked.readable) return;
    // Behind a tab may stand what was meant for an item, too.
    has_odd_blanks_ = bytes_.find('\t') != std::string_view::npos || text::has_wide_blank(bytes_);
    const Division division = divide(bytes_, checked.begin);
    if (!division.conflicts.empty()) {
      report_conflicts(division.conflicts, source_, sink_);
      return;
    }
    auto bad = checked.bad.begin();
    for (const Slice& slice : division.slices) {
      if (slice.end > checked.unreadable_from) break;
      // What the preflight found keeps only the documents in which it stands from being read.
      bad = std::lower_bound(bad, checked.bad.end(), slice.begin);
      if (bad != checked.bad.end() && *bad < slice.end) continue;
      read(slice);
    }
    report_rest();
  }

 private:
  // Past the blank space, comments and directives that may stand before a document's content.
  // Directives are reported.
  std::uint32_t content_of(const Slice& slice) {
    std::uint32_t at = slice.begin;
    bool line_start = slice.opening == Slice::Opening::file;
    if (slice.opening == Slice::Opening::dashes) at += 3;
    while (at < slice.end) {
      const char c = bytes_[at];
      const bool directive = c == '%' && line_start && slice.opening != Slice::Opening::dashes;
      if (c == '#' || directive) {
        const std::uint32_t begin = at;
        while (at < slice.end && bytes_[at] != '\n') ++at;
        if (directive) report_directive({begin, at});
        continue;
      }
      if (c != ' ' && c != '\t' && c != '\r' && c != '\n') return at;
      line_start = c == '\n';
      ++at;
    }
    return slice.end;
  }

  void report_directive(text::Span span) {
    while (span.size() > 1 && bytes_[span.end - 1] == '\r') --span.end;
    auto& found = sink_.add(diag::code::not_allowed_in_records, {source_, span},
                            say("记录中不允许使用 YAML 指令（以 % 开头的行）",
                                "directives (lines that begin with %) are not allowed in records"),
                            say("删除这一行；如果是文字，请加引号",
                                "delete this line; if it is text, put it in quotes"));
    found.fix.push_back({{source_, line_with_end(span)}, ""});
  }

  text::Span line_with_end(text::Span span) const {
    while (span.end < bytes_.size() && bytes_[span.end] != '\n') ++span.end;
    if (span.end < bytes_.size()) ++span.end;
    return span;
  }

  void read(const Slice& slice) {
    const std::uint32_t content = content_of(slice);
    if (content == slice.end) {
      if (slice.opening == Slice::Opening::dashes) report_empty(slice);
      return;
    }
    if (slice.opening == Slice::Opening::dots) {
      std::uint32_t end = content;
      while (end < slice.end && bytes_[end] != '\n' && bytes_[end] != '\r') ++end;
      sink_.add(diag::code::trailing_content, {source_, {content, end}},
                say("“...”之后还有内容；“...”表示文档到此结束",
                    "there is content behind \"...\", which ends a document"),
                say("要另起一条记录，就用“---”行分隔", "begin another record with a line \"---\""));
      return;
    }
    if (slice.end - content > limits_.document_bytes) {
      sink_.add(
          diag::code::too_large, character_at(content),
          say("这条记录超过 {} MB，没有读取", "this record is larger than {} MB and was not read",
              limits_.document_bytes >> 20),
          say("把它分成多条记录，长文放到附件中",
              "divide it into several records, and keep long text in attachments"));
      return;
    }
    if (reader_ == Reader::automatic && read_fast(bytes_, slice, limits_, arena_, scratch_)) {
      finish(slice);
      return;
    }
    Slice from_content = slice;
    if (slice.opening == Slice::Opening::file) from_content.begin = line_start(content, slice);
    // yaml-cpp would take it for a byte order mark. It has been reported as invisible.
    while (bytes_.substr(from_content.begin).starts_with("\xEF\xBB\xBF")) from_content.begin += 3;
    if (from_content.begin == from_content.end) return;
    if (reader_ == Reader::automatic && !afford(from_content, content)) return;
    read_slowly(from_content);
  }

  // Whether yaml-cpp may read this much more of the file; said of the first document that it may
  // not read.
  bool afford(const Slice& slice, std::uint32_t content) {
    const std::uint32_t size = slice.end - slice.begin;
    const bool first = slow_ == 0;
    const bool before = slow_ <= limits_.slow_bytes;
    if (before) slow_ += size;
    if (first || slow_ <= limits_.slow_bytes) return true;
    if (before) {
      sink_.add(
          diag::code::too_large, character_at(content),
          say("本文件写错或写法少见的记录太多，从这里起，这样的记录不再读取",
              "so many records of this file are wrong or written in rare ways that from here on "
              "such records are not read"),
          say("先改正上面列出的错误；仍有此提示时，把文件拆成几个",
              "mend what else is told of this file; if this stays, divide the file"));
    }
    return false;
  }

  text::Place character_at(std::uint32_t at) const {
    return {source_, {at, at + static_cast<std::uint32_t>(text::decode(bytes_, at).length)}};
  }

  // Leaves comments out, but not the indentation of the first line.
  std::uint32_t line_start(std::uint32_t at, const Slice& slice) const {
    while (at > slice.begin && bytes_[at - 1] != '\n') --at;
    return at;
  }

  void read_slowly(const Slice& slice) {
    std::vector<Failure> failures = read_with_yaml_cpp(bytes_, slice, limits_, arena_, scratch_);
    if (failures.empty() && scratch_.empty()) {
      failures.push_back({Cause::syntax, {slice.begin, slice.begin}});
    }
    if (failures.empty()) {
      if (const auto failure = make_strict(bytes_, slice, arena_, scratch_))
        failures.push_back(*failure);
    }
    if (!failures.empty()) {
      explain(bytes_, slice, source_, failures, sink_);
      return;
    }
    finish(slice);
  }

  void finish(const Slice& slice) {
    if (has_odd_blanks_) {
      if (const auto failure = check_blanks(bytes_, source_, scratch_, sink_)) {
        explain(bytes_, slice, source_, {*failure}, sink_);
        return;
      }
    }
    if (const auto failure = check_keys(scratch_, source_, sink_)) {
      explain(bytes_, slice, source_, {*failure}, sink_);
      return;
    }
    scratch_.bytes = bytes_;
    use_(scratch_);
  }

  void report_empty(const Slice& slice) {
    // A file of nothing but `---` lines needs no more than a few of them pointed out.
    const text::Place place{source_, {slice.begin, slice.begin + 3}};
    if (empty_++ >= (sink_.looks_for_all() ? most_to_mend : most_empty)) {
      if (unlisted_++ == 0) first_unlisted_ = place;
      return;
    }
    auto& found = sink_.add(diag::code::empty_document, place,
                            say("“---”之后没有内容，这是一个空文档",
                                "nothing follows this \"---\": the document is empty"),
                            say("删除多余的“---”行", "delete the superfluous line \"---\""));
    // A comment may stand behind the dashes; it stays.
    std::uint32_t end = slice.begin + 3;
    while (end < slice.end && (bytes_[end] == ' ' || bytes_[end] == '\t')) ++end;
    text::Span all{slice.begin, end};
    if (end == slice.end || bytes_[end] == '\r' || bytes_[end] == '\n') all = line_with_end(all);
    found.fix.push_back({{source_, all}, ""});
  }

  void report_rest() {
    if (unlisted_ == 0) return;
    const std::size_t more = unlisted_;
    sink_.add(
        diag::code::empty_document, first_unlisted_,
        say("同一文件中还有 {} 个空文档，从这里起不再逐一列出",
            "{1} in this file, from here on, {2} not listed", more,
            diag::counted(more, "more empty document", "more empty documents"), diag::are(more)));
  }

  std::string_view bytes_;
  text::SourceId source_;
  const Limits& limits_;
  Reader reader_;
  text::Arena& arena_;
  diag::Sink& sink_;
  Document& scratch_;
  FunctionRef<void(const Document&)> use_;
  bool has_odd_blanks_ = false;
  std::uint32_t slow_ = 0;  // bytes that yaml-cpp was given
  std::size_t empty_ = 0;
  std::size_t unlisted_ = 0;
  text::Place first_unlisted_;
};

}  // namespace

void read(std::string_view bytes, text::SourceId source, const Limits& limits, Reader reader,
          text::Arena& arena, diag::Sink& sink, Document& scratch,
          FunctionRef<void(const Document&)> use) {
  FileReader(bytes, source, limits, reader, arena, sink, scratch, use).run();
}

}  // namespace zsup::yaml
