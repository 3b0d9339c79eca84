#include "diag/json_text.h"

#include <fmt/core.h>

#include "text/utf8.h"
#include "text/visible.h"

namespace zsup::diag {

std::string escape_invisible(std::string_view json) {
  std::string out;
  out.reserve(json.size());
  for (std::size_t at = 0; at < json.size();) {
    const text::Decoded decoded = text::decode(json, at);
    const char32_t code_point = decoded.code_point;
    // Below DEL only line breaks between values are left: inside strings these are escaped already.
    if (code_point < 0x7F || !text::is_invisible(code_point)) {
      out.append(json.substr(at, decoded.length));
    } else if (code_point < 0x10000) {
      out += fmt::format("\\u{:04x}", static_cast<std::uint32_t>(code_point));
    } else {
      const auto rest = static_cast<std::uint32_t>(code_point - 0x10000);
      out += fmt::format("\\u{:04x}\\u{:04x}", 0xD800 + (rest >> 10), 0xDC00 + (rest & 0x3FF));
    }
    at += decoded.length;
  }
  return out;
}

}  // namespace zsup::diag
