// What a template of a letter may name, as a page: docs/templates.md and docs/templates.zh-CN.md.
#pragma once

#include <string>

#include "diag/say.h"

namespace zsup::write {

std::string template_page(diag::Lang lang);

// The example of the page: a register's own template for letters of notice.
std::string_view template_example();

}  // namespace zsup::write
