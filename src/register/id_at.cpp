#include "register/id_at.h"

#include <algorithm>

namespace zsup::reg {

std::string_view id_at(const Register& reg, text::Place place) {
  if (place.source >= reg.files.size() || !place.span.given()) return {};
  const auto& records = reg.files[place.source].records;
  const auto behind = std::upper_bound(
      records.begin(), records.end(), place.span.begin,
      [](std::uint32_t begin, const record::Record* one) { return begin < one->span.begin; });
  if (behind == records.begin()) return {};
  const record::Record& record = **std::prev(behind);
  return place.span.begin <= record.span.end ? slug(record) : std::string_view();
}

}  // namespace zsup::reg
