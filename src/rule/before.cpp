#include "rule/before.h"

#include <algorithm>
#include <string_view>

namespace zsup::rule {

namespace {

// The id of the record that a place stands in; empty where it stands in none that has one.
std::string_view record_at(const reg::Register& reg, text::Place place) {
  if (place.source >= reg.files.size()) return {};
  const auto& records = reg.files[place.source].records;
  auto at = std::upper_bound(
      records.begin(), records.end(), place.span.begin,
      [](std::uint32_t begin, const record::Record* one) { return begin < one->span.begin; });
  if (at == records.begin()) return {};
  const record::Record& record = **--at;
  return place.span.end <= record.span.end ? slug(record) : std::string_view();
}

std::string_view path_at(const reg::Register& reg, text::Place place) {
  return place.source < reg.sources.size() ? reg.sources[place.source].path : std::string_view();
}

std::string key_of(std::initializer_list<std::string_view> parts) {
  std::string key;
  for (const std::string_view part : parts) {
    key += part;
    key += '\0';
  }
  return key;
}

std::string key_of(const reg::Register& reg, const diag::Diagnostic& one) {
  const std::string_view id = record_at(reg, one.place);
  return id.empty() ? key_of({one.code.name(), "file", path_at(reg, one.place), one.message.zh,
                              one.message.en})
                    : key_of({one.code.name(), "record", id, one.message.zh, one.message.en});
}

std::string file_key_of(const reg::Register& reg, const diag::Diagnostic& one) {
  return key_of({one.code.name(), path_at(reg, one.place)});
}

}  // namespace

Before::Before(const reg::Register& reg, const std::vector<diag::Diagnostic>& found) {
  for (const diag::Diagnostic& one : found) {
    if (one.more > 0) {
      more_[file_key_of(reg, one)] += one.more;
      continue;
    }
    Count& count = known_[key_of(reg, one)];
    ++(one.waived ? count.waived : count.open);
  }
}

void Before::mark(const reg::Register& reg, std::vector<diag::Diagnostic>& found) const {
  std::map<std::string, Count> left = known_;
  const auto take = [&](const std::string& key, bool waived) {
    const auto at = left.find(key);
    if (at == left.end()) return false;
    if (at->second.open > 0) return at->second.open-- > 0;
    return waived && at->second.waived > 0 && at->second.waived-- > 0;
  };
  // What nothing sets aside comes first, so that it meets what nothing set aside.
  for (const bool waived : {false, true}) {
    for (diag::Diagnostic& one : found) {
      if (one.more == 0 && one.waived == waived) one.old = take(key_of(reg, one), waived);
    }
  }
  if (more_.empty()) return;
  // Where the rest was only counted, nobody knows of what is listed now whether it was among them.
  // It was as long as there are no more of it than there were; else all of it is told.
  struct Group {
    std::size_t room = 0;
    std::vector<diag::Diagnostic*> listed;
  };
  std::map<std::string, Group> groups;
  for (const auto& [key, more] : more_) groups[key].room = more;
  for (diag::Diagnostic& one : found) {
    const auto group = groups.find(file_key_of(reg, one));
    if (group == groups.end() || one.old) continue;
    if (one.more == 0) {
      group->second.listed.push_back(&one);
    } else if (one.more <= group->second.room) {
      one.old = true;
      group->second.room -= one.more;
    }
  }
  for (auto& [key, group] : groups) {
    if (group.listed.size() > group.room) continue;
    for (diag::Diagnostic* one : group.listed) one->old = true;
  }
}

}  // namespace zsup::rule
