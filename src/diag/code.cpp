#include "diag/code.h"

#include <fmt/core.h>

namespace zsup::diag {

std::string Code::name() const {
  return fmt::format("ZS{:03}", number);
}

}  // namespace zsup::diag
