// What an identifier may look like.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "diag/say.h"

namespace zsup::record {

struct IdFlaw {
  diag::Words what;    // continues "the id '…' "
  std::string better;  // what it could be instead; may be empty
};

// Nothing for a well-formed id: lower-case ASCII letters, digits and Chinese characters, with
// single hyphens between (never first or last), at most 64 characters, in composed form (NFC).
std::optional<IdFlaw> id_flaw(std::string_view text);

}  // namespace zsup::record
