#include "yaml/preflight.h"

#include <fmt/format.h>

#include <array>

#include "diag/brief.h"
#include "diag/counted.h"
#include "text/enum_table.h"
#include "text/name_fold.h"
#include "text/utf8.h"
#include "yaml/encoding.h"
#include "yaml/scan.h"

namespace zsup::yaml {

namespace {

using diag::say;
using diag::Text;

constexpr std::size_t most_reports = 20;       // of one kind in one file
constexpr std::size_t most_to_mend = 50'000;  // where every fix is wanted
// By then the file is rubbish: how much more of it there is, nobody wants to know.
constexpr std::size_t most_counted = 1'000'000;
constexpr std::size_t most_bad_places = 1000;  // then the rest of the file is not worth parsing

text::Place whole_file(text::SourceId source) {
  return {source, {}};
}

Text how_to_convert(std::string_view iconv_name) {
  return say(
      "转换为 UTF-8：在终端执行 iconv -f {0} -t UTF-8 原文件 > 新文件；或者用记事本、WPS、Word "
      "打开后“另存为”，编码选 UTF-8（Excel 选“CSV UTF-8”）",
      "convert it to UTF-8: run iconv -f {0} -t UTF-8 OLD > NEW; or open it in a text editor, WPS "
      "or "
      "Word and use \"Save as\" with the encoding UTF-8 (in Excel: \"CSV UTF-8\")",
      iconv_name);
}

void report_foreign(Encoding encoding, text::SourceId source, diag::Sink& sink) {
  struct Name {
    std::string_view people;
    std::string_view iconv;
  };
  const Name name = [&]() -> Name {
    switch (encoding) {
      case Encoding::utf16_le:
        return {"UTF-16", "UTF-16LE"};
      case Encoding::utf16_be:
        return {"UTF-16", "UTF-16BE"};
      case Encoding::utf32_le:
        return {"UTF-32", "UTF-32LE"};
      case Encoding::utf32_be:
        return {"UTF-32", "UTF-32BE"};
      case Encoding::gb18030:
      case Encoding::utf8:
        break;
    }
    return {"GB18030 (GBK)", "GB18030"};
  }();
  sink.add(
      diag::code::foreign_encoding, whole_file(source),
      say("文件的编码是 {}，不是 UTF-8", "the file is encoded in {}, not in UTF-8", name.people),
      how_to_convert(name.iconv));
}

void report_byte_order_mark(text::SourceId source, diag::Sink& sink) {
  const text::Place place{source, {0, 3}};
  auto& found = sink.add(diag::code::byte_order_mark, place,
                         say("文件以 UTF-8 字节顺序标记（BOM）开头",
                             "the file begins with a UTF-8 byte order mark (BOM)"),
                         say("保存时选不带 BOM 的 UTF-8", "save it as UTF-8 without BOM"));
  found.fix.push_back({place, ""});
}

std::string code_point_name(char32_t c) {
  return fmt::format("U+{:04X}", std::uint32_t{c});
}

// What the commonest of them are called, so that people can tell where they came from.
Text explain_invisible(char32_t c) {
  if (c >= 0x200B && c <= 0x200D) return say("零宽字符", "a zero-width character");
  if (c == 0x2060 || c == 0xFEFF) return say("零宽字符", "a zero-width character");
  if (c == 0x00AD) return say("软连字符", "a soft hyphen");
  if (c == 0x2028 || c == 0x2029) return say("不可见的换行符", "an invisible line separator");
  if (c == 0x061C || c == 0x200E || c == 0x200F || (c >= 0x202A && c <= 0x202E) ||
      (c >= 0x2066 && c <= 0x2069)) {
    return say("改变文字方向的字符", "a character that changes the direction of text");
  }
  if ((c >= 0xFE00 && c <= 0xFE0F) || (c >= 0xE0100 && c <= 0xE01EF)) {
    return say("字形选择符", "a variation selector");
  }
  if (c == 0x115F || c == 0x1160 || c == 0x2800 || c == 0x3164 || c == 0xFFA0) {
    return say("看上去像空格的字符", "a character that looks like a space");
  }
  return say("不可见字符", "an invisible character");
}

class Inspector {
 public:
  Inspector(std::string_view bytes, text::SourceId source, diag::Sink& sink)
      : bytes_(bytes), source_(source), sink_(sink) {}

  // Returns false when the whole file turns out to be in another encoding.
  bool run(Preflight& result) {
    bool judged = false;
    std::size_t at = next_oddity(bytes_, result.begin);
    while (at < bytes_.size()) {
      const Look look = look_at(bytes_, at);
      if (look.oddity == Oddity::not_utf8 && !judged) {
        judged = true;
        if (looks_like_gb18030(bytes_)) {
          report_foreign(Encoding::gb18030, source_, sink_);
          return false;
        }
      }
      const std::size_t end = end_of_run(at, look);
      report(look, {static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(end)});
      if (look.oddity != Oddity::invisible && look.oddity != Oddity::look_alike) {
        if (result.bad.size() < most_bad_places) {
          result.bad.push_back(static_cast<std::uint32_t>(at));
        } else if (result.unreadable_from == UINT32_MAX) {
          result.unreadable_from = static_cast<std::uint32_t>(at);
        }
      }
      if (++counted_ == most_counted) {
        const auto from = static_cast<std::uint32_t>(end);
        result.unreadable_from = std::min(result.unreadable_from, from);
        sink_.add(diag::code::too_large, {source_, {from, from}},
                  say("这样的字符太多，从这里起没有读取",
                      "there are so many such characters that nothing is read from here on"),
                  say("文件多半已经损坏，与 Git 中的旧版本核对",
                      "the file is probably damaged: compare it with what Git has"));
        break;
      }
      at = next_oddity(bytes_, end);
    }
    report_rest();
    return true;
  }

 private:
  // Neighbours of the same kind are one place.
  std::size_t end_of_run(std::size_t at, Look first) const {
    std::size_t end = at + first.length;
    while (end < bytes_.size()) {
      const Look next = look_at(bytes_, end);
      if (next.oddity != first.oddity || next.oddity == Oddity::lone_return) break;
      if (first.oddity == Oddity::look_alike && text::meant_by(next.character).has_value() !=
                                                    text::meant_by(first.character).has_value()) {
        break;
      }
      end += next.length;
    }
    return end;
  }

  void report(Look look, text::Span span) {
    auto& seen = seen_[look.oddity];
    const bool mendable = look.oddity == Oddity::invisible || look.oddity == Oddity::look_alike;
    const bool may_be_mended = mendable && sink_.looks_for_all();
    if (seen.count++ >= (may_be_mended ? most_to_mend : most_reports)) {
      if (seen.unlisted++ == 0) seen.first_unlisted = span;
      return;
    }
    const text::Place place{source_, span};
    switch (look.oddity) {
      case Oddity::none:
        break;
      case Oddity::not_utf8:
        sink_.add(diag::code::invalid_utf8, place,
                  say("字节 0x{:02X} 不是有效的 UTF-8", "byte 0x{:02X} is not valid UTF-8",
                      std::uint32_t{look.character}),
                  say("此处文字已损坏，或出自其他编码：重新输入，并以 UTF-8 保存",
                      "the text is damaged here, or comes from another encoding: type it again and "
                      "save the file as UTF-8"));
        break;
      case Oddity::control:
        sink_.add(diag::code::control_character, place,
                  say("此处有控制字符 {}", "there is a control character {} here",
                      code_point_name(look.character)),
                  look.character == 0x1B
                      ? say("删除它；它会指挥终端，记录里用不着",
                            "delete it: it commands terminals, and no record has a use for it")
                  : look.character == 0
                      ? say("删除它；文件可能已经损坏，可与 Git 中的旧版本核对",
                            "delete it; the file may be damaged: compare it with what Git has")
                      : say("删除它；它多半是从 Word 或网页中复制来的",
                            "delete it; most likely it was copied along from Word or a web page"));
        break;
      case Oddity::lone_return:
        sink_.add(
            diag::code::control_character, place,
            say("此处的回车符（CR）后面没有换行符（LF）",
                "a carriage return (CR) stands here without a line feed (LF)"),
            say("以 LF 或 CRLF 换行重新保存文件", "save the file again with line ends LF or CRLF"));
        break;
      case Oddity::invisible: {
        const Text name = explain_invisible(look.character);
        auto& found = sink_.add(
            diag::code::invisible_character, place,
            {fmt::format("此处有{}（{}），肉眼看不见", name.zh, code_point_name(look.character)),
             fmt::format("there is {} ({}) here, which nobody can see", name.en,
                         code_point_name(look.character))},
            say("删除它：看上去相同的文字会因此不同",
                "delete it: text that looks alike differs by it"));
        found.fix.push_back({place, ""});
        break;
      }
      case Oddity::look_alike:
        report_look_alike(look.character, place);
        break;
    }
  }

  void report_look_alike(char32_t c, text::Place place) {
    const auto one = text::meant_by(c);
    if (!one) {
      const bool radical = c < 0x4E00;
      sink_.add(diag::code::look_alike_character, place,
                radical ? say("此处是部首或笔画（{}），不是汉字",
                              "this is a radical or a stroke ({}) and no character of a text",
                              code_point_name(c))
                        : say("此处是专用区字符（{}），别的电脑显示不出，或显示成别的字",
                              "this is a character of private use ({}), which other machines show "
                              "as nothing or as another",
                              code_point_name(c)),
                say("重新输入要写的字", "type the character that is meant"));
      return;
    }
    std::string meant;
    for (std::size_t at = place.span.begin; at < place.span.end;) {
      const Look look = look_at(bytes_, at);
      text::append_utf8(meant, text::meant_by(look.character).value_or(look.character));
      at += look.length;
    }
    auto& found = sink_.add(diag::code::look_alike_character, place,
                            say("此处的“{0}”（{1}）看上去是“{2}”，其实是另一个字符",
                                "'{0}' ({1}) here looks like '{2}' and is another character",
                                diag::brief(bytes_.substr(place.span.begin, place.span.size())),
                                code_point_name(c), diag::brief(meant)),
                            say("多半是从 PDF 复制来的；改成“{}”，否则查找不到",
                                "it was most likely copied from a PDF: "
                                "write '{}', or no search finds it",
                                diag::brief(meant)));
    found.fix.push_back({place, meant});
  }

  void report_rest() {
    for (const Oddity oddity : text::every<Oddity>) {
      const auto& seen = seen_[oddity];
      if (seen.unlisted == 0) continue;
      const std::size_t more = seen.unlisted;
      const diag::Code code = oddity == Oddity::not_utf8     ? diag::code::invalid_utf8
                              : oddity == Oddity::invisible  ? diag::code::invisible_character
                              : oddity == Oddity::look_alike ? diag::code::look_alike_character
                                                             : diag::code::control_character;
      sink_.add(code, {source_, seen.first_unlisted},
                say("同一文件中还有 {} 处同样的问题，从这里起不再逐一列出",
                    "{1} of this kind in this file, from here on, {2} not listed", more,
                    diag::counted(more, "more place", "more places"), diag::are(more)));
    }
  }

  struct Seen {
    std::size_t count = 0;
    std::size_t unlisted = 0;
    text::Span first_unlisted;
  };

  std::string_view bytes_;
  text::SourceId source_;
  diag::Sink& sink_;
  text::Each<Oddity, Seen> seen_;
  std::size_t counted_ = 0;
};

}  // namespace

Preflight preflight(std::string_view bytes, text::SourceId source, std::uint32_t limit,
                    diag::Sink& sink) {
  Preflight result;
  if (bytes.size() > limit) {
    sink.add(diag::code::too_large, whole_file(source),
             say("文件有 {} 字节，超过上限 {} 字节",
                 "the file has {} bytes, more than the limit of {}", bytes.size(), limit),
             say("把记录分到多个文件中", "divide the records among several files"));
    return result;
  }
  if (const Encoding encoding = wide_encoding(bytes); encoding != Encoding::utf8) {
    report_foreign(encoding, source, sink);
    return result;
  }
  if (bytes.starts_with("\xEF\xBB\xBF")) {
    result.begin = 3;
    report_byte_order_mark(source, sink);
  }
  result.readable = Inspector(bytes, source, sink).run(result);
  return result;
}

void report_conflicts(const std::vector<Conflict>& conflicts, text::SourceId source,
                      diag::Sink& sink) {
  for (std::size_t i = 0; i < conflicts.size(); ++i) {
    const Conflict& conflict = conflicts[i];
    const text::Span first = conflict.ours.given() ? conflict.ours : conflict.theirs;
    if (i == most_reports) {
      sink.add(
          diag::code::merge_conflict, {source, first},
          say("同一文件中还有 {} 处合并冲突，从这里起不再逐一列出",
              "{1} in this file, from here on, {2} not listed", conflicts.size() - i,
              diag::counted(conflicts.size() - i, "more merge conflict", "more merge conflicts"),
              diag::are(conflicts.size() - i)));
      return;
    }
    auto& found = sink.add(
        diag::code::merge_conflict, {source, first},
        say("此处有未解决的 Git 合并冲突", "an unresolved merge conflict of Git stands here"),
        say("保留正确的内容，删除 <<<<<<<、=======、>>>>>>> 三种标记行",
            "keep what is right and delete the lines <<<<<<<, ======= and >>>>>>>"));
    if (conflict.ours.given() && conflict.middle.given()) {
      found.related.push_back({{source, conflict.middle},
                               say("一方的内容到此为止，另一方的由此开始",
                                   "one side ends here, and the other begins")});
    }
    if (conflict.ours.given() && conflict.theirs.given()) {
      found.related.push_back(
          {{source, conflict.theirs}, say("冲突到此为止", "the conflict ends here")});
    }
  }
}

}  // namespace zsup::yaml
