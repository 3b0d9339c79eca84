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

  // A sentence in the language of the page.
  template <class... Args>
  std::string say(fmt::format_string<diag::InLanguage<Args>...> zh,
                  fmt::format_string<diag::InLanguage<Args>...> en, const Args&... args) const {
    return diag::say(lang, zh, en, args...);
  }

 private:
  text::Place at_;
};

}  // namespace zsup::view
