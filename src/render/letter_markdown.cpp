// The only user of the Mustache library. It renders an unknown name as nothing, tells errors by
// byte offset, follows partials without end and keeps lines in ways of its own: so it is given only
// what the scan has passed, in which the rules of lines have been applied already.
#include "render/letter_markdown.h"

#include <algorithm>
#include <kainjow/mustache.hpp>

#include "record/id.h"
#include "render/letter_escape.h"
#include "render/letter_view.h"

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
  std::string id;
  if (!record::id_flaw(letter.to.id)) {
    id = letter.to.id;
  } else {
    // Bytes that an id may not hold are written as %XX, so that different ids stay different.
    for (const char c : letter.to.id.substr(0, 64)) {
      const bool plain = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-';
      id += plain ? std::string(1, c) : fmt::format("%{:02X}", static_cast<unsigned char>(c));
    }
  }
  return fmt::format("{}-{}.md", record::row_of(letter.type).id, id);
}

namespace {

using Names = std::set<std::string_view>;

// A value that is not there must stand as such in its own scope, or one of the same name further
// out would be taken for it.
data value_of(std::string text) {
  if (text.empty()) return data(false);
  return data(text);
}

// Only what the template names is worked out.
template <class View>
data object_of(std::span<const LetterRow<View>> rows, const View& view, const Names& names) {
  data object;
  for (const LetterRow<View>& row : rows) {
    if (names.contains(row.name)) object[std::string(row.name)] = value_of(row.get(view));
  }
  return object;
}

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

data items_of(std::span<const letter::Item> items, const Names& names) {
  List list(items.size());
  int number = 0;
  for (const letter::Item& item : items) {
    list.add(object_of(item_rows(), ItemView{&item, ++number}, names));
  }
  return list.take();
}

data section_of(const SectionView& section, const Names& names) {
  data object = object_of(section_rows(), section, names);
  if (names.contains("groups")) {
    const std::vector<GroupView> groups = groups_of(section);
    List list(groups.size());
    for (const GroupView& group : groups) {
      data inner = object_of(group_rows(), group, names);
      if (names.contains("items")) inner["items"] = items_of(group.items, names);
      list.add(std::move(inner));
    }
    object["groups"] = list.take();
  }
  if (names.contains("items")) object["items"] = items_of(section.items, names);
  return object;
}

data letter_data(const Letter& letter, const Names& names) {
  data object = object_of(letter_rows(), letter, names);
  for (const letter::Section section : {letter::Section::duty, letter::Section::rectification,
                                        letter::Section::overdue, letter::Section::returned}) {
    object[std::string(letter::id_of(section))] = data(false);
  }
  for (const SectionView& section : sections_of(letter)) {
    object[std::string(letter::id_of(section.section))] = section_of(section, names);
  }
  object["figures"] =
      letter.figures ? object_of(figures_rows(), *letter.figures, names) : data(false);
  return object;
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

constexpr std::string_view draft_line = "**草稿——登记册尚有错误，不得印发**\n\n";

}  // namespace

struct LetterTemplate::Inside {
  explicit Inside(ScannedTemplate read)
      : scanned(std::move(read)), parsed(scanned.errors.empty() ? scanned.text : std::string()) {
    parsed.set_custom_escape(escape_prose_of);
  }
  static std::string escape_prose_of(const std::string& text) { return escape_prose(text); }

  ScannedTemplate scanned;
  mustache parsed;
};

LetterTemplate::LetterTemplate(std::string_view text)
    : inside_(std::make_unique<Inside>(scan_template(text, letter_variables()))) {}
LetterTemplate::~LetterTemplate() = default;
LetterTemplate::LetterTemplate(LetterTemplate&&) noexcept = default;
LetterTemplate& LetterTemplate::operator=(LetterTemplate&&) noexcept = default;

const std::vector<TemplateError>& LetterTemplate::errors() const {
  return inside_->scanned.errors;
}

std::string LetterTemplate::render(const Letter& letter) const {
  if (!errors().empty()) return {};
  std::string rendered;
  const data values = letter_data(letter, inside_->scanned.names);
  inside_->parsed.render(values, [&](const std::string& part) { rendered += part; });
  const std::string text = with_lines(rendered);
  return letter.draft ? std::string(draft_line) + text : text;
}

}  // namespace zsup::render
