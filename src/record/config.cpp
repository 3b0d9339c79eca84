#include "record/config.h"

#include <array>

#include "record/table.h"

namespace zsup::record {

namespace {

using ConfigFields = Fields<Config>;
constexpr auto rows = std::to_array<FieldSpec>({
    ConfigFields::required<&Config::name>("name", "名称", {"登记册的名称", "name of the register"},
                                          "青塘镇纪委监督登记册"),
    ConfigFields::optional<&Config::lang>(
        "lang", "语言", {"提示和报表的语言", "language of messages and tables"}, "中文"),
    ConfigFields::optional<&Config::year>(
        "year", "年份",
        {"年份；只写 q2 的期间取这一年", "the year of a period that is written without one"},
        "2018")
        .between(1900, 2999),
    ConfigFields::optional<&Config::period>(
        "period", "期间", {"命令未指明期间时所用的期间", "the period of a command that names none"},
        "2018-q2"),
    ConfigFields::optional<&Config::as_of>(
        "as_of", "截至日期",
        {"截至日期；登记册已经收口（如示例）时固定在此，平时不填",
         "the as-of date of a register that is a closed chapter; usually left out"},
        "2018-07-15"),
    ConfigFields::optional<&Config::time_zone>(
        "time-zone", "时区",
        {"办公所在的时区，决定“今天”是哪一天；默认 Asia/Shanghai，不看运行机器的时区",
         "the office's time zone, which says what day it is; Asia/Shanghai unless given, whatever "
         "the machine's own"},
        "Asia/Shanghai"),
    ConfigFields::optional<&Config::issuer>(
        "issuer", "发文机关",
        {"函件的发文机关", "the organisation in whose name letters are written"}, "qingtang-cdi")
        .to({Kind::org}),
    ConfigFields::optional<&Config::ignore>(
        "ignore", "忽略", {"不读取的文件和文件夹", "files and folders that are not read"},
        "[草稿/]")
        .with_at_most(200),
    ConfigFields::optional<&Config::severity>("severity", "规则级别",
                                              {"调整规则的级别：关闭、提示、警告或错误",
                                               "severities of rules: off, info, warning or error"},
                                              "{ZS403: 错误}"),
});

}  // namespace

template <>
const ObjectSpec& spec_of<Config>() {
  static constexpr ObjectSpec spec{.name = "zsup",
                                   .title = {"登记册设置", "the file of settings"},
                                   .fields = rows,
                                   .extensible = true};
  return spec;
}

}  // namespace zsup::record
