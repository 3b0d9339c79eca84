#include "render/places.h"

#include <nlohmann/json.hpp>

#include "record/kinds/action.h"
#include "record/kinds/campaign.h"
#include "record/kinds/case.h"
#include "record/kinds/duty.h"
#include "record/kinds/filing.h"
#include "record/kinds/finding.h"
#include "record/kinds/letter.h"
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

std::string_view matter_of(const record::Record& record) {
  if (const auto* leader = record::as<record::Leader>(&record)) return *leader->name;
  if (const auto* org = record::as<record::Org>(&record)) return *org->name;
  if (const auto* duty = record::as<record::Duty>(&record)) return *duty->title;
  if (const auto* finding = record::as<record::Finding>(&record)) return *finding->text;
  if (const auto* item = record::as<record::Case>(&record)) return *item->title;
  if (const auto* action = record::as<record::Action>(&record)) return *action->content;
  if (const auto* filing = record::as<record::Filing>(&record)) return *filing->event;
  if (const auto* campaign = record::as<record::Campaign>(&record)) return *campaign->title;
  if (const auto* letter = record::as<record::Letter>(&record)) return *letter->number;
  if (const auto* policy = record::as<record::Policy>(&record)) return *policy->title;
  return {};
}

}  // namespace zsup::render
