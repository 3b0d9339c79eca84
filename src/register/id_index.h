// Records by id: an open-addressing table of numbers, since a register may hold millions of
// records.
#pragma once

#include <algorithm>
#include <cstdint>
#include <map>
#include <span>
#include <string_view>
#include <utility>
#include <vector>

#include "io/seed.h"
#include "record/record.h"

namespace zsup::reg {

// The list of records must outlive the index, and stay where it is.
class IdIndex {
 public:
  explicit IdIndex(std::span<record::Record* const> records = {}) : records_(records) {
    std::size_t size = 16;
    while (size < records.size() + records.size() / 2) size *= 2;
    slots_.resize(size);
  }

  std::uint32_t hash(std::string_view id) const {
    return static_cast<std::uint32_t>(text::keyed_hash(id, key_) >> 32);
  }

  // Takes in the record at this place in the list. Null when its id is new; otherwise the record
  // that has it already, which keeps it; the other is found where its kind is asked for. `own` is
  // the hash of its id.
  record::Record* insert(std::size_t at, std::uint32_t own) {
    Slot& slot = slots_[probe(own, [&] { return records_[at]->name(); })];
    if (slot.number != 0) {
      twins_.try_emplace({records_[at]->name(), records_[at]->kind}, at);
      return records_[slot.number - 1];
    }
    slot = {own, static_cast<std::uint32_t>(at + 1)};
    return nullptr;
  }

  record::Record* find(std::string_view id) const {
    const Slot& slot = slots_[probe(hash(id), [&] { return id; })];
    return slot.number == 0 ? nullptr : records_[slot.number - 1];
  }

  // One of a kind that is wanted, if there is any; else any record of that id.
  record::Record* find(std::string_view id, record::KindSet kinds) const {
    record::Record* const first = find(id);
    if (first == nullptr || twins_.empty() || record::holds(kinds, first->kind)) return first;
    std::size_t least = records_.size();
    for (auto at = twins_.lower_bound({id, record::Kind{}}); at != twins_.end(); ++at) {
      if (at->first.first != id) break;
      if (record::holds(kinds, at->first.second)) least = std::min(least, at->second);
    }
    return least == records_.size() ? first : records_[least];
  }

 private:
  struct Slot {
    std::uint32_t hash = 0;
    std::uint32_t number = 0;  // in the list, from 1
  };

  // The slot of the id, or the empty one where it would stand. The id is asked for where the hashes
  // are equal.
  template <class Id>
  std::size_t probe(std::uint32_t hash, Id id) const {
    std::size_t at = hash & (slots_.size() - 1);
    while (slots_[at].number != 0 &&
           (slots_[at].hash != hash || records_[slots_[at].number - 1]->name() != id())) {
      at = (at + 1) & (slots_.size() - 1);
    }
    return at;
  }

  std::span<record::Record* const> records_;
  text::HashKey key_ = io::hash_key();
  std::vector<Slot> slots_;
  // Of the records whose id was taken the first of each kind, by its place in the list.
  std::map<std::pair<std::string_view, record::Kind>, std::size_t> twins_;
};

}  // namespace zsup::reg
