#include "command/complete.h"

#include <algorithm>
#include <set>

#include "command/session.h"
#include "record/letter_types.h"
#include "record/record.h"
#include "rule/rule.h"

namespace zsup::command {

using diag::Lang;

namespace {

// Where on the command line the cursor is, and what was said before.
struct Position {
  const CommandRow* command = nullptr;
  const OptionRow* value_of = nullptr;  // the option whose value is being typed
  std::string before;                   // "--format=" of --format=js
  std::string typed;                    // of the value
  bool options_over = false;            // behind `--`
  std::vector<std::string> words;       // behind the command
  std::set<std::string_view> given;     // names of the options
  Arguments arguments;                  // those options that say where the register is
};

const OptionRow* find_option(const CommandRow* command, std::string_view name) {
  const auto find = [&](std::span<const OptionRow> rows) -> const OptionRow* {
    for (const OptionRow& row : rows) {
      if (row.name == name || (!row.short_name.empty() && row.short_name == name)) return &row;
    }
    return nullptr;
  };
  if (command != nullptr) {
    if (const OptionRow* own = find(command->options)) return own;
  }
  return find(common_options());
}

// The folder that the shell would have made of the word.
std::string expanded(const std::string& folder, const io::Environment& environment) {
  if (environment.home && (folder == "~" || folder.starts_with("~/"))) {
    return *environment.home + folder.substr(1);
  }
  return folder;
}

class Reader {
 public:
  Position read(std::span<const std::string> words) {
    for (const std::string& word : words.first(words.size() - 1)) take(word);
    last(words.back());
    return std::move(at_);
  }

 private:
  void set(const OptionRow& option, const std::string& value) {
    at_.given.insert(option.name);
    if (option.name == directory_option.name) {
      at_.arguments.add(option, {expanded(value, io::read_environment())});
    } else if (option.name == as_of_option.name || option.name == lang_option.name) {
      at_.arguments.add(option, {value});
    }
  }

  void take(const std::string& word) {
    if (waiting_ != nullptr) {
      set(*waiting_, word);
      waiting_ = nullptr;
    } else if (at_.options_over || word.size() < 2 || word[0] != '-') {
      if (at_.command == nullptr && at_.words.empty() && !at_.options_over) {
        at_.command = find_command(word);
        if (at_.command != nullptr) return;
      }
      at_.words.push_back(word);
    } else if (word == "--") {
      at_.options_over = true;
    } else if (word.starts_with("--")) {
      const std::size_t equals = word.find('=');
      const OptionRow* option = find_option(at_.command, word.substr(0, equals));
      if (option == nullptr) return;
      if (option->takes != Takes::nothing && equals == std::string::npos) {
        waiting_ = option;
      } else {
        set(*option, equals == std::string::npos ? "" : word.substr(equals + 1));
      }
    } else {
      take_short(word);
    }
  }

  // -q, -qj 4, -Cfolder
  void take_short(const std::string& word) {
    for (std::size_t i = 1; i < word.size(); ++i) {
      const OptionRow* option = find_option(at_.command, std::string("-") + word[i]);
      if (option == nullptr) return;
      if (option->takes == Takes::nothing) {
        at_.given.insert(option->name);
      } else if (i + 1 == word.size()) {
        waiting_ = option;
        return;
      } else {
        set(*option, word.substr(i + 1));
        return;
      }
    }
  }

  void last(const std::string& word) {
    at_.typed = word;
    at_.value_of = waiting_;
    const std::size_t equals = word.find('=');
    if (waiting_ != nullptr || at_.options_over || !word.starts_with("--") ||
        equals == std::string::npos) {
      return;
    }
    at_.value_of = find_option(at_.command, word.substr(0, equals));
    at_.before = word.substr(0, equals + 1);
    at_.typed = word.substr(equals + 1);
  }

  Position at_;
  const OptionRow* waiting_ = nullptr;
};

class Gatherer {
 public:
  explicit Gatherer(Position at) : at_(std::move(at)), session_(at_.arguments) {}

  Candidates gather() {
    found_.before = at_.before;
    if (at_.value_of != nullptr) {
      values(at_.value_of->takes, at_.value_of->choices);
    } else if (!at_.before.empty()) {
      return std::move(found_);  // the value of an option that there is not
    } else if (!at_.options_over && at_.typed.starts_with('-')) {
      options();
    } else if (at_.command == nullptr) {
      commands();
    } else {
      words();
    }
    return std::move(found_);
  }

 private:
  void add(std::string_view value, std::string_view about) {
    found_.list.push_back({std::string(value), std::string(about)});
  }
  Lang lang() const { return session_.lang(); }

  void commands() {
    if (!at_.words.empty()) return;
    for (const CommandRow* row : command::commands()) add(row->name, row->summary.in(lang()));
  }

  void options() {
    const auto add_rows = [&](std::span<const OptionRow> rows) {
      for (const OptionRow& row : rows) {
        if (row.hidden || (at_.given.contains(row.name) && !row.repeated)) continue;
        // The short name is offered to who has typed just that.
        const bool is_short = !row.short_name.empty() && at_.typed == row.short_name;
        add(is_short ? row.short_name : row.name, row.help.in(lang()));
      }
    };
    if (at_.command != nullptr) add_rows(at_.command->options);
    add_rows(common_options());
  }

  void words() {
    const auto& rows = at_.command->words;
    const std::size_t number = at_.words.size();
    if (number < rows.size()) {
      values(rows[number].takes, rows[number].choices);
    } else if (!rows.empty() && rows.back().repeated) {
      values(rows.back().takes, rows.back().choices);
    } else if (!at_.options_over) {
      options();
    }
  }

  void values(Takes takes, std::span<const std::string_view> choices) {
    switch (takes) {
      case Takes::choice:
        for (const std::string_view choice : choices) add(choice, "");
        return;
      case Takes::file:
        found_.form = Candidates::Form::files;
        return;
      case Takes::folder:
        found_.form = Candidates::Form::folders;
        return;
      case Takes::kind:
        return kinds();
      case Takes::field:
        return fields();
      case Takes::letter_type:
        for (const record::LetterTypeRow& row : record::letter_types())
          name(record::row_of(row.type));
        return;
      case Takes::code:
        for (const diag::RuleInfo& rule : rule::catalogue()) {
          add(rule.code.name(), rule.summary.in(lang()));
        }
        return;
      case Takes::leader:
      case Takes::org:
      case Takes::period:
        return of_the_register(takes);
      case Takes::nothing:
      case Takes::text:
      case Takes::number:
      case Takes::date:
      case Takes::revision:
        return;
    }
  }

  // Who has begun to type Chinese gets the Chinese spelling; both mean the same.
  bool chinese() const {
    return !at_.typed.empty() && static_cast<unsigned char>(at_.typed[0]) >= 0x80;
  }
  void name(const record::EnumRow& row) {
    add(chinese() ? row.label.zh : row.id, chinese() ? row.id : row.label.in(lang()));
  }

  void kinds() {
    for (const record::KindRow* kind : record::kind_rows()) name(record::row_of(kind->kind()));
  }

  // key= of the kind that was named.
  void fields() {
    for (const record::KindRow* kind : record::kind_rows()) {
      const record::EnumRow& row = record::row_of(kind->kind());
      if (at_.words.empty() || (at_.words[0] != row.id && at_.words[0] != row.label.zh)) continue;
      found_.form = Candidates::Form::unfinished;
      for (const record::FieldSpec& field : kind->object().fields) {
        add(std::string(chinese() ? field.word : field.key) + "=",
            chinese() ? field.key : field.word);
      }
    }
  }

  void of_the_register(Takes takes) {
    try {
      const reg::Register& reg = session_.reg();
      if (takes == Takes::leader) {
        ids<record::Leader>(reg);
      } else if (takes == Takes::org) {
        ids<record::Org>(reg);
      } else {
        periods(&reg);
      }
    } catch (const Stop&) {
      if (takes == Takes::period) periods(nullptr);
    }
  }

  template <class T>
  void ids(const reg::Register& reg) {
    for (const T& record : reg.all<T>()) {
      if (record.id) add(record::slug(record), record.name.or_empty());
    }
  }

  // The short ones, and those that something was reported for.
  void periods(const reg::Register* reg) {
    std::set<std::string> years;
    std::set<std::string> full;
    if (reg != nullptr) {
      for (const record::Report& report : reg->all<record::Report>()) {
        if (!report.period) continue;
        full.insert(report.period->id());
        years.insert(std::to_string(report.period->year_number));
      }
    }
    for (const std::string_view part : {"q1", "q2", "q3", "q4", "h1", "h2"}) {
      const auto meant = reg != nullptr ? reg->period_named(part, session_.as_of()) : std::nullopt;
      add(part, meant ? meant->id() : "");
    }
    full.insert(years.begin(), years.end());
    for (const std::string& period : full) add(period, "");
  }

  Position at_;
  Session session_;
  Candidates found_;
};

// What would break the protocol of lines and tabs is not offered.
bool plain(std::string_view text) {
  return !text.empty() && std::none_of(text.begin(), text.end(), [](char c) {
    return static_cast<unsigned char>(c) < 0x20 || c == 0x7F;
  });
}

std::string one_line(std::string text) {
  for (char& c : text) {
    if (static_cast<unsigned char>(c) < 0x20 || c == 0x7F) c = ' ';
  }
  return text;
}

// As _describe of zsh wants it.
std::string described(const Candidate& candidate) {
  std::string line;
  for (const char c : candidate.value) {
    if (c == ':' || c == '\\') line += '\\';
    line += c;
  }
  return candidate.about.empty() ? line : line + ":" + one_line(candidate.about);
}

std::string answer(const std::string& shell, std::span<const std::string> words) {
  BashLine line;
  if (shell == "bash") {
    if (words.size() != 2) return {};
    line = read_bash_line(words[1], words[0]);
    line.words.erase(line.words.begin());  // the program
    words = line.words;
  }
  if (words.empty()) return {};
  const Candidates found = complete(words);
  std::string text;
  switch (found.form) {
    case Candidates::Form::values:
      text = "values\n";
      break;
    case Candidates::Form::unfinished:
      text = "unfinished\n";
      break;
    case Candidates::Form::files:
      text = "files\n";
      break;
    case Candidates::Form::folders:
      text = "folders\n";
      break;
  }
  for (const Candidate& candidate : found.list) {
    if (!plain(candidate.value)) continue;
    if (shell == "bash") {
      const std::string whole = found.before + candidate.value;
      if (whole.starts_with(words.back())) text += for_bash(line, whole) + "\n";
    } else if (shell == "zsh") {
      text += described(candidate) + "\n";
    } else {
      text += found.before + candidate.value;
      if (!candidate.about.empty()) text += "\t" + one_line(candidate.about);
      text += "\n";
    }
  }
  return text;
}

}  // namespace

Candidates complete(std::span<const std::string> words) {
  return Gatherer(Reader().read(words)).gather();
}

int run_complete(std::span<const std::string> words) {
  io::Stream out(io::Standard::output);
  try {
    if (words.size() > 1) out.write(answer(words[0], words.subspan(1)));
  } catch (const std::exception&) {
    // Someone is typing: whatever it is, it is told when the command runs.
  }
  static_cast<void>(out.flush());
  return clean;
}

}  // namespace zsup::command
