#include "record/did_you_mean.h"

#include "diag/brief.h"

namespace zsup::record {

using diag::say;

void suggest(diag::Diagnostic& found, text::Place place, const yaml::Node& node,
             std::string_view meant) {
  found.help = say("是不是“{}”？", "did you mean '{}'?", meant);
  if (node.style == yaml::Style::plain) found.fix.push_back({place, std::string(meant)});
}

void unknown_word(diag::Sink& sink, text::Place place, const yaml::Node& node,
                  const Vocabulary& words, const FieldSpec& field) {
  diag::Diagnostic& found = sink.add(diag::code::unknown_value, place,
                                     say("“{0}”没有“{2}”这个值", "'{1}' has no value '{2}'",
                                         field.word, field.key, diag::brief(node.value)));
  std::vector<std::string_view> names;
  for (const EnumRow& row : words.rows) {
    names.push_back(row.id);
    names.push_back(row.label.zh);
  }
  if (const auto near = text::nearest(node.value, names)) {
    suggest(found, place, node, *near);
    return;
  }
  std::string zh;
  std::string en;
  for (const EnumRow& row : words.rows) {
    zh += (zh.empty() ? "" : "、") + std::string(row.label.zh);
    en += (en.empty() ? "" : ", ") + std::string(row.id);
  }
  found.help = say("可填：{0}", "it is one of: {1}", zh, en);
}

}  // namespace zsup::record
