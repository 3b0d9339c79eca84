#include "yaml/yaml_cpp_reader.h"

#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/parser.h>

#include <algorithm>
#include <istream>
#include <new>
#include <streambuf>
#include <string>

namespace zsup::yaml {

namespace {

// yaml-cpp and the strictness pass recurse once or more a level; a few hundred levels fit into the
// small stack of a thread, whatever limit is asked for.
constexpr std::uint32_t deepest = 200;
constexpr std::size_t most_properties = 20;

// yaml-cpp queues the tokens of brackets that do not end on their line, at up to 230 bytes each,
// before it tells of the first of them.
constexpr std::size_t most_signs_ahead = 1'500'000;

// Lets a stream read bytes where they lie, but not too far ahead of what yaml-cpp tells.
class View : public std::streambuf {
 public:
  explicit View(std::string_view bytes) : rest_(bytes) {}

  void told() { signs_ahead_ = 0; }
  bool starved() const { return starved_; }
  // The most brackets that opened one upon another.
  std::size_t openings() const { return most_openings_; }

 protected:
  int_type underflow() override {
    if (rest_.empty() || starved_) return traits_type::eof();
    const std::string_view piece = rest_.substr(0, piece_size);
    for (const char c : piece) count(c);
    starved_ = signs_ahead_ > most_signs_ahead;
    rest_.remove_prefix(piece.size());
    char* begin = const_cast<char*>(piece.data());  // a streambuf that is only read from
    setg(begin, begin, begin + piece.size());
    return traits_type::to_int_type(*begin);
  }

 private:
  static constexpr std::size_t piece_size = std::size_t{1} << 16;

  void count(char c) {
    if (c == '[' || c == '{') {
      ++signs_ahead_;
      most_openings_ = std::max(most_openings_, ++openings_);
    } else if (c != ' ' && c != '\n' && c != '\r' && c != '\t') {
      openings_ = 0;
      if (c == ']' || c == '}' || c == ',' || c == ':') ++signs_ahead_;
    }
  }

  std::string_view rest_;
  std::size_t signs_ahead_ = 0;
  std::size_t openings_ = 0;
  std::size_t most_openings_ = 0;
  bool starved_ = false;
};

// Thrown by the handler to leave yaml-cpp; never leaves this file.
struct Stop {
  Failure failure;
};

class Builder final : public YAML::EventHandler {
 public:
  Builder(std::string_view bytes, const Slice& slice, const Limits& limits, text::Arena& arena,
          Document& document, View& view)
      : bytes_(bytes),
        slice_(slice),
        limits_(limits),
        arena_(arena),
        nodes_(document.nodes),
        view_(view) {}

  std::vector<Failure> take_failures() { return std::move(failures_); }

  void OnDocumentStart(const YAML::Mark&) override {}
  void OnDocumentEnd() override {}

  void OnNull(const YAML::Mark& mark, YAML::anchor_t) override {
    add(mark, NodeKind::null, Style::plain);
  }

  void OnAlias(const YAML::Mark& mark, YAML::anchor_t) override {
    // Aliases are never followed, so no alias can blow up a document.
    add(mark, NodeKind::null, Style::plain);
  }

  void OnScalar(const YAML::Mark& mark, const std::string&, YAML::anchor_t,
                const std::string& value) override {
    const std::uint32_t at = add(mark, NodeKind::scalar, Style::plain);
    if (value.size() > limits_.scalar_bytes) {
      throw Stop{{Cause::scalar_too_large, {at, std::min(at + 1, slice_.end)}}};
    }
    // Mostly the text stands there as it is, or behind a quote.
    std::string_view kept;
    for (const std::uint32_t begin : {at, at + 1}) {
      if (begin + value.size() > slice_.end) break;
      const std::string_view there = bytes_.substr(begin, value.size());
      if (there == value) {
        kept = there;
        break;
      }
    }
    nodes_.back().value = kept.data() != nullptr ? kept : arena_.copy(value);
  }

  void OnSequenceStart(const YAML::Mark& mark, const std::string&, YAML::anchor_t,
                       YAML::EmitterStyle::value style) override {
    open(mark, NodeKind::sequence, style);
  }
  void OnSequenceEnd() override { shut(); }

  void OnMapStart(const YAML::Mark& mark, const std::string&, YAML::anchor_t,
                  YAML::EmitterStyle::value style) override {
    open(mark, NodeKind::mapping, style);
  }
  void OnMapEnd() override { shut(); }

  // Where a mark of yaml-cpp points in the file.
  std::uint32_t offset(const YAML::Mark& mark) const {
    const auto size = static_cast<int>(slice_.end - slice_.begin);
    return slice_.begin + static_cast<std::uint32_t>(std::clamp(mark.pos, 0, size));
  }

 private:
  struct Level {
    NodeId node = 0;
    NodeId last_child = 0;
  };

  std::uint32_t add(const YAML::Mark& mark, NodeKind kind, Style style) {
    view_.told();
    const std::uint32_t at = offset(mark);
    if (nodes_.size() >= limits_.nodes) {
      throw Stop{{Cause::too_many_nodes, {at, std::min(at + 1, slice_.end)}}};
    }
    const auto id = static_cast<NodeId>(nodes_.size());
    nodes_.push_back({.span = {at, at}, .kind = kind, .style = style, .value = {}});
    if (!levels_.empty()) {
      Level& level = levels_.back();
      if (level.last_child != 0) nodes_[level.last_child].next = id;
      level.last_child = id;
      ++nodes_[level.node].children;
    }
    note_property(at);
    return at;
  }

  // Anchors, aliases and tags begin the node that they belong to.
  void note_property(std::uint32_t at) {
    if (at >= slice_.end || failures_.size() >= most_properties) return;
    if (std::string_view("&*!").find(bytes_[at]) == std::string_view::npos) return;
    if (!failures_.empty() && failures_.back().span.begin == at) return;
    std::uint32_t end = at + 1;
    while (end < slice_.end &&
           std::string_view(" \t\r\n,[]{}").find(bytes_[end]) == std::string_view::npos) {
      ++end;
    }
    failures_.push_back({Cause::property, {at, end}});
  }

  void open(const YAML::Mark& mark, NodeKind kind, YAML::EmitterStyle::value style) {
    const std::uint32_t at =
        add(mark, kind, style == YAML::EmitterStyle::Flow ? Style::flow : Style::block);
    if (levels_.size() >= std::min(limits_.depth, deepest)) {
      throw Stop{{Cause::too_deep, {at, std::min(at + 1, slice_.end)}}};
    }
    levels_.push_back({static_cast<NodeId>(nodes_.size() - 1), 0});
  }

  void shut() { levels_.pop_back(); }

  std::string_view bytes_;
  const Slice& slice_;
  const Limits& limits_;
  text::Arena& arena_;
  std::vector<Node>& nodes_;
  View& view_;
  std::vector<Level> levels_;
  std::vector<Failure> failures_;
};

// What an exception of yaml-cpp is about, as far as its place and text can be trusted.
Cause cause_of(const YAML::Exception& error) {
  namespace message = YAML::ErrorMsg;
  const std::string& text = error.msg;
  if (text == message::EOF_IN_SCALAR || text == message::DOC_IN_SCALAR) {
    return Cause::unclosed_quote;
  }
  // "End of … flow not found" is also said of brackets that do close; those that do not are found
  // by mistakes.h.
  if (text == message::FLOW_END) return Cause::stray_bracket;
  if (text == message::INVALID_HEX || text.starts_with(message::INVALID_UNICODE) ||
      text.starts_with(message::INVALID_ESCAPE)) {
    return Cause::bad_escape;
  }
  if (text == message::TAB_IN_INDENTATION) return Cause::tab;
  // Later versions add its name.
  if (text.starts_with(message::UNKNOWN_ANCHOR)) return Cause::property;
  return Cause::syntax;
}

}  // namespace

std::vector<Failure> read_with_yaml_cpp(std::string_view bytes, const Slice& slice,
                                        const Limits& limits, text::Arena& arena,
                                        Document& document) {
  document.nodes.clear();
  View view(bytes.substr(slice.begin, slice.end - slice.begin));
  Builder builder(bytes, slice, limits, arena, document, view);
  std::vector<Failure> failures;
  try {
    std::istream stream(&view);
    YAML::Parser parser(stream);
    // Called once only: on some broken input further calls would return empty documents for ever.
    // What a first document leaves over is found by the strictness pass.
    parser.HandleNextDocument(builder);
    failures = builder.take_failures();
  } catch (const Stop& stop) {
    failures = builder.take_failures();
    failures.push_back(stop.failure);
  } catch (const YAML::Exception& error) {
    failures = builder.take_failures();
    const std::uint32_t at = builder.offset(error.mark);
    const bool known = !failures.empty() && failures.back().span.begin == at;
    const Cause cause = cause_of(error);
    // yaml-cpp tells where the escape ends; people look for its backslash.
    const std::string_view before =
        bytes.substr(slice.begin, std::min(at + 1, slice.end) - slice.begin);
    const std::size_t backslash =
        cause == Cause::bad_escape ? before.rfind('\\') : std::string_view::npos;
    if (backslash != std::string_view::npos) {
      const auto begin = slice.begin + static_cast<std::uint32_t>(backslash);
      failures.push_back({cause, {begin, begin + 1}});
    } else if (!known) {
      failures.push_back({cause, {at, at}});
    }
  } catch (const std::bad_alloc&) {
    failures.assign(1, {Cause::too_many_nodes, {slice.begin, slice.begin}});
  }
  if (view.starved() && (failures.empty() || failures.back().cause != Cause::too_deep)) {
    const bool deep = view.openings() > limits.depth;
    failures.assign(1,
                    {deep ? Cause::too_deep : Cause::too_many_nodes, {slice.begin, slice.begin}});
  }
  return failures;
}

}  // namespace zsup::yaml
