// How far the inputs of a target got. With ZSUP_FUZZ_TALLY in the environment it is printed when
// the program ends, to the file of that name (each run adds its lines) or to standard error for
// `-`.
#pragma once

#include <array>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>

namespace zsup::fuzz {

template <std::size_t Steps>
class Tally {
 public:
  explicit constexpr Tally(const std::array<const char*, Steps>& names) : names_(names) {}
  Tally(const Tally&) = delete;
  Tally& operator=(const Tally&) = delete;
  ~Tally() {
    const char* const path = std::getenv("ZSUP_FUZZ_TALLY");
    if (path == nullptr || counts_[0] == 0) return;
    std::FILE* const out = std::string_view(path) == "-" ? stderr : std::fopen(path, "a");
    if (out == nullptr) return;
    for (std::size_t step = 0; step < Steps; ++step) {
      const std::uint64_t of = counts_[of_[step]];
      std::fprintf(
          out, "%-44s %12llu  %5.1f %%\n", names_[step],
          static_cast<unsigned long long>(counts_[step]),
          of == 0 ? 0.0 : 100.0 * static_cast<double>(counts_[step]) / static_cast<double>(of));
    }
    if (out != stderr) std::fclose(out);
  }

  // The first step counts the inputs; a share is one of these, or of the step named here.
  void share_of(std::size_t step, std::size_t of) { of_[step] = of; }
  void add(std::size_t step, bool reached = true) { counts_[step] += reached ? 1 : 0; }

 private:
  std::array<const char*, Steps> names_;
  std::array<std::size_t, Steps> of_{};
  std::array<std::uint64_t, Steps> counts_{};
};

}  // namespace zsup::fuzz
