#include "io/git_index.h"

#include <fcntl.h>
#include <sys/stat.h>

#include <algorithm>
#include <array>

#include "io/descriptor.h"

namespace zsup::io {

namespace {

constexpr std::uint64_t most_bytes = 512U << 20;
// Version 4 repeats what a name shares with the one before: a few bytes can stand for long names.
// No longer one can be on a disk, and all together are not much longer than the index.
constexpr std::size_t longest_name = 4096;
constexpr std::size_t most_times_longer = 16;

// Reads numbers and pieces from the front; once it has gone past the end, all it gives is nothing.
class Reader {
 public:
  explicit Reader(std::string_view bytes) : bytes_(bytes) {}

  std::uint64_t number(std::size_t size) {
    std::uint64_t value = 0;
    for (const char c : piece(size)) value = value << 8 | static_cast<unsigned char>(c);
    return value;
  }
  std::string_view piece(std::size_t size) {
    if (size > left()) {
      failed_ = true;
      at_ = bytes_.size();
      return {};
    }
    at_ += size;
    return bytes_.substr(at_ - size, size);
  }
  // Up to a NUL byte, which is passed over.
  std::string_view text() {
    const std::size_t end = bytes_.find('\0', at_);
    if (end == std::string_view::npos) return piece(bytes_.size() + 1);
    const std::string_view found = piece(end - at_);
    at_ += 1;
    return found;
  }
  // The number of a name's bytes that go, as version 4 writes it.
  std::uint64_t offset() {
    std::uint64_t byte = number(1);
    std::uint64_t value = byte & 127;
    while ((byte & 128) != 0 && !failed_) {
      byte = number(1);
      if (value > most_bytes) failed_ = true;
      value = ((value + 1) << 7) | (byte & 127);
    }
    return value;
  }

  std::size_t at() const { return at_; }
  std::size_t size() const { return bytes_.size(); }
  std::size_t left() const { return bytes_.size() - at_; }
  bool failed() const { return failed_; }

 private:
  std::string_view bytes_;
  std::size_t at_ = 0;
  bool failed_ = false;
};

struct Parsed {
  std::vector<IndexEntry> entries;  // all of them where `all` was asked for, else the notable ones
  std::string base;                 // the index that this one rests on, by its bytes
  std::string_view bitmaps;         // over the entries of that one: what is gone, what is replaced
};

bool is_notable(const IndexEntry& entry) {
  return entry.stage > 0 || entry.skip_worktree || entry.submodule;
}

// The entries, as far as they follow the form; `hash` is the size of a name of an object.
bool read_entries(Reader& reader, std::size_t hash, bool all, Parsed& parsed) {
  if (reader.piece(4) != "DIRC") return false;
  const std::uint64_t version = reader.number(4);
  const std::uint64_t count = reader.number(4);
  if (version < 2 || version > 4) return false;
  std::string name;  // of the entry before, for version 4
  std::size_t kept = 0;
  for (std::uint64_t i = 0; i < count; ++i) {
    const std::size_t begin = reader.at();
    reader.piece(24);
    const std::uint64_t mode = reader.number(4);
    reader.piece(12 + hash);
    const std::uint64_t flags = reader.number(2);
    const bool extended = (flags & 0x4000) != 0;
    if (extended && version < 3) return false;
    const std::uint64_t more = extended ? reader.number(2) : 0;
    const std::uint64_t type = mode >> 12;
    if (mode > 0xFFFF || (type != 8 && type != 10 && type != 14 && type != 4)) return false;
    if (version == 4) {
      const std::uint64_t goes = reader.offset();
      const std::string_view comes = reader.text();
      if (reader.failed() || goes > name.size()) return false;
      name.resize(name.size() - goes);
      name += comes;
    } else {
      const std::string_view whole = reader.text();
      // One to eight NUL bytes make the length a multiple of eight.
      const std::size_t past = (reader.at() - 1 - begin) / 8 * 8 + 8;
      const std::string_view padding = reader.piece(begin + past - reader.at());
      if (reader.failed() || padding.find_first_not_of('\0') != std::string_view::npos)
        return false;
      // A long name is no longer told by its length.
      const std::uint64_t length = flags & 0xFFF;
      if (length < 0xFFF && length != whole.size()) return false;
      name = whole;
    }
    IndexEntry entry{
        {}, static_cast<std::uint8_t>(flags >> 12 & 3), (more & 0x4000) != 0, type == 14};
    if (!all && !is_notable(entry) && !name.empty()) continue;
    if (name.size() > longest_name) return false;
    kept += name.size();
    if (kept > reader.size() * most_times_longer) return false;
    entry.path = name;
    if (type == 4 && !entry.path.ends_with('/')) entry.path += '/';
    parsed.entries.push_back(std::move(entry));
  }
  return !reader.failed();
}

// What stands behind the entries. An extension with a small letter must be understood.
bool read_extensions(Reader& reader, std::size_t hash, Parsed& parsed) {
  while (reader.left() > hash) {
    const std::string_view name = reader.piece(4);
    const std::uint64_t size = reader.number(4);
    const std::string_view body = reader.piece(size);
    if (reader.failed()) return false;
    if (name == "link") {
      if (body.size() < hash) return false;
      parsed.base = body.substr(0, hash);
      parsed.bitmaps = body.substr(hash);
    } else if (name != "sdir" && (name[0] < 'A' || name[0] > 'Z')) {
      return false;
    }
  }
  return reader.left() == hash;
}

// Where it is not said which hash a repository uses, only one fits: the end has to be met exactly.
std::optional<Parsed> parse(std::string_view bytes, bool all) {
  for (const std::size_t hash : {std::size_t{20}, std::size_t{32}}) {
    Reader reader(bytes);
    Parsed parsed;
    if (read_entries(reader, hash, all, parsed) && read_extensions(reader, hash, parsed)) {
      return parsed;
    }
  }
  return std::nullopt;
}

// A bitmap as Git packs it (EWAH): how many bits, how many words of 64 bits, these, and where the
// last marker stands. A marker says how many words are all alike and how many are spelt out.
std::optional<std::vector<bool>> read_bitmap(Reader& reader, std::size_t most) {
  std::vector<bool> bits;
  const std::uint64_t size = reader.number(4);
  std::uint64_t words = reader.number(4);
  if (size > most || words > reader.left() / 8) return std::nullopt;
  bits.reserve(size);
  const auto add = [&](std::uint64_t word) {
    for (int i = 0; i < 64 && bits.size() < size; ++i) bits.push_back((word >> i & 1) != 0);
  };
  while (words > 0) {
    const std::uint64_t marker = reader.number(8);
    --words;
    const std::uint64_t alike = marker >> 1 & 0xFFFFFFFF;
    const std::uint64_t spelt = marker >> 33;
    if (spelt > words) return std::nullopt;
    for (std::uint64_t i = 0; i < alike && bits.size() < size; ++i) {
      add((marker & 1) != 0 ? ~std::uint64_t{0} : 0);
    }
    for (std::uint64_t i = 0; i < spelt; ++i) add(reader.number(8));
    words -= spelt;
  }
  reader.number(4);
  if (reader.failed()) return std::nullopt;
  bits.resize(size);
  return bits;
}

std::string hexadecimal(std::string_view id) {
  constexpr std::string_view digits = "0123456789abcdef";
  std::string name;
  for (const char c : id) {
    name += digits[static_cast<unsigned char>(c) >> 4];
    name += digits[static_cast<unsigned char>(c) & 15];
  }
  return name;
}

// A split index: what it rests on, without what is gone, with what is replaced (such an entry has
// no name of its own), and its own entries behind.
std::optional<std::vector<IndexEntry>> joined(Parsed split, Parsed base) {
  Reader reader(split.bitmaps);
  std::vector<bool> gone;
  std::vector<bool> replaced;
  if (reader.left() > 0) {
    auto first = read_bitmap(reader, base.entries.size());
    auto second = first ? read_bitmap(reader, base.entries.size()) : std::nullopt;
    if (!second) return std::nullopt;
    gone = std::move(*first);
    replaced = std::move(*second);
  }
  std::vector<IndexEntry> entries;
  auto own = split.entries.begin();
  for (std::size_t i = 0; i < base.entries.size(); ++i) {
    IndexEntry& entry = base.entries[i];
    if (i < replaced.size() && replaced[i]) {
      if (own == split.entries.end() || !own->path.empty()) return std::nullopt;
      entry.stage = own->stage;
      entry.skip_worktree = own->skip_worktree;
      entry.submodule = own->submodule;
      ++own;
    }
    if (i < gone.size() && gone[i]) continue;
    if (is_notable(entry)) entries.push_back(std::move(entry));
  }
  for (; own != split.entries.end(); ++own) {
    if (own->path.empty()) return std::nullopt;
    if (is_notable(*own)) entries.push_back(std::move(*own));
  }
  std::ranges::stable_sort(entries, {}, &IndexEntry::path);
  return entries;
}

// Nothing where there is none, or none that can be read.
std::optional<std::string> bytes_of(const std::string& path, bool& is_there) {
  const Descriptor file(uninterrupted(
      [&] { return ::open(path.c_str(), O_RDONLY | O_NONBLOCK | O_CLOEXEC | O_NOCTTY); }));
  is_there = file || errno != ENOENT;
  struct stat status;
  if (!file || ::fstat(file.get(), &status) != 0 || !S_ISREG(status.st_mode) ||
      static_cast<std::uint64_t>(status.st_size) > most_bytes) {
    return std::nullopt;
  }
  std::string bytes(static_cast<std::size_t>(status.st_size), '\0');
  std::size_t filled = 0;
  while (filled < bytes.size()) {
    const ssize_t got = uninterrupted(
        [&] { return ::read(file.get(), bytes.data() + filled, bytes.size() - filled); });
    if (got <= 0) return std::nullopt;
    filled += static_cast<std::size_t>(got);
  }
  return bytes;
}

}  // namespace

std::optional<std::vector<IndexEntry>> notable_entries(
    std::string_view bytes,
    const std::function<std::optional<std::string>(const std::string&)>& shared) {
  std::optional<Parsed> parsed = parse(bytes, false);
  if (!parsed) return std::nullopt;
  const bool rests_on_none = parsed->base.find_first_not_of('\0') == std::string::npos;
  if (rests_on_none) {
    const bool nameless = std::ranges::any_of(
        parsed->entries, [](const IndexEntry& entry) { return entry.path.empty(); });
    if (nameless) return std::nullopt;
    return std::move(parsed->entries);
  }
  const std::optional<std::string> base = shared(hexadecimal(parsed->base));
  if (!base) return std::nullopt;
  std::optional<Parsed> whole = parse(*base, true);
  parsed = parse(bytes, true);
  if (!whole || !whole->base.empty() || !parsed) return std::nullopt;
  return joined(std::move(*parsed), std::move(*whole));
}

std::optional<std::vector<IndexEntry>> notable_entries(const Repository& repository) {
  bool is_there = false;
  const std::optional<std::string> bytes = bytes_of(repository.folder + "/index", is_there);
  if (!is_there) return std::vector<IndexEntry>();
  if (!bytes) return std::nullopt;
  return notable_entries(*bytes, [&](const std::string& name) {
    return bytes_of(repository.folder + "/sharedindex." + name, is_there);
  });
}

}  // namespace zsup::io
