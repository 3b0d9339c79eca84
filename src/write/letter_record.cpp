#include "write/letter_record.h"

#include <algorithm>

#include "mask/letters.h"
#include "record/decode.h"
#include "record/encode.h"
#include "text/one_line.h"
#include "value/sha256.h"
#include "view/letter_words.h"

namespace zsup::write {

using letter::Letter;

namespace {

record::KindSet kinds_of_items() {
  return record::spec_of<record::LetterItem>().find("record")->type.refers;
}

// With the items in the order of the record, as far as it lists them.
Letter as_recorded(const Letter& letter, const record::Letter& issued, mask::Masker& masker,
                   const LetterTemplate& form) {
  Letter as_then = letter;
  std::vector<letter::Item> left = std::move(as_then.items);
  as_then.items.clear();
  const std::vector<Printed> printed = form.printed(letter);
  mask::Veil veil(masker, letter);
  mask::show_all(letter, veil);
  std::vector<std::string> texts;
  for (std::size_t at = 0; at < left.size(); ++at) {
    texts.push_back(record::compared_text(
        veil.over(view::printed_statement_of(left[at], letter.type, printed[at]))));
  }
  for (const record::LetterItem& item : issued.items) {
    const std::string text = record::compared_text(item.text.or_empty());
    // One whose words have changed since goes by its record.
    std::size_t best = left.size();
    for (std::size_t at = 0; at < left.size(); ++at) {
      if (left[at].record == nullptr || item.record.target() != left[at].record) continue;
      if (best == left.size() || (texts[at] == text && texts[best] != text)) best = at;
    }
    if (best == left.size()) return letter;
    as_then.items.push_back(std::move(left[best]));
    left.erase(left.begin() + static_cast<std::ptrdiff_t>(best));
    texts.erase(texts.begin() + static_cast<std::ptrdiff_t>(best));
  }
  if (!left.empty()) return letter;
  int n = 0;
  for (letter::Item& item : as_then.items) item.n = ++n;
  return as_then;
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

std::optional<Letter> as_issued(const Letter& letter, const record::Letter& issued,
                                mask::Masker& masker, const LetterTemplate& form) {
  if (*issued.date != letter.date || issued.digest.or_empty().empty()) return std::nullopt;
  Letter again = letter;
  again.number = issued.number.or_empty();
  again.digest = issued.digest.or_empty();
  const auto is_the_one = [&](const Letter& one) {
    return digest_of(form.render(one, masker)) == one.digest;
  };
  if (is_the_one(again)) return again;
  // The list may have been in another order then.
  again = as_recorded(again, issued, masker, form);
  if (is_the_one(again)) return again;
  return std::nullopt;
}

std::string render_letter_record(const Letter& letter, mask::Masker& masker,
                                 const LetterTemplate& form, const RecordOptions& options) {
  const std::vector<KeptItem> kept = kept_items(letter, masker, form);
  std::vector<record::LetterItem> items;
  for (const KeptItem& one : kept) {
    record::LetterItem& item = items.emplace_back();
    item.record = record::given(record::Ref{one.record});
    item.text = record::given(record::Text(one.text));
  }
  record::Letter issued;
  issued.kind = record::Letter::its_kind;
  issued.id = record::given(record::Id{options.id});
  issued.type = record::given(letter.type);
  if (letter.number) issued.number = record::given(record::Text(*letter.number));
  issued.date = record::given(letter.date);
  issued.to = record::given(record::Ref{record::slug(*letter.to.record)});
  issued.period = record::given(letter.period);
  if (!items.empty()) issued.items = record::given_list(std::span(items));
  if (letter.reply_by) issued.reply_by = record::given(*letter.reply_by);
  issued.digest = record::given(record::Text(options.digest));
  return record::whole_file(issued, {.spelling = options.spelling, .schema = options.schema});
}

}  // namespace zsup::write
