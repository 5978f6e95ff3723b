"""The workflows of GitHub, as they are written: nothing here can run them."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Iterator
from typing import Any

import pytest
import yaml

from tests.support.project import ROOT

FOLDER = ROOT / ".github" / "workflows"
PUSHES = {"register": "contents", "publish": "pages", "release": "contents"}
"""The only jobs that may write, each with what it writes. None of them runs code of the project."""


def _workflows() -> Iterator[tuple[str, dict[str, Any]]]:
    for path in sorted(FOLDER.glob("*.yml")):
        yield path.name, yaml.safe_load(path.read_text("utf-8"))


JOBS = [(f"{file}: {name}", name, job) for file, workflow in _workflows() for name, job in workflow["jobs"].items()]


def _each(job: dict[str, Any], key: str) -> list[str]:
    return [step[key] for step in job["steps"] if key in step]


@pytest.mark.parametrize(("name", "job"), [(name, job) for _, name, job in JOBS], ids=[label for label, _, _ in JOBS])
class TestJob:
    def test_it_may_do_no_more_than_it_must(self, name: str, job: dict[str, Any]) -> None:
        permissions = job.get("permissions", {"contents": "read"})
        writes = {key for key, value in permissions.items() if value == "write"} - {"id-token"}
        assert writes == ({PUSHES[name]} if name in PUSHES else set())
        if writes:
            assert not [line for line in _each(job, "run") if re.search(r"\bmake\b|\.ci/|python|npm", line)]

    def test_it_keeps_no_key_that_it_does_not_use(self, name: str, job: dict[str, Any]) -> None:
        for step in job["steps"]:
            if step.get("uses", "").startswith("actions/checkout@") and name not in PUSHES:
                assert step["with"]["persist-credentials"] is False

    def test_it_ends(self, name: str, job: dict[str, Any]) -> None:
        assert 0 < job["timeout-minutes"] <= 45

    def test_its_actions_are_pinned_and_of_github_itself(self, name: str, job: dict[str, Any]) -> None:
        for action in _each(job, "uses"):
            assert re.fullmatch(r"actions/[a-z-]+@[0-9a-f]{40}", action), action

    def test_its_commands_exist(self, name: str, job: dict[str, Any]) -> None:
        for line in _each(job, "run"):
            for target in re.findall(r"^make ([a-z-]+)", line, re.MULTILINE):
                done = subprocess.run(["make", "-n", target], cwd=ROOT, capture_output=True, text=True)
                assert done.returncode == 0, done.stderr
            for script in re.findall(r"^bash (\S+)", line, re.MULTILINE):
                assert (ROOT / script).is_file()

    def test_what_a_stranger_writes_is_never_a_command(self, name: str, job: dict[str, Any]) -> None:
        # Titles and names of branches come from anybody; in a command they belong in a variable of its environment.
        assert not [line for line in _each(job, "run") if "${{" in line]

    def test_it_waits_for_jobs_that_exist(self, name: str, job: dict[str, Any]) -> None:
        needs = job.get("needs", [])
        assert set([needs] if isinstance(needs, str) else needs) <= {other for _, other, _ in JOBS}


@pytest.mark.parametrize(("file", "workflow"), list(_workflows()), ids=[file for file, _ in _workflows()])
def test_a_workflow_reads_unless_a_job_says_more(file: str, workflow: dict[str, Any]) -> None:
    assert workflow["permissions"] == {"contents": "read"}
    assert "github.ref" in workflow["concurrency"]["group"]


def test_each_pin_says_its_version_and_is_the_same_everywhere() -> None:
    text = "".join(path.read_text("utf-8") for path in FOLDER.glob("*.yml"))
    pins = re.findall(r"uses: (\S+)@(\S+) # (v\d+\.\d+\.\d+)$", text, re.MULTILINE)
    assert len(pins) == text.count("uses: ")
    assert len({action for action, _, _ in pins}) == len(set(pins))


def test_pages_gets_the_site_without_copies_and_a_tag_gets_a_whole_release() -> None:
    jobs = {name: job for _, name, job in JOBS}
    assert "make release-site" in _each(jobs["build"], "run") and "make release" not in _each(jobs["build"], "run")
    assert "make release" in _each(jobs["pack"], "run")
    assert jobs["pack"]["if"] == "startsWith(github.ref, 'refs/tags/v')"
    assert jobs["release"]["needs"] == "pack" and jobs["publish"]["needs"] == "register"
    assert any("sha256sum --check SHA256SUMS" in line for line in _each(jobs["release"], "run"))
    assert any(line.startswith('gh release create "$GITHUB_REF_NAME" dist/*') for line in _each(jobs["release"], "run"))


def test_dependabot_watches_everything_that_is_pinned() -> None:
    told = yaml.safe_load((ROOT / ".github" / "dependabot.yml").read_text("utf-8"))
    watched = {
        (one["package-ecosystem"], folder)
        for one in told["updates"]
        for folder in one.get("directories", [one.get("directory")])
    }
    # Also what is not committed yet; without git there is the one lock that everybody has.
    command = ["git", "ls-files", "--cached", "--others", "--exclude-standard", "*package-lock.json"]
    listed = subprocess.run(command, cwd=ROOT, capture_output=True, text=True)
    locks = listed.stdout.split() or ["package-lock.json"]
    folders = {("npm", "/" + path.rpartition("/")[0]) for path in locks}
    assert watched == {("pip", "/"), ("github-actions", "/"), *folders}
    for one in told["updates"]:
        assert one["schedule"] == {"interval": "weekly"} and len(one["groups"]) == 1
