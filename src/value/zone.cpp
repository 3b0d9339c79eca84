#include "value/zone.h"

namespace zsup::value {

namespace {

constexpr std::int64_t day_length = 86'400;
constexpr std::size_t header_size = 44;

std::uint64_t big_endian(std::string_view bytes) {
  std::uint64_t number = 0;
  for (const char c : bytes) number = number << 8 | static_cast<unsigned char>(c);
  return number;
}

std::int64_t signed_number(std::string_view bytes) {
  const std::uint64_t number = big_endian(bytes);
  return bytes.size() == 4 ? static_cast<std::int32_t>(static_cast<std::uint32_t>(number))
                           : static_cast<std::int64_t>(number);
}

// Clocks are less than a day and two hours apart anywhere.
bool is_sensible(std::int64_t offset) {
  return offset > -26 * 3600 && offset < 26 * 3600;
}

// The six counts of a header, and what its block holds.
struct Header {
  std::uint64_t utc_marks, standard_marks, leaps, times, types, letters;

  static std::optional<Header> read(std::string_view bytes) {
    if (bytes.size() < header_size || !bytes.starts_with("TZif")) return std::nullopt;
    const auto count = [&](std::size_t at) { return big_endian(bytes.substr(20 + 4 * at, 4)); };
    return Header{count(0), count(1), count(2), count(3), count(4), count(5)};
  }
  // Sums of numbers of 32 bits, which cannot overflow.
  std::uint64_t size(std::uint64_t width) const {
    return times * (width + 1) + types * 6 + letters + leaps * (width + 4) + standard_marks +
           utc_marks;
  }
};

// Reads a rule piece by piece.
class Rule {
 public:
  explicit Rule(std::string_view text) : rest_(text) {}

  std::optional<std::int32_t> offset(std::int64_t moment) {
    if (!name()) return std::nullopt;
    const auto standard = time(24);
    if (!standard) return std::nullopt;
    const std::int64_t winter = -*standard;  // what is written is how far UTC is ahead
    if (rest_.empty()) return static_cast<std::int32_t>(winter);
    if (!name()) return std::nullopt;
    std::int64_t summer = winter + 3600;
    if (!rest_.empty() && rest_[0] != ',') {
      const auto given = time(24);
      if (!given) return std::nullopt;
      summer = -*given;
    }
    const auto begin = change();
    const auto end = change();
    if (!begin || !end || !rest_.empty()) return std::nullopt;
    // In the year of the moment by the standard time; no rule changes anything near its turn but
    // by what both sides agree on.
    const int year = day_of(moment, static_cast<std::int32_t>(winter)).year();
    const std::int64_t from = begin->moment(year) - winter;
    const std::int64_t until = end->moment(year) - summer;
    const bool in_summer =
        from < until ? moment >= from && moment < until : moment >= from || moment < until;
    return static_cast<std::int32_t>(in_summer ? summer : winter);
  }

 private:
  struct Change {
    enum class Sort : std::uint8_t { month_week, julian, day_of_year };
    Sort sort = Sort::month_week;
    int month = 1, week = 1, day = 0;
    std::int64_t time = 7200;

    // By the clock on the wall.
    std::int64_t moment(int year) const {
      Date on = Date::of(year, 1, 1);
      switch (sort) {
        case Sort::julian:  // 29 February is never counted
          on = on.plus_days(day - 1 + (is_leap_year(year) && day >= 60 ? 1 : 0));
          break;
        case Sort::day_of_year:
          on = on.plus_days(day);
          break;
        case Sort::month_week: {
          const Date first = Date::of(year, month, 1);
          const int sunday_first = (first.weekday() + 1) % 7;
          int in_month = (day - sunday_first + 7) % 7 + (week - 1) * 7;
          while (in_month >= days_in_month(year, month)) in_month -= 7;
          on = first.plus_days(in_month);
          break;
        }
      }
      return std::int64_t{on.days} * day_length + time;
    }
  };

  bool take(char c) {
    if (rest_.empty() || rest_[0] != c) return false;
    rest_.remove_prefix(1);
    return true;
  }

  bool name() {
    const bool quoted = take('<');
    std::size_t length = 0;
    for (; length < rest_.size(); ++length) {
      const char c = rest_[length];
      const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
      if (!letter && !(quoted && ((c >= '0' && c <= '9') || c == '+' || c == '-'))) break;
    }
    rest_.remove_prefix(length);
    return length >= 3 && (!quoted || take('>'));
  }

  std::optional<int> number(int most) {
    int number = 0;
    std::size_t length = 0;
    while (length < rest_.size() && length < 3 && rest_[length] >= '0' && rest_[length] <= '9') {
      number = number * 10 + (rest_[length++] - '0');
    }
    rest_.remove_prefix(length);
    if (length == 0 || number > most) return std::nullopt;
    return number;
  }

  // Hours with minutes and seconds, if they are given.
  std::optional<std::int64_t> time(int most_hours) {
    const bool negative = take('-');
    if (!negative) take('+');
    const auto hours = number(most_hours);
    if (!hours) return std::nullopt;
    std::int64_t seconds = *hours * 3600;
    for (const int unit : {60, 1}) {
      if (!take(':')) break;
      const auto part = number(59);
      if (!part) return std::nullopt;
      seconds += *part * unit;
    }
    return negative ? -seconds : seconds;
  }

  std::optional<Change> change() {
    Change change;
    if (!take(',')) return std::nullopt;
    if (take('M')) {
      const auto month = number(12);
      const auto week = month && take('.') ? number(5) : std::nullopt;
      const auto day = week && take('.') ? number(6) : std::nullopt;
      if (!day || *month < 1 || *week < 1) return std::nullopt;
      change.month = *month;
      change.week = *week;
      change.day = *day;
    } else {
      change.sort = take('J') ? Change::Sort::julian : Change::Sort::day_of_year;
      const auto day = number(365);
      if (!day || (change.sort == Change::Sort::julian && *day < 1)) return std::nullopt;
      change.day = *day;
    }
    if (take('/')) {
      const auto at = time(167);
      if (!at) return std::nullopt;
      change.time = *at;
    }
    return change;
  }

  std::string_view rest_;
};

std::optional<std::int32_t> offset_in_block(const Header& header, std::string_view block,
                                            std::size_t width, std::string_view rule,
                                            std::int64_t moment) {
  // The last change that is not later than the moment.
  std::uint64_t low = 0;
  for (std::uint64_t high = header.times; low < high;) {
    const std::uint64_t middle = low + (high - low) / 2;
    if (signed_number(block.substr(middle * width, width)) <= moment) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  if (low == header.times && !rule.empty()) return offset_by_rule(rule, moment);
  const std::uint64_t type =
      low == 0 ? 0 : big_endian(block.substr(header.times * width + low - 1, 1));
  if (type >= header.types) return std::nullopt;
  const std::int64_t offset = signed_number(block.substr(header.times * (width + 1) + type * 6, 4));
  if (!is_sensible(offset)) return std::nullopt;
  return static_cast<std::int32_t>(offset);
}

}  // namespace

Date day_of(std::int64_t moment, std::int32_t offset) {
  const std::int64_t local = moment + offset;
  std::int64_t day = local / day_length;
  if (local % day_length < 0) --day;
  return {static_cast<std::int32_t>(day)};
}

std::optional<std::int32_t> offset_by_rule(std::string_view rule, std::int64_t moment) {
  return Rule(rule).offset(moment);
}

std::optional<std::int32_t> offset_at(std::string_view tzif, std::int64_t moment) {
  auto header = Header::read(tzif);
  if (!header) return std::nullopt;
  std::size_t width = 4;
  std::string_view block = tzif.substr(header_size);
  std::string_view rule;
  if (tzif[4] >= '2') {
    // The block of 32-bit times is for programs of old; the same again in 64 bits follows.
    if (header->size(4) > block.size()) return std::nullopt;
    block.remove_prefix(header->size(4));
    header = Header::read(block);
    if (!header) return std::nullopt;
    block.remove_prefix(header_size);
    width = 8;
    if (header->size(width) > block.size()) return std::nullopt;
    rule = block.substr(header->size(width));
    if (rule.size() < 2 || rule.front() != '\n' || rule.back() != '\n') return std::nullopt;
    rule = rule.substr(1, rule.size() - 2);
  } else if (header->size(width) > block.size()) {
    return std::nullopt;
  }
  if (header->types == 0 || header->leaps != 0) return std::nullopt;
  return offset_in_block(*header, block, width, rule, moment);
}

}  // namespace zsup::value
