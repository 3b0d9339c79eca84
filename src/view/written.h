// What is written is spent from the register's budget, wherever a text is written again for each of
// those whom it concerns.
#pragma once

#include "register/budget.h"

namespace zsup::view {

inline constexpr reg::Product written{
    {"要输出的内容（记录的文字乘以所涉及的对象）",
     "what is to be written (the texts of records times those whom they concern)"},
    {"缩小范围（--leader、--org、期间），缩短反复出现的标题和名称，长文字放在附件里",
     "ask for less at once (--leader, --org, a shorter period), shorten titles and names that are "
     "repeated, and keep long texts in attachments"}};

}  // namespace zsup::view
