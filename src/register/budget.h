// What a run may do beside reading its records. Reading grows with the bytes that there are; what
// is multiplied does not: duties by leaders, the rows of a policy by cases, a long title by all who
// owe the task. A small file can so ask for more than any machine has. Whoever forms a product
// spends from the one budget of the register, before it is formed; when that is spent, the
// computation ends, and the run says at which record, and what grew.
//
// There is room for more than a country's records ask for: a floor that is ample for a county, and
// on top of it a share for every byte that was read.
#pragma once

#include <cstddef>
#include <cstdint>

#include "diag/say.h"
#include "record/record.h"

namespace zsup::reg {

// What is multiplied by what, and how to ask for less.
struct Product {
  diag::Words what;
  diag::Words help;
};

// The budget is spent: a diagnostic (ZS009) for check, the end of any other command. Thrown where
// products are formed, and caught in rule::run and command::run alone.
struct Spent {
  text::Place place;
  diag::Text message;
  diag::Text help;
};

// Not for several threads at once: what is spent where would depend on their turns. What runs in
// many threads (rules, reading) forms no products.
class Budget {
 public:
  // Bytes that are kept or written, and steps of some nanoseconds each.
  static constexpr std::uint64_t floor_bytes = 256'000'000;
  static constexpr std::uint64_t bytes_a_byte = 4;
  static constexpr std::uint64_t floor_steps = 100'000'000;
  static constexpr std::uint64_t steps_a_byte = 20;

  explicit Budget(std::uint64_t bytes_read = 0)
      : most_bytes_(floor_bytes + bytes_a_byte * bytes_read),
        most_steps_(floor_steps + steps_a_byte * bytes_read) {}

  // So much is about to be kept or written on account of the record.
  void hold(text::Place at, const Product& product, std::uint64_t bytes) {
    bytes_ += bytes;
    if (bytes_ > most_bytes_) spent(at, product, true);
  }
  // So many steps are about to be done.
  void work(text::Place at, const Product& product, std::uint64_t steps) {
    steps_ += steps;
    if (steps_ > most_steps_) spent(at, product, false);
  }
  void hold(const record::Record& at, const Product& product, std::uint64_t bytes) {
    hold(at.id_place(), product, bytes);
  }
  void work(const record::Record& at, const Product& product, std::uint64_t steps) {
    work(at.id_place(), product, steps);
  }

  // What was kept is gone, and another computation begins.
  void renew() { bytes_ = steps_ = 0; }

 private:
  [[noreturn]] void spent(text::Place at, const Product& product, bool bytes) const;

  std::uint64_t most_bytes_;
  std::uint64_t most_steps_;
  std::uint64_t bytes_ = 0;
  std::uint64_t steps_ = 0;
};

}  // namespace zsup::reg
