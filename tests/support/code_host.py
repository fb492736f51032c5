"""A project and its remote on a code host, without the host."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

from tests.support.small import ROOT, SMALL, lay_out_project

SCRIPTS = Path(sys.executable).parent
GIT = ("git", "-c", "user.name=E", "-c", "user.email=e@example.org", "-c", "init.defaultBranch=main")
GH = """\
#!/usr/bin/env python3
import json, pathlib, sys
file = pathlib.Path(sys.argv[0]).with_name("requests.json")
requests = json.loads(file.read_text()) if file.exists() else []
requests.append({"words": sys.argv[1:], "body": pathlib.Path(sys.argv[sys.argv.index("--body-file") + 1]).read_text()})
file.write_text(json.dumps(requests))
"""
"""Stands in for the command line of GitHub: keeps the words and the text of each request."""
SET_UP = """\
import os, set_up
folder, python = str(set_up.ROOT), os.path.realpath(set_up.PYTHON)
set_up.write_record({"folder": folder, "python": python, "site": set_up.fingerprint("site")})
"""
"""Says what `.ci/set_up.py` says once it has installed the packages."""


class Host:
    """A project with a remote of its own, in which the scripts of the workflow run."""

    def __init__(self, folder: Path, watch: str = "") -> None:
        """`watch` is the part of data/atlas.yaml that says which services are asked."""
        settings = (SMALL / "data/atlas.yaml").read_text("utf-8") + watch
        self.root = lay_out_project(folder, {"data/atlas.yaml": settings})
        for name in ("Makefile", ".ci", "requirements", ".gitignore"):
            source = ROOT / name
            (shutil.copytree if source.is_dir() else shutil.copy)(source, self.root / name)
        self.set_up()
        self.remote = folder.parent / "remote.git"
        self.bin = folder.parent / "bin"
        self.bin.mkdir()
        (self.bin / "gh").write_text(GH, "utf-8")
        (self.bin / "gh").chmod(0o755)
        self.git("init", "-q", "--bare", str(self.remote))
        self.git("init", "-q")
        self.commit("Published")

    def set_up(self) -> None:
        """The project has the packages of this one; installing them again would take most of the time of the tests."""
        environment = self.root / ".venv"
        environment.mkdir()
        for name in ("bin", "lib", "pyvenv.cfg"):
            (environment / name).symlink_to(SCRIPTS.parent / name)
        subprocess.run([sys.executable, "-c", SET_UP], cwd=self.root / ".ci", check=True)

    def git(self, *words: str) -> str:
        return subprocess.run([*GIT, *words], cwd=self.root, check=True, capture_output=True, text=True).stdout

    def commit(self, why: str) -> None:
        self.git("add", "-A")
        self.git("commit", "-qm", why)

    def run(self, script: str, **environment: str) -> subprocess.CompletedProcess[str]:
        own = {"REMOTE": str(self.remote), "REPOSITORY": "e/atlas", "PATH": f"{self.bin}:{os.environ['PATH']}"}
        return subprocess.run(
            [f".ci/{script}"], cwd=self.root, env={**os.environ, **own, **environment}, capture_output=True, text=True
        )

    @property
    def requests(self) -> list[dict[str, Any]]:
        file = self.bin / "requests.json"
        return json.loads(file.read_text("utf-8")) if file.exists() else []

    @property
    def branches(self) -> list[str]:
        return self.git("ls-remote", "--heads", str(self.remote)).split()[1::2]
