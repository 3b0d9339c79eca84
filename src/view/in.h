// What every page is made in: the register, the language, and whether it is a draft.
#pragma once

#include "diag/say.h"
#include "register/register.h"
#include "view/page.h"
#include "view/places.h"
#include "view/written.h"

namespace zsup::view {

struct Wanted {
  diag::Lang lang = diag::Lang::zh;
  bool draft = false;  // the register has errors, and the output says so
};

// What a row or a tree takes up until it is written.
std::size_t size_of(const Row<Named>& row);
std::size_t size_of(const Node<Named>& node);

struct In {
  In(const reg::Register& the_register, Wanted wanted)
      : reg(the_register), lang(wanted.lang), draft(wanted.draft), places(the_register) {}

  const reg::Register& reg;
  diag::Lang lang;
  bool draft;
  Places places;

  // What is written is spent from the register's budget, wherever a text is written again for each
  // of those whom it concerns: on account of this record.
  void spend_at(text::Place place) { at_ = place; }
  void spend_at(const record::Record& record) { at_ = record.id_place(); }
  void spend(std::size_t bytes) { reg.budget().hold(at_, written, bytes); }
  Row<Named> paid(Row<Named> row) {
    spend(size_of(row));
    return row;
  }

  bool zh() const { return lang == diag::Lang::zh; }
  std::string pick(std::string_view chinese, std::string_view english) const {
    return std::string(zh() ? chinese : english);
  }

 private:
  text::Place at_;
};

}  // namespace zsup::view
