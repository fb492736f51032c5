"""Real servers of files, with exactly what docs/publishing.md has hosts write: each in front of a folder."""

import os
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

from tests.support.browsers import PATIENCE_MS
from tests.support.small import ROOT

DOCUMENT = (ROOT / "docs/publishing.md").read_text("utf-8")
PATH = f"{os.environ['PATH']}:/usr/sbin:/usr/local/sbin"
"""Where servers are: not all have the folders of the system's programs on theirs."""
HOST, FOLDER = "example.org", "/srv/atlas/site"
"""What the document writes for the host and for the folder of the site."""
AROUND_NGINX = """
daemon off; master_process off; pid {work}/nginx.pid; error_log {work}/error.log;
events {{ }}
http {{
    include mime.types; default_type application/octet-stream; access_log off;
    client_body_temp_path {work}/body; proxy_temp_path {work}/proxy; fastcgi_temp_path {work}/fastcgi;
    uwsgi_temp_path {work}/uwsgi; scgi_temp_path {work}/scgi;
    {block}
}}
"""
"""What a server has around the block of a host."""


def configuration_of(server: str) -> str:
    """The block that docs/publishing.md gives for "Caddy" or "nginx"."""
    return DOCUMENT.partition(f"{server}:\n\n```\n")[2].partition("```\n")[0]


def why_not_here(server: str) -> str:
    """Why the server cannot be started here; empty if it can."""
    return "" if shutil.which(server.lower(), path=PATH) else f"{server} is not installed"


@contextmanager
def started(server: str, site: Path, work: Path) -> Iterator[str]:
    """The address of the server in front of the site, until the context ends; what it writes is in `work`."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    block = configuration_of(server).replace(FOLDER, str(site))
    with (work / "log.txt").open("w") as log:
        process = subprocess.Popen(_command(server, block, port, work), stdout=log, stderr=log, env=_environment(work))
        try:
            address = f"http://127.0.0.1:{port}/"
            _wait(process, address, work)
            yield address
        finally:
            process.terminate()
            process.wait()


def _command(server: str, block: str, port: int, work: Path) -> list[str]:
    """Writes the whole configuration, and returns the command that starts the server with it."""
    file = work / "configuration"
    if server == "Caddy":
        block = block.replace(HOST, f"http://:{port}", 1)
        file.write_text("{\n    admin off\n    default_bind 127.0.0.1\n}\n" + block, "utf-8")
        return ["caddy", "run", "--adapter", "caddyfile", "--config", str(file)]
    block = block.replace(f"server_name {HOST};", f"listen 127.0.0.1:{port};", 1)
    said = subprocess.run(["nginx", "-V"], capture_output=True, text=True, check=True, env=_environment(work)).stderr
    shutil.copy(Path(said.partition("--conf-path=")[2].split()[0]).with_name("mime.types"), work)
    file.write_text(AROUND_NGINX.format(work=work, block=block), "utf-8")
    return ["nginx", "-p", str(work), "-c", str(file), "-e", str(work / "error.log")]


def _environment(work: Path) -> dict[str, str]:
    return {"PATH": PATH, "HOME": str(work)}


def _wait(process: subprocess.Popen[bytes], address: str, work: Path) -> None:
    """Returns once the server answers; raises AssertionError with what it wrote if it ends before, or never does."""
    end = time.monotonic() + PATIENCE_MS / 1000
    while process.poll() is None and time.monotonic() < end:
        try:
            urlopen(address).close()
        except URLError:
            time.sleep(0.05)
        else:
            return
    raise AssertionError((work / "log.txt").read_text("utf-8"))
