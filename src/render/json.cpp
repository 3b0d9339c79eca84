#include "render/json.h"

#include <nlohmann/json.hpp>

#include "diag/json_text.h"
#include "text/one_line.h"
#include "text/utf8.h"

namespace zsup::render {

using Json = nlohmann::ordered_json;

Json json_text(std::string_view bytes) {
  return text::to_valid(text::as_read(bytes));
}

std::string dump(const Json& json) {
  return diag::escape_invisible(json.dump(-1, ' ', false, Json::error_handler_t::replace));
}

}  // namespace zsup::render
