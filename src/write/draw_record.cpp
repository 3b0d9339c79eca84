#include "write/draw_record.h"

#include <algorithm>

#include "record/yaml_text.h"

namespace zsup::write {

using diag::Lang;
using record::Kind;
using record::Spelling;
using view::DrawResult;

std::string draw_record(const DrawResult& result, const DrawRecord& how) {
  const record::ObjectSpec& spec = record::kind_row(Kind::draw).object();
  const auto key = [&](std::string_view name) {
    return std::string(record::spelled(*spec.find(name), how.spelling));
  };
  const auto scalar = [](std::string_view text) {
    return record::yaml_scalar(text, record::Where::block, true);
  };
  std::string text;
  if (!how.schema.empty()) text += "# yaml-language-server: $schema=" + how.schema + "\n";
  const auto line = [&](std::string_view name, std::string_view value) {
    text += fmt::format("{}: {}\n", key(name), value);
  };
  const auto list = [&](std::string_view name, std::vector<std::string_view> ids) {
    text += key(name) + ":\n";
    for (const std::string_view id : ids) text += "  - " + scalar(id) + "\n";
  };
  std::vector<std::string_view> drawn;
  std::vector<std::string_view> pool;
  for (const reg::Lot& lot : result.lots) {
    if (drawn.size() < result.count) drawn.push_back(lot.id);
    pool.push_back(lot.id);
  }
  std::sort(pool.begin(), pool.end());
  text += fmt::format("{}: {}\n", how.spelling == Spelling::chinese ? "种类" : "kind",
                      record::spelled(record::row_of(Kind::draw), how.spelling));
  line("id", scalar(how.id));
  line("period", result.request.period.id());
  line("count", std::to_string(result.count));
  line("seed", scalar(result.seed));
  line("held", result.request.as_of.iso());
  list("drawn", drawn);
  list("pool", pool);
  const diag::Text from = view::pool_in_words(result.request);
  const std::size_t size = result.lots.size();
  line("note", scalar(how.lang == Lang::zh ? fmt::format("范围：{}，共 {} {}", from.zh, size,
                                                         view::measure_word(result.request.kind))
                                           : fmt::format("pool: {}, {} in all", from.en, size)));
  return text;
}

}  // namespace zsup::write
