# SPDX-License-Identifier: GPL-3.0-or-later
"""check_wrapper.py CASES: what docs/examples/runtime/offerwright.py promises."""
import concurrent.futures
import hashlib
import json
import pathlib
import sys
import unittest

from offerwright import OfferwrightError, Pack

cases = pathlib.Path(sys.argv.pop())
pack_file = cases / "own.pack.json"
lines = (cases / "own.requests").read_bytes()
answers = (cases / "own.lines").read_bytes().decode()


class Wrapper(unittest.TestCase):
    def setUp(self):
        self.pack = Pack.from_file(pack_file)
        self.addCleanup(self.pack.close)
        self.requests = [json.loads(line) for line in lines.split(b"\n")[:3]]

    def test_identity_is_that_of_the_canonical_form(self):
        # Of ASCII keys and numbers without an exponent, Python's own writer makes RFC 8785.
        canonical = json.dumps(json.loads(pack_file.read_text()), sort_keys=True, separators=(",", ":"), ensure_ascii=False)
        self.assertEqual(self.pack.identity, hashlib.sha256(canonical.encode()).hexdigest())

    def test_dicts_and_lines_say_the_same(self):
        expected = [json.loads(line) for line in answers.splitlines()[:3]]
        self.assertEqual([self.pack.decide(request) for request in self.requests], expected)
        self.assertEqual(self.pack.decide_lines(lines), answers)

    def test_explains(self):
        self.assertNotIn("considered", self.pack.decide(self.requests[0]))
        self.assertIn("considered", self.pack.decide(self.requests[0], explain=True))

    def test_errors_are_exceptions(self):
        with self.assertRaises(OfferwrightError) as caught:
            self.pack.decide({**self.requests[0], "placement": "attic"})
        self.assertEqual((caught.exception.code, caught.exception.path), ("invalid_input", "placement"))
        with self.assertRaises(OfferwrightError) as caught:
            Pack((cases / "broken.json").read_bytes())
        self.assertEqual(caught.exception.path, "offers[0].when")

    def test_closed(self):
        with Pack.from_file(pack_file) as pack:
            pack.decide(self.requests[0])
        with self.assertRaises(ValueError):
            pack.decide(self.requests[0])
        pack.close()  # twice does no harm

    def test_eight_threads_one_pack(self):
        with concurrent.futures.ThreadPoolExecutor(8) as pool:
            got = list(pool.map(lambda _: self.pack.decide_lines(lines), range(64)))
        self.assertEqual(set(got), {answers})


if __name__ == "__main__":
    unittest.main()
