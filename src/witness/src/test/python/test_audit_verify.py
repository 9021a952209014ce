"""What the second verifier stands on, tried by itself."""
import os
import sys
import unittest

sys.dont_write_bytecode = True

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, os.path.join(HERE, "../../main/python"))
import audit_verify as verifier  # noqa: E402

VECTORS = os.path.join(HERE, "../../../../vault/src/test/resources/published/ed25519.txt")

# RFC 6962 as Certificate Transparency's own tests have it: the leaves, and the root after each
LEAVES = ["", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f"]
ROOTS = [
    "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
    "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
    "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
    "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
    "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
    "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
    "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
    "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
]


def published():
    """The vectors of Ed25519's authors, those of RFC 8032 among them."""
    with open(VECTORS, encoding="ascii") as file:
        for paragraph in file.read().strip().split("\n\n"):
            vector = dict(line.partition(" =")[::2] for line in paragraph.splitlines())
            yield [bytes.fromhex(vector[name].strip()) for name in ("public", "message", "signature")]


class Signatures(unittest.TestCase):
    def test_every_published_signature_is_taken(self):
        vectors = list(published())
        self.assertGreater(len(vectors), 100)
        for public, message, signature in vectors:
            self.assertTrue(verifier.signed(public, message, signature))

    def test_no_damaged_signature_is_taken(self):
        for number, (public, message, signature) in enumerate(list(published())[:40]):
            damaged = bytearray(signature)
            damaged[number % 64] ^= 1 << number % 8
            self.assertFalse(verifier.signed(public, message, bytes(damaged)))
            self.assertFalse(verifier.signed(public, message + b"x", signature))

    def test_the_second_spelling_of_a_signature_is_not_taken(self):
        for public, message, signature in list(published())[:10]:
            s = int.from_bytes(signature[32:], "little") + verifier.Q
            self.assertFalse(verifier.signed(public, message, signature[:32] + s.to_bytes(32, "little")))

    def test_what_is_no_point_is_no_key(self):
        _, message, signature = next(published())
        for public in (b"\xff" * 32, b"\x02" + b"\x00" * 31, b"", b"\x00" * 31):
            self.assertFalse(verifier.signed(public, message, signature))


class Tree(unittest.TestCase):
    def test_roots_are_those_of_certificate_transparency(self):
        edge = []
        for size, (leaf, expected) in enumerate(zip(LEAVES, ROOTS)):
            verifier.grow(edge, size, verifier.hashlib.sha256(b"\x00" + bytes.fromhex(leaf)).digest())
            self.assertEqual(expected, verifier.root(edge).hex())


if __name__ == "__main__":
    unittest.main()
