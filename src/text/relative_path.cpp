#include "text/relative_path.h"

#include <algorithm>
#include <utility>

namespace zsup::text {

namespace {

// What is left of `path` behind `folder`; whether it lies in it, or is it.
bool leads_into(std::string_view folder, std::string_view& path) {
  if (folder.empty()) return true;
  if (!path.starts_with(folder)) return false;
  std::string_view rest = path.substr(folder.size());
  if (!rest.empty() && !folder.ends_with('/')) {
    if (!rest.starts_with('/')) return false;
    rest.remove_prefix(1);
  }
  path = rest;
  return true;
}

}  // namespace

std::string path_from(std::string_view folder, std::string_view path) {
  std::string out;
  for (std::string_view at = folder;; at = at.substr(0, at.rfind('/'))) {
    std::string_view rest = path;
    if (leads_into(at == "" && folder.starts_with('/') ? "/" : at, rest)) {
      out += rest;
      break;
    }
    out += "../";
    if (at.find('/') == std::string_view::npos) {
      out += path;
      break;
    }
  }
  if (out.ends_with('/')) out.pop_back();
  return out.empty() ? "." : out;
}

PathsFrom::PathsFrom(std::string_view folder, std::string_view root)
    : folder_(folder), root_(root) {
  std::string_view inside = folder;
  if (leads_into(root, inside)) {
    inside_ = inside;
    return;
  }
  prefix_ = path_from(folder, root) + "/";
}

PathsFrom&& PathsFrom::as_arguments() && {
  arguments_ = true;
  return std::move(*this);
}

std::string PathsFrom::operator()(std::string_view path) const {
  if (path.starts_with("../") && !root_.empty()) {
    std::string_view at = root_;
    while (path.starts_with("../")) {
      path.remove_prefix(3);
      at = at.substr(0, at.rfind('/'));
    }
    return path_from(folder_, std::string(at) + "/" + std::string(path));
  }
  std::string out = inside_.empty() ? prefix_ + std::string(path) : path_from(inside_, path);
  // A line that begins with colons is a command to a runner of CI.
  if (arguments_ && !out.empty() && std::string_view("-: ").find(out.front()) != std::string_view::npos) {
    out.insert(0, "./");
  }
  return out;
}

}  // namespace zsup::text
