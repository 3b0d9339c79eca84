// JSON, written as it is handed out: on one line, keys in the order in which they were put in, the
// same bytes for the same value. Invisible characters are written as \uXXXX, so that nothing acts
// on a terminal, and bytes that are no UTF-8 as U+FFFD.
#include <algorithm>

#include "diag/json_text.h"
#include "text/one_line.h"
#include "text/utf8.h"
#include "write/writers.h"

namespace zsup::write {

namespace {

using text::Shown;
using Node = view::Node<Shown>;

std::string escaped(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (const char c : text) {
    switch (c) {
      case '"':
        out += "\\\"";
        break;
      case '\\':
        out += "\\\\";
        break;
      case '\b':
        out += "\\b";
        break;
      case '\f':
        out += "\\f";
        break;
      case '\n':
        out += "\\n";
        break;
      case '\r':
        out += "\\r";
        break;
      case '\t':
        out += "\\t";
        break;
      default:
        if (static_cast<unsigned char>(c) < 0x20) {
          out += fmt::format("\\u{:04x}", static_cast<unsigned>(c));
        } else {
          out += c;
        }
    }
  }
  return out;
}

class Text {
 public:
  std::string take() { return std::move(out_); }

  void write(const Node& node) { std::visit(*this, node.value); }

  void operator()(const view::Cell<Shown>& cell) { std::visit(*this, cell); }
  void operator()(const view::Object<Shown>& object) {
    out_ += '{';
    bool first = true;
    for (const auto& [key, value] : object) {
      if (!first) out_ += ',';
      first = false;
      const auto* own = std::get_if<Shown>(&key);
      string(own == nullptr ? std::get<std::string_view>(key) : own->text());
      out_ += ':';
      write(value);
    }
    out_ += '}';
  }
  void operator()(const view::List<Shown>& list) {
    out_ += '[';
    bool first = true;
    for (const Node& node : list) {
      if (!first) out_ += ',';
      first = false;
      write(node);
    }
    out_ += ']';
  }
  void operator()(const view::OneByOne<Shown>& all) {
    out_ += '[';
    bool first = true;
    all.each([&](const Node& node) {
      if (!first) out_ += ',';
      first = false;
      if (all.a_line_each) out_ += '\n';
      write(node);
    });
    out_ += ']';
  }

  void operator()(std::monostate) { out_ += "null"; }
  void operator()(const Shown& text) { string(text.text()); }
  void operator()(const view::Id<Shown>& id) { string(id.text.text()); }
  void operator()(const view::Link<Shown>& link) {
    string(link.line ? fmt::format("{}:{}", link.file.text(), *link.line)
                     : std::string(link.file.text()));
  }
  void operator()(std::int64_t number) { out_ += std::to_string(number); }
  void operator()(const value::Rational& number) { string(number.text()); }
  void operator()(const view::Change& change) { string(change.points.text()); }
  void operator()(value::Money money) { string(money.text()); }
  void operator()(value::Date date) { string(date.iso()); }
  void operator()(value::Period period) { string(period.id()); }
  void operator()(const view::Word& word) { string(word.id); }
  void operator()(view::Light light) { string(reg::id_of(light.light)); }
  void operator()(view::YesNo answer) { out_ += answer.yes ? "true" : "false"; }

 private:
  void string(std::string_view text) {
    const bool plain = std::all_of(text.begin(), text.end(), [](char c) {
      return c >= ' ' && c < '\x7f' && c != '"' && c != '\\';
    });
    out_ += '"';
    out_ += plain ? std::string(text)
                  : diag::escape_invisible(escaped(text::to_valid(text::as_read(text))));
    out_ += '"';
  }

  std::string out_;
};

}  // namespace

std::string json(const Page& page, const Look&) {
  Text text;
  text.write(page.data);
  return text.take() + "\n";
}

}  // namespace zsup::write
