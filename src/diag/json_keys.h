// The keys of the JSON of `check`, with what they mean: format_json.cpp writes by these tables, and
// view/keys.cpp describes them.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

#include "diag/say.h"

namespace zsup::diag {

struct JsonKey {
  enum class Is : std::uint8_t { text, integer, yes_no, severity, object, list };

  std::string_view name;
  Words doc;
  Is is = Is::text;
  bool nullable = false;
  std::span<const JsonKey> inside = {};  // of an object, or of each in a list
  bool always = true;                    // otherwise it is left out where there is nothing to say
};

namespace json_keys {

using Is = JsonKey::Is;

template <std::size_t... sizes>
consteval auto joined(const std::array<JsonKey, sizes>&... parts) {
  std::array<JsonKey, (sizes + ...)> all;
  std::size_t at = 0;
  const auto append = [&](const auto& part) {
    for (const JsonKey& key : part) all[at++] = key;
  };
  (append(parts), ...);
  return all;
}

inline constexpr auto place = std::to_array<JsonKey>({
    {"file", {"文件；没有的为 null", "the file; null where there is none"}, Is::text, true},
    {"line", {"行号，从 1 起", "the line, counted from 1"}, Is::integer, true},
    {"column",
     {"列号，从 1 起，按字符计", "the column, counted from 1 in characters"},
     Is::integer,
     true},
    {"end_line", {"结束的行号", "the line where it ends"}, Is::integer, true},
    {"end_column", {"结束的列号，不含在内", "the column behind its end"}, Is::integer, true},
});
inline constexpr auto related =
    joined(place, std::to_array<JsonKey>({{"message", {"那里有什么", "what is there"}}}));
inline constexpr auto edit = joined(
    place, std::to_array<JsonKey>({{"replacement", {"换成的文字", "what is put there instead"}}}));
inline constexpr auto diagnostic = joined(
    std::to_array<JsonKey>({
        {"code", {"规则的代码", "the code of the rule"}},
        {"severity", {"级别", "how grave it is"}, Is::severity},
        {"message", {"说明，用所选的语言", "what is wrong, in the language that is asked for"}},
    }),
    place,
    std::to_array<JsonKey>({
        {"help", {"怎样改", "what to do"}, Is::text, true},
        {"related", {"相关的位置", "places that it has to do with"}, Is::list, false, related},
        {"fix", {"--fix 会怎样改", "what --fix would do"}, Is::list, false, edit},
        {"waived",
         {"已豁免；没有豁免的没有此项", "whether it is waived; left out where it is not"},
         Is::yes_no,
         false,
         {},
         false},
    }));
inline constexpr auto summary = std::to_array<JsonKey>({
    {"files", {"读了多少文件", "files that were read"}, Is::integer},
    {"records", {"有多少记录", "records in them"}, Is::integer},
    {"errors", {"错误", "errors"}, Is::integer},
    {"warnings", {"警告", "warnings"}, Is::integer},
    {"infos", {"提示", "infos"}, Is::integer},
    {"waived", {"已豁免的", "what is waived"}, Is::integer},
});
inline constexpr auto not_read = std::to_array<JsonKey>({
    {"path", {"路径", "the path"}},
    {"reason", {"原因的代号", "a word for the reason"}},
    {"message", {"原因，用所选的语言", "the reason, in the language that is asked for"}},
});
inline constexpr auto report = std::to_array<JsonKey>({
    {"version", {"格式的版本", "the version of the format"}, Is::integer},
    {"root", {"登记册的绝对路径", "the absolute path of the register"}, Is::text, false, {}, false},
    {"summary", {"合计", "totals"}, Is::object, false, summary},
    {"not_read", {"没有读的路径", "paths that were not read"}, Is::list, false, not_read},
    {"diagnostics",
     {"发现的问题，按文件、行、列和代码", "what was found, by file, line, column and code"},
     Is::list,
     false,
     diagnostic},
});

}  // namespace json_keys

}  // namespace zsup::diag
