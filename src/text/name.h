// Texts that may hold the name of a person, and texts that may be shown. What is made of records is
// `Named` from the page to the veil (mask/veil.h); writers take `Shown` alone. The veil makes the
// one of the other, also where nobody is hidden, so that nothing goes round it.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>

namespace zsup::mask {
class Veil;
}

namespace zsup::text {

// A text that may hold a name. Nobody but the veil reads it.
class Named {
 public:
  Named() = default;
  Named(std::string text) : text_(std::move(text)) {}  // NOLINT: any text may hold a name
  Named(std::string_view text) : text_(text) {}        // NOLINT
  Named(const char* text) : text_(text) {}             // NOLINT

  bool empty() const { return text_.empty(); }
  std::size_t size() const { return text_.size(); }

 private:
  friend class mask::Veil;
  std::string text_;
};

// A text that stands in the program itself.
class Literal {
 public:
  template <std::size_t size>
  consteval Literal(const char (&text)[size]) : text_(text, size - 1) {}  // NOLINT: meant
  constexpr std::string_view view() const { return text_; }

 private:
  std::string_view text_;
};

// A text that may be shown: from the veil, or from the program itself.
class Shown {
 public:
  Shown() = default;
  Shown(Literal literal) : text_(literal.view()) {}  // NOLINT: meant

  std::string_view text() const { return text_; }
  bool empty() const { return text_.empty(); }
  std::size_t size() const { return text_.size(); }

 private:
  friend class mask::Veil;
  explicit Shown(std::string text) : text_(std::move(text)) {}
  std::string text_;
};

}  // namespace zsup::text
