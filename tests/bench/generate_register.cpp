// generate_register FOLDER [--reports N] [--months M] [--per-file K] [--broken B] [--seed S]
//
// Writes the register of country.h into a folder, which must not be there yet.
#include <charconv>
#include <cstdio>
#include <filesystem>
#include <stdexcept>
#include <string>
#include <string_view>

#include "bench/country.h"

namespace {

namespace fs = std::filesystem;
using zsup::bench::Shape;

void write(const fs::path& path, std::string_view text) {
  std::FILE* file = std::fopen(path.c_str(), "wb");
  if (file == nullptr) {
    fs::create_directories(path.parent_path());
    file = std::fopen(path.c_str(), "wb");
  }
  if (file == nullptr) throw std::runtime_error("cannot write " + path.string());
  const bool whole = std::fwrite(text.data(), 1, text.size(), file) == text.size();
  if (std::fclose(file) != 0 || !whole) throw std::runtime_error("cannot write " + path.string());
}

Shape shape_of(int argc, char** argv, fs::path& folder) {
  Shape shape;
  for (int i = 1; i < argc; ++i) {
    const std::string_view word = argv[i];
    if (!word.starts_with("--")) {
      folder = word;
      continue;
    }
    std::uint64_t* number = nullptr;
    if (word == "--reports") number = &shape.reports;
    if (word == "--months") number = &shape.months;
    if (word == "--per-file") number = &shape.per_file;
    if (word == "--broken") number = &shape.broken;
    if (word == "--seed") number = &shape.seed;
    if (number == nullptr || ++i == argc) throw std::runtime_error("unknown: " + std::string(word));
    const std::string_view digits = argv[i];
    if (std::from_chars(digits.data(), digits.data() + digits.size(), *number).ec != std::errc{}) {
      throw std::runtime_error("not a number: " + std::string(digits));
    }
  }
  if (folder.empty() || shape.months < 1 || shape.months > 12 || shape.per_file == 0) {
    throw std::runtime_error("see the head of generate_register.cpp");
  }
  if (fs::exists(folder)) throw std::runtime_error("there is one already: " + folder.string());
  return shape;
}

}  // namespace

int main(int argc, char** argv) try {
  fs::path folder;
  const Shape shape = shape_of(argc, argv, folder);
  zsup::bench::make_country(
      shape, [&](const std::string& path, std::string_view text) { write(folder / path, text); });
  return 0;
} catch (const std::exception& error) {
  std::fprintf(stderr, "generate_register: %s\n", error.what());
  return 2;
}
