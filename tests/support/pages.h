// Pages as a command shows them, for tests.
#pragma once

#include <string>
#include <string_view>

#include "mask/shown.h"
#include "write/writers.h"

namespace zsup::test {

inline std::string written(view::Page<text::Named> page, std::string_view format,
                           write::Look look = {}) {
  return write::writer_named(format)->write(mask::with_all_names(std::move(page)), look);
}

}  // namespace zsup::test
