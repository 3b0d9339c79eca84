#include "record/kinds/letter.h"

#include <algorithm>
#include <array>

#include "record/table.h"
#include "text/sentence.h"

namespace zsup::record {

namespace {

using LetterItemFields = Fields<LetterItem>;
constexpr auto letter_item_rows = std::to_array<FieldSpec>({
    LetterItemFields::required<&LetterItem::record>(
        "record", "依据记录", {"所依据的记录", "the record that it rests on"}, "r2-transport-017")
        .to(all_kinds_but({Kind::leader, Kind::policy, Kind::calendar, Kind::filing, Kind::campaign,
                           Kind::letter, Kind::draw, Kind::waiver})),
    LetterItemFields::required<&LetterItem::text>("text", "内容",
                                                  {"写入函件的文字", "as it stands in the letter"},
                                                  "公路养护零星工程拆分发包"),
});

constexpr text::Table<LetterEvent, EnumRow> letter_event_rows{{
    {LetterEvent::void_, {"void", {"作废", "void"}}},
}};
constexpr Vocabulary letter_event_words{
    "letter_event", {"函件进展", "event of a letter"}, letter_event_rows.rows()};

using LetterStepFields = Fields<LetterStep>;
constexpr auto letter_step_rows = std::to_array<FieldSpec>({
    LetterStepFields::required<&LetterStep::date>("date", "日期", {"日期", "day"}, "2018-07-20")
        .has_happened()
        .begins_it(),
    LetterStepFields::required<&LetterStep::what>(
        "what", "进展",
        {"作废：文号保留，其他各处都不再计入", "void: it keeps its number and counts nowhere else"},
        "作废"),
    LetterStepFields::required<&LetterStep::by>("by", "经办", {"经办的人员或机构", "who did it"},
                                                "county-cdi")
        .to({Kind::leader, Kind::org})
        .in_office_on<&LetterStep::date>({"在当日", "on that day"}),
    LetterStepFields::required<&LetterStep::note>("note", "备注", {"为什么", "why"},
                                                  "与青纪函〔2018〕4号重复印发"),
});

using LetterFields = Fields<Letter>;
constexpr auto letter_rows = std::to_array<FieldSpec>({
    LetterFields::id("letter-2018-005"),
    LetterFields::required<&Letter::type>("type", "类型", {"函件类型", "type of letter"}, "函告书"),
    LetterFields::required<&Letter::number>(
        "number", "文号",
        {"发文字号，如 定纪函〔2018〕5号：年份用〔〕，序号不加 0",
         "number, such as 定纪函〔2018〕5号: the year in 〔〕, no leading zero"},
        "青纪函〔2018〕5号")
        .names_a_document(),
    LetterFields::required<&Letter::date>("date", "日期", {"成文日期", "date"}, "2018-07-15")
        .has_happened(),
    LetterFields::required<&Letter::to>("to", "主送", {"主送的领导干部或组织", "addressee"},
                                        "chen-yuanhang")
        .to({Kind::leader, Kind::org})
        .sent_in_office_on<&Letter::date>(
            {"在成文当日", "on the letter's date"},
            {"对照发文登记核对主送和日期；发给单位的，填写单位",
             "compare addressee and date with the book of letters; what "
             "went to an org names the org"}),
    LetterFields::optional<&Letter::period>("period", "期间",
                                            {"所属期间", "the period that it is about"}, "2018-q2"),
    LetterFields::optional<&Letter::items>(
        "items", "事项", {"函件所列事项", "what it lists"},
        "[{依据记录: r2-transport-017, 内容: 公路养护零星工程拆分发包}]"),
    LetterFields::optional<&Letter::reply_by>(
        "reply_by", "回复期限", {"要求回复的日期", "day by which a reply is due"}, "2018-07-31")
        .not_before<&Letter::date>({"成文日期", "the letter's date"},
                                   {"回复期限", "the day a reply is due"}),
    LetterFields::optional<&Letter::replied>("replied", "回复日期",
                                             {"收到回复的日期", "day of the reply"}, "2018-07-28")
        .has_happened()
        .not_before<&Letter::date>({"成文日期", "the letter's date"},
                                   {"回复日期", "the day of the reply"}),
    LetterFields::optional<&Letter::digest>(
        "digest", "内容摘要",
        {"函件 Markdown 全文的 SHA-256，与 sha256sum 所显示的相同",
         "SHA-256 of the letter's whole Markdown text, as sha256sum prints it"},
        "sha256:9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08")
        .names_a_document(),
    LetterFields::optional<&Letter::events>(
        "events", "进展", {"印发之后的进展", "what became of it after it was issued"},
        "[{日期: 2018-07-20, 进展: 作废, 经办: county-cdi, 备注: 与青纪函〔2018〕4号重复印发}]"),
    LetterFields::note(),
});

}  // namespace

template <>
const ObjectSpec& spec_of<LetterItem>() {
  static constexpr ObjectSpec spec{
      .name = "item", .title = {"函件事项", "item"}, .fields = letter_item_rows};
  return spec;
}

std::string compared_text(std::string_view text) {
  constexpr auto blanks =
      std::to_array<std::string_view>({" ", "\t", "\r", "\n", "\x1F", "　", "\u00a0"});
  std::string compared;
  for (std::size_t at = 0; at < text.size();) {
    const std::string_view rest = text.substr(at);
    const auto blank = std::find_if(blanks.begin(), blanks.end(),
                                    [&](std::string_view one) { return rest.starts_with(one); });
    if (blank == blanks.end()) {
      compared += text[at++];
    } else {
      at += blank->size();
    }
  }
  // Version 0.1.0 wrote a full stop behind whatever a text ended in.
  constexpr std::string_view stop = "。";
  std::string result;
  for (std::size_t at = 0; at < compared.size();) {
    const std::size_t next = std::min(compared.find(stop, at), compared.size());
    result.append(compared, at, next - at);
    at = next + stop.size();
    if (next == compared.size()) break;
    result.resize(text::size_without_end(result));
    result += stop;
  }
  result = text::with_single_stops(result);
  result.resize(text::size_without_end(result));
  return result;
}

template <>
const Vocabulary& vocabulary<LetterEvent>() {
  return letter_event_words;
}

template <>
const ObjectSpec& spec_of<LetterStep>() {
  static constexpr ObjectSpec spec{
      .name = "event", .title = {"函件进展", "event"}, .fields = letter_step_rows};
  return spec;
}

template <>
const ObjectSpec& spec_of<Letter>() {
  static constexpr ObjectSpec spec{
      .name = "letter", .title = {"函件", "letter"}, .fields = letter_rows, .extensible = true};
  return spec;
}

constexpr KindRow describe(const Letter*) {
  return {.type = type_of_kind<Letter>(),
          .doc = {{"一份已经发出的函件", "a letter that was issued"}},
          .begins = since<&Letter::date>(),
          .matter = told_by<&Letter::number>(),
          .ids = IdsMayName::yes};
}
template const KindRow& kind_row<Letter>();

}  // namespace zsup::record
