#include "yaml/keys.h"

#include <algorithm>
#include <string_view>
#include <vector>

#include "diag/brief.h"

namespace zsup::yaml {

namespace {

constexpr std::size_t most_reports = 20;
constexpr std::size_t few = 12;  // up to here comparing each with each is fastest

void report(const Document& document, NodeId first, NodeId again, text::SourceId source,
            diag::Sink& sink) {
  const Node& key = document[again];
  auto& found =
      sink.add(diag::code::duplicate_key, {source, key.span},
               diag::say("键“{}”重复", "the key \"{}\" is given twice", diag::brief(key.value)),
               diag::say("只保留正确的一处", "keep the one that is right"));
  found.related.push_back(
      {{source, document[first].span}, diag::say("第一次出现在这里", "it is first given here")});
}

class Finder {
 public:
  Finder(const Document& document, text::SourceId source, diag::Sink& sink)
      : document_(document), source_(source), sink_(sink) {}

  void run() {
    for (NodeId id = 0; id < document_.nodes.size(); ++id) {
      if (document_[id].kind == NodeKind::mapping && document_[id].children > 2) look(id);
    }
  }

 private:
  void report(NodeId first, NodeId again) {
    if (reported_++ < most_reports) zsup::yaml::report(document_, first, again, source_, sink_);
  }

  void look(NodeId mapping) {
    keys_.clear();
    for (NodeId key = document_.first_child(mapping); key != 0;) {
      keys_.push_back(key);
      key = document_[document_[key].next].next;
    }
    if (keys_.size() <= few) {
      for (std::size_t i = 1; i < keys_.size(); ++i) {
        for (std::size_t j = 0; j < i; ++j) {
          if (document_[keys_[i]].value != document_[keys_[j]].value) continue;
          report(keys_[j], keys_[i]);
          break;
        }
      }
      return;
    }
    // Sorting brings equal keys together, the first one first, however many there are.
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
  std::vector<NodeId> keys_;
  std::vector<std::pair<NodeId, NodeId>> repeats_;
};

}  // namespace

std::optional<Failure> find_unmeant_key(const Document& document) {
  const auto holds = [](const Node& node, std::string_view text) {
    return node.value.find(text) != std::string_view::npos;
  };
  const Node& root = document[0];
  if (root.kind == NodeKind::scalar && root.style == Style::plain &&
      (holds(root, "：") || holds(root, ":"))) {
    return Failure{Cause::missing_colon, root.span};
  }
  for (NodeId id = 0; id < document.nodes.size(); ++id) {
    if (document[id].kind != NodeKind::mapping) continue;
    for (NodeId at = document.first_child(id); at != 0; at = document[document[at].next].next) {
      const Node& key = document[at];
      if (key.style != Style::plain) continue;
      if (key.value == "<<") return Failure{Cause::merge_key, key.span};
      if (key.value.starts_with("　")) return Failure{Cause::full_width_space, key.span};
      if (document[id].style == Style::flow && (holds(key, "：") || holds(key, "，"))) {
        return Failure{Cause::missing_colon, key.span};
      }
    }
  }
  return std::nullopt;
}

void report_duplicate_keys(const Document& document, text::SourceId source, diag::Sink& sink) {
  Finder(document, source, sink).run();
}

}  // namespace zsup::yaml
