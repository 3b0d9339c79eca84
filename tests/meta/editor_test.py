#!/usr/bin/env python3
"""Records in an editor: yaml-language-server, spoken to over its standard streams as an editor does.

Every record file of the examples opens without a false error; keys and values complete in both spellings, with what they
mean in Chinese and English; a field explains itself when pointed at; and what is wrong is underlined where it stands.
"""

import json
import os
import subprocess
import threading
import unittest
from pathlib import Path

REPOSITORY = Path(__file__).resolve().parents[2]
SERVER = REPOSITORY / "tests/tools/node_modules/.bin/yaml-language-server"
PATIENCE = int(os.environ.get("ZSUP_TEST_TIMEOUT", "120"))
SCHEMA = "# yaml-language-server: $schema=../../../schemas/{}.schema.json\n"


class Editor:
    """As much of an editor as it takes: requests, notifications, and answers to what the server asks."""

    def __init__(self):
        self.server = subprocess.Popen([SERVER, "--stdio"], stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                                       stderr=subprocess.DEVNULL)
        self.next_id = 0
        self.answers = {}
        self.diagnostics = {}
        self.changed = threading.Condition()
        threading.Thread(target=self._listen, daemon=True).start()
        self.ask("initialize", {"processId": None, "rootUri": REPOSITORY.as_uri(), "capabilities": {
            "workspace": {"configuration": True},
            "textDocument": {"completion": {"completionItem": {"documentationFormat": ["markdown"]}}}}})
        self.tell("initialized", {})

    def close(self):
        self.server.kill()
        self.server.wait()
        self.server.stdin.close()

    def _send(self, message):
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        self.server.stdin.write(b"Content-Length: %d\r\n\r\n" % len(body) + body)
        self.server.stdin.flush()

    def _listen(self):
        stream = self.server.stdout
        while True:
            length = 0
            while (line := stream.readline().strip()):
                name, _, value = line.partition(b":")
                if name.lower() == b"content-length":
                    length = int(value)
            if not length:
                return
            message = json.loads(stream.read(length))
            if "method" in message and "id" in message:
                result = None
                if message["method"] == "workspace/configuration":
                    settings = {"yaml": {"validate": True, "hover": True, "completion": True,
                                         "schemaStore": {"enable": False}}}
                    result = [settings.get(item["section"]) for item in message["params"]["items"]]
                self._send({"id": message["id"], "result": result})
                continue
            with self.changed:
                if "id" in message:
                    self.answers[message["id"]] = message
                elif message.get("method") == "textDocument/publishDiagnostics":
                    self.diagnostics[message["params"]["uri"]] = message["params"]["diagnostics"]
                self.changed.notify_all()

    def _wait(self, ready):
        with self.changed:
            if not self.changed.wait_for(ready, timeout=PATIENCE):
                raise AssertionError("the server does not answer")

    def tell(self, method, params):
        self._send({"method": method, "params": params})

    def ask(self, method, params):
        self.next_id += 1
        mine = self.next_id
        self._send({"id": mine, "method": method, "params": params})
        self._wait(lambda: mine in self.answers)
        return self.answers[mine].get("result")

    def open(self, path: Path, text: str) -> str:
        self.tell("textDocument/didOpen", {"textDocument": {"uri": path.as_uri(), "languageId": "yaml", "version": 1,
                                                            "text": text}})
        return path.as_uri()

    def problems(self, uri):
        self._wait(lambda: uri in self.diagnostics)
        return self.diagnostics[uri]

    def at_mark(self, method, kind, text):
        """Asks at the place of `§` in a record of that kind."""
        before, after = text.split("§")
        self.next_id += 1
        uri = self.open(REPOSITORY / f"examples/district/x/{self.next_id}.yaml", SCHEMA.format(kind) + before + after)
        lines = (SCHEMA.format(kind) + before).split("\n")
        return self.ask(method, {"textDocument": {"uri": uri},
                                 "position": {"line": len(lines) - 1, "character": len(lines[-1])}})

    def complete(self, kind, text):
        """What is offered: label -> documentation."""
        result = self.at_mark("textDocument/completion", kind, text)
        items = result["items"] if isinstance(result, dict) else result
        words = {}
        for item in items:
            documentation = item.get("documentation") or ""
            words[item["label"]] = documentation if isinstance(documentation, str) else documentation["value"]
        return words

    def hover(self, kind, text):
        result = self.at_mark("textDocument/hover", kind, text)
        return result["contents"]["value"] if result else ""


class RecordsInAnEditor(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        if not SERVER.exists():
            raise AssertionError(f"{SERVER} is missing: 'make deps-test' installs it")
        cls.editor = Editor()

    @classmethod
    def tearDownClass(cls):
        cls.editor.close()

    def test_no_false_error_in_any_record_of_the_examples(self):
        paths = sorted(path for path in (REPOSITORY / "examples").rglob("*.yaml")
                       if "$schema=" in path.read_text(encoding="utf-8").split("\n", 1)[0])
        self.assertGreater(len(paths), 700)
        uris = {self.editor.open(path, path.read_text(encoding="utf-8")): path for path in paths}
        wrong = {str(path.relative_to(REPOSITORY)): problems for uri, path in uris.items()
                 if (problems := self.editor.problems(uri))}
        self.assertEqual(wrong, {})

    def test_what_is_wrong_is_underlined(self):
        uri = self.editor.open(REPOSITORY / "examples/district/x/wrong.yaml", SCHEMA.format("leader") +
                               "种类: 领导干部\n编号: gu-an\n姓名: 顾岸\n单位: a\n职务: 书记\n身份: 班长\n任职日期: 2018-01-02\n")
        problems = self.editor.problems(uri)
        self.assertEqual([(p["range"]["start"]["line"], p["range"]["start"]["character"]) for p in problems], [(6, 4)])

    def test_keys_complete_in_both_spellings(self):
        english = self.editor.complete("finding", "kind: finding\nid: a\n§")
        self.assertLessEqual({"source", "found", "deadline", "suggestion"}, english.keys())
        self.assertIn("整改期限", english["deadline"])
        chinese = self.editor.complete("finding", "种类: 问题\n编号: a\n§")
        self.assertLessEqual({"来源", "发现日期", "整改期限", "建议"}, chinese.keys())

    def test_values_complete_with_their_labels(self):
        words = self.editor.complete("finding", "kind: finding\nid: a\nsource: §")
        self.assertLessEqual({"inspection", "巡察", "petition", "信访"}, words.keys())
        self.assertIn("巡察", words["inspection"])
        words = self.editor.complete("leader", "种类: 领导干部\n编号: a\n身份: §")
        self.assertLessEqual({"主要负责人", "班子成员"}, words.keys())

    def test_fields_explain_themselves(self):
        for text in ("kind: finding\nid: a\ndead§line: 2018-07-18\n", "种类: 问题\n编号: a\n整改§期限: 2018-07-18\n"):
            with self.subTest(text):
                shown = self.editor.hover("finding", text)
                self.assertIn("整改期限", shown)
                self.assertRegex(shown, "[a-z]{4}")  # in English too


if __name__ == "__main__":
    unittest.main()
