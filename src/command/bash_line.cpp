// The words of an unfinished line of bash's, and the way back: bash hands over the line as typed
// and replaces only what follows its last word break.
#include "command/complete.h"

namespace zsup::command {

BashLine read_bash_line(std::string_view line, std::string_view breaks) {
  BashLine read;
  std::string word;
  bool begun = false;
  for (std::size_t i = 0; i < line.size(); ++i) {
    const char c = line[i];
    if (read.quote == '\'') {
      if (c == '\'') {
        read.quote = 0;
      } else {
        word += c;
      }
      continue;
    }
    if (read.quote == '"') {
      if (c == '"') {
        read.quote = 0;
      } else if (c == '\\' && i + 1 < line.size() &&
                 std::string_view("\\\"$`").find(line[i + 1]) != std::string_view::npos) {
        word += line[++i];
      } else {
        word += c;
      }
      continue;
    }
    if (c == ' ' || c == '\t' || c == '\n') {
      if (begun) read.words.push_back(std::move(word));
      word.clear();
      begun = false;
      read.kept = 0;
      continue;
    }
    begun = true;
    if (c == '\'' || c == '"') {
      read.quote = c;
      read.kept = word.size();
    } else if (c == '\\') {
      if (i + 1 < line.size()) word += line[++i];
    } else {
      word += c;
      if (breaks.find(c) != std::string_view::npos) read.kept = word.size();
    }
  }
  read.words.push_back(std::move(word));
  return read;
}

std::string for_bash(const BashLine& line, std::string_view value) {
  std::string quoted;
  for (const char c : value.substr(std::min(line.kept, value.size()))) {
    if (line.quote == '\'') {
      quoted += c == '\'' ? std::string("'\\''") : std::string(1, c);
      continue;
    }
    const std::string_view special = line.quote == '"' ? "\\\"$`" : " \t\\'\"`$&|;<>()[]{}*?!~#^";
    if (special.find(c) != std::string_view::npos) quoted += '\\';
    quoted += c;
  }
  return quoted;
}

}  // namespace zsup::command
