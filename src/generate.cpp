// Prints what is generated from the tables of the program, one thing a call:
//
//   zsup-generate list             the files that tests/support/generate.sh writes, one a line
//   zsup-generate file PATH        what belongs into that file
//   zsup-generate decode [config]  decodes the NUL-separated YAML texts on standard input, and
//                                  prints a line for each: its diagnostics' codes, or `ok`; for
//                                  tests that hold the decoder against something else
//
// It is a tool for those who work on zsup, and is not installed.
#include <string>
#include <string_view>
#include <vector>

#include "command/man.h"
#include "io/stream.h"
#include "record/config.h"
#include "record/decode.h"
#include "record/decoder.h"
#include "record/reference.h"
#include "record/schema.h"
#include "write/template_page.h"
#include "rule/catalogue_page.h"
#include "rule/examples.h"
#include "view/keys.h"
#include "yaml/reader.h"

namespace zsup {

namespace {

struct Generated {
  std::string path;
  std::string (*text)();
};

template <record::Kind kind>
std::string schema_text() {
  return record::json_schema(kind);
}

template <std::size_t... kinds>
void add_schemas(std::vector<Generated>& files, std::index_sequence<kinds...>) {
  (files.push_back({"schemas/" + record::schema_file(static_cast<record::Kind>(kinds)),
                    &schema_text<static_cast<record::Kind>(kinds)>}),
   ...);
}

template <std::size_t at>
std::string output_text() {
  return view::output_schema(view::outputs()[at]);
}

// The JSON of the commands.
template <std::size_t... at>
void add_outputs(std::vector<Generated>& files, std::index_sequence<at...>) {
  (files.push_back(
       {fmt::format("schemas/output/{}.schema.json", view::outputs()[at].command), &output_text<at>}),
   ...);
}

// The register of the catalogue's examples, which the transcripts of the rules start from.
template <diag::Lang lang, std::size_t at>
std::string example_text() {
  return std::string(rule::example_register()[at].text.in(lang));
}

template <diag::Lang lang, std::size_t... at>
void add_example_register(std::vector<Generated>& files, const std::string& folder,
                          std::index_sequence<at...>) {
  (files.push_back(
       {folder + std::string(rule::example_register()[at].path.in(lang)), &example_text<lang, at>}),
   ...);
}

std::vector<Generated> generated() {
  std::vector<Generated> files;
  add_schemas(files, std::make_index_sequence<record::kind_count>());
  files.push_back({"schemas/" + record::schema_file_of_config(), &record::json_schema_of_config});
  add_outputs(files, std::make_index_sequence<view::output_count>());
  files.push_back({"docs/json.md", [] { return view::json_page(diag::Lang::en); }});
  files.push_back({"docs/json.zh-CN.md", [] { return view::json_page(diag::Lang::zh); }});
  files.push_back({"docs/records.md", [] { return record::reference_markdown(diag::Lang::en); }});
  files.push_back(
      {"docs/records.zh-CN.md", [] { return record::reference_markdown(diag::Lang::zh); }});
  files.push_back({"docs/rules.md", [] { return rule::catalogue_page(diag::Lang::en); }});
  files.push_back({"docs/rules.zh-CN.md", [] { return rule::catalogue_page(diag::Lang::zh); }});
  files.push_back({"docs/templates.md", [] { return write::template_page(diag::Lang::en); }});
  files.push_back({"docs/templates.zh-CN.md", [] { return write::template_page(diag::Lang::zh); }});
  files.push_back({"docs/zsup.1", [] { return command::man_page(diag::Lang::en); }});
  files.push_back({"docs/zsup.zh_CN.1", [] { return command::man_page(diag::Lang::zh); }});
  add_example_register<diag::Lang::zh>(files, "tests/rules/base/zh/",
                                       std::make_index_sequence<rule::example_file_count>());
  add_example_register<diag::Lang::en>(files, "tests/rules/base/en/",
                                       std::make_index_sequence<rule::example_file_count>());
  return files;
}

std::string decoded(std::string_view text, bool config) {
  text::Arena arena;
  diag::Sink sink;
  yaml::Document scratch;
  yaml::read(text, 0, {}, yaml::Reader::automatic, arena, sink, scratch,
             [&](const yaml::Document& document) {
               if (config && document[0].kind == yaml::NodeKind::mapping) {
                 record::Config made;
                 record::Decoder(document, 0, arena, sink)
                     .object(record::spec_of<record::Config>(), 0, &made);
               } else if (config) {
                 sink.add(diag::code::not_a_mapping, {0, document[0].span}, {});
               } else {
                 record::Ghost ghost;
                 record::decode(document, 0, arena, sink, ghost);
               }
             });
  std::string line;
  for (const diag::Diagnostic& found : sink.list()) {
    line += (line.empty() ? "" : " ") + found.code.name();
  }
  return line.empty() ? "ok" : line;
}

int run(const std::vector<std::string_view>& words, io::Stream& out) {
  const std::string_view what = words.empty() ? std::string_view{} : words[0];
  if (what == "list" && words.size() == 1) {
    for (const Generated& file : generated()) out.write(file.path + "\n");
    return 0;
  }
  if (what == "file" && words.size() == 2) {
    for (const Generated& file : generated()) {
      if (file.path != words[1]) continue;
      out.write(file.text());
      return 0;
    }
  }
  if (what == "decode" && (words.size() == 1 || (words.size() == 2 && words[1] == "config"))) {
    const auto input = io::read_standard_input(std::uint64_t{1} << 30);
    if (!input) return 3;
    for (std::string_view rest = *input; !rest.empty();) {
      const std::size_t end = std::min(rest.find('\0'), rest.size());
      out.write(decoded(rest.substr(0, end), words.size() == 2) + "\n");
      rest.remove_prefix(std::min(end + 1, rest.size()));
    }
    return 0;
  }
  io::Stream error(io::Standard::error);
  error.write("usage: zsup-generate list | file PATH | decode [config]\n");
  (void)error.flush();
  return 2;
}

}  // namespace

}  // namespace zsup

int main(int count, char** words) {
  zsup::io::Stream out(zsup::io::Standard::output);
  const int status = zsup::run({words + 1, words + count}, out);
  return out.flush() ? 3 : status;
}
