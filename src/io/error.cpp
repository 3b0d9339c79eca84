#include "io/error.h"

#include <cerrno>

namespace zsup::io {

Reason reason_of(int number) {
  switch (number) {
    case ENOENT:
      return Reason::not_found;
    case EACCES:
    case EPERM:
      return Reason::no_permission;
    case EEXIST:
      return Reason::already_exists;
    case EISDIR:
      return Reason::is_a_folder;
    case ENOTDIR:
      return Reason::not_a_folder;
    case ELOOP:
      return Reason::link_loop;
    case EXDEV:
      return Reason::leads_outside;
    case ENAMETOOLONG:
      return Reason::name_too_long;
    case EFBIG:
    case EOVERFLOW:
      return Reason::too_large;
    case ENOSPC:
    case EDQUOT:
      return Reason::no_space;
    case EROFS:
      return Reason::read_only;
    case EIO:
      return Reason::input_output;
    case EMFILE:
    case ENFILE:
      return Reason::too_many_open_files;
    case ENOMEM:
      return Reason::out_of_memory;
    case EPIPE:
      return Reason::closed;
    case EBADF:
      return Reason::not_open;
    case ETIMEDOUT:
      return Reason::timed_out;
    default:
      return Reason::other;
  }
}

Error system_error(Operation operation, int number, std::string path) {
  return {operation, reason_of(number), number, std::move(path)};
}

}  // namespace zsup::io
