// Nearly all documents have no such key, so one pass over their keys only looks for signs of one:
// 64 bits of each key are held against those of its neighbours. The careful search runs when two of
// them are alike.
#include "yaml/keys.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstring>
#include <string_view>
#include <utility>
#include <vector>

#include "diag/brief.h"
#include "diag/counted.h"

namespace zsup::yaml {

namespace {

constexpr std::size_t most_reports = 20;
constexpr std::size_t few = 32;  // up to here comparing each with each is fastest

bool holds(std::string_view text, std::string_view part) {
  return text.find(part) != std::string_view::npos;
}

// The same for equal texts, and for others hardly ever.
std::uint64_t mark_of(std::string_view text) {
  constexpr std::uint64_t odd = 0x9E3779B97F4A7C15u;
  std::uint64_t head = 0;
  std::uint64_t tail = 0;
  if (text.size() >= 8) {
    std::memcpy(&head, text.data(), 8);
    std::memcpy(&tail, text.data() + text.size() - 8, 8);
  } else if (text.size() >= 4) {
    std::memcpy(&head, text.data(), 4);
    std::memcpy(&tail, text.data() + text.size() - 4, 4);
  } else if (!text.empty()) {
    std::memcpy(&head, text.data(), 1);
    std::memcpy(&tail, text.data() + text.size() / 2, 1);
    tail = tail << 8 | static_cast<unsigned char>(text.back());
  }
  return head * odd ^ (tail + text.size() * odd);
}

bool any_alike(const Document& document, NodeId mapping) {
  const std::size_t count = document[mapping].children / 2;
  NodeId key = document.first_child(mapping);
  bool alike = false;
  if (count <= few) {
    std::array<std::uint64_t, few> marks;
    for (std::size_t i = 0; i < count; ++i, key = document[document[key].next].next) {
      marks[i] = mark_of(document[key].value);
      for (std::size_t j = 0; j < i; ++j) alike |= marks[i] == marks[j];
    }
    return alike;
  }
  std::vector<std::uint64_t> marks;
  marks.reserve(count);
  for (; key != 0; key = document[document[key].next].next) {
    marks.push_back(mark_of(document[key].value));
  }
  std::sort(marks.begin(), marks.end());
  return std::adjacent_find(marks.begin(), marks.end()) != marks.end();
}

std::optional<Cause> unmeant(const Node& key, Style style) {
  if (key.style != Style::plain || key.value.empty()) return std::nullopt;
  const char c = key.value.front();
  if (c == '<' && key.value == "<<") return Cause::merge_key;
  if (style == Style::flow && holds(key.value, "\xEF") &&
      (holds(key.value, "：") || holds(key.value, "，"))) {
    return Cause::missing_colon;
  }
  return std::nullopt;
}

class Duplicates {
 public:
  Duplicates(const Document& document, text::SourceId source, diag::Sink& sink)
      : document_(document), source_(source), sink_(sink) {}

  void run() {
    for (NodeId id = 0; id < document_.nodes.size(); ++id) {
      if (document_[id].kind == NodeKind::mapping && document_[id].children > 2) look(id);
    }
    if (reported_ <= most_reports) return;
    const std::size_t more = reported_ - most_reports;
    sink_.add(diag::code::duplicate_key, {source_, document_[first_unlisted_].span},
              diag::say("同一条记录中还有 {} 个重复的键，从这里起不再逐一列出",
                        "{1} of this record, from here on, {2} given twice and not listed", more,
                        diag::counted(more, "more key", "more keys"), diag::are(more)));
  }

 private:
  void report(NodeId first, NodeId again) {
    if (++reported_ > most_reports) {
      if (reported_ == most_reports + 1) first_unlisted_ = again;
      return;
    }
    const Node& key = document_[again];
    auto& found =
        sink_.add(diag::code::duplicate_key, {source_, key.span},
                  diag::say("键“{}”重复", "the key \"{}\" is given twice", diag::brief(key.value)),
                  diag::say("只保留正确的一处", "keep the one that is right"));
    found.related.push_back({{source_, document_[first].span},
                             diag::say("第一次出现在这里", "it is first given here")});
  }

  // Sorting brings equal keys together, the first one first, however many there are.
  void look(NodeId mapping) {
    keys_.clear();
    for (NodeId key = document_.first_child(mapping); key != 0;) {
      keys_.push_back(key);
      key = document_[document_[key].next].next;
    }
    std::sort(keys_.begin(), keys_.end(), [&](NodeId a, NodeId b) {
      const int order = document_[a].value.compare(document_[b].value);
      return order != 0 ? order < 0 : a < b;
    });
    repeats_.clear();
    std::size_t first = 0;
    for (std::size_t i = 1; i < keys_.size(); ++i) {
      if (document_[keys_[i]].value == document_[keys_[first]].value) {
        repeats_.emplace_back(keys_[i], keys_[first]);
      } else {
        first = i;
      }
    }
    std::sort(repeats_.begin(), repeats_.end());
    for (const auto& [again, once] : repeats_) report(once, again);
  }

  const Document& document_;
  text::SourceId source_;
  diag::Sink& sink_;
  std::size_t reported_ = 0;
  NodeId first_unlisted_ = 0;
  std::vector<NodeId> keys_;
  std::vector<std::pair<NodeId, NodeId>> repeats_;
};

}  // namespace

std::optional<Failure> check_keys(const Document& document, text::SourceId source,
                                  diag::Sink& sink) {
  const Node& root = document[0];
  if (root.kind == NodeKind::scalar && root.style == Style::plain &&
      (holds(root.value, "：") || holds(root.value, ":"))) {
    return Failure{Cause::missing_colon, root.span};
  }
  bool alike = false;
  for (NodeId id = 0; id < document.nodes.size(); ++id) {
    const Node& node = document[id];
    if (node.kind != NodeKind::mapping) continue;
    for (NodeId key = document.first_child(id); key != 0; key = document[document[key].next].next) {
      if (const auto cause = unmeant(document[key], node.style)) {
        return Failure{*cause, document[key].span};
      }
    }
    alike = alike || any_alike(document, id);
  }
  if (alike) Duplicates(document, source, sink).run();
  return std::nullopt;
}

}  // namespace zsup::yaml
