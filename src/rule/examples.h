// The register beside which the catalogue's examples stand: a few orgs, leaders and duties, so that
// an example shows nothing but what it is about. Each example is one more file of it.
#pragma once

#include <cstddef>
#include <span>

#include "diag/rule_info.h"

namespace zsup::rule {

struct ExampleFile {
  diag::Words path;
  diag::Words text;
};

inline constexpr std::size_t example_file_count = 3;

// zsup.yaml first. Neither it nor what it holds gives rise to a single diagnostic.
std::span<const ExampleFile> example_register();

// What a reader is told of a rule that nothing lowers or sets aside.
diag::Words why_firm();

// What a reader must know of how the examples of a rule are written; empty for plain text.
diag::Words how_to_read(const diag::RuleInfo& rule);

}  // namespace zsup::rule
