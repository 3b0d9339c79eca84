#include "view/places.h"

#include <fmt/format.h>

namespace zsup::view {

std::optional<Named> Places::file(text::Place place) const {
  if (place.source >= reg_.sources.size()) return std::nullopt;
  return Named(reg_.sources[place.source].path);
}

std::optional<std::int64_t> Places::line(text::Place place) {
  if (place.source >= reg_.sources.size() || !place.span.given()) return std::nullopt;
  return lines_.of(place.source).line_of(place.span.begin);
}

Link<Named> Places::link(text::Place place) {
  return {file(place).value_or(Named()), line(place)};
}

std::string Places::where(text::Place place) {
  if (place.source >= reg_.sources.size()) return {};
  const auto number = line(place);
  const std::string_view path = reg_.sources[place.source].path;
  return number ? fmt::format("{}:{}", path, *number) : std::string(path);
}

}  // namespace zsup::view
