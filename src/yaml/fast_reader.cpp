#include "yaml/fast_reader.h"

namespace zsup::yaml {

bool read_fast(std::string_view, const Slice&, const Limits&, text::Arena&, Document&) {
  return false;
}

}  // namespace zsup::yaml
