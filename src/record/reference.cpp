#include "record/reference.h"

#include <fmt/core.h>

#include <algorithm>
#include <array>
#include <vector>

#include "record/config.h"
#include "record/decode.h"
#include "record/example.h"
#include "record/record.h"
#include "record/words.h"

namespace zsup::record {

using diag::Lang;

namespace {

// The anchor that Markdown readers give a heading; headings here are words and spaces only.
std::string anchor(std::string heading) {
  std::replace(heading.begin(), heading.end(), ' ', '-');
  return heading;
}

std::string sentence(std::string_view words, Lang lang) {
  std::string text(words);
  if (text.empty()) return text;
  if (lang == Lang::en && text[0] >= 'a' && text[0] <= 'z') {
    text[0] = static_cast<char>(text[0] - 'a' + 'A');
  }
  return text + diag::say(lang, "。", ".");
}

// Text within a cell of a table.
std::string cell(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == '|') out += '\\';
    out += c;
  }
  return out;
}

class Page {
 public:
  explicit Page(Lang lang) : lang_(lang) {}

  std::string write() {
    introduction();
    for (const KindRow* kind : kind_rows()) {
      const EnumRow& row = row_of(kind->kind());
      section(std::string(name(row)), kind->object(), &row, *kind->doc);
    }
    section("zsup.yaml", spec_of<Config>(), nullptr,
            {"登记册的设置。有 zsup.yaml 的文件夹就是一个登记册，其下的 .yaml 文件都是记录",
             "the settings of a register: the folder that holds a zsup.yaml is one, and all .yaml "
             "files "
             "below it are its records"});
    words();
    return out_;
  }

 private:
  bool zh() const { return lang_ == Lang::zh; }
  std::string_view name(const EnumRow& row) const { return zh() ? row.label.zh : row.id; }

  void line(std::string_view text = {}) {
    out_ += text;
    out_ += '\n';
  }
  void line(std::string_view in_chinese, std::string_view in_english) {
    line(zh() ? in_chinese : in_english);
  }

  void introduction() {
    line("# 记录参考", "# Records: the reference");
    line();
    line("<!-- 由 make generate 根据 src/record/ 中的字段表生成，请勿手工修改。 -->",
         "<!-- Written by `make generate` from the field tables in src/record/; not by hand. -->");
    line();
    line("[English](records.md)", "[中文](records.zh-CN.md)");
    line();
    line(
        "一条记录是一个 YAML 文档，一个文件可以放一条或多条（用一行 `---` 隔开）。"
        "每个字段名和可选值都有英文、中文两种写法，意思完全相同，可任选其一；同一个字段不能两种写法"
        "同时出现。"
        "除下表所列字段外，记录中还可以有自己的字段，名称以 `x-` 开头。",
        "A record is one YAML document; a file may hold one or many, with a line `---` between. "
        "Every "
        "key and every word of a vocabulary has an English and a Chinese spelling that mean the "
        "same. "
        "A record may use either, though not both for one field. Beside the fields listed here a "
        "record may have some of its own, with names that begin with `x-`.");
    line();
    line("## " + heading_of(record::vocabulary<Kind>()));
    line();
    line("| 种类 | 英文 | 是什么 |", "| kind | 中文 | what it is |");
    line("|---|---|---|");
    for (const KindRow* kind : kind_rows()) {
      const EnumRow& row = row_of(kind->kind());
      line(fmt::format("| [`{}`](#{}) | `{}` | {} |", name(row), anchor(std::string(name(row))),
                       zh() ? row.id : row.label.zh, cell(kind->doc->in(lang_))));
    }
    line(fmt::format("| [zsup.yaml](#zsupyaml) | | {} |", spec_of<Config>().title.in(lang_)));
    line();
    line("## 值的写法", "## How values are written");
    line();
    line("- 文字照写即可。含有 `: `、` #` 或以 `[`、`{`、`*`、`&` 等符号开头的，用双引号括起来。",
         "- Text stands as it is. Put it in double quotes when it holds `: ` or ` #`, or begins "
         "with a "
         "sign such as `[`, `{`, `*` or `&`.");
    for (const Shape shape : {Shape::id, Shape::date, Shape::period, Shape::due, Shape::money,
                              Shape::decimal, Shape::count, Shape::boolean, Shape::path}) {
      line("- " + sentence(how_to_write(shape).in(lang_), lang_));
    }
    line("- 列表写成 `[甲, 乙]`，或每项一行、行首加 `- `。不写即为没有；写了就至少要有一项。",
         "- A list is `[a, b]`, or one item a line behind `- `. What is not there is left out; a "
         "list "
         "that is given holds at least one item.");
  }

  void section(const std::string& heading, const ObjectSpec& spec, const EnumRow* kind,
               diag::Words doc) {
    line();
    line("## " + heading);
    line();
    std::string what = sentence(doc.in(lang_), lang_);
    if (kind != nullptr) {
      what += zh() ? fmt::format("英文写作 `{}`。", kind->id)
                   : fmt::format(" In Chinese: `{}`.", kind->label.zh);
    }
    line(what);
    line();
    heading_ = kind == nullptr ? "zsup" : heading;
    waiting_.clear();
    const std::size_t told = told_.size();
    table(spec, kind);
    for (std::size_t at = 0; at < waiting_.size(); ++at) {
      const ObjectSpec& inner = *waiting_[at];
      line();
      line("### " + inner_heading(inner));
      line();
      table(inner, nullptr);
    }
    told_.resize(told);
    line();
    line(kind != nullptr
             ? diag::say(lang_, "字段齐全的样子（实际记录只填需要的）：",
                         "With every field, to show their form (a real record has what it needs):")
             : diag::say(lang_, "字段齐全的样子：", "With every field:"));
    for (const Spelling spelling : zh() ? std::array{Spelling::chinese, Spelling::english}
                                        : std::array{Spelling::english, Spelling::chinese}) {
      line();
      line("```yaml");
      out_ += example_record(spec, kind, spelling);
      line("```");
    }
  }

  std::string inner_heading(const ObjectSpec& spec) const {
    return fmt::format("{} {}", heading_, zh() ? spec.title.zh : spec.name);
  }

  void table(const ObjectSpec& spec, const EnumRow* kind) {
    line("| 字段 | 英文 | 填什么 | 必填 | 说明 |", "| key | 中文 | value | required | meaning |");
    line("|---|---|---|---|---|");
    const auto row = [&](const FieldSpec& field, const std::string& value, bool in_choice) {
      const std::string_view need = in_choice        ? diag::Words{"择一", "one of"}.in(lang_)
                                    : field.required ? diag::Words{"是", "yes"}.in(lang_)
                                                     : "";
      line(fmt::format("| `{}` | `{}` | {} | {} | {} |", zh() ? field.word : field.key,
                       zh() ? field.key : field.word, cell(value), need,
                       cell(field.doc.in(lang_))));
    };
    if (kind != nullptr) row(kind_field(), fmt::format("`{}`", name(*kind)), false);
    const Links links{[this](std::string_view words, const ObjectSpec& object) {
                        return fmt::format("[{}](#{})", words, reference(object));
                      },
                      [this](std::string_view words, const Vocabulary& vocabulary) {
                        // A vocabulary of one kind alone has no table: its field tells its words.
                        const auto tables = vocabularies();
                        if (std::find(tables.begin(), tables.end(), &vocabulary) == tables.end()) {
                          return std::string(words);
                        }
                        return fmt::format("[{}](#{})", words, anchor(heading_of(vocabulary)));
                      }};
    for (const FieldSpec& field : spec.fields) {
      row(field, type_in_words(field.type, lang_, links), in_choice(spec, field));
    }
    for (const OneOf& choice : spec.one_of) {
      std::string keys;
      for (const std::string_view key : choice.keys) {
        keys += (keys.empty() ? "" : diag::say(lang_, "、", ", ")) +
                fmt::format("`{}`", zh() ? spec.find(key)->word : key);
      }
      line();
      line(zh() ? keys + " 必须且只能填写一项。" : "Exactly one of " + keys + " is given.");
    }
  }

  static bool in_choice(const ObjectSpec& spec, const FieldSpec& field) {
    for (const OneOf& choice : spec.one_of) {
      if (std::find(choice.keys.begin(), choice.keys.end(), field.key) != choice.keys.end()) {
        return true;
      }
    }
    return false;
  }

  // The anchor of an object's table; one that is new gets its table below that of its kind.
  std::string reference(const ObjectSpec& spec) {
    if (std::find(told_.begin(), told_.end(), &spec) == told_.end()) {
      told_.push_back(&spec);
      waiting_.push_back(&spec);
    }
    return anchor(inner_heading(spec));
  }

  std::string heading_of(const Vocabulary& vocabulary) const {
    return std::string(vocabulary.title.in(lang_));
  }

  void words() {
    line();
    line("## 词表", "## Vocabularies");
    line();
    line("每个值写英文或中文均可。", "Each value is written in English or in Chinese.");
    for (const Vocabulary* vocabulary : vocabularies()) {
      if (vocabulary == &record::vocabulary<Kind>()) continue;  // the table at the top
      line();
      line("### " + heading_of(*vocabulary));
      line();
      line("| 中文 | 英文 | 英文含义 |", "| value | 中文 | meaning |");
      line("|---|---|---|");
      for (const EnumRow& row : vocabulary->rows) {
        line(fmt::format("| `{}` | `{}` | {} |", zh() ? row.label.zh : row.id,
                         zh() ? row.id : row.label.zh, cell(row.label.en)));
      }
    }
  }

  Lang lang_;
  std::string out_;
  std::string heading_;                     // of the section being written
  std::vector<const ObjectSpec*> waiting_;  // objects whose tables follow in this section
  std::vector<const ObjectSpec*> told_;
};

}  // namespace

std::string reference_markdown(Lang lang) {
  return Page(lang).write();
}

}  // namespace zsup::record
