// What a command has to say, before any format: a heading, notes, tables of typed cells for people
// and spreadsheets, and a tree of the same cells for programs. Each format is one writer
// (write/writers.h) that takes any page. The texts are `Named` until the veil has passed over them
// (mask/shown.h), and `Shown` for the writers.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "diag/say.h"
#include "register/obligations.h"
#include "text/name.h"
#include "value/date.h"
#include "value/number.h"

namespace zsup::view {

using text::Named;
using text::Shown;

// The id of a record, which is hidden as such.
template <class T>
struct Id {
  T text;
};

// The file that a record lies in, and its line; as people read it, findings/a.yaml:12.
template <class T>
struct Link {
  T file;
  std::optional<std::int64_t> line;
};

// A word of the program's own: programs read the id, people the words.
struct Word {
  std::string_view id;
  diag::Words words;
};

struct Light {
  reg::Light light{};
};

struct YesNo {
  bool yes = false;
};

// Points with their sign: +2, -0.5. Programs and spreadsheets read the number.
struct Change {
  value::Rational points;
};

// One value; nothing is null to programs, and a dash to people. Writers visit it sort by sort, so
// that a new sort does not compile until each of them has decided how it shows it.
template <class T>
using Cell = std::variant<std::monostate, T, Id<T>, Link<T>, std::int64_t, value::Rational, Change,
                          value::Money, value::Date, value::Period, Word, Light, YesNo>;

// -- For programs -------------------------------------------------------------------------------

template <class T>
struct Node;

// A key is the program's own, or, of what a record counts, the record's.
template <class T>
struct Entry {
  std::variant<std::string_view, T> key;
  Node<T> value;
};
template <class T>
using Object = std::vector<Entry<T>>;
template <class T>
using List = std::vector<Node<T>>;

template <class T>
using Take = std::function<void(Node<T>)>;

// A list whose elements are handed out one by one, so that memory does not grow with what stands in
// them.
template <class T>
struct OneByOne {
  std::function<void(const Take<T>&)> each;
  bool a_line_each = false;
};

template <class T>
struct Node {
  std::variant<Cell<T>, Object<T>, List<T>, OneByOne<T>> value;
};

// -- For people and spreadsheets ----------------------------------------------------------------

enum class Align : std::uint8_t { left, right };

// Whether people (tables, Markdown), scripts (CSV) or both see a column.
enum class Seen : std::uint8_t { by_all, by_people, by_scripts };

struct Column {
  std::string_view key;  // of the same value in JSON; empty where JSON has none
  diag::Words title;
  Align align = Align::left;
  Seen seen = Seen::by_all;
  bool once = false;  // on a terminal it is left out of a row that tells more `of_the_same`
};

template <class T>
struct Row {
  std::vector<Cell<T>> cells;  // one for each column, whoever sees it
  bool of_the_same = false;    // as the row before
};
template <class T>
using TakeRow = std::function<void(const Row<T>&)>;

// How a section is laid out. `table` is one everywhere; of `steps` a terminal sets the first two
// columns one below the other, the next two as one text and the others on lines of their own, so
// that nothing need be cut; `offers` is a list of points, what they are for, and where.
enum class Layout : std::uint8_t { table, steps, offers };

template <class T>
struct Section {
  T title;              // may be empty
  std::vector<T> lead;  // lines before the rows
  std::vector<Column> columns;
  // Hands out the rows, once.
  std::function<void(const TakeRow<T>&)> rows;
  Layout layout = Layout::table;
  std::vector<T> strong;  // lines behind the rows, the first of which counts most
};

// A line to be copied as it is, into a shell.
template <class T>
struct Command {
  T how;
  T line;
};

template <class T>
struct Page {
  bool draft = false;  // the register has errors, and the output says so
  std::optional<T> heading;
  std::vector<T> notes;
  // Handed out one by one, for the registers are large.
  std::function<void(const std::function<void(const Section<T>&)>&)> sections;
  // The one table that a spreadsheet gets; none where the page has a single section, which it is.
  std::function<Section<T>()> sheet;
  // Of a page that is prose, each to be used by itself.
  std::function<void(const std::function<void(T)>&)> paragraphs;
  std::optional<Command<T>> command;
  Node<T> data;
  std::shared_ptr<const void> kept = nullptr;  // what the functions above read from
};

// The mark that everything made of a register with errors bears.
inline constexpr diag::Words draft_mark{"【草稿：登记册有错误】",
                                        "[draft: the register has errors] "};

}  // namespace zsup::view
