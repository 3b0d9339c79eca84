#include "value/sha256.h"

#include <doctest/doctest.h>

using zsup::value::sha256;

// Every expectation is what sha256sum prints.
TEST_CASE("sha256 prints what sha256sum prints") {
  CHECK(sha256("") == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  CHECK(sha256("abc") == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  CHECK(sha256("〔2018〕5号") ==
        "6f32a95ae26e8d6621ad037d49550026cbb5260110c0f77b1b3cb6422caed2b3");
}

TEST_CASE("sha256 is right around the end of a block, and with a NUL within") {
  CHECK(sha256(std::string(55, 'a')) ==
        "9f4390f8d30c2dd92ec9f095b65e2b9ae9b0a925a5258e241c9f1e910f734318");
  CHECK(sha256(std::string(56, 'a')) ==
        "b35439a4ac6f0948b6d6f9e3c6af0f5f590ce20f1bde7090ef7970686ec6738a");
  CHECK(sha256(std::string(64, 'a')) ==
        "ffe054fe7ae0cb6dc65c3af9b61d5209f439851db43d0ba5997337df154668eb");
  CHECK(sha256(std::string_view("a\0b", 3)) ==
        "59b271ae1bbcb1d31d41929817f4b16fb439eb4f31520b5ad1d5ce98920a7138");
}

TEST_CASE("texts that begin alike have the same digests as alone") {
  for (const std::size_t length : {0U, 1U, 55U, 64U, 200U}) {
    const std::string beginning(length, 'a');
    const zsup::value::Sha256Of many(beginning);
    for (const std::string_view end : {"", "b", "甲乙丙"}) {
      CHECK(many.with(end) == sha256(beginning + std::string(end)));
    }
  }
}
