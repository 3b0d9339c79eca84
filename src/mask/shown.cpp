#include "mask/shown.h"

namespace zsup::mask {

using text::Named;
using text::Shown;
using view::Cell;
using view::Id;
using view::Link;
using view::Node;
using view::Page;
using view::Row;
using view::Section;

namespace {

// What holds no text stays as it is.
struct OverCell {
  Veil& veil;
  Cell<Shown> operator()(Named&& text) const { return veil.show(std::move(text)); }
  Cell<Shown> operator()(Id<Named>&& id) const {
    return Id<Shown>{veil.show_id(std::move(id.text))};
  }
  Cell<Shown> operator()(Link<Named>&& link) const {
    return Link<Shown>{veil.show(std::move(link.file)), link.line};
  }
  template <class Plain>
  Cell<Shown> operator()(Plain&& plain) const {
    return std::forward<Plain>(plain);
  }
};

struct OverNode {
  Veil& veil;
  Node<Shown> operator()(Cell<Named>&& cell) const { return {shown(std::move(cell), veil)}; }
  Node<Shown> operator()(view::Object<Named>&& object) const {
    view::Object<Shown> made;
    made.reserve(object.size());
    for (auto& [key, value] : object) {
      auto* own = std::get_if<Named>(&key);
      auto name = own == nullptr
                      ? std::variant<std::string_view, Shown>(std::get<std::string_view>(key))
                      : std::variant<std::string_view, Shown>(veil.show(std::move(*own)));
      made.push_back({std::move(name), shown(std::move(value), veil)});
    }
    return {std::move(made)};
  }
  Node<Shown> operator()(view::List<Named>&& list) const {
    view::List<Shown> made;
    made.reserve(list.size());
    for (auto& one : list) made.push_back(shown(std::move(one), veil));
    return {std::move(made)};
  }
  Node<Shown> operator()(view::OneByOne<Named>&& all) const {
    return {view::OneByOne<Shown>{
        [each = std::move(all.each), &over = veil](const view::Take<Shown>& take) {
          each([&](Node<Named> one) { take(shown(std::move(one), over)); });
        },
        all.a_line_each}};
  }
};

struct SeeNode {
  Veil& veil;
  void operator()(const Cell<Named>& cell) const { see(cell, veil); }
  void operator()(const view::Object<Named>& object) const {
    for (const auto& [key, value] : object) {
      if (const auto* own = std::get_if<Named>(&key)) veil.meet(*own);
      see(value, veil);
    }
  }
  void operator()(const view::List<Named>& list) const {
    for (const auto& one : list) see(one, veil);
  }
  void operator()(const view::OneByOne<Named>& all) const {
    all.each([&](const Node<Named>& one) { see(one, veil); });
  }
};

std::vector<Shown> all_over(std::vector<Named> texts, Veil& veil) {
  std::vector<Shown> made;
  made.reserve(texts.size());
  for (Named& text : texts) made.push_back(veil.show(std::move(text)));
  return made;
}

Section<Shown> shown(Section<Named> section, Veil& veil) {
  Section<Shown> made;
  made.title = veil.show(std::move(section.title));
  made.lead = all_over(std::move(section.lead), veil);
  made.columns = std::move(section.columns);
  made.rows = [rows = std::move(section.rows), &veil](const view::TakeRow<Shown>& take) {
    rows([&](const Row<Named>& row) { take(mask::shown(row, veil)); });
  };
  made.layout = section.layout;
  made.strong = all_over(std::move(section.strong), veil);
  return made;
}

// The veil that hides nobody, kept with the page that it passes over.
struct Nobody {
  Masker masker;
  Veil veil{masker};
  std::shared_ptr<const void> kept;
};

}  // namespace

Cell<Shown> shown(Cell<Named> cell, Veil& veil) {
  return std::visit(OverCell{veil}, std::move(cell));
}

Row<Shown> shown(Row<Named> row, Veil& veil) {
  Row<Shown> made;
  made.of_the_same = row.of_the_same;
  made.cells.reserve(row.cells.size());
  for (auto& cell : row.cells) made.cells.push_back(shown(std::move(cell), veil));
  return made;
}

Node<Shown> shown(Node<Named> node, Veil& veil) {
  return std::visit(OverNode{veil}, std::move(node.value));
}

void see(const Cell<Named>& cell, Veil& veil) {
  if (const auto* text = std::get_if<Named>(&cell)) veil.meet(*text);
  if (const auto* link = std::get_if<Link<Named>>(&cell)) veil.meet(link->file);
}

void see(const Node<Named>& node, Veil& veil) {
  std::visit(SeeNode{veil}, node.value);
}

Page<Shown> with_all_names(Page<Named> page) {
  const auto nobody = std::make_shared<Nobody>();
  nobody->kept = std::move(page.kept);
  Veil& veil = nobody->veil;
  Page<Shown> made;
  made.draft = page.draft;
  if (page.heading) made.heading = veil.show(*std::move(page.heading));
  made.notes = all_over(std::move(page.notes), veil);
  if (page.sections) {
    made.sections = [each = std::move(page.sections),
                     &veil](const std::function<void(const Section<Shown>&)>& take) {
      each([&](const Section<Named>& section) { take(shown(section, veil)); });
    };
  }
  if (page.sheet) {
    made.sheet = [sheet = std::move(page.sheet), &veil] { return shown(sheet(), veil); };
  }
  if (page.paragraphs) {
    made.paragraphs = [each = std::move(page.paragraphs),
                       &veil](const std::function<void(Shown)>& take) {
      each([&](Named paragraph) { take(veil.show(std::move(paragraph))); });
    };
  }
  if (page.command) {
    made.command = {veil.show(std::move(page.command->how)),
                    veil.show(std::move(page.command->line))};
  }
  made.data = mask::shown(std::move(page.data), veil);
  made.kept = nobody;
  return made;
}

}  // namespace zsup::mask
