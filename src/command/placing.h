// Where a record that zsup writes belongs, and how the register would have written it.
#pragma once

#include <string>

#include "command/session.h"
#include "record/example.h"
#include "record/vocabulary.h"

namespace zsup::command {

// "a/b" of "a/b/c"; empty where there is no folder.
std::string folder_of(std::string_view path);

// How the register writes: as its records of that kind do, else as its others, else as its
// language.
record::Spelling spelling_of(Session& session, record::Kind kind);

// The folder that most records of the kind are in; of a kind that has none, one of its name.
std::string usual_folder(Session& session, record::Kind kind, record::Spelling spelling);

// What the first comment of a file at `path` names as its schema; empty when there is none to name.
std::string schema_for(Session& session, record::Kind kind, const std::string& path);

// Stops when the id has no id's form, or a record elsewhere than at `path` has it; that one gives
// it up when --force overwrites its file.
void must_be_well_formed(const std::string& id);
void must_be_free(Session& session, const std::string& id, const std::string& path);

// Stops when the register would not read a record at this path: a file or folder that is hidden,
// ignored or named otherwise than records are, the settings, or a register within this one.
// Absolute paths are someone else's.
void must_be_found_there(Session& session, const std::string& path);

}  // namespace zsup::command
