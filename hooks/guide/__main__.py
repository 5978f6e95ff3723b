"""`python -m guide COMMAND`: what the Makefile calls."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from guide.aside import refused
from guide.commands import addresses, bench, check, contact, language, new, offline, release, status
from guide.problems import ProblemsError, report
from guide.settings import guide_of, read_settings
from guide.site import Guide
from guide.strings import FALLBACK, load
from guide.vendor import make_vendor


def main(arguments: list[str] | None = None) -> int:
    """Run a command; 0 when all is well, 1 when something is wrong, 2 for a wrong call."""
    parser = argparse.ArgumentParser(prog="python -m guide", description="The commands of the guide.")
    parser.add_argument("--root", type=Path, default=Path.cwd(), help="the project (default: this folder)")
    commands = parser.add_subparsers(dest="command", required=True)
    checking = commands.add_parser("check", help="find every fault in the content")
    checking.add_argument("--format", choices=["text", "github"], default="text")
    making = commands.add_parser("new", help="start a page, a worksheet, a partner or a language for parents")
    making.add_argument("kind", choices=["recommendation", "method", "case", "worksheet", "partner", "language"])
    making.add_argument("id", help="the name in the address; of a language its code")
    showing = commands.add_parser("contact-sheet", help="the pictures of all worksheets on one page")
    showing.add_argument("--language", default="", help="codes of languages to show beside the source")
    commands.add_parser("status", help="the state of the translations")
    stamping = commands.add_parser("stamp", help="say that a translation is of today's text")
    stamping.add_argument("files", nargs="*", type=Path, help="translations; none: all that have no stamp yet")
    stamping.add_argument("--checked", choices=["machine", "human", "native"], default=None)
    keeping = commands.add_parser("unchanged", help="say that a change of source texts keeps their meaning")
    keeping.add_argument("files", nargs="+", type=Path, help="source texts, such as docs/index.md")
    commands.add_parser("register", help="add what site/ holds to the register of addresses")
    comparing = commands.add_parser("addresses", help="compare the built site with the register or a published site")
    comparing.add_argument("--against", default="", help="the folder or the web address of a site that is published")
    commands.add_parser("release-check", help="is everything there that a release needs?")
    commands.add_parser("release-address", help="refuse a placeholder as the site's address")
    commands.add_parser("pack", help="what a release leaves beside the built site, in dist/")
    commands.add_parser("offline", help="the built site as a zip that works without internet")
    commands.add_parser("vendor", help="copy fonts and libraries from node_modules")
    timing = commands.add_parser("bench", help="time the build and weigh the pages")
    timing.add_argument("parts", nargs="*", help=f"what to measure: {', '.join(bench.PARTS)} (none: all)")
    options = parser.parse_args(arguments)
    root: Path = options.root
    guide: Guide | None = None
    try:
        if options.command == "vendor":
            print(f"{len(make_vendor(root))} files in overrides/assets/vendor")
            return 0
        if options.command == "bench":
            if unknown := set(options.parts) - set(bench.PARTS):
                parser.error(f"{', '.join(sorted(unknown))}: choose from {', '.join(bench.PARTS)}")
            return bench.run(root, options.parts)
        if options.command == "release-address":
            return release.check_addresses(guide_of(root), read_settings(root))
        guide = guide_of(root)
        match options.command:
            case "check":
                return check.run(guide, options.format)
            case "new" if options.kind == "language":
                return language.run(guide, options.id)
            case "new":
                return new.run(guide, options.kind, options.id)
            case "contact-sheet":
                return contact.run(guide, options.language)
            case "status":
                return status.run(guide)
            case "stamp":
                return status.stamp(guide, options.files, options.checked)
            case "unchanged":
                return status.unchanged(guide, options.files)
            case "register":
                return release.register(guide, read_settings(root).site)
            case "pack":
                from guide.commands import pack  # what it needs is installed for a release only

                return pack.run(guide, read_settings(root).site)
            case "offline":
                return offline.run(guide, read_settings(root).site)
            case "addresses":
                return addresses.run(guide, read_settings(root).site, options.against)
            case _:
                return release.run(guide, read_settings(root).site)
    except ProblemsError as error:
        print(error, file=sys.stderr)
        return 1
    except OSError as error:
        if not (problem := refused(error, root)):
            raise
        print(report([problem], load(FALLBACK if guide is None else guide.source_language)), file=sys.stderr)
        return 1


if __name__ == "__main__":
    sys.exit(main())
