#include "mask/veil.h"

#include "letter/surname.h"
#include "unit/letter/fixture.h"

using namespace zsup;
using mask::Masker;
using mask::Veil;
using office::Office;
using record::Mask;

namespace {

// Two of one surname, one of a compound surname, one whose name is also a common word, one whose
// name another name begins with; and people whom only a case or a campaign knows.
const std::string people =
    office::orgs + office::calendar + office::leader("wang-ping", "王平", "reading: wang ping\n") +
    office::leader("wang-pingchuan", "王平川") + office::leader("ouyang-xiu", "欧阳修远") +
    office::leader("gao-ming", "高明") + office::leader("林墨", "林墨") +
    "---\nkind: case\nid: le-pingan-subsidies\ntitle: 违规领取补贴\norg: highways\n"
    "categories: [funds]\nclue: {date: 2018-02-01}\nfiled: 2018-03-01\npersons:\n"
    "  - {name: 乐平安, org: highways, rank: other, responsibility: direct, measure: "
    "party-warning,\n"
    "     date: 2018-03-20, by: cdi}\n"
    "---\nkind: campaign\nid: posts\ntitle: 兼职清理\ntype: rectification\nscope: 全区\nfrom: "
    "2018-01-01\n"
    "items: [{name: 买买提·吐尔逊, org: highways, text: 兼任企业职务}]\n";

std::string masked(const std::string& text, Mask mask = Mask::surname) {
  const Office office(people);
  Masker masker(office.reg(), mask);
  return Veil(masker).over(text);
}

}  // namespace

TEST_CASE("of a name the surname remains, a compound one whole") {
  CHECK(letter::surname_of("乐平安") == "乐");
  CHECK(letter::surname_of("欧阳修远") == "欧阳");
  CHECK(letter::surname_of("欧阳修") == "欧阳");
  CHECK(letter::surname_of("司马") == "司");    // 司, and 马 as a given name
  CHECK(letter::surname_of("乐正清") == "乐");  // 乐 or 乐正: what shows less
  CHECK(letter::surname_of("乐正清源") == "乐正");
  CHECK(letter::surname_of("买买提·吐尔逊") == "买");
  CHECK(letter::surname_of("Wang Ping") == "W");
  CHECK(letter::surname_of("").empty());
}

TEST_CASE("those of one surname are told apart by stems, branches and pairs, never by figures") {
  CHECK(letter::ordinal(0) == "甲");
  CHECK(letter::ordinal(9) == "癸");
  CHECK(letter::ordinal(10) == "子");
  CHECK(letter::ordinal(21) == "亥");
  CHECK(letter::ordinal(22) == "甲甲");
  CHECK(letter::ordinal(23) == "甲乙");
  CHECK(letter::ordinal(44) == "乙甲");
  CHECK(letter::ordinal(22 + 22 * 22) == "甲甲甲");
}

TEST_CASE("words that became one are told apart, and no other word changes") {
  std::vector<std::string> words{"约谈王某次数", "发文", "约谈王某次数", "约谈王某次数乙"};
  mask::tell_apart(words);
  CHECK(words ==
        std::vector<std::string>{"约谈王某次数甲", "发文", "约谈王某次数丙", "约谈王某次数乙"});
}

TEST_CASE("a name is masked however it is spelt") {
  CHECK(masked("乐⾮平安") == "乐⾮平安");  // another character is another name
  CHECK(masked("乐\u2003平\u200b安") == "乐某");
  CHECK(masked("乐_平_安、乐.平。安") == "乐某、乐某");
  CHECK(masked("⾼明") == "高某");  // Kangxi radical of 高
  CHECK(masked("买买提．吐尔逊、买买提∙吐尔逊") == "买某、买某");
}

TEST_CASE("neither figures nor underscores nor other scripts shelter a name or an id") {
  CHECK(masked("2018wangping.pdf") == "2018masked-leader-1.pdf");
  CHECK(masked("WANG PING2018年") == "masked-leader-12018年");
  CHECK(masked("_wang_ping_") == "_masked-leader-1_");
  CHECK(masked("王主任wangping同志") == "王主任masked-leader-1同志");
  CHECK(masked("ｗａｎｇｐｉｎｇ") == "masked-leader-1");
  CHECK(masked("Wáng Píng") == "masked-leader-1");
  CHECK(masked("wangpingx") == "wangpingx");
  CHECK(masked("LE_PINGAN-subsidies") == "masked-case-1");
}

TEST_CASE("a reading is hidden however its ü is written") {
  const Office office(office::orgs + office::calendar +
                      office::leader("head", "吕舟", "reading: lü zhou\n"));
  Masker masker(office.reg(), Mask::surname);
  for (const std::string spelt : {"lü zhou", "lv zhou", "lyu zhou", "lu zhou", "lǚ zhōu", "LVZHOU",
                                  "Lyuzhou", "lu\u0308zhou", "lü-zhou"}) {
    CAPTURE(spelt);
    CHECK(Veil(masker).over("问" + spelt + "话") == "问masked-leader-1话");
    CHECK(Veil(masker).over("附件2018" + spelt + ".pdf") == "附件2018masked-leader-1.pdf");
  }
}

TEST_CASE("two names that differ by accents only are never taken for each other") {
  const Office office(office::orgs + office::leader("a", "Jose") + office::leader("b", "José"));
  Masker masker(office.reg(), Mask::surname);
  letter::Letter to;
  to.type = record::LetterType::notice;
  to.to.record = office.reg().find("a");
  CHECK(Veil(masker, to).over("José 2018") == "J某 2018");
}

TEST_CASE("names are masked wherever they stand in a text") {
  CHECK(masked("由乐平安经手") == "由乐某经手");
  CHECK(masked("乐　平安、欧阳修远") == "乐某、欧阳某");
  CHECK(masked("买买提・吐尔逊同志") == "买某同志");
  CHECK(masked("与谁都无关") == "与谁都无关");
}

TEST_CASE("a name within other words is masked too, which is the safe mistake") {
  CHECK(masked("提高明确性") == "提高某确性");
}

TEST_CASE("the longest name that fits is the one that is masked") {
  CHECK(masked("王平川") == "王某");
  CHECK(masked("王平川与王平") == "王某甲与王某乙");
  CHECK(masked("王平，王平川，王平") == "王某甲，王某乙，王某甲");
}

TEST_CASE("with nothing of the name left, people are told apart all the same") {
  CHECK(masked("乐平安", Mask::full) == "某某");
  CHECK(masked("乐平安向欧阳修远说", Mask::full) == "某甲向某乙说");
  CHECK(masked("乐平安", Mask::none) == "乐平安");
}

TEST_CASE("names that overlap are masked as one") {
  const Office office(office::orgs + office::leader("a", "张王") + office::leader("b", "王小明"));
  Masker masker(office.reg(), Mask::surname);
  CHECK(Veil(masker).over("张王小明") == "王某");
}

TEST_CASE("ids and readings of leaders are masked as words and within words") {
  CHECK(masked("见 wang-ping") == "见 masked-leader-1");
  CHECK(masked("files/Wang_Ping.pdf") == "files/masked-leader-1.pdf");
  CHECK(masked("Wang Ping, wangping") == "masked-leader-1, masked-leader-1");
  CHECK(masked("report-wang-ping-2018") == "report-masked-leader-1-2018");
  CHECK(masked("wang-pings") == "wang-pings");
}

TEST_CASE("the id of a case is masked, since it may spell a name; the id of an org is not") {
  CHECK(masked("le-pingan-subsidies") == "masked-case-1");
  CHECK(masked("案件 le-pingan-subsidies，见附件") == "案件 masked-case-1，见附件");
  CHECK(masked("highways") == "highways");
  const Office office(people);
  Masker masker(office.reg(), Mask::surname);
  Veil veil(masker);
  CHECK(veil.over_id("posts") == "masked-campaign-1");
  CHECK(veil.over_id("林墨") == "masked-leader-1");  // and not 林某, which may be several
  CHECK(veil.over_id("transport") == "transport");
  CHECK(veil.over_id("wang-ping") == "masked-leader-2");
  CHECK(veil.over_id("林墨") == "masked-leader-1");
}

TEST_CASE("each type has a usual mask, which the policy may change") {
  CHECK(mask::usual_mask(record::LetterType::bulletin) == Mask::surname);
  CHECK(mask::usual_mask(record::LetterType::notice) == Mask::none);
  const Office office(office::orgs + "---\n" +
                      office::policy("notice: {mask: full}, bulletin: {reply: +3d}"));
  const auto of = [&](record::LetterType type) {
    return mask::mask_for(office.reg(), type, office::period("2018-q2"));
  };
  CHECK(of(record::LetterType::notice) == Mask::full);
  CHECK(of(record::LetterType::bulletin) == Mask::surname);
  CHECK(of(record::LetterType::upward) == Mask::none);
}

TEST_CASE("what is said beside letters quotes in part: nor does the beginning of a name stay") {
  const auto said = [](std::string_view line) {
    const Office office(people);
    Masker masker(office.reg(), Mask::full);
    return Veil(masker).over_said(line);
  };
  CHECK(said("没有“经查欧阳修…”") == "没有“经查某某…”");
  CHECK(said("没有“经查欧…”") == "没有“经查欧…”");  // no more than a character of a surname
  CHECK(said("没有“乐⏎平^I安”") == "没有“某某”");   // signs for what cannot be seen
  CHECK(said("乐<U+200B>平\\x9b安") == "某某");
  CHECK(said("见 wang-pi…") == "见 masked-leader-1…");
  CHECK(said("见 wa…") == "见 wa…");
  CHECK(said("见 le-pingan-sub…") == "见 masked-case-1…");
  CHECK(said("见 highw…") == "见 highw…");  // the id of an org
  CHECK(said("说不清…") == "说不清…");
}
