"""How many faults in the program do its tests catch? Changes random lines, one at a time: `make mutate-code SEED=…`."""

import ast
import os
import random
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[2]
COUNT = 60
ENOUGH = 0.95
LONGEST_S = 600
"""After so long a test run is stopped: the fault made it hang, so it was noticed."""
OPPOSITE: dict[type[ast.AST], type[ast.AST]] = {
    ast.Eq: ast.NotEq, ast.NotEq: ast.Eq, ast.Lt: ast.GtE, ast.GtE: ast.Lt, ast.Gt: ast.LtE, ast.LtE: ast.Gt,
    ast.In: ast.NotIn, ast.NotIn: ast.In, ast.Is: ast.IsNot, ast.IsNot: ast.Is, ast.And: ast.Or, ast.Or: ast.And,
    ast.Add: ast.Sub, ast.Sub: ast.Add, ast.Mult: ast.Div, ast.Div: ast.Mult, ast.FloorDiv: ast.Mult,
}  # fmt: skip


@dataclass(frozen=True)
class Mutant:
    """One changed line of the program."""

    file: Path
    """Relative to the project."""
    line: int
    before: str
    after: str
    text: str
    """The whole file with the change."""

    def __str__(self) -> str:
        return f"{self.file.as_posix()}:{self.line}\n    - {self.before}\n    + {self.after}"


def mutants_of(file: Path, root: Path) -> Iterator[Mutant]:
    """Every change of one operator, condition, number, text, argument, value or statement in a file, in order."""
    text = (root / file).read_text("utf-8")
    lines = text.splitlines(keepends=True)
    for node, new in _changes(ast.parse(text)):
        if node.lineno != node.end_lineno:
            continue
        encoded = lines[node.lineno - 1].encode()
        line = (encoded[: node.col_offset] + new.encode() + encoded[node.end_col_offset :]).decode()
        changed = "".join([*lines[: node.lineno - 1], line, *lines[node.lineno :]])
        if changed != text and _compiles(changed):
            yield Mutant(file, node.lineno, lines[node.lineno - 1].strip(), line.strip(), changed)


def _changes(tree: ast.AST) -> Iterator[tuple[ast.expr | ast.stmt, str]]:
    """Nodes that stand for something when the program runs, each with other code in its place."""
    for node in _running(tree):
        if isinstance(node, ast.expr | ast.stmt):
            new = _opposite(node) or _other_value(node) or _less(node)
            if new:
                yield node, new


def _opposite(node: ast.AST) -> str:
    """The expression with the opposite operator, or its two outcomes exchanged; empty if it has none."""
    match node:
        case ast.Compare(left=left, ops=[op], comparators=[right]) if type(op) in OPPOSITE:
            return ast.unparse(ast.Compare(left, [OPPOSITE[type(op)]()], [right]))  # type: ignore[list-item]
        case ast.BoolOp(op=op, values=values):
            return f"({ast.unparse(ast.BoolOp(OPPOSITE[type(op)](), values))})"  # type: ignore[arg-type]
        case ast.BinOp(left=left, op=op, right=right) if type(op) in OPPOSITE:
            return f"({ast.unparse(ast.BinOp(left, OPPOSITE[type(op)](), right))})"  # type: ignore[arg-type]
        case ast.UnaryOp(op=ast.Not(), operand=operand):
            return ast.unparse(operand)
        case ast.IfExp(test=test, body=body, orelse=other):
            return f"({ast.unparse(ast.IfExp(test, other, body))})"
    return ""


def _other_value(node: ast.AST) -> str:
    """Another constant of the same type; empty if the node is none."""
    match node:
        case ast.Constant(value=bool(value)):
            return str(not value)
        case ast.Constant(value=int(value) | float(value)):
            return str(value + 1)
        case ast.Constant(value=str(value)) if len(value) > 1:
            return repr(f"{value}~")
    return ""


def _less(node: ast.AST) -> str:
    """The code with an argument, its result or a whole statement left out; empty if nothing can be left out."""
    match node:
        case ast.Call(func=func, args=args, keywords=[*rest, _]):
            return ast.unparse(ast.Call(func, args, rest))
        case ast.Return(value=ast.expr()):
            return "return None"
        case ast.Expr(value=ast.Call()) | ast.AugAssign() | ast.Continue() | ast.Break():
            return "pass"
    return ""


def _running(tree: ast.AST) -> Iterator[ast.AST]:
    """Every node but docstrings, annotations, words of assertions, and formatted strings, which have no columns."""
    for field, value in ast.iter_fields(tree):
        if field in ("annotation", "returns", "msg"):
            continue
        for child in value if isinstance(value, list) else [value]:
            if not isinstance(child, ast.AST) or isinstance(child, ast.JoinedStr):
                continue
            if isinstance(child, ast.Expr) and isinstance(child.value, ast.Constant):
                continue
            yield child
            yield from _running(child)


def _compiles(text: str) -> bool:
    try:
        compile(text, "mutant", "exec")
    except (SyntaxError, ValueError):
        return False
    return True


ELSEWHERE = {"archive": "tests/checks/test_refused.py"}
"""Where a package is tested besides in its own folder: by every way in which data can be wrong."""


def rings_of(file: Path, root: Path) -> list[list[str]]:
    """The tests of a module, then the other tests of its package, then those elsewhere: the nearest first."""
    folder = root / "tests" / Path(*file.parent.parts[1:])
    own = folder / f"test_{file.stem}.py"
    others = [path for path in sorted(folder.rglob("test_*.py")) if path != own]
    elsewhere = [root / name for package, name in ELSEWHERE.items() if package == file.parts[1]]
    rings = [[own] if own.is_file() else [], others, elsewhere]
    return [[path.relative_to(root).as_posix() for path in ring] for ring in rings if ring]


def is_caught(mutant: Mutant, copy: Path) -> bool:
    """Whether a test of the copied project fails while the mutant stands in it; it is put back afterwards."""
    file = copy / mutant.file
    before = file.read_text("utf-8")
    file.write_text(mutant.text, "utf-8")
    try:
        return any(_fails(ring, copy) for ring in rings_of(mutant.file, copy))
    finally:
        file.write_text(before, "utf-8")


def _fails(tests: list[str], copy: Path) -> bool:
    command = [sys.executable, "-m", "pytest", "-x", "-qq", "-p", "no:cacheprovider", *tests]
    known = {**os.environ, "PYTHONDONTWRITEBYTECODE": "1"}  # two mutants of one second look alike to Python
    try:
        run = subprocess.run(command, cwd=copy, env=known, capture_output=True, timeout=LONGEST_S, check=False)
    except subprocess.TimeoutExpired:
        return True
    return run.returncode not in (0, 5)


def main(seed: int, count: int, under: str) -> int:
    """Prints every mutant that survives and the share that was caught; returns 1 if it is less than `ENOUGH`."""
    files = [path.relative_to(ROOT) for path in sorted((ROOT / under).rglob("*.py")) if path.stem != "__init__"]
    lines: dict[tuple[Path, int], list[Mutant]] = {}
    for mutant in (mutant for file in files for mutant in mutants_of(file, ROOT)):
        lines.setdefault((mutant.file, mutant.line), []).append(mutant)
    drawn = random.Random(seed)
    chosen = [drawn.choice(lines[place]) for place in drawn.sample(sorted(lines), min(count, len(lines)))]
    print(f"seed {seed}: {len(chosen)} of {len(lines)} lines in {len(files)} files under {under}")
    survivors = []
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder, "project")
        shutil.copytree(ROOT, copy, ignore=shutil.ignore_patterns(".venv", ".git", "site", ".atlas", "parts", "report"))
        for number, mutant in enumerate(chosen, 1):
            if not is_caught(mutant, copy):
                survivors.append(mutant)
                print(f"[{number}/{len(chosen)}] survived: {mutant}", flush=True)
    share = 1 - len(survivors) / len(chosen)
    print(f"{len(chosen) - len(survivors)} of {len(chosen)} caught ({share:.0%})")
    return int(share < ENOUGH)


if __name__ == "__main__":
    words = dict(word.split("=", 1) for word in sys.argv[1:])
    sys.exit(main(int(words.get("SEED", time.time())), int(words.get("COUNT", COUNT)), words.get("UNDER", "generator")))
