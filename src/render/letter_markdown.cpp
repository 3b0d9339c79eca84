// The only user of the Mustache library. It renders an unknown name as nothing, tells errors by
// byte offset, follows partials without end and keeps lines in ways of its own: so it is given only
// what the scan has passed, in which the rules of lines have been applied already.
#include "render/letter_markdown.h"

#include <algorithm>
#include <array>
#include <kainjow/mustache.hpp>

#include "record/id.h"
#include "render/letter_escape.h"
#include "render/letter_json.h"
#include "render/letter_view.h"
#include "render/written.h"
#include "text/sentence.h"
#include "text/utf8.h"

namespace zsup::render {

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

std::string letter_file_name(const Letter& letter) {
  letter::Masker nobody;
  return letter_file_name(letter, nobody);
}

std::string letter_file_name(const Letter& letter, letter::Masker& masker) {
  const std::string whose = letter::Veil(masker, letter).over_id(letter.subject().id);
  std::string id;
  if (!record::id_flaw(whose)) {
    id = whose;
  } else {
    // Bytes that an id may not hold are written as %XX, so that different ids stay different.
    for (const char c : whose.substr(0, 64)) {
      const bool plain = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-';
      id += plain ? std::string(1, c) : fmt::format("%{:02X}", static_cast<unsigned char>(c));
    }
  }
  return fmt::format("{}-{}.md", record::row_of(letter.type).id, id);
}

std::vector<std::string> letter_file_names(std::span<const Letter> letters,
                                           letter::Masker& masker) {
  constexpr std::string_view ending = ".md";
  std::vector<std::string> names;
  for (const Letter& letter : letters) {
    names.push_back(letter_file_name(letter, masker));
    names.back().resize(names.back().size() - ending.size());
  }
  letter::tell_apart(names);
  for (std::string& name : names) name += ending;
  return names;
}

namespace {

// A value that is not there must stand as such in its own scope, or one of the same name further
// out would be taken for it.
data value_of(std::string text) {
  if (text.empty()) return data(false);
  return data(text);
}

// The values of one scope that a template names; the others are not worked out.
template <class View>
class Fields {
 public:
  Fields(std::span<const LetterRow<View>> rows, LetterScope scope,
         const std::set<const TemplateVariable*>& used) {
    for (const LetterRow<View>& row : rows) {
      for (const TemplateVariable* variable : used) {
        if (variable->scope == scope && variable->name == row.name) {
          fields_.push_back({std::string(row.name), row.get});
        }
      }
    }
  }

  data read(const View& view) const {
    data object;
    for (const Field& field : fields_) object[field.name] = value_of(field.get(view));
    return object;
  }

 private:
  struct Field {
    std::string name;
    std::string (*get)(const View&);
  };
  std::vector<Field> fields_;
};

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

// Letter → what the library reads, as far as a template names it.
class Reading {
 public:
  using Used = std::set<const TemplateVariable*>;

  explicit Reading(const Used& used)
      : letter_(letter_rows(), in_letter, used),
        figures_(figures_rows(), in_figures, used),
        section_(section_rows(), in_section, used),
        group_(group_rows(), in_group, used),
        item_(item_rows(), in_item, used),
        groups_(is_used(used, in_section, "groups")),
        items_(is_used(used, in_section, "items")),
        items_of_groups_(is_used(used, in_group, "items")) {}

  data read(const Letter& letter) const {
    data object = letter_.read(letter);
    for (const letter::SectionRow& row : letter::section_rows) {
      object[std::string(row.id)] = data(false);
    }
    for (const SectionView& section : sections_of(letter)) {
      object[std::string(letter::id_of(section.section))] = read(section);
    }
    object["figures"] = letter.figures ? figures_.read(*letter.figures) : data(false);
    return object;
  }

 private:
  static bool is_used(const Used& used, LetterScope scope, std::string_view name) {
    return std::any_of(used.begin(), used.end(), [&](const TemplateVariable* variable) {
      return variable->scope == scope && variable->name == name;
    });
  }

  data read(const SectionView& section) const {
    data object = section_.read(section);
    if (groups_) {
      const std::vector<GroupView> groups = groups_of(section);
      List list(groups.size());
      for (const GroupView& group : groups) {
        data inner = group_.read(group);
        if (items_of_groups_) inner["items"] = read_items(group.items);
        list.add(std::move(inner));
      }
      object["groups"] = list.take();
    }
    if (items_) object["items"] = read_items(section.items);
    return object;
  }

  data read_items(std::span<const letter::Item> items) const {
    List list(items.size());
    int number = 0;
    for (const letter::Item& item : items) list.add(item_.read({&item, ++number}));
    return list.take();
  }

  Fields<Letter> letter_;
  Fields<letter::ReminderFigures> figures_;
  Fields<SectionView> section_;
  Fields<GroupView> group_;
  Fields<ItemView> item_;
  bool groups_;
  bool items_;
  bool items_of_groups_;
};

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

constexpr std::string_view draft_line = "**草稿——登记册尚有错误，不得印发**\n\n";

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
        reading(scanned.used),
        parsed(scanned.errors.empty() ? scanned.text : std::string()),
        sections(sections_in(scanned.text)) {
    // Every value of every template comes by here, and nothing else does.
    parsed.set_custom_escape([this](const std::string& text) {
      // It is masked, escaped, gathered by the library and put into lines.
      if (letter != nullptr) {
        letter->budget->hold(*letter->subject().record, written, 5 * text.size());
      }
      return escape_prose(veil == nullptr ? text : veil->over(text));
    });
  }
  Inside(const Inside&) = delete;
  Inside& operator=(const Inside&) = delete;

  ScannedTemplate scanned;
  Reading reading;
  mustache parsed;
  std::size_t sections;
  letter::Veil* veil = nullptr;            // while a letter is rendered
  const letter::Letter* letter = nullptr;  // whose budget pays for what is written, if any does
};

namespace {

// Between the tags, since their names are no text.
ScannedTemplate with_masked_words(ScannedTemplate scanned, letter::Masker& masker) {
  letter::Veil veil(masker);
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
    : inside_(std::make_unique<Inside>(scan_template(text, letter_variables()))) {}
LetterTemplate::LetterTemplate(std::string_view text, letter::Masker& masker)
    : inside_(std::make_unique<Inside>(
          with_masked_words(scan_template(text, letter_variables()), masker))) {}
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
  std::vector<Printed> all;
  for (std::size_t at = 0; at < marked.items.size(); ++at) {
    const letter::Item& item = marked.items[at];
    const auto has = [&](char32_t what) {
      return rendered.find(mark_of(at, what)) != std::string::npos;
    };
    Printed& one = all.emplace_back();
    one.suggestion = has(of_suggestion);
    one.reason = has(of_reason);
    // Of a case in which nobody is set out, the sums are the result.
    one.result = item.persons.empty() ? true : has(of_result);
    one.period = item.period && rendered.find(item.period->chinese()) != std::string::npos;
    one.item = has(of_text) || has(of_unit) || one.suggestion || one.reason ||
               (!item.persons.empty() && one.result);
  }
  return all;
}

std::string LetterTemplate::render(const Letter& letter) const {
  letter::Masker nobody;
  return render(letter, nobody);
}

std::string LetterTemplate::render(const Letter& letter, letter::Masker& masker) const {
  if (!errors().empty()) return {};
  const record::Record* subject = letter.subject().record;
  const bool spends = letter.budget != nullptr && subject != nullptr;
  // Each section of the template is gone through for each item, whether anything is written there
  // or not; and what is shown of an item is copied on its way.
  if (spends) {
    letter.budget->work(*subject, template_by_items, inside_->sections * letter.items.size());
    letter.budget->hold(*subject, template_by_items, letter::size_of(letter));
  }
  std::string rendered;
  letter::Veil veil(masker, letter);
  show_all(letter, veil);
  inside_->veil = &veil;
  const data values = inside_->reading.read(letter);
  inside_->letter = spends ? &letter : nullptr;
  inside_->parsed.render(values, [&](const std::string& part) { rendered += part; });
  inside_->letter = nullptr;
  inside_->veil = nullptr;
  std::string text = text::with_single_stops(with_lines(rendered));
  if (veil.hides()) text = veil.over_lines(text);
  return letter.draft ? std::string(draft_line) + text : text;
}

}  // namespace zsup::render
