#include "letter/surname.h"

#include <algorithm>
#include <array>

#include "text/utf8.h"

namespace zsup::letter {

namespace {

// Compound surnames whose first character is hardly ever a surname of its own.
constexpr auto compound = std::to_array<std::string_view>({
    "欧阳", "太史", "端木", "上官", "司马", "独孤", "南宫", "夏侯", "诸葛", "尉迟", "公羊", "赫连",
    "澹台", "皇甫", "濮阳", "公冶", "太叔", "公孙", "轩辕", "令狐", "宇文", "长孙", "慕容", "鲜于",
    "闾丘", "司徒", "司空", "亓官", "司寇", "颛孙", "巫马", "公西", "漆雕", "壤驷", "公良", "拓跋",
    "呼延", "羊舌", "微生", "西门", "纳兰", "完颜", "耶律", "叶赫", "万俟", "淳于", "即墨",
});
// Those that a name of four characters shows for certain, but one of three does not.
constexpr auto ambiguous = std::to_array<std::string_view>({
    "乐正", "钟离", "申屠", "仲孙", "左丘", "谷梁", "梁丘", "段干", "单于", "宗政", "东方",
    "东郭", "东门", "南门", "百里", "闻人", "贺兰", "第五", "夹谷", "宰父", "子车", "归海",
});

template <std::size_t count>
bool holds(const std::array<std::string_view, count>& list, std::string_view word) {
  return std::find(list.begin(), list.end(), word) != list.end();
}

}  // namespace

std::string_view surname_of(std::string_view name) {
  const std::size_t first = text::decode(name, 0).length;
  if (name.size() <= first) return name;
  const std::string_view two = name.substr(0, first + text::decode(name, first).length);
  const std::size_t characters = text::count_code_points(name);
  if (characters > 2 && holds(compound, two)) return two;
  if (characters > 3 && holds(ambiguous, two)) return two;
  return name.substr(0, first);
}

std::string ordinal(std::size_t index) {
  constexpr auto signs = std::to_array<std::string_view>(
      {"甲", "乙", "丙", "丁", "戊", "己", "庚", "辛", "壬", "癸", "子",
       "丑", "寅", "卯", "辰", "巳", "午", "未", "申", "酉", "戌", "亥"});
  std::string text;
  for (std::size_t left = index + 1; left > 0; left = (left - 1) / signs.size()) {
    text.insert(0, signs[(left - 1) % signs.size()]);
  }
  return text;
}

}  // namespace zsup::letter
