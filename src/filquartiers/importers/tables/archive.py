"""A zip that someone sent, read without trust: each part in bounds, and one reason when it is none."""

import io
import zipfile
import zlib

from filquartiers.model.refusal import Refusal

_ZIP = b"PK\x03\x04"
_OLD_EXCEL = bytes.fromhex("D0CF11E0A1B11AE1")
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
"""The part of an old container in which today's Excel puts a workbook with a password."""

MOST_BYTES = 64 * 2**20
"""Unpacked, for all the parts that we read: some hundred times a programme of ten years."""

# What other zips have inside, and how one would call them.
_OTHERS = {
    "xl/workbook.bin": "un classeur binaire (.xlsb)",
    "word/document.xml": "un document Word (.docx)",
    "ppt/presentation.xml": "un diaporama (.pptx)",
    "Index/Document.iwa": "un document d’Apple (.numbers)",
}


def is_workbook(data: bytes) -> bool:
    """Whether these are the bytes of a workbook, or of what looks like one: a zip, or an old Excel file."""
    return data.startswith((_ZIP, _OLD_EXCEL))


class Archive:
    """The parts of a zip by name.

    Raises:
        Refusal: the bytes are no zip, or of an Excel from before 2007, or locked.
    """

    def __init__(self, data: bytes) -> None:
        if data.startswith(_OLD_EXCEL):
            raise Refusal("classeur-protege" if _ENCRYPTED in data else "ancien-excel")
        self._left = MOST_BYTES
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError):
            raise Refusal("classeur-illisible", raison="le fichier est coupé ou abîmé") from None
        self._names = frozenset(self._zip.namelist())

    def __contains__(self, name: str) -> bool:
        """Whether it has that part."""
        return name in self._names

    def read(self, name: str) -> bytes:
        """The bytes of a part; never more in all than `MOST_BYTES`, whatever sizes the zip claims.

        Raises:
            Refusal: the part is missing, damaged, locked, or too large.
        """
        try:
            with self._zip.open(name) as part:
                data = part.read(self._left + 1)
        except KeyError:
            raise Refusal("classeur-illisible", raison=f"il n’a pas de partie « {name} »") from None
        except RuntimeError:  # what zipfile says of a password, and of a method it does not have
            raise Refusal("classeur-protege") from None
        except (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError):
            raise Refusal("classeur-illisible", raison=f"sa partie « {name} » est abîmée") from None
        self._left -= len(data)
        if self._left < 0:
            raise Refusal("classeur-trop-grand", nombre=str(MOST_BYTES // 2**20))
        return data

    def other(self) -> str:
        """What it is when it is no workbook, as one would call it."""
        return next((called for name, called in _OTHERS.items() if name in self), "une archive (.zip)")
