#include "yaml/scalar_text.h"

#include <algorithm>
#include <charconv>

#include "text/utf8.h"
#include "yaml/scan.h"

namespace zsup::yaml {

namespace {

bool is_space(char c) {
  return c == ' ' || c == '\t';
}

// The character that an escape of one letter stands for, or 0 if there is no such escape; NUL,
// which may stand in no record, is told apart by its letter.
char32_t simple_escape(char letter) {
  switch (letter) {
    case 'a':
      return 0x07;
    case 'b':
      return 0x08;
    case 't':
    case '\t':
      return 0x09;
    case 'n':
      return 0x0A;
    case 'v':
      return 0x0B;
    case 'f':
      return 0x0C;
    case 'r':
      return 0x0D;
    case 'e':
      return 0x1B;
    case ' ':
    case '"':
    case '/':
    case '\\':
      return static_cast<unsigned char>(letter);
    case 'N':
      return 0x85;
    case '_':
      return 0xA0;
    case 'L':
      return 0x2028;
    case 'P':
      return 0x2029;
    default:
      return 0;
  }
}

class Quoted {
 public:
  Quoted(std::string_view bytes, text::Span span, std::string& out)
      : bytes_(bytes),
        at_(span.begin + 1),
        end_(span.end - 1),
        quote_(bytes[span.begin]),
        out_(out) {}

  std::optional<Failure> run() {
    out_.clear();
    while (at_ < end_) {
      const char c = bytes_[at_];
      if (c == '\n' || (c == '\r' && at_ + 1 < end_ && bytes_[at_ + 1] == '\n')) {
        fold();
      } else if (c == '\\' && quote_ == '"') {
        if (const auto failure = escape()) return failure;
      } else {
        out_ += c;
        if (!is_space(c)) kept_ = out_.size();
        // The second of two single quotes says nothing more.
        at_ += c == quote_ ? 2 : 1;
      }
    }
    return std::nullopt;
  }

 private:
  // Over line ends and the blank space around them; returns how many line ends there were.
  std::size_t skip_breaks() {
    std::size_t breaks = 0;
    while (at_ < end_ && (is_space(bytes_[at_]) || bytes_[at_] == '\r' || bytes_[at_] == '\n')) {
      if (bytes_[at_] == '\n') ++breaks;
      ++at_;
    }
    return breaks;
  }

  void fold() {
    out_.resize(kept_);
    const std::size_t breaks = skip_breaks();
    if (breaks == 1) {
      out_ += ' ';
    } else {
      out_.append(breaks - 1, '\n');
    }
    kept_ = out_.size();
  }

  std::optional<Failure> escape() {
    const std::uint32_t begin = at_;
    const char letter = at_ + 1 < end_ ? bytes_[at_ + 1] : '\0';
    at_ += 2;
    if (letter == '\n' || letter == '\r') {
      // An escaped line end joins the lines; blank lines behind it are line ends of the text.
      at_ = begin + 1;
      const std::size_t breaks = skip_breaks();
      out_.append(breaks - 1, '\n');
      kept_ = out_.size();
      return std::nullopt;
    }
    char32_t character = simple_escape(letter);
    if (letter == 'x' || letter == 'u' || letter == 'U') {
      const std::uint32_t digits = letter == 'x' ? 2 : letter == 'u' ? 4 : 8;
      std::uint32_t number = 0;
      const char* first = bytes_.data() + at_;
      const char* last = bytes_.data() + std::min(at_ + digits, end_);
      const auto [stop, error] = std::from_chars(first, last, number, 16);
      if (error != std::errc{} || stop != first + digits) {
        return Failure{Cause::bad_escape, {begin, begin + 1}};
      }
      at_ += digits;
      character = number;
    } else if (character == 0 && letter != '0') {
      return Failure{Cause::bad_escape, {begin, begin + 1}};
    }
    if ((character >= 0xD800 && character <= 0xDFFF) || character > 0x10FFFF) {
      return Failure{Cause::bad_escape, {begin, begin + 1}};
    }
    const std::size_t before = out_.size();
    text::append_utf8(out_, character);
    const Oddity oddity = look_at(std::string_view(out_), before).oddity;
    // Whoever writes a look-alike as an escape means it.
    const bool fine = oddity == Oddity::none || oddity == Oddity::look_alike;
    if (oddity == Oddity::invisible) return Failure{Cause::escaped_invisible, {begin, at_}};
    if (!fine) return Failure{Cause::escaped_control, {begin, at_}};
    kept_ = out_.size();
    return std::nullopt;
  }

  std::string_view bytes_;
  std::uint32_t at_;
  std::uint32_t end_;
  char quote_;
  std::string& out_;
  std::size_t kept_ = 0;  // up to here no line end takes blank space away
};

}  // namespace

std::optional<Failure> quoted_text(std::string_view bytes, text::Span span, std::string& out) {
  return Quoted(bytes, span, out).run();
}

void block_text(std::string_view bytes, const BlockExtent& extent, std::string& out) {
  out.clear();
  std::size_t empty_lines = 0;
  bool any = false;
  bool above_keeps = false;
  for (std::uint32_t at = extent.first_line; at < extent.resume;) {
    std::size_t end = std::min<std::size_t>(bytes.find('\n', at), extent.resume);
    std::string_view line = bytes.substr(at, end - at);
    at = static_cast<std::uint32_t>(end) + 1;
    if (line.ends_with('\r')) line.remove_suffix(1);
    std::size_t indent = 0;
    while (indent < line.size() && line[indent] == ' ' &&
           (extent.indent < 0 || static_cast<int>(indent) < extent.indent)) {
      ++indent;
    }
    line.remove_prefix(indent);
    if (line.empty()) {
      ++empty_lines;
      continue;
    }
    // Lines fold into one unless one of them is indented further.
    const bool keeps = !extent.folded || is_space(line.front());
    const bool folds = any && !keeps && !above_keeps;
    if (folds && empty_lines == 0) {
      out += ' ';
    } else {
      out.append(empty_lines + (any && !folds ? 1 : 0), '\n');
    }
    out += line;
    above_keeps = keeps;
    empty_lines = 0;
    any = true;
  }
  if (any && extent.chomp != '-') out += '\n';
  if (extent.chomp == '+') out.append(empty_lines, '\n');
}

}  // namespace zsup::yaml
