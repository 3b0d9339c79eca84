// What the numbers of the system stand for.
#include "io/error.h"

#include <doctest/doctest.h>

#include <cerrno>
#include <utility>

namespace zsup::io {

TEST_CASE("each number of an error has the reason that a message needs") {
  constexpr std::pair<int, Reason> known[] = {{ENOENT, Reason::not_found},
                                              {EACCES, Reason::no_permission},
                                              {EPERM, Reason::no_permission},
                                              {EEXIST, Reason::already_exists},
                                              {EISDIR, Reason::is_a_folder},
                                              {ENOTDIR, Reason::not_a_folder},
                                              {ELOOP, Reason::link_loop},
                                              {EXDEV, Reason::leads_outside},
                                              {ENAMETOOLONG, Reason::name_too_long},
                                              {EFBIG, Reason::too_large},
                                              {EOVERFLOW, Reason::too_large},
                                              {ENOSPC, Reason::no_space},
                                              {EDQUOT, Reason::no_space},
                                              {EROFS, Reason::read_only},
                                              {EIO, Reason::input_output},
                                              {EMFILE, Reason::too_many_open_files},
                                              {ENFILE, Reason::too_many_open_files},
                                              {ENOMEM, Reason::out_of_memory},
                                              {EPIPE, Reason::closed},
                                              {ETIMEDOUT, Reason::timed_out},
                                              {ENOTSUP, Reason::other}};
  for (const auto& [number, reason] : known) {
    CAPTURE(number);
    CHECK(reason_of(number) == reason);
    CHECK(system_error(Operation::write, number, "a") ==
          Error{Operation::write, reason, number, "a"});
  }
}

}  // namespace zsup::io
