"""A messy column of names with dates, reconciled by OpenRefine itself: `python benchmarks/openrefine.py`.

Starts OpenRefine without its pages (the command `openrefine`, Debian's package of that name) and `comity serve` on a
register of the examples, makes a project, reconciles its column, and prints how many cells were matched rightly, left
to a person, matched wrongly. Ends with 1 where one was matched wrongly, with 2 where OpenRefine is not there.
"""

from __future__ import annotations

import json
import os
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
import urllib.parse
import urllib.request
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

ROOT = Path(__file__).parents[1]
# The cell, its date, and the party; an empty party where a careful person would not take one without looking.
COLUMN = (
    ("Siam", "1905", "THA"),
    ("Thailand", "1960", "THA"),
    ("Zaire", "1980", "COD"),
    ("Zaire", "2005", ""),
    ("Upper Volta", "1975", "BFA"),
    ("West Germany", "1970", "DEU"),
    ("Germany", "1960", ""),
    ("Germany", "1900", "DEU"),
    ("Prussia", "1850", "PRU"),
    ("Burma", "1960", "MMR"),
    ("Türkei", "1880", "TUR"),
    ("Turkey (Ottoman Empire)", "1900", "TUR"),
    ("КНР", "1960", "CHN"),
    ("中华民国", "1930", "CHN"),
    ("中华民国", "1980", "TWN"),
    ("Korea, South", "1990", "KOR"),
    ("Korea", "1960", ""),
    ("Hawaii", "1880", "HAWAII"),
    ("Yugoslavia", "1996", "YUG"),
    ("Yugoslavia", "1980", "YUG"),
    ("Congo", "1965", ""),
    ("Congo, Democratic Republic of the", "2010", "COD"),
    ("Nowhere", "1990", ""),
    ("", "1990", ""),
    ("French", "1990", ""),
    ("USSR", "1960", "SUN"),
    ("Ceylon", "1955", "LKA"),
    ("Persia", "1900", "IRN"),
    ("Swaziland", "1990", "SWZ"),
    ("Czechoslovakia", "1930", "CSK"),
    ("Austria-Hungary", "1900", "AUH"),
    ("Texas", "1840", "TEXAS"),
    ("KAZAKHSTAN", "2000", "KAZ"),
    ("kazakhstan", "2000", "KAZ"),
    ("Қазақстан", "2000", "KAZ"),
    ("哈萨克斯坦", "2000", "KAZ"),
    ("DPRK", "1990", "PRK"),
    ("Vietnam", "1960", ""),
    ("Vietnam", "1990", "VNM"),
    ("East Germany", "2005", ""),
)


def main() -> int:
    if shutil.which("openrefine") is None:
        print("no command openrefine: on Debian, apt-get install openrefine")
        return 2
    with tempfile.TemporaryDirectory() as folder, serving(Path(folder)) as service, refining(Path(folder)) as refine:
        begun = time.monotonic()
        counts = Counter(judge(refine, service))
        for verdict, count in sorted(counts.items()):
            print(f"{verdict}: {count} of {len(COLUMN)}")
        print(f"in {time.monotonic() - begun:.1f} s")
    return 1 if counts["matched wrongly"] else 0


def judge(refine: str, service: str) -> Iterator[str]:
    """What became of each cell."""
    project = make_project(refine)
    reconcile(refine, service, project)
    for (name, date, party), found in zip(COLUMN, matched(refine, project), strict=True):
        verdict = "left to a person" if not found else "matched rightly" if found == party else "matched wrongly"
        if found != party:
            print(f"{name!r} in {date}: {found or 'left'}, not {party or 'left'}")
        yield verdict


def make_project(refine: str) -> str:
    rows = "name\tdate\n" + "".join(f"{name}\t{date}\n" for name, date, _ in COLUMN)
    border = "comity-column"
    parts = {"project-name": "column", "format": "text/line-based/*sv"}
    parts["options"] = json.dumps(
        {"separator": "\t", "headerLines": 1, "storeBlankRows": True, "guessCellValueTypes": False}
    )
    body = "".join(
        f'--{border}\r\nContent-Disposition: form-data; name="{key}"\r\n\r\n{value}\r\n' for key, value in parts.items()
    )
    body += f'--{border}\r\nContent-Disposition: form-data; name="project-file"; filename="c.tsv"\r\n'
    body += f"Content-Type: text/tab-separated-values\r\n\r\n{rows}\r\n--{border}--\r\n"
    url = f"{refine}/command/core/create-project-from-upload?csrf_token={token(refine)}"
    request = urllib.request.Request(url, body.encode(), {"Content-Type": f"multipart/form-data; boundary={border}"})
    with urllib.request.urlopen(request, timeout=60) as answer:
        return urllib.parse.parse_qs(urllib.parse.urlparse(answer.url).query)["project"][0]


def reconcile(refine: str, service: str, project: str) -> None:
    manifest = json.loads(get(service))
    operation = {
        "op": "core/recon",
        "engineConfig": {"facets": [], "mode": "row-based"},
        "columnName": "name",
        "config": {
            "mode": "standard-service",
            "service": service,
            "identifierSpace": manifest["identifierSpace"],
            "schemaSpace": manifest["schemaSpace"],
            "type": manifest["defaultTypes"][0],
            "autoMatch": True,
            "columnDetails": [{"column": "date", "propertyName": "Date", "propertyID": "date"}],
            "limit": 5,
        },
    }
    send(refine, f"apply-operations?project={project}", operations=json.dumps([operation]))
    while json.loads(get(f"{refine}/command/core/get-processes?project={project}"))["processes"]:
        time.sleep(0.3)


def matched(refine: str, project: str) -> list[str]:
    """The id that each cell of the column was matched with, empty where none."""
    answer = send(
        refine, f"get-rows?project={project}&start=0&limit=1000", engine=json.dumps({"facets": [], "mode": "row-based"})
    )
    cells = [row["cells"][0] or {} for row in json.loads(answer)["rows"]]
    pool = json.loads(answer).get("pool", {}).get("recons", {})
    recons = [one.get("r") for one in cells]
    recons = [pool.get(str(one), {}) if not isinstance(one, dict) else one for one in recons]
    return [one["m"]["id"] if one.get("j") == "matched" else "" for one in recons]


def token(refine: str) -> str:
    return str(json.loads(get(f"{refine}/command/core/get-csrf-token"))["token"])


def send(refine: str, command: str, **fields: str) -> str:
    body = urllib.parse.urlencode({**fields, "csrf_token": token(refine)}).encode()
    with urllib.request.urlopen(f"{refine}/command/core/{command}", body, timeout=60) as answer:
        return str(answer.read().decode())


def get(url: str) -> str:
    with urllib.request.urlopen(url, timeout=60) as answer:
        return str(answer.read().decode())


@contextmanager
def serving(folder: Path) -> Iterator[str]:
    """The address of the service, on a register of the examples."""
    register = folder / "register.sqlite"
    comity = [sys.executable, "-m", "comity"]
    subprocess.run(
        [*comity, "build", "--register", str(register), str(ROOT / "examples")], check=True, stdout=subprocess.DEVNULL
    )
    port = free_port()
    with running(
        [*comity, "serve", "--register", str(register), "--port", str(port)], f"http://127.0.0.1:{port}/reconcile"
    ) as url:
        yield url


@contextmanager
def refining(folder: Path) -> Iterator[str]:
    """The address of OpenRefine, on a folder of its own."""
    port = free_port()
    command = ["openrefine", "-p", str(port), "-d", str(folder / "refine"), "-x", "refine.headless=true"]
    with running(command, f"http://127.0.0.1:{port}/") as url:
        yield url.rstrip("/")


@contextmanager
def running(command: list[str], url: str) -> Iterator[str]:
    """The address, once what this command starts answers there; ended afterwards with all it started."""
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True)
    try:
        for _ in range(240):
            with suppress(OSError):
                get(url)
                break
            time.sleep(0.5)
        else:
            raise SystemExit(f"nothing answers at {url}")
        yield url
    finally:
        os.killpg(process.pid, signal.SIGTERM)
        process.wait(30)


def free_port() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])


if __name__ == "__main__":
    raise SystemExit(main())
