"""The index lists every file of every edition with its true size and hash."""

import json
from hashlib import sha256


def test_every_file_is_listed_with_its_size_and_hash(placed) -> None:
    files, lists = placed
    index = json.loads(lists["index.json"])
    listed = {f["path"]: (f["bytes"], f["sha256"]) for edition in index["editions"] for f in edition["files"]}

    assert listed == {
        f"{id}/{path}": (len(content), sha256(content).hexdigest())
        for id, by_path in files.items()
        for path, content in by_path.items()
    }
    assert index["latest"] == list(files)[-1]
