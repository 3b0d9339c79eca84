// Bytes → records, by the field tables: most are as they should be, so that what lies behind the
// reader is reached, and some are broken in one place.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "fuzz/choices.h"
#include "record/field.h"
#include "record/record.h"

namespace zsup::fuzz {

class RecordGenerator {
 public:
  explicit RecordGenerator(Choices& choices) : choices_(choices) {}

  // zsup.yaml; the first to be asked for, since it also settles whether anything is broken.
  std::string config();
  // Records until the bytes are used up, two dozen at most, behind a few that hold together, if the
  // bytes want these.
  std::string records();

 private:
  std::string record(record::Kind kind);
  std::string own_id() const;
  std::string fields(const record::ObjectSpec& spec, bool block, int depth);
  bool is_given(const record::ObjectSpec& spec, const record::FieldSpec& field);
  std::string key(const record::FieldSpec& field);
  std::string value(const record::FieldSpec& field, int depth);
  std::string one(const record::FieldSpec& field, int depth);
  std::string text();
  std::string words(const record::Vocabulary& vocabulary);
  std::string id_of(record::Kind kind);
  std::string reference(record::KindSet kinds);
  std::string date();
  std::string broken();

  Choices& choices_;
  record::Kind kind_{};  // of the record under construction
  std::size_t made_ = 0;
  std::vector<std::pair<record::Kind, std::string>> known_;  // ids that may be referred to
  bool flawed_ = false;
};

}  // namespace zsup::fuzz
