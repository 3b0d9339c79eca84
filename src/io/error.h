// What can go wrong outside the program, as values. Nothing here is worded for people: the folders
// above say it in their reader's language.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <variant>

namespace zsup::io {

// What was being done when it went wrong.
enum class Operation : std::uint8_t {
  look_up,        // following a path, asking what is there
  open,           // opening a file for reading
  read,           // reading an open file
  list,           // reading a folder
  create,         // making a new file
  write,          // writing bytes
  flush,          // making bytes durable (fsync)
  replace,        // giving a finished file its name
  create_folder,  // making a folder
  remove,         // taking a file away
  keep,           // giving a new file the owner, group and attributes of the one it replaces
  lock,           // keeping others out
  run,            // starting or following another program
};

// Why, in the terms that a message needs. `other` is told by its number alone.
enum class Reason : std::uint8_t {
  not_found,
  no_permission,
  already_exists,
  is_a_folder,
  not_a_folder,
  not_a_regular_file,
  link_loop,
  is_a_link,       // a symbolic link where a file is to be written
  through_a_link,  // a folder on the way to such a file is a symbolic link
  another_register,  // the same, with a zsup.yaml of its own
  not_ours,        // not made by zsup, or not for this user or on this machine
  leads_outside,  // a path that leaves the register
  name_too_long,
  too_large,           // over the limit that the caller gave
  changed_while_read,  // twice in a row
  no_space,            // disk or quota full
  read_only,           // a read-only file system
  input_output,        // the device failed (EIO)
  too_many_open_files,
  out_of_memory,
  closed,     // nobody reads the other end
  no_reader,  // a pipe that nobody has opened to read
  not_open,   // a standard stream that was closed from the start
  interrupted,  // by a signal that has been noted
  timed_out,
  other,
};

struct Error {
  Operation operation = Operation::look_up;
  Reason reason = Reason::other;
  int number = 0;    // errno, or 0 where the system call did not fail
  std::string path;  // as the caller gave it

  friend bool operator==(const Error&, const Error&) = default;
};

// The reason that an errno stands for.
Reason reason_of(int number);

// An Error from an errno.
Error system_error(Operation operation, int number, std::string path);

// The outcome of something that yields nothing: empty when it went well.
using Failure = std::optional<Error>;

// A value, or the error that stood in its way.
template <class T>
class [[nodiscard]] Result {
 public:
  Result(T value) : held_(std::in_place_index<0>, std::move(value)) {}
  Result(Error error) : held_(std::in_place_index<1>, std::move(error)) {}

  explicit operator bool() const { return held_.index() == 0; }
  T& operator*() { return std::get<0>(held_); }
  const T& operator*() const { return std::get<0>(held_); }
  T* operator->() { return &std::get<0>(held_); }
  const T* operator->() const { return &std::get<0>(held_); }
  const Error& error() const { return std::get<1>(held_); }

 private:
  std::variant<T, Error> held_;
};

}  // namespace zsup::io
