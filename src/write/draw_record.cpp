#include "write/draw_record.h"

#include <algorithm>

#include "record/encode.h"
#include "record/kinds/draw.h"

namespace zsup::write {

using diag::Lang;
using view::DrawResult;

std::string draw_record(const DrawResult& result, const DrawRecord& how) {
  std::vector<record::Given<record::Ref>> drawn;
  std::vector<record::Given<record::Ref>> pool;
  for (const reg::Lot& lot : result.lots) {
    pool.push_back(record::given(record::Ref{lot.id}));
    if (drawn.size() < result.count) drawn.push_back(pool.back());
  }
  std::sort(pool.begin(), pool.end(), [](const auto& a, const auto& b) { return a->id < b->id; });
  const diag::Text from = view::pool_in_words(result.request);
  const std::string_view counter = view::measure_word(result.request.kind);
  const std::string note = how.lang == Lang::zh
                               ? fmt::format("范围：{}，共 {} {}", from.zh, pool.size(), counter)
                               : fmt::format("pool: {}, {} in all", from.en, pool.size());
  record::Draw draw;
  draw.kind = record::Draw::its_kind;
  draw.id = record::given(record::Id{how.id});
  draw.period = record::given(result.request.period);
  draw.count = record::given(static_cast<std::int64_t>(result.count));
  draw.seed = record::given(record::Text(result.seed));
  draw.held = record::given(result.request.as_of);
  draw.drawn = record::given_list(std::span(drawn));
  draw.pool = record::given_list(std::span(pool));
  draw.note = record::given(record::Text(note));
  // The pool is long, and comes behind what people look for.
  constexpr std::string_view last[] = {"drawn", "pool", "note"};
  return record::whole_file(draw, {.spelling = how.spelling,
                                   .schema = how.schema,
                                   .layout = record::Layout::block,
                                   .last = last});
}

}  // namespace zsup::write
