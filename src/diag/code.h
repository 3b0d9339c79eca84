// The stable codes of everything that `zsup check` can say. What each of them means, why it matters
// and how it looks is told by the catalogue in rule/; the codes stand here because the reading
// layers below the rules report under them too.
#pragma once

#include <cstdint>
#include <string>

namespace zsup::diag {

enum class Severity : std::uint8_t { off, info, warning, error };

struct Code {
  std::uint16_t number = 0;

  std::string name() const;  // "ZS201"
  friend constexpr bool operator==(Code, Code) = default;
  friend constexpr auto operator<=>(Code, Code) = default;
};

namespace code {

// ZS0xx: reading.
inline constexpr Code yaml_syntax{1};
inline constexpr Code invalid_utf8{2};
inline constexpr Code foreign_encoding{3};
inline constexpr Code byte_order_mark{4};
inline constexpr Code control_character{5};
inline constexpr Code merge_conflict{6};
inline constexpr Code duplicate_key{7};
inline constexpr Code nesting_too_deep{8};
inline constexpr Code too_large{9};
inline constexpr Code not_allowed_in_records{10};
inline constexpr Code empty_document{11};
inline constexpr Code not_a_mapping{12};
inline constexpr Code trailing_content{13};
inline constexpr Code tab_indentation{14};
inline constexpr Code full_width_syntax{15};
inline constexpr Code unreadable_file{16};
inline constexpr Code not_a_regular_file{17};
inline constexpr Code invisible_character{18};
inline constexpr Code unclosed_quote{19};
inline constexpr Code key_not_text{20};
inline constexpr Code missing_colon{21};
inline constexpr Code look_alike_character{22};
inline constexpr Code text_cut_off{23};

// ZS1xx: shape.
inline constexpr Code unknown_kind{101};
inline constexpr Code missing_field{102};
inline constexpr Code unknown_field{103};
inline constexpr Code wrong_type{104};
inline constexpr Code bad_date{105};
inline constexpr Code bad_period{106};
inline constexpr Code bad_number{107};
inline constexpr Code bad_money{108};
inline constexpr Code unknown_value{109};
inline constexpr Code bad_id{110};
inline constexpr Code bad_boolean{111};
inline constexpr Code bad_due{112};
inline constexpr Code empty_value{113};
inline constexpr Code out_of_range{114};
inline constexpr Code one_of_fields{115};
inline constexpr Code repeated_item{116};
inline constexpr Code dates_backwards{120};
inline constexpr Code future_date{121};

// ZS2xx: references.
inline constexpr Code dangling_reference{201};
inline constexpr Code duplicate_id{202};
inline constexpr Code wrong_kind{203};
inline constexpr Code org_cycle{204};
inline constexpr Code attachment_missing{205};
inline constexpr Code attachment_outside{206};
inline constexpr Code attachment_unusable{207};
inline constexpr Code out_of_office{209};
inline constexpr Code policy_in_force{210};
inline constexpr Code calendar_missing{211};
inline constexpr Code unknown_line{212};
inline constexpr Code calendar_repeated{213};
inline constexpr Code calendar_contradicts{214};
inline constexpr Code unknown_rule{215};
inline constexpr Code firm_rule{216};
inline constexpr Code condition_never_met{217};
inline constexpr Code bands_do_not_fit{222};
inline constexpr Code row_makes_no_sense{223};
inline constexpr Code several_policies{225};
inline constexpr Code line_of_nobody{240};
inline constexpr Code ignored_nothing{246};
inline constexpr Code name_twice{247};
inline constexpr Code reading_does_not_fit{248};
inline constexpr Code line_named_nowhere{249};

// ZS3xx: duties and reports.
inline constexpr Code approved_without_content{301};
inline constexpr Code approved_without_attachment{302};
inline constexpr Code approved_without_measure{303};
inline constexpr Code answered_twice{304};
inline constexpr Code returned_without_reason{305};
inline constexpr Code reviewed_by_reporter{306};
inline constexpr Code reviewer_without_jurisdiction{307};
inline constexpr Code reviewed_before_submitted{308};
inline constexpr Code not_the_owner{309};
inline constexpr Code no_such_obligation{310};
inline constexpr Code leader_without_duties{311};
inline constexpr Code catalogue_incomplete{312};
inline constexpr Code due_does_not_fit{313};
inline constexpr Code owner_matches_nobody{314};
inline constexpr Code attempts_out_of_order{315};
inline constexpr Code unknown_category{316};
inline constexpr Code measure_not_asked{318};
inline constexpr Code measure_names_alike{319};
inline constexpr Code reported_to_oneself{320};
inline constexpr Code not_reported{391};
inline constexpr Code reported_late{392};
inline constexpr Code empty_content{393};

// ZS4xx: findings.
inline constexpr Code step_missing{401};
inline constexpr Code step_backwards{402};
inline constexpr Code unit_before_leader{403};
inline constexpr Code closed_without_approval{404};
inline constexpr Code recovered_more{405};
inline constexpr Code leader_does_not_cover{406};
inline constexpr Code nobody_answers{407};
inline constexpr Code several_answer{408};
inline constexpr Code inspection_mismatch{409};
inline constexpr Code unit_not_inspected{410};
inline constexpr Code event_before_found{411};
inline constexpr Code briefing_kept_twice{412};
inline constexpr Code spot_check_target{413};
inline constexpr Code step_after_close{414};
inline constexpr Code post_vacant{415};
inline constexpr Code finding_left_open{421};
inline constexpr Code claimed_late{424};
inline constexpr Code unclaimed{491};
inline constexpr Code overdue_finding{492};
inline constexpr Code unpublished{493};

// ZS5xx: cases.
inline constexpr Code escalated_late{501};
inline constexpr Code measure_incomplete{502};
inline constexpr Code person_twice{503};
inline constexpr Code measure_of_another_body{504};
inline constexpr Code sanction_without_case{505};
inline constexpr Code closed_clue_filed{506};
inline constexpr Code clue_before_finding{507};
inline constexpr Code escalated_not_upward{508};
inline constexpr Code leader_by_name{509};
inline constexpr Code parts_and_whole{510};

// ZS6xx: filings.
inline constexpr Code filing_incomplete{601};
inline constexpr Code not_filed{691};
inline constexpr Code filed_late{692};

// ZS7xx: authenticity.
inline constexpr Code repeats_own_report{701};
inline constexpr Code repeats_other_report{702};
inline constexpr Code spot_check_contradicts{703};

// ZS8xx: secrecy.
inline constexpr Code secrecy_mark{801};
inline constexpr Code identity_number{802};
inline constexpr Code phone_number{803};

// ZS90x: waivers, and letters that were issued.
inline constexpr Code waiver_expired{901};
inline constexpr Code waiver_unused{902};
inline constexpr Code letter_number_malformed{903};
inline constexpr Code letter_number_year{904};
inline constexpr Code letter_number_repeated{905};
inline constexpr Code letter_number_gap{906};
inline constexpr Code letter_number_backwards{907};
inline constexpr Code not_checked_out{908};  // told in reading
inline constexpr Code waived_by_oneself{927};
// ZS91x: draws.
inline constexpr Code draw_does_not_recompute{910};
inline constexpr Code draw_pool{911};
// ZS92x: the contents of letters that were issued.
inline constexpr Code same_letter{923};
inline constexpr Code addressee_not_in_office{928};

}  // namespace code
}  // namespace zsup::diag
