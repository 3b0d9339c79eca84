#include "view/trend.h"

#include "view/common.h"
#include "view/subject.h"

namespace zsup::view {

using score::Trend;
using score::TrendLine;
using score::TrendPoint;
using value::Rational;

namespace {

constexpr auto point_members = std::to_array<Member<TrendPoint>>({
    member("period", {"季度", "the quarter"}, [](const TrendPoint& p) { return p.period; }),
    member("indicators", {"应报送的任务数", "how many reports are owed"},
           [](const TrendPoint& p) { return p.indicators; }),
    member("score",
           {"得分；没有可计分的事项时为 null", "the score; null when there is nothing to score"},
           [](const TrendPoint& p) { return p.score; }),
    member("full", {"满分；没有考核办法时为 null", "full marks; null without a policy"},
           [](const TrendPoint& p) { return p.full; }),
    member("change",
           {"比上一个满分相同、有得分的季度高多少",
            "against the last quarter before that has a score with the same full marks"},
           [](const TrendPoint& p) { return p.change; }),
    member("place", {"名次", "the place"}, [](const TrendPoint& p) { return p.place; }),
    member("band", {"等次", "the band"}, [](const TrendPoint& p) { return some(p.band); }),
    member("veto", {"是否被一票否决", "whether a veto applies"},
           [](const TrendPoint& p) { return p.veto; }),
    member("light", {"各项任务中最需要注意的一种灯", "the light of whatever needs attention most"},
           [](const TrendPoint& p) { return p.light; }),
});

constexpr auto line_members = std::to_array<Member<TrendLine>>({
    kind_member<TrendLine>,
    id_member<TrendLine>,
    name_member<TrendLine>,
    each<point_members>("points", {"各季度，由早到晚", "the quarters, the oldest first"},
                        [](const TrendLine& line, In&, const TakeEach<TrendPoint>& take) {
                          for (const TrendPoint& point : line.points) take(point);
                        }),
});

constexpr auto members = std::to_array<Member<Trend>>({
    version_member<Trend>,
    member("as_of", {"截至哪一天", "the as-of date"}, [](const Trend& t) { return t.as_of; }),
    draft_member<Trend>,
    member("periods", {"列出的季度", "the quarters that are shown"},
           [](const Trend& t) { return Plain<value::Period>{t.periods}; }),
    each<line_members>("subjects", {"领导干部，然后是组织", "leaders, then organisations"},
                       [](const Trend& t, In&, const TakeEach<TrendLine>& take) {
                         for (const TrendLine& line : t.lines) take(line);
                       }),
    member("without_policy",
           {"其中没有考核办法可依的季度",
            "those of the quarters in which no policy, or several, is in force"},
           [](const Trend& t) { return Plain<value::Period>{t.without_policy}; }),
    member("without_calendar",
           {"有期限算不出的季度：缺那一年的工作日历",
            "those in which a due date cannot be told, since the calendar of a year is missing"},
           [](const Trend& t) { return periods_of(t.without_calendar); }),
});

Section<Named> section_of(const Trend& trend, In& in) {
  Section<Named> section;
  section.columns = {{"name", {"对象", "subject"}, Align::left, Seen::by_all, true},
                     {"id", {"编号", "id"}, Align::left, Seen::by_all, true},
                     {"period", {"期间", "period"}},
                     {"indicators", {"指标", "indicators"}, Align::right},
                     {"score", {"得分", "score"}, Align::right},
                     {"change", {"变化", "change"}, Align::right},
                     {"place", {"名次", "place"}, Align::right},
                     {"", {"等次", "band"}, Align::left, Seen::by_people},
                     {"band", {"等次", "band"}, Align::left, Seen::by_scripts},
                     {"light", {"灯", "light"}},
                     {"full", {"满分", "full marks"}, Align::right, Seen::by_scripts},
                     {"veto", {"一票否决", "veto"}, Align::left, Seen::by_scripts},
                     {"as_of", {"截至", "as of"}, Align::left, Seen::by_scripts},
                     draft_column};
  section.rows = [&trend, &in](const TakeRow<Named>& take) {
    for (const TrendLine& line : trend.lines) {
      bool again = false;
      for (const TrendPoint& point : line.points) {
        take({{Named(subject_name(*line.subject)), Id<Named>{line.subject->name()}, point.period,
               point.indicators, or_nothing(point.score),
               point.change ? Cell<Named>(Change{*point.change}) : Cell<Named>(),
               or_nothing(point.place), band_cell(point.band, point.veto, in),
               or_nothing(some(point.band)), Light{point.light}, or_nothing(point.full),
               YesNo{point.veto}, trend.as_of, draft_cell(in)},
              again});
        again = true;
      }
    }
  };
  return section;
}

}  // namespace

Page<Named> trend_page(const reg::Register& reg, const Trend& trend, Wanted wanted) {
  const auto in = std::make_shared<In>(reg, wanted);
  Page<Named> page = page_of<Trend>(members, trend, in);
  page.heading =
      in->say("各季度得分（截至 {}）", "Scores by quarter (as of {})", trend.as_of.iso());
  page.sections = [&trend, in](const auto& take) { take(section_of(trend, *in)); };
  return page;
}

std::vector<Described> trend_keys() {
  return described<Trend>(members);
}

}  // namespace zsup::view
