// ZS903–ZS907: the numbers of letters that were issued.
#include <array>

#include "rule/catalogue/families.h"

namespace zsup::rule {

namespace code = diag::code;
using diag::Severity;

namespace {

constexpr auto rows = std::to_array<diag::RuleInfo>({
    {.code = code::letter_number_malformed,
     .name = "letter-number-malformed",
     .severity = Severity::error,
     .summary = {"发文字号不规范", "the number of a letter that is not well formed"},
     .rationale =
         {"发文字号由机关代字、年份、序号组成，年份用六角括号〔〕，序号不编虚位、不加“第”。写法不一"
          "，就查不到号、接不上号。",
          "The number of a document is the issuer's code, the year in 〔〕, and a serial without "
          "leading zeros. Written in many ways it can be neither found nor continued."},
     .bad = {R"y(种类: 函件
编号: 函-1
类型: 督办函
文号: 云纪督[2018]05号
日期: 2018-06-11
主送: 陆鸣岐
)y",
             R"y(kind: letter
id: letter-1
type: urge
number: 云纪督[2018]05号
date: 2018-06-11
to: lu-mingqi
)y"},
     .good = {R"y(种类: 函件
编号: 函-1
类型: 督办函
文号: 云纪督〔2018〕5号
日期: 2018-06-11
主送: 陆鸣岐
)y",
              R"y(kind: letter
id: letter-1
type: urge
number: 云纪督〔2018〕5号
date: 2018-06-11
to: lu-mingqi
)y"}},
    {.code = code::letter_number_year,
     .name = "letter-number-year",
     .severity = Severity::error,
     .summary = {"文号的年份与成文日期不符", "a number of another year than the letter"},
     .rationale = {"文号按年度编排。年份与成文日期不符，不是文号错就是日期错，两年的号都接不上。",
                   "Letters are numbered within a year. Where the year is not that of the date, "
                   "one of them is wrong, and so are the numbers of both years."},
     .bad = {R"y(种类: 函件
编号: 函-1
类型: 督办函
文号: 云纪督〔2017〕5号
日期: 2018-06-11
主送: 陆鸣岐
)y",
             R"y(kind: letter
id: letter-1
type: urge
number: 云纪督〔2017〕5号
date: 2018-06-11
to: lu-mingqi
)y"},
     .good = {R"y(种类: 函件
编号: 函-1
类型: 督办函
文号: 云纪督〔2018〕5号
日期: 2018-06-11
主送: 陆鸣岐
)y",
              R"y(kind: letter
id: letter-1
type: urge
number: 云纪督〔2018〕5号
date: 2018-06-11
to: lu-mingqi
)y"}},
    {.code = code::letter_number_repeated,
     .name = "letter-number-repeated",
     .severity = Severity::error,
     .summary = {"文号重复", "a number that is taken twice"},
     .rationale = {"一个文号只对应一份函件。两份函件同号，回复和催办就不知道说的是哪一份。",
                   "A number stands for one letter. With two letters of one number nobody can tell "
                   "which a reply is to."},
     .bad = {R"y(种类: 函件
编号: 函-1
类型: 督办函
文号: 云纪督〔2018〕5号
日期: 2018-06-11
主送: 陆鸣岐
---
种类: 函件
编号: 函-2
类型: 督办函
文号: 云纪督〔2018〕5号
日期: 2018-06-12
主送: 陆鸣岐
)y",
             R"y(kind: letter
id: letter-1
type: urge
number: 云纪督〔2018〕5号
date: 2018-06-11
to: lu-mingqi
---
kind: letter
id: letter-2
type: urge
number: 云纪督〔2018〕5号
date: 2018-06-12
to: lu-mingqi
)y"},
     .good = {R"y(种类: 函件
编号: 函-1
类型: 督办函
文号: 云纪督〔2018〕5号
日期: 2018-06-11
主送: 陆鸣岐
---
种类: 函件
编号: 函-2
类型: 督办函
文号: 云纪督〔2018〕6号
日期: 2018-06-12
主送: 陆鸣岐
)y",
              R"y(kind: letter
id: letter-1
type: urge
number: 云纪督〔2018〕5号
date: 2018-06-11
to: lu-mingqi
---
kind: letter
id: letter-2
type: urge
number: 云纪督〔2018〕6号
date: 2018-06-12
to: lu-mingqi
)y"}},
    {.code = code::letter_number_gap,
     .name = "letter-number-gap",
     .severity = Severity::warning,
     .summary = {"文号不连续", "numbers of letters with a gap"},
     .rationale =
         {"缺号可能是漏录、作废，也可能是一份不想让人看到的函件。登记册从哪一号起都可以，中间不能缺"
          "。",
          "A gap may be a letter not entered, a number given up, or a letter that someone would "
          "rather not show. A register may begin with any number, and then has them all."},
     .bad = {R"y(种类: 函件
编号: 函-1
类型: 督办函
文号: 云纪督〔2018〕5号
日期: 2018-06-11
主送: 陆鸣岐
---
种类: 函件
编号: 函-2
类型: 督办函
文号: 云纪督〔2018〕7号
日期: 2018-06-12
主送: 陆鸣岐
)y",
             R"y(kind: letter
id: letter-1
type: urge
number: 云纪督〔2018〕5号
date: 2018-06-11
to: lu-mingqi
---
kind: letter
id: letter-2
type: urge
number: 云纪督〔2018〕7号
date: 2018-06-12
to: lu-mingqi
)y"},
     .good = {R"y(种类: 函件
编号: 函-1
类型: 督办函
文号: 云纪督〔2018〕5号
日期: 2018-06-11
主送: 陆鸣岐
---
种类: 函件
编号: 函-2
类型: 督办函
文号: 云纪督〔2018〕6号
日期: 2018-06-12
主送: 陆鸣岐
)y",
              R"y(kind: letter
id: letter-1
type: urge
number: 云纪督〔2018〕5号
date: 2018-06-11
to: lu-mingqi
---
kind: letter
id: letter-2
type: urge
number: 云纪督〔2018〕6号
date: 2018-06-12
to: lu-mingqi
)y"}},
    {.code = code::letter_number_backwards,
     .name = "letter-number-backwards",
     .severity = Severity::warning,
     .summary = {"文号在后而日期在前", "a later number with an earlier date"},
     .rationale = {"文号按成文先后编排。后一号的日期反而更早，多半是倒签或记错了日期。",
                   "Numbers follow dates. A later number with an earlier date is most often a date "
                   "put back, or a wrong one."},
     .bad = {R"y(种类: 函件
编号: 函-1
类型: 督办函
文号: 云纪督〔2018〕5号
日期: 2018-06-11
主送: 陆鸣岐
---
种类: 函件
编号: 函-2
类型: 督办函
文号: 云纪督〔2018〕6号
日期: 2018-06-08
主送: 陆鸣岐
)y",
             R"y(kind: letter
id: letter-1
type: urge
number: 云纪督〔2018〕5号
date: 2018-06-11
to: lu-mingqi
---
kind: letter
id: letter-2
type: urge
number: 云纪督〔2018〕6号
date: 2018-06-08
to: lu-mingqi
)y"},
     .good = {R"y(种类: 函件
编号: 函-1
类型: 督办函
文号: 云纪督〔2018〕5号
日期: 2018-06-11
主送: 陆鸣岐
---
种类: 函件
编号: 函-2
类型: 督办函
文号: 云纪督〔2018〕6号
日期: 2018-06-11
主送: 陆鸣岐
)y",
              R"y(kind: letter
id: letter-1
type: urge
number: 云纪督〔2018〕5号
date: 2018-06-11
to: lu-mingqi
---
kind: letter
id: letter-2
type: urge
number: 云纪督〔2018〕6号
date: 2018-06-11
to: lu-mingqi
)y"}},
    {.code = code::not_checked_out,
     .name = "not-checked-out",
     .severity = Severity::error,
     .firm = true,
     .summary = {"Git 中的记录没有检出", "a record that Git keeps off the disk"},
     .rationale =
         {"稀疏检出让一部分文件只在 Git 中，不在磁盘上，而 git status "
          "照样说没有改动。少了它们，得分、函件和统计都会悄悄变样；删除记录是有意的，稀疏检出则容易"
          "忘"
          "记。所以凡要计算的命令都拒绝，草稿也不出。",
          "A sparse checkout leaves files in Git alone, and git status says that nothing has "
          "changed. Without them scores, letters and statistics come out otherwise, and nobody is "
          "told. Deleting is meant, sparseness is forgotten; so every command that computes "
          "refuses, drafts too."},
     .bad = {R"y(S 示例.yaml
)y",
             R"y(S example.yaml
)y"},
     .good = {R"y(H 示例.yaml
)y",
              R"y(H example.yaml
)y"},
     .example_form = diag::ExampleForm::listing},
});

}  // namespace

std::span<const diag::RuleInfo> letters_issued_rules() {
  return rows;
}

}  // namespace zsup::rule
