#include "diag/format.h"

#include <algorithm>
#include <array>

namespace zsup::diag {

namespace {

using Renderer = std::string (*)(const Report&, const RenderOptions&);

// Both in the order of Format.
constexpr std::array<std::string_view, 7> names{"text",   "json",  "sarif", "github",
                                                "gitlab", "junit", "gcc"};
constexpr std::array<Renderer, names.size()> renderers{
    render_text, render_json, render_sarif, render_github, render_gitlab, render_junit, render_gcc};

}  // namespace

std::span<const std::string_view> format_names() {
  return names;
}

std::optional<Format> format_named(std::string_view name) {
  const auto found = std::find(names.begin(), names.end(), name);
  if (found == names.end()) return std::nullopt;
  return static_cast<Format>(found - names.begin());
}

std::string render(Format format, const Report& report, const RenderOptions& options) {
  return renderers[static_cast<std::size_t>(format)](report, options);
}

}  // namespace zsup::diag
