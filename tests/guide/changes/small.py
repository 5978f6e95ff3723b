"""The small guide with a changelog, a few addresses that moved, and the page that tells of them."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from guide.catalogue import Catalogue
from tests.guide.translations.small import FILES
from tests.support.guides import small_guide

CHANGES = """\
page: over/nieuw
releases:
  - version: 1.10.0
    date: 2026-11-21
    title: {nl: Rust & "ruimte", fr: Du calme}
    summary: {nl: Minder woorden., fr: Moins de mots.}
    changes:
      - id: rust
        kind: renamed
        from: raad/kalm/
        text: {nl: Kalm heet nu rust., fr: Le calme a un autre nom.}
      - id: blad
        kind: added
        worksheet: vragen
        text: {nl: Vragen & meer., fr: Une fiche.}
      - id: kern
        kind: moved
        from: raad/rust/#oud
        page: raad/rust
        anchor: kern
        text: {nl: De kern staat voorop., fr: L’essentiel vient d’abord.}
  - version: 1.9.0
    date: 2026-11-20
    title: {nl: Begin, fr: Début}
    summary: {nl: Het eerste., fr: Le premier.}
    changes:
      - id: kalm
        kind: added
        page: raad/kalm
        text: {nl: Een raad., fr: Un conseil.}
      - id: bib
        kind: added
        partner: bib
        text: {nl: Een bib., fr: Une bib.}
"""
REGISTER = """\
pages:
  raad/kalm/: {languages: [nl, fr]}
moved:
  raad/kalm/: raad/rust/
  raad/rust/#oud: raad/rust/#kern
  bladen/oud/oud-nl.pdf: bladen/vragen/vragen-nl.pdf
  fr/raad/ancien/: fr/raad/rust/
  r/kalm/: r/rust/
"""
PAGE = """\
---
title: Nieuw
description: Wat er nieuw is.
reviewed: 2026-11-21
---
## Wat {#wat}

/// list | changes
///

/// list | changes-moved
///

/// list | changes-feed
///
"""
PAGE_FR = """\
---
title: Nouveau
description: Ce qui est nouveau.
---
## Quoi {#wat}

/// list | changes
///

/// list | changes-moved
///

/// list | changes-feed
///
"""


SHEET_FR = "bladen/vragen/werkblad.fr.yml"  # a sheet that is only there in the source language


def files(**more: str) -> dict[str, str]:
    """Every file below docs; `more` by the stem of its name: changes, permalinks."""
    return {
        **{name: text for name, text in FILES.items() if not name.startswith("figuren/") and name != SHEET_FR},
        "over/nieuw.md": PAGE,
        "over/nieuw.fr.md": PAGE_FR,
        "changes.yml": CHANGES,
        "permalinks.yml": REGISTER,
        **{f"{name}.yml": text for name, text in more.items()},
    }


def catalogue(root: Path, written: Mapping[str, str], site_url: str = "https://klein.be/gids/") -> Catalogue:
    """The guide with these files."""
    return Catalogue(small_guide(root, written, site_url))
