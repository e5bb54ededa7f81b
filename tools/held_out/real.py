"""Fetches the free recordings that real.csv names out of Debian's packages, for the test on music that people made.

Recordings are never committed: real.csv freezes which package, which file and which SHA-256, and this program brings the files
back. Packages are fetched by `apt-get download` (their signatures are checked by apt), only their audio and their credits are
unpacked, the archive is deleted. Music that a game keeps inside a zip file (.pk3, .zip, .love, .jar) is unpacked as well.

    python tools/held_out/real.py --out DIR            # fetch what is missing, then check every file against real.csv
    python tools/held_out/real.py --out DIR --check    # only check
    python tools/held_out/real.py --out DIR --list test   # the files to judge, one a line
    python tools/held_out/real.py --out DIR --labels dev  # those of which one genre is expected, as a table for `evaluate --fit-temperature`

A second run fetches nothing that is there. What cannot be had is named and the exit code is 1; the report then counts fewer tracks.
"""

from __future__ import annotations

import argparse
import csv
import hashlib
import re
import shutil
import subprocess
import sys
import tarfile
import tempfile
import zipfile
from dataclasses import dataclass
from pathlib import Path

from packages import DEV, TEST

HERE = Path(__file__).resolve().parent
TABLE = HERE / "real.csv"
AUDIO = (".ogg", ".oga", ".mp3", ".flac", ".opus", ".m4a", ".mod", ".xm", ".it", ".s3m", ".mid", ".wav")
ARCHIVE = (".pk3", ".zip", ".love", ".jar", ".pk4")
CREDITS = re.compile(r"(copyright|credits|authors|readme|licen[cs]e|license|music|attribution)[^/]*$", re.IGNORECASE)
SMALLEST = 60_000
"""Bytes under which a file is a sound effect rather than a piece of music (trackers' modules are judged by their ending instead)."""
TRACKERS = (".mod", ".xm", ".it", ".s3m", ".mid")


@dataclass(frozen=True)
class Row:
    """What one line of real.csv says of one file. `prepare` is empty, "decode" (a format that the product refuses, such as Opus) or
    "mix:FILE" (a game keeps the guitar apart from the band, and only both together are the piece)."""

    package: str
    version: str
    path: str
    sha256: str
    part: str
    prepare: str


def rows(table: Path) -> list[Row]:
    """The frozen list; empty where there is none yet."""
    if not table.exists():
        return []
    with table.open(newline="", encoding="utf-8") as source:
        return [
            Row(line["package"], line["version"], line["path"], line["sha256"], line["part"], line["prepare"])
            for line in csv.DictReader(source)
        ]


def listening_path(out: Path, package: str, path: str, prepare: str) -> Path:
    """The file that is judged: the recording itself, or what `prepare` made of it."""
    if not prepare:
        return out / package / path
    name = re.sub(r"[^A-Za-z0-9]+", "-", "-".join(Path(path).parts[-2:]))
    return out / "prepared" / f"{package}-{name}.flac"


def prepare(row: Row, out: Path) -> str | None:
    """Makes the file that is judged unless it is there; returns what went wrong, or None."""
    target = listening_path(out, row.package, row.path, row.prepare)
    source = out / row.package / row.path
    if not row.prepare or target.exists() or not source.exists():
        return None
    target.parent.mkdir(parents=True, exist_ok=True)
    inputs = ["-i", str(source)]
    if row.prepare.startswith("mix:"):
        inputs += ["-i", str(source.parent / row.prepare.removeprefix("mix:")), "-filter_complex", "amix=inputs=2:normalize=0,volume=0.7"]
    half = target.with_name(f".{target.name}.part.flac")
    tried = subprocess.run(["ffmpeg", "-v", "error", "-y", *inputs, "-ar", "44100", str(half)], capture_output=True, text=True)
    if tried.returncode != 0:
        return f"{row.package}/{row.path}: ffmpeg: {tried.stderr.strip()}"
    half.replace(target)
    return None


def wanted(name: str, size: int) -> bool:
    """Whether a file inside a package is music or says who made the music."""
    lower = name.lower()
    if lower.endswith(TRACKERS):
        return True
    if lower.endswith(AUDIO):
        return size >= SMALLEST
    if "/music/" in lower and "." not in Path(lower).name and size >= SMALLEST:
        return True
    return bool(CREDITS.search(name)) and size < 400_000 and not lower.endswith((".png", ".jpg", ".lua", ".cfg", ".svg", ".gz.asc", ".h"))


def safe(name: str) -> Path:
    """A path inside the output folder, whatever an archive claims its members are called."""
    parts = [part for part in Path(name).parts if part not in ("/", "..", ".")]
    return Path(*parts)


def unpack_zip(archive: Path, target: Path) -> None:
    """Writes the music of a zip file into the folder `target`; a file that is not one is passed over, for games name others so, too."""
    try:
        with zipfile.ZipFile(archive) as bundle:
            for member in bundle.infolist():
                if not member.is_dir() and wanted(member.filename, member.file_size):
                    path = target / safe(member.filename)
                    path.parent.mkdir(parents=True, exist_ok=True)
                    path.write_bytes(bundle.read(member))
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError) as error:
        print(f"  {archive.name}: not unpacked: {error}", file=sys.stderr)


def unpack(deb: Path, target: Path, scratch: Path) -> None:
    """Writes a package's music and credits into the folder `target`, streaming, so that a game's textures never reach the disk."""
    with subprocess.Popen(["dpkg-deb", "--fsys-tarfile", str(deb)], stdout=subprocess.PIPE) as process:
        with tarfile.open(fileobj=process.stdout, mode="r|") as bundle:
            for member in bundle:
                if not member.isfile():
                    continue
                source = bundle.extractfile(member)
                if source is None:
                    continue
                path = target / safe(member.name)
                if member.name.lower().endswith(ARCHIVE):
                    held = scratch / "archive.zip"
                    with held.open("wb") as sink:
                        shutil.copyfileobj(source, sink)
                    unpack_zip(held, path.with_name(path.name + "!"))
                    held.unlink()
                elif wanted(member.name, member.size):
                    path.parent.mkdir(parents=True, exist_ok=True)
                    with path.open("wb") as sink:
                        shutil.copyfileobj(source, sink)
    if process.returncode != 0:
        raise RuntimeError(f"dpkg-deb could not read {deb.name}")


def fetch(package: str, version: str | None, out: Path) -> str | None:
    """Downloads and unpacks one package unless it is there; returns what went wrong, or None. A `.version` file marks a whole one."""
    target = out / package
    mark = target / ".version"
    if mark.exists() and (version is None or mark.read_text(encoding="utf-8").strip() == version):
        return None
    shutil.rmtree(target, ignore_errors=True)
    with tempfile.TemporaryDirectory(dir=out) as name:
        scratch = Path(name)
        scratch.chmod(0o755)
        wish = f"{package}={version}" if version else package
        tried = subprocess.run(["apt-get", "download", "-q", wish], cwd=scratch, capture_output=True, text=True)
        if tried.returncode != 0 and version:
            print(f"{package}: version {version} is no longer offered; trying the present one", file=sys.stderr)
            tried = subprocess.run(["apt-get", "download", "-q", package], cwd=scratch, capture_output=True, text=True)
        debs = sorted(scratch.glob("*.deb"))
        if tried.returncode != 0 or not debs:
            words = (tried.stderr or tried.stdout).strip().splitlines()
            return words[-1] if words else "apt-get download brought nothing"
        try:
            unpack(debs[0], target, scratch)
        except (OSError, tarfile.TarError, RuntimeError) as error:
            return str(error)
        found = subprocess.run(["dpkg-deb", "--field", str(debs[0]), "Version"], capture_output=True, text=True, check=True)
        target.mkdir(parents=True, exist_ok=True)
        mark.write_text(found.stdout, encoding="utf-8")
    return None


def check(listed: list[Row], out: Path) -> list[str]:
    """One line per file that is missing or is not the one that was labelled."""
    wrong = []
    for row in listed:
        path = out / row.package / row.path
        if not path.exists():
            wrong.append(f"{row.package}/{row.path}: missing")
        elif hashlib.sha256(path.read_bytes()).hexdigest() != row.sha256:
            wrong.append(f"{row.package}/{row.path}: not the file that was labelled (another SHA-256)")
    return wrong


def print_labels(part: str, out: Path) -> None:
    """A table of path and genre: of orchestral, synthesizer and heavy recordings. An acoustic one may be of three genres and is left out; a heavy
    one may be Rock too, but most are Metal."""
    table = csv.writer(sys.stdout)
    table.writerow(["path", "genre"])
    with TABLE.open(newline="", encoding="utf-8") as source:
        for line in csv.DictReader(source):
            if line["part"] == part and line["class"] in ("orchestral", "synthesizer", "heavy"):
                path = listening_path(out.resolve(), line["package"], line["path"], line["prepare"])
                table.writerow([path, line["expect"].split("|")[0]])


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--out", type=Path, required=True, help="folder for the recordings; one folder per package")
    parser.add_argument("--part", choices=("dev", "test", "all"), default="all", help="fetch only this part")
    parser.add_argument("--survey", action="store_true", help="fetch every package of packages.py, not only those in real.csv")
    parser.add_argument("--list", choices=("dev", "test"), dest="listing", help="only print the files of a part that are to be judged")
    parser.add_argument("--labels", choices=("dev", "test"), help="only print a labels.csv of a part's recordings of one expected genre; heavy: Metal")
    parser.add_argument("--check", action="store_true", help="fetch nothing, only compare with real.csv")
    args = parser.parse_args()
    listed = [row for row in rows(TABLE) if args.part in ("all", row.part)]
    if args.labels:
        print_labels(args.labels, args.out)
        return 0
    if args.listing:
        for row in rows(TABLE):
            if row.part == args.listing:
                print(listening_path(args.out, row.package, row.path, row.prepare))
        return 0
    versions: dict[str, str | None] = {row.package: row.version for row in listed}
    if args.survey:
        part = {"dev": DEV, "test": TEST, "all": DEV + TEST}[args.part]
        versions = {package: versions.get(package) for package in part}
    args.out.mkdir(parents=True, exist_ok=True)
    failed = []
    for package in [] if args.check else versions:
        problem = fetch(package, versions[package], args.out)
        print(f"{package}: {problem or 'here'}", flush=True)
        if problem:
            failed.append(f"{package}: cannot be had: {problem}")
    prepared = [] if args.check else [problem for row in listed if (problem := prepare(row, args.out))]
    wrong = failed + prepared + check(listed, args.out)
    print("\n".join(wrong) if wrong else f"{len(listed)} recordings are here and are those that were labelled")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
