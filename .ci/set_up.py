"""Makes `.venv` ready: `set_up.py site` for building the site, `set_up.py test` for the tests too.

What is installed is what the lock files hold. A changed lock is installed again; everything is, once the folder was
moved or copied, its Python was replaced, or a set-up was broken off. Python 3.6 can run this file too, so that a Python
that is too old is refused in words: hence the quotes around types.
"""

import fcntl
import hashlib
import importlib.util
import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import IO, NoReturn

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
PYTHON = VENV / "bin" / "python"
RECORD = VENV / "ready.json"
"""What the environment was made for: its folder, its Python, and the fingerprint of each layer that is complete."""
NEEDED = (3, 11)
NEWER = ("python3.14", "python3.13", "python3.12", "python3.11")
INPUTS = {
    "site": ("requirements/site.lock", "requirements/site.in", "pyproject.toml"),
    "test": ("requirements/test.lock",),
}
"""What each layer of packages is made from, the lock first; the tests' layer lies upon that of the site."""
FETCHED = re.compile(r"(?:Collecting|Processing|Requirement already satisfied:) (?:\S*/)?([\w.]+(?:-[a-z][\w.]*)*)")
"""A line of pip's about a package that it fetches, finds in a folder, or need not fetch."""
NO_NETWORK = re.compile(r"NewConnectionError|NameResolutionError|ConnectTimeoutError|ProxyError|name resolution")


def main(wanted: str) -> None:
    """Makes the layers up to `wanted` ready, one process at a time; exits with 1 and the way out where it cannot."""
    layers = list(INPUTS)[: list(INPUTS).index(wanted) + 1]
    if is_ready(layers):
        return
    (ROOT / ".atlas").mkdir(exist_ok=True)
    with (ROOT / ".atlas" / "set-up.lock").open("w") as lock:
        wait_for(lock)
        if is_ready(layers):
            return
        if fault_of_environment():
            make_environment()
        for layer in layers:
            if record().get(layer) != fingerprint(layer):
                install(layer)


def is_ready(layers: "list[str]") -> bool:
    """Whether the environment is of this folder and holds what the files of the layers ask for."""
    kept = record()
    return not fault_of_environment() and all(kept.get(layer) == fingerprint(layer) for layer in layers)


def fault_of_environment() -> str:
    """Why the environment cannot be used, as a sentence; empty if it can."""
    kept = record()
    if not VENV.exists():
        return "There is none yet."
    if not kept or "unfinished" in kept:
        return "The one that is here was not finished."
    if kept["folder"] != str(ROOT):
        return f"The one that is here was made in {kept['folder']}: this folder was moved or copied."
    if kept["python"] != os.path.realpath(str(PYTHON)) or not PYTHON.exists():
        return f"The one that is here was made with {kept['python']}, which has been replaced."
    return ""


def make_environment() -> None:
    """Makes an empty environment in place of one that cannot be used."""
    fault = fault_of_python(sys.version_info[:3], importlib.util.find_spec("ensurepip") is not None)
    if fault:
        refuse(fault)
    say(f"Setting up a Python environment in .venv. {fault_of_environment()}")
    if VENV.is_symlink():
        VENV.unlink()
    elif VENV.exists():
        shutil.rmtree(str(VENV))
    if subprocess.call([sys.executable, "-m", "venv", str(VENV)]):
        refuse("The environment could not be made; Python says why above.")
    write_record({"folder": str(ROOT), "python": os.path.realpath(str(PYTHON))})


def fault_of_python(version: "tuple[int, ...]", has_ensurepip: bool) -> str:
    """Why an environment cannot be made with this Python, and the way out; empty if it can."""
    if version[:2] < NEEDED:
        found = [name for name in NEWER if shutil.which(name)]
        way = f"Run make with PYTHON={found[0]}." if found else "Install one; it can stand beside the one that is here."
        return f"Python {dotted(NEEDED)} or newer is needed; {sys.executable} is {dotted(version)}. {way}"
    if not has_ensurepip:
        package = f"python{dotted(version[:2])}-venv"
        return (
            f"{sys.executable} lacks what makes environments. On Debian or Ubuntu: sudo apt-get install {package}. "
            "Then run the same command again."
        )
    return ""


def install(layer: str) -> None:
    """Installs the locked packages of a layer and, with those of the site, the project itself."""
    lock = INPUTS[layer][0]
    kept = record()
    write_record(dict(kept, unfinished=layer))
    count = len(re.findall(r"^[\w.-]+==", (ROOT / lock).read_text("utf-8"), re.MULTILINE))
    say(f"Installing the {count} Python packages of {lock}; the first time takes some minutes.")
    run_pip("--require-hashes", "-r", lock)
    if layer == "site":
        run_pip("--no-deps", "--no-build-isolation", "-e", ".")
    write_record(dict(kept, **{layer: fingerprint(layer)}))


def run_pip(*words: str) -> None:
    """Runs `pip install` and counts on lines what it has fetched; shows all that it said if it fails.

    Modules are compiled when they are first loaded: most of what packages hold never is.
    """
    options = ["--disable-pip-version-check", "--no-input", "--progress-bar", "off", "--no-compile"]
    command = [str(PYTHON), "-m", "pip", "install", *options, *words]
    pip = subprocess.Popen(command, cwd=str(ROOT), stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    said = []
    for raw in pip.stdout or ():
        said.append(raw.decode("utf-8", "replace").rstrip())
        package = FETCHED.match(said[-1])
        if package:
            say(f"  {len([line for line in said if FETCHED.match(line)])}  {package.group(1)}")
        elif said[-1].startswith("Installing collected packages") and any(map(FETCHED.match, said)):
            say("  All are fetched; putting them in place …")
    if pip.wait():
        refuse("\n".join([*said, "", way_out_of_pip("\n".join(said))]))


def way_out_of_pip(said: str) -> str:
    """What to do after pip failed with these words."""
    if NO_NETWORK.search(said):
        return "The packages could not be fetched: the network cannot be reached. Run the same command once it can."
    return "The packages could not be installed; pip says why above. Run the same command once that is mended."


def wait_for(lock: "IO[str]") -> None:
    """Waits until no other process sets this folder up; a lock ends with the process that holds it."""
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        say("Another make is setting up this folder; waiting for it …")
        fcntl.flock(lock, fcntl.LOCK_EX)


def record() -> "dict[str, str]":
    """What stands in the record; nothing if the set-up did not get that far."""
    try:
        kept: dict[str, str] = json.loads(RECORD.read_text("utf-8"))
    except (OSError, ValueError):
        return {}
    return kept


def write_record(kept: "dict[str, str]") -> None:
    """Writes the record in one step."""
    beside = RECORD.with_suffix(".new")
    beside.write_text(json.dumps(kept, indent=1) + "\n", "utf-8")
    beside.replace(RECORD)


def fingerprint(layer: str) -> str:
    """A hash of the files that the layer is made from."""
    return hashlib.sha256(b"\0".join((ROOT / name).read_bytes() for name in INPUTS[layer])).hexdigest()


def dotted(version: "tuple[int, ...]") -> str:
    """A version as people write it."""
    return ".".join(map(str, version))


def say(line: str) -> None:
    """Prints to the standard error at once, also where that is not a terminal."""
    print(line, file=sys.stderr, flush=True)


def refuse(why: str) -> NoReturn:
    """Ends with the reason."""
    say(why)
    sys.exit(1)


if __name__ == "__main__":
    try:
        main(sys.argv[1])
    except KeyboardInterrupt:
        refuse("Stopped. The same command takes the set-up on.")
