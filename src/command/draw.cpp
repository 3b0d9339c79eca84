// zsup draw: a random draw that anybody can repeat.
#include <charconv>

#include "command/common.h"
#include "command/placing.h"
#include "command/rows.h"
#include "diag/brief.h"
#include "text/utf8.h"
#include "text/visible.h"
#include "write/draw_record.h"

namespace zsup::command {

using diag::brief;
using diag::say;
using record::Kind;
using record::Spelling;

namespace {

enum class Pool : std::uint8_t { leaders, orgs, reports };
constexpr text::Table<Pool, diag::Words> pool_names{{
    {Pool::leaders, {"领导干部", "leaders"}},
    {Pool::orgs, {"组织", "orgs"}},
    {Pool::reports, {"报告", "reports"}},
}};
constexpr text::Table<Pool, Kind> pool_kinds{{
    {Pool::leaders, Kind::leader},
    {Pool::orgs, Kind::org},
    {Pool::reports, Kind::report},
}};
constexpr auto pool_option = one_of<pool_names, Pool::leaders, Pool::orgs, Pool::reports>(
    {.name = "--pool",
     .value = {"范围", "POOL"},
     .help = {"从什么中抽取：期末在任的领导干部、组织，或本期已报送的报告（必填）",
              "what is drawn from: leaders in office when the period ends, organisations, or the "
              "reports of the period (required)"}});
constexpr Option<std::string> count_option{
    {.name = "--count",
     .short_name = "-n",
     .takes = Takes::number,
     .value = {"个数", "N"},
     .help = {"抽取几个（必填）", "how many are drawn (required)"}}};
constexpr Option<std::string> seed_option{
    {.name = "--seed",
     .takes = Takes::text,
     .value = {"文字", "TEXT"},
     .help = {"事先公布的种子（必填）", "the seed, announced beforehand (required)"}}};
constexpr text::Table<record::Role, diag::Words> role_names{{
    {record::Role::principal, {"主要负责人", "principal"}},
    {record::Role::member, {"班子成员", "member"}},
    {record::Role::other, {"其他", "other"}},
}};
constexpr auto role_option =
    one_of<role_names, record::Role::principal, record::Role::member, record::Role::other>(
        {.name = "--role",
         .value = {"身份", "ROLE"},
         .help = {"只从这种身份的领导干部中抽取", "draw from leaders of that role only"}});
constexpr Option<std::string> under_option{
    {.name = "--under",
     .takes = Takes::org,
     .value = {"组织", "ORG"},
     .help = {"只从这个组织及其下级中抽取",
              "draw from that organisation and those below it only"}}};
constexpr Flag explain_option{
    {.name = "--explain",
     .help = {"列出范围内的全部对象及其次序", "list the whole pool in its order"}}};
constexpr Flag record_option{
    {.name = "--record",
     .help = {"把结果作为“抽取”记录写入登记册", "write the draw into the register as a record"}}};
constexpr Option<std::string> id_option{
    {.name = "--id",
     .takes = Takes::text,
     .value = {"编号", "ID"},
     .help = {"记录的编号（默认由期间而来）",
              "the record's id (made from the period by default)"}}};

constexpr std::size_t most_drawn = 100'000;  // what `count` of a draw record takes

template <class T>
T needed(const Arguments& arguments, const Option<T>& option, const diag::Text& why) {
  const auto written = arguments.written(option);
  if (written && !written->empty()) return *arguments.value(option);
  throw Stop{usage, say("没有写明 {}", "{} is missing", option.name), why};
}

// What is published as the seed is copied and typed again, and stands in a record.
std::string seed_of(const Arguments& arguments) {
  const std::string seed =
      needed(arguments, seed_option,
             say("种子的取法事先公布，抽取时才有结果，例如某日收盘指数：--seed '2026-07-10 "
                 "上证综指收盘 2827.63'",
                 "how the seed comes about is announced beforehand, such as a coming day's closing "
                 "index: --seed '2026-07-10 closing index 2827.63'"));
  if (!text::is_valid(seed) || text::visible(seed) != seed ||
      seed.find('\n') != std::string::npos) {
    throw Stop{usage, say("--seed 含有看不见的字符", "--seed has characters that cannot be seen"),
               say("只用能照着再输入一遍的文字", "use what others can type in again")};
  }
  if (seed.front() == ' ' || seed.back() == ' ') {
    throw Stop{usage, say("--seed 的首尾有空格", "--seed begins or ends with a space"),
               say("去掉空格", "leave it out")};
  }
  return seed;
}

std::size_t count_of(const Arguments& arguments, std::size_t pool) {
  const std::string word =
      needed(arguments, count_option, say("例如 --count 3", "such as --count 3"));
  std::size_t count = 0;
  const auto [end, error] = std::from_chars(word.data(), word.data() + word.size(), count);
  if (error != std::errc{} || end != word.data() + word.size() || count < 1 || count > most_drawn) {
    throw Stop{usage,
               say("--count 应为 1 到 {1} 的整数，“{0}”不是",
                   "--count takes a whole number from 1 to {1}, and '{0}' is none", brief(word),
                   most_drawn),
               {}};
  }
  if (count > pool) {
    throw Stop{usage,
               pool == 0 ? say("抽取范围内一个也没有", "there is nothing to draw from")
                         : say("要抽取 {0} 个，范围内只有 {1} 个", "{0} are to be drawn from {1}",
                               count, pool),
               say("核对期间、--pool、--role 和 --under",
                   "compare the period, --pool, --role and --under")};
  }
  return count;
}

reg::PoolRequest request_of(Session& session, const Arguments& arguments) {
  reg::PoolRequest request;
  request.period = session.period(first_word(arguments));
  request.as_of = session.as_of();
  request.kind =
      pool_kinds[needed(arguments, pool_option,
                        say("--pool leaders、orgs 或 reports", "--pool leaders, orgs or reports"))];
  if (const auto role = arguments.value(role_option)) {
    if (request.kind != Kind::leader) {
      throw Stop{usage, say("--role 只用于 --pool leaders", "--role goes with --pool leaders"), {}};
    }
    request.role = *role;
  }
  if (const auto under = arguments.value(under_option)) {
    request.under = &session.record_named(*under, record::kinds({Kind::org}));
  }
  return request;
}

// Says what the register has of the period already.
void tell_of_recorded(Session& session, const view::DrawResult& result) {
  for (const record::Draw* draw : result.recorded) {
    std::string drawn;
    for (const std::string_view id : reg::ids_of(draw->drawn)) {
      drawn += (drawn.empty() ? "" : ", ") + std::string(id);
    }
    const bool same = view::same_drawn(result, *draw);
    session.note(say("本期间已有抽取记录“{0}”（{1}），抽中：{2}；与这次{3}",
                     "a draw of the period is recorded as '{0}' ({1}): {2}; this one is {4}",
                     slug(*draw), session.reg().path_of(*draw), brief(drawn),
                     same ? "相同" : "不同", same ? "the same" : "different"));
  }
}

void or_stop(const std::optional<diag::Refused>& refused) {
  if (refused) throw Stop{usage, refused->message, refused->help};
}

struct RecordFile {
  std::string path;
  std::string text;
};

RecordFile record_of(Session& session, const view::DrawResult& result) {
  const Arguments& arguments = session.arguments();
  write::DrawRecord how;
  how.lang = session.lang();
  how.spelling = spelling_of(session, Kind::draw);
  how.id = arguments.value_or(id_option, (how.spelling == Spelling::chinese ? "抽取-" : "draw-") +
                                             result.request.period.id());
  must_be_well_formed(how.id);
  const std::string folder = usual_folder(session, Kind::draw, how.spelling);
  const std::string path = (folder.empty() ? "" : folder + "/") + how.id + ".yaml";
  if (!arguments.has(id_option)) {
    const std::string_view instead_of = arguments.has(force_option) ? path : std::string_view();
    or_stop(reg::drawn_before(session.reg(), result.request.period, instead_of));
  }
  must_be_free(session, how.id, path);
  must_be_found_there(session, path);
  how.schema = schema_for(session, Kind::draw, path);
  return {path, write::draw_record(result, how)};
}

int run_draw(Session& session, const Arguments& arguments) {
  if (arguments.has(record_option)) session.files_to_write();
  const reg::Register& reg = session.reg();
  view::DrawResult result;
  result.request = request_of(session, arguments);
  result.seed = seed_of(arguments);
  const bool draft = session.draft_or_stop();
  const bool record = arguments.has(record_option);
  if (record && draft) {
    throw Stop{
        findings,
        say("登记册有错误，草稿不能记入", "the register has errors: a draft is not recorded"),
        say("改正后再抽取", "mend them first")};
  }
  if (!record && arguments.has(id_option)) {
    throw Stop{usage, say("--id 与 --record 一起用", "--id goes with --record"), {}};
  }
  if (record) or_stop(reg::not_yet_drawn(reg, result.request.as_of));
  std::vector<std::string_view> ids;
  for (const record::Record* one : reg::pool_of(reg, result.request)) ids.push_back(one->name());
  result.count = count_of(arguments, ids.size());
  result.lots = reg::lots(result.seed, std::move(ids));
  result.recorded = reg::draws_of(reg, result.request.period);
  const std::string text =
      written(session, view::draw_page(reg, result, {.lang = session.lang(), .draft = draft},
                                       arguments.has(explain_option)));
  if (record) {
    const RecordFile file = record_of(session, result);
    const io::Output output{file.path, file.text};
    session.deliver(text, std::span(&output, 1));
    session.note(say("已记入 {}", "recorded in {}", session.paths_from_here()(file.path)));
  } else {
    tell_of_recorded(session, result);
    session.deliver(text);
  }
  return session.outcome(draft);
}

constexpr auto words = std::to_array<WordRow>({period_word});
constexpr auto options =
    std::to_array<OptionRow>({pool_option, count_option, seed_option, role_option, under_option,
                              explain_option, record_option, id_option, format_option, excel_option,
                              allow_errors_option, output_option, force_option});
constexpr auto examples = std::to_array<Example>({
    {"zsup draw q2 --pool leaders --count 3 --seed '2026年7月10日现场摇号 407'",
     {"抽取三位口头汇报的领导干部", "three leaders who report orally"}},
    {"zsup draw q2 --pool reports -n 5 --seed '2026年7月10日现场摇号 407' --under "
     "qingtang-committee",
     {"抽取五份报告作抽查", "five reports to be checked on the spot"}},
    {"zsup draw q2 --pool leaders --role member -n 3 --seed '2026年7月10日现场摇号 407' "
     "--record",
     {"从班子成员中抽取，并记入登记册", "three members, and the draw on record"}},
});

}  // namespace

const CommandRow draw_row{
    .name = "draw",
    .summary = {"随机抽取，任何人都能复算", "a random draw that anybody can repeat"},
    .detail = {"对“种子/编号”逐个取 "
               "SHA-256，按结果由小到大排列，取前几个。种子应事先公布，且公布时还没有人"
               "知道结果，例如某日收盘指数；输出附有用 sha256sum 复算的命令。",
               "Takes the SHA-256 of seed/id of each, sorts them, and draws the first. Announce "
               "beforehand "
               "what the seed will be, at a time when nobody knows it yet, such as a coming day's "
               "closing "
               "index. The output has the command that repeats the draw with sha256sum."},
    .words = words,
    .options = options,
    .examples = examples,
    .run = run_draw,
};

}  // namespace zsup::command
