// Readings of Chinese characters as data, without tones; the table is written by
// tests/support/pinyin_table.py.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

namespace zsup::text {

inline constexpr char32_t first_with_reading = 0x4E00;

// A reading by the number of its syllable, from 1.
struct Reading {
  std::uint16_t character;
  std::uint16_t syllable;
};

// A surname of two characters.
struct Compound {
  std::uint16_t first;
  std::uint16_t second;
  std::uint16_t first_syllable;
  std::uint16_t second_syllable;
};

std::span<const std::string_view> syllables();  // in order; ü is v
std::span<const std::uint16_t> readings();      // by code point, from `first_with_reading` on
std::span<const Reading> further_readings();    // besides the usual one, by character
std::span<const Reading> surname_readings();    // where a surname is read otherwise
std::span<const Compound> compound_surnames();  // by their characters

}  // namespace zsup::text
