// What cannot be read is not absent, and a mistake is told once.
#include <doctest/doctest.h>

#include "register/load.h"
#include "support/memory_file_system.h"

namespace zsup::reg {

namespace {

const std::string committee = "kind: org\nid: a\nname: 甲\ntype: party-committee\n";

std::string told(std::string_view other, std::string_view path = "b.yaml") {
  test::MemoryFileSystem files;
  files.put("zsup.yaml", "name: 登记册\n");
  files.put("a.yaml", committee + "parent: b\n");
  files.put(std::string(path), std::string(other));
  const Register reg = load(files, {});
  std::string list;
  for (const diag::Diagnostic& one : reg.found) {
    list += (list.empty() ? "" : " ") + one.code.name();
  }
  return list;
}

const std::string org = "kind: org\nid: b\nname: 乙\ntype: village\n";

}  // namespace

TEST_CASE("a reference to a record that cannot be read leads somewhere") {
  CHECK(told(org) == "");
  CHECK(told("kind: org\nid: c\nname: 乙\ntype: village\n") == "ZS201");
  CHECK(told("kind: org\nid: b\nname: \"乙\ntype: village\n") == "ZS019");
  CHECK(told("种类：组织\n编号：b\n名称: 乙\n") == "ZS015 ZS015");
  CHECK(told("kind: rog\nid: b\nname: 乙\ntype: village\n") == "ZS101");
  CHECK(told("kind: org\nidd: b\nname: 乙\ntype: village\n") == "ZS103");
  // Without a readable id, a file is most likely called after what it holds.
  CHECK(told("\xFF\xFEkk") == "ZS003");
  CHECK(told("[") == "ZS001");
}

TEST_CASE("where two records share an id, the one of the wanted kind is meant") {
  CHECK(told("kind: waiver\nid: b\n---\n" + org).find("ZS203") == std::string::npos);
  CHECK(told("kind: waiver\nid: b\n---\n" + org).find("ZS202") != std::string::npos);
  CHECK(told("kind: waiver\nid: b\n").find("ZS203") != std::string::npos);
}

TEST_CASE("a value that cannot be read is neither given nor absent") {
  test::MemoryFileSystem files;
  files.put("zsup.yaml", "name: 登记册\n");
  files.put("a.yaml", committee + "note: [1]\n");
  const Register reg = load(files, {});
  REQUIRE(reg.records.size() == 1);
  CHECK_FALSE(reg.records.front()->note);
  CHECK(reg.records.front()->note.unreadable());
  CHECK_FALSE(reg.partial);
}

TEST_CASE("what is only counted is not absent either") {
  test::MemoryFileSystem files;
  files.put("zsup.yaml", "name: 登记册\n");
  std::string many;
  const std::size_t number = diag::Sink::most_listed + 50;
  for (std::size_t i = 0; i < number; ++i) {
    many += "---\nkind: org\nid: o" + std::to_string(i) + "\nname: 甲\ntype: village\nnote: [1]\n";
  }
  files.put("a.yaml", many);
  const Register reg = load(files, {});
  REQUIRE(reg.records.size() == number);
  CHECK(reg.found.size() == diag::Sink::most_listed + 1);
  CHECK(reg.records.back()->note.unreadable());
}

TEST_CASE("of many mistakes of one kind in a file, the first are told and the rest counted") {
  test::MemoryFileSystem files;
  files.put("zsup.yaml", "name: 登记册\n");
  std::string many =
      "kind: leader\nid: l\nname: 甲\norg: a\npost: p\nrole: member\nfrom: "
      "2018-01-01\nportfolio:\n";
  for (int i = 0; i < 1000; ++i) many += "- x" + std::to_string(i) + "\n";
  files.put("a.yaml", committee);
  files.put("l.yaml", many);
  const Register reg = load(files, {});
  CHECK(reg.found.size() == diag::Sink::most_listed + 1);
  std::size_t counted = 0;
  for (const diag::Diagnostic& one : reg.found) counted += one.more;
  CHECK(counted == 1000 - diag::Sink::most_listed);
}

TEST_CASE("without settings that can be read the records are not judged") {
  test::MemoryFileSystem files;
  files.put("zsup.yaml", "name: \"登记册\n");
  CHECK(load(files, {}).unsettled);
  files.put("zsup.yaml", "name: 登记册\nas_of: 2018-13-01\n");
  CHECK(load(files, {}).unsettled);
  files.put("zsup.yaml", "name: 登记册\n");
  CHECK_FALSE(load(files, {}).unsettled);
}

}  // namespace zsup::reg
