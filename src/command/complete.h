// What could stand at the end of an unfinished command line: asked by the shells' completions,
// which are files of completions/. Everything comes from the command table, but for the ids and
// periods of the register at hand.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace zsup::command {

struct Candidate {
  std::string value;
  std::string about;  // may be empty
};

struct Candidates {
  enum class Form : std::uint8_t {
    values,      // one of `list`
    unfinished,  // one of `list`, and no space behind it: more follows
    files,       // a path, which the shell knows best
    folders,
  };
  Form form = Form::values;
  std::string before;  // what stands in the word before the value: "--format="
  std::vector<Candidate> list;
};

// `words` are those behind the program's name; the last is being typed and may be empty. Never
// fails: where there is no register, or it cannot be read, its ids are not among the candidates.
Candidates complete(std::span<const std::string> words);

// zsup __complete SHELL …, as completions/ calls it; prints the form and then a line for each
// candidate. Says nothing else, whatever happens. The exit code.
int run_complete(std::span<const std::string> words);

// A line of bash's, up to the cursor.
struct BashLine {
  std::vector<std::string> words;  // without their quotes; the last is being typed
  std::size_t kept = 0;  // bytes of the last word that are before what readline will replace
  char quote = 0;        // the quote that is open: ' or " or none
};
// `breaks` is COMP_WORDBREAKS.
BashLine read_bash_line(std::string_view line, std::string_view breaks);
// What readline is to put in place of the end of the line, so that the word becomes `value`.
std::string for_bash(const BashLine& line, std::string_view value);

}  // namespace zsup::command
