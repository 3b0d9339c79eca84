#include "write/letter_record.h"

#include <algorithm>

#include "mask/letters.h"
#include "record/decode.h"
#include "record/yaml_text.h"
#include "text/one_line.h"
#include "value/sha256.h"
#include "view/letter_words.h"

namespace zsup::write {

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

std::vector<KeptItem> kept_items(const Letter& letter, mask::Masker& masker,
                                 const LetterTemplate& form) {
  mask::Veil veil(masker, letter);
  mask::show_all(letter, veil);
  const std::vector<Printed> printed = form.printed(letter);
  std::vector<KeptItem> items;
  for (std::size_t at = 0; at < letter.items.size(); ++at) {
    const letter::Item& item = letter.items[at];
    if (item.record == nullptr || !record::holds(kinds_of_items(), item.record->kind)) continue;
    items.push_back(
        {record::slug(*item.record),
         text::on_one_line(veil.over(view::printed_statement_of(item, letter.type, printed[at]))),
         text::on_one_line(veil.over(view::statement_of(item)))});
  }
  return items;
}

bool lists_the_same(const record::Letter& issued, const Letter& letter, mask::Masker& masker,
                    const LetterTemplate& form) {
  std::vector<KeptItem> items = kept_items(letter, masker, form);
  if (issued.items.size() != items.size()) return false;
  for (const record::LetterItem& item : issued.items) {
    const std::string text = record::compared_text(item.text.or_empty());
    const auto same = std::find_if(items.begin(), items.end(), [&](const KeptItem& kept) {
      return item.record.or_empty().id == kept.record &&
             (text == record::compared_text(kept.text) ||
              text == record::compared_text(kept.in_full));
    });
    if (same == items.end()) return false;
    items.erase(same);
  }
  return true;
}

std::string render_letter_record(const Letter& letter, mask::Masker& masker,
                                 const LetterTemplate& form, const RecordOptions& options) {
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
  const std::vector<KeptItem> items = kept_items(letter, masker, form);
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

}  // namespace zsup::write
