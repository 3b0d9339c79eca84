#include "register/budget.h"

namespace zsup::reg {

void Budget::spent(text::Place at, const Product& product, bool bytes) const {
  constexpr std::uint64_t million = 1'000'000;
  throw Spent{
      at,
      bytes ? diag::say("{0}，到这里已超过一次运行的限度（{2} MB），没有计算",
                        "{1}: up to here that makes more than one run holds ({2} MB), and was not "
                        "worked out",
                        product.what.zh, product.what.en, most_bytes_ / million)
            : diag::say("{0}，到这里已超过一次运行的限度（{2} 百万步），没有计算",
                        "{1}: up to here that takes more than one run does ({2} million steps), "
                        "and was not worked out",
                        product.what.zh, product.what.en, most_steps_ / million),
      {std::string(product.help.zh), std::string(product.help.en)}};
}

}  // namespace zsup::reg
