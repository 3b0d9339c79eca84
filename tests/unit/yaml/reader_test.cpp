#include <doctest/doctest.h>

#include <algorithm>

#include "unit/yaml/harness.h"

namespace zsup::yaml {
namespace {

TEST_CASE("a record reads into a tree") {
  const Result r =
      read_text("种类: 报告\n事项:\n  - 任务: a\n    内容: \"\"\n  - {b: 1, c: [x, y]}\n");
  CHECK(r.tree() == "{种类=报告, 事项=[{任务=a, 内容=}, {b=1, c=[x, y]}]}");
  CHECK(r.codes() == "");
}

}  // namespace
}  // namespace zsup::yaml
