// Letters as Markdown, by a template.
#pragma once

#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "letter/letter.h"
#include "letter/mask.h"
#include "render/template.h"

namespace zsup::render {

// The built-in template of a type; empty where there is none.
std::string_view built_in_template(record::LetterType type);

// The path, in a register, of the template that takes the place of the built-in one.
std::string template_path(record::LetterType type);  // templates/notice.md.mustache

// Where a letter of a batch is written: a name of its type and its id, by the id of the addressee,
// or of the author of a report upward. Safe as a file name even when the id is not well formed.
std::string letter_file_name(const letter::Letter& letter);
std::string letter_file_name(const letter::Letter& letter, letter::Masker& masker);
// Of a whole batch, each another.
std::vector<std::string> letter_file_names(std::span<const letter::Letter> letters,
                                           letter::Masker& masker);

// What a template prints of an item; of what the item does not have, nothing.
struct Printed {
  bool item = false;  // anything of it
  bool suggestion = false;
  bool reason = false;
  bool result = false;  // what came of a case
  bool period = false;
};

// A template that has been read, for any number of letters. Not for several threads at once.
class LetterTemplate {
 public:
  explicit LetterTemplate(std::string_view text);
  // What the template itself says is masked too, whoever the letter goes to.
  LetterTemplate(std::string_view text, letter::Masker& masker);
  ~LetterTemplate();
  LetterTemplate(LetterTemplate&&) noexcept;
  LetterTemplate& operator=(LetterTemplate&&) noexcept;

  // What is wrong with it; then it renders nothing.
  const std::vector<TemplateError>& errors() const;

  // Ends with a line feed. A draft says so in its first line, whatever the template holds.
  std::string render(const letter::Letter& letter) const;
  std::string render(const letter::Letter& letter, letter::Masker& masker) const;
  // Of each item, by rendering the letter with marks in place of its words.
  std::vector<Printed> printed(const letter::Letter& letter) const;

 private:
  struct Inside;
  std::unique_ptr<Inside> inside_;
};

// Between letters that go into one file: a rule, where a printer may begin a new page.
inline constexpr std::string_view letter_separator = "\n---\n\n";

}  // namespace zsup::render
