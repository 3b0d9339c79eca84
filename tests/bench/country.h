// The register of an invented country, of any size, for measuring: provinces down to townships with
// their discipline commissions, ten leaders a township, two duties a month for everyone and one a
// quarter for every township, reports on them, findings of inspections with their steps, actions,
// filings, letters, a policy and two calendars. A report has about 650 bytes, mostly Chinese.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>

namespace zsup::bench {

struct Shape {
  std::uint64_t reports = 1000;
  std::uint64_t months = 12;    // the last of 2018 that are reported on
  std::uint64_t per_file = 1;   // records
  std::uint64_t broken = 3000;  // of a million reports, those with a mistake of one kind or another
  std::uint64_t seed = 1;
};

// Calls `put` with the path and the text of every file. The same shape yields the same bytes on
// every machine.
void make_country(const Shape& shape,
                  const std::function<void(const std::string& path, std::string_view text)>& put);

}  // namespace zsup::bench
