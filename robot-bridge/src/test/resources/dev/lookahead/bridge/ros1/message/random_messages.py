"""Writes random messages as genpy serialises them, for MessagesPeerTest.

Arguments: a seed, messages per type, then type names. For each type: its name, md5, full text and
the bodies of its messages, each as u32 length and bytes.
"""
import importlib
import random
import struct
import sys
from io import BytesIO

import genpy

INTEGERS = {"int8": (-128, 127), "byte": (-128, 127), "uint8": (0, 255), "char": (0, 255),
            "int16": (-2**15, 2**15 - 1), "uint16": (0, 2**16 - 1),
            "int32": (-2**31, 2**31 - 1), "uint32": (0, 2**32 - 1),
            "int64": (-2**63, 2**63 - 1), "uint64": (0, 2**64 - 1)}
TEXTS = ["", "camera", "base_link", "Gr\u00fc\u00dfe", "\u6f22\u5b57", "\U0001f916", "a" * 300]


def message_class(name):
    package, simple = name.split("/")
    for kind in ("msg", "srv"):
        try:
            found = getattr(importlib.import_module(package + "." + kind), simple, None)
        except ImportError:
            continue
        if found is not None:
            return found
    raise SystemExit("no Python class for " + name)


def value(slot, chance):
    if slot.endswith("]"):
        element, length = slot[:-1].split("[")
        count = int(length) if length else chance.choice([0, 1, 2, 5])
        if element in ("uint8", "char"):
            return bytes(chance.randrange(256) for _ in range(count))
        return [value(element, chance) for _ in range(count)]
    if slot in INTEGERS:
        low, high = INTEGERS[slot]
        return chance.choice([low, high, chance.randint(low, high)])
    if slot == "bool":
        return chance.random() < 0.5
    if slot in ("float32", "float64"):
        return chance.choice([0.0, -0.0, 1.5, float("inf"), struct.unpack("<f", chance.randbytes(4))[0]])
    if slot == "string":
        return chance.choice(TEXTS)
    if slot == "time":
        return genpy.Time(chance.randrange(2**32), chance.randrange(10**9))
    if slot == "duration":
        return genpy.Duration(chance.randint(-2**31, 2**31 - 1), chance.randrange(10**9))
    return filled(message_class(slot), chance)


def filled(cls, chance):
    message = cls()
    for name, slot in zip(cls.__slots__, cls._slot_types):
        setattr(message, name, value(slot, chance))
    return message


def put(data):
    sys.stdout.buffer.write(struct.pack("<I", len(data)) + data)


chance = random.Random(int(sys.argv[1]))
for name in sys.argv[3:]:
    cls = message_class(name)
    put(name.encode())
    put(cls._md5sum.encode())
    put(cls._full_text.encode())
    for _ in range(int(sys.argv[2])):
        body = BytesIO()
        filled(cls, chance).serialize(body)
        put(body.getvalue())
