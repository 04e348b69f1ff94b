"""What can go wrong, as one tree.

    DuikouError
    ├── UsageError            the caller asked for something that does not exist (exit code 2)
    ├── ReadError             a document cannot be read (exit code 1; the others go on)
    ├── SchemaError           graph/schema.yaml contradicts itself
    ├── ProofError            a statement was made without its proof: a bug in duikou, never the user's fault
    └── StoreError            the store cannot be opened, read or written
        ├── StoreFullError    there is no room left on its disk
        ├── StoreGoneError    its server cannot be reached, or no longer
        └── StoreVersionError the store was written with another version of the vocabulary

Each message is one line and names the file, the place in it and the remedy.
"""

from __future__ import annotations


class DuikouError(Exception):
    """Base of every error that duikou raises on purpose."""


class UsageError(DuikouError):
    """The caller asked for something that does not exist."""


class ReadError(DuikouError):
    """A document cannot be read."""


class SchemaError(DuikouError):
    """graph/schema.yaml contradicts itself."""


class ProofError(DuikouError):
    """A statement was made without its proof."""


class StoreError(DuikouError):
    """The store cannot be opened, read or written."""


class StoreFullError(StoreError):
    """There is no room left on the disk of the store."""


class StoreGoneError(StoreError):
    """The server of the store cannot be reached, or no longer."""


class StoreVersionError(StoreError):
    """The store was written with another version of the vocabulary."""
