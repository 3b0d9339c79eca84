#include "record/decode.h"

#include "diag/brief.h"
#include "record/decoder.h"
#include "text/same_word.h"

namespace zsup::record {

using diag::say;
using yaml::NodeId;
using yaml::NodeKind;
namespace code = diag::code;

namespace {

struct Entry {
  NodeId key = 0;
  NodeId value = 0;
  NodeId again = 0;  // the key under its other spelling, when both are given
};

Entry entry(const yaml::Document& document, std::string_view key, std::string_view word) {
  Entry found;
  for (NodeId at = document.first_child(0); at != 0;) {
    const NodeId value = document[at].next;
    const std::string_view name = document[at].value;
    if (text::same_word(name, word) || text::same_word(name, key)) {
      if (found.key == 0) {
        found = {at, value};
      } else if (document[found.key].value != name) {
        found.again = at;
      }
    }
    at = document[value].next;
  }
  return found;
}

void not_a_record(const yaml::Document& document, text::Place place, diag::Sink& sink) {
  const bool list = document[0].kind == NodeKind::sequence;
  diag::Diagnostic& found =
      sink.add(code::not_a_mapping, place,
               list ? say("一条记录应为一组“字段: 值”，这里是一个列表",
                          "a record is a mapping of 'key: value', but here is a list")
                    : say("一条记录应为一组“字段: 值”，这里是单个值",
                          "a record is a mapping of 'key: value', but here is a single value"));
  found.help = list ? say("每条记录单独成文，多条记录之间用一行 --- 隔开",
                          "write each record as a document of its own, with a line --- between")
                    : say("第一行写记录种类，例如“种类: 任务”",
                          "begin with the kind of record, such as 'kind: duty'");
}

// The kind that a plain value names; below 0 where a closer look is needed.
int known_kind(const yaml::Node& node) {
  if (node.kind != NodeKind::scalar) return -1;
  const auto rows = vocabulary<Kind>().rows;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    if (text::same_word(rows[i].label.zh, node.value) || text::same_word(rows[i].id, node.value)) {
      return static_cast<int>(i);
    }
  }
  return -1;
}

void remember_id(const yaml::Document& document, Ghost& ghost) {
  const Entry id = entry(document, "id", "编号");
  if (id.key != 0 && document[id.value].kind == NodeKind::scalar) {
    ghost.id = {{document[id.value].value}, document[id.value].span};
  }
}

}  // namespace

const FieldSpec& kind_field() {
  static constexpr FieldSpec field{.key = "kind",
                                   .word = "种类",
                                   .required = true,
                                   .type = type_of_value<Kind>(),
                                   .doc = {"记录种类", "kind of record"},
                                   .example = "任务"};
  return field;
}

Record* decode(const yaml::Document& document, text::SourceId source, text::Arena& arena,
               diag::Sink& sink, Ghost& ghost, Slips* slips) {
  const yaml::Node& root = document[0];
  if (root.kind != NodeKind::mapping) {
    not_a_record(document, {source, root.span}, sink);
    return nullptr;
  }
  Decoder decoder(document, source, arena, sink, slips);
  const Entry kind_entry = entry(document, kind_field().key, kind_field().word);
  int kind = -1;
  if (kind_entry.key == 0) {
    const NodeId first = document.first_child(0);
    sink.add(code::unknown_kind, {source, document[first == 0 ? 0 : first].span},
             say("没有写明记录种类", "the record does not say what kind it is"),
             say("第一行写记录种类，例如“种类: 任务”",
                 "begin with the kind of record, such as 'kind: duty'"));
  } else {
    kind = known_kind(document[kind_entry.value]);
    // What is wrong with it is told in words as long as they are read; finding them takes long.
    const text::Place place{source, document[kind_entry.value].span};
    if (kind < 0 && !sink.only_counts(code::unknown_kind, place)) {
      diag::Sink own;
      Decoder kind_decoder(document, source, arena, own);
      kind = kind_decoder.enumeration(kind_entry.value, kind_field());
      for (diag::Diagnostic& found : own.list()) {
        found.code = code::unknown_kind;
        sink.take(std::move(found));
      }
    }
  }
  if (kind_entry.again != 0) {
    decoder.key_repeated(kind_entry.key, kind_entry.again);
  }
  if (kind < 0) {
    remember_id(document, ghost);
    return nullptr;
  }
  const KindRow& spec = kind_row(static_cast<Kind>(kind));
  Record* record = spec.type->make(arena);
  record->source = source;
  record->span = root.span;
  record->kind_span = document[kind_entry.value].span;
  decoder.object(spec.object(), 0, spec.type->whole_to_fill(*record), kind_field().key,
                 kind_field().word);
  if (!record->id) remember_id(document, ghost);
  return record;
}

}  // namespace zsup::record
