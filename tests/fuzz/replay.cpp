// The main of a fuzz target that is built without libFuzzer.
//   fuzz_<target> PATH...                    runs files, and those of folders, once each
//   fuzz_<target> --blind RUNS SEED PATH...  runs so many mixtures of them, the same for a seed
// A finding aborts behind the name of the file, or behind the number of the run, whose input is
// then in ./blind-input.
#include <algorithm>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <random>
#include <string>
#include <string_view>
#include <vector>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

namespace {

namespace fs = std::filesystem;
using Bytes = std::vector<std::uint8_t>;

std::vector<fs::path> files_of(const std::vector<std::string>& arguments) {
  std::vector<fs::path> files;
  for (const fs::path path : arguments) {
    if (!fs::is_directory(path)) {
      files.push_back(path);
      continue;
    }
    for (const auto& entry : fs::recursive_directory_iterator(path)) {
      if (entry.is_regular_file()) files.push_back(entry.path());
    }
  }
  std::sort(files.begin(), files.end());
  return files;
}

Bytes content_of(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  if (!in) {
    std::fprintf(stderr, "%s cannot be read\n", path.c_str());
    std::exit(1);
  }
  const std::vector<char> bytes{std::istreambuf_iterator<char>(in), {}};
  return {bytes.begin(), bytes.end()};
}

void run(const Bytes& bytes) {
  // Of exactly its size, so that sanitizers see every byte that is read behind it.
  const Bytes exact(bytes.begin(), bytes.end());
  LLVMFuzzerTestOneInput(exact.data(), exact.size());
}

// The start of one input and the end of another, some bytes changed, put in or taken out.
Bytes mixture(const std::vector<Bytes>& inputs, std::mt19937_64& random) {
  const auto below = [&](std::size_t limit) { return limit == 0 ? 0 : random() % limit; };
  const Bytes& first = inputs[below(inputs.size())];
  const Bytes& second = inputs[below(inputs.size())];
  const auto end = first.begin() + static_cast<std::ptrdiff_t>(below(first.size() + 1));
  Bytes bytes(first.begin(), below(2) == 0 ? first.end() : end);
  if (below(2) == 0) {
    bytes.insert(bytes.end(),
                 second.begin() + static_cast<std::ptrdiff_t>(below(second.size() + 1)),
                 second.end());
  }
  for (std::size_t left = below(12); left > 0 && !bytes.empty(); --left) {
    const auto at = bytes.begin() + static_cast<std::ptrdiff_t>(below(bytes.size()));
    switch (below(4)) {
      case 0:
        bytes.erase(at);
        break;
      case 1:
        bytes.insert(at, static_cast<std::uint8_t>(random()));
        break;
      default:
        *at = static_cast<std::uint8_t>(random());
    }
  }
  return bytes;
}

// Written before the run, since nothing is written after one that aborts.
void keep(const Bytes& bytes) {
  std::ofstream out("blind-input", std::ios::binary | std::ios::trunc);
  for (const std::uint8_t byte : bytes) out.put(static_cast<char>(byte));
}

int run_blind(std::uint64_t runs, std::uint64_t seed, const std::vector<fs::path>& files) {
  std::vector<Bytes> inputs{{}};
  for (const fs::path& file : files) inputs.push_back(content_of(file));
  std::mt19937_64 random(seed);
  for (std::uint64_t at = 0; at < runs; ++at) {
    const Bytes bytes = mixture(inputs, random);
    if (at % 1024 == 0) std::fprintf(stderr, "\r%llu", static_cast<unsigned long long>(at));
    keep(bytes);
    run(bytes);
  }
  std::fprintf(stderr, "\r%llu blind runs\n", static_cast<unsigned long long>(runs));
  return 0;
}

}  // namespace

int main(int argc, char** argv) {
  std::vector<std::string> arguments(argv + 1, argv + argc);
  if (arguments.size() > 3 && arguments[0] == "--blind") {
    const std::uint64_t runs = std::stoull(arguments[1]);
    const std::uint64_t seed = std::stoull(arguments[2]);
    arguments.erase(arguments.begin(), arguments.begin() + 3);
    return run_blind(runs, seed, files_of(arguments));
  }
  const std::vector<fs::path> files = files_of(arguments);
  for (const fs::path& file : files) {
    std::fprintf(stderr, "\r%s", file.c_str());
    run(content_of(file));
  }
  std::fprintf(stderr, "\n%zu inputs replayed\n", files.size());
  return files.empty() ? 1 : 0;
}
