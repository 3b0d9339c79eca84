// Records of a kind → a page.
//
// JSON: `records`, each with id, file, line and `fields` by their canonical keys; words of a
// vocabulary by their ids, lists and mappings as such, everything else as text.
#pragma once

#include <string>
#include <vector>

#include "stats/listing.h"
#include "view/in.h"
#include "view/member.h"
#include "view/page.h"

namespace zsup::view {

struct ListingWanted : Wanted {
  std::vector<const record::FieldSpec*> columns;
  bool all_fields = false;  // JSON: whatever the record says, not the columns alone
  bool with_place = false;  // a column of file and line; JSON and CSV have it anyway
};

// The rows must last until the page is written.
Page<Named> listing_page(const reg::Register& reg, record::Kind kind,
                         const std::vector<stats::Row>& rows, ListingWanted wanted);
std::vector<Described> listing_keys();

// A value on one line: "主要负责人", "采购、廉洁纪律", "3 项", "内容=是，附件=1". `whole`: what a
// list of objects says instead of their number.
std::string in_words(const record::FieldSpec& field, const record::YamlValue& value,
                     diag::Lang lang, bool whole = false);

}  // namespace zsup::view
