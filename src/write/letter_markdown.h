// Letters as Markdown, by a template.
#pragma once

#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "letter/letter.h"
#include "mask/veil.h"
#include "view/letter_words.h"
#include "write/template.h"

namespace zsup::write {

// The built-in template of a type; empty where there is none.
std::string_view built_in_template(record::LetterType type);

// The path, in a register, of the template that takes the place of the built-in one.
std::string template_path(record::LetterType type);  // templates/notice.md.mustache

using view::Printed;

// A template that has been read, for any number of letters. Not for several threads at once.
class LetterTemplate {
 public:
  explicit LetterTemplate(std::string_view text);
  // What the template itself says is masked too, whoever the letter goes to.
  LetterTemplate(std::string_view text, mask::Masker& masker);
  ~LetterTemplate();
  LetterTemplate(LetterTemplate&&) noexcept;
  LetterTemplate& operator=(LetterTemplate&&) noexcept;

  // What is wrong with it; then it renders nothing.
  const std::vector<TemplateError>& errors() const;

  // Ends with a line feed. A draft says so in its first line, whatever the template holds.
  std::string render(const letter::Letter& letter) const;
  std::string render(const letter::Letter& letter, mask::Masker& masker) const;
  // Of each item, by rendering the letter with marks in place of its words.
  std::vector<Printed> printed(const letter::Letter& letter) const;

 private:
  struct Inside;
  std::unique_ptr<Inside> inside_;
};

// Between letters that go into one file: a rule, where a printer may begin a new page.
inline constexpr std::string_view letter_separator = "\n---\n\n";

}  // namespace zsup::write
