#include "register/load.h"
#include "text/visible.h"

namespace zsup::reg {

using diag::say;
using diag::Words;
using io::Operation;
using io::Reason;

namespace {

Words doing(Operation operation) {
  switch (operation) {
    case Operation::look_up:
      return {"无法查看", "cannot look up"};
    case Operation::open:
      return {"无法打开", "cannot open"};
    case Operation::read:
      return {"无法读取", "cannot read"};
    case Operation::list:
      return {"无法列出", "cannot list"};
    case Operation::create:
      return {"无法新建", "cannot create"};
    case Operation::write:
      return {"无法写入", "cannot write"};
    case Operation::flush:
      return {"无法写入磁盘", "cannot write to disk"};
    case Operation::replace:
      return {"无法写成", "cannot put in place"};
    case Operation::create_folder:
      return {"无法新建文件夹", "cannot create the folder"};
    case Operation::remove:
      return {"无法删除", "cannot remove"};
    case Operation::keep:
      return {"没有保留属主、属组或扩展属性：", "owner, group or attributes were not kept:"};
    case Operation::lock:
      return {"无法独占", "cannot lock"};
    case Operation::run:
      return {"无法运行", "cannot run"};
  }
  return {};
}

Words because(Reason reason) {
  switch (reason) {
    case Reason::not_found:
      return {"不存在", "it does not exist"};
    case Reason::no_permission:
      return {"没有权限", "permission denied"};
    case Reason::already_exists:
      return {"已经存在；要覆盖请加 --force", "it exists; --force overwrites it"};
    case Reason::is_a_folder:
      return {"是一个文件夹", "it is a folder"};
    case Reason::not_a_folder:
      return {"不是文件夹", "it is not a folder"};
    case Reason::not_a_regular_file:
      return {"不是普通文件", "it is not a regular file"};
    case Reason::link_loop:
      return {"符号链接成环", "its links run in a circle"};
    case Reason::is_a_link:
      return {"是符号链接，不通过链接写入：请删去链接，或写明它指向的文件",
              "it is a symbolic link, and nothing is written through one: remove it, or name the "
              "file that it leads to"};
    case Reason::through_a_link:
      return {"途中的文件夹是符号链接，不通过链接写入：请换成普通文件夹，或写明它指向的文件夹",
              "a folder on the way is a symbolic link, and nothing is written through one: put a "
              "folder in its place, or name the folder that it leads to"};
    case Reason::another_register:
      return {"所在文件夹自有 zsup.yaml，属于另一个登记册",
              "its folder has a zsup.yaml of its own and belongs to another register"};
    case Reason::not_ours:
      return {"不是本机上这个用户的 zsup 留下的，不予理会：请看过之后删去",
              "it was not left by zsup, for this user on this machine, and is not heeded: look at "
              "it and remove it"};
    case Reason::leads_outside:
      return {"超出登记册的文件夹", "it leads out of the register"};
    case Reason::name_too_long:
      return {"名称太长", "the name is too long"};
    case Reason::too_large:
      return {"文件太大", "the file is too large"};
    case Reason::changed_while_read:
      return {"读取时文件正在改动，请稍后再试", "it changed while it was being read; try again"};
    case Reason::no_space:
      return {"磁盘已满", "no space left on the disk"};
    case Reason::read_only:
      return {"磁盘只读", "the disk is read-only"};
    case Reason::input_output:
      return {"磁盘出错", "the disk reports an error"};
    case Reason::too_many_open_files:
      return {"打开的文件太多", "too many open files"};
    case Reason::out_of_memory:
      return {"内存不足", "out of memory"};
    case Reason::closed:
      return {"对方已关闭", "the other end is closed"};
    case Reason::no_reader:
      return {"没有程序在读这个管道", "nobody reads this pipe"};
    case Reason::not_open:
      return {"没有打开", "it is not open"};
    case Reason::interrupted:
      return {"被中断", "it was interrupted"};
    case Reason::timed_out:
      return {"超时", "it took too long"};
    case Reason::other:
      return {"系统报错", "the system reports an error"};
  }
  return {};
}

}  // namespace

diag::Text describe(const io::Error& error) {
  const Words what = doing(error.operation);
  const Words why = because(error.reason);
  const bool stream = error.path == "-";
  const bool input =
      error.operation == io::Operation::open || error.operation == io::Operation::read;
  const diag::Text path =
      stream ? (input ? say("标准输入", "standard input") : say("标准输出", "standard output"))
             : diag::Text{text::visible(error.path), text::visible(error.path)};
  if (error.reason == Reason::other && error.number != 0) {
    return say("{} {}：{}（{}）", "{} {}: {} ({})", what, path, why, error.number);
  }
  return say("{} {}：{}", "{} {}: {}", what, path, why);
}

}  // namespace zsup::reg
