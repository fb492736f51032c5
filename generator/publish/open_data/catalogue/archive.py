"""Files as one ZIP archive that is the same to the byte whenever it is made."""

import io
from collections.abc import Mapping
from datetime import date
from hashlib import sha256
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

SUMS = "SHA256SUMS"
"""The list of hashes in the archive, in the form that `sha256sum --check` reads."""


def zip_of(files: Mapping[str, bytes], day: date) -> bytes:
    """The files by path, and the list of their hashes; each bears `day` as the day it was changed."""
    sums = "".join(f"{sha256(content).hexdigest()}  {path}\n" for path, content in sorted(files.items()))
    out = io.BytesIO()
    with ZipFile(out, "w", ZIP_DEFLATED) as archive:
        for path, content in (*sorted(files.items()), (SUMS, sums.encode())):
            entry = ZipInfo(path, (day.year, day.month, day.day, 0, 0, 0))
            entry.external_attr = 0o644 << 16
            archive.writestr(entry, content, ZIP_DEFLATED)
    return out.getvalue()
