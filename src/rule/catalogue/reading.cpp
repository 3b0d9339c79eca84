// ZS0xx: reading.
#include <array>

#include "rule/catalogue/families.h"

namespace zsup::rule {

namespace code = diag::code;
using diag::Severity;

namespace {

constexpr auto rows = std::to_array<diag::RuleInfo>({
    {.code = code::yaml_syntax,
     .name = "yaml-syntax",
     .severity = Severity::error,
     .firm = true,
     .summary = {"不是合格的 YAML", "not well-formed YAML"},
     .rationale =
         {"读不懂的文件里，记录等于不存在：少一条问题、少一份报告，汇总数就错了。所以读不懂一律"
          "算错误，不猜测。",
          "What cannot be read is not there: a finding or a report goes missing, and with it "
          "every figure that counts it. So it is an error, and never a guess."},
     .bad = {R"y(种类: 组织
编号: 水务局
名称: 云栎区水务局: 本级
类型: 部门
)y",
             R"y(kind: org
id: water-bureau
name: Water bureau: main office
type: department
)y"},
     .good = {R"y(种类: 组织
编号: 水务局
名称: "云栎区水务局: 本级"
类型: 部门
)y",
              R"y(kind: org
id: water-bureau
name: "Water bureau: main office"
type: department
)y"}},
    {.code = code::invalid_utf8,
     .name = "invalid-utf8",
     .severity = Severity::error,
     .firm = true,
     .summary = {"不是合格的 UTF-8", "not valid UTF-8"},
     .rationale =
         {"编码损坏的字会在函件和报表里变成乱码，姓名、单位也就对不上了。",
          "Damaged bytes turn into gibberish in letters and tables, and names no longer match."},
     .bad = {R"y(种类: 组织
编号: 水务局
名称: 云栎区\xE6\xB0务局
类型: 部门
)y",
             R"y(kind: org
id: water-bureau
name: Water bureau of Yunli\xC3 district
type: department
)y"},
     .good = {R"y(种类: 组织
编号: 水务局
名称: 云栎区水务局
类型: 部门
)y",
              R"y(kind: org
id: water-bureau
name: Water bureau of Yunli district
type: department
)y"},
     .example_form = diag::ExampleForm::escaped},
    {.code = code::foreign_encoding,
     .name = "foreign-encoding",
     .severity = Severity::error,
     .firm = true,
     .summary = {"文件不是 UTF-8 编码", "the file is in another encoding"},
     .rationale =
         {"老办公软件常把文件存成 GBK。换一台电脑打开就是乱码，检索和比对也找不到人。整册只用"
          " UTF-8 一种编码。",
          "Older office software saves files as GBK: on another machine they are gibberish, "
          "and a search finds no one. A register uses one encoding, UTF-8."},
     .bad = {R"y(\xD6\xD6\xC0\xE0: \xD7\xE9\xD6\xAF
\xB1\xE0\xBA\xC5: \xCB\xAE\xCE\xF1\xBE\xD6
\xC3\xFB\xB3\xC6: \xD4\xC6\xE8\xDD\xC7\xF8\xCB\xAE\xCE\xF1\xBE\xD6
\xC0\xE0\xD0\xCD: \xB2\xBF\xC3\xC5
)y",
             R"y(kind: org
id: water-bureau
name: \xD4\xC6\xE8\xDD\xC7\xF8\xCB\xAE\xCE\xF1\xBE\xD6
type: department
)y"},
     .good = {R"y(种类: 组织
编号: 水务局
名称: 云栎区水务局
类型: 部门
)y",
              R"y(kind: org
id: water-bureau
name: 云栎区水务局
type: department
)y"},
     .example_form = diag::ExampleForm::escaped},
    {.code = code::byte_order_mark,
     .name = "byte-order-mark",
     .severity = Severity::warning,
     .summary = {"文件开头有字节顺序标记", "the file begins with a byte-order mark"},
     .rationale =
         {"字节顺序标记看不见，却会让别的工具把第一个字段名读错，逐行比较时也显示为改动。",
          "The mark cannot be seen, yet other tools misread the first key because of it, and "
          "comparisons show a change where there is none."},
     .bad = {R"y(\xEF\xBB\xBF种类: 组织
编号: 水务局
名称: 云栎区水务局
类型: 部门
)y",
             R"y(\xEF\xBB\xBFkind: org
id: water-bureau
name: Water bureau of Yunli district
type: department
)y"},
     .good = {R"y(种类: 组织
编号: 水务局
名称: 云栎区水务局
类型: 部门
)y",
              R"y(kind: org
id: water-bureau
name: Water bureau of Yunli district
type: department
)y"},
     .example_form = diag::ExampleForm::escaped},
    {.code = code::control_character,
     .name = "control-character",
     .severity = Severity::error,
     .firm = true,
     .summary = {"含有控制字符", "a control character"},
     .rationale = {"控制字符会弄坏导出的文档和表格，终端上还能用来遮掩文字。记录里用不着它们。",
                   "Control characters break exported documents and tables, and can hide text on a "
                   "terminal. A record has no use for them."},
     .bad = {R"y(种类: 组织
编号: 水务局
名称: 云栎区水务局\x07
类型: 部门
)y",
             R"y(kind: org
id: water-bureau
name: Water bureau of Yunli district\x07
type: department
)y"},
     .good = {R"y(种类: 组织
编号: 水务局
名称: 云栎区水务局
类型: 部门
)y",
              R"y(kind: org
id: water-bureau
name: Water bureau of Yunli district
type: department
)y"},
     .example_form = diag::ExampleForm::escaped},
    {.code = code::merge_conflict,
     .name = "merge-conflict",
     .severity = Severity::error,
     .firm = true,
     .summary = {"合并冲突没有解决", "an unresolved merge conflict"},
     .rationale =
         {"两个人改了同一处，Git 不知道该信谁。留着冲突标记就是把两种说法都存进了档案。",
          "Two people changed one place and Git cannot tell whom to believe. Markers left in "
          "keep both versions on file."},
     .bad = {R"y(种类: 组织
编号: 水务局
)y"
             "<<<<<<< HEAD\n"
             R"y(名称: 云栎区水务局
)y"
             "=======\n"
             R"y(名称: 云栎区水利局
)y"
             ">>>>>>> 改名\n"
             R"y(类型: 部门
)y",
             R"y(kind: org
id: water-bureau
)y"
             "<<<<<<< HEAD\n"
             R"y(name: Water bureau of Yunli district
)y"
             "=======\n"
             R"y(name: Water office of Yunli district
)y"
             ">>>>>>> rename\n"
             R"y(type: department
)y"},
     .good = {R"y(种类: 组织
编号: 水务局
名称: 云栎区水利局
类型: 部门
)y",
              R"y(kind: org
id: water-bureau
name: Water office of Yunli district
type: department
)y"}},
    {.code = code::duplicate_key,
     .name = "duplicate-key",
     .severity = Severity::error,
     .firm = true,
     .summary = {"同一个字段写了两次", "a key given twice"},
     .rationale =
         {"同一个字段写两次，读的人信第一个，程序可能信第二个，各说各话。",
          "With one key given twice, a reader may trust the first and a program the second."},
     .bad = {R"y(种类: 组织
编号: 水务局
名称: 云栎区水务局
名称: 云栎区水利局
类型: 部门
)y",
             R"y(kind: org
id: water-bureau
name: Water bureau of Yunli district
name: Water office of Yunli district
type: department
)y"},
     .good = {R"y(种类: 组织
编号: 水务局
名称: 云栎区水务局
类型: 部门
)y",
              R"y(kind: org
id: water-bureau
name: Water bureau of Yunli district
type: department
)y"}},
    {.code = code::nesting_too_deep,
     .name = "nesting-too-deep",
     .severity = Severity::error,
     .firm = true,
     .summary = {"嵌套太深", "nested too deeply"},
     .rationale =
         {"记录只有几层。嵌套几十层的文件不是写错了括号，就是有意拖垮程序。",
          "A record is a few levels deep. Dozens of levels are a slip with brackets, or an "
          "attempt to wear the program out."},
     .bad = {R"y(种类: 组织
编号: 水务局
名称: 云栎区水务局
类型: 部门
x-附表: \*65{[}\*65{]}
)y",
             R"y(kind: org
id: water-bureau
name: Water bureau of Yunli district
type: department
x-table: \*65{[}\*65{]}
)y"},
     .good = {R"y(种类: 组织
编号: 水务局
名称: 云栎区水务局
类型: 部门
x-附表: [[一, 二]]
)y",
              R"y(kind: org
id: water-bureau
name: Water bureau of Yunli district
type: department
x-table: [[one, two]]
)y"},
     .example_form = diag::ExampleForm::escaped},
    {.code = code::too_large,
     .name = "too-large",
     .severity = Severity::error,
     .firm = true,
     .summary = {"文件或值太大", "a file or value that is too large"},
     .rationale = {"记录写要点，长材料放附件。过大的文件没人能逐条核对，也拖慢每一次检查。",
                   "A record holds the essentials, and long papers are attachments. Nobody can go "
                   "through a huge file, and it slows every check."},
     .bad = {R"y(种类: 组织
编号: 水务局
名称: 云栎区水务局
类型: 部门
备注: \*1400000{长}
)y",
             R"y(kind: org
id: water-bureau
name: Water bureau of Yunli district
type: department
note: \*4200000{a}
)y"},
     .good = {R"y(种类: 组织
编号: 水务局
名称: 云栎区水务局
类型: 部门
备注: 全文见附件
)y",
              R"y(kind: org
id: water-bureau
name: Water bureau of Yunli district
type: department
note: see the attachment
)y"},
     .example_form = diag::ExampleForm::escaped},
    {.code = code::not_allowed_in_records,
     .name = "not-allowed-in-records",
     .severity = Severity::error,
     .firm = true,
     .summary = {"记录中不能使用的 YAML 写法", "YAML that records may not use"},
     .rationale =
         {"锚点、别名、标签会让一处的改动悄悄影响另一处，看的人不翻前文就不知道这里是什么。记录"
          "要一眼读完。",
          "Anchors, aliases and tags let a change in one place alter another, and hide what a "
          "place says. A record is read where it stands."},
     .bad = {R"y(种类: 组织
编号: 水务局
名称: 云栎区水务局
类型: 部门
备注: *同上
)y",
             R"y(kind: org
id: water-bureau
name: Water bureau of Yunli district
type: department
note: *above
)y"},
     .good = {R"y(种类: 组织
编号: 水务局
名称: 云栎区水务局
类型: 部门
备注: "*同上"
)y",
              R"y(kind: org
id: water-bureau
name: Water bureau of Yunli district
type: department
note: "*above"
)y"}},
    {.code = code::empty_document,
     .name = "empty-document",
     .severity = Severity::error,
     .firm = true,
     .summary = {"空的文档", "an empty document"},
     .rationale =
         {"两条分隔线之间什么都没有，可能是一条记录被误删了。",
          "Nothing between two dividing lines may be a record that was deleted by mistake."},
     .bad = {R"y(种类: 组织
编号: 水务局
名称: 云栎区水务局
类型: 部门
---
---
种类: 组织
编号: 住建局
名称: 云栎区住建局
类型: 部门
)y",
             R"y(kind: org
id: water-bureau
name: Water bureau of Yunli district
type: department
---
---
kind: org
id: housing-bureau
name: Housing bureau of Yunli district
type: department
)y"},
     .good = {R"y(种类: 组织
编号: 水务局
名称: 云栎区水务局
类型: 部门
---
种类: 组织
编号: 住建局
名称: 云栎区住建局
类型: 部门
)y",
              R"y(kind: org
id: water-bureau
name: Water bureau of Yunli district
type: department
---
kind: org
id: housing-bureau
name: Housing bureau of Yunli district
type: department
)y"}},
    {.code = code::not_a_mapping,
     .name = "not-a-mapping",
     .severity = Severity::error,
     .firm = true,
     .summary = {"记录不是一组字段", "a record that is not a mapping"},
     .rationale = {"一份文档就是一条记录。写成列表，每一项的位置和去留就不清楚，合并时也容易冲突。",
                   "One document is one record. In a list, where each stands and which is gone is "
                   "unclear, and merges clash."},
     .bad = {R"y(- 种类: 组织
  编号: 水务局
  名称: 云栎区水务局
  类型: 部门
)y",
             R"y(- kind: org
  id: water-bureau
  name: Water bureau of Yunli district
  type: department
)y"},
     .good = {R"y(种类: 组织
编号: 水务局
名称: 云栎区水务局
类型: 部门
)y",
              R"y(kind: org
id: water-bureau
name: Water bureau of Yunli district
type: department
)y"}},
    {.code = code::trailing_content,
     .name = "trailing-content",
     .severity = Severity::error,
     .firm = true,
     .summary = {"值的后面还有多余的内容", "content behind the end of a value"},
     .rationale =
         {"引号一闭合，值就结束了，后面的字不知该算到哪里。宁可问清，不要丢字。",
          "The value ends with its quote, and where the words behind it belong is anyone's "
          "guess. Better to ask than to lose them."},
     .bad = {R"y(种类: 组织
编号: 水务局
名称: "平安"建设办公室
类型: 部门
)y",
             R"y(kind: org
id: water-bureau
name: "Safe Water" office
type: department
)y"},
     .good = {R"y(种类: 组织
编号: 水务局
名称: “平安”建设办公室
类型: 部门
)y",
              R"y(kind: org
id: water-bureau
name: '"Safe Water" office'
type: department
)y"}},
    {.code = code::tab_indentation,
     .name = "tab-indentation",
     .severity = Severity::error,
     .firm = true,
     .summary = {"用制表符缩进", "indented with a tab"},
     .rationale = {"制表符在各人屏幕上宽窄不同，看着对齐的两行可能不在一层，内容就归错了地方。",
                   "A tab is as wide as each screen makes it: lines that look aligned may be of "
                   "different levels, and end up in the wrong place."},
     .bad = {R"y(种类: 组织
编号: 水务局
名称: 云栎区水务局
类型: 部门
廉政风险点:
\t- {内容: 零星采购不比价, 类别: 采购}
)y",
             R"y(kind: org
id: water-bureau
name: Water bureau of Yunli district
type: department
risk_points:
\t- {text: small purchases without offers, category: procurement}
)y"},
     .good = {R"y(种类: 组织
编号: 水务局
名称: 云栎区水务局
类型: 部门
廉政风险点:
  - {内容: 零星采购不比价, 类别: 采购}
)y",
              R"y(kind: org
id: water-bureau
name: Water bureau of Yunli district
type: department
risk_points:
  - {text: small purchases without offers, category: procurement}
)y"},
     .example_form = diag::ExampleForm::escaped},
    {.code = code::full_width_syntax,
     .name = "full-width-syntax",
     .severity = Severity::error,
     .firm = true,
     .summary = {"该用半角符号的地方用了全角符号",
                 "a full-width sign where YAML wants a half-width one"},
     .rationale =
         {"中文输入法打出的冒号、逗号和括号看着一样，程序却认不出，整行会被当成一句话；全角空格、不"
          "换行空格"
          "（U+00A0、U+2000 至 U+200A、U+202F、U+205F、U+3000）代替不了半角空格，在值的首尾还会成为"
          "值的一部分。文字里面和引号里面的，由写的人决定。",
          "Colons, commas and brackets from a Chinese input method look right, but make one "
          "sentence of the whole line; full-width and no-break spaces (U+00A0, U+2000 to U+200A, "
          "U+202F, U+205F, U+3000) are no spaces, and become part of a value at its ends. Within a "
          "text and in quotes they are the writer's."},
     .bad = {R"y(种类: 组织
编号：水务局
名称: 云栎区水务局
类型: 部门
)y",
             R"y(kind: org
id：water-bureau
name: Water bureau of Yunli district
type: department
)y"},
     .good = {R"y(种类: 组织
编号: 水务局
名称: 云栎区水务局
类型: 部门
)y",
              R"y(kind: org
id: water-bureau
name: Water bureau of Yunli district
type: department
)y"}},
    {.code = code::unreadable_file,
     .name = "unreadable-file",
     .severity = Severity::error,
     .firm = true,
     .summary = {"文件无法读取", "a file that cannot be read"},
     .rationale =
         {"读不到的文件，里面有什么谁也不知道，这时给出的汇总数不能信。",
          "Nobody knows what stands in a file that cannot be read, so no figure can be trusted "
          "while it is there."},
     .bad = {R"y(---------- 示例.yaml
)y",
             R"y(---------- example.yaml
)y"},
     .good = {R"y(-rw-r--r-- 示例.yaml
)y",
              R"y(-rw-r--r-- example.yaml
)y"},
     .example_form = diag::ExampleForm::listing},
    {.code = code::not_a_regular_file,
     .name = "not-a-regular-file",
     .severity = Severity::error,
     .firm = true,
     .summary = {"不是普通文件", "not a regular file"},
     .rationale =
         {"链接指向的内容可以不留痕迹地换掉，登记册的历史里查不到。记录必须是登记册里实实在在的"
          "文件。名称差一点的（.YAML、.yaml.txt、.yaml.bak、.yaml~"
          "）也要报：不报，里面的记录就不声不响地漏掉了。",
          "What a link points at can change without a trace in the register's history. A "
          "record is a real file of the register. A file that is nearly named like one (.YAML, "
          ".yaml.txt) is told too, or its records would be missing without a word."},
     .bad = {R"y(lrwxrwxrwx 示例.yaml -> /共享/示例.yaml
)y",
             R"y(lrwxrwxrwx example.yaml -> /shared/example.yaml
)y"},
     .good = {R"y(-rw-r--r-- 示例.yaml
)y",
              R"y(-rw-r--r-- example.yaml
)y"},
     .example_form = diag::ExampleForm::listing},
    {.code = code::invisible_character,
     .name = "invisible-character",
     .severity = Severity::error,
     .firm = true,
     .summary = {"含有看不见的字符", "an invisible character"},
     .rationale =
         {"零宽字符、字形选择符之类夹在姓名或编号里，两条看上去一样的记录其实不同，查人查不到。凡是"
          "显示时可以略去的字符都算；表情符号里的连接符可以。",
          "With a zero-width character, a variation selector or the like in a name or id, two "
          "records that look alike differ, and a search misses one. All that may be left out on "
          "display counts; a joiner within an emoji is fine."},
     .bad = {R"y(种类: 组织
编号: 水务局
名称: 云栎区\u200B水务局
类型: 部门
)y",
             R"y(kind: org
id: water-bureau
name: Water bureau of Yunli\u200B district
type: department
)y"},
     .good = {R"y(种类: 组织
编号: 水务局
名称: 云栎区水务局
类型: 部门
)y",
              R"y(kind: org
id: water-bureau
name: Water bureau of Yunli district
type: department
)y"},
     .example_form = diag::ExampleForm::escaped},
    {.code = code::unclosed_quote,
     .name = "unclosed-quote",
     .severity = Severity::error,
     .firm = true,
     .summary = {"引号没有闭合", "a quote that never closes"},
     .rationale = {"引号没有闭合，后面的几行会被吞进同一个值里，字段就丢了。",
                   "A quote that never closes swallows the lines behind it, and fields are lost."},
     .bad = {R"y(种类: 组织
编号: 水务局
名称: "云栎区水务局
类型: 部门
)y",
             R"y(kind: org
id: water-bureau
name: "Water bureau of Yunli district
type: department
)y"},
     .good = {R"y(种类: 组织
编号: 水务局
名称: "云栎区水务局"
类型: 部门
)y",
              R"y(kind: org
id: water-bureau
name: "Water bureau of Yunli district"
type: department
)y"}},
    {.code = code::key_not_text,
     .name = "key-not-text",
     .severity = Severity::error,
     .firm = true,
     .summary = {"字段名不是文字", "a key that is not text"},
     .rationale = {"没有名字的值，谁也不知道它在说什么。",
                   "A value without a name tells nobody what it is."},
     .bad = {R"y(种类: 组织
编号: 水务局
名称: 云栎区水务局
类型: 部门
: 2018年新设
)y",
             R"y(kind: org
id: water-bureau
name: Water bureau of Yunli district
type: department
: set up in 2018
)y"},
     .good = {R"y(种类: 组织
编号: 水务局
名称: 云栎区水务局
类型: 部门
备注: 2018年新设
)y",
              R"y(kind: org
id: water-bureau
name: Water bureau of Yunli district
type: department
note: set up in 2018
)y"}},
    {.code = code::text_cut_off,
     .name = "text-cut-off",
     .severity = Severity::error,
     .firm = true,
     .summary = {"文字被 # 截断", "a text that a number sign cuts off"},
     .rationale =
         {"没有加引号的文字里，空格后的 # 在 YAML 中是注释的开头：“截留C #3专户资金”读出来只有“截"
          "留C”，函件也就这样发出去。# 后面紧接着别的字的，多半是标段、楼栋、账户的编号；确是"
          "注释的，# 后面空一格。",
          "In a text without quotes a # behind a space begins a comment: 'kept C #3 account' is "
          "read as 'kept C', and so the letter goes out. Where something follows the sign "
          "directly, it is most likely a number of a lot, a house or an account; a comment has a "
          "space behind it."},
     .bad = {R"y(种类: 组织
编号: 水务局
名称: 云栎区水务局 #2办公区
类型: 部门
)y",
             R"y(kind: org
id: water-bureau
name: Water bureau of Yunli #2
type: department
)y"},
     .good = {R"y(种类: 组织
编号: 水务局
名称: "云栎区水务局 #2办公区"
类型: 部门  # 2018年设立
)y",
              R"y(kind: org
id: water-bureau
name: "Water bureau of Yunli #2"
type: department  # set up in 2018
)y"}},
    {.code = code::look_alike_character,
     .name = "look-alike-character",
     .severity = Severity::warning,
     .summary = {"看上去一样的另一个字符", "a character that only looks like another"},
     .rationale =
         {"从 PDF 复制的文字里，“方”可能是部首⽅，“金”可能是兼容汉字：看上去一样，查找却查不到，"
          "编号也对不上。姓名比较和隐去姓名时按它看上去的字算，但记录里应当写成通常的字。专用区的"
          "字符各台电脑显示不同，不能用来写字。",
          "In what was copied from a PDF “方” may be a radical and “金” a compatibility ideograph: "
          "they "
          "look alike, and no search finds them. When names are compared and hidden they count as "
          "what they look like; records should have the usual character. One of private use is "
          "shown otherwise on every machine."},
     .bad = {R"y(种类: 组织
编号: 水务局
名称: 云栎区\u2F54务局
类型: 部门
)y",
             R"y(kind: org
id: water-bureau
name: 云栎区\u2F54务局
type: department
)y"},
     .good = {R"y(种类: 组织
编号: 水务局
名称: 云栎区水务局
类型: 部门
)y",
              R"y(kind: org
id: water-bureau
name: 云栎区水务局
type: department
)y"},
     .example_form = diag::ExampleForm::escaped},
    {.code = code::missing_colon,
     .name = "missing-colon",
     .severity = Severity::error,
     .firm = true,
     .summary = {"缺少冒号，或冒号后缺少空格", "a colon, or the space behind it, is missing"},
     .rationale =
         {"少一个冒号或冒号后的空格，这个字段就没有了，而看的人以为它在。",
          "Without the colon, or the space behind it, the field is not there, though every "
          "reader thinks it is."},
     .bad = {R"y(种类: 组织
编号 水务局
名称: 云栎区水务局
类型: 部门
)y",
             R"y(kind: org
id:water-bureau
name: Water bureau of Yunli district
type: department
)y"},
     .good = {R"y(种类: 组织
编号: 水务局
名称: 云栎区水务局
类型: 部门
)y",
              R"y(kind: org
id: water-bureau
name: Water bureau of Yunli district
type: department
)y"}},
});

}  // namespace

std::span<const diag::RuleInfo> reading_rules() {
  return rows;
}

}  // namespace zsup::rule
