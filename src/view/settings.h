// What is in force, and where each value came from → a page.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "diag/say.h"
#include "text/enum_table.h"
#include "view/member.h"
#include "view/page.h"

namespace zsup::view {

enum class SettingKey : std::uint8_t {
  root,
  name,
  lang,
  color,
  as_of,
  time_zone,
  period,
  year,
  jobs,
  issuer,
  ignore,
  severity,
  policy,
  warn,
};

struct SettingRow {
  std::string_view name;  // the key in JSON; of a severity the code follows
  diag::Words label;
  diag::Words doc;
  bool always = true;    // otherwise it is left out where there is none
  bool several = false;  // one for each code that is set
};

inline constexpr text::Table<SettingKey, SettingRow> setting_rows{{
    {SettingKey::root,
     {"root", {"登记册", "register"}, {"登记册的文件夹", "the register's folder"}}},
    {SettingKey::name, {"name", {"名称", "name"}, {"名称", "its name"}}},
    {SettingKey::lang, {"lang", {"语言", "language"}, {"语言", "the language"}}},
    {SettingKey::color, {"color", {"颜色", "colour"}, {"颜色", "colour"}}},
    {SettingKey::as_of, {"as_of", {"截至日期", "as-of date"}, {"截至日期", "the as-of date"}}},
    {SettingKey::time_zone, {"time-zone", {"时区", "time zone"}, {"时区", "the time zone"}}},
    {SettingKey::period, {"period", {"期间", "period"}, {"期间", "the period"}}},
    {SettingKey::year, {"year", {"年份", "year"}, {"年份", "the year"}}},
    {SettingKey::jobs,
     {"jobs", {"处理器数", "processors"}, {"处理器数", "the processors that are used"}}},
    {SettingKey::issuer, {"issuer", {"发文机关", "issuer"}, {"发文机关", "the issuing body"}}},
    {SettingKey::ignore,
     {"ignore", {"忽略", "ignored"}, {"忽略的路径", "the paths that are ignored"}}},
    {SettingKey::severity, {"severity.", {"规则级别", "severity of a rule"}, {}, false, true}},
    {SettingKey::policy,
     {"policy", {"考核办法", "policy"}, {"那一天适用的考核办法", "the policy of that day"}}},
    {SettingKey::warn,
     {"warn",
      {"预警天数", "days of warning"},
      {"预警天数；没有适用的考核办法时没有此项",
       "the days of warning; left out where no policy applies"},
      false}},
}};

struct Setting {
  std::string key;  // "as_of", "severity.ZS403"
  diag::Words label;
  std::string value;   // canonical; empty: not set
  diag::Text shown;    // where people see it otherwise
  std::string source;  // "--lang", "NO_COLOR", "zsup.yaml:3", "default"
};

// The settings must last until the page is written.
Page<Named> settings_page(const std::vector<Setting>& settings, diag::Lang lang);
std::vector<Described> settings_keys();

}  // namespace zsup::view
