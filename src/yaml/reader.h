// bytes → documents. What is accepted is decided by one strict grammar, whichever reader runs:
// block and flow mappings and sequences; plain, quoted, literal and folded scalars; comments;
// `---` and `...`. Anchors, aliases, merge keys, tags, directives and `?` keys are refused.
#pragma once

#include <cstdint>
#include <string_view>

#include "diag/diagnostic.h"
#include "text/arena.h"
#include "text/source.h"
#include "yaml/document.h"
#include "yaml/function_ref.h"

namespace zsup::yaml {

struct Limits {
  std::uint32_t bytes = 64u << 20;  // of a file
  std::uint32_t document_bytes = 6u << 20;
  std::uint32_t slow_bytes = 4u << 20;    // of a file, for yaml-cpp behind the fast reader
  std::uint32_t scalar_bytes = 4u << 20;  // of one scalar
  std::uint32_t nodes = 1'000'000;        // of one document
  std::uint32_t depth = 64;               // collections within collections
};

// Automatic: yaml-cpp reads what the fast reader declines, but of one file one document and no more
// than `slow_bytes`, since it reads a few megabytes a second. What is left then is not read, and
// told so.
enum class Reader : std::uint8_t { automatic, yaml_cpp };

// Reads one source and calls `use` for every document that is well formed, in order. The Document
// is valid only during the call; views in it stay valid as long as the source's bytes and the
// arena. Everything that is wrong goes to the sink, each under its code; a broken document does not
// keep the documents before and behind it (as divided by `---` lines) from being read. An empty
// file, or one of comments only, yields no document and no diagnostic.
void read(std::string_view bytes, text::SourceId source, const Limits& limits, Reader reader,
          text::Arena& arena, diag::Sink& sink, Document& scratch,
          FunctionRef<void(const Document&)> use);

}  // namespace zsup::yaml
