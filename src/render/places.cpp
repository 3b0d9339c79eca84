#include "render/places.h"

#include <nlohmann/json.hpp>

#include "render/json.h"

namespace zsup::render {

std::string Places::file(text::Place place) const {
  return place.source < reg_.sources.size() ? std::string(reg_.sources[place.source].path) : "";
}

std::string Places::line(text::Place place) {
  if (place.source >= reg_.sources.size() || !place.span.given()) return {};
  return std::to_string(lines_.of(place.source).line_of(place.span.begin));
}

std::string Places::where(text::Place place) {
  const std::string number = line(place);
  return number.empty() ? file(place) : file(place) + ":" + number;
}

void Places::put(nlohmann::ordered_json& object, text::Place place) {
  using Json = nlohmann::ordered_json;
  const bool in_file = place.source < reg_.sources.size();
  object["file"] = in_file ? json_text(reg_.sources[place.source].path) : Json();
  object["line"] = in_file && place.span.given()
                       ? Json(lines_.of(place.source).line_of(place.span.begin))
                       : Json();
}

}  // namespace zsup::render
