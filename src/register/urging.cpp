#include "register/urging.h"

#include <algorithm>

#include "record/kinds/report.h"
#include "register/findings.h"

namespace zsup::reg {

using record::Finding;
using record::Letter;
using record::Record;
using value::Date;

namespace {

bool returned_between(const record::Attempt& attempt, Date after, Date until) {
  const auto& review = attempt.review;
  return review && review->decision && *review->decision == record::ReviewDecision::returned &&
         review->date && after < *review->date && *review->date <= until;
}

bool was_returned(const Register& reg, const Record* matter, const Record* owner, Date after,
                  Date until) {
  if (const auto* finding = record::as<Finding>(matter)) {
    const std::vector<Step> list = steps(reg, *finding, until);
    return std::any_of(list.begin(), list.end(), [&](const Step& step) {
      return step.what == record::FindingEvent::returned && after < step.date;
    });
  }
  for (const record::Report& report : reg.all<record::Report>()) {
    if (report.by.target() != owner) continue;
    for (const record::ReportItem& item : report.items) {
      if (matter == nullptr || item.duty.target() != matter) continue;
      if (returned_between(item, after, until)) return true;
      for (const record::Attempt& earlier : item.earlier) {
        if (returned_between(earlier, after, until)) return true;
      }
    }
  }
  return false;
}

}  // namespace

bool may_urge_again(const Register& reg, const Letter& earlier, Date on) {
  if (!earlier.type || *earlier.type != record::LetterType::urge || !earlier.date) return false;
  if (earlier.reply_by && *earlier.reply_by < on) {
    const bool came = earlier.replied && *earlier.replied <= on;
    if (!came || *earlier.reply_by < *earlier.replied) return true;
  }
  return std::any_of(
      earlier.items.begin(), earlier.items.end(), [&](const record::LetterItem& item) {
        return was_returned(reg, item.record.target(), earlier.to.target(), *earlier.date, on);
      });
}

}  // namespace zsup::reg
