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

inline constexpr std::string_view ignore_file = ".gitignore";

// What lies in a new register: those files with their `$schema=` comments leading to .zsup/schemas,
// the schemas, and what Git and editors read in any folder.
std::vector<NewFile> new_register();

// What lies at the top of the repository, since it is read nowhere else: for CI systems, hooks and
// editors. `below` leads from there to the register: "" or a path that ends in '/'.
std::vector<NewFile> around_register(std::string_view below);

// The text of a .gitignore with those lines of a new register's that it lacks; the same text when
// it has all.
std::string with_missing_lines(std::string_view text);

// A text as one word of a shell, quoted where it must be.
std::string shell_word(std::string_view text);

// The text of a record or of zsup.yaml with the `$schema=` of its first comment leading to
// .zsup/schemas, as seen from a file of that path.
std::string with_local_schema(std::string_view path, std::string_view text);
// What `$schema=` names in a file of that path: "../.zsup/schemas/duty.schema.json".
std::string local_schema(std::string_view path, std::string_view schema_file);

}  // namespace zsup::command
