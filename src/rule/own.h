// Nobody judges their own.
#pragma once

#include "record/record.h"
#include "rule/rule.h"

namespace zsup::rule {

// Whether someone, a leader or an org, would judge what is their own in judging the subject: the
// subject itself; an org that the subject heads as its principal; whoever belongs to that org, or
// to the org that is the subject, or to one below it. Those who oversee it never do: an org above,
// and the discipline body of the org or of one above.
bool judges_own(const Context& context, const record::Record* judge, const record::Record* subject);

// The org that a leader belongs to; an org is its own.
const record::Org* org_of(const record::Record* who);

}  // namespace zsup::rule
