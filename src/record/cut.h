// What of a record is there on a day: whatever is dated later is taken out of it.
#pragma once

#include <algorithm>

#include "record/field.h"

namespace zsup::record {

struct Cut {
  value::Date day;

  // `begins` may be null.
  bool is_there(const FieldSpec* begins, const void* object) const {
    if (begins == nullptr) return true;
    const Given<value::Date>& date = begins->date_in(object);
    return date ? *date <= day : !begins->required && !date.unreadable();
  }

  template <class Value>
  void drop(Value& value) {
    value = {};
  }

  template <class T, class Is>
  void keep(List<T>& list, Is is_kept) {
    const auto past = std::stable_partition(list.begin(), list.end(), is_kept);
    if (past == list.end()) return;
    list.items = list.items.first(static_cast<std::size_t>(past - list.begin()));
    if (list.empty()) drop(list);
  }
};

}  // namespace zsup::record
