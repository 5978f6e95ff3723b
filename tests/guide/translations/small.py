"""A small guide with one of everything that is translated, whole in Dutch and French."""

from __future__ import annotations

from pathlib import Path

from guide.site import Guide
from tests.support.guides import small_guide
from tests.support.written import PAGES

SETTINGS = """\
site_url: https://klein.be/
docs_dir: docs
site_dir: site
plugins:
  - i18n:
      languages:
        - {locale: nl, name: Nederlands, default: true}
        - {locale: fr, name: Français}
"""
SHEET = """\
title: Vragen
audience: [team]
recommendations: [rust]
phases: [begin]
people: [2, 4]
minutes: [10, 10]
group: 2 tot 4
duration: 10 minuten
materials: Niets.
purpose: Weten wat er leeft.
how: [Vraag het.]
short_version: Vraag één ding.
source: Van ons.
licence: CC BY-SA 4.0
version: 2026-11-21
blocks:
  - {type: header, id: kop, fields: [{id: naam, label: Voornaam}]}
  - {type: writing, id: vraag, prompt: Wat is belangrijk?, lines: 3}
  - {type: footer, id: voet}
"""
SHEET_FR = """\
title: Questions
group: 2 à 4
duration: 10 minutes
materials: Rien.
purpose: Savoir ce qui se passe.
how: [Posez la question.]
short_version: Posez une seule question.
source: De nous.
blocks:
  kop: {fields: {naam: Prénom}}
  vraag: {prompt: Qu’est-ce qui compte ?}
"""
PARTNER = """\
kind: organisation
status: active
type: dienst
name: {nl: Bib, fr: Bib}
recommendations: [rust]
help: [raad]
audience: [team]
description:
  nl: Leent boeken uit.
  fr: Prête des livres.
not_taken_over:
  nl: Voorlezen op school.
  fr: Lire à voix haute à l’école.
sources: [{title: Site, url: "https://bib.test/", read_on: 2026-11-21}]
verification: {checked: page}
"""
GLOSSARY = """\
page: index
groups:
  - id: eerst
    name: {nl: Eerst, fr: D’abord}
    terms:
      - id: rust
        name: {nl: rust, fr: calme}
        text:
          nl: Niemand haast zich.
          fr: Personne ne se presse.
"""
FIGURE = """\
alt: {nl: Een huis., fr: Une maison.}
caption: {nl: Thuis., fr: À la maison.}
words:
  deur: {nl: deur, fr: porte}
"""
FILES = {
    **PAGES,
    "index.md": PAGES["index.md"] + "\n/// list | glossary eerst\n///\n",
    "index.fr.md": "---\ntitle: Petit\ndescription: Un petit guide.\n---\nBonjour.\n\n/// list | glossary eerst\n///\n",
    "over/bronnen.md": "---\ntitle: Bronnen\ndescription: Bronnen.\nreviewed: 2026-11-21\n---\n## Boek {#boek}\n\nX.\n",
    "over/bronnen.fr.md": "---\ntitle: Sources\ndescription: Sources.\n---\n## Livre {#boek}\n\nX.\n",
    "bladen/vragen/werkblad.yml": SHEET,
    "bladen/vragen/werkblad.fr.yml": SHEET_FR,
    "helpers/bib.yml": PARTNER,
    "glossary.yml": GLOSSARY,
    "figuren/huis.yml": FIGURE,
    "figuren/huis.svg": '<svg xmlns="http://www.w3.org/2000/svg"><text>{{ deur }}</text></svg>',
}


def whole_guide(root: Path) -> Guide:
    """The guide below `root`, with an empty site."""
    guide = small_guide(root, FILES, "https://klein.be/")
    (root / "mkdocs.yml").write_text(SETTINGS, "utf-8")
    (root / "site").mkdir()
    return guide
