#include "register/money.h"

#include <unordered_map>

namespace zsup::reg {

using record::Case;
using record::Finding;
using record::Given;
using value::Date;
using value::Money;

namespace {

template <class T>
const Given<Money>& of(const T& record, Sum sum) {
  return sum == Sum::involved ? record.amount : record.recovered;
}

std::vector<Figure> stated(const std::vector<const Case*>& cases, Sum sum) {
  std::vector<Figure> list;
  for (const Case* one : cases) {
    if (of(*one, sum)) list.push_back({one, &of(*one, sum)});
  }
  return list;
}

}  // namespace

const Given<Date>& Matter::counted_on() const {
  return finding != nullptr ? finding->found : cases.front()->filed;
}

std::vector<Figure> Matter::figures(Sum sum) const {
  std::vector<Figure> list = stated(cases, sum);
  if (finding == nullptr || !of(*finding, sum)) return list;
  if (cases.size() == 1 && !list.empty()) return list;
  return {{finding, &of(*finding, sum)}};
}

std::vector<Figure> Matter::parts(Sum sum) const {
  if (finding == nullptr || !of(*finding, sum) || cases.size() < 2) return {};
  return stated(cases, sum);
}

std::vector<Matter> matters(const Register& reg, Date day) {
  std::vector<Matter> all;
  std::unordered_map<const record::Record*, std::vector<const Case*>> of_finding;
  std::vector<const Case*> alone;
  for (const Case& one : reg.all<Case>()) {
    if (!one.filed || day < *one.filed) continue;
    const auto* source = record::as<Finding>(one.clue->source.target());
    if (source != nullptr) {
      of_finding[source].push_back(&one);
    } else {
      alone.push_back(&one);
    }
  }
  for (const Finding& finding : reg.all<Finding>()) {
    if (!finding.found || day < *finding.found) continue;
    Matter& matter = all.emplace_back();
    matter.finding = &finding;
    const auto at = of_finding.find(&finding);
    if (at != of_finding.end()) matter.cases = std::move(at->second);
  }
  for (const Case* one : alone) all.push_back({nullptr, {one}});
  return all;
}

}  // namespace zsup::reg
