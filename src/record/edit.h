// Changing a record where it stands: single fields are set, and items added to lists, in the bytes
// of its file. All bytes but those of the change stay as they were: comments, order, indentation,
// quotes, ends of lines, byte-order mark. Keys and words are spelt as the record spells them.
//
// The result is read again. Unless the file then says exactly what it said before, but for the
// change, and the record means what it should, nothing is changed and the reason is told.
//
//   record::Event step;
//   step.date = record::given(day);
//   step.what = record::given(record::FindingEvent::closed);
//   const auto edited = record::edit(bytes, finding, {
//       record::append({"events"}, record::value_of(step)),
//       record::set({"deadline"}, record::YamlValue::scalar("2018-09-30", false))});
//
// Whoever writes the bytes says what it has read (io::Output), so that a file that has changed
// meanwhile is left alone.
#pragma once

#include <initializer_list>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "diag/refused.h"
#include "record/encode.h"
#include "record/record.h"

namespace zsup::record {

// From a record to a value in it: keys in either spelling, and items of lists, counted from 0.
using Step = std::variant<std::string_view, std::size_t>;

struct Change {
  enum class How : std::uint8_t {
    set,     // the field says this, whether it was given or not
    append,  // the list has this further item, and is made where there is none
  };
  How how = How::set;
  std::vector<Step> where;
  YamlValue value;  // in either spelling
};

inline Change set(std::vector<Step> where, YamlValue value) {
  return {Change::How::set, std::move(where), std::move(value)};
}
inline Change append(std::vector<Step> where, YamlValue item) {
  return {Change::How::append, std::move(where), std::move(item)};
}

// An object as the value of a change, such as an Event of a finding.
template <class T>
YamlValue value_of(const T& object) {
  return encode(spec_of<T>(), &object, Spelling::english);
}

// The bytes of the file with all changes, in their order; or why there are none. `bytes` is the
// file that the record was read from.
std::variant<std::string, diag::Refused> edit(std::string_view bytes, const Record& record,
                                              std::span<const Change> changes);

}  // namespace zsup::record
