#include "record/words.h"

#include "record/record.h"

namespace zsup::record {

using diag::Lang;

namespace {

// "领导干部或组织", "a leader or an org". Nearly all kinds are told as "any record".
std::string kinds_in_words(KindSet set, Lang lang) {
  std::string out;
  std::size_t count = 0;
  std::size_t total = 0;
  for (const KindRow* kind : kind_rows()) total += holds(set, kind->kind()) ? 1u : 0u;
  if (total + 1 >= kind_count) return lang == Lang::zh ? "任何记录" : "any record";
  for (const KindRow* kind : kind_rows()) {
    if (!holds(set, kind->kind())) continue;
    ++count;
    if (count > 1 && lang == Lang::zh) out += count == total ? "或" : "、";
    if (count > 1 && lang == Lang::en) out += count == total ? " or " : ", ";
    const EnumRow& row = row_of(kind->kind());
    if (lang == Lang::zh) {
      out += row.label.zh;
    } else {
      const bool vowel = std::string_view("aeiou").find(row.id[0]) != std::string_view::npos;
      out += (vowel ? "an " : "a ") + std::string(row.id);
    }
  }
  return out;
}

std::string range_in_words(const TypeSpec& type, Lang lang) {
  const Range range = range_of(type);
  const bool bounded = range.most < 99'999'999'999;
  if (lang == Lang::zh) {
    return bounded ? fmt::format("{} 到 {}", range.least, range.most)
                   : fmt::format("不小于 {}", range.least);
  }
  return bounded ? fmt::format("{} to {}", range.least, range.most)
                 : fmt::format("{} or more", range.least);
}

std::string one_in_words(const TypeSpec& type, Lang lang, const Links& links) {
  const bool zh = lang == Lang::zh;
  const auto words = [&](std::string_view text) {
    return links.vocabulary ? links.vocabulary(text, type.words()) : std::string(text);
  };
  const auto object = [&](std::string_view text) {
    return links.object ? links.object(text, type.object()) : std::string(text);
  };
  switch (type.shape) {
    case Shape::text:
      return zh ? "文字" : "text";
    case Shape::id:
      return zh ? "编号" : "id";
    case Shape::ref:
      return zh ? kinds_in_words(type.refers, lang) + "的编号"
                : "id of " + kinds_in_words(type.refers, lang);
    case Shape::charge:
      return zh ? "组织的编号，或工作条线的名称" : "id of an org, or name of a line of work";
    case Shape::date:
      return zh ? "日期" : "date";
    case Shape::period:
      return zh ? "期间" : "period";
    case Shape::due:
      return zh ? "期限" : "time limit";
    case Shape::money:
      return zh ? "金额" : "money";
    case Shape::decimal:
      return (zh ? "数，" : "number, ") + range_in_words(type, lang);
    case Shape::count:
      return (zh ? "整数，" : "whole number, ") + range_in_words(type, lang);
    case Shape::boolean:
      return zh ? "是或否" : "true or false";
    case Shape::enumeration:
      return words(zh ? type.words().title.zh : type.words().title.en);
    case Shape::word:
      return zh ? words(type.words().title.zh) + "，或考核办法清单中的条目编号"
                : words(type.words().title.en) + ", or an item of a policy's catalogues";
    case Shape::path:
      return zh ? "附件路径" : "path of an attachment";
    case Shape::counts:
      return zh ? "一组“名称: 整数”" : "mapping of names to whole numbers";
    case Shape::settings:
      return zh ? "一组“规则代码: " + words(type.words().title.zh) + "”"
                : "mapping of rule codes to " + words(type.words().title.en);
    case Shape::object:
      return object(zh ? type.object().title.zh : type.object().title.en);
    case Shape::owner:
      return zh ? kinds_in_words(type.refers, lang) + "的编号，或" + object(type.object().title.zh)
                : "id of " + kinds_in_words(type.refers, lang) + ", or a " +
                      object(type.object().title.en);
  }
  return {};
}

}  // namespace

std::string type_in_words(const TypeSpec& type, Lang lang, const Links& links) {
  const std::string one = one_in_words(type, lang, links);
  if (!type.list) return one;
  return (lang == Lang::zh ? "列表：" : "list: ") + one;
}

diag::Words how_to_write(Shape shape) {
  switch (shape) {
    case Shape::id:
      return {
          "编号只用小写字母、数字和连字符，或不含空格的中文，最多 64 个字，例如 chen-yuanhang",
          "an id is lower-case letters, digits and hyphens, or Chinese words without spaces, at "
          "most 64 characters, such as chen-yuanhang"};
    case Shape::date:
      return {"日期写成 YYYY-MM-DD，例如 2026-07-15", "a date is YYYY-MM-DD, such as 2026-07-15"};
    case Shape::period:
      return {"期间写成 2026、2026-h1、2026-q2 或 2026-06",
              "a period is written 2026, 2026-h1, 2026-q2 or 2026-06"};
    case Shape::due:
      return {"期限写成 +10d（10日）、+5wd（5个工作日）、+1m（1个月）或日期",
              "a time limit is written +10d (days), +5wd (working days), +1m (months) or a date"};
    case Shape::money:
      return {"金额写成 18000、18000.00、18,000 或 1.8万元，精确到分",
              "money is written 18000, 18000.00, 18,000 or 1.8万元, exact to the fen"};
    case Shape::decimal:
      return {"数写成普通的十进制数，最多四位小数，例如 2 或 0.5",
              "a number is a plain decimal with at most four places, such as 2 or 0.5"};
    case Shape::count:
      return {"整数只写数字，例如 3", "a whole number is digits only, such as 3"};
    case Shape::boolean:
      return {"是或否写成 true 或 false，也可写“是”或“否”",
              "yes and no are written true and false, or 是 and 否"};
    case Shape::path:
      return {"附件写相对登记册根目录的路径，例如 files/q2/education.pdf",
              "an attachment is a path from the register's root, such as files/q2/education.pdf"};
    case Shape::settings:
      return {"规则代码是 ZS 加三位数字，例如 ZS403",
              "a rule's code is ZS and three digits, such as ZS403"};
    case Shape::text:
    case Shape::ref:
    case Shape::charge:
    case Shape::enumeration:
    case Shape::word:
    case Shape::counts:
    case Shape::object:
    case Shape::owner:
      return {};
  }
  return {};
}

}  // namespace zsup::record
