// One table for spreadsheets: the page's sheet, else its only section.
#include "write/cells.h"
#include "write/table.h"
#include "write/writers.h"

namespace zsup::write {

std::string csv(const Page& page, const Look& look) {
  std::string out;
  const auto write = [&](const Section& section) {
    out += to_csv(table_of(section, look.lang, For::scripts), look.lang, look.excel);
  };
  if (page.sheet) {
    write(page.sheet());
  } else {
    page.sections(write);
  }
  return out;
}

}  // namespace zsup::write
