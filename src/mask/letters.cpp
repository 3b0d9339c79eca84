#include "mask/letters.h"

#include <algorithm>

#include "mask/shown.h"
#include "record/id.h"
#include "view/common.h"
#include "view/letter_view.h"
#include "view/letters.h"
#include "view/written.h"

namespace zsup::mask {

using letter::Item;
using text::Named;
using text::Shown;

namespace {

struct Batch {
  Batch(const reg::Register& reg, std::span<const Letter> the_letters, Masker& the_masker)
      : letters(the_letters), masker(the_masker), in(reg, {}) {}

  std::span<const Letter> letters;
  Masker& masker;
  view::In in;
  view::Variables variables;

  view::Node<Shown> node_of(const Letter& letter) {
    Veil veil(masker, letter);
    show_all(letter, veil);
    auto node = view::letter_node(letter, masker.mask(), in);
    std::get<view::Object<Named>>(node.value)
        .push_back({std::string_view("variables"), variables.read(letter)});
    return shown(std::move(node), veil);
  }

  view::Section<Shown> index() {
    view::Section<Shown> section;
    section.columns = view::index_columns(letters);
    section.rows = [this, columns = section.columns](const view::TakeRow<Shown>& take) {
      const std::vector<std::string> files = letter_file_names(letters, masker);
      for (std::size_t at = 0; at < letters.size(); ++at) {
        Veil veil(masker, letters[at]);
        show_all(letters[at], veil);
        // The name of its file has passed the veil, and is told apart from the others.
        take(shown(view::index_row(letters[at], at + 1, columns, files[at]), veil));
      }
    };
    return section;
  }
};

}  // namespace

view::Page<Shown> letters_page(const reg::Register& reg, std::span<const Letter> letters,
                               Masker& masker) {
  const auto batch = std::make_shared<Batch>(reg, letters, masker);
  view::Page<Shown> page;
  page.kept = batch;
  page.sections = [&batch = *batch](const auto& take) { take(batch.index()); };
  std::size_t total = 0;
  for (const Letter& letter : letters) total += letter.items.size();
  view::Object<Shown> data;
  data.push_back({std::string_view("version"), {view::Cell<Shown>(view::json_version)}});
  data.push_back({std::string_view("letters"),
                  {view::OneByOne<Shown>{[&batch = *batch](const view::Take<Shown>& take) {
                    for (const Letter& letter : batch.letters) {
                      if (letter.budget != nullptr && letter.to.record != nullptr) {
                        letter.budget->hold(*letter.to.record, view::written,
                                            2 * letter::size_of(letter));
                      }
                      take(batch.node_of(letter));
                    }
                  }}}});
  data.push_back(
      {std::string_view("items_total"), {view::Cell<Shown>(static_cast<std::int64_t>(total))}});
  page.data.value = std::move(data);
  return page;
}

void show_all(const Letter& letter, Veil& veil) {
  if (!veil.hides()) return;
  view::In in(veil.reg(), {});
  see(view::letter_node(letter, record::Mask::none, in), veil);
  see(view::Variables().read(letter), veil);
}

void tell_measures_apart(Letter& letter, Masker& masker) {
  // Few letters count anything, and a letter is gone through as a whole again when it is written.
  const auto counts_several = [](const Item& item) { return item.measures.size() >= 2; };
  if (!masker.hides() || std::ranges::none_of(letter.items, counts_several)) return;
  Veil veil(masker, letter);
  show_all(letter, veil);
  for (Item& item : letter.items) {
    if (!counts_several(item)) continue;
    // Once, but where a name and the sign behind it make another name.
    for (bool again = true; again;) {
      again = false;
      std::vector<std::string> names;
      for (const auto& [name, number] : item.measures) names.push_back(veil.over(name));
      const std::vector<std::string> before = names;
      tell_apart(names);
      for (std::size_t at = 0; at < names.size(); ++at) {
        if (names[at] == before[at]) continue;
        item.measures[at].first += names[at].substr(before[at].size());
        again = true;
      }
    }
  }
}

std::string letter_file_name(const Letter& letter) {
  Masker nobody;
  return letter_file_name(letter, nobody);
}

std::string letter_file_name(const Letter& letter, Masker& masker) {
  const std::string whose = Veil(masker, letter).over_id(letter.subject().id);
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

std::vector<std::string> letter_file_names(std::span<const Letter> letters, Masker& masker) {
  constexpr std::string_view ending = ".md";
  std::vector<std::string> names;
  for (const Letter& letter : letters) {
    names.push_back(letter_file_name(letter, masker));
    names.back().resize(names.back().size() - ending.size());
  }
  tell_apart(names);
  for (std::string& name : names) name += ending;
  return names;
}

}  // namespace zsup::mask
