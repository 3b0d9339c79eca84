// Something that a row of a table must say: left out, it does not compile.
#pragma once

#include <type_traits>

namespace zsup::record {

template <class T>
class Decided {
 public:
  constexpr Decided(T value) : value_(value) {}
  template <class U>
  requires(std::is_convertible_v<const U&, T> &&
           !std::is_same_v<U, T>) constexpr Decided(const U& value)
      : value_(value) {}
  constexpr const T& operator*() const { return value_; }
  constexpr const T* operator->() const { return &value_; }

 private:
  T value_;
};

}  // namespace zsup::record
