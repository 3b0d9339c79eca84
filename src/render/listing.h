// Records as a table, in any of its formats.
//
// JSON: `records`, each with id, file, line and `fields` by their canonical keys; words of a
// vocabulary by their ids, lists and mappings as such, everything else as text.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "diag/say.h"
#include "render/table.h"
#include "stats/listing.h"

namespace zsup::render {

struct ListingView {
  Format format = Format::table;
  diag::Lang lang = diag::Lang::zh;
  std::vector<const record::FieldSpec*> columns;
  bool all_fields = false;  // JSON: whatever the record says, not the columns alone
  bool with_place = false;  // a column of file and line; JSON and CSV have it anyway
  bool excel = false;       // for CSV: the byte-order mark
  std::optional<std::size_t> width;
};

std::string render_listing(const reg::Register& reg, record::Kind kind,
                           const std::vector<stats::Row>& rows, const ListingView& view);

// A value on one line: "主要负责人", "采购、廉洁纪律", "3 项", "内容=是，附件=1".
// `whole`: what a list of
// objects says instead of their number.
std::string in_words(const stats::Shown& shown, diag::Lang lang, bool whole = false);

}  // namespace zsup::render
