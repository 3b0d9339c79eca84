// A draw → text in some format, and the record of it.
//
// JSON: `drawn` and `pool` are both in the order of their lots, with each lot's digest; `recorded`
// lists the draws that the register has of the period, and whether they drew the same;
// `recompute` is a line for a shell.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "diag/say.h"
#include "record/example.h"
#include "register/draws.h"
#include "render/table.h"

namespace zsup::render {

struct DrawView {
  Format format = Format::table;
  diag::Lang lang = diag::Lang::zh;
  bool explain = false;  // the whole pool; JSON has it anyway
  bool excel = false;    // for CSV: the byte-order mark
  bool draft = false;    // the register has errors, and the output says so
  std::optional<std::size_t> width;
};

struct DrawResult {
  reg::PoolRequest request;
  std::string seed;
  std::size_t count = 0;
  std::vector<reg::Lot> lots;  // of the whole pool, in order; the first `count` are drawn
  std::vector<const record::Draw*> recorded;
};

// Whether a recorded draw drew the same, in the same order.
bool same_drawn(const DrawResult& result, const record::Draw& draw);

std::string render_draw(const reg::Register& reg, const DrawResult& result, const DrawView& view);

// A line for a POSIX shell that prints the lots and ids of those drawn with sha256sum alone.
std::string recompute_line(const DrawResult& result);

// Who was in the pool, in words: "2018-06-30 在任的领导干部".
diag::Text pool_in_words(const reg::PoolRequest& request);

// The record, to be written into the register.
struct DrawRecord {
  std::string id;
  std::string schema;  // what `$schema=` names; or empty
  record::Spelling spelling = record::Spelling::chinese;
  diag::Lang lang = diag::Lang::zh;
};
std::string draw_record(const DrawResult& result, const DrawRecord& how);

}  // namespace zsup::render
