// The one seam between zsup and files, which tests replace (tests/support/memory_file_system.h).
//
// A FileSystem stands for one register: relative paths start at its root, are '/' separated, and
// are kept as the bytes that the file system has. Everything is reported as values; nothing throws.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "io/descriptor.h"
#include "io/error.h"
#include "io/ignore.h"
#include "text/arena.h"

namespace zsup::io {

inline constexpr std::string_view config_name = "zsup.yaml";

// Why something that has the name of a record file cannot be one, or has nearly such a name.
enum class Oddity : std::uint8_t {
  name,  // a regular file named *.YAML, *.yaml.txt, *.yaml.bak or the like, which some editors and
         // merges make of *.yaml
  folder,  // a folder named like a record file; what is in it is not read
  fifo,
  socket,
  device,
  link,          // a symbolic link to something inside the root that is not read anyway
  link_outside,  // a symbolic link to a file or folder outside the root
  link_dangling,
  link_loop,
};

struct OddEntry {
  std::string path;
  Oddity oddity;

  friend bool operator==(const OddEntry&, const OddEntry&) = default;
};

// What a register's folder holds, each list sorted by the bytes of the path, so that nothing that
// follows depends on the order in which the file system lists a folder.
struct Listing {
  // Regular files named *.yaml or *.yml, but the root's zsup.yaml.
  std::vector<std::string_view> records;
  std::vector<OddEntry> odd;  // each of them a finding
  // The patterns of `ignore`, by their numbers, that match nothing at all.
  std::vector<std::size_t> matching_nothing;
  std::vector<Error> unreadable;  // folders that could not be listed

  // What Git's index adds, where there is one. Record files, and folders (which end in '/') of
  // which nothing more is known, that Git tracks and that a sparse checkout keeps off the disk:
  std::vector<std::string> not_checked_out;
  std::vector<std::string> not_fetched;  // folders of submodules that hold no repository yet
  std::vector<std::string> unmerged;     // files of whose contents a merge has left undecided
  std::vector<std::string>
      unknown_index;  // repositories whose index could not be understood; "": the root's

  std::vector<std::string> repositories;  // folders below the root with a repository of their own
};

enum class Attachment : std::uint8_t {
  usable,  // a regular file with something in it, inside the root
  missing,
  outside,  // absolute, or leads outside the root by `..` or by a link
  empty,    // a regular file of no bytes
  folder,
  irregular,   // FIFO, socket, device
  unreadable,  // what it is could not be found out
};

enum class Presence : std::uint8_t { nothing, file, folder, other };

enum class Overwrite : bool { no, yes };

// A file to be written. "-" is standard output, and /dev/stdout and its like are what they name.
struct Output {
  std::string path;
  std::string_view bytes;
  // What the file must still hold: then it is replaced, and nothing else ever is.
  std::optional<std::string_view> instead_of = std::nullopt;
  bool always_new = false;  // never replaces a file, whatever is overwritten
};

// A folder kept open from one read to the next: whoever reads file after file, folder by folder,
// spares looking up the same folders again.
struct OpenFolder {
  std::string path;  // up to and with its last '/'
  Descriptor number;
};

class FileSystem {
 public:
  FileSystem() = default;
  FileSystem(const FileSystem&) = delete;
  FileSystem& operator=(const FileSystem&) = delete;
  virtual ~FileSystem() = default;

  // All record files below the root. Left out: hidden files and folders, what `ignore` matches, and
  // folders other than the root with a zsup.yaml of their own (another register), which must be a
  // file or lead to one: anything else of that name is an oddity, and hides nothing.
  //
  // Symbolic links are never followed. A link to something inside the root that is listed at its
  // own place is passed over, since reading it twice would make every record in it a duplicate;
  // every other link that is named like a record file, and every link to a folder outside, is an
  // oddity: records that come and go with what a link points at are in no one's history.
  //
  // The paths of records stand in the arena. As many threads list as are given, at least one.
  virtual Listing list(const Ignore& ignore, text::Arena& paths, unsigned threads) const = 0;

  // Reads a record file into the arena; one NUL byte, not part of the view, follows the bytes.
  // Never blocks on what is not a regular file, never follows a symbolic link, never leaves the
  // root. A file that changes while it is read is read once more, then given up. May be called from
  // several threads at once, each with its own arena and its own folder.
  virtual Result<std::string_view> read_into(const std::string& path, text::Arena& arena,
                                             std::uint64_t limit, OpenFolder& folder) const = 0;
  Result<std::string_view> read_into(const std::string& path, text::Arena& arena,
                                     std::uint64_t limit) const {
    OpenFolder none;
    return read_into(path, arena, limit, none);
  }

  // Reads any other regular file (zsup.yaml, a template): links are followed as long as they stay
  // inside the root (`leads_outside`).
  virtual Result<std::string> read(const std::string& path, std::uint64_t limit) const = 0;

  // What a record's attachment is, without ever opening it. Several threads may ask at once.
  virtual Attachment attachment(const std::string& path) const = 0;

  // The names in a folder ("" for the root), hidden ones left out, in no order; none where it
  // cannot be listed without leaving the root or following a link, or holds more than anybody looks
  // through. For telling which file was meant.
  virtual std::vector<std::string> names_in(const std::string&) const { return {}; }

  // Nothing when a regular file still holds exactly these bytes and may be written to; else what
  // stands in the way: `changed_while_read` for other bytes, `no_permission` for a file that its
  // permissions keep from being written (that matters since a file is replaced by way of its
  // folder, which would not ask), `is_a_link` or `through_a_link`.
  [[nodiscard]] virtual Failure replaceable(const std::string& path,
                                            std::string_view bytes) const = 0;

  // What a path holds, links followed; a dangling link is `other`.
  virtual Presence presence(const std::string& path) const = 0;

  // Writes each file whole or not at all: at any time, whatever happens, a path holds its old bytes
  // or its new ones. Several files are there all or none: when one of them fails, or a signal
  // comes, everything is as it was, and when the process is killed or the power goes, the next run
  // ends what was begun (finish_earlier). What cannot be kept (a device, a pipe, standard output)
  // is written last. The error names the file that failed.
  //
  // Without `Overwrite::yes` a path that exists is an error (`already_exists`). Folders that are
  // not there are made. Absolute paths are taken. Nothing is written through a symbolic link: a
  // file that is one is refused (`is_a_link`); folders of relative paths, and of absolute ones
  // within a repository, a register or the folder of this process, must be none (`through_a_link`).
  //
  // A file that is replaced hands on its mode, owner, group and extended attributes; not_kept()
  // tells of those that could not.
  [[nodiscard]] Failure write_all(std::span<const Output> files, Overwrite overwrite) {
    return write(files, overwrite, not_kept_);
  }
  const std::vector<Error>& not_kept() const { return not_kept_; }

  // Whether an earlier run was cut off while it wrote files that belong together, or another one is
  // just now writing some.
  virtual bool unfinished() const = 0;

  // Ends what an earlier run was cut off at; how many files that gave their names. `not_ours` where
  // what is left is not of this user's making.
  [[nodiscard]] virtual Result<std::size_t> finish_earlier() = 0;

  // Keeps every other zsup that asks the same of this folder waiting until this FileSystem goes;
  // waits for another one for some seconds at most (`timed_out`). Where the file system has no
  // locks, nothing is kept.
  [[nodiscard]] virtual Failure hold() = 0;

  [[nodiscard]] Failure write_whole(const std::string& path, std::string_view bytes,
                                    Overwrite overwrite) {
    const Output file{path, bytes};
    return write_all(std::span(&file, 1), overwrite);
  }

 private:
  [[nodiscard]] virtual Failure write(std::span<const Output> files, Overwrite overwrite,
                                      std::vector<Error>& not_kept) = 0;

  std::vector<Error> not_kept_;
};

// The real file system, rooted at a folder. The folder stays open, so that the register is the same
// one even when it is renamed meanwhile.
Result<std::unique_ptr<FileSystem>> open_disk(const std::string& root);

// The same for a folder that may have yet to be made; it is taken away again unless something is
// written to it. Nothing is made through a link of a repository.
Result<std::unique_ptr<FileSystem>> open_new_disk(const std::string& root);

// The nearest folder from `start` (a folder) upward that holds a zsup.yaml, as an absolute path
// without symbolic links; `not_found` when there is none.
Result<std::string> find_root(const std::string& start);

// The nearest folder from `folder` (as real_path gives it) upward that holds a `.git`, a folder or
// a file: the top of a Git repository, whoever it belongs to and whether it works or not.
std::optional<std::string> repository_top(const std::string& folder);

// The absolute path, without symbolic links, of something that exists.
Result<std::string> real_path(const std::string& path);

// `path` relative to `folder`, both as real_path gives them: "" for the folder itself, nothing when
// the path lies outside of it.
std::optional<std::string> path_inside(std::string_view folder, std::string_view path);

}  // namespace zsup::io
