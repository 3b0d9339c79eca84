// How names are found: a text is read as a row of characters as names are compared (see
// text/name_fold.h); whatever of it, from any character on, is a key of the table of known names is
// a match. Matches that overlap are hidden as one, under the longest of them. A name that happens
// to be part of other words is hidden there too: that looks odd, a name that stays would be worse.
#include "mask/veil.h"

#include <algorithm>
#include <map>
#include <set>

#include "letter/surname.h"
#include "record/kinds/campaign.h"
#include "record/kinds/case.h"
#include "text/name_fold.h"
#include "text/pinyin.h"
#include "text/utf8.h"

namespace zsup::mask {

using record::Kind;
using record::LetterType;
using record::Mask;
using record::Record;

namespace {

// A text as names are compared in it, without accents, and where each of its characters stands.
struct Row {
  struct Character {
    char32_t code = 0;
    std::size_t key = 0;   // where its bytes begin in `keys`
    std::size_t from = 0;  // where they are in the text
    std::size_t to = 0;
    bool apart = true;  // from the character before
  };
  std::string keys;
  std::vector<Character> characters;
};

Row row_of_characters(std::string_view text) {
  Row row;
  row.keys.reserve(text.size());
  for (const text::FoldedCharacter& one : text::folded(text)) {
    if (one.mark) {
      if (!row.characters.empty() && !one.apart) row.characters.back().to = one.to;
      continue;
    }
    row.characters.push_back({one.code, row.keys.size(), one.from, one.to, one.apart});
    text::append_utf8(row.keys, one.code);
  }
  return row;
}

bool is_digit(char32_t c) {
  return c >= '0' && c <= '9';
}

bool is_of_digits(std::string_view key) {
  return std::all_of(key.begin(), key.end(), [](char c) { return c >= '0' && c <= '9'; });
}

constexpr reg::Product texts_by_names{
    {"函件的文字乘以要隐去的姓名", "the texts of letters times the names to be hidden in them"},
    {"姓名中不要写别的内容；缩小函件的对象（--leader、--org）",
     "write nothing but names as names; write to fewer at once (--leader, --org)"}};

bool is_id_character(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' ||
         c == '_';
}

constexpr std::string_view ellipsis = "…";
constexpr std::size_t least_beginning = 3;  // of a word in letters, to tell of whom it speaks

// Blanks instead of the signs by which a message shows what cannot be seen (text/visible.h), each
// as long as it was.
std::string without_signs(std::string_view text) {
  constexpr std::string_view line_end = "⏎";
  std::string bare(text);
  const auto blank = [&](std::size_t at, std::size_t size) { bare.replace(at, size, size, ' '); };
  for (std::size_t at = 0; at < text.size(); ++at) {
    const std::string_view rest = text.substr(at);
    if (rest.starts_with(line_end)) {
      blank(at, line_end.size());
    } else if (rest.size() >= 2 && rest[0] == '^' && rest[1] >= '?' && rest[1] <= '_') {
      blank(at, 2);
    } else if (rest.starts_with("<U+")) {
      const std::size_t end = rest.find('>');
      if (end != std::string_view::npos && end <= 9) blank(at, end + 1);
    } else if (rest.size() >= 4 && rest.starts_with("\\x")) {
      blank(at, 4);
    }
  }
  return bare;
}

// As ids are written: report_Wang_1 is report-wang-1.
std::string as_id(std::string_view word) {
  std::string id(word);
  for (char& c : id) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + ('a' - 'A'));
    if (c == '_') c = '-';
  }
  return id;
}

}  // namespace

Mask usual_mask(LetterType type) {
  return *record::about(type).mask;
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
  for (const record::Leader& leader : reg.all<record::Leader>())
    add_name(leader.name.or_empty(), &leader);
  for (const record::Case& item : reg.all<record::Case>()) {
    for (const record::CasePerson& person : item.persons) add_name(person.name.or_empty(), nullptr);
  }
  for (const record::Campaign& campaign : reg.all<record::Campaign>()) {
    for (const record::CampaignItem& item : campaign.items) add_name(item.name.or_empty(), nullptr);
  }
  for (const record::Leader& leader : reg.all<record::Leader>()) {
    for (const std::string_view word : {leader.reading.or_empty(), record::slug(leader)}) {
      for (const std::string& spelling : text::spellings_of_u(word)) add_word(spelling, &leader);
    }
  }
  std::sort(lengths_.begin(), lengths_.end(), std::greater<>());
  lengths_.erase(std::unique(lengths_.begin(), lengths_.end()), lengths_.end());
  for (const std::size_t length : lengths_) steps_ += 2 + length / 2;
}

void Masker::add_name(std::string_view name, const Record* leader) {
  const Row row = row_of_characters(name);
  if (row.characters.empty()) return;
  const auto [at, is_new] =
      known_.try_emplace(row.keys, Known{static_cast<std::uint32_t>(names_.size()), nullptr});
  Known& known = at->second;
  if (is_new) {
    names_.emplace_back(text::plain_name(name));
    keys_.push_back(text::name_key(name));
    beginnings_.insert(row.characters.front().code);
    lengths_.push_back(row.characters.size());
  } else if (keys_[known.person] != text::name_key(name)) {
    known.several = true;  // they differ by accents only
  }
  if (leader != nullptr) persons_.emplace(leader, known.person);
}

void Masker::add_word(std::string_view word, const Record* leader) {
  const Row row = row_of_characters(word);
  if (row.characters.size() < 2) return;
  // A name of the same letters is there before, and goes before.
  const auto [at, is_new] = known_.try_emplace(row.keys, Known{0, leader});
  if (!is_new) {
    if (at->second.leader != nullptr && at->second.leader != leader) at->second.several = true;
    return;
  }
  beginnings_.insert(row.characters.front().code);
  lengths_.push_back(row.characters.size());
}

const std::string& Masker::word_for(const Record& record) {
  std::string& word = words_[&record];
  if (word.empty()) {
    word = fmt::format("masked-{}-{}", record::row_of(record.kind).id, ++counts_[record.kind]);
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
    const std::string word = as_id(text.substr(from, to - from));
    // A number in a sentence is not meant as an id. A Chinese id may be the same as a title, and
    // shows nothing but names; one with letters in it may spell a name in pinyin.
    if (std::none_of(word.begin(), word.end(), [](char c) { return c >= 'a' && c <= 'z'; })) return;
    const Record* record = masker_.reg_->find(word);
    if (record == nullptr || !record::id_may_name(*record)) return;
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
    const auto joins = [](char c) { return c == '-' || c == '_'; };
    while (from < past && joins(text[from])) ++from;
    while (from < past && joins(text[past - 1])) --past;
    add(from, past);
  }
  add(0, text.size());
}

void Veil::add_names(std::string_view text, std::vector<Match>& list) const {
  const Row row = row_of_characters(text);
  const auto& all = row.characters;
  // Whether a letter touches a name or an id that begins or ends with a letter or a figure: then it
  // is part of a longer word. Nothing else makes it one. A figure by itself is part of a longer
  // figure.
  const auto joined = [&](std::size_t right, std::size_t outside, bool figure) {
    if (right == 0 || right >= all.size() || all[right].apart) return false;
    const std::size_t inside = outside == right ? right - 1 : right;
    const char32_t own = all[inside].code;
    const char32_t other = all[outside].code;
    if (!text::is_letter_of_word(own) && !is_digit(own)) return false;
    return text::is_letter_of_word(other) || (figure && is_digit(other));
  };
  std::string key;
  for (std::size_t first = 0; first < all.size(); ++first) {
    if (!masker_.beginnings_.contains(all[first].code)) continue;
    masker_.reg_->budget().work(text::Place{0, {}}, texts_by_names, masker_.steps_);
    for (const std::size_t length : masker_.lengths_) {
      const std::size_t past = first + length;
      if (past > all.size()) continue;
      // A single character would be found in every sentence.
      if (length == 1 && all.size() > 1) continue;
      const std::size_t end = past == all.size() ? row.keys.size() : all[past].key;
      key.assign(row.keys, all[first].key, end - all[first].key);
      const auto found = masker_.known_.find(key);
      if (found == masker_.known_.end()) continue;
      const bool figure = is_digit(all[first].code) && is_of_digits(key);
      if (first > 0 && joined(first, first - 1, figure)) continue;
      if (joined(past, past, figure)) continue;
      list.push_back({all[first].from, all[past - 1].to, found->second, nullptr});
      break;
    }
  }
}

bool Veil::is_shown(const Match& match) const {
  if (match.record != nullptr) return shown_ids_.contains(match.record);
  if (match.known.several) return false;
  return match.known.leader != nullptr ? shown_ids_.contains(match.known.leader)
                                       : shown_.contains(match.known.person);
}

// What is left of a name or an id that was cut: all that stands before `…` and begins one. One
// character is no more than a surname.
void Veil::add_beginnings(std::string_view text, std::vector<Match>& list) const {
  for (std::size_t cut = text.find(ellipsis); cut != std::string_view::npos;
       cut = text.find(ellipsis, cut + ellipsis.size())) {
    std::size_t from = cut;
    while (from > 0 && is_id_character(text[from - 1])) --from;
    const std::string word = as_id(text.substr(from, cut - from));
    if (word.size() >= least_beginning) {
      for (const Record* record : masker_.reg_->records) {
        if (!record->name().starts_with(word) || !record::id_may_name(*record)) continue;
        list.push_back({from, cut, {}, record});
        break;
      }
    }
    const Row row = row_of_characters(text.substr(0, cut));
    const auto& all = row.characters;
    const std::size_t longest = masker_.lengths_.empty() ? 0 : masker_.lengths_.front();
    for (std::size_t length = std::min(longest, all.size()); length >= 2; --length) {
      const auto& first = all[all.size() - length];
      if (text::is_letter_of_word(first.code) && length < least_beginning) break;
      if (!masker_.beginnings_.contains(first.code)) continue;
      const std::string_view rest = std::string_view(row.keys).substr(first.key);
      const auto found = std::find_if(
          masker_.known_.begin(), masker_.known_.end(),
          [&](const auto& known) { return std::string_view(known.first).starts_with(rest); });
      if (found == masker_.known_.end()) continue;
      list.push_back({first.from, all.back().to, found->second, nullptr});
      break;
    }
  }
}

// What is to be hidden, in the order of places; matches that overlap are one, under the longest.
std::vector<Veil::Match> Veil::matches(std::string_view text) const {
  std::vector<Match> all;
  if (!hides()) return all;
  add_words(text, all);
  add_names(text, all);
  return to_hide(std::move(all));
}

std::vector<Veil::Match> Veil::to_hide(std::vector<Match> all) const {
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
    auto& alike = met_[surname ? std::string(letter::surname_of(name)) : std::string()];
    masker_.reg_->budget().work(text::Place{0, {}}, texts_by_names, alike.size() / 4);
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
  const std::string rest(surname ? letter::surname_of(name) : std::string_view());
  const auto& alike = met_.at(rest);
  if (alike.size() == 1) return rest + (surname ? "某" : "某某");
  const auto at = std::find(alike.begin(), alike.end(), match.known.person);
  return rest + "某" + letter::ordinal(static_cast<std::size_t>(at - alike.begin()));
}

text::Shown Veil::show(text::Named text) {
  return text::Shown(hides() ? over(std::string_view(text.text_)) : std::move(text.text_));
}

text::Shown Veil::show_id(text::Named id) {
  return text::Shown(hides() ? over_id(std::string_view(id.text_)) : std::move(id.text_));
}

void Veil::see(std::string_view text) {
  for (const Match& match : matches(text)) meet(match);
}

std::string Veil::over_id(std::string_view id) {
  if (!hides()) return std::string(id);
  const Record* record = masker_.reg_->find(id);
  const bool hidden =
      record != nullptr && record::id_may_name(*record) && !shown_ids_.contains(record);
  return hidden ? masker_.word_for(*record) : over(id);
}

void tell_apart(std::vector<std::string>& words) {
  std::map<std::string, std::size_t> times;
  for (const std::string& word : words) ++times[word];
  std::set<std::string> taken;
  for (const auto& [word, count] : times) {
    if (count == 1) taken.insert(word);
  }
  std::map<std::string, std::size_t> used;
  for (std::string& word : words) {
    if (times[word] == 1) continue;
    std::string told;
    do told = word + letter::ordinal(used[word]++);
    while (!taken.insert(told).second);
    word = std::move(told);
  }
}

std::string Veil::over(std::string_view text) {
  return hides() ? replaced(text, matches(text)) : std::string(text);
}

std::string Veil::over_lines(std::string_view text) {
  std::string result;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t past = std::min(text.find('\n', at), text.size() - 1) + 1;
    const std::string_view line = text.substr(at, past - at);
    std::vector<Match> hidden = matches(line);
    // What stands for a name is none, though somebody may be called 王某 in the register.
    std::erase_if(hidden, [&](const Match& match) {
      return line.substr(match.from, match.to - match.from).find("某") != std::string_view::npos;
    });
    result += replaced(line, hidden);
    at = past;
  }
  return result;
}

std::string Veil::over_said(std::string_view text) {
  if (!hides()) return std::string(text);
  const std::string bare = without_signs(text);
  std::vector<Match> all;
  add_words(bare, all);
  add_names(bare, all);
  add_beginnings(bare, all);
  return replaced(text, to_hide(std::move(all)));
}

std::string Veil::replaced(std::string_view text, const std::vector<Match>& hidden) {
  std::string result;
  std::size_t at = 0;
  for (const Match& match : hidden) meet(match);
  for (const Match& match : hidden) {
    result.append(text, at, match.from - at);
    result += instead_of(match);
    at = match.to;
  }
  return result.append(text, at);
}

}  // namespace zsup::mask
