#include "register/load.h"

#include <algorithm>
#include <atomic>
#include <map>
#include <span>

#include "diag/brief.h"
#include "io/huge_pages.h"
#include "io/in_parallel.h"
#include "record/decoder.h"
#include "register/link.h"
#include "text/utf8.h"
#include "text/visible.h"

namespace zsup::reg {

using diag::say;
using record::Record;
namespace code = diag::code;

namespace {

// What a thread reads with. The arena keeps what is found; the rest serves for file after file.
struct Desk {
  explicit Desk(text::Arena& keeps, diag::Sink::Keeps found) : arena(keeps), sink(found) {}

  text::Arena& arena;
  yaml::Document document;
  std::vector<Record*> records;
  std::vector<record::Ghost> ghosts;
  diag::Sink sink;
  bool partial = false;  // something could not be read
  io::OpenFolder folder;
  std::string path;
  record::Slips slips;
};

void read_config(record::Config& config, Desk& desk, std::string_view bytes,
                 const LoadOptions& options) {
  bool seen = false;
  yaml::read(bytes, 0, options.limits, options.reader, desk.arena, desk.sink, desk.document,
             [&](const yaml::Document& document) {
               record::Decoder decoder(document, 0, desk.arena, desk.sink);
               if (seen) {
                 desk.sink.add(code::not_a_mapping, {0, document[0].span},
                               say("zsup.yaml 只能有一份设置，这里用“---”另起了一份",
                                   "zsup.yaml is one document, and '---' begins another here"),
                               say("并成一份", "make one of them"));
                 return;
               }
               if (document[0].kind != yaml::NodeKind::mapping) {
                 desk.sink.add(code::not_a_mapping, {0, document[0].span},
                               say("zsup.yaml 应为一组“字段: 值”",
                                   "zsup.yaml is one mapping of 'key: value'"));
                 return;
               }
               seen = true;
               decoder.object(record::spec_of<record::Config>(), 0, &config);
             });
  if (!seen && desk.sink.list().empty()) {
    desk.sink.add(code::missing_field, {0, {}}, say("zsup.yaml 是空的", "zsup.yaml is empty"),
                  say("至少写一行，例如“名称: 青塘镇纪委监督登记册”",
                      "write at least one line, such as 'name: …'"));
  }
}

// Whether one of these says that a document could not be read.
bool hides_a_document(std::span<const diag::Diagnostic> found) {
  return std::any_of(found.begin(), found.end(), [](const diag::Diagnostic& one) {
    return one.code.number < 100 && one.code != code::byte_order_mark &&
           one.code != code::invisible_character && one.code != code::look_alike_character &&
           one.code != code::empty_document && one.code != code::duplicate_key;
  });
}

// The ids in a text that could not be read, from lines that would give them: a reference to such a
// record leads somewhere.
void remember_ids(Desk& desk, std::string_view bytes) {
  while (!bytes.empty()) {
    const std::size_t end = std::min(bytes.find('\n'), bytes.size());
    std::string_view line = bytes.substr(0, end);
    bytes.remove_prefix(std::min(end + 1, bytes.size()));
    const auto skip = [&](std::initializer_list<std::string_view> words) {
      for (const std::string_view word : words) {
        if (!line.starts_with(word)) continue;
        line.remove_prefix(word.size());
        return true;
      }
      return false;
    };
    skip({"\xEF\xBB\xBF"});
    if (!skip({"id", "编号"})) continue;
    while (skip({" ", "　"})) {
    }
    if (!skip({":", "："})) continue;
    while (skip({" ", "\t", "　", "\"", "'"})) {
    }
    const std::string_view id = line.substr(0, line.find_first_of(" \t\r\"'#"));
    if (!id.empty()) desk.ghosts.push_back({{{id}, {}}});
  }
}

// What cannot be read at all is most likely called like its file.
void remember_name(Desk& desk, std::string_view path) {
  desk.partial = true;
  path.remove_prefix(path.rfind('/') + 1);
  desk.ghosts.push_back({{{desk.arena.copy(path.substr(0, path.rfind('.')))}, {}}});
}

// Whether a text that may not be parsed holds the record of a letter.
bool holds_a_letter(std::string_view bytes) {
  while (!bytes.empty()) {
    const std::size_t end = std::min(bytes.find('\n'), bytes.size());
    const std::string_view line = bytes.substr(0, end);
    bytes.remove_prefix(std::min(end + 1, bytes.size()));
    const bool is_kind = line.starts_with("kind:") || line.starts_with("种类:");
    if (is_kind && (line.find("letter") != std::string_view::npos ||
                    line.find("函件") != std::string_view::npos)) {
      return true;
    }
  }
  return false;
}

// Of two letters that two people recorded in one file, neither is the right contents.
diag::Text help_for_letters() {
  return say(
      "这是函件的记录：两份都已发出的，两份都留下，各存一个文件，各用自己的文号；只发出一份的"
      "，留下那一份",
      "this is the record of a letter: if both were sent, keep both, each in a file of its "
      "own and with a number of its own; if one was, keep that one");
}

// The file's records are in `desk.records`, until the next one is read.
void read_records(text::SourceId source, std::string_view path, std::string_view bytes,
                  const LoadOptions& options, Desk& desk) {
  desk.records.clear();
  desk.slips.clear();
  const std::size_t told = desk.sink.list().size();
  const std::size_t ghosts = desk.ghosts.size();
  bool hidden = false;
  yaml::read(bytes, source, options.limits, options.reader, desk.arena, desk.sink, desk.document,
             [&](const yaml::Document& document) {
               record::Ghost ghost;
               if (Record* record = record::decode(document, source, desk.arena, desk.sink, ghost,
                                                   &desk.slips)) {
                 desk.records.push_back(record);
               } else {
                 hidden = true;
               }
               if (ghost.id) desk.ghosts.push_back(ghost);
             });
  for (diag::Diagnostic& one : std::span(desk.sink.list()).subspan(told)) {
    const bool is_conflict = one.code == code::merge_conflict && !one.help.zh.empty();
    if (is_conflict && holds_a_letter(bytes)) one.help = help_for_letters();
  }
  if (!hidden && !hides_a_document(std::span(desk.sink.list()).subspan(told))) return;
  desk.partial = true;
  remember_ids(desk, bytes);
  if (desk.ghosts.size() == ghosts) remember_name(desk, path);
}

// What a desk has gathered goes to the register.
void hand_in(Desk& desk, Register& reg) {
  for (diag::Diagnostic& found : desk.sink.list()) reg.found.push_back(std::move(found));
  reg.ghosts.insert(reg.ghosts.end(), desk.ghosts.begin(), desk.ghosts.end());
  reg.partial = reg.partial || desk.partial;
}

void could_not_read(diag::Sink& sink, text::SourceId source, const io::Error& error) {
  if (error.reason == io::Reason::too_large) {
    sink.add(code::too_large, {source, {}},
             say("文件超过 64 MB，没有读取", "the file is larger than 64 MB and was not read"),
             say("拆成几个文件，每个文件放一条或几百条记录",
                 "divide it into several files of one or a few hundred records each"));
    return;
  }
  sink.add(code::unreadable_file, {source, {}}, describe(error));
}

io::Error too_large(std::string_view path) {
  return {io::Operation::read, io::Reason::too_large, 0, std::string(path)};
}

const Substitute* substitute_for(std::string_view path, const LoadOptions& options) {
  const auto& list = options.substitutes;
  const auto at = std::lower_bound(
      list.begin(), list.end(), path,
      [](const Substitute& one, std::string_view wanted) { return one.path < wanted; });
  return at == list.end() || at->path != path ? nullptr : &*at;
}

void report_oddities(Register& reg, Desk& desk, const io::Listing& listing) {
  const auto words = [](io::Oddity oddity) -> diag::Words {
    switch (oddity) {
      case io::Oddity::name:
        return {"像是记录文件，但扩展名不对，没有读取",
                "looks like a record file, but is not named like one, and was not read"};
      case io::Oddity::folder:
        return {"是一个文件夹，不能用记录文件的名称", "is a folder with the name of a record file"};
      case io::Oddity::fifo:
        return {"是管道，不是普通文件", "is a pipe and not a regular file"};
      case io::Oddity::socket:
        return {"是套接字，不是普通文件", "is a socket and not a regular file"};
      case io::Oddity::device:
        return {"是设备，不是普通文件", "is a device and not a regular file"};
      case io::Oddity::link:
        return {"是符号链接，没有读取", "is a symbolic link and was not read"};
      case io::Oddity::link_outside:
        return {"是通向登记册之外的符号链接，没有读取",
                "is a symbolic link that leads out of the register, and was not read"};
      case io::Oddity::link_dangling:
        return {"是落空的符号链接", "is a symbolic link that leads nowhere"};
      case io::Oddity::link_loop:
        return {"是成环的符号链接", "is a symbolic link that runs in a circle"};
    }
    return {};
  };
  for (const io::OddEntry& entry : listing.odd) {
    const auto source = static_cast<text::SourceId>(reg.sources.size());
    reg.sources.push_back({desk.arena.copy(entry.path), {}});
    remember_name(desk, entry.path);
    const diag::Words what = words(entry.oddity);
    desk.sink.add(code::not_a_regular_file, {source, {}},
                  say("“{1}”{0}", "'{1}' {0}", what, diag::brief(entry.path)),
                  entry.oddity == io::Oddity::name
                      ? say("把扩展名改为小写的 .yaml；不是记录的，在 zsup.yaml 的“忽略”中列出",
                            "let its name end in .yaml; if it is no record, list it under 'ignore' "
                            "in zsup.yaml")
                      : say("换成普通文件，或在 zsup.yaml 的“忽略”中列出",
                            "put a regular file in its place, or list it under 'ignore' in "
                            "zsup.yaml"));
  }
  for (const std::size_t number : listing.matching_nothing) {
    const auto& pattern = *(reg.config.ignore.begin() + number);
    if (!pattern) continue;
    desk.sink.add(code::ignored_nothing, {0, pattern.span},
                  say("“{0}”不符合登记册中的任何文件或文件夹",
                      "'{0}' matches no file and no folder", diag::brief(*pattern)),
                  say("核对写法（* 为任意字符，末尾的 / 表示文件夹），或删去这一项",
                      "compare how it is written ('*' is any characters, a '/' at the end means "
                      "folders), or remove it"));
  }
  for (const io::Error& error : listing.unreadable) {
    const auto source = static_cast<text::SourceId>(reg.sources.size());
    reg.sources.push_back({desk.arena.copy(error.path), {}});
    desk.partial = true;
    desk.sink.add(code::unreadable_file, {source, {}}, describe(error));
    reg.unreadable = true;
  }
  reg.files.resize(reg.sources.size());
}

// What the disk does not show, and Git's index says.
void report_tracked(Register& reg, Desk& desk, const io::Listing& listing) {
  for (const std::string& folder : listing.unknown_index) {
    reg.unknown_index.push_back(desk.arena.copy(folder));
  }
  if (listing.not_checked_out.empty() && listing.not_fetched.empty() && listing.unmerged.empty()) {
    return;
  }
  std::map<std::string_view, text::SourceId> known;
  for (std::size_t i = 0; i < reg.sources.size(); ++i) {
    known.emplace(reg.sources[i].path, static_cast<text::SourceId>(i));
  }
  const auto source_of = [&](const std::string& path) {
    const std::string_view kept = desk.arena.copy(path);
    const auto [at, is_new] =
        known.try_emplace(kept, static_cast<text::SourceId>(reg.sources.size()));
    if (is_new) reg.sources.push_back({kept, {}});
    return at->second;
  };
  for (const std::string& path : listing.not_checked_out) {
    const bool is_folder = path.ends_with('/');
    const std::string bare = is_folder ? path.substr(0, path.size() - 1) : path;
    remember_name(desk, bare);
    const text::SourceId source = source_of(bare);
    desk.sink.add(
        code::not_checked_out, {source, {}},
        is_folder
            ? say("“{}”在 Git 中，但没有检出（稀疏检出），其中有哪些记录无从得知",
                  "'{}' is in Git and not checked out (a sparse checkout): what records are in it "
                  "cannot be told",
                  diag::brief(bare))
            : say("“{}”在 Git 中，但没有检出（稀疏检出），没有读到",
                  "'{}' is in Git and not checked out (a sparse checkout), and was not read",
                  diag::brief(bare)),
        is_folder ? say("运行 git sparse-checkout disable；其中没有记录的，运行 git "
                        "sparse-checkout reapply --no-sparse-index",
                        "run 'git sparse-checkout disable'; if no records are in it, 'git "
                        "sparse-checkout reapply --no-sparse-index'")
                  : say("运行 git sparse-checkout disable，把文件都取出来；确实不要的，用 git rm "
                        "删除",
                        "run 'git sparse-checkout disable' to have all files; delete with 'git rm' "
                        "what is really to go"));
  }
  for (const std::string& path : listing.not_fetched) {
    remember_name(desk, path);
    desk.sink.add(code::not_checked_out, {source_of(path), {}},
                  say("“{}”是 Git 子模块，还没有取来，其中有哪些记录无从得知",
                      "'{}' is a submodule of Git that was not fetched: what records are in it "
                      "cannot be told",
                      diag::brief(path)),
                  say("运行 git submodule update --init；其中没有记录的，列入 zsup.yaml 的“忽略”",
                      "run 'git submodule update --init'; if no records are in it, list it under "
                      "'ignore' of zsup.yaml"));
  }
  for (const std::string& path : listing.unmerged) {
    const text::SourceId source = source_of(path);
    const bool told = std::any_of(reg.found.begin(), reg.found.end(), [&](const auto& one) {
      return one.code == code::merge_conflict && one.place.source == source;
    });
    if (told) continue;
    if (source >= reg.files.size() || reg.files[source].records.empty()) {
      remember_name(desk, path);
    }
    desk.sink.add(code::merge_conflict, {source, {}},
                  say("Git 合并时这个文件有冲突，还没有解决",
                      "a merge of Git left a conflict in this file, and it is not resolved yet"),
                  holds_a_letter(reg.sources[source].bytes)
                      ? help_for_letters()
                      : say("留下正确的内容（或删除文件），然后 git add；放弃合并用 git merge "
                            "--abort",
                            "leave what is right, or delete the file, then 'git add' it; "
                            "'git merge --abort' gives the merge up"));
  }
  reg.files.resize(reg.sources.size());
}

// The first character of a path that acts on a terminal or cannot be seen. Line feeds and tabs are
// odd in the name of a file, but do no harm.
std::optional<char32_t> odd_character(std::string_view path) {
  constexpr std::string_view harmless = "\n\t";
  for (std::size_t at = 0; at < path.size();) {
    const text::Decoded decoded = text::decode(path, at);
    const char32_t c = decoded.code_point;
    const bool odd = decoded.valid && text::is_invisible(c) && !text::joins_emoji(path, at);
    if (odd && (c > 0x7F || harmless.find(static_cast<char>(c)) == std::string_view::npos))
      return c;
    at += decoded.length;
  }
  return std::nullopt;
}

void report_odd_names(const Register& reg, diag::Sink& sink) {
  for (text::SourceId source = 1; source < reg.sources.size(); ++source) {
    const auto odd = odd_character(reg.sources[source].path);
    if (!odd) continue;
    const bool control = *odd < 0x20 || (*odd >= 0x7F && *odd < 0xA0);
    sink.add(
        control ? code::control_character : code::invisible_character, {source, {}},
        control
            ? say("文件名中有控制字符 U+{:04X}",
                  "the name of the file has a control character, U+{:04X}", std::uint32_t{*odd})
            : say("文件名中有看不见的字符 U+{:04X}",
                  "the name of the file has an invisible character, U+{:04X}", std::uint32_t{*odd}),
        say("给文件改名，去掉它", "rename the file without it"));
  }
}

// What day it is for this register. An unknown time zone is told even where no day hangs on it.
value::Date now_of(Register& reg, Desk& desk, const LoadOptions& options) {
  const record::Config& config = reg.config;
  std::optional<value::Date> today = options.today;
  if (options.today_in && (config.time_zone || !config.as_of)) {
    today = options.today_in(config.time_zone ? *config.time_zone : record::default_time_zone);
  }
  if (!today) {
    reg.unknown_zone = true;
    reg.unsettled = true;
    desk.sink.add(
        code::unknown_value, {0, config.time_zone.span},
        say("没有“{}”这个时区", "there is no time zone '{}'", diag::brief(*config.time_zone)),
        say("写成时区数据库中的名称，例如 Asia/Shanghai、Asia/Urumqi；除 Asia/Shanghai "
            "外，本机要有时区数据（软件包 tzdata）",
            "write a name of the time zone database, such as Asia/Shanghai or Asia/Urumqi; but for "
            "Asia/Shanghai, this machine needs zone data (package tzdata)"));
  }
  if (config.as_of) return *config.as_of;
  return today.value_or(options.today);
}

// A file's mistakes are listed up to a bound; thousands of files that are all mistakes would fill
// any memory with words that nobody can read. Where they come to more than this, the register is
// read anew, file by file, up to where the bound is reached, and no further.
struct Flood {
  std::size_t most = 0;
  bool in_order = false;
  std::atomic<std::size_t> listed{0};

  bool spent() const { return listed > most; }
};

// Each thread takes the next few files; what it finds goes where the file belongs, so the result
// does not depend on who read what. Returns how many have been read.
std::size_t read_all(Register& reg, const io::FileSystem& files, const LoadOptions& options,
                     std::size_t first, std::size_t past, Flood& flood) {
  constexpr std::size_t batch = 16;
  std::atomic<std::size_t> next{first};
  std::atomic<bool> unreadable{false};
  const auto read_one = [&](std::size_t i, Desk& desk) {
    const auto source = static_cast<text::SourceId>(i);
    text::Source& file = reg.sources[i];
    const auto not_read = [&](const io::Error& error) {
      could_not_read(desk.sink, source, error);
      remember_name(desk, file.path);
      if (error.reason != io::Reason::too_large) unreadable = true;
    };
    if (const Substitute* instead = substitute_for(file.path, options)) {
      if (instead->too_large) return not_read(too_large(file.path));
      file.bytes = instead->bytes;
    } else {
      desk.path = file.path;
      const auto read = files.read_into(desk.path, desk.arena, options.limits.bytes, desk.folder);
      if (!read) return not_read(read.error());
      file.bytes = *read;
    }
    read_records(source, file.path, file.bytes, options, desk);
    const std::span<Record*> kept = desk.arena.make_array<Record*>(desk.records.size());
    std::copy(desk.records.begin(), desk.records.end(), kept.begin());
    reg.files[i].records = kept;
  };
  std::size_t done = past;
  const auto work = [&](Desk& desk) {
    for (std::size_t at = next.fetch_add(batch); at < past; at = next.fetch_add(batch)) {
      const std::size_t end = std::min(at + batch, past);
      for (std::size_t i = at; i < end; ++i) {
        if (flood.spent()) {
          if (flood.in_order) done = std::min(done, i);
          return;
        }
        const std::size_t told = desk.sink.list().size();
        read_one(i, desk);
        flood.listed += desk.sink.list().size() - told;
      }
      if (options.read != nullptr) options.read->fetch_add(end - at, std::memory_order_relaxed);
    }
  };
  std::optional<int> year;
  if (reg.config.year) year = static_cast<int>(*reg.config.year);
  std::vector<Desk> desks;
  const std::size_t most = std::max<std::size_t>(1, (past - first + batch - 1) / batch);
  const unsigned threads = flood.in_order ? 1 : std::max(1u, options.threads);
  for (std::size_t i = 0; i < std::min<std::size_t>(threads, most); ++i) {
    if (i > 0) reg.arenas.push_back(std::make_unique<text::Arena>(io::huge_pages()));
    desks.emplace_back(*reg.arenas.back(), options.keeps).slips.year = year;
  }
  io::in_parallel(static_cast<unsigned>(desks.size()), [&](unsigned i) { work(desks[i]); });
  for (Desk& desk : desks) hand_in(desk, reg);
  if (unreadable) reg.unreadable = true;
  return done;
}

Register load_once(const io::FileSystem& files, const LoadOptions& options, Flood& flood) {
  Register reg;
  reg.sources.push_back({io::config_name, {}});
  Desk desk(*reg.arenas.emplace_back(std::make_unique<text::Arena>(io::huge_pages())),
            options.keeps);
  if (const Substitute* instead = substitute_for(io::config_name, options);
      instead != nullptr && instead->too_large) {
    could_not_read(desk.sink, 0, too_large(io::config_name));
  } else if (instead != nullptr) {
    reg.sources[0].bytes = instead->bytes;
    read_config(reg.config, desk, reg.sources[0].bytes, options);
  } else if (const auto bytes = files.read(std::string(io::config_name), options.limits.bytes)) {
    reg.sources[0].bytes = desk.arena.copy(*bytes);
    read_config(reg.config, desk, reg.sources[0].bytes, options);
  } else {
    could_not_read(desk.sink, 0, bytes.error());
    reg.unreadable = true;
  }
  reg.unsettled = hides_a_document(desk.sink.list()) || reg.config.as_of.unreadable();
  reg.now = now_of(reg, desk, options);
  if (options.now) reg.now = *options.now;

  std::vector<std::string> ignored;
  for (const auto& glob : reg.config.ignore) ignored.emplace_back(*glob);
  const io::Ignore ignore(ignored);
  io::Listing listing = files.list(ignore, desk.arena, options.threads);
  if (ignore.spent()) {
    // What has been listed by then depends on the threads, and none of it is read.
    listing = {};
    reg.unsettled = true;
    const auto& patterns = reg.config.ignore;
    desk.sink.add(
        code::too_large, {0, patterns.span},
        say("“忽略”的各项乘以文件和文件夹的个数，已超过一次运行的限度，登记册没有读取",
            "the patterns of 'ignore' times the files and folders make more than one run "
            "does, and the register was not read"),
        say("写得短些、少些，少用 * 和 ?；最好写出整个文件夹（草稿/）",
            "write fewer and shorter ones, with fewer '*' and '?'; best are whole folders "
            "(drafts/)"));
    desk.partial = true;
  }
  for (const Substitute& instead : options.substitutes) {
    auto& records = listing.records;
    const auto at = std::lower_bound(records.begin(), records.end(), instead.path);
    if (instead.path == io::config_name || (at != records.end() && *at == instead.path)) continue;
    records.insert(at, desk.arena.copy(instead.path));
  }
  const std::size_t first = reg.sources.size();
  reg.sources.reserve(first + listing.records.size());
  for (const std::string_view path : listing.records) reg.sources.push_back({path, {}});
  reg.files.resize(reg.sources.size());
  const std::size_t past = reg.sources.size();
  const std::size_t done = read_all(reg, files, options, first, past, flood);
  if (done < past) {
    desk.sink.add(
        code::too_large, {static_cast<text::SourceId>(done - 1), {}},
        say("错误太多：前 {0} 个文件就有 {1} 处以上，其余 {2} 个文件没有读取",
            "there are too many mistakes: more than {1} in the first {0} files, and the "
            "other {2} were not read",
            done - first, flood.most, past - done),
        say("先改正这些，或改正它们共同的原因", "mend these first, or what they come from"));
    desk.partial = true;
    reg.unsettled = true;
    reg.sources.resize(done);
    reg.files.resize(done);
  }
  report_oddities(reg, desk, listing);
  report_tracked(reg, desk, listing);
  report_odd_names(reg, desk.sink);
  hand_in(desk, reg);
  link(reg, files, options.threads);
  std::uint64_t bytes = 0;
  for (const text::Source& source : reg.sources) bytes += source.bytes.size();
  reg.set_budget(bytes);
  return reg;
}

}  // namespace

Register load(const io::FileSystem& files, const LoadOptions& options) {
  constexpr std::size_t most_listed = 30'000;
  constexpr std::size_t most_to_mend = 300'000;  // these have no words
  const bool mends = options.keeps == diag::Sink::Keeps::every_fix;
  Flood flood{.most = mends ? most_to_mend : most_listed};
  Register reg = load_once(files, options, flood);
  if (!flood.spent()) return reg;
  Flood in_order{.most = flood.most, .in_order = true};
  return load_once(files, options, in_order);
}

Alone read_alone(std::string_view bytes, text::SourceId source, bool settings,
                 const LoadOptions& options) {
  text::Arena arena;
  Desk desk(arena, options.keeps);
  if (settings) {
    record::Config config;
    read_config(config, desk, bytes, options);
  } else {
    read_records(source, {}, bytes, options, desk);
  }
  return {std::move(desk.sink.list()), desk.records.size()};
}

}  // namespace zsup::reg
