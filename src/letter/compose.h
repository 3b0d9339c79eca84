// Register → letters. What everyone owes and answers for is worked out once for a whole run, so
// that a letter for each of twenty thousand leaders costs little more than its own items.
#pragma once

#include <cstdint>
#include <map>
#include <span>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "diag/refused.h"
#include "diag/say.h"
#include "letter/book.h"
#include "letter/gather.h"
#include "letter/letter.h"
#include "record/kinds/finding.h"
#include "record/kinds/letter.h"
#include "record/kinds/policy.h"
#include "register/findings.h"
#include "register/obligations.h"
#include "register/persons.h"
#include "register/register.h"

namespace zsup::letter {

struct Request {
  record::LetterType type{};
  value::Period period;
  bool draft = false;                  // the register has errors
  const FiguresOf* figures = nullptr;  // for the types that quote them; must outlive the composer
};

// What came of a request. With an error there are no letters.
// What is owed, or to be put right, and stands in no letter because who answers for it is not in
// office on the day of the letters.
struct Unreached {
  std::string text;
  value::Period period;  // that it is owed for
  const record::Record* whose = nullptr;
  const record::Record* record = nullptr;
};

struct Batch {
  std::vector<Letter> letters;
  std::vector<const record::Record*> left_out;  // picked, but there is nothing to tell them
  // Of a notice to all: findings not closed that stand in none of the letters, because nobody, or
  // several, or someone who is not addressed, answers for them.
  std::vector<const record::Finding*> unaddressed;
  std::vector<Unreached> unreached;
  std::optional<diag::Refused> refused;  // then there are no letters
};

class Composer {
 public:
  // The register and its answers must outlive the composer and the letters.
  Composer(const reg::AsOf& at, const Request& request);
  Composer(const Composer&) = delete;  // its lists point into each other
  Composer& operator=(const Composer&) = delete;

  // One letter to a leader or an org.
  Batch to(const record::Record& addressee) const;
  // One to everyone whom the policy's selector picks; without one, to everyone who has items. In
  // their order (register/order.h).
  Batch to_all() const;

  // For the functions that fill a letter.
  struct Category {
    std::string title;
  };
  const reg::AsOf& at() const { return at_; }  // on the day of the letters
  const reg::Register& reg() const { return reg_; }
  const Request& request() const { return request_; }
  // In the order of duties; what one duty asks for in several periods stands together.
  std::span<const reg::Obligation* const> owed_by(const record::Record* owner) const;
  // Not closed, in the order of findings.
  std::span<const record::Finding* const> findings_of(const record::Record* leader) const;
  const Category& category_of(const record::Duty& duty) const;
  // Whether the policy's list of what that leader reports upward on names the duty's category.
  bool is_in_catalogue(const record::Duty& duty, const record::Record* who) const;
  // There when the type's row says that it needs it.
  const Book& book() const { return *book_; }
  // The last day that the period and the as-of date both reach.
  value::Date known_until() const;
  // The number of the latest letter of this type that told that org or leader of the record before.
  std::string number_of_earlier(const record::Record* to, const record::Record& about) const;
  Addressee addressee(const record::Record& record) const;
  // Whom a row of a case names, by id or by name.
  const record::Leader* leader_of(const record::Case& one, const record::CasePerson& person) const {
    return persons_->leader_of(one, person);
  }

 private:
  void look_at_policy();
  void sort_obligations();
  void sort_findings();
  void note_earlier_letters();
  Category read_category(std::string_view word) const;
  // Who holds the post of someone who is not in office on the day of the letter: of one org, and of
  // the same post or in charge of the same.
  std::vector<const record::Leader*> now_in_place_of(const record::Leader& leader) const;
  bool in_office(const record::Record* who) const;
  void note_unreached(const record::Record& who, std::vector<Unreached>& list) const;
  std::vector<const record::Record*> everyone() const;
  std::vector<const record::Record*> picked(const record::Selector& pick) const;
  // Without items the letter may still be worth writing; the caller decides.
  Letter compose(const record::Record& addressee) const;

  const reg::AsOf& at_;
  const reg::Register& reg_;
  Request request_;
  const record::LetterTypeRow& row_;
  Needs needs_;
  const record::Policy* policy_ = nullptr;
  const record::LetterRule* rule_ = nullptr;
  std::optional<value::Date> reply_by_;
  std::optional<diag::Refused> refused_;  // whoever is written to

  std::unordered_map<const record::Record*, std::vector<const reg::Obligation*>> owed_;
  std::unordered_map<const record::Record*, std::vector<const record::Finding*>> answered_;
  std::vector<const record::Finding*> unanswered_;
  std::map<std::string_view, Category> categories_;  // by the word in the record
  std::optional<Book> book_;
  std::optional<reg::Persons> persons_;  // where there is a book
  std::unordered_map<const record::Record*, std::vector<const record::Letter*>>
      earlier_;  // by item
};

}  // namespace zsup::letter
