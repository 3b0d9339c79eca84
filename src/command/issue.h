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
#include <vector>

#include "command/session.h"
#include "letter/issued.h"
#include "mask/veil.h"
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

  // Letters that were issued and come out just as they did then get their number again.
  void recall(std::vector<letter::Letter>& letters) const;

 private:
  bool was_issued(const letter::Letter& letter);

  Session& session_;
  mask::Masker& masker_;
  const write::LetterTemplate& form_;
  letter::Issued issued_;
  std::vector<std::string> records_;
  std::vector<std::string> paths_;  // of the records
};

}  // namespace zsup::command
