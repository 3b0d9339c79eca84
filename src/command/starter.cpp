#include "command/starter.h"

#include <algorithm>

#include "record/record.h"
#include "record/schema.h"

namespace zsup::command {

namespace {

constexpr std::string_view schema_folder = ".zsup/schemas/";
constexpr std::string_view schema_comment = "# yaml-language-server: $schema=";

constexpr auto around = std::to_array<StarterFile>({
    {".editorconfig", R"(root = true

[*]
charset = utf-8
end_of_line = lf
insert_final_newline = true

[*.{yaml,yml}]
indent_style = space
indent_size = 2
)"},
    {".gitignore", R"(# 起草的函件和导出的表，由 zsup 随时重新生成，不必入库；要存档的另放
/函告书/
/导出/
# 办公软件和编辑器的临时文件
~$*
.~lock.*
*.swp
.DS_Store
)"},
    {".github/workflows/zsup.yml", R"(# 每次推送和合并请求都校验整个登记册，问题标在改动的行上。
name: zsup
on:
  push:
  pull_request:
permissions:
  contents: read
jobs:
  check:
    # 执行机上须已装好 zsup
    runs-on: self-hosted
    steps:
      - uses: actions/checkout@v4
      - run: zsup check --format github
)"},
    {".gitlab-ci.yml", R"(# 每次推送和合并请求都校验整个登记册，问题显示在合并请求的“代码质量”中。
zsup:
  # 执行机（或它所用的镜像）中须已装好 zsup
  script:
    - zsup check --format gitlab --output gl-code-quality-report.json --force
  artifacts:
    when: always
    reports:
      codequality: gl-code-quality-report.json
)"},
    {".pre-commit-config.yaml", R"(# 提交前校验：装好 pre-commit 后运行一次 pre-commit install。
repos:
  - repo: local
    hooks:
      - id: zsup-check
        name: zsup check
        entry: zsup check
        language: system
        pass_filenames: false
        always_run: true
)"},
    {".vscode/extensions.json", R"({
  "recommendations": ["redhat.vscode-yaml"]
}
)"},
    {".vscode/tasks.json", R"({
  "version": "2.0.0",
  "tasks": [
    {
      "label": "zsup check",
      "type": "process",
      "command": "zsup",
      "args": ["check", "--format", "gcc"],
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
)"},
});

// Where a record does not name its schema itself, its folder does: as the starter's folders are
// called.
std::string editor_settings() {
  std::string text = "{\n  \"yaml.schemas\": {\n";
  for (const record::KindSpec& spec : record::kind_specs()) {
    text += "    \"" + std::string(schema_folder) + record::schema_file(spec.kind) + "\": \"" +
            std::string(record::row_of(spec.kind).label.zh) + "/**/*.yaml\",\n";
  }
  return text + "    \"" + std::string(schema_folder) + record::schema_file_of_config() +
         "\": \"zsup.yaml\"\n  }\n}\n";
}

}  // namespace

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
  for (const record::KindSpec& spec : record::kind_specs()) {
    files.push_back({std::string(schema_folder) + record::schema_file(spec.kind),
                     record::json_schema(spec.kind)});
  }
  files.push_back({std::string(schema_folder) + record::schema_file_of_config(),
                   record::json_schema_of_config()});
  files.push_back({".vscode/settings.json", editor_settings()});
  for (const StarterFile& file : around) {
    files.push_back({std::string(file.path), std::string(file.text)});
  }
  return files;
}

}  // namespace zsup::command
