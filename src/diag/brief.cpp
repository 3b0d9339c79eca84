#include "diag/brief.h"

#include "text/one_line.h"
#include "text/visible.h"
#include "text/width.h"

namespace zsup::diag {

namespace {
constexpr std::size_t most_cells = 40;
constexpr std::size_t most_bytes = 4096;  // of a value of marks that take no cells
}  // namespace

std::string brief(std::string_view value) {
  std::string out;
  std::size_t cells = 0;
  // One cell beyond the limit is enough to know that the value must be cut.
  std::size_t at = 0;
  while (at < value.size() && cells <= most_cells && out.size() <= most_bytes) {
    if (value[at] == '\n' || value.substr(at, 2) == "\r\n") {
      out.append("⏎");
      cells += 1;
      at += value[at] == '\n' ? 1U : 2U;
      continue;
    }
    if (value[at] == text::fold) {  // a line broken within Chinese
      ++at;
      continue;
    }
    const std::size_t taken = text::cluster_at(value, at).bytes;
    const std::string shown = text::visible(value.substr(at, taken));
    out.append(shown);
    cells += text::width(shown);
    at += taken;
  }
  if (cells <= most_cells && at < value.size()) return out + "…";
  return text::truncate(out, most_cells);
}

}  // namespace zsup::diag
