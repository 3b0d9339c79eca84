// The catalogue as a page: docs/rules.md and docs/rules.zh-CN.md.
#pragma once

#include <string>

#include "diag/say.h"

namespace zsup::rule {

std::string catalogue_page(diag::Lang lang);

}  // namespace zsup::rule
