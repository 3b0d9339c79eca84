// Small enough to be built with the tests: its ELF shows what the flags of hardening come to.
#include <cstdio>
#include <cstring>

int main(int count, char** words) {
  char text[16];
  std::strncpy(text, count > 1 ? words[1] : "", sizeof text - 1);
  text[sizeof text - 1] = '\0';
  char line[32];
  std::snprintf(line, sizeof line, "%s\n", text);
  return std::fputs(line, stdout) < 0 ? 1 : 0;
}
