#include "record/did_you_mean.h"

#include <algorithm>

#include "diag/brief.h"
#include "record/common_names.h"
#include "record/lenient.h"
#include "text/utf8.h"

namespace zsup::record {

using diag::say;

namespace {

// The row whose id or Chinese word is nearest; nothing when another row is near as well, since
// 审核不通过 is one character away from both 审核通过 and 审核未通过.
std::optional<std::string_view> nearest_word(std::string_view written, const Vocabulary& words) {
  const auto nearest_without = [&](const EnumRow* left_out) {
    std::vector<std::string_view> names;
    for (const EnumRow& row : words.rows) {
      if (&row == left_out) continue;
      names.push_back(row.id);
      names.push_back(row.label.zh);
    }
    return text::nearest(written, names);
  };
  const auto near = nearest_without(nullptr);
  if (!near || same_word(written, *near)) return near;
  const auto row = std::find_if(words.rows.begin(), words.rows.end(), [&](const EnumRow& one) {
    return one.id == *near || one.label.zh == *near;
  });
  return nearest_without(&*row) ? std::nullopt : near;
}

std::u32string characters(std::string_view text) {
  std::u32string out;
  for (std::size_t at = 0; at < text.size();) {
    const text::Decoded decoded = text::decode(text, at);
    out.push_back(decoded.code_point);
    at += decoded.length;
  }
  return out;
}

bool one_slip(std::string_view written, std::string_view meant) {
  constexpr std::size_t shortest = 4;
  const std::u32string a = characters(written);
  const std::u32string b = characters(meant);
  return std::min(a.size(), b.size()) >= shortest && text::edit_distance(a, b, 1) <= 1;
}

// Whether the words of a vocabulary say what was decided about people: then a near one is only a
// question, since who guesses decides.
bool decides(const Vocabulary& words) {
  constexpr std::string_view names[] = {"finding_event",    "spot_check_verdict", "review_decision",
                                        "clue_disposition", "responsibility",     "measure"};
  return std::find(std::begin(names), std::end(names), words.name) != std::end(names);
}

}  // namespace

void suggest(diag::Diagnostic& found, text::Place place, const yaml::Node& node,
             std::string_view meant, bool only_one) {
  found.help = say("是不是“{}”？", "did you mean '{}'?", meant);
  if (node.style == yaml::Style::plain &&
      (same_word(node.value, meant) || (only_one && one_slip(node.value, meant)))) {
    found.fix.push_back({place, std::string(meant)});
  }
}

std::optional<std::string> word_called(std::string_view said, const Vocabulary& words) {
  const auto called = commonly_called(said, words);
  if (called.size() != 1 || decides(words)) return std::nullopt;
  const bool chinese = static_cast<unsigned char>(said.front()) >= 0x80;
  return std::string(spelled(*called[0], chinese ? Spelling::chinese : Spelling::english));
}

void unknown_word(diag::Sink& sink, text::Place place, const yaml::Node& node,
                  const Vocabulary& words, const FieldSpec& field) {
  diag::Diagnostic& found = sink.add(diag::code::unknown_value, place,
                                     say("“{}”没有“{}”这个值", "'{}' has no value '{}'",
                                         field.written(), diag::brief(node.value)));
  if (const auto called = commonly_called(node.value, words); !called.empty()) {
    diag::Text meant;
    for (const EnumRow* row : called) append_to_list(meant, row->written());
    found.help = called.size() == 1
                     ? say("写作“{}”", "write '{}'", meant)
                     : say("可能指：{}；写明是哪一个", "it may be {}: say which", meant);
    if (auto word = word_called(node.value, words); word && node.style == yaml::Style::plain) {
      found.fix.push_back({place, std::move(*word)});
    }
    return;
  }
  if (const auto near = nearest_word(node.value, words)) {
    suggest(found, place, node, *near, !decides(words));
    return;
  }
  diag::Text all;
  for (const EnumRow& row : words.rows) append_to_list(all, row.written());
  found.help = say("可填：{}", "it is one of: {}", all);
}

}  // namespace zsup::record
