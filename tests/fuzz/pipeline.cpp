// The whole way: bytes → records → check → score → statistics → letters, in every format. The first
// byte chooses between records made of the other bytes and these bytes as a file of records or as
// zsup.yaml, and what is done with them once they are checked; the next ones choose periods,
// formats and languages. With ZSUP_FUZZ_PRINT in the environment both files are printed.
#include <algorithm>
#include <array>
#include <optional>

#include "diag/format.h"
#include "fuzz/choices.h"
#include "fuzz/generate_records.h"
#include "fuzz/harmless.h"
#include "fuzz/tally.h"
#include "letter/compose.h"
#include "mask/letters.h"
#include "register/load.h"
#include "register/mend.h"
#include "rule/rule.h"
#include "support/memory_file_system.h"
#include "support/pages.h"
#include "view/listing.h"
#include "view/reminders.h"
#include "view/scores.h"
#include "view/statistics.h"
#include "view/status.h"
#include "view/trend.h"
#include "write/letter_markdown.h"
#include "write/letter_record.h"

using namespace zsup;
using fuzz::Choices;
using fuzz::hold;
using fuzz::same;
using value::Rational;

namespace {

// Each run does one of them, and of what is dear a share, since a run of them all takes many times
// as long.
enum class Part : std::uint8_t { report, scores, tables, letters };

// What the bytes choose beside the records.
struct Wanted {
  value::Period period;
  value::Date as_of;
  std::string_view format;
  diag::Lang lang{};
  diag::Format report{};
  record::LetterType letter{};
  record::Mask mask{};
  record::Kind kind{};
  bool mend = false;
  std::uint8_t rare = 0;  // what takes long is done for a share of the values
};

// How far an input gets: see tally.h.
enum Step : std::uint8_t {
  inputs,
  generated,
  is_read,
  is_decoded,
  is_sound,
  asked_scores,
  has_score,
  asked_letters,
  has_letter,
  has_record,
};
fuzz::Tally<10>& tally() {
  static auto& one = []() -> fuzz::Tally<10>& {
    static fuzz::Tally<10> made(
        {"inputs", "made from the field tables", "of these read without an error",
         "of these decoded and linked without an error", "of these checked without an error",
         "inputs that ask for scores", "of these with a score", "inputs that ask for letters",
         "of these with a letter", "of these with the record of a letter"});
    for (const Step step : {is_read, is_decoded, is_sound}) made.share_of(step, generated);
    made.share_of(has_score, asked_scores);
    for (const Step step : {has_letter, has_record}) made.share_of(step, asked_letters);
    return made;
  }();
  return one;
}

Wanted choose(Choices& choices) {
  constexpr auto periods = std::to_array<std::string_view>(
      {"2018-q2", "2018-h1", "2018", "2018-06", "2018-q1", "2018-q4", "2999"});
  constexpr auto days = std::to_array<std::string_view>(
      {"2018-07-15", "2018-12-31", "2018-01-01", "2019-06-01", "1900-01-01", "2999-12-31"});
  Wanted wanted;
  wanted.period = *value::Period::parse(choices.of(periods));
  wanted.as_of = *value::Date::parse(choices.of(days));
  wanted.format = std::array{"table", "md", "csv", "json"}[choices.below(4)];
  wanted.lang = static_cast<diag::Lang>(choices.below(2));
  wanted.report = static_cast<diag::Format>(choices.below(diag::format_names.size()));
  wanted.letter = static_cast<record::LetterType>(choices.below(record::letter_types().size()));
  wanted.mask = static_cast<record::Mask>(choices.below(3));
  wanted.kind = static_cast<record::Kind>(choices.below(record::kind_count));
  const std::uint8_t rare = choices.byte();
  wanted.mend = rare % 4 == 3;
  wanted.rare = rare / 4;
  return wanted;
}

void hold_place(const text::Sources& sources, text::Place place, std::string_view what) {
  if (place.source == text::no_source) return;
  hold(place.source < sources.size(), "a place in no source");
  const std::string_view bytes = sources[place.source].bytes;
  const auto [begin, end] = place.span;
  if (begin <= end && end <= bytes.size() && fuzz::is_border(bytes, begin) &&
      fuzz::is_border(bytes, end)) {
    return;
  }
  fuzz::fail(fmt::format("{}: {}-{} of {} bytes", what, begin, end, bytes.size()));
}

void hold_sentence(const diag::Text& text, std::string_view what) {
  hold(text.zh.empty() == text.en.empty(), "a sentence in one language only");
  fuzz::hold_harmless(text.zh, what);
  fuzz::hold_harmless(text.en, what);
}

void hold_diagnostics(const reg::Register& reg, const std::vector<diag::Diagnostic>& found) {
  for (const diag::Diagnostic& one : found) {
    const std::string name = one.code.name();
    hold(rule::info(one.code) != nullptr, "a code that the catalogue lacks");
    hold(!one.message.zh.empty() && !one.message.en.empty(), "a diagnostic without words");
    hold_sentence(one.message, name);
    hold_sentence(one.help, name);
    hold_place(reg.sources, one.place, name);
    for (const diag::Related& related : one.related) {
      hold_place(reg.sources, related.place, name + " related");
      hold(related.place.span.given(), name + " related to nothing");
      hold_sentence(related.message, name);
    }
    for (const diag::Edit& edit : one.fix) {
      hold_place(reg.sources, edit.place, name + " fix");
      hold(edit.place.span.end <= reg.sources[edit.place.source].bytes.size(),
           "a fix behind the end");
      hold(text::is_valid(edit.replacement), "a fix that is not UTF-8");
    }
  }
}

void hold_report(const reg::Register& reg, const std::vector<diag::Diagnostic>& found,
                 const Wanted& wanted) {
  const diag::Report report{reg.sources, found, reg.sources.size(), reg.records.size()};
  diag::RenderOptions options;
  options.lang = wanted.lang;
  if (wanted.rare % 8 == 0) options.rules = rule::catalogue();  // long, and mostly the same
  const std::string text = diag::render(wanted.report, report, options);
  switch (wanted.report) {
    case diag::Format::json:
    case diag::Format::sarif:
    case diag::Format::gitlab:
      fuzz::hold_json(text, "check as JSON");
      break;
    default:
      fuzz::hold_harmless(text, "check");
  }
}

void hold_rendered(const std::string& text, std::string_view format, std::string_view what) {
  if (format == "json") {
    fuzz::hold_json(text, what);
  } else {
    fuzz::hold_harmless(text, what, format == "csv" ? U"\t\r" : U"");
  }
}

// Fixes make a file better or leave it alone, and what is left can be mended no further than that.
void hold_mend(const reg::Register& reg, const std::vector<diag::Diagnostic>& found,
               const reg::LoadOptions& options) {
  for (text::SourceId source = 0; source < reg.sources.size(); ++source) {
    std::vector<const diag::Diagnostic*> fixes;
    for (const diag::Diagnostic& one : found) {
      if (one.place.source == source && !one.fix.empty()) fixes.push_back(&one);
    }
    if (fixes.empty()) continue;
    const std::string_view bytes = reg.sources[source].bytes;
    const reg::Mended mended = reg::mend(bytes, source, source == 0, fixes, options);
    hold(mended.applied + mended.refused <= fixes.size(), "more fixes than there were");
    hold((mended.applied == 0) == (mended.bytes == bytes), "a fix that changes nothing");
    const reg::Alone again = reg::read_alone(mended.bytes, source, source == 0, options);
    for (const diag::Diagnostic& one : again.found) {
      hold(one.place.span.end <= mended.bytes.size(), "a place behind the end of a mended file");
    }
  }
}

// Full marks and the ledger come to the score, exactly; counts are sums of their parts.
void hold_card(const reg::Register& reg, const score::Scorecard& card) {
  hold(card.indicators == card.reported + card.unreported, "indicators");
  hold(card.reported == card.approved + card.returned + card.under_review, "reported");
  hold(card.overdue <= card.unreported && card.late <= card.reported, "overdue and late");
  hold(card.place.has_value() == (card.score && !card.veto), "a place");
  if (!card.score) {
    hold(card.ledger.empty(), "a ledger without a score");
    return;
  }
  Rational sum = card.full;
  for (const score::LedgerLine& line : card.ledger) {
    hold(line.points.terminates(), "points that cannot be shown exactly");
    hold_place(reg.sources, line.place, "a ledger's line");
    hold_place(reg.sources, line.rule, "a ledger's clause");
    sum += line.points;
  }
  hold(sum == *card.score, "a ledger that does not add up");
  hold(*card.score >= Rational(0) && *card.score <= card.full, "a score out of bounds");
  for (const score::Raise& raise : card.raises) {
    hold(raise.points > Rational(0), "a raise of nothing");
    hold(*card.score + raise.points <= card.full, "a raise above full marks");
    hold_place(reg.sources, raise.place, "a raise");
  }
}

void hold_scores(const reg::Register& reg, const score::Scoring& scoring, const Wanted& wanted) {
  for (const value::Period period : scoring.without_policy) {
    hold_sentence(score::no_policy_message(reg, period), "score");
  }
  for (const score::Scorecard& card : scoring.cards) {
    hold_card(reg, card);
    hold(scoring.policy != nullptr || !card.score, "a score without a policy");
  }
  const bool explain = wanted.rare % 2 == 0;
  hold_rendered(test::written(view::scores_page(reg, scoring, {{.lang = wanted.lang}, explain, {}}),
                              wanted.format, {.lang = wanted.lang}),
                wanted.format, "score");
  if (wanted.rare / 2 % 2 != 0) return;
  const reg::AsOf at(reg, wanted.as_of);
  const auto owed = at.owed(wanted.period);
  const bool json = wanted.format == "json";
  hold_rendered(
      test::written(view::reminders_page(reg, scoring, owed, {{.lang = wanted.lang}, true, {}}),
                    json ? "json" : "text", {.lang = wanted.lang}),
      json ? "json" : "text", "remind");
}

void hold_statistics(const reg::Register& reg, const Wanted& wanted) {
  const stats::Statistics statistics = stats::statistics({reg, wanted.as_of}, wanted.period);
  for (const diag::Text& note : statistics.notes) hold_sentence(note, "stats");
  for (const stats::Cell& cell : statistics.cells) {
    if (cell.unit == stats::Unit::count && cell.number) {
      hold(cell.number == static_cast<std::int64_t>(cell.records.size()), "a count of others");
    }
    for (const stats::Behind& behind : cell.records) {
      hold_place(reg.sources, behind.place, "a figure's record");
    }
  }
  hold_rendered(
      test::written(view::statistics_page(reg, statistics, {{.lang = wanted.lang}, true, {}}),
                    wanted.format, {.lang = wanted.lang}),
      wanted.format, "stats");
}

// One of the tables a run.
void hold_tables(const reg::Register& reg, const Wanted& wanted) {
  switch (wanted.rare % 4) {
    case 0:
      hold_statistics(reg, wanted);
      break;
    case 1: {
      const status::Status status = status::status(
          {reg, wanted.as_of},
          {.period = wanted.period, .with_previous = wanted.mend, .all_states = true, .only = {}});
      hold_rendered(test::written(view::status_page(reg, status, {.lang = wanted.lang}),
                                  wanted.format, {.lang = wanted.lang}),
                    wanted.format, "status");
      break;
    }
    case 2: {
      const score::Trend trend = score::trend({reg, wanted.as_of});
      hold_rendered(test::written(view::trend_page(reg, trend, {.lang = wanted.lang}),
                                  wanted.format, {.lang = wanted.lang}),
                    wanted.format, "trend");
      break;
    }
    default: {
      const auto rows = stats::rows(reg, wanted.kind);
      view::ListingWanted listing{
          {.lang = wanted.lang}, stats::main_fields(wanted.kind), true, true};
      hold_rendered(test::written(view::listing_page(reg, wanted.kind, rows, std::move(listing)),
                                  wanted.format, {.lang = wanted.lang}),
                    wanted.format, "list");
    }
  }
}

letter::FiguresOf figures_of(const score::Scoring& scoring) {
  letter::FiguresOf figures;
  for (const score::Scorecard& card : scoring.cards) {
    letter::ReminderFigures& of = figures[card.subject];
    of.indicators = card.indicators;
    of.unreported = card.unreported;
    if (card.score) of.score = card.score->text();
    of.full = card.full.text();
  }
  return figures;
}

// Reading a template takes longer than writing a letter, so those of the types are read once.
const write::LetterTemplate& form_of(record::LetterType type) {
  static const auto forms = [] {
    std::vector<write::LetterTemplate> list;
    for (const record::LetterTypeRow& one : record::letter_types()) {
      list.emplace_back(write::built_in_template(one.type));
    }
    return list;
  }();
  for (std::size_t at = 0; at < forms.size(); ++at) {
    if (record::letter_types()[at].type == type) return forms[at];
  }
  fuzz::fail("a type of letter without a template");
}

// A letter, in all its formats. What can be issued is recorded, and reads back.
void hold_letter(const reg::Register& reg, letter::Letter& letter, mask::Masker& masker,
                 const reg::LoadOptions& options, bool sound) {
  int n = 0;
  for (const letter::Item& item : letter.items) {
    hold(item.n == ++n, "items out of order");
    hold(item.record != nullptr, "an item that rests on nothing");
    hold_place(reg.sources, item.place, "a letter's item");
  }
  fuzz::hold_harmless(mask::letter_file_name(letter, masker), "a letter's file name");
  if (!sound) return;
  letter.number = "东纪函〔2018〕5号";
  const std::string record =
      write::render_letter_record(letter, masker, form_of(letter.type),
                                  {.schema = {}, .id = "issued-1", .digest = write::digest_of("")});
  const reg::Alone again = reg::read_alone(record, 1, false, options);
  if (!again.found.empty()) {
    fuzz::fail(
        fmt::format("the record of a letter: {} in\n{}", again.found.front().message.en, record));
  }
  hold(again.records == 1, "the record of a letter");
}

// The type that is wanted, in full; the other types, of some inputs, just as Markdown.
void hold_letters(const reg::Register& reg, const score::Scoring& scoring, const Wanted& wanted,
                  const reg::LoadOptions& options, bool sound) {
  const letter::FiguresOf figures = figures_of(scoring);
  for (const record::LetterTypeRow& row : record::letter_types()) {
    if (row.type != wanted.letter && wanted.rare % 8 != 7) continue;
    const reg::AsOf at(reg, wanted.as_of);
    const letter::Composer composer(
        at, {.type = row.type, .period = wanted.period, .draft = !sound, .figures = &figures});
    letter::Batch batch = composer.to_all();
    hold(!batch.refused || batch.letters.empty(), "letters beside an error");
    if (batch.refused) hold_sentence(batch.refused->message, "letter");
    if (row.type != wanted.letter) {
      mask::Masker nobody;
      for (letter::Letter& letter : batch.letters) {
        fuzz::hold_harmless(form_of(row.type).render(letter, nobody), "a letter");
      }
      continue;
    }
    tally().add(has_letter, !batch.letters.empty());
    tally().add(has_record, sound && !batch.letters.empty());
    mask::Masker masker(reg, wanted.mask);
    // Read with the veil, a template has its own words veiled as well.
    const bool anew = wanted.rare % 4 == 0 && !batch.letters.empty();
    const auto own = anew ? std::optional<write::LetterTemplate>(
                                std::in_place, write::built_in_template(row.type), masker)
                          : std::nullopt;
    const write::LetterTemplate& form = own ? *own : form_of(row.type);
    for (letter::Letter& letter : batch.letters) {
      fuzz::hold_harmless(form.render(letter, masker), "a letter");
      hold_letter(reg, letter, masker, options, sound);
    }
    if (wanted.rare / 8 % 2 == 0) {
      fuzz::hold_json(
          write::json(mask::letters_page(reg, batch.letters, masker), {.lang = wanted.lang}),
          "letters as JSON");
    } else {
      fuzz::hold_harmless(
          write::csv(mask::letters_page(reg, batch.letters, masker), {.lang = wanted.lang}),
          "the index of letters", U"\t\r");
    }
  }
}

bool has_error(const std::vector<diag::Diagnostic>& found) {
  return std::any_of(found.begin(), found.end(), [](const diag::Diagnostic& one) {
    return one.severity == diag::Severity::error;
  });
}
bool is_of_reading(const diag::Diagnostic& one) {
  return one.severity == diag::Severity::error && one.code.number < 100;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size > 16'384) return 0;
  Choices choices(data, size);
  const std::uint8_t first = choices.byte();
  const std::uint8_t mode = first % 8;
  const auto part = static_cast<Part>(first / 8 % 4);
  const Wanted wanted = choose(choices);
  std::string config = "name: 测试\nas_of: 2018-12-31\nissuer: org-0\n";
  std::string book;
  if (mode == 6) {
    book = choices.rest();
  } else if (mode == 7) {
    config = choices.rest();
  } else {
    fuzz::RecordGenerator generator(choices);
    config = generator.config();
    book = generator.records();
  }
  if (std::getenv("ZSUP_FUZZ_PRINT") != nullptr) {
    std::fprintf(stderr, "zsup.yaml:\n%s\nbook.yaml:\n%s\n", config.c_str(), book.c_str());
  }
  const test::MemoryFileSystem files({{"zsup.yaml", config},
                                      {"book.yaml", book},
                                      {"files/a.pdf", "%PDF"},
                                      {"files/empty.txt", ""}});
  reg::LoadOptions options;
  options.today = *value::Date::parse("2018-12-31");
  const reg::Register reg = reg::load(files, options);
  const std::vector<diag::Diagnostic> found = rule::run(reg, {.as_of = wanted.as_of});
  hold_diagnostics(reg, found);
  // What has errors is shown as a draft, which must be as sound.
  const bool sound = !has_error(found);
  tally().add(inputs);
  if (mode < 6) {
    tally().add(generated);
    tally().add(is_read, std::none_of(reg.found.begin(), reg.found.end(), is_of_reading));
    tally().add(is_decoded, !has_error(reg.found));
    tally().add(is_sound, sound);
  }
  if (part == Part::report) {
    hold_report(reg, found, wanted);
    if (wanted.mend) hold_mend(reg, found, options);
    return 0;
  }
  if (part == Part::tables) {
    hold_tables(reg, wanted);
    return 0;
  }
  const score::Scoring scoring = score::score({reg, wanted.as_of}, wanted.period);
  if (part == Part::scores) {
    tally().add(asked_scores);
    tally().add(has_score, std::any_of(scoring.cards.begin(), scoring.cards.end(),
                                       [](const score::Scorecard& card) { return card.score; }));
    hold_scores(reg, scoring, wanted);
    return 0;
  }
  tally().add(asked_letters);
  hold_letters(reg, scoring, wanted, options, sound);
  return 0;
}
