#include "register/budget.h"

namespace zsup::reg {

void Budget::spent(text::Place at, const Product& product, bool bytes) const {
  constexpr std::uint64_t million = 1'000'000;
  throw Spent{
      at,
      bytes
          ? diag::say(
                "{}，到这里已超过一次运行的限度（{} MB），没有计算",
                "{}: up to here that makes more than one run holds ({} MB), and was not worked out",
                product.what, most_bytes_ / million)
          : diag::say("{}，到这里已超过一次运行的限度（{} 百万步），没有计算",
                      "{}: up to here that takes more than one run does ({} million steps), and "
                      "was not worked out",
                      product.what, most_steps_ / million),
      {std::string(product.help.zh), std::string(product.help.en)}};
}

}  // namespace zsup::reg
