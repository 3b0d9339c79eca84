#include <array>

#include "record/record.h"

namespace zsup::record {

namespace {

template <class... T>
std::array<const KindRow*, sizeof...(T)> rows_of(KindList<T...>) {
  return {&kind_row<T>()...};
}

const auto& rows() {
  static const auto list = rows_of(Kinds());
  return list;
}

EnumRow words_of(const KindRow& row) {
  return {row.object().name, row.object().title};
}

}  // namespace

std::span<const KindRow* const> kind_rows() {
  return rows();
}

const KindRow& kind_row(Kind kind) {
  return *rows()[static_cast<std::size_t>(kind)];
}

template <>
const Vocabulary& vocabulary<Kind>() {
  static const auto words = [] {
    std::array<EnumRow, kind_count> list;
    for (std::size_t i = 0; i < list.size(); ++i) list[i] = words_of(*rows()[i]);
    return list;
  }();
  static const Vocabulary vocabulary{"kind", {"记录种类", "kind of record"}, words};
  return vocabulary;
}

template <>
const Vocabulary& vocabulary<ConditionKind>() {
  static const auto words = [] {
    std::array<EnumRow, kind_count + 1> list;
    for (std::size_t i = 0; i < kind_count; ++i) list[i] = words_of(*rows()[i]);
    list.back() = {"clue", {"线索", "clue"}};
    return list;
  }();
  static const Vocabulary vocabulary{
      "condition_kind", {"条件所看的记录", "what a condition looks at"}, words};
  return vocabulary;
}

void visit(const Visitor& visitor, const Record& record) {
  const KindRow& row = kind_row(record.kind);
  visit(visitor, row.object(), row.type->whole(record));
}

void link(const Linking& linking, Record& record) {
  const KindRow& row = kind_row(record.kind);
  link(linking, row.object(), row.type->whole_to_fill(record));
}

void cut(Cut& how, Record& record) {
  const KindRow& row = kind_row(record.kind);
  cut(how, row.object(), row.type->whole_to_fill(record));
}

}  // namespace zsup::record
