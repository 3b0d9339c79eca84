#include "text/relative_path.h"

#include <doctest/doctest.h>

using zsup::text::path_from;
using zsup::text::PathsFrom;

TEST_CASE("a path as it is written from a folder") {
  CHECK(path_from("/a/b", "/a/b/c.yaml") == "c.yaml");
  CHECK(path_from("/a/b", "/a/c.yaml") == "../c.yaml");
  CHECK(path_from("/a/b", "/a/bc/d.yaml") == "../bc/d.yaml");
  CHECK(path_from("/a/b/c", "/d/e.yaml") == "../../../d/e.yaml");
  CHECK(path_from("/", "/d/e.yaml") == "d/e.yaml");
  CHECK(path_from("/a", "/e.yaml") == "../e.yaml");
  CHECK(path_from("/a/b", "/a") == "..");
  CHECK(path_from("/a/b", "/a/b") == ".");
  CHECK(path_from("/a/b", "/") == "../..");
  CHECK(path_from("报告/q2", "报告/q1/x.yaml") == "../q1/x.yaml");
  CHECK(path_from("报告", "组织/x.yaml") == "../组织/x.yaml");
  CHECK(path_from("", "x.yaml") == "x.yaml");
  CHECK(path_from("a/b", "x.yaml") == "../../x.yaml");
}

TEST_CASE("the paths of a register, seen from elsewhere") {
  CHECK(PathsFrom()("a/b.yaml") == "a/b.yaml");
  CHECK(PathsFrom("/r", "/r")("a/b.yaml") == "a/b.yaml");
  CHECK(PathsFrom("/r/a", "/r")("a/b.yaml") == "b.yaml");
  CHECK(PathsFrom("/r/a", "/r")("c/b.yaml") == "../c/b.yaml");
  CHECK(PathsFrom("/r/a/b", "/r")("zsup.yaml") == "../../zsup.yaml");
  CHECK(PathsFrom("/", "/r")("a.yaml") == "r/a.yaml");
  CHECK(PathsFrom("/x/y", "/x/r")("a.yaml") == "../r/a.yaml");
  CHECK(PathsFrom("/x/r2", "/x/r")("a.yaml") == "../r/a.yaml");
  CHECK(PathsFrom("/x/y", "/x/r")("../y/a.yaml") == "a.yaml");
  CHECK(PathsFrom("/x/y", "/x/r")("../../a.yaml") == "../../a.yaml");
  CHECK(PathsFrom("/", "/x/r")("../y/a.yaml") == "x/y/a.yaml");
  CHECK(PathsFrom()("../a.yaml") == "../a.yaml");
  CHECK(PathsFrom("/r", "/r")("-rf.yaml") == "-rf.yaml");
  CHECK(PathsFrom("/r", "/r").as_arguments()("-rf.yaml") == "./-rf.yaml");
  CHECK(PathsFrom("/r/a", "/r").as_arguments()("-rf.yaml") == "../-rf.yaml");
  CHECK(PathsFrom("/r/a", "/r").as_arguments()("a/-rf.yaml") == "./-rf.yaml");
}
