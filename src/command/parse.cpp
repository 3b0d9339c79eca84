#include "command/parse.h"

#include <CLI/CLI.hpp>
#include <algorithm>

#include "command/options.h"
#include "diag/brief.h"
#include "text/edit_distance.h"

namespace zsup::command {

using diag::brief;
using diag::say;

namespace {

// Where CLI11 puts what it finds; a deque-like stability is needed, so each slot is made once.
struct Slot {
  const OptionRow* row;
  bool flag = false;
  std::vector<std::string> values;
};

std::string names_of(const OptionRow& row) {
  return row.short_name.empty() ? std::string(row.name)
                                : std::string(row.short_name) + "," + std::string(row.name);
}

void add_options(CLI::App& app, std::span<const OptionRow> rows,
                 std::vector<std::unique_ptr<Slot>>& slots) {
  for (const OptionRow& row : rows) {
    slots.push_back(std::make_unique<Slot>(Slot{&row, false, {}}));
    Slot& slot = *slots.back();
    if (row.takes == Takes::nothing) {
      app.add_flag(names_of(row), slot.flag);
    } else {
      app.add_option(names_of(row), slot.values)->expected(1)->take_all()->allow_extra_args(false);
    }
  }
}

std::vector<std::string_view> option_names(const CommandRow* command) {
  std::vector<std::string_view> names;
  const auto add = [&](std::span<const OptionRow> rows) {
    for (const OptionRow& row : rows) {
      if (!row.hidden) names.push_back(row.name);
    }
  };
  if (command != nullptr) add(command->options);
  add(common_options());
  return names;
}

void unknown_command(Parsed& parsed, const std::string& word) {
  parsed.wrong = say("没有“{}”这个命令", "there is no command '{}'", brief(word));
  std::vector<std::string_view> names;
  for (const CommandRow* row : commands()) names.push_back(row->name);
  if (const auto near = text::nearest(word, names)) {
    parsed.hint = say("是不是 zsup {}？", "did you mean 'zsup {}'?", *near);
  } else {
    parsed.hint = say("zsup -h 列出全部命令", "'zsup -h' lists the commands");
  }
}

void unknown_option(Parsed& parsed, const std::string& word) {
  const std::string name = word.substr(0, word.find('='));
  parsed.wrong = say("没有“{}”这个选项", "there is no option '{}'", brief(name));
  const auto names = option_names(parsed.command);
  if (const auto near = text::nearest(name, names)) {
    parsed.hint = say("是不是 {}？", "did you mean {}?", *near);
  } else if (parsed.command != nullptr) {
    parsed.hint =
        say("zsup {} -h 列出它的选项", "'zsup {} -h' lists its options", parsed.command->name);
  }
}

// Whether `value` is one of the choices; what is wrong goes to `parsed`.
bool is_choice(Parsed& parsed, diag::Words what, const std::string& value,
               std::span<const std::string_view> choices) {
  if (std::find(choices.begin(), choices.end(), value) != choices.end()) return true;
  parsed.wrong = say("{} 没有“{}”这个值", "{} has no value '{}'", what, brief(value));
  if (const auto near = text::nearest(value, choices)) {
    parsed.hint = say("是不是 {}？", "did you mean {}?", *near);
    return false;
  }
  std::string all;
  for (const std::string_view choice : choices) {
    all += (all.empty() ? "" : ", ") + std::string(choice);
  }
  parsed.hint = say("可用：{}", "it is one of: {}", all);
  return false;
}

// A choice in Chinese means the same as in English.
void read_choices(Slot& slot) {
  const OptionRow& row = *slot.row;
  for (std::string& value : slot.values) {
    const auto word = std::find(row.chinese.begin(), row.chinese.end(), value);
    if (word != row.chinese.end()) {
      value = row.choices[static_cast<std::size_t>(word - row.chinese.begin())];
    }
  }
}

// What the parser leaves to us: choices, and how many words a command takes.
void check_values(Parsed& parsed, const std::vector<std::unique_ptr<Slot>>& slots) {
  for (const auto& slot : slots) {
    if (slot->row->takes != Takes::choice) continue;
    for (const std::string& value : slot->values) {
      if (!is_choice(parsed, {slot->row->name, slot->row->name}, value, slot->row->choices)) return;
    }
  }
  if (parsed.arguments.has(excel_option) && parsed.arguments.written(format_option) != "csv") {
    parsed.wrong = say("--excel 只用于 CSV", "--excel goes with CSV only");
    parsed.hint = say("加上 --format csv", "add '--format csv'");
    return;
  }
  const auto& words = parsed.arguments.words();
  const auto& rows = parsed.command->words;
  std::size_t at = 0;
  for (const WordRow& row : rows) {
    if (at >= words.size()) {
      if (!row.required) break;
      parsed.wrong = say("缺少“{}”", "{} is missing", row.name);
      parsed.hint =
          say("zsup {0} -h 有例子", "see the examples of 'zsup {0} -h'", parsed.command->name);
      return;
    }
    if (row.takes == Takes::choice && !is_choice(parsed, row.name, words[at], row.choices)) return;
    at = row.repeated ? words.size() : at + 1;
  }
  if (at < words.size()) {
    parsed.wrong = say("多出的内容：“{}”", "this is one word too many: '{}'", brief(words[at]));
    parsed.hint =
        say("zsup {0} -h 有例子", "see the examples of 'zsup {0} -h'", parsed.command->name);
  }
}

}  // namespace

Parsed parse(const std::vector<std::string>& words) {
  Parsed parsed;
  CLI::App app;
  app.set_help_flag();
  app.allow_extras();
  // Behind a command its name is a word like any other: `zsup list letter`.
  app.require_subcommand(0, 1);
  std::vector<std::unique_ptr<Slot>> slots;
  add_options(app, common_options(), slots);

  const CommandRow* chosen = nullptr;
  std::vector<std::string> positional;
  for (const CommandRow* row : commands()) {
    CLI::App* sub = app.add_subcommand(std::string(row->name));
    sub->set_help_flag();
    sub->fallthrough();
    sub->allow_extras();
    add_options(*sub, row->options, slots);
    if (!row->words.empty()) sub->add_option("words", positional)->expected(-1);
    sub->callback([&chosen, row] { chosen = row; });
  }
  // What follows `--` is words, whatever it looks like.
  const auto dashes = std::find(words.begin(), words.end(), "--");
  const std::vector<std::string> behind(dashes == words.end() ? dashes : dashes + 1, words.end());
  std::vector<std::string> reversed(std::make_reverse_iterator(dashes), words.rend());
  try {
    app.parse(reversed);
  } catch (const CLI::ArgumentMismatch&) {
    parsed.wrong = say("最后一个选项后面缺少值", "an option lacks its value");
  } catch (const CLI::ParseError& error) {
    parsed.wrong = say("命令行有误：{}", "the command line is wrong: {}", brief(error.what()));
  }
  parsed.command = chosen;
  for (const auto& slot : slots) {
    if (slot->row->name == help_option.name) parsed.help = slot->flag;
    if (slot->row->name == version_option.name) parsed.version = slot->flag;
  }
  if (parsed.wrong) {
    // Which option it was is told better than the library does.
    for (std::size_t i = 0; i < words.size(); ++i) {
      for (const auto& slot : slots) {
        if (slot->row->takes == Takes::nothing) continue;
        if ((words[i] == slot->row->name || words[i] == slot->row->short_name) &&
            (i + 1 == words.size() || words[i + 1] == "--")) {
          parsed.wrong = say("{} 后面缺少{}", "{} lacks its {}", slot->row->name, slot->row->value);
        }
      }
    }
    return parsed;
  }
  for (const auto& slot : slots) {
    read_choices(*slot);
    if (slot->flag || !slot->values.empty()) parsed.arguments.add(*slot->row, slot->values);
  }
  std::vector<std::string> extra = app.remaining(true);
  for (const std::string& word : extra) {
    if (word.size() > 1 && word[0] == '-') {
      unknown_option(parsed, word);
      return parsed;
    }
  }
  extra.insert(extra.end(), behind.begin(), behind.end());
  if (parsed.command == nullptr) {
    if (!extra.empty()) unknown_command(parsed, extra.front());
    return parsed;
  }
  positional.insert(positional.end(), extra.begin(), extra.end());
  parsed.arguments.set_words(std::move(positional));
  if (!parsed.help) check_values(parsed, slots);
  return parsed;
}

}  // namespace zsup::command
