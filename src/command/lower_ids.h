// Ids in capital letters, put right with all that refers to them: one without the other would leave
// references that lead nowhere.
#pragma once

#include <functional>
#include <map>
#include <string>
#include <vector>

#include "command/session.h"

namespace zsup::command {

// What changes in which files, by path, when the ids that are told of in diagnostics that `wanted`
// picks are lowered, each with every reference to it. An id stays as it is where the one in small
// letters is taken, or where a reference stands in a file of which `wanted` wants nothing.
std::map<std::string, std::vector<diag::Edit>> lower_ids(
    Session& session, const std::function<bool(const diag::Diagnostic&)>& wanted);

}  // namespace zsup::command
