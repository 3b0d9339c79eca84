#include "diag/format.h"

namespace zsup::diag {

namespace {

using Renderer = std::string (*)(const Report&, const RenderOptions&);

constexpr text::Table<Format, Renderer> renderers{{
    {Format::text, render_text},
    {Format::json, render_json},
    {Format::sarif, render_sarif},
    {Format::github, render_github},
    {Format::gitlab, render_gitlab},
    {Format::junit, render_junit},
    {Format::gcc, render_gcc},
}};

}  // namespace

std::string render(Format format, const Report& report, const RenderOptions& options) {
  return renderers[format](report, options);
}

}  // namespace zsup::diag
