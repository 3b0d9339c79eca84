// The one place where names are hidden. Whatever comes out passes through a Veil, which alone makes
// a text that writers take (text/name.h); of letters also the words of a template, the names of
// files and the messages. Where nobody is to be hidden it is the veil that hides nobody.
//
// Hidden are, wherever they stand in a text, a path or a key:
// - the names of all persons whom the register knows: leaders, persons of cases, persons of
//   campaigns; however spelt, as text/name_fold.h reads them (王　伟, 买买提・吐尔逊, ⽅伟);
// - the ids and readings of leaders, also within other words (files/wu-hengyue.pdf), but where a
//   letter touches them;
// - the ids of records about what somebody did, since whoever made them may have put a name in.
// The ids of orgs, duties, inspections, policies and calendars stay, but for what is named above.
#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "letter/letter.h"
#include "record/vocabulary.h"
#include "register/register.h"
#include "register/text_hash.h"
#include "text/name.h"

namespace zsup::mask {

using letter::Letter;

// How a type is masked where neither the command line nor the policy says otherwise: what many read
// shows surnames only, what goes to one addressee hides nothing.
record::Mask usual_mask(record::LetterType type);
// As the policy in force on the period's last day says, otherwise as usual.
record::Mask mask_for(const reg::Register& reg, record::LetterType type, value::Period period);

// For a whole run: whom the register knows, and what stands for their ids.
class Masker {
 public:
  Masker() = default;  // hides nobody
  // The register must outlive the masker.
  Masker(const reg::Register& reg, record::Mask mask);

  record::Mask mask() const { return mask_; }
  bool hides() const { return mask_ != record::Mask::none; }

 private:
  friend class Veil;
  struct Known {
    std::uint32_t person = 0;                // among all distinct names
    const record::Record* leader = nullptr;  // when it is an id or a reading, and no name
    bool several = false;                    // of more than one person
  };

  void add_name(std::string_view name, const record::Record* leader);
  void add_word(std::string_view word, const record::Record* leader);
  // masked-case-2: the same for a record through the whole run, and of no other.
  const std::string& word_for(const record::Record& record);

  record::Mask mask_ = record::Mask::none;
  const reg::Register* reg_ = nullptr;
  // Keys are stripped of what may stand between characters. See veil.cpp.
  reg::TextMap<Known> known_;
  std::unordered_set<char32_t> beginnings_;
  std::vector<std::size_t> lengths_;  // of the keys, in characters, longest first
  std::size_t steps_ = 0;             // of trying them all at one place of a text
  std::vector<std::string> names_;    // by person
  std::vector<std::string> keys_;     // the same, as names are compared
  std::unordered_map<const record::Record*, std::uint32_t> persons_;  // of leaders
  std::unordered_map<const record::Record*, std::string> words_;
  text::Each<record::Kind, std::size_t> counts_;
};

// Over one letter. Whoever receives or writes it is not hidden, unless it is for many readers or
// nobody is to be named.
//
// Two hidden persons of one surname are told apart: 王某甲 and 王某乙, in the order in which the
// letter names them. So all its texts must have been seen before the first is written.
class Veil {
 public:
  explicit Veil(Masker& masker) : masker_(masker) {}  // over what belongs to no letter
  Veil(Masker& masker, const Letter& letter);
  Veil(const Veil&) = delete;
  Veil& operator=(const Veil&) = delete;

  bool hides() const { return masker_.hides(); }
  const reg::Register& reg() const { return *masker_.reg_; }  // where it hides anybody
  // The only way from the one to the other.
  void meet(const text::Named& text) { see(std::string_view(text.text_)); }
  text::Shown show(text::Named text);
  text::Shown show_id(text::Named id);

  void see(std::string_view text);
  std::string over(std::string_view text);
  // Of a whole letter once its texts have passed: a template may have set side by side what makes a
  // name (王{{a}}, or a surname and a given name from two fields). Line by line, since what is at
  // the end of one and the beginning of the next stands apart on paper.
  std::string over_lines(std::string_view text);
  // Of what is said beside letters: it quotes values cut short and with signs for what cannot be seen
  // (diag/brief.h), so the beginning of a name or an id before `…` is hidden too, and no such sign
  // parts a name.
  std::string over_said(std::string_view text);
  // Of an id, whatever it is made of: masked-leader-1, different for different records, so that it
  // may name a file.
  std::string over_id(std::string_view id);

 private:
  struct Match {
    std::size_t from = 0;
    std::size_t to = 0;
    Masker::Known known;                     // of a name, an id or a reading of a leader
    const record::Record* record = nullptr;  // of another record's id
  };

  void show(const record::Record* leader);
  bool is_shown(const Match& match) const;
  std::vector<Match> matches(std::string_view text) const;
  std::vector<Match> to_hide(std::vector<Match> all) const;
  std::string replaced(std::string_view text, const std::vector<Match>& hidden);
  void add_words(std::string_view text, std::vector<Match>& list) const;
  void add_names(std::string_view text, std::vector<Match>& list) const;
  void add_beginnings(std::string_view text, std::vector<Match>& list) const;
  void meet(const Match& match);
  std::string instead_of(const Match& match) const;

  Masker& masker_;
  std::unordered_set<std::uint32_t> shown_;              // persons
  std::unordered_set<const record::Record*> shown_ids_;  // leaders
  // Persons in the order in which they were met, by what remains of their names.
  std::map<std::string, std::vector<std::uint32_t>> met_;
};

// Words that became one when names were hidden in them get 甲, 乙 and so on at their ends, so that
// each stays by itself: keys of one object, files of one folder. What none other equals stays.
void tell_apart(std::vector<std::string>& words);

}  // namespace zsup::mask
