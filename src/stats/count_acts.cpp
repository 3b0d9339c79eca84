// Letters, campaigns and actions of the period, and the money of its findings and cases.
#include "record/kinds/action.h"
#include "record/kinds/campaign.h"
#include "record/kinds/letter.h"
#include "register/money.h"
#include "stats/cells.h"

namespace zsup::stats {

using diag::say;
using record::Action;
using record::Campaign;
using record::CampaignItem;
using record::Letter;

void count_letters(Sheet& sheet) {
  sheet.count("letters.total", say("发出函件", "letters issued"));
  for (const record::EnumRow& row : record::vocabulary<record::LetterType>().rows) {
    sheet.count("letters.by_type." + std::string(row.id),
                say("函件：{}", "letters by type: {}", row.label), true);
  }
  sheet.count("letters.reply_required", say("要求回复的函件", "letters that ask for a reply"));
  sheet.count("letters.replied", say("已回复的函件", "letters replied to")).as(Nature::state);
  sheet.count("letters.overdue", say("逾期未回复的函件", "letters whose reply is overdue"))
      .as(Nature::state);
  for (const Letter& letter : sheet.reg().all<Letter>()) {
    if (!sheet.counts(letter.date) || letter.is_void(sheet.at().day())) continue;
    sheet.add("letters.total", letter, letter.date.span);
    if (letter.type) {
      sheet.add("letters.by_type." + std::string(record::row_of(*letter.type).id), letter,
                letter.type.span);
    }
    if (letter.reply_by) sheet.add("letters.reply_required", letter, letter.reply_by.span);
    if (sheet.at().has_happened(letter.replied)) {
      sheet.add("letters.replied", letter, letter.replied.span);
    } else if (letter.reply_by && *letter.reply_by < sheet.at().day()) {
      sheet.add("letters.overdue", letter, letter.reply_by.span);
    }
  }
}

// An item that says no day of its own was declared when its campaign began. One that names nobody,
// or whose name cannot be read, stands only in drafts, and counts there no more than such a person
// of a case does.
void count_campaigns(Sheet& sheet) {
  sheet.count("campaigns.declared", say("专项行动申报", "declared in campaigns"));
  sheet.count("campaigns.corrected", say("其中已整改", "of these put right")).as(Nature::state);
  for (const Campaign& campaign : sheet.reg().all<Campaign>()) {
    for (const CampaignItem& item : campaign.items) {
      if (!item.leader && !item.name) continue;
      if (!sheet.counts(item.declared ? item.declared : campaign.from)) continue;
      const text::Span span = item.leader ? item.leader.span : item.name.span;
      const std::string_view who = item.leader ? item.leader->id : item.name.or_empty();
      sheet.add("campaigns.declared", campaign, span, who);
      if (sheet.at().has_happened(item.corrected)) {
        sheet.add("campaigns.corrected", campaign, item.corrected.span, who);
      }
    }
  }
}

void count_actions(Sheet& sheet) {
  sheet.count("actions.total", say("监督措施", "actions"));
  for (const record::EnumRow& row : record::vocabulary<record::ActionType>().rows) {
    sheet.count("actions.by_type." + std::string(row.id),
                say("监督措施：{}", "actions by type: {}", row.label), true);
  }
  sheet.count("actions.rectified", say("监督措施已整改", "actions put right")).as(Nature::state);
  for (const Action& action : sheet.reg().all<Action>()) {
    if (!sheet.counts(action.date)) continue;
    sheet.add("actions.total", action, action.date.span);
    if (action.type) {
      sheet.add("actions.by_type." + std::string(record::row_of(*action.type).id), action,
                action.type.span);
    }
    if (sheet.at().has_happened(action.rectified)) {
      sheet.add("actions.rectified", action, action.rectified.span);
    }
  }
}

// The money of findings and of cases, every yuan once, on the day of its matter.
void count_money(Sheet& sheet) {
  sheet.money("amount.involved", say("涉及金额（元）", "money involved (yuan)"));
  sheet.money("amount.recovered", say("追缴金额（元）", "money recovered (yuan)"));
  for (const reg::Matter& matter : reg::matters(sheet.reg(), sheet.at().day())) {
    if (!sheet.counts(matter.counted_on())) continue;
    const auto add = [&](std::string_view key, reg::Sum sum) {
      for (const reg::Figure& figure : matter.figures(sum)) {
        sheet.add_money(key, *figure.record, *figure.money);
      }
    };
    add("amount.involved", reg::Sum::involved);
    add("amount.recovered", reg::Sum::recovered);
  }
}

}  // namespace zsup::stats
