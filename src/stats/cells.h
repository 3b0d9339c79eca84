// Cells under construction: a sheet that keeps their order, and one function for each group.
#pragma once

#include <initializer_list>
#include <map>
#include <string_view>

#include "stats/statistics.h"

namespace zsup::stats {

class Sheet {
 public:
  Sheet(const reg::AsOf& at, Statistics& out) : at_(at), out_(out) {}

  // The register on the day of which the figures are.
  const reg::AsOf& at() const { return at_; }
  const reg::Register& reg() const { return at_.reg(); }
  // Whether something of that day counts.
  bool counts(const record::Given<value::Date>& date) const {
    return date && out_.period.holds(*date) && at_.has_happened(date);
  }
  // Cells come in the order in which they are first asked for. References to them do not last.
  Cell& count(std::string key, diag::Text label, bool breakdown = false);
  Cell& money(std::string key, diag::Text label);
  void percent(std::string key, diag::Text label, const Cell& part, const Cell& whole);

  // The share must stand in the register, or have been kept.
  void add(std::string_view key, const record::Record& record, text::Span span,
           std::string_view share = {}) {
    add(number_of(key), record, span, share);
  }
  std::string_view keep(std::string_view text) { return out_.texts->copy(text); }
  // For what is counted by the million: a cell that is known already, by its number.
  std::size_t number_of(std::string_view key);
  void add(std::size_t cell, const record::Record& record, text::Span span,
           std::string_view share = {});
  void add_money(std::string_view key, const record::Record& record,
                 const record::Given<value::Money>& amount);
  const Cell& at(std::string_view key) const;
  // It cannot be told, and why.
  void leave_open(std::initializer_list<std::string_view> keys, diag::Text why) {
    for (const std::string_view key : keys) {
      named(key).number.reset();
      named(key).records.clear();
    }
    out_.notes.push_back(std::move(why));
  }
  const Statistics& so_far() const { return out_; }

 private:
  Cell& named(std::string_view key) { return out_.cells[number_of(key)]; }

  const reg::AsOf& at_;
  Statistics& out_;
  std::map<std::string, std::size_t, std::less<>> places_;
};

void count_findings(Sheet& sheet);
void count_cases(Sheet& sheet);  // and clues
void count_filings(Sheet& sheet);
void count_reports(Sheet& sheet);
void count_letters(Sheet& sheet);
void count_campaigns(Sheet& sheet);
void count_actions(Sheet& sheet);
void count_money(Sheet& sheet);

}  // namespace zsup::stats
