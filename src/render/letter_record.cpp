#include "render/letter_record.h"

#include "record/decode.h"
#include "record/yaml_text.h"
#include "render/letter_json.h"
#include "render/letter_words.h"
#include "value/sha256.h"

namespace zsup::render {

using letter::Letter;
using record::FieldSpec;
using record::ObjectSpec;
using record::Spelling;
using record::Where;

namespace {

std::string_view key(const ObjectSpec& object, std::string_view name, Spelling spelling) {
  return record::spelled(*object.find(name), spelling);
}

record::KindSet kinds_of_items() {
  return record::spec_of<record::LetterItem>().find("record")->type.refers;
}

}  // namespace

std::string digest_of(std::string_view rendered) {
  return "sha256:" + value::sha256(rendered);
}

std::vector<KeptItem> kept_items(const Letter& letter, letter::Masker& masker) {
  letter::Veil veil(masker, letter);
  show_all(letter, veil);
  std::vector<KeptItem> items;
  for (const letter::Item& item : letter.items) {
    if (item.record == nullptr || !record::holds(kinds_of_items(), item.record->kind)) continue;
    items.push_back({record::slug(*item.record), veil.over(statement_of(item))});
  }
  return items;
}

bool lists_the_same(const record::Letter& issued, const Letter& letter, letter::Masker& masker) {
  const std::vector<KeptItem> items = kept_items(letter, masker);
  if (issued.items.size() != items.size()) return false;
  std::size_t at = 0;
  for (const record::LetterItem& item : issued.items) {
    if (item.record->id != items[at].record || *item.text != items[at].text) return false;
    ++at;
  }
  return true;
}

std::string render_letter_record(const Letter& letter, letter::Masker& masker,
                                 const RecordOptions& options) {
  const ObjectSpec& object = record::spec_of<record::Letter>();
  const Spelling spelling = options.spelling;
  std::string out;
  if (!options.schema.empty()) out += "# yaml-language-server: $schema=" + options.schema + "\n";
  const auto add = [&](std::string_view name, std::string_view text) {
    out += fmt::format("{}: {}\n", key(object, name, spelling),
                       record::yaml_scalar(text, Where::block, true));
  };
  out += fmt::format("{}: {}\n", record::spelled(record::kind_field(), spelling),
                     record::spelled(record::row_of(record::Kind::letter), spelling));
  add("id", options.id);
  add("type", record::spelled(record::row_of(letter.type), spelling));
  add("number", letter.number.value_or(""));
  out += fmt::format("{}: {}\n", key(object, "date", spelling), letter.date.iso());
  add("to", record::slug(*letter.to.record));
  out += fmt::format("{}: {}\n", key(object, "period", spelling), letter.period.id());
  const std::vector<KeptItem> items = kept_items(letter, masker);
  if (!items.empty()) {
    const ObjectSpec& item = record::spec_of<record::LetterItem>();
    out += fmt::format("{}:\n", key(object, "items", spelling));
    for (const KeptItem& one : items) {
      out += fmt::format("  - {{{}: {}, {}: {}}}\n", key(item, "record", spelling),
                         record::yaml_scalar(one.record, Where::flow, true),
                         key(item, "text", spelling),
                         record::yaml_scalar(one.text, Where::flow, true));
    }
  }
  if (letter.reply_by) {
    out += fmt::format("{}: {}\n", key(object, "reply_by", spelling), letter.reply_by->iso());
  }
  add("digest", options.digest);
  return out;
}

}  // namespace zsup::render
