#include <array>

#include "record/kinds/action.h"
#include "record/kinds/calendar.h"
#include "record/kinds/campaign.h"
#include "record/kinds/case.h"
#include "record/kinds/draw.h"
#include "record/kinds/duty.h"
#include "record/kinds/filing.h"
#include "record/kinds/finding.h"
#include "record/kinds/inspection.h"
#include "record/kinds/leader.h"
#include "record/kinds/letter.h"
#include "record/kinds/org.h"
#include "record/kinds/policy.h"
#include "record/kinds/report.h"
#include "record/kinds/waiver.h"
#include "record/record.h"

namespace zsup::record {

namespace {

template <class T>
constexpr KindSpec row(diag::Words doc) {
  return {T::its_kind, &spec_of<T>,
          [](text::Arena& arena) -> Record* {
            T* made = arena.make<T>();
            made->kind = T::its_kind;
            return made;
          },
          [](Record* record) -> void* { return static_cast<T*>(record); }, doc};
}

constexpr auto rows = std::to_array<KindSpec>({
    row<Org>({"一个组织：党组织、部门、派驻机构、乡镇等", "an organisation or a party body"}),
    row<Leader>({"担任某一职务的人", "a person in a post"}),
    row<Duty>({"一项任务或指标：谁、做什么、何时报、做到什么程度",
               "a task or indicator: who does what, by when, how well"}),
    row<Report>({"责任人就某一期间报送的履职情况", "what an owner submitted for one period"}),
    row<Inspection>({"一轮巡察", "one round of inspection over one or more units"}),
    row<Finding>({"发现的一个问题及其整改过程", "one problem found, and what became of it"}),
    row<Policy>({"计分标准、限额、期限和清单", "the rubric and the thresholds"}),
    row<Calendar>({"一年的节假日和调休上班日", "holidays and make-up working days of one year"}),
    row<Case>({"线索、处置、立案和处理结果", "clue, disposition, case and result"}),
    row<Action>({"对领导干部或单位采取的一次监督", "a supervisory act on a leader or unit"}),
    row<Filing>({"一项活动支出的事后报备", "a post-event filing of spending"}),
    row<Campaign>(
        {"一项专项整治或自查，及其举一反三", "a special rectification, and what it spread to"}),
    row<Letter>({"一份已经发出的函件", "a letter that was issued"}),
    row<Draw>({"一次可由任何人复核的随机抽取", "a random draw that anyone can repeat"}),
    row<Waiver>(
        {"对一条记录不适用某条规则，须说明理由", "a rule set aside for one record, with a reason"}),
});
static_assert(rows.size() == kind_count);

}  // namespace

std::span<const KindSpec> kind_specs() {
  return rows;
}

const KindSpec& kind_spec(Kind kind) {
  return rows[static_cast<std::size_t>(kind)];
}

void visit(const Visitor& visitor, Record& record) {
  const KindSpec& spec = kind_spec(record.kind);
  visit(visitor, spec.object(), spec.whole(&record));
}

}  // namespace zsup::record
