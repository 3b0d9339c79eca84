// The formats of pages: one row and one file each. A command says which of them it offers; whether
// a writer can take its page is held when it is compiled.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "diag/say.h"
#include "text/name.h"
#include "view/page.h"

namespace zsup::write {

using Page = view::Page<text::Shown>;

struct Look {
  diag::Lang lang = diag::Lang::zh;
  std::optional<std::size_t> width = std::nullopt;  // of a terminal; otherwise nothing is cut
  bool excel = false;                               // CSV: the byte-order mark
};

// Each in the file of its name.
std::string terminal(const Page& page, const Look& look);
std::string markdown(const Page& page, const Look& look);
std::string csv(const Page& page, const Look& look);
std::string json(const Page& page, const Look& look);

// What a page has, and a writer takes.
enum class Part : std::uint8_t { tables, prose, data };

struct Writer {
  std::string_view name;  // as --format takes it
  Part takes;
  std::string (*write)(const Page& page, const Look& look);
};

inline constexpr auto writers = std::to_array<Writer>({
    {"table", Part::tables, terminal},
    {"text", Part::prose, terminal},
    {"md", Part::tables, markdown},
    {"csv", Part::tables, csv},
    {"json", Part::data, json},
});

// The names of the writers of a page that has these parts, in their order.
template <Part... parts>
constexpr auto names_for() {
  constexpr auto takes = [](const Writer& writer) { return ((writer.takes == parts) || ...); };
  constexpr std::size_t count = [&] {
    std::size_t found = 0;
    for (const Writer& writer : writers) found += static_cast<std::size_t>(takes(writer));
    return found;
  }();
  std::array<std::string_view, count> names;
  std::size_t at = 0;
  for (const Writer& writer : writers) {
    if (takes(writer)) names[at++] = writer.name;
  }
  return names;
}

// Null for a name that is none.
const Writer* writer_named(std::string_view name);

}  // namespace zsup::write
