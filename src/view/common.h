// Keys, columns and cells that many pages have.
#pragma once

#include <memory>
#include <span>
#include <string>

#include "view/in.h"
#include "view/member.h"
#include "view/page.h"
#include "view/subject.h"

namespace zsup::view {

// The version of the JSON: it rises when a key is taken away or comes to mean something else.
inline constexpr std::int64_t json_version = 1;

template <class T>
inline constexpr Member<T> version_member = member("version",
                                                   {"格式的版本", "the version of the format"},
                                                   [](const T&) { return json_version; });
template <class T>
inline constexpr Member<T> draft_member = member("draft",
                                                 {"登记册有错误，结果是草稿",
                                                  "the register has errors, and this is a draft"},
                                                 [](const T&, In& in) { return in.draft; });

// 2018年第二季度, the second quarter of 2018
inline diag::Text in_words(value::Period period) {
  return {period.chinese(), period.english()};
}

// Of whatever has a `subject`: a leader or an org.
template <class T>
inline constexpr Member<T> kind_member = member("kind", {"种类：leader 或 org", "leader or org"},
                                                [](const T& t) { return t.subject->kind; });
template <class T>
inline constexpr Member<T> id_member = member("id", {"编号", "its id"}, [](const T& t) {
  return Id<Named>{t.subject->name()};
});
template <class T>
inline constexpr Member<T> name_member = member("name", {"名称", "its name"}, [](const T& t) {
  return Named(subject_name(*t.subject));
});

// A text that may be missing.
inline std::optional<Named> some(std::string_view text) {
  return text.empty() ? std::nullopt : std::optional<Named>(text);
}

// Of periods with what is missing in each.
inline Plain<value::Period> periods_of(std::span<const std::pair<value::Period, int>> list) {
  Plain<value::Period> periods;
  for (const auto& [period, missing] : list) periods.values.push_back(period);
  return periods;
}

template <class R>
Cell<Named> or_nothing(const std::optional<R>& value) {
  if (!value) return {};
  if constexpr (std::is_integral_v<R>) {
    return static_cast<std::int64_t>(*value);
  } else {
    return *value;
  }
}

// For people a veto stands beside the band.
inline Cell<Named> band_cell(std::string_view band, bool veto, const In& in) {
  if (band.empty() && !veto) return {};
  return Named((band.empty() ? "—" : std::string(band)) +
               (veto ? in.say("（一票否决）", " (veto)") : ""));
}

inline constexpr Column draft_column{"draft", {"草稿", "draft"}, Align::left, Seen::by_scripts};
inline Cell<Named> draft_cell(const In& in) {
  return in.draft ? Cell<Named>(Word{"draft", {"草稿", "draft"}}) : Cell<Named>();
}

// A page without anything for people yet. What it is made of must last until it is written.
template <class T>
Page<Named> page_of(Members<T> members, const T& of, const std::shared_ptr<In>& in) {
  Page<Named> page;
  page.draft = in->draft;
  page.data = object(members, of, *in);
  page.kept = in;
  return page;
}

}  // namespace zsup::view
