#include "register/persons.h"

#include "text/name_fold.h"

namespace zsup::reg {

using record::Case;
using record::CasePerson;
using record::Leader;
using record::Record;

namespace {

std::string key_of(std::string_view name, std::string_view org) {
  return text::name_key(name).append("\n").append(org);
}

// An org that is no record is known by what is written.
std::string_view org_of(const Case& one, const CasePerson& person) {
  const auto& org = person.org ? person.org : one.org;
  return org ? org->id : std::string_view();
}

}  // namespace

Persons::Persons(const Register& reg) {
  for (const Leader& leader : reg.all<Leader>()) {
    if (!leader.name || !leader.org) continue;
    const auto [at, is_new] =
        leaders_.try_emplace(key_of(leader.name.or_empty(), leader.org.or_empty().id), &leader);
    if (!is_new) at->second = nullptr;
  }
}

const Leader* Persons::bears(std::string_view name, const Record* org) const {
  if (org == nullptr) return nullptr;
  const auto at = leaders_.find(key_of(name, org->name()));
  return at == leaders_.end() ? nullptr : at->second;
}

const Leader* Persons::leader_of(const Case& one, const CasePerson& person) const {
  if (person.leader) return record::as<Leader>(person.leader.target());
  if (!person.name) return nullptr;
  return bears(person.name.or_empty(), (person.org ? person.org : one.org).target());
}

std::string Persons::identity(const Case& one, const CasePerson& person) const {
  if (const Leader* leader = leader_of(one, person))
    return "=" + std::string(record::slug(*leader));
  if (person.leader) return "=" + std::string(person.leader->id);
  return person.name ? key_of(*person.name, org_of(one, person)) : std::string();
}

}  // namespace zsup::reg
