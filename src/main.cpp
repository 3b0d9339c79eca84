#include <cstdio>
int main() { std::puts("zsup"); return 0; }
