#include "view/settings.h"

#include "view/common.h"

namespace zsup::view {

using diag::Lang;

namespace {

// Sources that are no names of options, variables or files.
std::string source_in(const std::string& source, Lang lang) {
  if (lang == Lang::en) return source == "as_of" ? "the as-of date" : source;
  if (source == "default") return "默认";
  if (source == "today") return "今天";
  if (source == "as_of") return "截至日期";
  if (source == "current folder") return "当前文件夹";
  if (source == "several in force") return "不止一个在施行";
  if (source == "none in force") return "没有在施行的";
  return source;
}

constexpr auto members = std::to_array<Member<Setting>>({
    member("value", {"值；没有设置的为 null", "the value; null where it is not set"},
           [](const Setting& setting) { return some(setting.value); }),
    member("source",
           {"从哪里来：选项、环境变量、文件和行号，或 default",
            "where it came from: an option, a variable, a file and line, or default"},
           [](const Setting& setting) { return Named(setting.source); }),
});

Node<Named> node_of(const Setting& setting) {
  Object<Named> object;
  object.push_back({std::string_view("value"), {or_nothing(some(setting.value))}});
  object.push_back({std::string_view("source"), {Cell<Named>(Named(setting.source))}});
  return {std::move(object)};
}

Section<Named> section_of(const std::vector<Setting>& settings, Lang lang) {
  Section<Named> section;
  section.columns = {{"", {"设置", "setting"}},
                     {"value", {"值", "value"}},
                     {"source", {"来源", "source"}},
                     {"", {"键", "key"}}};
  section.rows = [&settings, lang](const TakeRow<Named>& take) {
    for (const Setting& setting : settings) {
      const std::string& value = setting.shown.empty() ? setting.value : setting.shown.in(lang);
      take({{Named(setting.label.in(lang)), or_nothing(some(value)),
             Named(source_in(setting.source, lang)), Named(setting.key)}});
    }
  };
  return section;
}

}  // namespace

Page<Named> settings_page(const std::vector<Setting>& settings, Lang lang) {
  Page<Named> page;
  Object<Named> data;
  data.push_back({std::string_view("version"), {Cell<Named>(json_version)}});
  for (const Setting& setting : settings) {
    data.push_back({std::string_view(setting.key), node_of(setting)});
  }
  page.data.value = std::move(data);
  page.sections = [&settings, lang](const auto& take) { take(section_of(settings, lang)); };
  return page;
}

std::vector<Described> settings_keys() {
  constexpr diag::Words version{"格式的版本", "the version of the format"};
  std::vector<Described> keys{{"version", version, Sort::integer}};
  for (const SettingRow& setting : setting_rows) {
    if (setting.several) continue;  // named by the codes that are set
    Described row{setting.name, setting.doc, Sort::object};
    row.inside = [] { return described<Setting>(members); };
    row.always = setting.always;
    keys.push_back(row);
  }
  return keys;
}

}  // namespace zsup::view
