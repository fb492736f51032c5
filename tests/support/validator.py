"""The validator of the W3C (vnu), which is a program in Java: whether it can be run here, and what it finds."""

import json
import subprocess
from functools import cache
from pathlib import Path

from tests.support.small import ROOT

PROGRAM = ROOT / "tests/validator/node_modules/vnu-jar/build/dist/vnu.jar"


@cache
def why_not_here() -> str:
    """Why nothing can be validated here; empty if it can."""
    if not PROGRAM.is_file():
        return "the validator is not installed: `.ci/node-packages validator` says why"
    try:
        found = subprocess.run(["java", "-jar", str(PROGRAM), "--version"], capture_output=True, check=False)
    except FileNotFoundError:
        return "there is no Java, which the validator of the W3C runs on"
    return "the validator of the W3C needs Java 17 or newer" if found.returncode else ""


def faults_in(folder: Path, kind: str) -> list[str]:
    """`path:line: message` of each error in the files of a kind ("html", "svg" or "css") below a folder."""
    command = ["java", "-Xss8m", "-jar", str(PROGRAM), "--errors-only", "--format", "json", f"--skip-non-{kind}"]
    said = subprocess.run([*command, str(folder)], capture_output=True, text=True, check=False).stderr
    home = f"{folder.as_uri()}/".replace("///", "/")
    messages = json.loads(said)["messages"]
    return [f"{m['url'].removeprefix(home)}:{m.get('lastLine', 0)}: {m['message']}" for m in messages]
