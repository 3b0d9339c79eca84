// What `zsup init` writes: the example register examples/starter, compiled in, and what goes around
// it.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace zsup::command {

struct StarterFile {
  std::string_view path;  // relative to the register's root
  std::string_view text;
};

// The files of examples/starter as they stand, in the order of their paths.
std::span<const StarterFile> starter_files();

struct NewFile {
  std::string path;
  std::string text;
};

// Everything of a new register: those files with their `$schema=` comments leading to
// .zsup/schemas, the schemas, and what Git, editors, pre-commit and CI systems need.
std::vector<NewFile> new_register();

// The text of a record or of zsup.yaml with the `$schema=` of its first comment leading to
// .zsup/schemas, as seen from a file of that path.
std::string with_local_schema(std::string_view path, std::string_view text);
// What `$schema=` names in a file of that path: "../.zsup/schemas/duty.schema.json".
std::string local_schema(std::string_view path, std::string_view schema_file);

}  // namespace zsup::command
