// What a template of a letter may name, and where each value comes from: one row a name. The rows
// feed the scan of templates, the rendering and the listing in the documentation.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "letter/letter.h"
#include "render/template.h"

namespace zsup::render {

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

std::span<const LetterRow<letter::Letter>> letter_rows();
std::span<const LetterRow<letter::ReminderFigures>> figures_rows();
std::span<const LetterRow<SectionView>> section_rows();
std::span<const LetterRow<GroupView>> group_rows();
std::span<const LetterRow<ItemView>> item_rows();

// All of them together with the sections that open the inner scopes, in the order in which the
// documentation lists them.
std::span<const TemplateVariable> letter_variables();

// The items of a letter by section, in the order of the letter.
std::vector<SectionView> sections_of(const letter::Letter& letter);
std::vector<GroupView> groups_of(const SectionView& section);

}  // namespace zsup::render
