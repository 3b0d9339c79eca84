// How names are found: a text is read as a row of characters without what may stand between those
// of a name (blanks, hyphens, the middle dot), letters in lower case; whatever of it, from any
// character on, is a key of the table of known names is a match. Matches that overlap are hidden as
// one, under the longest of them. A name that happens to be part of other words is hidden there
// too: that looks odd, a name that stays would be worse.
#include "letter/mask.h"

#include <algorithm>

#include "letter/surname.h"
#include "record/kinds/campaign.h"
#include "record/kinds/case.h"
#include "text/utf8.h"

namespace zsup::letter {

using record::Kind;
using record::LetterType;
using record::Mask;
using record::Record;

namespace {

bool is_alphanumeric(char32_t c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

// What may stand between the characters of a name, or of an id made from one.
bool is_between(char32_t c) {
  switch (c) {
    case ' ':
    case '\t':
    case '\n':
    case '\r':
    case '-':
    case '_':
    case 0xA0:    // no-break space
    case 0x3000:  // ideographic space, as in 王　伟
    case 0xB7:    // · and its lookalikes, as in foreign names
    case 0x2022:
    case 0x2027:
    case 0x22C5:
    case 0x30FB:
    case 0xFF65:
      return true;
    default:
      return false;
  }
}

// A text without what is between, and where each of its characters stands in the text.
struct Row {
  struct Character {
    char32_t code = 0;
    std::size_t key = 0;   // where its bytes begin in `keys`
    std::size_t from = 0;  // where they are in the text
    std::size_t to = 0;
  };
  std::string keys;
  std::vector<Character> characters;
};

Row row_of_characters(std::string_view text) {
  Row row;
  row.keys.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const text::Decoded decoded = text::decode(text, at);
    char32_t c = decoded.code_point;
    if (!is_between(c)) {
      if (c >= 'A' && c <= 'Z') c += 'a' - 'A';
      row.characters.push_back({c, row.keys.size(), at, at + decoded.length});
      text::append_utf8(row.keys, c);
    }
    at += decoded.length;
  }
  return row;
}

bool is_hidden_kind(Kind kind) {
  switch (kind) {
    case Kind::leader:
    case Kind::report:
    case Kind::finding:
    case Kind::case_:
    case Kind::action:
    case Kind::filing:
    case Kind::campaign:
    case Kind::letter:
    case Kind::draw:
    case Kind::waiver:
      return true;
    case Kind::org:
    case Kind::duty:
    case Kind::inspection:
    case Kind::policy:
    case Kind::calendar:
      return false;
  }
  return true;
}

bool is_id_character(char c) {
  return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-';
}

}  // namespace

Mask usual_mask(LetterType type) {
  switch (type) {
    case LetterType::briefing:
    case LetterType::bulletin:
      return Mask::surname;
    case LetterType::notice:
    case LetterType::advice:
    case LetterType::supervision_advice:
    case LetterType::reminder:
    case LetterType::urge:
    case LetterType::interview:
    case LetterType::upward:
      return Mask::none;
  }
  return Mask::surname;
}

Mask mask_for(const reg::Register& reg, LetterType type, value::Period period) {
  const record::Policy* policy = reg.policy_on(period.last_day());
  if (policy != nullptr && policy->letters) {
    const record::LetterRule* rule = policy->letters->of(type);
    if (rule != nullptr && rule->mask) return *rule->mask;
  }
  return usual_mask(type);
}

Masker::Masker(const reg::Register& reg, Mask mask) : mask_(mask), reg_(&reg) {
  if (!hides()) return;
  for (const record::Leader& leader : reg.all<record::Leader>()) {
    add_name(*leader.name, &leader);
    add_word(*leader.reading, &leader);
    add_word(record::slug(leader), &leader);
  }
  for (const record::Case& item : reg.all<record::Case>()) {
    for (const record::CasePerson& person : item.persons) add_name(*person.name, nullptr);
  }
  for (const record::Campaign& campaign : reg.all<record::Campaign>()) {
    for (const record::CampaignItem& item : campaign.items) add_name(*item.name, nullptr);
  }
  std::sort(lengths_.begin(), lengths_.end(), std::greater<>());
  lengths_.erase(std::unique(lengths_.begin(), lengths_.end()), lengths_.end());
}

void Masker::add_name(std::string_view name, const Record* leader) {
  const Row row = row_of_characters(name);
  if (!row.characters.empty() && !known_.contains(row.keys)) {
    known_.emplace(row.keys, Known{static_cast<std::uint32_t>(names_.size()), nullptr});
    names_.emplace_back(name);
    beginnings_.insert(row.characters.front().code);
    lengths_.push_back(row.characters.size());
  }
  if (leader == nullptr) return;
  const auto at = known_.find(row.keys);
  if (at != known_.end() && at->second.leader == nullptr) {
    persons_.emplace(leader, at->second.person);
  }
}

void Masker::add_word(std::string_view word, const Record* leader) {
  const Row row = row_of_characters(word);
  if (row.characters.size() < 2) return;
  known_.emplace(row.keys, Known{0, leader});  // a name of the same letters goes first
  beginnings_.insert(row.characters.front().code);
  lengths_.push_back(row.characters.size());
}

const std::string& Masker::word_for(const Record& record) {
  std::string& word = words_[&record];
  if (word.empty()) {
    word = fmt::format("masked-{}-{}", record::row_of(record.kind).id,
                       ++counts_[static_cast<std::size_t>(record.kind)]);
  }
  return word;
}

Veil::Veil(Masker& masker, const Letter& letter) : masker_(masker) {
  if (masker.mask() != Mask::surname || letter.type == LetterType::bulletin) return;
  show(letter.to.record);
  show(letter.to.attention);
  if (letter.from) {
    show(letter.from->record);
    show(letter.from->attention);
  }
}

void Veil::show(const Record* leader) {
  if (leader == nullptr) return;
  shown_ids_.insert(leader);
  const auto person = masker_.persons_.find(leader);
  if (person != masker_.persons_.end()) shown_.insert(person->second);
}

// The ids of records that may tell of a person, as words of their own.
void Veil::add_words(std::string_view text, std::vector<Match>& list) const {
  const auto add = [&](std::size_t from, std::size_t to) {
    const std::string_view word = text.substr(from, to - from);
    // A number in a sentence is not meant as an id. A Chinese id may be the same as a title, and
    // shows nothing but names; one with letters in it may spell a name in pinyin.
    if (std::none_of(word.begin(), word.end(), [](char c) { return c >= 'a' && c <= 'z'; })) return;
    const Record* record = masker_.reg_->find(word);
    if (record == nullptr || !is_hidden_kind(record->kind)) return;
    list.push_back({from, to, {}, record});
  };
  for (std::size_t at = 0; at < text.size();) {
    if (!is_id_character(text[at])) {
      ++at;
      continue;
    }
    std::size_t past = at;
    while (past < text.size() && is_id_character(text[past])) ++past;
    std::size_t from = at;
    at = past;
    while (from < past && text[from] == '-') ++from;
    while (from < past && text[past - 1] == '-') --past;
    add(from, past);
  }
  add(0, text.size());
}

void Veil::add_names(std::string_view text, std::vector<Match>& list) const {
  const Row row = row_of_characters(text);
  const auto& all = row.characters;
  const auto joined = [&](std::size_t right) {  // to the character before it, as letters of a word
    return right > 0 && right < all.size() && all[right - 1].to == all[right].from &&
           is_alphanumeric(all[right - 1].code) && is_alphanumeric(all[right].code);
  };
  std::string key;
  for (std::size_t first = 0; first < all.size(); ++first) {
    if (!masker_.beginnings_.contains(all[first].code) || joined(first)) continue;
    for (const std::size_t length : masker_.lengths_) {
      const std::size_t past = first + length;
      if (past > all.size() || joined(past)) continue;
      // A single character would be found in every sentence.
      if (length == 1 && all.size() > 1) continue;
      const std::size_t end = past == all.size() ? row.keys.size() : all[past].key;
      key.assign(row.keys, all[first].key, end - all[first].key);
      const auto found = masker_.known_.find(key);
      if (found == masker_.known_.end()) continue;
      list.push_back({all[first].from, all[past - 1].to, found->second, nullptr});
      break;
    }
  }
}

bool Veil::is_shown(const Match& match) const {
  if (match.record != nullptr) return shown_ids_.contains(match.record);
  return match.known.leader != nullptr ? shown_ids_.contains(match.known.leader)
                                       : shown_.contains(match.known.person);
}

// What is to be hidden, in the order of places; matches that overlap are one, under the longest.
std::vector<Veil::Match> Veil::matches(std::string_view text) const {
  std::vector<Match> all;
  if (!hides()) return all;
  add_words(text, all);
  add_names(text, all);
  std::stable_sort(all.begin(), all.end(), [](const Match& a, const Match& b) {
    return a.from != b.from ? a.from < b.from : a.to > b.to;
  });
  std::vector<Match> hidden;
  std::size_t longest = 0;
  std::size_t shown_to = 0;  // what lies within a name that is shown is that name's
  for (const Match& match : all) {
    if (match.to <= shown_to) continue;
    if (is_shown(match)) {
      shown_to = match.to;
      continue;
    }
    const std::size_t length = match.to - match.from;
    if (hidden.empty() || match.from >= hidden.back().to) {
      hidden.push_back(match);
      longest = length;
      continue;
    }
    const Match before = hidden.back();
    if (length > longest) {
      hidden.back() = match;
      longest = length;
    }
    hidden.back().from = before.from;
    hidden.back().to = std::max(before.to, match.to);
  }
  return hidden;
}

void Veil::meet(const Match& match) {
  if (match.record != nullptr) {
    masker_.word_for(*match.record);
  } else if (match.known.leader != nullptr) {
    masker_.word_for(*match.known.leader);
  } else {
    const std::string_view name = masker_.names_[match.known.person];
    const bool surname = masker_.mask() == Mask::surname;
    auto& alike = met_[surname ? std::string(surname_of(name)) : std::string()];
    if (std::find(alike.begin(), alike.end(), match.known.person) == alike.end()) {
      alike.push_back(match.known.person);
    }
  }
}

std::string Veil::instead_of(const Match& match) const {
  if (match.record != nullptr) return masker_.word_for(*match.record);
  if (match.known.leader != nullptr) return masker_.word_for(*match.known.leader);
  const std::string_view name = masker_.names_[match.known.person];
  const bool surname = masker_.mask() == Mask::surname;
  const std::string rest(surname ? surname_of(name) : std::string_view());
  const auto& alike = met_.at(rest);
  if (alike.size() == 1) return rest + (surname ? "某" : "某某");
  const auto at = std::find(alike.begin(), alike.end(), match.known.person);
  return rest + "某" + ordinal(static_cast<std::size_t>(at - alike.begin()));
}

void Veil::see(std::string_view text) {
  for (const Match& match : matches(text)) meet(match);
}

std::string Veil::over_id(std::string_view id) {
  if (!hides()) return std::string(id);
  const Record* record = masker_.reg_->find(id);
  const bool hidden =
      record != nullptr && is_hidden_kind(record->kind) && !shown_ids_.contains(record);
  return hidden ? masker_.word_for(*record) : over(id);
}

std::string Veil::over(std::string_view text) {
  if (!hides()) return std::string(text);
  std::string result;
  std::size_t at = 0;
  const std::vector<Match> hidden = matches(text);
  for (const Match& match : hidden) meet(match);
  for (const Match& match : hidden) {
    result.append(text, at, match.from - at);
    result += instead_of(match);
    at = match.to;
  }
  return result.append(text, at);
}

}  // namespace zsup::letter
