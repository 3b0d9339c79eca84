#include "command/starter.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <utility>

#include "command/version.h"
#include "record/record.h"
#include "record/schema.h"

namespace zsup::command {

namespace {

constexpr std::string_view schema_folder = ".zsup/schemas/";
constexpr std::string_view schema_comment = "# yaml-language-server: $schema=";

constexpr std::string_view editorconfig = R"(root = true

[*]
charset = utf-8
end_of_line = lf
insert_final_newline = true

[*.{yaml,yml}]
indent_style = space
indent_size = 2
)";

constexpr std::string_view gitignore =
    R"(# 起草的函件和导出的表，由 zsup 随时重新生成，不必入库；要存档的另放
/函告书/
/导出/
# 办公软件和编辑器的临时文件
~$*
.~lock.*
*.swp
.DS_Store
# zsup 写文件时的临时文件，写完即去
.zsup-tmp-*
.zsup-pending
)";

// How zsup comes onto the machine of a CI job: one script for all systems. Whoever sets the job up
// says once where the package, the file or the source is; nothing is fetched from anywhere else.
constexpr std::string_view install_script = R"(set -eu
if command -v zsup >/dev/null; then
  :
elif [ -n "${ZSUP_DEB:-}${ZSUP_STATIC:-}" ]; then
  command -v curl >/dev/null || { apt-get update -qq; apt-get install -y -qq ca-certificates curl git; }
  curl -fsSLo /tmp/zsup.deb "${ZSUP_DEB:-$ZSUP_STATIC}"
  echo "$ZSUP_SHA256  /tmp/zsup.deb" | sha256sum -c -
  if [ -n "${ZSUP_DEB:-}" ]; then
    apt-get install -y -qq /tmp/zsup.deb
  else
    install -D -m 755 /tmp/zsup.deb "${ZSUP_PREFIX:-/usr/local}/bin/zsup"
  fi
elif [ -n "${ZSUP_SOURCE:-}" ]; then
  apt-get update -qq
  apt-get install -y -qq ca-certificates git make
  git clone -q --depth 1 --branch v@version@ "$ZSUP_SOURCE" /tmp/zsup-source
  make -C /tmp/zsup-source deps install
else
  echo "没有 zsup：请在本文件中写明 ZSUP_DEB、ZSUP_STATIC 或 ZSUP_SOURCE / no zsup: name one of them in this file" >&2
  exit 1
fi
)";

constexpr std::string_view github = R"(# 每次推送和合并请求都校验整个登记册，问题标在改动的行上。
# 用 GitHub 的一次性执行机：合并请求的人可能不怀好意，自己的机器上不要跑别人的合并请求。
name: zsup
on:
  push:
  pull_request:
permissions:
  contents: read
jobs:
  check:
    runs-on: ubuntu-latest
    container: debian:12
    env:
@sources@
    steps:
      - name: 安装 zsup
        shell: sh
        run: |
@install@
      - uses: actions/checkout@v4
      - run: @check@
)";

constexpr std::string_view gitlab =
    R"(# 每次推送和合并请求都校验整个登记册，问题显示在合并请求的“代码质量”中。
zsup:
  image: debian:12
  variables:
@sources@
  before_script:
    # 安装 zsup
    - |
@install@
  script:
    - @check@
  artifacts:
    when: always
    reports:
      codequality: gl-code-quality-report.json
)";

constexpr std::string_view sources =
    R"(# zsup 从哪里来，三者写一：.deb 软件包的地址、单个可执行文件的地址（都附 SHA-256），
# 或 zsup 源码仓库的地址（从标签 v@version@ 构建，较慢）
ZSUP_DEB: ""
ZSUP_STATIC: ""
ZSUP_SHA256: ""
ZSUP_SOURCE: ""
)";

constexpr std::string_view pre_commit =
    R"(# 提交前、合并时校验：装好 pre-commit 后运行一次 pre-commit install。
default_install_hook_types: [pre-commit, pre-merge-commit]
repos:
  - repo: local
    hooks:
      - id: zsup-check
        name: zsup check
        entry: @check@
        language: system
        pass_filenames: false
        always_run: true
        stages: [pre-commit, pre-merge-commit]
)";

constexpr std::string_view extensions = R"({
  "recommendations": ["redhat.vscode-yaml"]
}
)";

constexpr std::string_view tasks = R"({
  "version": "2.0.0",
  "tasks": [
    {
      "label": "zsup check",
      "type": "process",
      "command": "zsup",
      "args": [@register@"check", "--format", "gcc"],
      "group": {"kind": "test", "isDefault": true},
      "problemMatcher": {
        "owner": "zsup",
        "fileLocation": ["relative", "${workspaceFolder}"],
        "pattern": {
          "regexp": "^(.+?):(\\d+):(\\d+): (error|warning|note): (.*) \\[(ZS\\d+)\\]$",
          "file": 1,
          "line": 2,
          "column": 3,
          "severity": 4,
          "message": 5,
          "code": 6
        }
      }
    }
  ]
}
)";

// The text with every `@name@` replaced. Whatever is put in is not looked at again.
std::string filled(std::string_view text, std::string_view name, std::string_view value) {
  const std::string mark = "@" + std::string(name) + "@";
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t found = std::min(text.find(mark, at), text.size());
    out += text.substr(at, found - at);
    if (found == text.size()) break;
    out += value;
    at = found + mark.size();
  }
  return out;
}

// Each line that holds something behind so many blanks, without the last line end.
std::string indented(std::string_view text, std::size_t blanks) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    if (end > at) out += std::string(blanks, ' ') + std::string(text.substr(at, end - at));
    out += '\n';
    at = end + 1;
  }
  if (!out.empty()) out.pop_back();
  return out;
}

std::string json_string(std::string_view text) {
  return nlohmann::json(text).dump();
}

// What a job or a hook at the repository's top runs, as a value of YAML.
std::string check_line(std::string_view below, std::string_view options) {
  std::string word = shell_word(below.substr(0, below.empty() ? 0 : below.size() - 1));
  const bool quoted = word.starts_with('\'');
  const std::string line =
      "zsup" + (below.empty() ? "" : " -C " + word) + " check" + std::string(options);
  return quoted ? json_string(line) : line;
}

// A job that makes sure of zsup and runs `check` on it; its blocks stand as deep as is said.
std::string job(std::string_view text, std::size_t sources_at, std::size_t install_at,
                std::string_view check) {
  std::string out = filled(text, "sources", indented(sources, sources_at));
  out = filled(out, "install", indented(install_script, install_at));
  return filled(filled(out, "version", ZSUP_VERSION), "check", check);
}

// Where a record does not name its schema itself, its folder does: as the starter's folders are
// called.
std::string editor_settings(std::string_view below) {
  const auto row = [&](std::string_view schema, std::string_view files) {
    return "    " +
           json_string(std::string(below) + std::string(schema_folder) + std::string(schema)) +
           ": " + json_string(std::string(below) + std::string(files));
  };
  std::string text = "{\n  \"yaml.schemas\": {\n";
  for (const record::KindRow* kind : record::kind_rows()) {
    text += row(record::schema_file(kind->kind()),
                std::string(record::row_of(kind->kind()).label.zh) + "/**/*.yaml") +
            ",\n";
  }
  return text + row(record::schema_file_of_config(), "zsup.yaml") + "\n  }\n}\n";
}

}  // namespace

std::string shell_word(std::string_view text) {
  constexpr std::string_view plain =
      "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_./";
  const auto simple = [plain](char c) {
    return static_cast<unsigned char>(c) >= 0x80 || plain.find(c) != std::string_view::npos;
  };
  if (std::all_of(text.begin(), text.end(), simple)) return std::string(text);
  std::string out = "'";
  for (const char c : text) out += c == '\'' ? std::string("'\\''") : std::string(1, c);
  return out + "'";
}

std::string local_schema(std::string_view path, std::string_view schema_file) {
  std::string up;
  for (const char c : path) {
    if (c == '/') up += "../";
  }
  return up + std::string(schema_folder) + std::string(schema_file);
}

std::string with_local_schema(std::string_view path, std::string_view text) {
  if (!text.starts_with(schema_comment)) return std::string(text);
  const std::size_t end = std::min(text.find('\n'), text.size());
  const std::string_view first = text.substr(0, end);
  const std::string_view file = first.substr(first.find_last_of("/=") + 1);
  return std::string(schema_comment) + local_schema(path, file) + std::string(text.substr(end));
}

std::vector<NewFile> new_register() {
  std::vector<NewFile> files;
  for (const StarterFile& file : starter_files()) {
    std::string text = with_local_schema(file.path, file.text);
    if (file.path == "zsup.yaml" && !text.starts_with(schema_comment)) {
      text = std::string(schema_comment) +
             local_schema(file.path, record::schema_file_of_config()) + "\n" + text;
    }
    files.push_back({std::string(file.path), std::move(text)});
  }
  for (const record::KindRow* kind : record::kind_rows()) {
    files.push_back({std::string(schema_folder) + record::schema_file(kind->kind()),
                     record::json_schema(kind->kind())});
  }
  files.push_back({std::string(schema_folder) + record::schema_file_of_config(),
                   record::json_schema_of_config()});
  files.push_back({std::string(ignore_file), std::string(gitignore)});
  files.push_back({".editorconfig", std::string(editorconfig)});
  return files;
}

std::vector<NewFile> around_register(std::string_view below) {
  std::string vscode_folder;
  if (!below.empty()) {
    vscode_folder = "\"-C\", " + json_string(below.substr(0, below.size() - 1)) + ", ";
  }
  return {
      {".github/workflows/zsup.yml", job(github, 6, 10, check_line(below, " --format github"))},
      {".gitlab-ci.yml",
       job(gitlab, 4, 6,
           check_line(below, " --format gitlab --output gl-code-quality-report.json --force"))},
      {".pre-commit-config.yaml", filled(pre_commit, "check", check_line(below, ""))},
      {".vscode/extensions.json", std::string(extensions)},
      {".vscode/settings.json", editor_settings(below)},
      {".vscode/tasks.json", filled(tasks, "register", vscode_folder)},
  };
}

std::string with_missing_lines(std::string_view text) {
  const auto lines_of = [](std::string_view of) {
    std::vector<std::string_view> lines;
    for (std::size_t at = 0; at < of.size();) {
      const std::size_t end = std::min(of.find('\n', at), of.size());
      std::string_view line = of.substr(at, end - at);
      if (line.ends_with('\r')) line.remove_suffix(1);
      lines.push_back(line);
      at = end + 1;
    }
    return lines;
  };
  const std::vector<std::string_view> there = lines_of(text);
  std::string out(text);
  std::string_view comment;  // goes with the first line below it that is missing
  for (const std::string_view line : lines_of(gitignore)) {
    if (line.starts_with('#')) {
      comment = line;
    } else if (std::find(there.begin(), there.end(), line) == there.end()) {
      if (!out.empty() && !out.ends_with('\n')) out += '\n';
      if (!comment.empty()) out += std::string(std::exchange(comment, {})) + "\n";
      out += std::string(line) + "\n";
    }
  }
  return out;
}

}  // namespace zsup::command
