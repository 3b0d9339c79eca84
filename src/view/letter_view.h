// What a template of a letter may name, and where each value comes from: one row a name. The rows
// feed the scan of templates, the rendering and the listing in the documentation.
#pragma once

#include <memory>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "diag/say.h"
#include "letter/letter.h"
#include "view/page.h"

namespace zsup::view {

// One row of what a template may name. Rows are known by their scope: 0 is the whole text, others
// are opened by a section.
struct TemplateVariable {
  enum class Shape : std::uint8_t {
    text,  // {{name}}; as a section it stands for "when there is one"
    part,  // {{#name}}…{{/name}}, at most once
    list,  // the same, once for each
  };
  std::uint8_t scope = 0;
  std::string_view name;  // ASCII
  std::string_view word;  // the Chinese spelling, which means the same
  Shape shape = Shape::text;
  std::uint8_t opens = 0;  // the scope inside, of a part or a list
  diag::Words doc;
};

// The scopes of a template, each with what its rows are read from.
enum LetterScope : std::uint8_t { in_letter, in_figures, in_section, in_group, in_item };

// One section of a letter: a run of its items.
struct SectionView {
  const letter::Letter* letter = nullptr;
  letter::Section section{};
  int number = 0;   // among the sections of the letter; 0 when it is the only one
  int ordinal = 1;  // the same, 1 when it is the only one
  std::span<const letter::Item> items;
};

struct GroupView {
  int number = 0;   // among the groups of the section; 0 when it is the only one
  int ordinal = 1;  // the same, 1 when it is the only one
  std::span<const letter::Item> items;
};

struct ItemView {
  const letter::Item* item = nullptr;
  int number = 0;  // within its group or section
};

// A value by name; an empty text counts as not there.
template <class View>
struct LetterRow {
  std::string_view name;
  std::string_view word;
  diag::Words doc;
  std::string (*get)(const View& view);
};

// All of them together with the sections that open the inner scopes, in the order in which the
// documentation lists them.
std::span<const TemplateVariable> letter_variables();

// The items of a letter by section, in the order of the letter.
std::vector<SectionView> sections_of(const letter::Letter& letter);
std::vector<GroupView> groups_of(const SectionView& section);

using Used = std::set<const TemplateVariable*>;

// What a template sees of a letter: a tree by the names of the rows, null for what is not there. It
// is also what JSON has as `variables`.
class Variables {
 public:
  // Of what a template uses alone, so that the others are not worked out; null: all.
  explicit Variables(const Used* used = nullptr);
  ~Variables();
  Variables(Variables&&) noexcept;
  Variables& operator=(Variables&&) noexcept;

  Node<Named> read(const letter::Letter& letter) const;

 private:
  struct Inside;
  std::unique_ptr<Inside> inside_;
};

}  // namespace zsup::view
