# SPDX-License-Identifier: Apache-2.0
"""Offerwright's runtime in Python: ctypes over libofferwright.so, nothing else to install.

    with Pack.from_file("pack.json") as pack:
        decision = pack.decide({"now": "2026-06-01T12:00:00Z", "placement": "cart", ...})

A Pack may be used by any number of threads at a time: ctypes lets go of Python's lock while the library decides.
"""
import ctypes
import json
import os

EXPLAIN = 1


class OfferwrightError(Exception):
    """A pack or a request was refused, or could not be worked on."""

    def __init__(self, code, message, path, line):
        super().__init__(f"{path}: {message}" if path else message)
        self.code = code  # a stable word: "invalid_input", ...
        self.message = message  # a sentence for a person
        self.path = path  # "customer.attributes.segment"
        self.line = line  # the error as JSON, as it stands in the place of a refused line's answer


def _bind(path):
    library = ctypes.CDLL(path)
    pointer, text, size = ctypes.c_void_p, ctypes.c_char_p, ctypes.c_size_t
    decide = [pointer, text, size, ctypes.c_uint, ctypes.POINTER(pointer), ctypes.POINTER(size),
              ctypes.POINTER(pointer)]
    signatures = {
        "ow_version": (text, []),
        "ow_pack_load": (ctypes.c_int, [text, size, ctypes.POINTER(pointer), ctypes.POINTER(pointer)]),
        "ow_pack_identity": (text, [pointer]),
        "ow_pack_free": (None, [pointer]),
        "ow_decide": (ctypes.c_int, decide),
        "ow_decide_lines": (ctypes.c_int, decide),
        "ow_text_free": (None, [pointer]),
        "ow_error_code": (text, [pointer]),
        "ow_error_message": (text, [pointer]),
        "ow_error_path": (text, [pointer]),
        "ow_error_json": (text, [pointer]),
        "ow_error_free": (None, [pointer]),
    }
    for name, (result, arguments) in signatures.items():
        function = getattr(library, name)
        function.restype, function.argtypes = result, arguments
    return library


# The 0 is the ABI these signatures were written for.
_library = _bind(os.environ.get("OFFERWRIGHT_LIBRARY", "libofferwright.so.0"))


def version():
    return _library.ow_version().decode()


def _raise(error):
    """Turns the library's error into an exception, and frees it."""
    try:
        code, message, path, line = (
            function(error).decode() for function in (_library.ow_error_code, _library.ow_error_message,
                                                      _library.ow_error_path, _library.ow_error_json))
    finally:
        _library.ow_error_free(error)
    raise OfferwrightError(code, message, path, line)


class Pack:
    """A rule pack made ready for deciding. Close it, or use it in a `with`, after its last decision."""

    def __init__(self, text):
        data = text.encode() if isinstance(text, str) else bytes(text)
        handle, error = ctypes.c_void_p(), ctypes.c_void_p()
        if _library.ow_pack_load(data, len(data), ctypes.byref(handle), ctypes.byref(error)) != 0:
            _raise(error)
        self._handle = handle

    @classmethod
    def from_file(cls, path):
        with open(path, "rb") as file:
            return cls(file.read())

    @property
    def identity(self):
        """SHA-256 of the pack's canonical JSON."""
        return _library.ow_pack_identity(self._open()).decode()

    def decide(self, request, explain=False):
        """A request as a dict; the decision as a dict. Raises OfferwrightError."""
        return json.loads(self.decide_text(json.dumps(request), explain))

    def decide_text(self, request, explain=False):
        """The same as JSON text: no parsing on this side."""
        return self._call(_library.ow_decide, request, explain)

    def decide_lines(self, requests, explain=False):
        """Many requests, one a line; one answer a line. What is refused is answered by its error, in its place."""
        return self._call(_library.ow_decide_lines, requests, explain)

    def _call(self, function, text, explain):
        data = text.encode() if isinstance(text, str) else bytes(text)
        answer, length, error = ctypes.c_void_p(), ctypes.c_size_t(), ctypes.c_void_p()
        status = function(self._open(), data, len(data), EXPLAIN if explain else 0, ctypes.byref(answer),
                          ctypes.byref(length), ctypes.byref(error))
        if status != 0:
            _raise(error)
        try:
            return ctypes.string_at(answer, length.value).decode()
        finally:
            _library.ow_text_free(answer)

    def _open(self):
        if self._handle is None:
            raise ValueError("this pack is closed")
        return self._handle

    def close(self):
        handle, self._handle = self._handle, None
        _library.ow_pack_free(handle)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.close()
