#include "command/issue.h"

#include <map>

#include "command/placing.h"
#include "diag/brief.h"
#include "letter/numbering.h"
#include "record/letter_number.h"
#include "register/urging.h"
#include "mask/letters.h"
#include "write/letter_record.h"
#include "view/letter_words.h"

namespace zsup::command {

using diag::brief;
using diag::say;
using letter::Letter;
using record::Kind;

namespace {

void must_be_numbered(Session& session, const Letter& letter) {
  if (session.reg().now < letter.date) {
    throw Stop{usage,
               say("成文日期 {} 还没有到，不能印发",
                   "a letter cannot be issued on {}, which is yet to come", letter.date.iso()),
               {}};
  }
  if (!letter.code.empty()) return;
  const diag::Words type = record::row_of(letter.type).label;
  throw Stop{usage,
             say("考核办法没有规定{}的机关代字，无法编号",
                 "the policy gives no code to number a {} with", type),
             say("在考核办法的 函件 {} 下写上 机关代字", "add 'code' to letters.{1} of the policy",
                 type.zh, record::row_of(letter.type).id)};
}

}  // namespace

Issue::Issue(Session& session, mask::Masker& masker, const write::LetterTemplate& form)
    : session_(session), masker_(masker), form_(form) {
  for (const record::Letter* letter : session.reg().ever<record::Letter>()) {
    if (letter->to.target() != nullptr) issued_.emplace(letter->to.target(), letter);
  }
}

std::vector<const record::Letter*> Issue::issued_to(const Letter& letter) const {
  std::vector<const record::Letter*> list;
  const auto [from, past] = issued_.equal_range(letter.to.record);
  for (auto at = from; at != past; ++at) {
    const record::Letter& issued = *at->second;
    if (issued.type && *issued.type == letter.type && issued.period &&
        *issued.period == letter.period && issued.number && issued.date &&
        !issued.is_void(session_.as_of())) {
      list.push_back(&issued);
    }
  }
  return list;
}

std::string Issue::digest(std::string_view text) {
  return write::digest_of(text);
}

bool Issue::was_issued(const Letter& letter) {
  // The latest of them tells whether it may be urged once more.
  const record::Letter* latest = nullptr;
  for (const record::Letter* issued : issued_to(letter)) {
    if (!write::lists_the_same(*issued, letter, masker_, form_)) continue;
    if (latest == nullptr || *latest->date < *issued->date) latest = issued;
  }
  if (latest == nullptr || reg::may_urge_again(session_.reg(), *latest, letter.date)) return false;
  const diag::Text what =
      say("已于 {1} 印发过同样的函件：{0}，事项没有变化", "{0} of {1} says the same already",
          latest->number.or_empty(), latest->date->iso());
  if (!session_.arguments().has(all_option)) {
    const bool urges = letter.type == record::LetterType::urge;
    throw Stop{
        findings, what,
        urges ? say("不加 --issue 可以再打印；逾期未回复、迟回复或事项又被退回的，才能再次督办",
                    "without --issue it is printed again; it is urged once more when the "
                    "reply is missing or late, or the matter came back")
              : say("不加 --issue 可以再打印；催办未回复的函件用督办函",
                    "without --issue it is printed again; a reply that has not come is "
                    "urged")};
  }
  session_.note(what);
  return true;
}

Letter Issue::as_recorded(const Letter& letter, const record::Letter& issued) const {
  Letter as_then = letter;
  std::vector<letter::Item> left = std::move(as_then.items);
  as_then.items.clear();
  const std::vector<write::Printed> printed = form_.printed(letter);
  mask::Veil veil(masker_, letter);
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

void Issue::number(std::vector<Letter>& letters) {
  std::erase_if(letters, [&](const Letter& letter) { return was_issued(letter); });
  if (letters.empty()) {
    throw Stop{findings, say("没有需要印发的函件", "there is no letter to be issued"), {}};
  }
  std::map<std::pair<std::string, int>, std::int64_t> next;
  for (Letter& letter : letters) {
    must_be_numbered(session_, letter);
    const int year = letter.date.year();
    const auto [at, first] = next.try_emplace({letter.code, year}, 0);
    if (first) {
      const letter::Numbering known = letter::numbering(session_.reg(), letter.code, year);
      if (known.last != nullptr && known.last->date && letter.date < *known.last->date) {
        throw Stop{usage,
                   say("{0} 成文于 {1}，其后的文号不能编给 {2} 的函件",
                       "{0} is dated {1}: the next number cannot go to a letter of {2}",
                       known.last->number.or_empty(), known.last->date->iso(), letter.date.iso()),
                   {}};
      }
      at->second = known.next;
    }
    letter.number = record::LetterNumber{letter.code, year, at->second++}.text();
    if (!record::LetterNumber::parse(*letter.number)) {
      throw Stop{usage,
                 say("机关代字“{}”不能用来编号", "the code '{}' makes no number of a letter",
                     brief(letter.code)),
                 say("写成 青纪函 这样的文字", "write a short word in Chinese characters")};
    }
  }
}

void Issue::record(std::vector<Letter>& letters, const std::vector<std::string>& texts) {
  const record::Spelling spelling = spelling_of(session_, Kind::letter);
  const std::string folder = usual_folder(session_, Kind::letter, spelling);
  for (std::size_t i = 0; i < letters.size(); ++i) {
    Letter& letter = letters[i];
    letter.digest = write::digest_of(texts[i]);
    const auto number = record::LetterNumber::parse(*letter.number);
    const std::string id = letter::issued_id(number->code, number->year, number->serial);
    const std::string path = (folder.empty() ? "" : folder + "/") + id + ".yaml";
    must_be_free(session_, id, "");
    must_be_found_there(session_, path);
    records_.push_back(
        write::render_letter_record(letter, masker_, form_,
                                     {.spelling = spelling,
                                      .schema = schema_for(session_, Kind::letter, path),
                                      .id = id,
                                      .digest = letter.digest}));
    paths_.push_back(path);
  }
}

std::vector<io::Output> Issue::outputs() const {
  std::vector<io::Output> list;
  for (std::size_t i = 0; i < records_.size(); ++i) {
    list.push_back({paths_[i], records_[i], std::nullopt, true});
  }
  return list;
}

void Issue::stop(const Stop& why) const {
  for (const std::string& path : paths_) {
    if (session_.files().presence(path) == io::Presence::nothing) continue;
    throw Stop{
        failure,
        say("{} 已经存在，没有印发", "{} exists already, so nothing was issued", brief(path)),
        say("可能有人同时在印发：再运行一次", "someone may be issuing just now: try again")};
  }
  session_.complain(say("没有印发", "nothing was issued"));
  throw why;
}

void Issue::tell(const std::vector<Letter>& letters) {
  for (std::size_t i = 0; i < letters.size(); ++i) {
    session_.note(say("已印发 {}，记入 {}", "issued {}, recorded in {}", *letters[i].number,
                      session_.paths_from_here()(paths_[i])));
  }
}

}  // namespace zsup::command
