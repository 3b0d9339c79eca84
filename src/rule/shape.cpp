// ZS116, ZS12x: lists that hold an item twice, and dates of one record that contradict each other
// or the present day.
#include <map>

#include "diag/brief.h"
#include "record/decoder.h"
#include "record/kinds/action.h"
#include "record/kinds/campaign.h"
#include "record/kinds/case.h"
#include "record/kinds/draw.h"
#include "record/kinds/duty.h"
#include "record/kinds/filing.h"
#include "record/kinds/finding.h"
#include "record/kinds/inspection.h"
#include "record/kinds/letter.h"
#include "rule/families.h"

namespace zsup::rule {

using diag::say;
using record::Given;
using record::Record;
using value::Date;
namespace code = diag::code;

namespace {

// Tells of every item that says the same as one before it. `meant` gives what an item says,
// whichever spelling it is written in; items of which nothing can be read are passed over.
template <class Items, class Meant>
void told_twice(Context& context, const Record& record, const Items& items, Meant meant) {
  if (items.size() < 2) return;
  // By comparing: whoever writes the list could choose texts that a hash table has at one place.
  std::map<decltype(meant(*items.begin()).first), text::Span> seen;
  for (const auto& item : items) {
    const auto [said, span] = meant(item);
    if (!span.given() || said.empty()) continue;
    const auto at = seen.emplace(said, span);
    if (at.second) continue;
    if (context.sink.only_counts(code::repeated_item, record.place(span))) continue;
    context.sink
        .add(code::repeated_item, record.place(span),
             say("“{}”在这个列表中写了两次", "'{}' stands in this list twice", diag::brief(said)),
             say("删去重复的一项；如果本来想写另一项，就改正",
                 "remove one of the two, or mend it if another one is meant"))
        .related.push_back(
            {record.place(at.first->second), say("第一次写在这里", "first given here")});
  }
}

using Said = std::pair<std::string_view, text::Span>;

Said of_text(const Given<record::Text>& text) {
  return {*text, text.span};
}
Said of_ref(const Given<record::Ref>& ref) {
  return {ref->id, ref.span};
}
Said of_path(const Given<record::Path>& path) {
  return {path->text, path.span};
}

}  // namespace

void check_repeated_items(Context& context, const Record& record) {
  using record::Kind;
  const auto look = [&](const auto& items, const auto& meant) {
    told_twice(context, record, items, meant);
  };
  const auto categories = [](const auto& category) -> Said {
    return {record::row_of(*category).label.zh, category.span};
  };
  switch (record.kind) {
    case Kind::leader:
      look(static_cast<const record::Leader&>(record).portfolio, [](const auto& charge) -> Said {
        return {charge->text, charge.span};
      });
      break;
    case Kind::report:
      for (const record::ReportItem& item : static_cast<const record::Report&>(record).items) {
        look(item.attachments, of_path);
        for (const record::Attempt& earlier : item.earlier) look(earlier.attachments, of_path);
      }
      break;
    case Kind::inspection: {
      const auto& inspection = static_cast<const record::Inspection&>(record);
      look(inspection.units, of_ref);
      using Both = std::pair<std::string, text::Span>;
      look(inspection.briefings, [](const record::Briefing& row) -> Both {
        if (!row.unit || !row.leader) return {};
        return {std::string(row.unit->id) + " " + std::string(row.leader->id), row.unit.span};
      });
      break;
    }
    case Kind::finding: {
      const auto& finding = static_cast<const record::Finding&>(record);
      look(finding.categories, categories);
      for (const record::Event& event : finding.events) look(event.attachments, of_path);
      break;
    }
    case Kind::policy: {
      const auto& policy = static_cast<const record::Policy&>(record);
      look(policy.lines, of_text);
      const auto title = [](const record::CatalogueItem& item) -> Said {
        return {item.id->text, item.id.span};
      };
      look(policy.catalogues->principal, title);
      look(policy.catalogues->member, title);
      look(policy.bands, [](const record::Band& band) { return of_text(band.name); });
      break;
    }
    case Kind::case_:
      look(static_cast<const record::Case&>(record).categories, categories);
      break;
    case Kind::action: {
      const auto& action = static_cast<const record::Action&>(record);
      look(action.to, of_ref);
      look(action.about, of_ref);
      break;
    }
    case Kind::filing: {
      const auto& filing = static_cast<const record::Filing&>(record);
      look(filing.enterprises, of_text);
      break;
    }
    case Kind::draw: {
      const auto& draw = static_cast<const record::Draw&>(record);
      look(draw.pool, of_ref);
      look(draw.drawn, of_ref);
      break;
    }
    default:
      break;
  }
}

void check_future_dates(Context& context, const Record& record) {
  struct Found {
    Context& context;
    const Record& record;
  } found{context, record};
  const record::Visitor visitor{
      .context = &found,
      .on_date =
          [](void* self, Given<Date>& date, const record::FieldSpec& field) {
            const Found& at = *static_cast<Found*>(self);
            if (!field.type.happened || *date <= at.context.now()) return;
            at.context.sink.add(
                code::future_date, at.record.place(date.span),
                say("“{0}”是 {2}，晚于{3} {4}", "'{1}' is {2}, later than {5} {4}", field.word,
                    field.key, date->iso(), at.context.reg.config.as_of ? "截至日期" : "今天",
                    at.context.now().iso(),
                    at.context.reg.config.as_of ? "the as-of date" : "today"),
                at.context.reg.config.as_of
                    ? say("已经发生的事不会晚于截至日期；改正日期，或调整 zsup.yaml 的截至日期",
                          "what has happened is not later than that; mend the date, or as_of in "
                          "zsup.yaml")
                    : say("已经发生的事不会在将来；改正日期",
                          "what has happened does not lie ahead; mend the date"));
          },
  };
  // Visiting reads only, though it can also be used to fill in references.
  record::visit(visitor, const_cast<Record&>(record));
}

namespace {

struct Dated {
  const Given<Date>& date;
  diag::Words name;
};

void in_order(Context& context, const Record& record, Dated first, Dated second) {
  if (!first.date || !second.date || *first.date <= *second.date) return;
  diag::Diagnostic& found = context.sink.add(
      code::dates_backwards, record.place(second.date.span),
      say("{0} {1} 早于{2} {3}", "{4} {1} is before {5} {3}", second.name.zh, second.date->iso(),
          first.name.zh, first.date->iso(), second.name.en, first.name.en),
      say("核对这两个日期", "compare the two dates with the papers"));
  found.related.push_back({record.place(first.date.span),
                           say("{}在这里", "{1} is here", first.name.zh, first.name.en)});
}

template <class T>
void term(Context& context, const T& record) {
  in_order(context, record, {record.from, {"起始日期", "the first day"}},
           {record.until, {"终止日期", "the last day"}});
}

}  // namespace

void check_date_order(Context& context, const Record& record) {
  using record::Kind;
  constexpr diag::Words found_on{"发现日期", "the day it was found"};
  constexpr diag::Words clue_date{"线索受理日期", "the day of the clue"};
  switch (record.kind) {
    case Kind::leader: {
      const auto& leader = static_cast<const record::Leader&>(record);
      in_order(context, leader, {leader.from, {"任职日期", "the first day in office"}},
               {leader.until, {"离任日期", "the last day in office"}});
      break;
    }
    case Kind::duty:
      term(context, static_cast<const record::Duty&>(record));
      break;
    case Kind::inspection: {
      const auto& inspection = static_cast<const record::Inspection&>(record);
      term(context, inspection);
      for (const record::Briefing& row : inspection.briefings) {
        for (const auto* date : {&row.leader_date, &row.unit_date}) {
          in_order(context, inspection, {inspection.from, {"进驻日期", "the first day"}},
                   {*date, {"反馈日期", "the day of the briefing"}});
        }
      }
      in_order(context, inspection, {inspection.from, {"进驻日期", "the first day"}},
               {inspection.published, {"公开日期", "the day of publication"}});
      break;
    }
    case Kind::finding: {
      const auto& finding = static_cast<const record::Finding&>(record);
      in_order(context, finding, {finding.found, found_on},
               {finding.deadline, {"整改期限", "the deadline"}});
      break;
    }
    case Kind::policy:
      term(context, static_cast<const record::Policy&>(record));
      break;
    case Kind::campaign: {
      const auto& campaign = static_cast<const record::Campaign&>(record);
      term(context, campaign);
      for (const record::CampaignItem& item : campaign.items) {
        in_order(context, campaign, {item.declared, {"申报日期", "the day of the declaration"}},
                 {item.corrected, {"整改日期", "the day it was put right"}});
      }
      break;
    }
    case Kind::case_: {
      const auto& one = static_cast<const record::Case&>(record);
      constexpr diag::Words filed_on{"立案日期", "the day the case was filed"};
      in_order(context, one, {one.clue->date, clue_date},
               {one.disposition->date, {"处置日期", "the day of the disposition"}});
      in_order(context, one, {one.clue->date, clue_date}, {one.filed, filed_on});
      // What came before the clue has been told, and nothing more is said of it.
      const auto sound = [&](const Given<Date>& date) {
        return date && (!one.clue->date || *one.clue->date <= *date);
      };
      if (sound(one.disposition->date) && sound(one.filed)) {
        in_order(context, one, {one.disposition->date, {"处置日期", "the day of the disposition"}},
                 {one.filed, filed_on});
      }
      in_order(context, one, {one.clue->date, clue_date},
               {one.escalated->date, {"上报日期", "the day of the report to the superior body"}});
      for (const record::CasePerson& person : one.persons) {
        constexpr diag::Words measure_on{"处理日期", "the day of the measure"};
        // Talks and the like may come before a case is filed; a sanction comes of it.
        if (person.measure && record::is_sanction(*person.measure) && sound(one.filed)) {
          in_order(context, one, {one.filed, filed_on}, {person.date, measure_on});
        } else {
          in_order(context, one, {one.clue->date, clue_date}, {person.date, measure_on});
        }
      }
      break;
    }
    case Kind::filing: {
      const auto& filing = static_cast<const record::Filing&>(record);
      in_order(context, filing, {filing.date, {"活动日期", "the day of the event"}},
               {filing.filed, {"报备日期", "the day of filing"}});
      break;
    }
    case Kind::action: {
      const auto& action = static_cast<const record::Action&>(record);
      in_order(context, action, {action.date, {"实施日期", "the day of the act"}},
               {action.rectified, {"整改日期", "the day it was put right"}});
      break;
    }
    case Kind::letter: {
      const auto& letter = static_cast<const record::Letter&>(record);
      const Dated issued{letter.date, {"成文日期", "the letter's date"}};
      in_order(context, letter, issued, {letter.reply_by, {"回复期限", "the day a reply is due"}});
      in_order(context, letter, issued, {letter.replied, {"回复日期", "the day of the reply"}});
      break;
    }
    default:
      break;
  }
}

}  // namespace zsup::rule
