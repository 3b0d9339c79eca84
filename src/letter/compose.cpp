#include "letter/compose.h"

#include <algorithm>
#include <unordered_set>

namespace zsup::letter {

using record::Duty;
using record::Finding;
using record::Leader;
using record::Org;
using record::Record;
using value::Date;

namespace {

// What a record is called, even where an error of the register left it without a name.
std::string called(const Record& record) {
  if (const Leader* leader = record::as<Leader>(&record)) return name_of(*leader);
  const Org* org = record::as<Org>(&record);
  return std::string(org == nullptr || org->name.or_empty().empty() ? record.name()
                                                                    : org->name.or_empty());
}

const Leader* principal_of(const reg::Register& reg, const Record& org, Date day) {
  const Leader* found = nullptr;
  for (const Leader* leader : reg.tree.leaders_of(&org)) {
    if (!leader->role || *leader->role != record::Role::principal || !leader->in_office(day)) {
      continue;
    }
    if (found != nullptr) return nullptr;
    found = leader;
  }
  return found;
}

Addressee addressee_of(const reg::Register& reg, const Record& record, Date day) {
  Addressee to;
  to.record = &record;
  to.kind = record.kind;
  to.id = record.name();
  to.name = called(record);
  if (record.kind == record::Kind::leader) {
    to.salutation = to.name + "同志";
    return to;
  }
  to.attention = principal_of(reg, record, day);
  if (to.attention == nullptr) {
    to.salutation = to.name;
    return to;
  }
  to.attention_name = name_of(*to.attention);
  to.salutation = to.attention_name + "同志";
  return to;
}

const Org* org_of(const Record& record) {
  if (const Leader* leader = record::as<Leader>(&record)) {
    return record::as<Org>(leader->org.target());
  }
  return record::as<Org>(&record);
}

constexpr reg::Product letters_by_letters{
    {"函件所列事项乘以此前的函件", "what letters list times the letters that listed it before"},
    {"缩小函件的对象（--leader、--org）", "write to fewer at once (--leader, --org)"}};

template <class Map>
auto look_up(const Map& map, const Record* key) {
  using Item = typename Map::mapped_type::value_type;
  const auto found = map.find(key);
  return found == map.end() ? std::span<const Item>{} : std::span<const Item>(found->second);
}

}  // namespace

Composer::Composer(const reg::AsOf& at, const Request& request)
    : at_(at),
      reg_(at.reg()),
      request_(request),
      row_(record::about(request.type)),
      needs_(needs_of(row_)) {
  look_at_policy();
  sort_obligations();
  if (needs_.findings) sort_findings();
  if (needs_.book) {
    book_.emplace(at_);
    persons_.emplace(reg_);
    note_earlier_letters();
  }
}

void Composer::look_at_policy() {
  policy_ = reg_.policy_on(request_.period.last_day());
  // Whom letters go to, on what grounds and by when to reply is the policy's to say; where there is
  // none they go to everyone who has items, and ask for no reply. Which of several, nobody knows.
  if (policy_ == nullptr && reg_.any_policy_on(request_.period.last_day())) {
    refused_ = {reg_.policy_error(request_.period.last_day()), {}};
  }
  if (policy_ != nullptr && policy_->letters) rule_ = policy_->letters->of(request_.type);
  if (rule_ == nullptr || !rule_->reply) return;
  int year = 0;
  reply_by_ = reg_.work_days.due(at_.day(), *rule_->reply, &year);
  if (!reply_by_) {
    refused_ = {diag::say("{}，回复期限推算不出",
                          "{}, so that the day by which a reply is due cannot be told",
                          reg::no_calendar(year)),
                {}};
  }
}

void Composer::sort_obligations() {
  for (const reg::Obligation& owed : at_.owed(request_.period)) {
    if (const std::string_view word = owed.duty->category.or_empty().text;
        !categories_.contains(word)) {
      categories_.emplace(word, read_category(word));
    }
    owed_[owed.owner].push_back(&owed);
  }
}

void Composer::sort_findings() {
  for (const Finding* finding : at_.all<Finding>()) {
    const reg::FindingNow& now = at_.of(*finding);
    if (now.state.closed()) continue;
    if (now.who.leader == nullptr) {
      unanswered_.push_back(finding);
    } else {
      answered_[now.who.leader].push_back(finding);
    }
  }
}

Composer::Category Composer::read_category(std::string_view word) const {
  const auto rows = record::vocabulary<record::DutyCategory>().rows;
  for (const record::EnumRow& row : rows) {
    if (row.id == word) return {std::string(row.label.zh)};
  }
  if (policy_ != nullptr && policy_->catalogues) {
    for (const auto* list : {&policy_->catalogues->principal, &policy_->catalogues->member}) {
      for (const record::CatalogueItem& item : *list) {
        if (item.id && item.id->text == word) return {std::string(item.title.or_empty())};
      }
    }
  }
  return {std::string(word)};
}

const Composer::Category& Composer::category_of(const Duty& duty) const {
  return categories_.at(duty.category.or_empty().text);
}

std::span<const reg::Obligation* const> Composer::owed_by(const Record* owner) const {
  return look_up(owed_, owner);
}

std::span<const Finding* const> Composer::findings_of(const Record* leader) const {
  return look_up(answered_, leader);
}

bool Composer::is_in_catalogue(const Duty& duty, const Record* who) const {
  const Leader* leader = record::as<Leader>(who);
  if (policy_ == nullptr || !policy_->catalogues || leader == nullptr || !leader->role)
    return false;
  const record::Catalogues& both = policy_->catalogues.or_empty();
  const auto& list = *leader->role == record::Role::principal ? both.principal : both.member;
  return std::any_of(list.begin(), list.end(), [&](const record::CatalogueItem& item) {
    return item.id && item.id->text == duty.category.or_empty().text;
  });
}

Date Composer::known_until() const {
  return std::min(at_.day(), request_.period.last_day());
}

void Composer::note_earlier_letters() {
  for (const record::Letter& letter : reg_.all<record::Letter>()) {
    if (!letter.type || *letter.type != request_.type) continue;
    if (!letter.date || *letter.date >= at_.day() || letter.is_void(at_.day())) continue;
    for (const record::LetterItem& item : letter.items) {
      if (item.record.target() != nullptr) earlier_[item.record.target()].push_back(&letter);
    }
  }
}

std::string Composer::number_of_earlier(const Record* to, const Record& about) const {
  const record::Letter* latest = nullptr;
  const auto told = look_up(earlier_, &about);
  reg_.budget().work(about, letters_by_letters, told.size());
  for (const record::Letter* letter : told) {
    if (letter->to.target() != to) continue;
    if (latest == nullptr || *latest->date < *letter->date) latest = letter;
  }
  return latest == nullptr ? std::string() : std::string(latest->number.or_empty());
}

Addressee Composer::addressee(const Record& record) const {
  return addressee_of(reg_, record, at_.day());
}

Letter Composer::compose(const Record& addressee) const {
  Letter letter;
  letter.type = request_.type;
  letter.to = addressee_of(reg_, addressee, at_.day());
  letter.period = request_.period;
  letter.as_of = at_.day();
  letter.date = at_.day();
  letter.issuer = record::as<Org>(reg_.config.issuer.target());
  if (letter.issuer == nullptr) letter.issuer = reg::supervisor_of(org_of(addressee));
  if (policy_ != nullptr) letter.policy = policy_->title.or_empty();
  if (rule_ != nullptr) {
    letter.code = rule_->code.or_empty();
    letter.basis = rule_->basis.or_empty();
  }
  letter.reply_by = reply_by_;
  letter.draft = request_.draft;
  letter.budget = &reg_.budget();
  if (row_.quotes_figures && request_.figures != nullptr) {
    if (const auto at = request_.figures->find(&addressee); at != request_.figures->end()) {
      letter.figures = at->second;
    }
  }
  gather(row_, *this, letter);
  for (std::size_t at = 0; at < letter.items.size(); ++at) {
    letter.items[at].n = static_cast<int>(at + 1);
    letter.items[at].of_addressee = letter.items[at].unit == letter.to.name;
  }
  return letter;
}

Batch Composer::to(const Record& addressee) const {
  Batch batch;
  batch.refused = refused_;
  if (batch.refused) return batch;
  if (!record::holds(*row_.to, addressee.kind)) {
    batch.refused = {
        diag::say("{}不能发给{}", "a {} cannot be addressed to a record of kind {}",
                  record::row_of(request_.type).label, record::row_of(addressee.kind).label),
        {}};
    return batch;
  }
  if (const Leader* leader = record::as<Leader>(&addressee); !in_office(&addressee)) {
    const bool left = leader->until && *leader->until < at_.day();
    const diag::Text why =
        left ? diag::say("“{0}”在成文日期 {1} 已经离任，不能作为收件人",
                         "'{0}' had left office on {1}, the date of the letter", addressee.name(),
                         at_.day().iso())
             : diag::say("“{0}”在成文日期 {1} 尚未任职，不能作为收件人",
                         "'{0}' was not yet in office on {1}, the date of the letter",
                         addressee.name(), at_.day().iso());
    std::string names;
    for (const Leader* now : now_in_place_of(*leader)) {
      names += (names.empty() ? "" : ", ") + std::string(record::slug(*now));
    }
    const diag::Text help =
        names.empty() ? diag::say("当日没有人接任；函件可以发给单位，或另定截至日期",
                                  "nobody holds the post on that day: write to the org, or choose "
                                  "another as-of date")
                      : diag::say("当日负责的是：{}", "in charge on that day: {}", names);
    batch.refused = {why, help};
    return batch;
  }
  Letter letter = compose(addressee);
  if (letter.items.empty()) {
    batch.left_out.push_back(&addressee);
  } else {
    batch.letters.push_back(std::move(letter));
  }
  return batch;
}

bool Composer::in_office(const Record* who) const {
  const Leader* leader = record::as<Leader>(who);
  return leader == nullptr || leader->in_office(at_.day());
}

std::vector<const Leader*> Composer::now_in_place_of(const Leader& leader) const {
  std::vector<const Leader*> list;
  const auto shares = [&](const Leader& other) {
    if (leader.post && other.post && *leader.post == *other.post) return true;
    for (const auto& own : leader.portfolio) {
      for (const auto& theirs : other.portfolio) {
        if (own && theirs && own->text == theirs->text) return true;
      }
    }
    return false;
  };
  for (const Leader* other : reg_.tree.leaders_of(leader.org.target())) {
    const bool heads = leader.role && other->role && *leader.role == *other->role &&
                       *leader.role == record::Role::principal;
    if (other != &leader && in_office(other) && (heads || shares(*other))) list.push_back(other);
  }
  return list;
}

void Composer::note_unreached(const Record& who, std::vector<Unreached>& list) const {
  for (const Item& item : compose(who).items) {
    if (item.section == Section::case_ || item.section == Section::chain ||
        item.section == Section::risk) {
      continue;
    }
    list.push_back({item.text, item.period.value_or(request_.period), &who, item.record});
  }
}

std::vector<const Record*> Composer::picked(const record::Selector& pick) const {
  std::vector<const Record*> list;
  const Record* under = pick.under.target();
  if (row_.public_to_all) {
    if (under != nullptr) list.push_back(under);
  } else if (!record::holds(*row_.to, record::Kind::leader)) {
    for (const Org& org : reg_.all<Org>()) {
      if (reg_.tree.is_within(&org, under)) list.push_back(&org);
    }
  } else {
    for (const Leader* leader : reg_.tree.leaders_within(under)) {
      const bool right_role = !pick.role || (leader->role && *leader->role == *pick.role);
      if (right_role) list.push_back(leader);
    }
  }
  return list;
}

std::vector<const Record*> Composer::everyone() const {
  std::vector<const Record*> list;
  if (rule_ != nullptr && rule_->to) {
    list = picked(*rule_->to);
  } else if (row_.public_to_all) {
    // The area that the issuer looks after, or else every org that lies below none.
    const Org* issuer = record::as<Org>(reg_.config.issuer.target());
    if (issuer != nullptr && reg::parent_of(*issuer) != nullptr) {
      list.push_back(reg::parent_of(*issuer));
    } else {
      for (const Org& org : reg_.all<Org>()) {
        if (reg::parent_of(org) == nullptr) list.push_back(&org);
      }
    }
  } else {
    if (record::holds(*row_.all, record::Kind::leader)) {
      for (const Leader& leader : reg_.all<Leader>()) list.push_back(&leader);
    }
    if (record::holds(*row_.all, record::Kind::org)) {
      for (const Org& org : reg_.all<Org>()) list.push_back(&org);
    }
  }
  return list;
}

Batch Composer::to_all() const {
  Batch batch;
  batch.refused = refused_;
  if (batch.refused) return batch;
  const bool tell = row_.public_to_all || (rule_ != nullptr && rule_->to);
  const std::vector<const Record*> list = everyone();
  batch.letters.reserve(list.size());
  std::unordered_set<const Record*> addressed;
  std::unordered_set<const Record*> reached;
  for (const Record* addressee : list) {
    if (!in_office(addressee)) {
      note_unreached(*addressee, batch.unreached);
      continue;
    }
    Letter letter = compose(*addressee);
    if (is_worth_sending(row_, letter)) {
      addressed.insert(addressee);
      for (const Item& item : letter.items) reached.insert(item.record);
      batch.letters.push_back(std::move(letter));
    } else if (tell) {
      batch.left_out.push_back(addressee);
    }
  }
  // A finding passes on to who is in charge now; what a leader owed does not.
  std::erase_if(batch.unreached, [&](const Unreached& one) {
    return record::as<Finding>(one.record) != nullptr && !reached.insert(one.record).second;
  });
  if (needs_.findings) {
    batch.unaddressed = unanswered_;
    for (const Leader& leader : reg_.all<Leader>()) {
      if (addressed.contains(&leader) || !in_office(&leader)) continue;
      const auto findings = findings_of(&leader);
      batch.unaddressed.insert(batch.unaddressed.end(), findings.begin(), findings.end());
    }
  }
  return batch;
}

}  // namespace zsup::letter
