// The record reference: what every kind of record holds, written from the field tables.
#pragma once

#include <string>

#include "diag/say.h"

namespace zsup::record {

// docs/records.md in English, docs/records.zh-CN.md in Chinese.
std::string reference_markdown(diag::Lang lang);

}  // namespace zsup::record
