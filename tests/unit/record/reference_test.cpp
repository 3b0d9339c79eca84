#include "record/reference.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include "record/record.h"

namespace zsup::record {

namespace {

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  std::istringstream in(text);
  for (std::string line; std::getline(in, line);) lines.push_back(line);
  return lines;
}

}  // namespace

TEST_CASE("headings are unique and every link leads to one") {
  for (const diag::Lang lang : {diag::Lang::zh, diag::Lang::en}) {
    const std::string page = reference_markdown(lang);
    std::set<std::string> anchors;
    bool code = false;
    for (const std::string& line : lines_of(page)) {
      if (line.rfind("```", 0) == 0) code = !code;
      if (code || line.rfind("##", 0) != 0) continue;
      std::string heading = line.substr(line.find(' ') + 1);
      std::replace(heading.begin(), heading.end(), ' ', '-');
      heading.erase(std::remove(heading.begin(), heading.end(), '.'), heading.end());
      CAPTURE(heading);
      CHECK(anchors.insert(heading).second);
    }
    CHECK(!code);
    for (std::size_t at = page.find("](#"); at != std::string::npos;
         at = page.find("](#", at + 1)) {
      const std::string target = page.substr(at + 3, page.find(')', at) - at - 3);
      CAPTURE(target);
      CHECK(anchors.count(target) == 1);
    }
  }
}

TEST_CASE("every field and every word of a vocabulary is told, in both spellings") {
  for (const diag::Lang lang : {diag::Lang::zh, diag::Lang::en}) {
    const std::string page = reference_markdown(lang);
    const auto has_row = [&](std::string_view chinese, std::string_view english) {
      const std::string_view first = lang == diag::Lang::zh ? chinese : english;
      const std::string_view second = lang == diag::Lang::zh ? english : chinese;
      return page.find("| `" + std::string(first) + "` | `" + std::string(second) + "` |") !=
             std::string::npos;
    };
    for (const KindRow* kind : kind_rows()) {
      for (const FieldSpec& field : kind->object().fields) CHECK(has_row(field.word, field.key));
    }
    for (const Vocabulary* words : vocabularies()) {
      if (words == &vocabulary<Kind>()) continue;
      for (const EnumRow& row : words->rows) CHECK(has_row(row.label.zh, row.id));
    }
    // Each kind's place in the table at the top.
    for (const KindRow* kind : kind_rows()) {
      CHECK(page.find(std::string(kind->doc->in(lang)) + " |\n") != std::string::npos);
    }
  }
}

TEST_CASE("tables are tables: every row has as many cells as its heading") {
  for (const diag::Lang lang : {diag::Lang::zh, diag::Lang::en}) {
    std::size_t cells = 0;
    for (const std::string& line : lines_of(reference_markdown(lang))) {
      if (line.empty() || line[0] != '|') {
        cells = 0;
        continue;
      }
      std::size_t bars = 0;
      for (std::size_t at = 0; at < line.size(); ++at) {
        if (line[at] == '|' && (at == 0 || line[at - 1] != '\\')) ++bars;
      }
      if (cells == 0) cells = bars;
      CAPTURE(line);
      CHECK(bars == cells);
    }
  }
}

}  // namespace zsup::record
