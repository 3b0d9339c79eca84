// zsup letter --issue: numbers letters and keeps a record of each.
//
// The whole run holds the register (io::FileSystem::hold), so that nobody else numbers meanwhile;
// should someone do so all the same, as on a file system without locks, the record's file, named by
// the number, can be made by one of them only. Records and letters are there all or none, whatever
// fails or interrupts the run; what a crash cuts off, the next run ends before it numbers. Letters
// that are printed are printed last, when their records are there: should the process be killed
// just then, the same command without --issue prints the letter with its number.
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "command/session.h"
#include "letter/letter.h"
#include "mask/veil.h"
#include "record/kinds/letter.h"
#include "write/letter_markdown.h"

namespace zsup::command {

// Of the command `letter`: to everyone whom it concerns.
inline constexpr Flag all_option{
    {.name = "--all",
     .help = {"发给考核办法规定的全部对象；未规定的，发给所有有事项的",
              "to everyone whom the policy names; else to everyone who has items"}}};

class Issue {
 public:
  // The template that the letters are printed by must outlive it.
  Issue(Session& session, mask::Masker& masker, const write::LetterTemplate& form);

  // Gives each letter the next number of its sequence. What was issued before and says the same is
  // left out with --all, and otherwise stops the run.
  void number(std::vector<letter::Letter>& letters);

  // Makes the records of the letters, which have been rendered as `texts`.
  void record(std::vector<letter::Letter>& letters, const std::vector<std::string>& texts);
  // Their files, which are to be written together with the letters.
  std::vector<io::Output> outputs() const;
  // They could not be: ends the run, and says why.
  [[noreturn]] void stop(const Stop& why) const;
  void tell(const std::vector<letter::Letter>& letters);

  // Letters that were issued and come out just as they did then, by their digest, get their number
  // again: so a letter can be printed twice, and anybody can see that it is the one.
  template <class Render>
  void recall(std::vector<letter::Letter>& letters, Render render) {
    for (letter::Letter& letter : letters) {
      for (const record::Letter* issued : issued_to(letter)) {
        if (*issued->date != letter.date || issued->digest.or_empty().empty()) continue;
        letter.number = issued->number.or_empty();
        letter.digest = issued->digest.or_empty();
        if (digest(render(letter)) == letter.digest) break;
        // The list may have been in another order then.
        letter::Letter as_then = as_recorded(letter, *issued);
        if (digest(render(as_then)) == letter.digest) {
          letter = std::move(as_then);
          break;
        }
        letter.number.reset();
        letter.digest.clear();
      }
    }
  }

 private:
  // Letters of its type to its addressee about its period.
  std::vector<const record::Letter*> issued_to(const letter::Letter& letter) const;
  bool was_issued(const letter::Letter& letter);
  // With the items in the order of the record, as far as it lists them.
  letter::Letter as_recorded(const letter::Letter& letter, const record::Letter& issued) const;
  static std::string digest(std::string_view text);

  Session& session_;
  mask::Masker& masker_;
  const write::LetterTemplate& form_;
  std::unordered_multimap<const record::Record*, const record::Letter*> issued_;  // by addressee
  std::vector<std::string> records_;
  std::vector<std::string> paths_;  // of the records
};

}  // namespace zsup::command
