// ZS320: oral reports.
#include "record/kinds/action.h"
#include "rule/families.h"
#include "rule/own.h"

namespace zsup::rule {

using diag::say;
using record::Action;
using record::Record;
namespace code = diag::code;

void check_oral_report(Context& context, const Action& action) {
  if (!action.type || *action.type != record::ActionType::oral_report) return;
  const Record* by = action.by.target();
  for (const auto& to : action.to) {
    // An org may well tell those who belong to it.
    const bool own = record::as<record::Leader>(by) != nullptr
                         ? judges_own(context, to.target(), by)
                         : by != nullptr && to.target() == by;
    if (!own) continue;
    context.sink
        .add(code::reported_to_oneself, action.place(to.span),
             to.target() == by
                 ? say("“{0}”向自己口头汇报", "'{0}' reports to themselves", slug(*by))
                 : say("“{0}”向“{1}”口头汇报，而“{1}”由其主持或领导",
                       "'{0}' reports to '{1}', whom they head or lead", slug(*by),
                       slug(*to.target())),
             say("填写听取汇报的上级组织、监督机构或其人员",
                 "name the org above, or the discipline body, that heard the report"))
        .related.push_back({action.place(action.by.span), say("汇报人在这里", "who reports")});
  }
}

}  // namespace zsup::rule
