#include "io/git_tree.h"

#include <sys/stat.h>

#include <algorithm>
#include <deque>
#include <map>
#include <optional>

#include "io/walk.h"

namespace zsup::io {

namespace {

using Type = GitObject::Type;

// A tree of a few hundred bytes can name the same tree again and again, and so hold more than any
// register: there are bounds on what is looked at.
constexpr std::size_t most_entries = 1'000'000;
constexpr std::uint64_t most_bytes = std::uint64_t{2} << 30;
constexpr std::uint64_t most_tree = 256U << 20;
constexpr std::uint64_t most_file = 64U << 20;
constexpr int most_submodule_depth = 16;
constexpr int most_levels = 128;            // folders within folders, each a question to git
constexpr std::size_t longest_path = 4096;  // that a checkout could make
constexpr int most_submodules = 200;        // several questions each
constexpr int most_links = 40;

enum class Sort : std::uint8_t { file, link, folder, submodule };

struct Entry {
  std::string_view path;  // from the register's root
  Sort sort = Sort::file;
  std::size_t repository = 0;  // whose object it is, counted in the order of discovery
  std::string_view id;         // as stored: 20 or 32 bytes
  Type got = Type::missing;
  std::string_view bytes;  // of what has been read: records, settings, where links lead
};

std::string hexadecimal(std::string_view id) {
  constexpr std::string_view digits = "0123456789abcdef";
  std::string name;
  for (const char c : id) {
    name += digits[static_cast<unsigned char>(c) >> 4];
    name += digits[static_cast<unsigned char>(c) & 15];
  }
  return name;
}

// The names that Git gives to a file of no bytes.
bool is_empty_blob(std::string_view id) {
  const std::string name = hexadecimal(id);
  return name == "e69de29bb2d1d6434b8b29ae775ad8c2e48c5391" ||
         name == "473a0f4c3be8a93681a267e3b1e9a7dcda1185436fe141f7749120a303721813";
}

std::string_view name_of(std::string_view path) {
  return path.substr(path.rfind('/') + 1);
}

std::string_view folder_of(std::string_view path) {
  const std::size_t slash = path.rfind('/');
  return slash == std::string_view::npos ? std::string_view() : path.substr(0, slash);
}

// The entries of a tree object: "MODE NAME" NUL ID, one behind the other.
template <class Take>
void each_entry(std::string_view tree, std::size_t id_size, Take take) {
  while (!tree.empty()) {
    const std::size_t space = tree.find(' ');
    const std::size_t end = tree.find('\0');
    if (space == std::string_view::npos || end == std::string_view::npos || space > end ||
        tree.size() - end - 1 < id_size) {
      return;
    }
    const std::string_view mode = tree.substr(0, space);
    const std::string_view name = tree.substr(space + 1, end - space - 1);
    const std::string_view id = tree.substr(end + 1, id_size);
    tree.remove_prefix(end + 1 + id_size);
    if (name.empty() || name == "." || name == ".." || name.find('/') != std::string_view::npos) {
      continue;
    }
    const Sort sort = mode == "40000"    ? Sort::folder
                      : mode == "120000" ? Sort::link
                      : mode == "160000" ? Sort::submodule
                                         : Sort::file;
    take(sort, name, id);
  }
}

// Gathers the entries of a commit, and those of its submodules, below one folder.
class Gatherer {
 public:
  Gatherer(std::deque<Git>& gits, std::string commit, text::Arena& arena,
           std::vector<Entry>& entries)
      : gits_(gits),
        git_(gits.back()),
        number_(gits.size() - 1),
        commit_(std::move(commit)),
        arena_(arena),
        entries_(entries) {}

  // `down` leads from the repository's top to the folder (empty, or ending in '/'); `under` is what
  // the entries' paths begin with. False where the commit has no such folder.
  GitResult<bool> gather(std::string_view down, const std::string& under, int depth) {
    const std::size_t id_size = commit_.size() / 2;
    auto commit = git_.objects({commit_}, most_tree, most_bytes, arena_);
    if (auto* error = std::get_if<GitError>(&commit)) return std::move(*error);
    constexpr std::string_view line = "tree ";  // the first of every commit
    const std::string_view text = std::get<std::vector<GitObject>>(commit).front().bytes;
    if (!text.starts_with(line) || text.size() < line.size() + commit_.size()) return false;
    auto root = trees({std::string(text.substr(line.size(), commit_.size()))});
    if (auto* error = std::get_if<GitError>(&root)) return std::move(*error);
    std::string_view top = std::get<Trees>(root).front();
    std::string_view modules;
    each_entry(top, id_size, [&](Sort sort, std::string_view name, std::string_view id) {
      if (name == ".gitmodules" && sort == Sort::file) modules = id;
    });
    const std::string_view down_from_top = down;
    while (!down.empty()) {
      const std::string_view wanted = down.substr(0, down.find('/'));
      down.remove_prefix(wanted.size() + 1);
      std::string_view next;
      each_entry(top, id_size, [&](Sort sort, std::string_view name, std::string_view id) {
        if (name == wanted && sort == Sort::folder) next = id;
      });
      if (next.empty()) return false;
      auto found = trees({hexadecimal(next)});
      if (auto* error = std::get_if<GitError>(&found)) return std::move(*error);
      top = std::get<Trees>(found).front();
    }

    // Level by level, so that each level is one question.
    struct Open {
      std::string path;
      std::string_view tree;
    };
    struct Module {
      std::string path;
      std::string_view id;
    };
    std::vector<Open> level{{under, top}};
    std::vector<Module> submodules;
    for (int levels = 0; !level.empty(); ++levels) {
      if (levels > most_levels) return GitError{GitProblem::too_large, {}};
      std::vector<std::string> names;
      std::map<std::string_view, std::size_t> known;  // each tree once
      std::vector<Open> next;
      std::vector<std::size_t> tree_of;
      for (const Open& open : level) {
        each_entry(open.tree, id_size, [&](Sort sort, std::string_view name, std::string_view id) {
          if (entries_.size() >= most_entries) return;
          if (open.path.size() + name.size() > longest_path) return;
          const std::string_view path = arena_.copy(open.path, name);
          entries_.push_back({path, sort, number_, id, Type::missing, {}});
          if (sort == Sort::submodule) submodules.push_back({std::string(path), id});
          if (sort != Sort::folder) return;
          const auto [at, is_new] = known.try_emplace(id, names.size());
          if (is_new) names.push_back(hexadecimal(id));
          tree_of.push_back(at->second);
          next.push_back({std::string(path) + "/", {}});
        });
      }
      if (entries_.size() >= most_entries) return GitError{GitProblem::too_large, {}};
      auto found = trees(names);
      if (auto* error = std::get_if<GitError>(&found)) return std::move(*error);
      for (std::size_t i = 0; i < next.size(); ++i)
        next[i].tree = std::get<Trees>(found)[tree_of[i]];
      level = std::move(next);
    }
    if (submodules.empty() || depth >= most_submodule_depth) return true;
    const ModuleNames names = names_of_modules(module_paths(modules));
    for (const Module& module : submodules) {
      const std::string path =
          std::string(down_from_top) + module.path.substr(under.size());  // from the top
      const auto own = repository_of(path, names);
      if (!own) continue;
      if (auto pipe = pipe_within(*own)) return GitError{GitProblem::broken, std::move(*pipe)};
      if (gits_.size() > most_submodules) return GitError{GitProblem::too_large, {}};
      gits_.emplace_back(*own);
      Gatherer gatherer(gits_, hexadecimal(module.id), arena_, entries_);
      auto found = gatherer.gather({}, module.path + "/", depth + 1);
      if (auto* error = std::get_if<GitError>(&found)) {
        // What git cannot tell of a submodule is not there; what it could tell is.
        if (error->problem != GitProblem::failed) return std::move(*error);
      }
    }
    return true;
  }

 private:
  using Trees = std::vector<std::string_view>;

  // What is missing is empty.
  GitResult<Trees> trees(const std::vector<std::string>& names) {
    auto found = git_.objects(names, most_tree, most_bytes, arena_);
    if (auto* error = std::get_if<GitError>(&found)) return std::move(*error);
    Trees bytes;
    for (const GitObject& one : std::get<std::vector<GitObject>>(found)) {
      bytes.push_back(one.type == Type::tree ? one.bytes : std::string_view());
    }
    return bytes;
  }

  std::string module_paths(std::string_view blob) const {
    if (blob.empty()) return {};
    auto found = git_.submodule_paths(hexadecimal(blob));
    auto* text = std::get_if<std::string>(&found);
    return text != nullptr ? std::move(*text) : std::string();
  }

  // The names of submodules by their paths: lines of "submodule.NAME.path" LF PATH NUL.
  using ModuleNames = std::multimap<std::string, std::string>;
  static ModuleNames names_of_modules(std::string_view lines) {
    constexpr std::string_view before = "submodule.";
    constexpr std::string_view behind = ".path";
    ModuleNames names;
    while (!lines.empty()) {
      const std::size_t end = std::min(lines.find('\0'), lines.size());
      const std::string_view line = lines.substr(0, end);
      lines.remove_prefix(std::min(end + 1, lines.size()));
      const std::size_t feed = line.find('\n');
      if (feed == std::string_view::npos || feed < before.size() + behind.size()) continue;
      const std::size_t length = feed - before.size() - behind.size();
      const std::string name(line.substr(before.size(), length));
      if (("/" + name + "/").find("/../") != std::string::npos) continue;
      names.emplace(line.substr(feed + 1), name);
    }
    return names;
  }

  // Where the work tree has the submodule, or where Git keeps the repositories of submodules, under
  // the name that `.gitmodules` gives.
  std::optional<Repository> repository_of(const std::string& path, const ModuleNames& names) const {
    const std::string& top = git_.repository().top;
    auto found = repository_at((top == "/" ? "" : top) + "/" + path);
    if (auto* one = std::get_if<Repository>(&found)) return std::move(*one);
    const std::string& common = git_.repository().common;
    const auto [first, past] = names.equal_range(path);
    for (auto at = first; at != past; ++at) {
      const auto real = real_path(common + "/modules/" + at->second);
      if (!real || !path_inside(common, *real)) continue;
      return Repository{top, *real, *real};
    }
    return std::nullopt;
  }

  std::deque<Git>& gits_;
  const Git& git_;
  std::size_t number_;
  std::string commit_;
  text::Arena& arena_;
  std::vector<Entry>& entries_;
};

class Tree : public FileSystem {
 public:
  explicit Tree(std::string root_path) : root_path_(std::move(root_path)) {}

  // False where the commit has no such register.
  GitResult<bool> open(const Git& git, const std::string& commit) {
    const auto down = path_inside(git.repository().top, root_path_);
    if (!down) return false;
    gits_.push_back(git);
    Gatherer gatherer(gits_, commit, arena_, entries_);
    auto found = gatherer.gather(down->empty() ? *down : *down + "/", {}, 0);
    if (auto* error = std::get_if<GitError>(&found)) return std::move(*error);
    if (!std::get<bool>(found)) return false;
    std::ranges::stable_sort(entries_, {}, &Entry::path);
    // A submodule is a folder, also where nothing is in it.
    for (Entry& entry : entries_) {
      if (entry.sort == Sort::submodule) entry.sort = Sort::folder;
    }
    for (std::size_t i = 0; i < gits_.size(); ++i) {
      if (auto error = fetch(i)) return std::move(*error);
    }
    return resolve(std::string(config_name)).entry != nullptr;
  }

  Listing list(const Ignore& ignore, text::Arena& paths, unsigned) const override {
    Listing found;
    std::vector<bool> matched(ignore.size());
    std::vector<std::pair<const Entry*, std::string>> inside_links;
    std::map<std::string_view, bool> closed{{{}, false}};  // folders not looked into
    for (const Entry& entry : entries_) {
      const std::string_view folder = folder_of(entry.path);
      const std::string_view name = name_of(entry.path);
      const bool is_folder = entry.sort == Sort::folder;
      const auto above = closed.find(folder);
      const bool unseen = above == closed.end() || above->second;
      const bool ignored =
          !unseen && !ignore.empty() && ignore.matches(entry.path, is_folder, matched);
      const bool hidden = unseen || ignored || name.starts_with('.');
      if (is_folder) {
        closed[entry.path] = hidden || is_record_name(name) || is_register(entry.path);
        if (!hidden && is_record_name(name)) {
          found.odd.push_back({std::string(entry.path), Oddity::folder});
        }
        continue;
      }
      if (hidden || entry.path == config_name) continue;
      if (entry.sort == Sort::link) {
        judge_link(entry, found, inside_links);
      } else if (is_record_name(name)) {
        if (entry.got == Type::missing) continue;
        found.records.push_back(paths.copy(entry.path));
      } else if (!record_name_meant(name).empty()) {
        found.odd.push_back({std::string(entry.path), Oddity::name});
      }
    }
    for (const auto& [entry, target] : inside_links) {
      if (!std::ranges::binary_search(found.records, std::string_view(target))) {
        found.odd.push_back({std::string(entry->path), Oddity::link});
      }
    }
    std::ranges::sort(found.odd, {}, &OddEntry::path);
    for (std::size_t i = 0; i < matched.size(); ++i) {
      if (!matched[i]) found.matching_nothing.push_back(i);
    }
    return found;
  }

  using FileSystem::read_into;
  // The bytes lie in an arena of ours.
  Result<std::string_view> read_into(const std::string& path, text::Arena&, std::uint64_t limit,
                                     OpenFolder&) const override {
    const Entry* const entry = find(path);
    if (entry == nullptr || entry->sort != Sort::file) return absent(path);
    return bytes_of(*entry, path, limit);
  }

  Result<std::string> read(const std::string& path, std::uint64_t limit) const override {
    const Target target = resolve(path);
    if (target.outside) return system_error(Operation::open, EXDEV, path);
    if (target.entry == nullptr) return absent(path);
    const Result<std::string_view> bytes = bytes_of(*target.entry, path, limit);
    if (!bytes) return bytes.error();
    return std::string(*bytes);
  }

  Attachment attachment(const std::string& path) const override {
    if (path.empty() || path.find('\0') != std::string::npos) return Attachment::missing;
    if (path.starts_with('/') || climbs_out(path)) return Attachment::outside;
    const Target target = resolve(path);
    if (target.loop) return Attachment::irregular;
    if (target.outside) return target.exists ? Attachment::outside : Attachment::missing;
    if (target.folder) return Attachment::folder;
    if (target.entry == nullptr) return Attachment::missing;
    return is_empty_blob(target.entry->id) ? Attachment::empty : Attachment::usable;
  }

  Presence presence(const std::string& path) const override {
    const Target target = resolve(path);
    if (target.folder) return Presence::folder;
    if (target.entry != nullptr) return Presence::file;
    return find(path) != nullptr ? Presence::other : Presence::nothing;
  }

  Failure replaceable(const std::string& path, std::string_view) const override {
    return read_only(path);
  }
  bool unfinished() const override { return false; }
  Result<std::size_t> finish_earlier() override { return std::size_t{0}; }
  Failure hold() override { return std::nullopt; }

 private:
  Failure write(std::span<const Output> files, Overwrite, std::vector<Error>&) override {
    return files.empty() ? Failure() : read_only(files.front().path);
  }

  // Where a path leads, links followed.
  struct Target {
    const Entry* entry = nullptr;  // a file
    std::string path;              // of the file or folder, without links
    bool folder = false;
    bool outside = false;
    bool exists = false;     // outside, on the disk
    bool is_folder = false;  // outside, on the disk
    bool loop = false;
  };

  static Error read_only(const std::string& path) {
    return system_error(Operation::write, EROFS, path);
  }
  static Error absent(const std::string& path) {
    return system_error(Operation::open, ENOENT, path);
  }

  static Result<std::string_view> bytes_of(const Entry& entry, const std::string& path,
                                           std::uint64_t limit) {
    if (entry.got == Type::missing) return absent(path);
    if (entry.got == Type::too_large || entry.bytes.size() > limit) {
      return Error{Operation::read, Reason::too_large, 0, path};
    }
    return entry.bytes;
  }

  // Reads what is needed of one repository: the bytes of what is named like a record, the settings,
  // and where links lead.
  std::optional<GitError> fetch(std::size_t repository) {
    std::vector<std::string> names;
    std::map<std::string_view, std::size_t> known;  // each object once
    std::vector<std::pair<Entry*, std::size_t>> wanted;
    for (Entry& entry : entries_) {
      const std::string_view name = name_of(entry.path);
      const bool is_read =
          entry.sort == Sort::link ||
          (entry.sort == Sort::file && (is_record_name(name) || name == config_name));
      if (entry.repository != repository || !is_read) continue;
      const auto [at, is_new] = known.try_emplace(entry.id, names.size());
      if (is_new) names.push_back(hexadecimal(entry.id));
      wanted.emplace_back(&entry, at->second);
    }
    const auto found = gits_[repository].objects(names, most_file, most_bytes, arena_);
    if (const auto* error = std::get_if<GitError>(&found)) return *error;
    const auto& objects = std::get<std::vector<GitObject>>(found);
    for (const auto& [entry, at] : wanted) {
      const GitObject& object = objects[at];
      if (object.type != Type::blob && object.type != Type::too_large) continue;
      entry->got = object.type;
      entry->bytes = object.bytes;
      read_ += object.bytes.size();
      if (read_ > most_bytes) return GitError{GitProblem::too_large, {}};
    }
    return std::nullopt;
  }

  const Entry* find(std::string_view path) const {
    const auto at = std::ranges::lower_bound(entries_, path, {}, &Entry::path);
    return at == entries_.end() || at->path != path ? nullptr : &*at;
  }

  // Whether a folder is a register of its own.
  bool is_register(std::string_view folder) const {
    const std::string config = std::string(folder) + "/" + std::string(config_name);
    return find(config) != nullptr && resolve(config).entry != nullptr;
  }

  // Whether the path's own `..` segments lead above the root, whatever there may be.
  static bool climbs_out(std::string_view path) {
    int depth = 0;
    while (!path.empty()) {
      const std::string_view segment = next_segment(path);
      if (segment == "..") {
        if (--depth < 0) return true;
      } else if (!segment.empty() && segment != ".") {
        ++depth;
      }
    }
    return false;
  }

  static std::string_view next_segment(std::string_view& path) {
    const std::size_t slash = std::min(path.find('/'), path.size());
    const std::string_view segment = path.substr(0, slash);
    path.remove_prefix(std::min(slash + 1, path.size()));
    return segment;
  }

  // Follows a path from the root, link by link.
  Target resolve(const std::string& path) const {
    Target target;
    std::string at;           // so far, without links
    std::string rest = path;  // still to go
    int links = 0;
    while (true) {
      std::string_view ahead = rest;
      const std::string_view segment = next_segment(ahead);
      const std::string behind(ahead);
      if (segment == "..") {
        if (at.empty()) return beyond(root_path_ + (behind.empty() ? "/.." : "/../" + behind));
        at = std::string(folder_of(at));
      } else if (!segment.empty() && segment != ".") {
        const std::string next =
            at.empty() ? std::string(segment) : at + "/" + std::string(segment);
        const Entry* const entry = find(next);
        if (entry == nullptr) return target;
        if (entry->sort == Sort::link) {
          if (++links > most_links) {
            target.loop = true;
            return target;
          }
          if (entry->got == Type::missing || entry->bytes.empty()) return target;
          std::string to(entry->bytes);
          if (to.starts_with('/')) {
            const auto inside = path_inside(root_path_, to);
            if (!inside) return beyond(behind.empty() ? to : to + "/" + behind);
            to = *inside;
            at.clear();
          }
          rest = behind.empty() ? to : to + "/" + behind;
          if (rest.empty()) break;
          continue;
        }
        if (entry->sort == Sort::file) {
          // Behind a file nothing can stand, not even a slash.
          if (!behind.empty() || rest.ends_with('/')) return target;
          target.entry = entry;
          target.path = next;
          return target;
        }
        at = next;
      }
      rest = behind;
      if (rest.empty()) break;
    }
    target.folder = true;
    target.path = at;
    return target;
  }

  // A path that leads out of the register: what is there is asked of the disk.
  Target beyond(const std::string& path) const {
    struct stat status;
    Target target;
    target.outside = true;
    if (path.find('\0') != std::string::npos) return target;
    target.exists = ::stat(path.c_str(), &status) == 0;
    target.is_folder = target.exists && S_ISDIR(status.st_mode);
    return target;
  }

  // As for a link on the disk.
  void judge_link(const Entry& entry, Listing& found,
                  std::vector<std::pair<const Entry*, std::string>>& inside_links) const {
    const std::string path(entry.path);
    const bool named_like_a_record = is_record_name(name_of(entry.path));
    const Target target = resolve(path);
    if (target.loop) {
      if (named_like_a_record) found.odd.push_back({path, Oddity::link_loop});
    } else if (target.outside) {
      if (!named_like_a_record && !target.is_folder) return;
      found.odd.push_back({path, target.exists ? Oddity::link_outside : Oddity::link_dangling});
    } else if (named_like_a_record) {
      if (target.entry != nullptr || target.folder) {
        inside_links.emplace_back(&entry, target.path);
      } else {
        found.odd.push_back({path, Oddity::link_dangling});
      }
    }
  }

  std::string root_path_;
  text::Arena arena_;
  std::deque<Git> gits_;
  std::vector<Entry> entries_;
  std::uint64_t read_ = 0;
};

}  // namespace

GitResult<std::unique_ptr<FileSystem>> open_tree(const Git& git, const std::string& commit,
                                                 const std::string& root) {
  auto tree = std::make_unique<Tree>(root);
  auto opened = tree->open(git, commit);
  if (auto* error = std::get_if<GitError>(&opened)) return std::move(*error);
  if (!std::get<bool>(opened)) tree.reset();
  return std::unique_ptr<FileSystem>(std::move(tree));
}

}  // namespace zsup::io
