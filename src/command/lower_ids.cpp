#include "command/lower_ids.h"

#include <algorithm>

#include "record/decoder.h"
#include "record/id.h"

namespace zsup::command {

namespace {

std::string lowered(std::string_view text) {
  std::string small(text);
  for (char& c : small) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return small;
}

std::string_view unquoted(std::string_view text) {
  const bool quoted =
      text.size() >= 2 && (text[0] == '"' || text[0] == '\'') && text.back() == text[0];
  return quoted ? text.substr(1, text.size() - 2) : text;
}

// Whether this is the id of a record, and not that of something in it.
bool is_of_record(std::string_view bytes, text::Span span) {
  std::size_t at = span.begin;
  while (at > 0 && (bytes[at - 1] == ' ' || bytes[at - 1] == '\t')) --at;
  for (const std::string_view key : {"id:", "编号:"}) {
    if (at < key.size() || bytes.substr(at - key.size(), key.size()) != key) continue;
    const std::size_t begin = at - key.size();
    if (begin == 0 || bytes[begin - 1] == '\n') return true;
  }
  return false;
}

// All that refers to records, by what it says in small letters, of those that are asked for.
struct References {
  std::map<std::string, std::vector<text::Place>> of;
  text::SourceId source = text::no_source;

  void add(std::string_view id, text::Span span) {
    const auto at = of.find(lowered(id));
    if (at != of.end()) at->second.push_back({source, span});
  }
};

void gather(const reg::Register& reg, References& references) {
  const record::Visitor visitor{
      .context = &references,
      .on_ref =
          [](void* self, const record::Given<record::Ref>& ref, const record::FieldSpec&) {
            static_cast<References*>(self)->add(ref->id, ref.span);
          },
      .on_charge =
          [](void* self, const record::Given<record::Charge>& charge, const record::FieldSpec&) {
            static_cast<References*>(self)->add(charge->text, charge.span);
          },
  };
  for (record::Record* const one : reg.records) {
    references.source = one->source;
    record::visit(visitor, *one);
  }
  references.source = 0;
  if (reg.config.issuer) references.add(reg.config.issuer->id, reg.config.issuer.span);
}

}  // namespace

std::map<std::string, std::vector<diag::Edit>> lower_ids(
    Session& session, const std::function<bool(const diag::Diagnostic&)>& wanted) {
  const reg::Register& reg = session.reg();
  std::map<std::string, std::vector<diag::Edit>> changed;
  if (reg.partial) return changed;  // what refers to it may be what cannot be read
  std::map<std::string, std::vector<text::Place>> ids;
  for (const diag::Diagnostic& one : session.diagnostics()) {
    if (one.code != diag::code::bad_id || one.waived || one.place.source == text::no_source)
      continue;
    const std::string_view id = unquoted(reg.bytes_at(one.place));
    const std::string small = lowered(id);
    if (small == id || record::id_flaw(small) ||
        !is_of_record(reg.sources[one.place.source].bytes, one.place.span)) {
      continue;
    }
    std::vector<text::Place>& places = ids[small];
    if (!wanted(one)) places.push_back(one.place);  // then there are too many
    places.push_back(one.place);
  }
  std::erase_if(ids, [&](const auto& one) {
    return one.second.size() != 1 || reg.find(one.first) != nullptr;
  });
  if (ids.empty()) return changed;
  References references;
  for (const auto& [id, places] : ids) references.of[id] = places;
  gather(reg, references);

  for (const auto& [id, places] : references.of) {
    const bool all_wanted = std::all_of(places.begin(), places.end(), [&](text::Place place) {
      diag::Diagnostic any;
      any.severity = diag::Severity::error;
      any.place = place;
      // One that is written by escapes or over several lines is none that can be replaced.
      return wanted(any) && lowered(unquoted(reg.bytes_at(place))) == id;
    });
    if (!all_wanted) continue;
    for (const text::Place place : places) {
      if (unquoted(reg.bytes_at(place)) == id) continue;
      changed[std::string(reg.sources[place.source].path)].push_back(
          {place, lowered(reg.bytes_at(place))});
    }
  }
  return changed;
}

}  // namespace zsup::command
