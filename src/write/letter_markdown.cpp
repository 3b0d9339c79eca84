// The only user of the Mustache library. It renders an unknown name as nothing, tells errors by
// byte offset, follows partials without end and keeps lines in ways of its own: so it is given only
// what the scan has passed, in which the rules of lines have been applied already.
#include "write/letter_markdown.h"

#include <algorithm>
#include <array>
#include <kainjow/mustache.hpp>
#include <map>
#include <set>

#include "mask/letters.h"
#include "mask/shown.h"
#include "record/id.h"
#include "text/sentence.h"
#include "text/utf8.h"
#include "view/letter_view.h"
#include "view/written.h"
#include "write/letter_escape.h"

namespace zsup::write {

using kainjow::mustache::data;
using kainjow::mustache::mustache;
using letter::Letter;

// All built-in templates by the name of their file, written by the build.
struct TemplateText {
  std::string_view name;
  std::string_view text;
};
extern const TemplateText template_texts[];
extern const std::size_t template_text_count;

std::string_view built_in_template(record::LetterType type) {
  for (std::size_t at = 0; at < template_text_count; ++at) {
    if (template_texts[at].name == record::row_of(type).id) return template_texts[at].text;
  }
  return {};
}

std::string template_path(record::LetterType type) {
  return fmt::format("templates/{}.md.mustache", record::row_of(type).id);
}

namespace {

// A list that is filled in place: the library's own way copies each element with all that it holds.
class List {
 public:
  explicit List(std::size_t size) : whole_(data::type::list) { elements().reserve(size); }
  void add(data element) { elements().push_back(std::move(element)); }
  data take() { return std::move(whole_); }

 private:
  kainjow::mustache::list& elements() {
    return const_cast<kainjow::mustache::list&>(whole_.list_value());
  }
  data whole_;
};

// What the library reads. A value that is not there must stand as such in its own scope, or one of
// the same name further out would be taken for it.
data data_of(const view::Node<text::Shown>& node) {
  if (const auto* object = std::get_if<view::Object<text::Shown>>(&node.value)) {
    data made(data::type::object);
    for (const auto& [key, value] : *object) {
      made[std::string(std::get<std::string_view>(key))] = data_of(value);
    }
    return made;
  }
  if (const auto* all = std::get_if<view::List<text::Shown>>(&node.value)) {
    List list(all->size());
    for (const auto& one : *all) list.add(data_of(one));
    return list.take();
  }
  const auto* cell = std::get_if<view::Cell<text::Shown>>(&node.value);
  const auto* text = cell == nullptr ? nullptr : std::get_if<text::Shown>(cell);
  return text == nullptr || text->empty() ? data(false) : data(std::string(text->text()));
}

// The template's own line ends back, without runs of empty lines, and one line feed at the end.
std::string with_lines(const std::string& rendered) {
  std::string result;
  result.reserve(rendered.size());
  std::size_t breaks = 2;  // no empty line at the beginning
  for (const char c : rendered) {
    if (c != line_break) {
      breaks = 0;
      result.push_back(c);
    } else if (breaks < 2) {
      ++breaks;
      result.push_back('\n');
    }
  }
  while (result.ends_with('\n')) result.pop_back();
  return result += '\n';
}

// The mark of every draft, and what it means here.
const std::string draft_line = fmt::format("**{}不得印发**\n\n", view::draft_mark.zh);

}  // namespace

namespace {

std::size_t sections_in(std::string_view text) {
  constexpr std::size_t steps = 20;  // of an empty one, for each item
  std::size_t count = 0;
  for (std::size_t at = text.find("{{"); at != std::string_view::npos;
       at = text.find("{{", at + 2)) {
    ++count;
  }
  return steps * count;
}

constexpr reg::Product template_by_items{
    {"函件模板的标签乘以所列事项", "the tags of the template times what the letter lists"},
    {"精简函件模板，或缩小函件的对象（--leader、--org）",
     "shorten the template, or write to fewer at once (--leader, --org)"}};

}  // namespace

struct LetterTemplate::Inside {
  explicit Inside(ScannedTemplate read)
      : scanned(std::move(read)),
        variables(&scanned.used),
        parsed(scanned.errors.empty() ? scanned.text : std::string()),
        sections(sections_in(scanned.text)) {
    // Every value of every template comes by here, and nothing else does.
    parsed.set_custom_escape([this](const std::string& text) {
      // It is escaped and gathered by the library; where it is put out it counts again.
      if (letter != nullptr) {
        letter->budget->hold(*letter->subject().record, view::written, 3 * text.size());
      }
      return escape_prose(text);
    });
  }
  Inside(const Inside&) = delete;
  Inside& operator=(const Inside&) = delete;

  ScannedTemplate scanned;
  view::Variables variables;
  mustache parsed;
  std::size_t sections;
  const letter::Letter* letter = nullptr;  // whose budget pays for what is written, if any does
};

namespace {

// Between the tags, since their names are no text.
ScannedTemplate with_masked_words(ScannedTemplate scanned, mask::Masker& masker) {
  mask::Veil veil(masker);
  const std::string_view text = scanned.text;
  std::string masked;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t open = std::min(text.find("{{", at), text.size());
    const std::size_t close = std::min(text.find("}}", open), text.size());
    const std::size_t past = std::min(close + 2, text.size());
    masked += veil.over(text.substr(at, open - at));
    masked += text.substr(open, past - open);
    at = past;
  }
  scanned.text = std::move(masked);
  return scanned;
}

}  // namespace

LetterTemplate::LetterTemplate(std::string_view text)
    : inside_(std::make_unique<Inside>(scan_template(text, view::letter_variables()))) {}
LetterTemplate::LetterTemplate(std::string_view text, mask::Masker& masker)
    : inside_(std::make_unique<Inside>(
          with_masked_words(scan_template(text, view::letter_variables()), masker))) {}
LetterTemplate::~LetterTemplate() = default;
LetterTemplate::LetterTemplate(LetterTemplate&&) noexcept = default;
LetterTemplate& LetterTemplate::operator=(LetterTemplate&&) noexcept = default;

const std::vector<TemplateError>& LetterTemplate::errors() const {
  return inside_->scanned.errors;
}

namespace {

// Characters that no record holds, so that what is found was put there.
std::string mark_of(std::size_t item, char32_t what) {
  std::string mark;
  text::append_utf8(mark, what);
  for (std::size_t left = item + 1; left > 0; left /= 16) {
    text::append_utf8(mark, 0xE010 + static_cast<char32_t>(left % 16));
  }
  text::append_utf8(mark, 0xE00F);
  return mark;
}

// Those in a text, gone through once: it may be long, and the items many.
std::set<std::string_view> marks_in(std::string_view text) {
  constexpr std::string_view lead = "\xEE\x80";  // of U+E000 to U+E03F
  std::set<std::string_view> marks;
  std::size_t from = std::string_view::npos;
  for (std::size_t at = text.find(lead); at < text.size(); at = text.find(lead, at + 2)) {
    if (at + 2 >= text.size()) break;
    const auto what = static_cast<unsigned char>(text[at + 2]);
    if (what < 0x8F) {
      from = at;
    } else if (what == 0x8F && from < at) {
      marks.insert(text.substr(from, at + 3 - from));
    }
  }
  return marks;
}

constexpr char32_t of_text = 0xE000;
constexpr char32_t of_unit = 0xE001;
constexpr char32_t of_suggestion = 0xE002;
constexpr char32_t of_reason = 0xE003;
constexpr char32_t of_result = 0xE004;

// A period that no letter tells of, another for each section.
value::Period period_mark(letter::Section section) {
  return *value::Period::parse(fmt::format("{}-q3", 2980 + static_cast<int>(section)));
}

}  // namespace

std::vector<Printed> LetterTemplate::printed(const Letter& letter) const {
  Letter marked = letter;
  for (std::size_t at = 0; at < marked.items.size(); ++at) {
    letter::Item& item = marked.items[at];
    item.text = mark_of(at, of_text);
    if (!item.unit.empty()) item.unit = mark_of(at, of_unit);
    if (!item.suggestion.empty()) item.suggestion = mark_of(at, of_suggestion);
    if (!item.reason.empty()) item.reason = mark_of(at, of_reason);
    for (letter::Person& person : item.persons) person.name = mark_of(at, of_result);
    if (item.period) item.period = period_mark(item.section);
  }
  const std::string rendered = render(marked);
  const std::set<std::string_view> marks = marks_in(rendered);
  std::map<std::string, bool> periods;  // few, and each as far as the text reaches
  const auto tells = [&](const std::string& period) {
    const auto [at, is_new] = periods.try_emplace(period, false);
    if (is_new) at->second = rendered.find(period) != std::string::npos;
    return at->second;
  };
  std::vector<Printed> all;
  for (std::size_t at = 0; at < marked.items.size(); ++at) {
    const letter::Item& item = marked.items[at];
    const auto has = [&](char32_t what) { return marks.contains(mark_of(at, what)); };
    Printed& one = all.emplace_back();
    one.suggestion = has(of_suggestion);
    one.reason = has(of_reason);
    // Of a case in which nobody is set out, the sums are the result.
    one.result = item.persons.empty() ? true : has(of_result);
    one.period = item.period && tells(item.period->chinese());
    one.item = has(of_text) || has(of_unit) || one.suggestion || one.reason ||
               (!item.persons.empty() && one.result);
  }
  return all;
}

std::string LetterTemplate::render(const Letter& letter) const {
  mask::Masker nobody;
  return render(letter, nobody);
}

std::string LetterTemplate::render(const Letter& letter, mask::Masker& masker) const {
  if (!errors().empty()) return {};
  const record::Record* subject = letter.subject().record;
  const bool spends = letter.budget != nullptr && subject != nullptr;
  // Each section of the template is gone through for each item, whether anything is written there
  // or not; and what is shown of an item is copied on its way.
  if (spends) {
    letter.budget->work(*subject, template_by_items, inside_->sections * letter.items.size());
    // The tree that the template sees holds every value of an item as an object of its own.
    constexpr std::size_t tree_of_an_item = 2048;
    letter.budget->hold(*subject, template_by_items,
                        letter::size_of(letter) + tree_of_an_item * letter.items.size());
  }
  std::string rendered;
  mask::Veil veil(masker, letter);
  mask::show_all(letter, veil);
  const data values = data_of(mask::shown(inside_->variables.read(letter), veil));
  inside_->letter = spends ? &letter : nullptr;
  // Values, and what the template itself says, for each item again; put into lines afterwards.
  inside_->parsed.render(values, [&](const std::string& part) {
    if (spends) letter.budget->hold(*subject, template_by_items, 2 * part.size());
    rendered += part;
  });
  inside_->letter = nullptr;
  std::string text = text::with_single_stops(with_lines(rendered));
  if (veil.hides()) text = veil.over_lines(text);
  return letter.draft ? std::string(draft_line) + text : text;
}

}  // namespace zsup::write
