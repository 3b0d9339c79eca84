#include <exception>

#include "command/complete.h"
#include "command/help.h"
#include "command/parse.h"
#include "command/session.h"
#include "command/version.h"
#include "diag/brief.h"
#include "io/interrupt.h"
#include "io/memory.h"
#include "io/stack.h"

namespace zsup::command {

using diag::say;

namespace {

// "错误：…" and, on a second line, what to do.
void tell(Session& session, const Stop& stop) {
  // Who has interrupted the run need not be told that it was.
  io::end_if_interrupted();
  session.complain(say("错误：{}", "error: {}", stop.message));
  if (!stop.help.empty()) session.complain(say("帮助：{}", "help: {}", stop.help));
}

int run_parsed(const Parsed& parsed) {
  Session session(parsed.arguments);
  try {
    if (parsed.version) {
      session.out().write("zsup " ZSUP_VERSION "\n");
      return session.finish(clean);
    }
    if (parsed.help) {
      session.out().write(parsed.command != nullptr ? help_of(*parsed.command, session.lang())
                                                    : help_overview(session.lang()));
      return session.finish(clean);
    }
    if (parsed.wrong) {
      throw Stop{usage, *parsed.wrong, parsed.hint};
    }
    if (parsed.command == nullptr) {
      session.out().write(help_overview(session.lang()));
      return std::max(session.finish(usage), static_cast<int>(usage));
    }
    return session.finish(parsed.command->run(session, parsed.arguments));
  } catch (const Stop& stop) {
    tell(session, stop);
    return session.finish(stop.exit_code);
  } catch (const reg::Spent& spent) {
    tell(session, session.stop_for(spent));
    return session.finish(findings);
  } catch (const std::bad_alloc&) {
    io::tell_that_memory_is_short();
  } catch (const std::exception& error) {
    tell(session,
         {failure,
          say("zsup 内部出错：{}", "an internal error of zsup: {}", diag::brief(error.what())),
          say("请把这条信息和命令行告诉维护者", "please report this line and the command")});
  }
  return failure;
}

int run_settled(int count, char** words) {
  io::settle_in();
  const std::vector<std::string> behind(words + (count > 0 ? 1 : 0), words + count);
  // Before all parsing: what follows is an unfinished command line.
  if (!behind.empty() && behind[0] == "__complete")
    return run_complete(std::span(behind).subspan(1));
  return run_parsed(parse(behind));
}

}  // namespace

int run(int count, char** words) {
  return io::with_enough_stack(run_settled, count, words);
}

}  // namespace zsup::command
