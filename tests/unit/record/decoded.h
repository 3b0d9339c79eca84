// What the tests of record/ share: decode a text, and show what came of it.
#pragma once

#include <fmt/format.h>

#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "record/config.h"
#include "record/decode.h"
#include "record/decoder.h"
#include "yaml/reader.h"

namespace zsup::record {

// The records hold views into the text and the arena, so all of them live together.
struct Decoded {
  std::string text;
  std::unique_ptr<text::Arena> arena = std::make_unique<text::Arena>();
  mutable diag::Sink sink;  // asked for its list, which settles it
  std::vector<Record*> records;  // null where a document held none
  std::vector<Ghost> ghosts;
  Config config;

  std::string_view under(text::Place place) const {
    return std::string_view(text).substr(place.span.begin, place.span.size());
  }
  // Each diagnostic's code and the bytes under it: `ZS103<titel> ZS102<kind>`.
  std::string found() const {
    std::string out;
    for (const diag::Diagnostic& one : sink.list()) {
      out += fmt::format("{}{}<{}>", out.empty() ? "" : " ", one.code.name(), under(one.place));
    }
    return out;
  }
  // Message, help and edit of the only diagnostic, in English.
  std::string said() const {
    if (sink.list().size() != 1) return "found: " + found();
    const diag::Diagnostic& one = sink.list()[0];
    std::string out = one.message.en;
    if (!one.help.empty()) out += " | " + one.help.en;
    for (const diag::Edit& edit : one.fix) {
      out += fmt::format(" | {} -> {}", under(edit.place), edit.replacement);
    }
    return out;
  }
  std::string said_in_chinese() const {
    if (sink.list().size() != 1) return "found: " + found();
    const diag::Diagnostic& one = sink.list()[0];
    return one.help.empty() ? one.message.zh : one.message.zh + " | " + one.help.zh;
  }
};

inline Decoded decoded(std::string text) {
  Decoded out;
  out.text = std::move(text);
  yaml::Document scratch;
  yaml::read(
      out.text, 0, {}, yaml::Reader::automatic, *out.arena, out.sink, scratch,
      [&](const yaml::Document& document) {
        out.records.push_back(decode(document, 0, *out.arena, out.sink, out.ghosts.emplace_back()));
      });
  return out;
}

inline Decoded decoded_config(std::string text) {
  Decoded out;
  out.text = std::move(text);
  yaml::Document scratch;
  yaml::read(out.text, 0, {}, yaml::Reader::automatic, *out.arena, out.sink, scratch,
             [&](const yaml::Document& document) {
               Decoder(document, 0, *out.arena, out.sink).object(spec_of<Config>(), 0, &out.config);
             });
  return out;
}

}  // namespace zsup::record
