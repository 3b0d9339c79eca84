#include "record/reference.h"
namespace zsup::record {
std::string reference_markdown(diag::Lang) {
  return "\n";
}
}  // namespace zsup::record
