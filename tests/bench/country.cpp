#include "bench/country.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <utility>

namespace zsup::bench {

namespace {

using Put = std::function<void(const std::string& path, std::string_view text)>;

class Random {
 public:
  explicit Random(std::uint64_t seed) : state_(seed) {}

  // splitmix64
  std::uint64_t next() {
    std::uint64_t z = state_ += 0x9E3779B97F4A7C15u;
    z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9u;
    z = (z ^ (z >> 27)) * 0x94D049BB133111EBu;
    return z ^ (z >> 31);
  }
  std::uint64_t below(std::uint64_t n) { return next() % n; }
  bool one_in(std::uint64_t n) { return below(n) == 0; }

  template <std::size_t N>
  std::string_view of(const std::array<std::string_view, N>& list) {
    return list[below(N)];
  }

 private:
  std::uint64_t state_;
};

constexpr std::array<std::string_view, 48> characters{
    "青", "汀", "云", "栎", "岚", "泽", "麓", "溪", "柏", "川", "榆", "浦", "砚", "棠", "苇", "渡",
    "石", "桐", "荻", "洲", "岭", "坪", "湾", "槐", "枫", "陂", "涧", "芦", "杏", "峪", "丘", "竹",
    "墩", "梓", "渠", "塘", "蒲", "柳", "沙", "河", "桥", "莲", "坞", "松", "楠", "埠", "汾", "沣"};
constexpr std::array<std::string_view, 40> acts{
    "检查", "核对", "约谈", "督促", "走访", "抽查", "梳理", "公示", "清理", "修订",
    "通报", "复核", "培训", "排查", "整改", "追回", "补建", "听取", "研究", "安排",
    "组织", "开展", "完成", "收回", "退还", "更正", "登记", "审核", "查看", "比对",
    "回访", "入户", "测试", "调阅", "封存", "移交", "纠正", "停办", "重签", "评议"};
constexpr std::array<std::string_view, 64> things{
    "惠农补贴台账",   "村级小微工程",     "公务接待单据", "低保对象名册",    "扶贫项目资金",
    "三资管理合同",   "零星采购比价单",   "公车使用记录", "站所岗位风险点",  "党员干部谈心记录",
    "危房改造指标",   "征地补偿清册",     "财政专户余额", "村务公开栏",      "食堂经费支出",
    "办公用房面积",   "津贴补贴发放表",   "农机购置申请", "公益岗位人员",    "临时救助审批",
    "村干部报账凭证", "集体土地发包合同", "工程变更签证", "政府采购计划",    "信访件办理卷宗",
    "廉政承诺书",     "操办婚丧报备表",   "差旅费凭证",   "固定资产卡片",    "专项债券支出",
    "环保督察问题",   "安全生产隐患",     "高标准农田",   "饮水安全工程",    "村卫生室药品",
    "学校营养餐账目", "粮补面积",         "退耕还林地块", "林权流转协议",    "残疾人补助",
    "高龄津贴名单",   "村级债务",         "道路养护工程", "广场灯光改造",    "便民服务窗口",
    "行政审批时限",   "执法罚没票据",     "防汛物资",     "社保代缴名单",    "党费收缴",
    "三会一课记录",   "民主生活会意见",   "干部考勤",     "重大事项报告",    "述责述廉报告",
    "警示教育课",     "谈话提醒记录",     "巡察反馈问题", "审计反馈问题",    "微信工作群",
    "文山会海清单",   "督查考核事项",     "证明事项清单", "电子商务扶持资金"};
constexpr std::array<std::string_view, 10> counted{"处", "份", "人", "次", "笔",
                                                   "户", "项", "个", "件", "场"};
constexpr std::array<std::string_view, 16> outcomes{
    "已逐项销号",   "责任到人",       "限期七日整改", "建立台账",
    "制度已印发",   "结果已公示",     "群众无异议",   "移交镇纪委处理",
    "写出书面检查", "经班子会议研究", "纳入年度考核", "形成专题报告",
    "当场纠正",     "款项已入专户",   "安排专人跟踪", "下月再查"};
constexpr std::array<std::string_view, 6> reasons{"没有具体措施和数量", "未能提供具体实施内容",
                                                  "附件与内容不符",     "与上期雷同，没有新的进展",
                                                  "数字与台账不一致",   "没有写明责任人和时限"};
constexpr std::array<std::string_view, 5> categories{"采购", "资金使用", "廉洁纪律", "形式主义",
                                                     "工作纪律"};

// Puts records one behind the other, so many in a file.
class Files {
 public:
  Files(const Put& put, std::string folder, std::uint64_t per_file)
      : put_(put), folder_(std::move(folder)), per_file_(per_file) {}
  ~Files() { flush(); }
  Files(const Files&) = delete;
  Files& operator=(const Files&) = delete;

  void add(std::string_view record) {
    if (held_ > 0) text_ += "---\n";
    text_ += record;
    if (++held_ == per_file_) flush();
  }

 private:
  void flush() {
    if (held_ == 0) return;
    // As people keep them: some hundred files in a folder.
    put_(fmt::format("{}/{:05}/{:07}.yaml", folder_, written_ / 200, written_), text_);
    ++written_;
    text_.clear();
    held_ = 0;
  }

  const Put& put_;
  std::string folder_;
  std::uint64_t per_file_;
  std::uint64_t held_ = 0;
  std::uint64_t written_ = 0;
  std::string text_;
};

class Country {
 public:
  Country(const Shape& shape, const Put& put) : shape_(shape), put_(put), random_(shape.seed) {
    const std::uint64_t a_township = leaders * shape.months + (shape.months + 2) / 3;
    townships_ = std::max<std::uint64_t>(1, shape.reports / a_township);
    counties_ = (townships_ + 14) / 15;
  }

  void write_all() {
    settings();
    orgs();
    leaders_and_duties();
    reports();
    findings();
    others();
  }

 private:
  static constexpr std::uint64_t leaders = 10;  // a township

  Files files(std::string folder) { return Files(put_, std::move(folder), shape_.per_file); }
  std::string place() {
    return std::string(random_.of(characters)) + std::string(random_.of(characters));
  }
  static std::string county(std::uint64_t c) { return fmt::format("x{:04}", c); }
  static std::string township(std::uint64_t t) { return fmt::format("z{:05}", t); }
  static std::string leader(std::uint64_t t, std::uint64_t n) {
    return fmt::format("z{:05}-{}", t, n);
  }
  static std::string evidence(std::uint64_t c, int month) {
    return fmt::format("files/{}-{:02}.txt", county(c), month);
  }
  int first_month() const { return 13 - static_cast<int>(shape_.months); }

  void settings() {
    put_("zsup.yaml",
         "名称: 用于测量的登记册\n语言: 中文\n年份: 2018\n期间: 2018-q4\n截至日期: 2019-01-20\n"
         "发文机关: country-cdi\n");
    put_("policy.yaml",
         "种类: 考核办法\n编号: policy-2018\n标题: 落实“两个责任”考核办法\n起始日期: 2018-01-01\n"
         "依据: 《考核办法》第一条\n计分方法: 扣分制\n满分: 100\n"
         "扣分: {未报送: 0.5, 退回: 0.5, 迟报: 0.2, 抽查不实: 1}\n"
         "加分情形: [{条件: {种类: 监督措施, 方式: 口头汇报}, 分值: 0.5}]\n加分上限: 2\n"
         "等次:\n  - {名称: 优秀, 下限: 95}\n  - {名称: 良好, 下限: 85}\n"
         "  - {名称: 合格, 下限: 60}\n  - {名称: 不合格, 下限: 0}\n预警天数: [10, 5]\n"
         "报备标准: {起报金额: 10万元, 时限: +30d, 依据: 《报备办法》第三条}\n"
         "雷同认定: {雷同比例: 80, 最短字数: 20, 依据: 《考核办法》第十一条}\n"
         "函件:\n  函告书: {对象: {范围: country}, 回复期限: +10wd, 机关代字: 纪函, 依据: "
         "《中国共产党党内监督条例》}\n  提醒函: {回复期限: +5wd, 机关代字: 纪提, 依据: "
         "《中国共产党党内监督条例》}\n");
    for (const int year : {2018, 2019}) {
      put_(fmt::format("calendar-{}.yaml", year),
           fmt::format(
               "种类: 工作日历\n编号: calendar-{0}\n年份: {0}\n放假日: [{0}-01-01, {0}-05-01, "
               "{0}-10-01, {0}-10-02, {0}-10-03, {0}-10-04]\n上班日: []\n",
               year));
    }
  }

  void orgs() {
    Files out = files("orgs");
    const auto body = [&](const std::string& id, const std::string& name, const std::string& type,
                          const std::string& parent, const std::string& supervisor) {
      out.add(fmt::format("种类: 组织\n编号: {}\n名称: {}\n类型: {}\n{}{}", id, name, type,
                          parent.empty() ? "" : "上级: " + parent + "\n",
                          supervisor.empty() ? "" : "监督机构: " + supervisor + "\n"));
    };
    body("country", "中共中央", "党委", "", "country-cdi");
    body("country-cdi", "中央纪委", "纪委", "", "");
    for (std::uint64_t c = 0; c < counties_; c += 100) {
      body(fmt::format("s{:03}", c / 100), "中共" + place() + "省委", "党委", "country",
           "country-cdi");
    }
    for (std::uint64_t c = 0; c < counties_; c += 10) {
      body(fmt::format("d{:04}", c / 10), "中共" + place() + "市委", "党委",
           fmt::format("s{:03}", c / 100), "country-cdi");
    }
    for (std::uint64_t c = 0; c < counties_; ++c) {
      body(county(c), "中共" + place() + "县委", "党委", fmt::format("d{:04}", c / 10),
           county(c) + "-cdi");
      body(county(c) + "-cdi", place() + "县纪委", "纪委", "country-cdi", "");
    }
    for (std::uint64_t t = 0; t < townships_; ++t) {
      const std::string name = place();
      body(township(t), "中共" + name + "镇委", "乡镇", county(t / 15), "");
      for (const std::string_view office : {"财政所", "农技站", "民政办"}) {
        body(township(t) + "-" + std::string(office), name + "镇" + std::string(office), "部门",
             township(t), "");
      }
    }
  }

  void leaders_and_duties() {
    Files people = files("leaders");
    Files duties = files("duties");
    for (std::uint64_t c = 0; c < counties_; ++c) {
      for (int n = 0; n < 2; ++n) {
        people.add(fmt::format(
            "种类: 领导干部\n编号: {0}-cdi-{1}\n姓名: {2}\n单位: {0}-cdi\n职务: "
            "县纪委副书记\n身份: 班子成员\n职务层次: 县处级副职\n任职日期: 2016-10-11\n",
            county(c), n, place()));
      }
      duties.add(fmt::format(
          "种类: 任务\n编号: {0}-education\n标题: 每月开展岗位廉政风险提醒教育活动\n类别: "
          "廉政教育\n责任人: {{范围: {0}}}\n频次: 每月\n报送期限: +5wd\n要求: {{内容: "
          "true}}\n起始日期: "
          "2018-01-01\n依据: 《党风廉政建设责任书》第六条\n",
          county(c)));
      duties.add(fmt::format(
          "种类: 任务\n编号: {0}-checks\n标题: 对分管领域的项目和资金开展监督检查\n类别: "
          "监督检查\n责任人: {{范围: {0}}}\n频次: 每月\n报送期限: +10d\n要求: {{内容: true, 指标: "
          "{{检查次数: 1}}}}\n起始日期: 2018-01-01\n依据: 《党风廉政建设责任书》第九条\n",
          county(c)));
    }
    for (std::uint64_t t = 0; t < townships_; ++t) {
      for (std::uint64_t n = 0; n < leaders; ++n) {
        const std::string own = township(t);
        const std::string charge = n == 0   ? own
                                   : n == 1 ? own + "-财政所"
                                   : n == 2 ? own + "-农技站"
                                   : n == 3 ? own + "-民政办"
                                            : "";
        people.add(
            fmt::format("种类: 领导干部\n编号: {}\n姓名: {}{}\n单位: {}\n职务: {}\n身份: "
                        "{}\n职务层次: {}\n排名: {}\n{}"
                        "任职日期: {}-0{}-1{}\n",
                        leader(t, n), random_.of(characters), place(), own,
                        n == 0 ? "镇党委书记" : "镇党委委员", n == 0 ? "主要负责人" : "班子成员",
                        n == 0 ? "乡科级正职" : "乡科级副职", n + 1,
                        charge.empty() ? "" : "分管: [" + charge + "]\n", 2015 + random_.below(3),
                        1 + random_.below(9), random_.below(9)));
      }
      duties.add(
          fmt::format("种类: 任务\n编号: {0}-quarter\n标题: 报告本季度落实主体责任情况\n类别: "
                      "安排部署\n责任人: {0}\n"
                      "频次: 每季度\n报送期限: +15d\n要求: {{内容: true}}\n起始日期: 2018-01-01\n",
                      township(t)));
    }
  }

  std::string content() {
    std::string text = fmt::format("{}{}", random_.of(acts), place());
    text += fmt::format("村{}{}{}", random_.of(things), 2 + random_.below(97), random_.of(counted));
    for (int i = 0; i < 2; ++i) {
      text += fmt::format("，{}{}{}{}", random_.of(acts), random_.of(things), 2 + random_.below(97),
                          random_.of(counted));
    }
    return text + "，" + std::string(random_.of(outcomes)) + "。";
  }

  static std::string day(int year, int month, int day_of_month) {
    const bool over = month > 12;
    return fmt::format("{:04}-{:02}-{:02}", over ? year + 1 : year, over ? month - 12 : month,
                       day_of_month);
  }

  void reports() {
    Files out = files("reports");
    std::uint64_t written = 0;
    for (std::uint64_t c = 0; c < counties_; ++c) {
      for (int month = first_month(); month <= 12; ++month) {
        put_(evidence(c, month), "签到表\n");
      }
    }
    for (int month = first_month(); month <= 12; ++month) {
      for (std::uint64_t t = 0; t < townships_; ++t) {
        for (std::uint64_t n = 0; n < leaders && written < shape_.reports; ++n, ++written) {
          out.add(report(t, n, month));
        }
        if (month % 3 == 0 && written < shape_.reports) {
          out.add(quarterly(t, month));
          ++written;
        }
      }
    }
  }

  std::string report(std::uint64_t t, std::uint64_t n, int month) {
    const std::string who = leader(t, n);
    const std::string duty = county(t / 15);
    const std::string period = fmt::format("2018-{:02}", month);
    std::string text =
        fmt::format("种类: 报告\n编号: {0}-{1}\n报告人: {0}\n期间: {1}\n事项:\n", who, period);
    text += item(duty + "-education", t, month, "");
    if (!random_.one_in(40)) {
      text += item(duty + "-checks", t, month,
                   fmt::format("    指标: {{检查次数: {}}}\n", 1 + random_.below(9)));
    }
    if (random_.below(1'000'000) < shape_.broken) break_it(text);
    return text;
  }

  std::string item(const std::string& duty, std::uint64_t t, int month,
                   const std::string& measures) {
    const bool late = random_.one_in(30);
    const int submitted = late ? 17 : 2 + static_cast<int>(random_.below(5));
    const std::uint64_t reviewer = random_.below(2);
    std::string text = fmt::format("  - 任务: {}\n    报送日期: {}\n    内容: {}\n", duty,
                                   day(2018, month + 1, submitted), content());
    text += measures;
    if (random_.one_in(16)) text += fmt::format("    附件: [{}]\n", evidence(t / 15, month));
    if (random_.one_in(50)) return text;  // not reviewed yet
    const std::string decided = day(2018, month + 1, submitted + 2);
    if (random_.one_in(25)) {
      text += fmt::format("    审核: {{结论: 审核未通过, 审核人: {}-cdi-{}, 日期: {}, 理由: {}}}\n",
                          county(t / 15), reviewer, decided, random_.of(reasons));
    } else {
      text += fmt::format("    审核: {{结论: 审核通过, 审核人: {}-cdi-{}, 日期: {}}}\n",
                          county(t / 15), reviewer, decided);
    }
    return text;
  }

  std::string quarterly(std::uint64_t t, int month) {
    return fmt::format("种类: 报告\n编号: {0}-2018-q{1}\n报告人: {0}\n期间: 2018-q{1}\n事项:\n",
                       township(t), month / 3) +
           item(township(t) + "-quarter", t, month, "");
  }

  // One mistake of those that people make.
  void break_it(std::string& text) {
    const auto change = [&](std::string_view from, std::string_view to) {
      const std::size_t at = text.find(from);
      if (at != std::string::npos) text.replace(at, from.size(), to);
    };
    switch (random_.below(12)) {
      case 0:
        return change("-education", "-eductaion");
      case 1:
        return change("报送日期: 201", "报送日期: 201九");
      case 2:
        return change("    内容:", "    内荣:");
      case 3:
        return change("审核通过", "通过审合");
      case 4:
        return change("报告人:", "报告人：");
      case 5:
        return change("    内容: ", "    内容: \"");
      case 6:
        return change("-cdi-", "-");
      case 7:
        return change("期间: 2018-", "期间: 2018/");
      case 8:
        return change("    报送日期", "   报送日期");
      case 9:
        return change("日期: 2019", "日期: 2029");
      case 10:
        return change("报告人:", "报告人: country\n报告人:");
      default:
        return change("-checks", "-education");
    }
  }

  void findings() {
    Files inspections = files("inspections");
    Files out = files("findings");
    for (std::uint64_t c = 0; c < counties_; ++c) {
      std::string units;
      std::string rows;
      for (std::uint64_t t = c * 15; t < std::min(townships_, c * 15 + 15); ++t) {
        units += (units.empty() ? "" : ", ") + township(t);
        rows += fmt::format(
            "  - {{单位: {}, 分管领导: {}, 向领导反馈日期: 2018-05-0{}, 向单位反馈日期: "
            "2018-05-1{}}}\n",
            township(t), leader(t, 0), 2 + t % 7, t % 9);
      }
      inspections.add(
          fmt::format("种类: 巡察\n编号: {0}-round\n名称: 县委第一轮巡察\n轮次: 1\n组织机构: "
                      "{0}-cdi\n被巡察单位: [{1}]\n起始日期: "
                      "2018-03-01\n终止日期: 2018-04-20\n反馈:\n{2}",
                      county(c), units, rows));
    }
    for (std::uint64_t t = 0; t < townships_; ++t) {
      for (int n = 0; n < 3; ++n) out.add(finding(t, n));
    }
  }

  std::string finding(std::uint64_t t, int n) {
    constexpr std::array<std::string_view, 3> offices{"财政所", "农技站", "民政办"};
    const bool inspected = n == 0;
    const std::string own = township(t);
    std::string text = fmt::format(
        "种类: 问题\n编号: {0}-{1}\n内容: {2}\n来源: {3}\n{4}类别: [{5}]\n单位: {6}\n发现日期: "
        "2018-04-1{7}\n整改期限: 2018-1{8}-20\n建议: {9}\n进展:\n",
        own, fmt::format("p{}", n), content(), inspected ? "巡察" : "日常监督",
        inspected ? "巡察: " + county(t / 15) + "-round\n" : "", random_.of(categories),
        inspected ? own : fmt::format("{}-{}", own, offices[static_cast<std::size_t>(n)]),
        random_.below(9), random_.below(3), content());
    if (random_.one_in(8)) text.insert(text.find("建议:"), "涉及金额: 7.6万元\n");
    text +=
        inspected
            ? fmt::format("  - {{日期: 2018-05-09, 进展: 认领, 经办: {}}}\n", leader(t, 0))
            : fmt::format("  - {{日期: 2018-05-09, 进展: 交办, 经办: {}-cdi}}\n", county(t / 15));
    text +=
        fmt::format("  - {{日期: 2018-06-2{}, 进展: 整改中, 经办: {}}}\n", random_.below(9), own);
    if (random_.one_in(4)) return text;
    text += fmt::format("  - {{日期: 2018-08-1{}, 进展: 已上报, 经办: {}, 备注: {}}}\n",
                        random_.below(9), own, random_.of(outcomes));
    if (random_.one_in(3)) return text;
    return text + fmt::format(
                      "  - {{日期: 2018-09-10, 进展: 审核通过, 经办: {0}-cdi}}\n  - {{日期: "
                      "2018-09-12, 进展: 销号, 经办: {0}-cdi}}\n",
                      county(t / 15));
  }

  void others() {
    Files actions = files("actions");
    Files filings = files("filings");
    Files letters = files("letters");
    for (std::uint64_t c = 0; c < counties_; ++c) {
      actions.add(fmt::format(
          "种类: 监督措施\n编号: {0}-talk\n方式: 约谈\n日期: 2018-11-0{1}\n实施人: {0}-cdi\n对象: "
          "[{2}]\n内容: {3}\n",
          county(c), 1 + random_.below(8), leader(c * 15, 0), content()));
      const std::string paper = evidence(c, 12);
      filings.add(fmt::format(
          "种类: 报备\n编号: {0}-fair\n单位: {0}\n承办: 县商务局\n活动: {1}农产品展销会\n日期: "
          "2018-10-1{2}\n地点: "
          "会展中心\n金额: {3}万元\n依据: 县政府办公室通知\n目的: 推介本地农产品\n参与企业: "
          "[{1}农业有限公司]\n采购方式: 公开招标\n支出明细: 场地和布展\n成效: 签约3项\n附件:\n  "
          "通知: "
          "[{4}]\n  方案: [{4}]\n  合同: [{4}]\n  参会人员名单: [{4}]\n  参展单位名单: "
          "[{4}]\n报备日期: "
          "2018-10-2{2}\n",
          county(c), place(), random_.below(9), 8 + random_.below(20), paper));
      letters.add(fmt::format(
          "种类: 函件\n编号: {0}-letter\n类型: 函告书\n文号: 纪函〔2018〕{1}号\n日期: "
          "2018-07-0{2}\n主送: {3}\n期间: 2018-q2\n事项:\n  - {{依据记录: {4}-p0, 内容: "
          "{5}}}\n回复期限: "
          "2018-07-20\n回复日期: 2018-07-1{2}\n",
          county(c), c + 1, 1 + random_.below(8), leader(c * 15, 0), township(c * 15), content()));
    }
  }

  const Shape& shape_;
  const Put& put_;
  Random random_;
  std::uint64_t townships_ = 0;
  std::uint64_t counties_ = 0;
};

}  // namespace

void make_country(const Shape& shape, const Put& put) {
  Country(shape, put).write_all();
}

}  // namespace zsup::bench
