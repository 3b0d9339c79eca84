// Ctrl-C and its like (INT, TERM, HUP): at once where nothing is half done, and else when it is
// done or undone.
#pragma once

namespace zsup::io {

// From now on these signals end the process with 128 and their number, but while a Shield lives.
// One that is ignored, as by nohup, stays ignored.
void heed_signals();

// While one lives, a signal is only noted. They may lie within each other.
class Shield {
 public:
  Shield();
  Shield(const Shield&) = delete;
  Shield& operator=(const Shield&) = delete;
  ~Shield();
};

bool shielded();

// Whether a signal has been noted.
bool interrupted();

// Ends the process where a signal has been noted and no Shield lives.
void end_if_interrupted();

}  // namespace zsup::io
