"""Pages of the small guide, as editors write them."""

from __future__ import annotations

from guide.content.read import WrittenPage, read_pages, unread_files
from guide.problems import Problem
from guide.site import Guide

KNOWN = {"worksheet": frozenset({"vragen"}), "partner": frozenset({"bib", "wijkhuis"})}

HOME = """\
---
title: Klein
description: Een kleine gids.
reviewed: 2026-11-21
---
Welkom.
"""
RUST = """\
---
title: Rust eerst
description: Wie rust heeft, luistert.
recommendations: [rust]
phases: [begin]
audiences: [team]
reviewed: 2026-11-21
---
## Kern {#kern}

Neem tijd.

## Bronnen {#bronnen}

/// list | sources
///
"""
RUST_FR = """\
---
title: Le calme d’abord
description: Qui est calme écoute.
---
## L’essentiel {#kern}

Prenez le temps.

## Sources {#bronnen}

/// list | sources
///
"""
KIJKEN = """\
---
title: Samen kijken
description: Kijk tien minuten mee.
recommendations: [rust, lucht]
phases: [begin]
audiences: [team]
reviewed: 2026-11-21
kind: actie
goal: Zien wat er al is.
group: 2 tot 4
duration: 10 minuten
materials: Niets.
worksheets: [vragen]
partners: [bib]
related: [raad/rust]
sources: [boek]
facts: [L2.1-01]
---
## In het kort {#in-het-kort}

/// list | in-short
///
"""
KIJKEN_FR = """\
---
title: Regarder ensemble
description: Regardez dix minutes.
goal: Voir ce qui existe déjà.
group: 2 à 4
duration: 10 minutes
materials: Rien.
---
## En bref {#in-het-kort}

/// list | in-short
///
"""
PAGES = {
    "index.md": HOME,
    "raad/rust.md": RUST,
    "raad/rust.fr.md": RUST_FR,
    "doen/kijken.md": KIJKEN,
    "doen/kijken.fr.md": KIJKEN_FR,
}


def read(guide: Guide) -> tuple[dict[str, dict[str, WrittenPage]], list[Problem]]:
    """The pages of a small guide and all that is wrong with them."""
    problems = unread_files(guide)
    return read_pages(guide, KNOWN, problems), problems
