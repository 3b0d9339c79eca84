// Where a value goes into the bytes of a document, written as the document is: its indentation,
// ends of lines, quotes, block or flow. Comments stay. Of fields it knows nothing.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "diag/diagnostic.h"
#include "record/yaml_text.h"
#include "yaml/document.h"

namespace zsup::record {

class Splice {
 public:
  using Edits = std::vector<diag::Edit>;

  explicit Splice(const yaml::Document& document);

  // Another value in place of one that stands in a mapping or a list. Nothing where a comment
  // within the old one would go with it.
  std::optional<Edits> replace(yaml::NodeId value, const YamlValue& by) const;

  // A further entry of a mapping, behind the value of another one, or in front of all (0).
  Edits insert(yaml::NodeId mapping, yaml::NodeId behind, std::string_view key,
               const YamlValue& value) const;

  // A further item of a list, behind all others.
  Edits append(yaml::NodeId list, const YamlValue& item) const;

 private:
  // What is written behind a key or a dash: on its line, with the blank in front, and below it.
  struct Parts {
    std::string head;
    std::string tail;
  };
  Parts parts(std::string_view written) const;

  bool in_flow(yaml::NodeId node) const;
  bool has_comment(yaml::NodeId collection) const;
  std::size_t column(std::size_t at) const;
  std::size_t line_end(std::size_t at) const;
  // The end of the last line of a value, with the comment behind it.
  std::size_t last_line_end(yaml::NodeId value) const;
  std::size_t behind_sign(yaml::NodeId value) const;
  std::string in_style_of(const yaml::Node& old, const YamlValue& by, Where where) const;
  Indents indents(yaml::NodeId list) const;
  Edits into_flow(yaml::NodeId collection, yaml::NodeId first, yaml::NodeId last,
                  std::string text) const;
  diag::Edit edit(std::size_t begin, std::size_t end, std::string text) const;

  const yaml::Document& document_;
  std::string_view bytes_;
  std::vector<yaml::NodeId> parents_;
  std::string end_;  // of lines
  Layout layout_ = Layout::usual;
  Indents indents_;
};

}  // namespace zsup::record
