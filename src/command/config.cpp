// zsup config: what is in force, and where each value came from.
#include "command/common.h"
#include "command/rows.h"
#include "command/settings.h"
#include "view/places.h"
#include "view/settings.h"

namespace zsup::command {

using diag::Lang;
using diag::say;
using view::Setting;
using view::SettingKey;

namespace {

class Gatherer {
 public:
  explicit Gatherer(Session& session)
      : session_(session), reg_(session.reg()), places_(session.reg()) {}

  std::vector<Setting> gather() {
    const record::Config& config = reg_.config;
    add(SettingKey::root, session_.root(),
        session_.arguments().has(directory_option) ? "-C" : "current folder");
    add(SettingKey::name, std::string(config.name.or_empty()), place(config.name.span));
    add_language();
    add_color();
    add_as_of();
    const value::Date as_of = session_.as_of();
    add(SettingKey::time_zone,
        std::string(config.time_zone ? *config.time_zone : record::default_time_zone),
        config.time_zone ? place(config.time_zone.span) : "default");
    add(SettingKey::period, reg_.period_at(as_of).id(),
        config.period ? place(config.period.span) : "as_of");
    add(SettingKey::year, std::to_string(config.year ? *config.year : as_of.year()),
        config.year ? place(config.year.span) : "as_of");
    add(SettingKey::jobs, std::to_string(session_.threads()),
        session_.arguments().has(jobs_option) ? "--jobs" : "default");
    add(SettingKey::issuer, std::string(config.issuer.or_empty().id),
        config.issuer ? place(config.issuer.span) : "default");
    std::string ignored;
    for (const auto& pattern : config.ignore) {
      ignored += (ignored.empty() ? "" : ", ") + std::string(pattern.or_empty());
    }
    add(SettingKey::ignore, ignored, config.ignore ? place(config.ignore.span) : "default");
    for (const record::Setting& row : config.severity) {
      if (!row.code || !row.level) continue;
      const record::EnumRow& level = record::row_of(*row.level);
      add(SettingKey::severity, std::string(level.id), place(row.level.span));
      list_.back().key += row.code.or_empty();
      list_.back().shown = {std::string(row.code.or_empty()) + " " + std::string(level.label.zh),
                            std::string(row.code.or_empty()) + " " + std::string(level.label.en)};
    }
    add_policy(as_of);
    return std::move(list_);
  }

 private:
  void add(SettingKey key, std::string value, std::string source) {
    const view::SettingRow& row = view::setting_rows[key];
    list_.push_back({std::string(row.name), row.label, std::move(value), {}, std::move(source)});
  }

  std::string place(text::Span span) { return places_.where({0, span}); }

  // Of zsup.yaml the place within is told.
  std::string from(std::string_view source, text::Span span) {
    return source == register_says ? place(span) : std::string(source);
  }

  void add_language() {
    const auto& own = reg_.config.lang;
    const Chosen<Lang> chosen = language(session_.arguments(), session_.environment(),
                                         own ? std::optional(*own) : std::nullopt);
    add(SettingKey::lang, std::string(language_names[chosen.value].en),
        from(chosen.from, own.span));
  }

  void add_color() {
    const Chosen<bool> chosen =
        color(session_.arguments(), session_.environment(), io::is_terminal(io::Standard::output));
    const bool on = chosen.value;
    add(SettingKey::color, on ? "on" : "off", std::string(chosen.from));
    list_.back().shown = {on ? "开" : "关", on ? "on" : "off"};
  }

  void add_as_of() {
    const auto& own = reg_.config.as_of;
    add(SettingKey::as_of, session_.as_of().iso(),
        from(as_of_from(session_.arguments(), session_.environment(), static_cast<bool>(own)),
             own.span));
  }

  // The one in force at the as-of date, and the warnings and amounts that go by it.
  void add_policy(value::Date as_of) {
    const record::Policy* policy = reg_.policy_on(as_of);
    if (policy == nullptr) {
      add(SettingKey::policy, "", reg_.any_policy_on(as_of) ? "several in force" : "none in force");
      return;
    }
    add(SettingKey::policy, std::string(slug(*policy)), places_.where(policy->id_place()));
    std::string warnings;
    for (const auto& days : policy->warn) {
      if (days) warnings += (warnings.empty() ? "" : ", ") + std::to_string(*days);
    }
    add(SettingKey::warn, warnings.empty() ? "10, 5" : warnings,
        warnings.empty() ? "default" : places_.where(policy->place(policy->warn.span)));
  }

  Session& session_;
  const reg::Register& reg_;
  view::Places places_;
  std::vector<Setting> list_;
};

int run_config(Session& session, const Arguments&) {
  const std::vector<Setting> settings = Gatherer(session).gather();
  session.deliver(written(session, view::settings_page(settings, session.lang())));
  view::Places places(session.reg());
  bool wrong = false;
  for (const diag::Diagnostic& one : session.diagnostics()) {
    if (one.place.source != 0 || one.severity != diag::Severity::error) continue;
    wrong = true;
    session.complain(say("错误：{} {}：{}", "error: {} {}: {}", places.where(one.place),
                         one.code.name(), one.message));
  }
  if (session.reg().unreadable) return failure;
  return wrong ? usage : clean;
}

constexpr auto options =
    std::to_array<OptionRow>({format_option, excel_option, output_option, force_option});
constexpr auto examples = std::to_array<Example>({
    {"zsup config", {"哪些设置在起作用", "what is in force"}},
    {"zsup config --as-of 2026-03-31 --format json",
     {"那一天适用的考核办法", "the policy of that day"}},
});

}  // namespace

const CommandRow config_row{
    .name = "config",
    .summary = {"哪些设置在起作用，各从哪里来", "what is in force, and where each value came from"},
    .detail = {},
    .words = {},
    .options = options,
    .examples = examples,
    .run = run_config,
};

}  // namespace zsup::command
