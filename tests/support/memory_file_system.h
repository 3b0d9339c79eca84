// A FileSystem that lives in memory: what a test puts in is what a register finds.
#pragma once

#include <algorithm>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "io/file_system.h"

namespace zsup::test {

// Paths are relative, '/' separated and free of `.` and `..`, but for those of attachments, which
// are looked up as they are after the `..` have been resolved.
class MemoryFileSystem : public io::FileSystem {
 public:
  MemoryFileSystem() = default;
  explicit MemoryFileSystem(std::map<std::string, std::string> files) : files_(std::move(files)) {}

  void put(const std::string& path, std::string bytes) { files_[path] = std::move(bytes); }
  void remove(const std::string& path) { files_.erase(path); }
  // From now on whatever is asked of this path fails; of a folder, listing it fails.
  void fail(const std::string& path, io::Reason reason) { failing_[path] = reason; }
  void put_odd(const std::string& path, io::Oddity oddity) { odd_[path] = oddity; }
  // What Git's index says beyond what the files show.
  void put_not_checked_out(const std::string& path) { not_checked_out_.push_back(path); }
  void put_unmerged(const std::string& path) { unmerged_.push_back(path); }

  const std::map<std::string, std::string>& files() const { return files_; }

  io::Listing list(const io::Ignore& ignore, text::Arena& paths, unsigned) const override {
    io::Listing found;
    for (const auto& [path, bytes] : files_) {
      if (path != io::config_name && is_listed(path, ignore))
        found.records.push_back(paths.copy(path));
    }
    for (const auto& [path, oddity] : odd_) {
      if (is_listed(path, ignore)) found.odd.push_back({path, oddity});
    }
    found.not_checked_out = not_checked_out_;
    found.unmerged = unmerged_;
    for (const auto& [path, reason] : failing_) {
      if (is_folder(path)) found.unreadable.push_back({io::Operation::list, reason, 0, path});
    }
    std::vector<bool> matched(ignore.size());
    for (const auto& [path, bytes] : files_) {
      for (std::size_t at = path.find('/'); at != std::string::npos; at = path.find('/', at + 1)) {
        ignore.matches(path.substr(0, at), true, matched);
      }
      ignore.matches(path, false, matched);
    }
    for (std::size_t i = 0; i < matched.size(); ++i) {
      if (!matched[i]) found.matching_nothing.push_back(i);
    }
    return found;
  }

  using FileSystem::read_into;
  io::Result<std::string_view> read_into(const std::string& path, text::Arena& arena,
                                         std::uint64_t limit, io::OpenFolder&) const override {
    io::Result<std::string> text = read(path, limit);
    if (!text) return text.error();
    // The NUL behind the text comes along.
    const std::string_view copied = arena.copy({text->c_str(), text->size() + 1});
    return copied.substr(0, text->size());
  }

  io::Result<std::string> read(const std::string& path, std::uint64_t limit) const override {
    if (const auto failing = failing_.find(path); failing != failing_.end()) {
      return io::Error{io::Operation::read, failing->second, 0, path};
    }
    const auto file = files_.find(path);
    if (file == files_.end()) {
      return io::Error{io::Operation::open, io::Reason::not_found, 0, path};
    }
    if (file->second.size() > limit) {
      return io::Error{io::Operation::read, io::Reason::too_large, 0, path};
    }
    return file->second;
  }

  io::Attachment attachment(const std::string& path) const override {
    if (path.starts_with('/')) return io::Attachment::outside;
    std::vector<std::string> segments;
    for (std::size_t at = 0; at <= path.size();) {
      const std::size_t slash = std::min(path.find('/', at), path.size());
      const std::string segment = path.substr(at, slash - at);
      at = slash + 1;
      if (segment.empty() || segment == ".") continue;
      if (segment != "..") {
        segments.push_back(segment);
      } else if (segments.empty()) {
        return io::Attachment::outside;
      } else {
        segments.pop_back();
      }
    }
    std::string resolved;
    for (const std::string& segment : segments) {
      if (!resolved.empty()) resolved += '/';
      resolved += segment;
    }
    if (failing_.contains(resolved)) return io::Attachment::unreadable;
    const auto file = files_.find(resolved);
    if (file != files_.end()) {
      return file->second.empty() ? io::Attachment::empty : io::Attachment::usable;
    }
    return is_folder(resolved) ? io::Attachment::folder : io::Attachment::missing;
  }

  io::Failure replaceable(const std::string& path, std::string_view bytes) const override {
    const io::Result<std::string> now = read(path, bytes.size());
    if (!now && now.error().reason != io::Reason::too_large) return now.error();
    if (!now || *now != bytes) {
      return io::Error{io::Operation::replace, io::Reason::changed_while_read, 0, path};
    }
    return std::nullopt;
  }

  io::Presence presence(const std::string& path) const override {
    if (files_.contains(path)) return io::Presence::file;
    return is_folder(path) ? io::Presence::folder : io::Presence::nothing;
  }

  bool unfinished() const override { return false; }
  io::Result<std::size_t> finish_earlier() override { return std::size_t{0}; }
  io::Failure hold() override { return std::nullopt; }

 private:
  io::Failure write(std::span<const io::Output> files, io::Overwrite overwrite,
                    std::vector<io::Error>&) override {
    for (const io::Output& file : files) {
      if (const auto failing = failing_.find(file.path); failing != failing_.end()) {
        return io::Error{io::Operation::write, failing->second, 0, file.path};
      }
      if (overwrite == io::Overwrite::no && files_.contains(file.path)) {
        return io::Error{io::Operation::create, io::Reason::already_exists, 0, file.path};
      }
    }
    for (const io::Output& file : files) files_[file.path] = file.bytes;
    return std::nullopt;
  }

  // The rules of FileSystem::list, folder by folder.
  bool is_listed(std::string_view path, const io::Ignore& ignore) const {
    if (!path.ends_with(".yaml") && !path.ends_with(".yml")) return false;
    for (std::size_t at = 0; at < path.size();) {
      const std::size_t slash = std::min(path.find('/', at), path.size());
      const bool folder = slash < path.size();
      const std::string upto(path.substr(0, slash));
      if (path[at] == '.' || ignore.matches(upto, folder)) return false;
      if (folder && files_.contains(upto + "/" + std::string(io::config_name))) return false;
      if (folder && failing_.contains(upto)) return false;
      at = slash + 1;
    }
    return true;
  }

  bool is_folder(const std::string& path) const {
    if (path.empty()) return true;
    const auto first = files_.lower_bound(path + "/");
    return first != files_.end() && first->first.starts_with(path + "/");
  }

  std::map<std::string, std::string> files_;
  std::map<std::string, io::Oddity> odd_;
  std::map<std::string, io::Reason> failing_;
  std::vector<std::string> not_checked_out_;
  std::vector<std::string> unmerged_;
};

}  // namespace zsup::test
