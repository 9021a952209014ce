#!/usr/bin/env python3
"""Checks a log that was handed on, by the standard library alone: the second verifier, which shares nothing with the first.

    audit_verify.py LOG KEYS [CHECKPOINTS]    PASS or FAIL and why; the exit code is 0 or 1
    audit_verify.py --many KEYS               for tests: logs and lists on standard input, after a line with both lengths

KEYS holds the signer's public keys, which must have come another way than the log. CHECKPOINTS is the list that the
signer keeps for itself: with it, lines that were cut off at the end are missed, too.
"""
import base64
import binascii
import functools
import hashlib
import json
import re
import sys

HEAD = b'{"format":"practice-log/1"}'
ID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
TIME = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}Z")
NAME = re.compile(r"[a-z0-9./-]{1,60}")
MOST = 10**18


class Broken(Exception):
    pass


def must(holds, otherwise):
    if not holds:
        raise Broken(otherwise)


# ---- Ed25519, RFC 8032: slow, and meant to be read

P = 2**255 - 19
Q = 2**252 + 27742317777372353535851937790883648493
D = -121665 * pow(121666, P - 2, P) % P
ROOT_OF_MINUS_1 = pow(2, (P - 1) // 4, P)


def added(a, b):
    m, n = (a[1] - a[0]) * (b[1] - b[0]) % P, (a[1] + a[0]) * (b[1] + b[0]) % P
    c, d = 2 * a[3] * b[3] * D % P, 2 * a[2] * b[2] % P
    e, f, g, h = n - m, d - c, d + c, n + m
    return e * f % P, g * h % P, f * g % P, e * h % P


def times(scalar, point):
    result = (0, 1, 1, 0)
    while scalar:
        if scalar & 1:
            result = added(result, point)
        point = added(point, point)
        scalar >>= 1
    return result


def x_of(y, sign):
    square = (y * y - 1) * pow(D * y * y + 1, P - 2, P) % P
    x = pow(square, (P + 3) // 8, P)
    if (x * x - square) % P:
        x = x * ROOT_OF_MINUS_1 % P
    if (x * x - square) % P or (x == 0 and sign):
        return None
    return P - x if x & 1 != sign else x


def point(encoded):
    y = int.from_bytes(encoded, "little")
    sign, y = y >> 255, y & ((1 << 255) - 1)
    x = x_of(y, sign) if y < P else None
    return None if x is None else (x, y, 1, x * y % P)


BASE_Y = 4 * pow(5, P - 2, P) % P
BASE = (x_of(BASE_Y, 0), BASE_Y, 1, x_of(BASE_Y, 0) * BASE_Y % P)


@functools.lru_cache(maxsize=100000)
def signed(key, text, signature):
    """Whether the owner of this key (32 bytes) has made this signature (64 bytes) of this text."""
    if len(key) != 32 or len(signature) != 64:
        return False
    a, r, s = point(key), point(signature[:32]), int.from_bytes(signature[32:], "little")
    if a is None or r is None or s >= Q:
        return False
    h = int.from_bytes(hashlib.sha512(signature[:32] + key + text).digest(), "little") % Q
    left, right = times(s, BASE), added(r, times(h, a))
    return not ((left[0] * right[2] - right[0] * left[2]) % P or (left[1] * right[2] - right[1] * left[2]) % P)


# ---- the tree, RFC 6962


def grow(edge, size, leaf):
    """Adds a leaf to the right edge of a tree of so many."""
    while size & 1:
        leaf = hashlib.sha256(b"\x01" + edge.pop() + leaf).digest()
        size >>= 1
    edge.append(leaf)


def root(edge):
    if not edge:
        return hashlib.sha256(b"").digest()
    return functools.reduce(lambda right, left: hashlib.sha256(b"\x01" + left + right).digest(), reversed(edge))


# ---- what stands in the file


def plain(text):
    """Base64 in its one spelling."""
    try:
        raw = base64.b64decode(text, validate=True)
    except (binascii.Error, ValueError):
        raise Broken("no base64") from None
    must(base64.b64encode(raw).decode() == text, "base64 in a second spelling")
    return raw


def whole(value):
    return type(value) is int and 0 <= value < MOST


def opt(check):
    return lambda value: value is None or check(value)


def like(pattern):
    compiled = re.compile(pattern)
    return lambda value: type(value) is str and compiled.fullmatch(value) is not None


SHAPE = {
    "action": like("[A-Z_]{1,60}"), "actor": opt(like(ID)), "actorRole": like("[a-z]{1,20}"), "amount": opt(whole),
    "headHash": opt(like("[0-9a-f]{128}")), "headItems": opt(whole), "line": whole, "objRef": opt(like(ID)),
    "objType": like("[A-Za-z0-9 _-]{1,60}"), "outcome": like("DONE|REFUSED"), "seq": whole, "tsUtc": like(TIME),
    "v": lambda value: type(value) is int and value == 1,
}  # fmt: skip


def thing(line, number):
    """The JSON object of a line, in its one spelling: keys in order and once, no spaces."""
    try:
        value = json.loads(line.decode("ascii"))
        must(type(value) is dict, "no object")
        must(json.dumps(value, sort_keys=True, separators=(",", ":")).encode("ascii") == line, "a second spelling")
        return value
    except (ValueError, RecursionError, Broken):
        raise Broken("line %d is none of ours" % number) from None


def checkpoint(value, number):
    try:
        must(type(value) is str, "no text")
        text, dash, rest = plain(value).decode("utf-8").partition("\n\u2014 ")
        name, size, seen, at, nothing = text.split("\n")
        by, signature = rest.split(" ")
        must(dash and nothing == "" and by == name and NAME.fullmatch(name) and TIME.fullmatch(at), "parts")
        must(re.fullmatch("0|[1-9][0-9]{0,17}", size) and signature.endswith("\n"), "numbers")
        seen, made = plain(seen), plain(signature[:-1])
        must(len(seen) == 32 and len(made) == 68, "lengths")
        return name, int(size), seen, at, text.encode("ascii"), made[:4], made[4:]
    except (ValueError, Broken):
        raise Broken("line %d is no checkpoint" % number) from None


def follow(checkpoints, leaves, keys, where):
    edge, size, time = [], 0, ""
    for _, upto, seen, at, _, _, _ in checkpoints:
        must(size <= upto and time <= at, "the checkpoint of %d lines in %s is out of order" % (upto, where))
        must(upto <= len(leaves), "the checkpoint of %d lines in %s knows of more" % (upto, where))
        for leaf in leaves[size:upto]:
            grow(edge, size, leaf)
            size += 1
        must(root(edge) == seen, "the checkpoint of %d lines in %s saw something else" % (upto, where))
        time = at
    for name, upto, _, _, text, key_hash, signature in checkpoints:
        fit = any(n == name and h == key_hash and signed(key, text, signature) for n, h, key in keys)
        must(fit, "the checkpoint of %d lines in %s is not signed by this key" % (upto, where))


def lines(raw):
    must(raw.endswith(b"\n") or not raw, "it ends before its end")
    return raw.split(b"\n")[:-1]


def verify(raw, keys, own=b""):
    """PASS and how far, or FAIL and why."""
    try:
        rows = lines(raw)
        must(len(rows) > 1 and rows[0] == HEAD, "it does not begin as a log does")
        leaves, found, kept, edge = [], [], [], []
        for number, row in enumerate(rows[1:-1], 2):
            value = thing(row, number)
            if value.keys() == {"checkpoint"}:
                found.append(checkpoint(value["checkpoint"], number))
            else:
                must(not found and value.keys() == SHAPE.keys(), "line %d has no place here" % number)
                must(all(check(value[key]) for key, check in SHAPE.items()), "line %d is none of ours" % number)
                must(value["seq"] == len(leaves), "line %d: number %d is missing here" % (number, len(leaves)))
                leaf = hashlib.sha256(b"\x00" + row).digest()
                grow(edge, len(leaves), leaf)
                leaves.append(leaf)
        end = thing(rows[-1], len(rows))
        must(end.keys() == {"root", "size"}, "it ends before its end")
        must(whole(end["size"]) and end["size"] == len(leaves), "its end speaks of another number of lines")
        must(end["root"] == root(edge).hex(), "its end has another root")
        for number, row in enumerate(lines(own), 1):
            value = thing(row, number)
            must(value.keys() == {"checkpoint"}, "line %d of the signer's list is no checkpoint" % number)
            kept.append(checkpoint(value["checkpoint"], number))
        must(found, "no checkpoint is in it: nothing of it is signed")
        follow(found, leaves, keys, "the log")
        follow(kept, leaves, keys, "the signer's list")
        return "PASS %d lines, signed as far as %d at %s" % (len(leaves), found[-1][1], found[-1][3])
    except Broken as broken:
        return "FAIL %s" % broken


def keys_in(path):
    keys = []
    with open(path, encoding="ascii") as file:
        for line in (line.strip() for line in file if line.strip() and not line.startswith("#")):
            name, key_hash, typed = line.split("+", 2)
            raw = plain(typed)
            expected = hashlib.sha256(name.encode() + b"\n" + raw).digest()[:4]
            must(len(raw) == 33 and raw[0] == 1 and expected.hex() == key_hash, "no key: " + line)
            keys.append((name, expected, raw[1:]))
    return keys


def main(arguments):
    if len(arguments) == 2 and arguments[0] == "--many":
        keys = keys_in(arguments[1])
        for lengths in iter(sys.stdin.buffer.readline, b""):
            log, own = (sys.stdin.buffer.read(int(length)) for length in lengths.split())
            print(verify(log, keys, own), flush=True)
        return 0
    if len(arguments) not in (2, 3):
        print(__doc__)
        return 2
    texts = [open(path, "rb").read() for path in (arguments[0], *arguments[2:])]
    verdict = verify(texts[0], keys_in(arguments[1]), *texts[1:])
    print(verdict)
    return 0 if verdict.startswith("PASS") else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
