#include "rule/own.h"

namespace zsup::rule {

using record::Leader;
using record::Org;
using record::Record;

namespace {

// The org whose matters are the subject's own.
const Org* own_org(const Record* subject) {
  if (const Leader* leader = record::as<Leader>(subject)) {
    if (!leader->role || *leader->role != record::Role::principal) return nullptr;
    return record::as<Org>(leader->org.target());
  }
  return record::as<Org>(subject);
}

bool oversees(const Context& context, const Org* body, const Org* org) {
  return reg::upward(org, [&](const Org& at) {
    if (&at != org && &at == body) return true;
    const Org* supervisor = record::as<Org>(at.supervisor.target());
    return supervisor != nullptr && context.reg.tree.is_within(supervisor, body);
  });
}

}  // namespace

const Org* org_of(const Record* who) {
  if (const Leader* leader = record::as<Leader>(who)) {
    return record::as<Org>(leader->org.target());
  }
  return record::as<Org>(who);
}

bool judges_own(const Context& context, const Record* judge, const Record* subject) {
  if (judge == nullptr || subject == nullptr || context.reg.partial) return false;
  if (judge == subject) return true;
  const Org* own = own_org(subject);
  const Org* body = org_of(judge);
  if (own == nullptr || body == nullptr || !context.reg.tree.is_within(body, own)) return false;
  return body == own || !oversees(context, body, own);
}

}  // namespace zsup::rule
