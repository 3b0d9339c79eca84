#include "command/issue.h"

#include "command/placing.h"
#include "diag/brief.h"
#include "letter/numbering.h"
#include "record/letter_number.h"
#include "write/letter_record.h"

namespace zsup::command {

using diag::brief;
using diag::say;
using letter::Letter;
using record::Kind;

Issue::Issue(Session& session, mask::Masker& masker, const write::LetterTemplate& form)
    : session_(session), masker_(masker), form_(form), issued_(session.reg(), session.as_of()) {}

bool Issue::was_issued(const Letter& letter) {
  const record::Letter* latest = issued_.in_the_way(letter, [&](const record::Letter& issued) {
    return write::lists_the_same(issued, letter, masker_, form_);
  });
  if (latest == nullptr) return false;
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

void Issue::number(std::vector<Letter>& letters) {
  std::erase_if(letters, [&](const Letter& letter) { return was_issued(letter); });
  if (letters.empty()) {
    throw Stop{findings, say("没有需要印发的函件", "there is no letter to be issued"), {}};
  }
  if (const auto refused = letter::number(session_.reg(), letters)) {
    throw Stop{usage, refused->message, refused->help};
  }
}

void Issue::recall(std::vector<Letter>& letters) const {
  for (Letter& letter : letters) {
    for (const record::Letter* issued : issued_.like(letter)) {
      if (auto again = write::as_issued(letter, *issued, masker_, form_)) {
        letter = *std::move(again);
        break;
      }
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
