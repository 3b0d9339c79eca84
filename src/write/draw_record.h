// The record of a draw.
#pragma once

#include <string>

#include "diag/say.h"
#include "record/example.h"
#include "view/draw.h"

namespace zsup::write {

// The record, to be written into the register.
struct DrawRecord {
  std::string id;
  std::string schema;  // what `$schema=` names; or empty
  record::Spelling spelling = record::Spelling::chinese;
  diag::Lang lang = diag::Lang::zh;
};
std::string draw_record(const view::DrawResult& result, const DrawRecord& how);

}  // namespace zsup::write
