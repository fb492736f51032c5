"""A disk that breaks, or takes no more, under a program that runs: strace has the system refuse what it asks."""

import re
import shutil
import subprocess
from collections.abc import Iterator, Sequence
from pathlib import Path

CALLS = {
    "read": "read,pread64", "write": "write,pwrite64", "copy": "sendfile,copy_file_range", "open": "openat",
    "folder": "mkdir", "rename": "rename,renameat,renameat2", "link": "link,linkat", "flush": "fsync,fdatasync,syncfs",
}  # fmt: skip
"""What a program asks of a disk, and the calls of the system by which it does; one that does not exist is left out."""
QUIET = ["strace", "-f", "-qq", "-s", "0", "--seccomp-bpf"]
PATH = re.compile(r"[<\"](/[^\">]*)[\">]")


def why_not_here(folder: Path) -> str:
    """Why no program can be watched here; empty if one can."""
    if not shutil.which("strace"):
        return "strace is not installed"
    command = [*QUIET, "-o", str(folder / "tried.txt"), "-e", "trace=openat", "true"]
    found = subprocess.run(command, capture_output=True, check=False)
    return "strace may not watch programs here" if found.returncode else ""


def asked(command: Sequence[str], root: Path, kind: str, log: Path) -> list[str]:
    """Runs the command, and returns the paths below `root` of which it asked this kind, each once and in order."""
    traced = [*QUIET, "-y", "-o", str(log), "-e", f"trace={CALLS[kind]}", *command]
    subprocess.run(traced, capture_output=True, check=True)
    return list(dict.fromkeys(path for path in _paths(log) if path.startswith(f"{root}/")))


def _paths(log: Path) -> Iterator[str]:
    """The path of each line of a trace; of two, the first."""
    for line in log.read_text("utf-8", "replace").splitlines():
        call, _, result = line.partition(") = ")
        if not result.startswith("-"):
            found = [path for path in PATH.findall(call) if path != str(Path.cwd())]
            yield from found[:1]


def refused(
    command: Sequence[str], kind: str, path: str, error: str, log: Path
) -> tuple[subprocess.CompletedProcess[str], int]:
    """Runs the command while the system refuses this kind of thing for one path; what it said, and how often it did."""
    names = CALLS[kind]
    traced = [*QUIET, "-y", "-P", path, "-o", str(log), "-e", f"trace={names}", "-e", f"inject={names}:error={error}"]
    run = subprocess.run([*traced, *command], capture_output=True, text=True, check=False)
    return run, log.read_text("utf-8", "replace").count("(INJECTED)")
