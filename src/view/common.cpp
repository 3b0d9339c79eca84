#include "view/common.h"

namespace zsup::view {

namespace {

std::size_t text_size(const Cell<Named>& cell) {
  if (const auto* text = std::get_if<Named>(&cell)) return text->size();
  if (const auto* id = std::get_if<Id<Named>>(&cell)) return id->text.size();
  if (const auto* link = std::get_if<Link<Named>>(&cell)) return link->file.size() + 8;
  constexpr std::size_t other = 10;
  return other;
}

}  // namespace

std::size_t size_of(const Row<Named>& row) {
  std::size_t bytes = 0;
  // As it is kept, and once more as it is written.
  for (const auto& cell : row.cells) bytes += sizeof(std::string) + 2 * text_size(cell);
  return bytes;
}

std::size_t size_of(const Node<Named>& node) {
  if (const auto* cell = std::get_if<Cell<Named>>(&node.value)) return 4 + text_size(*cell);
  std::size_t bytes = 2;
  if (const auto* object = std::get_if<Object<Named>>(&node.value)) {
    for (const auto& [key, value] : *object) {
      const auto* own = std::get_if<Named>(&key);
      bytes += 4 + (own == nullptr ? std::get<std::string_view>(key).size() : own->size());
      bytes += size_of(value);
    }
  }
  if (const auto* list = std::get_if<List<Named>>(&node.value)) {
    for (const auto& one : *list) bytes += 1 + size_of(one);
  }
  return bytes;
}

}  // namespace zsup::view
