#include "register/link.h"

#include <algorithm>
#include <array>
#include <atomic>
#include <map>
#include <mutex>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <unordered_set>
#include <utility>

#include "diag/brief.h"
#include "io/in_parallel.h"
#include "record/decoder.h"
#include "register/order.h"
#include "register/suggest_id.h"
#include "register/text_hash.h"
#include "text/edit_distance.h"
#include "text/fold.h"

namespace zsup::reg {

using diag::brief;
using diag::say;
using record::FieldSpec;
using record::Given;
using record::Kind;
using record::Record;
namespace code = diag::code;

namespace {

// The names in the folders where attachments are looked for in vain; each folder is looked through
// once, whichever thread asks.
class FolderNames {
 public:
  explicit FolderNames(const io::FileSystem& files) : files_(files) {}

  // Those that are `name` but for case and composition; null for none.
  const std::vector<std::string>* names_like(const std::string& folder, std::string_view name) {
    // As many as a large register has; beyond them nothing is suggested.
    constexpr std::size_t most_names = 500'000;
    const std::lock_guard lock(mutex_);
    auto at = folders_.find(folder);
    if (at == folders_.end()) {
      at = folders_.emplace(folder, std::map<std::string, std::vector<std::string>>()).first;
      if (count_ < most_names) {
        for (std::string& one : files_.names_in(folder)) {
          ++count_;
          at->second[text::folded_name(one)].push_back(std::move(one));
        }
      }
    }
    const auto like = at->second.find(text::folded_name(name));
    return like == at->second.end() ? nullptr : &like->second;
  }

 private:
  const io::FileSystem& files_;
  std::mutex mutex_;
  std::map<std::string, std::map<std::string, std::vector<std::string>>> folders_;
  std::size_t count_ = 0;
};

// What is asked of every record, one after another: asked once, on all threads.
struct Glance {
  std::uint32_t hash;  // of its id
  Kind kind;
  bool has_id;
};

std::vector<Glance> glance(std::span<Record* const> records, const IdIndex& ids,
                           unsigned threads) {
  std::vector<Glance> list(records.size());
  io::in_parallel_runs(threads, records.size(), [&](unsigned, std::size_t first, std::size_t past) {
    for (std::size_t i = first; i < past; ++i) {
      const Record& record = *records[i];
      list[i] = {ids.hash(record.name()), record.kind, static_cast<bool>(record.id)};
    }
  });
  return list;
}

void gather(Register& reg, unsigned threads, diag::Sink& sink) {
  std::size_t count = 0;
  for (const File& file : reg.files) count += file.records.size();
  reg.records.reserve(count);
  for (const File& file : reg.files) {
    reg.records.insert(reg.records.end(), file.records.begin(), file.records.end());
  }
  reg.ids = IdIndex(reg.records);
  const std::vector<Glance> seen = glance(reg.records, reg.ids, threads);
  text::Each<Kind, std::size_t> of_kind;
  for (const Glance& one : seen) ++of_kind[one.kind];
  for (const Kind kind : text::every<Kind>) reg.by_kind[kind].reserve(of_kind[kind]);
  for (std::size_t i = 0; i < reg.records.size(); ++i) {
    Record* const record = reg.records[i];
    reg.by_kind[seen[i].kind].push_back(record);
    if (!seen[i].has_id) continue;
    if (const Record* first = reg.ids.insert(i, seen[i].hash)) {
      if (sink.only_counts(code::duplicate_id, record->id_place())) continue;
      diag::Diagnostic& twice =
          sink.add(code::duplicate_id, record->id_place(),
                   say("编号“{}”已被另一条记录使用", "the id '{}' is taken by another record",
                       brief(record->name())),
                   say("换一个编号；编号在整个登记册中唯一",
                       "choose another id; ids are unique in the whole register"));
      twice.related.push_back({first->id_place(), say("已用在这里", "used here")});
    }
  }
}

using Ids = std::unordered_set<std::string_view, TextHash>;

// Resolves the references of one file's records.
class Linker {
 public:
  Linker(const Register& reg, const io::FileSystem& files, const Ids& ghosts,
         IdSuggester& suggester, FolderNames& folders, diag::Sink& sink)
      : reg_(reg),
        files_(files),
        ghosts_(ghosts),
        suggester_(suggester),
        folders_(folders),
        sink_(&sink) {
    for (const record::Policy& policy : reg.all<record::Policy>()) {
      for (const auto& line : policy.lines) lines_.insert(line.or_empty());
    }
  }

  void link(const File& file) {
    suggested_ = 0;
    missing_ = 0;
    for (Record* record : file.records) link(*record);
  }

  void link(Record& record) {
    record_source_ = record.source;
    record::link(linking(), record);
  }

  void link_config(record::Config& config) {
    record_source_ = 0;
    record::link(linking(), record::spec_of<record::Config>(), &config);
  }

 private:
  record::Linking linking() {
    return {
        .context = this,
        .on_ref = [](void* self, Given<record::Ref>& ref,
                     const FieldSpec& field) { static_cast<Linker*>(self)->resolve(ref, field); },
        .on_charge = [](void* self, Given<record::Charge>& charge,
                        const FieldSpec&) { static_cast<Linker*>(self)->resolve(charge); },
        .on_path = [](void* self, Given<record::Path>& path,
                      const FieldSpec&) { static_cast<Linker*>(self)->look_at(path); },
    };
  }

  void resolve(Given<record::Ref>& ref, const FieldSpec& field) {
    const Record* target = reg_.find(ref->id, field.type.refers);
    const text::Place place{record_source_, ref.span};
    if (target == nullptr) {
      if (!ghosts_.contains(ref->id)) dangling(place, ref->id, field.type.refers, &field);
      return;
    }
    if (!record::holds(field.type.refers, target->kind)) {
      wrong_kind(place, *target, field);
      return;
    }
    ref.to_fill().target = target;
  }

  void resolve(Given<record::Charge>& charge) {
    const Record* target = reg_.find(charge->text, record::kinds({Kind::org}));
    const text::Place place{record_source_, charge.span};
    if (target == nullptr) {
      if (lines_.contains(charge->text)) return;
      // What is written like an id in ASCII is meant as one; Chinese words are a line of work.
      const bool ascii = std::all_of(charge->text.begin(), charge->text.end(), [](char c) {
        return (static_cast<unsigned char>(c) & 0x80) == 0;
      });
      if (ascii && !ghosts_.contains(charge->text)) {
        dangling(place, charge->text, record::kinds({Kind::org}), nullptr);
      }
      return;
    }
    if (target->kind != Kind::org) {
      if (sink_->only_counts(code::wrong_kind, place)) return;
      sink_->add(code::wrong_kind, place,
                 say("分管的应是组织或工作条线，“{}”是{}",
                     "a portfolio names organisations and lines of work, and '{}' is of kind {}",
                     brief(charge->text), record::row_of(target->kind).written()),
                 say("填写组织的编号，或工作条线的名称",
                     "give an org's id, or the name of a line of work"));
      return;
    }
    charge.to_fill().org = target;
  }

  void dangling(text::Place place, std::string_view id, record::KindSet wanted,
                const FieldSpec* field) {
    if (sink_->only_counts(code::dangling_reference, place)) return;
    diag::Diagnostic& found =
        sink_->add(code::dangling_reference, place,
                   say("没有编号为“{}”的记录", "there is no record with the id '{}'", brief(id)));
    // So many slips have one cause, which no suggestion tells.
    constexpr std::size_t most_suggested = 50;
    if (suggested_++ < most_suggested) {
      if (diag::Text name = suggester_.name_for_id(id, wanted); !name.empty()) {
        found.help = std::move(name);
        const auto ids = suggester_.called(id, wanted);
        if (ids.size() == 1) put_instead(found, place, id, ids.front());
        return;
      }
      if (const auto near = suggester_.nearest(id, wanted)) {
        found.help = say("是不是“{}”？", "did you mean '{}'?", *near);
        return;
      }
    }
    diag::Text kinds;
    for (const Kind kind : text::every<Kind>) {
      if (record::holds(wanted, kind)) append_to_list(kinds, record::row_of(kind).written());
    }
    found.help = field == nullptr
                     ? say("填写组织的编号，或工作条线的名称",
                           "give an org's id, or the name of a line of work")
                     : say("“{}”要填已有记录的编号（{}）；先建立那条记录，或改正编号",
                           "'{}' takes the id of a record that is there ({}); add that record, "
                           "or mend the id",
                           field->written(), kinds);
  }

  // Where a value is written as it is read, quotes or not.
  void put_instead(diag::Diagnostic& found, text::Place place, std::string_view text,
                   std::string_view better) const {
    std::string_view written = reg_.bytes_at(place);
    std::string quote;
    if (written.size() >= 2 && (written[0] == '"' || written[0] == '\'')) {
      quote = written.substr(0, 1);
      written = written.substr(1, written.size() - 2);
    }
    if (written == text) found.fix.push_back({place, quote + std::string(better) + quote});
  }

  void wrong_kind(text::Place place, const Record& target, const FieldSpec& field) {
    if (sink_->only_counts(code::wrong_kind, place)) return;
    diag::Text kinds;
    for (const Kind one : text::every<Kind>) {
      if (record::holds(field.type.refers, one)) {
        append_to_list(kinds, record::row_of(one).written());
      }
    }
    const record::EnumRow& kind = record::row_of(target.kind);
    diag::Diagnostic& found =
        sink_->add(code::wrong_kind, place,
                   say("“{}”应指向{}，“{}”是{}", "'{}' refers to: {}; but '{}' is of kind {}",
                       field.written(), kinds, brief(target.name()), kind.written()),
                   say("改填{}的编号", "give the id of a record of that kind: {}", kinds));
    found.related.push_back({target.id_place(), say("所指的记录在这里", "the record referred to")});
  }

  void look_at(const Given<record::Path>& path) {
    const text::Place place{record_source_, path.span};
    // So many have one cause: the folder is not there. The rest are not looked for one by one.
    constexpr std::size_t most_missing = 20'000;
    if (missing_ > most_missing && sink_->only_counts(code::attachment_missing, place)) return;
    const std::string name(path->text);
    switch (files_.attachment(name)) {
      case io::Attachment::usable:
        return;
      case io::Attachment::missing:
        ++missing_;
        if (sink_->only_counts(code::attachment_missing, place)) return;
        missing(place, name);
        return;
      case io::Attachment::outside:
        if (sink_->only_counts(code::attachment_outside, place)) return;
        sink_->add(code::attachment_outside, place,
                   say("附件“{}”在登记册之外", "the attachment '{}' lies outside the register",
                       brief(name)),
                   say("把文件复制到登记册中，写相对路径，例如 files/图片.pdf",
                       "copy the file into the register and give its path from the root, such as "
                       "files/paper.pdf"));
        return;
      case io::Attachment::empty:
        sink_->add(code::attachment_unusable, place,
                   say("附件“{}”是空文件", "the attachment '{}' is an empty file", brief(name)),
                   say("放入真正的材料，或删去这一项",
                       "put the real paper in its place, or remove this entry"));
        return;
      case io::Attachment::folder:
        sink_->add(code::attachment_unusable, place,
                   say("附件“{}”是文件夹", "the attachment '{}' is a folder", brief(name)),
                   say("写到具体的文件", "name the file in it"));
        return;
      case io::Attachment::irregular:
      case io::Attachment::unreadable:
        sink_->add(
            code::attachment_unusable, place,
            say("附件“{}”不是可以读取的普通文件",
                "the attachment '{}' is not a regular file that can be read", brief(name)),
            say("换成可以读取的普通文件", "put a regular file that can be read in its place"));
        return;
    }
  }

  void missing(text::Place place, const std::string& name) {
    diag::Diagnostic& found =
        sink_->add(code::attachment_missing, place,
                   say("附件“{}”不存在", "the attachment '{}' does not exist", brief(name)),
                   say("路径从登记册的根目录算起；把文件放到那里，或改正路径",
                       "paths start at the register's root; put the file there, or mend the path"));
    const auto meant = attachment_meant(name);
    if (!meant) return;
    found.help = say("有一个名称几乎相同的文件“{}”：只差大小写、字符的写法或斜线；改用它的名称",
                     "there is a file of nearly that name, '{}': it differs in case, in how "
                     "characters are composed, or in slashes; use its name",
                     brief(*meant));
    std::string_view written = reg_.bytes_at(place);
    std::string quote;
    if (written.size() >= 2 && (written[0] == '"' || written[0] == '\'')) {
      quote = written.substr(0, 1);
      written = written.substr(1, written.size() - 2);
    }
    // What is written by escapes or over several lines is left to people, and so is what the list
    // has already under its right name.
    const bool there = values_around(place).find(*meant) != std::string_view::npos;
    if (!there && written == name && meant->find_first_of("\\\"'") == std::string::npos) {
      found.fix.push_back({place, quote + *meant + quote});
    }
  }

  // From the key before a place to the one behind it, as far as anybody looks.
  std::string_view values_around(text::Place place) const {
    constexpr std::size_t most = 4'096;
    const std::string_view bytes = reg_.sources[place.source].bytes;
    const std::size_t least = place.span.begin < most ? 0 : place.span.begin - most;
    std::size_t begin = place.span.begin;
    while (begin > least && bytes[begin - 1] != ':') --begin;
    const std::size_t end = bytes.find(": ", place.span.end);
    return bytes.substr(begin, std::min(end, place.span.end + most) - begin);
  }

  // The one file whose path differs in no more than case, composition or the kind of slashes.
  std::optional<std::string> attachment_meant(std::string_view name) {
    std::string path;
    while (!name.empty()) {
      const std::size_t end = std::min(name.find_first_of("/\\"), name.size());
      const std::string_view part = name.substr(0, end);
      name.remove_prefix(std::min(end + 1, name.size()));
      if (part.empty()) continue;
      const auto* names = folders_.names_like(path, part);
      if (names == nullptr) return std::nullopt;
      const auto exact = std::find(names->begin(), names->end(), part);
      if (exact == names->end() && names->size() != 1) return std::nullopt;
      path += (path.empty() ? "" : "/") + (exact == names->end() ? names->front() : *exact);
    }
    if (files_.attachment(path) != io::Attachment::usable) return std::nullopt;
    return path;
  }

  const Register& reg_;
  const io::FileSystem& files_;
  const Ids& ghosts_;
  IdSuggester& suggester_;
  FolderNames& folders_;
  std::set<std::string_view> lines_;  // of work, as the policies list them
  diag::Sink* sink_;
  std::size_t suggested_ = 0;  // in this file
  std::size_t missing_ = 0;    // attachments, in this file
  text::SourceId record_source_ = text::no_source;
};

}  // namespace

void link(Register& reg, const io::FileSystem& files, unsigned threads) {
  diag::Sink own;
  gather(reg, std::max(1u, threads), own);
  Ids ghosts;
  for (const record::Ghost& ghost : reg.ghosts) ghosts.insert(ghost.id.or_empty().text);
  IdSuggester suggester(reg);
  FolderNames folders(files);
  // Whole files, so that what is listed and suggested in one does not depend on who links it.
  constexpr std::size_t batch = 16;
  std::atomic<std::size_t> next{0};
  const auto work = [&](diag::Sink& sink) {
    Linker linker(reg, files, ghosts, suggester, folders, sink);
    const std::size_t count = reg.files.size();
    for (std::size_t at = next.fetch_add(batch); at < count; at = next.fetch_add(batch)) {
      for (std::size_t i = at; i < std::min(at + batch, count); ++i) linker.link(reg.files[i]);
    }
  };
  const std::size_t most = std::max<std::size_t>(1, (reg.files.size() + batch - 1) / batch);
  std::vector<diag::Sink> sinks(std::min<std::size_t>(std::max(1u, threads), most));
  io::in_parallel(static_cast<unsigned>(sinks.size()), [&](unsigned i) { work(sinks[i]); });
  Linker(reg, files, ghosts, suggester, folders, own).link_config(reg.config);

  put_in_order(reg, threads);
  reg.tree = OrgTree(reg.of_kind(Kind::org), reg.of_kind(Kind::leader));
  reg.policies = Policies(reg.of_kind(Kind::policy));
  reg.work_days = WorkDays(reg.of_kind(Kind::calendar));
  reg.inspections = Inspections(reg.of_kind(Kind::inspection));
  reg.tested = TestedItems(reg.of_kind(Kind::finding));
  reg.answers = Answers(reg.of_kind(Kind::report), threads);
  sinks.push_back(std::move(own));
  for (diag::Sink& sink : sinks) {
    for (diag::Diagnostic& found : sink.list()) reg.found.push_back(std::move(found));
  }
  // Whoever found it: what one record is told stands in the order in which it was found.
  std::stable_sort(reg.found.begin(), reg.found.end(),
                   [](const diag::Diagnostic& a, const diag::Diagnostic& b) {
                     return std::pair(a.place.source, a.place.span.begin) <
                            std::pair(b.place.source, b.place.span.begin);
                   });
}

}  // namespace zsup::reg
