// Records by id: an open-addressing table of views, since a register may hold millions of records.
#pragma once

#include <cstdint>
#include <functional>
#include <string_view>
#include <vector>

#include "record/record.h"

namespace zsup::reg {

class IdIndex {
 public:
  explicit IdIndex(std::size_t expected = 0) {
    std::size_t size = 16;
    while (size < expected * 2) size *= 2;
    slots_.resize(size);
  }

  // Null when the id is new; otherwise the record that has it already, which keeps it.
  record::Record* insert(record::Record* record) {
    if ((count_ + 1) * 2 > slots_.size()) grow();
    Slot& slot = slots_[probe(slots_, hash(record->name()), record->name())];
    if (slot.record != nullptr) return slot.record;
    slot = {hash(record->name()), record};
    ++count_;
    return nullptr;
  }

  record::Record* find(std::string_view id) const {
    return slots_[probe(slots_, hash(id), id)].record;
  }

 private:
  struct Slot {
    std::uint32_t hash = 0;
    record::Record* record = nullptr;
  };

  static std::uint32_t hash(std::string_view id) {
    const std::size_t wide = std::hash<std::string_view>{}(id);
    return static_cast<std::uint32_t>(wide ^ (wide >> 32));
  }

  static std::size_t probe(const std::vector<Slot>& slots, std::uint32_t hash,
                           std::string_view id) {
    std::size_t at = hash & (slots.size() - 1);
    while (slots[at].record != nullptr &&
           (slots[at].hash != hash || slots[at].record->name() != id)) {
      at = (at + 1) & (slots.size() - 1);
    }
    return at;
  }

  void grow() {
    std::vector<Slot> larger(slots_.size() * 2);
    for (const Slot& slot : slots_) {
      if (slot.record != nullptr) larger[probe(larger, slot.hash, slot.record->name())] = slot;
    }
    slots_ = std::move(larger);
  }

  std::vector<Slot> slots_;
  std::size_t count_ = 0;
};

}  // namespace zsup::reg
