"""Is the site of this checkout that of another commit, byte for byte? `make same-site BASE=…` says."""

import filecmp
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parents[2]
BUILD_RECORD = "build.json"
"""Says what a site was made from, so it differs whenever the program does."""


def differences(before: Path, after: Path) -> Iterator[str]:
    """The paths of files that only one of two folders has, or that differ in a byte; in order of their paths."""
    old, new = (
        {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}
        for folder in (before, after)
    )
    for path in sorted((old | new) - {BUILD_RECORD}):
        if path not in old or path not in new:
            yield f"only {'after' if path in new else 'before'}: {path}"
        elif not filecmp.cmp(before / path, after / path, shallow=False):
            yield f"differs: {path}"


def build(checkout: Path, site: Path) -> None:
    """Builds the site of a checkout with the program in it. Raises CalledProcessError if that fails."""
    command = [sys.executable, "-m", "generator.cli", "--root", str(checkout), "build", "--to", str(site)]
    subprocess.run(command, cwd=checkout, check=True, env={**os.environ, "PYTHONPATH": str(checkout)})


def main(base: str) -> int:
    """Builds both sites, prints what differs, and returns 1 if anything does."""
    with tempfile.TemporaryDirectory() as folder:
        old, sites = Path(folder, "checkout"), [Path(folder, "before"), Path(folder, "after")]
        subprocess.run(["git", "worktree", "add", "--quiet", "--detach", str(old), base], cwd=ROOT, check=True)
        try:
            for checkout, site in zip((old, ROOT), sites, strict=True):
                build(checkout, site)
        finally:
            subprocess.run(["git", "worktree", "remove", "--force", str(old)], cwd=ROOT, check=True)
        found = list(differences(*sites))
    print("\n".join([*found[:50], f"{len(found)} files differ from those of {base}."]))
    return bool(found)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
