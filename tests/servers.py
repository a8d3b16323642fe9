"""The web servers that serve the site in tests; as a program, install those that are missing."""

from __future__ import annotations

import os
import pwd
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

PACKAGES = {"nginx": "nginx-light", "apache2": "apache2"}
PATH = os.pathsep.join((os.environ.get("PATH", ""), "/usr/sbin", "/usr/local/sbin"))
MIME_TYPES = {"nginx": Path("/etc/nginx/mime.types"), "apache2": Path("/etc/mime.types")}
MODULES = Path("/usr/lib/apache2/modules")
NGINX = """\
daemon off;
{user}
worker_processes 2;
pid {folder}/pid;
error_log {folder}/log;
events {{ worker_connections 1024; }}
http {{
  include {types};
  default_type application/octet-stream;
  access_log off;
  client_body_temp_path {folder}/body;
  proxy_temp_path {folder}/proxy;
  fastcgi_temp_path {folder}/fastcgi;
  uwsgi_temp_path {folder}/uwsgi;
  scgi_temp_path {folder}/scgi;
  server {{
    listen 127.0.0.1:{port};
    root "{root}";
    include "{site}/redirects.nginx.conf";
    include "{site}/headers.nginx.conf";
  }}
}}
"""
APACHE = """\
ServerRoot {folder}
ServerName 127.0.0.1
Listen 127.0.0.1:{port}
PidFile {folder}/pid
ErrorLog {folder}/log
{modules}
{user}
TypesConfig {types}
DocumentRoot "{root}"
<Directory "{root}">
  AllowOverride FileInfo
  Require all granted
</Directory>
"""
LOADED = ("mpm_event", "authz_core", "dir", "mime", "alias", "headers", "filter", "deflate")


def missing() -> list[str]:
    """Return the Debian packages of the servers that are not here."""
    return [package for name, package in PACKAGES.items() if shutil.which(name, path=PATH) is None]


def install() -> None:
    """Install what is missing, where we may."""
    if os.geteuid() != 0 or shutil.which("apt-get") is None:
        return
    print(f"Installing for the tests: {', '.join(missing())}", flush=True)
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    for command in (["update"], ["install", "-y", "--no-install-recommends", *missing()]):
        subprocess.run(["apt-get", "-qq", *command], env=environment, stdout=subprocess.DEVNULL)


@contextmanager
def serve(name: str, site: Path, folder: Path, root: Path | None = None) -> Iterator[str]:
    """Serve a site by nginx or apache2 as its own files say; yields the address.

    ``folder`` is for the server's own files, ``root`` what it serves, if not just the site.
    """
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    program = shutil.which(name, path=PATH)
    assert program, f"{name} is missing: apt-get install {PACKAGES[name]}"
    values = {"folder": folder, "port": port, "site": site, "root": root or site, "types": MIME_TYPES[name]}
    settings = folder / "server.conf"
    if name == "nginx":
        settings.write_text(NGINX.format(user=_user("user {};"), **values), "utf-8")
        command = [program, "-c", str(settings), "-p", str(folder), "-e", str(folder / "log")]
    else:
        modules = "".join(f"LoadModule {module}_module {MODULES}/mod_{module}.so\n" for module in LOADED)
        settings.write_text(
            APACHE.format(user=_user("User {0}\nGroup {0}"), modules=modules, **values), "utf-8"
        )
        command = [program, "-f", str(settings), "-DFOREGROUND"]
    with (folder / "out").open("w") as out:
        server = subprocess.Popen(command, stdout=out, stderr=out)
        try:
            _wait(server, port, folder)
            yield f"http://127.0.0.1:{port}/"
        finally:
            server.terminate()
            server.wait(30)


def _wait(server: subprocess.Popen[bytes], port: int, folder: Path) -> None:
    for _ in range(200):
        if server.poll() is not None:
            break
        try:
            socket.create_connection(("127.0.0.1", port), 1).close()
        except OSError:
            time.sleep(0.05)
        else:
            return
    told = "".join((folder / name).read_text("utf-8") for name in ("out", "log") if (folder / name).exists())
    raise RuntimeError(f"The server did not start:\n{told}")


def _user(line: str) -> str:
    """Return the line that names whom to serve as; who is not root serves as themselves."""
    if os.geteuid() != 0:
        return ""
    names = [user.pw_name for user in pwd.getpwall()]
    return line.format("www-data" if "www-data" in names else "nobody")


if __name__ == "__main__":
    if missing():
        install()
    if missing():
        sys.exit(f"Web servers are missing. As root: apt-get install {' '.join(missing())}")
