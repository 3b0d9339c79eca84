// compare_readers [--all-fast] [--list] [--events] PATH...
// Reads files, and the *.yaml of folders, with both readers. Fails if they differ anywhere; with
// --all-fast also if the fast reader declined a document. --list prints a line a file: documents
// read fast, documents declined, documents and diagnostics that came of it, and the file's name. --events
// prints what was read in the notation of the yaml-test-suite, and the diagnostics.
#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <string_view>
#include <vector>

#include "unit/yaml/differential.h"

namespace {

namespace fs = std::filesystem;

std::vector<fs::path> files_in(const fs::path& path) {
  if (!fs::is_directory(path)) return {path};
  std::vector<fs::path> files;
  for (const auto& entry : fs::recursive_directory_iterator(path)) {
    const std::string extension = entry.path().extension();
    const bool yaml = extension == ".yaml" || extension == ".yml";
    if (entry.is_regular_file() && yaml) files.push_back(entry.path());
  }
  std::sort(files.begin(), files.end());
  return files;
}

std::string content_of(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  if (!in) throw std::runtime_error("cannot read " + path.string());
  return {std::istreambuf_iterator<char>(in), {}};
}

std::string escaped(std::string_view text) {
  std::string out;
  for (const char c : text) {
    switch (c) {
      case '\\':
        out += "\\\\";
        break;
      case '\n':
        out += "\\n";
        break;
      case '\t':
        out += "\\t";
        break;
      case '\r':
        out += "\\r";
        break;
      case '\b':
        out += "\\b";
        break;
      case '\0':
        out += "\\0";
        break;
      default:
        out += c;
    }
  }
  return out;
}

// Prints a node and all below it.
void print_events(const zsup::yaml::Document& document, zsup::yaml::NodeId id) {
  using zsup::yaml::NodeKind;
  const zsup::yaml::Node& node = document[id];
  if (node.kind == NodeKind::null) {
    std::puts("=VAL :");
  } else if (node.kind == NodeKind::scalar) {
    constexpr std::string_view signs = ":'\"|>";  // in the order of Style
    std::printf("=VAL %c%s\n", signs[static_cast<std::size_t>(node.style)],
                escaped(node.value).c_str());
  } else {
    const char* const name = node.kind == NodeKind::mapping ? "MAP" : "SEQ";
    std::printf("+%s\n", name);
    zsup::yaml::NodeId child = document.first_child(id);
    for (std::size_t i = 0; i < node.children; ++i, child = document[child].next) {
      print_events(document, child);
    }
    std::printf("-%s\n", name);
  }
}

void print_file_events(std::string_view bytes) {
  zsup::text::Arena arena;
  zsup::diag::Sink sink;
  zsup::yaml::Document scratch;
  zsup::yaml::read(bytes, 0, {}, zsup::yaml::Reader::automatic, arena, sink, scratch,
                   [&](const zsup::yaml::Document& document) {
                     std::puts("+DOC");
                     if (!document.empty()) print_events(document, 0);
                     std::puts("-DOC");
                   });
  for (const auto& one : sink.list()) {
    std::printf("%s %s\n", one.code.name().c_str(), one.message.en.c_str());
  }
}

}  // namespace

int main(int argc, char** argv) {
  bool all_fast = false;
  bool list = false;
  bool events = false;
  bool good = true;
  std::size_t files = 0;
  std::size_t accepted = 0;
  std::size_t declined = 0;
  for (int i = 1; i < argc; ++i) {
    const std::string_view argument = argv[i];
    if (argument == "--all-fast") {
      all_fast = true;
      continue;
    }
    if (argument == "--events") {
      events = true;
      continue;
    }
    if (argument == "--list") {
      list = true;
      continue;
    }
    for (const fs::path& path : files_in(argument)) {
      const std::string bytes = content_of(path);
      const auto comparison = zsup::yaml::compare_readers(bytes);
      ++files;
      accepted += comparison.accepted;
      declined += comparison.declined;
      if (!comparison.difference.empty()) {
        std::printf("%s: the readers differ\n%s", path.c_str(), comparison.difference.c_str());
        good = false;
      }
      if (all_fast && comparison.declined > 0) {
        std::printf("%s: the fast reader declines it\n", path.c_str());
        good = false;
      }
      if (events) print_file_events(bytes);
      if (list) {
        std::size_t documents = 0;
        std::size_t diagnostics = 0;
        for (const std::string& line :
             zsup::yaml::reading(bytes, {}, zsup::yaml::Reader::automatic)) {
          if (line == "document") ++documents;
          if (line.starts_with("ZS")) ++diagnostics;
        }
        std::printf("%zu %zu %zu %zu %s\n", comparison.accepted, comparison.declined, documents,
                    diagnostics, path.c_str());
      }
    }
  }
  std::fprintf(stderr, "%zu files: %zu documents read fast, %zu declined, %s\n", files, accepted,
               declined, good ? "no difference" : "NOT as it should be");
  return good ? 0 : 1;
}
