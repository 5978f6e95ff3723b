"""A page in the words of schema.org, for the programs that read its head: one graph a page.

Only what the guide's own files say. No publisher: a guide is a site, and which organisation stands behind it no file
tells. No age of pupils, for the same reason. A time only where it is one plain number.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from markupsafe import Markup

from guide.catalogue import Catalogue
from guide.content.model import MethodPage, MethodTexts, Page
from guide.content.read import WrittenPage
from guide.markdown import lists_in
from guide.open_data import sheets
from guide.open_data.base import Texts, licence_of
from guide.open_data.files import listed
from guide.open_data.listing import LIST
from guide.open_data.outline import outline
from guide.open_data.records import handout
from guide.open_data.terms import permalink
from guide.partners.linked import organisation
from guide.strings import load, load_home
from guide.templates import script_json
from guide.worksheets.model import Sheet

FORMATS = {
    "json": "application/json",
    "pdf": "application/pdf",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
}
HOME = "index.md"

Node = dict[str, Any]


@dataclass(frozen=True)
class Linked:
    """Says what pages are. site_names: of the guide, by language. licence: its name, "" for none."""

    catalogue: Catalogue
    site_names: Texts
    licence: str = ""

    def script(self, uri: str, language: str, title: str, description: str) -> Markup:
        """The content of the script element of a page; "" when there is nothing to say. uri: as under docs."""
        nodes = self.graph(uri, language, title, description)
        return script_json({"@context": "https://schema.org", "@graph": nodes}) if nodes else Markup("")

    def graph(self, uri: str, language: str, title: str, description: str) -> list[Node]:
        """What the page is about, and the way to it. title, description: as the page has them."""
        if uri == HOME:
            return [self._site(language, description)]
        about = self._about(uri, language, {"name": title, "description": description})
        trail = self._trail(uri, language, title)
        return [node for node in (about, trail) if node]

    def _about(self, uri: str, language: str, said: Node) -> Node | None:
        page, slug = self.catalogue.page(uri, language), uri.removesuffix(".md").rpartition("/")[2]
        if page and page.kind == "method":
            return self._method(page, said)
        if page and page.kind in ("recommendation", "case"):
            return self._resource(page, said)
        if page and (LIST, "") in lists_in(page.source.body):
            return self._catalogue_of_data(page, said)
        catalogue = self.catalogue
        if page is None and uri == f"{catalogue.folder('worksheet')}/{slug}.md" and slug in catalogue.sheets:
            return self._sheet(catalogue.sheets[slug], uri, language, said)
        if page is None and uri == f"{catalogue.folder('partner')}/{slug}.md" and catalogue.directory.has(slug):
            return organisation(catalogue.guide, catalogue.directory, catalogue.directory.get(slug), language)
        return None

    def _site(self, language: str, description: str) -> Node:
        guide, name = self.catalogue.guide, self.site_names[language]
        return _filled({
            "@type": "WebSite",
            **self._versions(HOME, language, self._written_in(HOME)),
            "name": name,
            "alternateName": [one for one in dict.fromkeys(self.site_names.values()) if one != name],
            "description": description,
            "url": guide.absolute(guide.prefix(language)),
            "inLanguage": language,
            **self._terms_of_use(self.licence),
        })  # fmt: skip

    def _trail(self, uri: str, language: str, title: str) -> Node | None:
        """The pages above a page, and the page; None where nothing is above it."""
        guide, folder = self.catalogue.guide, uri.partition("/")[0]
        index, here = f"{folder}/index.md", (title, guide.page_url(uri, language))
        above: list[tuple[str, str]] = []
        if language not in guide.languages:
            parents = self.catalogue.parents_pages().get(language)
            above = [parents] if parents and parents != here else []
        else:
            above = [(self.site_names[language], guide.prefix(language))]
            if uri != index and (shown := self.catalogue.page(index, language)):
                section = next((one for one in guide.vocabulary.sections if one.folder == folder), None)
                name = section.name[language] if section else shown.front.title
                above.append((name, guide.page_url(index, language)))
        if not above:
            return None
        items = [
            {"@type": "ListItem", "position": number, "name": name, "item": guide.absolute(url)}
            for number, (name, url) in enumerate([*above, here], 1)
        ]
        return {"@type": "BreadcrumbList", "itemListElement": items}

    def _resource(self, page: WrittenPage, said: Node) -> Node:
        front, known = self.catalogue.original(page.uri).front, self.catalogue.guide.vocabulary.recommendations
        assert isinstance(front, Page)
        core = known[page.id].core[page.language] if page.kind == "recommendation" else None
        paper = handout(self.catalogue, page.uri).get(page.language)
        return _filled({
            "@type": "LearningResource",
            **self._written(page, front, said),
            "abstract": core,
            "position": known[page.id].number if page.kind == "recommendation" else None,
            "encoding": [_file(paper, "pdf", page.language)] if paper else [],
        })  # fmt: skip

    def _method(self, page: WrittenPage, said: Node) -> Node:
        guide, front, shown = self.catalogue.guide, self.catalogue.original(page.uri).front, page.front
        assert isinstance(front, MethodPage) and isinstance(shown, MethodTexts)
        url = guide.absolute(guide.page_url(page.uri, page.language))
        cards = {card.id: card for card in self.catalogue.worksheet_cards(page.language)}
        needed = [cards[one] for one in front.worksheets if one in cards]
        return _filled({
            "@type": "HowTo",
            **self._written(page, front, said),
            "abstract": shown.goal,
            "educationalUse": guide.vocabulary.method_kinds[front.kind].name[page.language],
            "totalTime": _minutes(front.minutes),
            "supply": [
                shown.materials,
                *({"@type": "HowToSupply", "name": card.title, "url": guide.absolute(card.url)} for card in needed),
            ],
            "step": [
                {"@type": "HowToStep", "position": number, "name": step.text, "url": f"{url}#{step.id}"}
                for number, step in enumerate(outline(page).steps, 1)
            ],
        })  # fmt: skip

    def _catalogue_of_data(self, page: WrittenPage, said: Node) -> Node:
        """The page with the list of the files of open data."""
        guide, words = self.catalogue.guide, load(page.language)
        url = guide.absolute(guide.page_url(page.uri, page.language))
        rights = self._terms_of_use(self.licence)
        found = [
            _filled({
                "@type": "Dataset",
                "name": f"{self.site_names[page.language]}: {one.title(guide)[page.language]}",
                "description": words[f"open_data.holds.{one.id}"],
                "url": url,
                **rights,
                "version": one.version,
                "dateModified": one.date and one.date.isoformat(),
                "distribution": [{
                    "@type": "DataDownload", "contentUrl": guide.absolute(one.url), "encodingFormat": FORMATS["json"]
                }],
            })
            for one in listed(self.catalogue)
        ]  # fmt: skip
        return _filled({"@type": "DataCatalog", "@id": url, **said, "url": url, "inLanguage": page.language, **rights,
                        "dataset": found})  # fmt: skip

    def _written(self, page: WrittenPage, front: Page, said: Node) -> Node:
        language = page.language
        names = self.catalogue.guide.vocabulary.recommendations
        return {
            **self._work(page.uri, page.kind, page.id, language, self._written_in(page.uri), said),
            "inLanguage": language,
            **self._terms_of_use(self.licence),
            "learningResourceType": load(language)[f"site.{page.kind}"],
            "audience": self._audience(front.audiences, language),
            "keywords": [names[one].name[language] for one in front.recommendations if one != page.id],
            "dateModified": front.reviewed.isoformat(),
        }

    def _sheet(self, sheet: Sheet, uri: str, language: str, said: Node) -> Node:
        guide, source = self.catalogue.guide, sheet.source
        home = language not in guide.languages
        # A page in a language that the sheet lacks shows it in the source language.
        spoken = language if sheet.usable(language) else guide.source_language
        beside = source.for_parents and spoken != guide.source_language
        shown = sheet.usable(language) or source
        made = [one for one in sheets.files(guide, sheet, [spoken]) if one.kind != "picture"]
        whole = [code for code in sheets.languages(guide, sheet) if code in (guide.source_language, *sheet.offered)]
        use = load(language)[f"worksheet.{'parents' if source.for_parents else 'team'}"] if not home else ""
        names = guide.vocabulary.recommendations
        return _filled({
            "@type": "LearningResource",
            **self._work(uri, "worksheet", sheet.slug, language, whole, said),
            "inLanguage": [spoken, guide.source_language] if beside else spoken,
            **self._terms_of_use(source.licence),
            "creditText": str(shown.source),
            # What has a name in the languages of the site only is left out where parents read.
            "learningResourceType": None if home else load(language)["site.worksheet"],
            "educationalUse": use or load_home(language)["parents.for_parents"],
            "audience": [] if home else self._audience(source.audience, language),
            "keywords": [] if home else [names[one].name[language] for one in source.recommendations],
            "timeRequired": _minutes(source.minutes),
            "dateModified": source.version.isoformat(),
            "encoding": [_file(one.url, one.format, *one.languages) for one in made],
        })  # fmt: skip

    def _work(self, uri: str, kind: str, identifier: str, language: str, spoken: list[str], said: Node) -> Node:
        """What every page has that is a work of its own. spoken: the languages in which it is there."""
        guide = self.catalogue.guide
        site = language if language in guide.languages else guide.source_language
        home = guide.absolute(guide.prefix(site))
        return {
            **self._versions(uri, language, spoken),
            **said,
            "url": guide.absolute(guide.page_url(uri, language)),
            "identifier": permalink(guide, kind, identifier),
            "isPartOf": {"@type": "WebSite", "@id": home, "name": self.site_names[site], "url": home},
        }

    def _versions(self, uri: str, language: str, spoken: list[str]) -> Node:
        """The id of a work in a language, and which work it translates or which translate it."""
        guide = self.catalogue.guide
        every = {code: {"@id": guide.absolute(guide.page_url(uri, code))} for code in spoken}
        source, others = guide.source_language, [one for code, one in every.items() if code != guide.source_language]
        node: Node = {"@id": guide.absolute(guide.page_url(uri, language))}
        if language == source:
            return {**node, "workTranslation": others}
        return {**node, "translationOfWork": every[source] if language in every else None}

    def _written_in(self, uri: str) -> list[str]:
        return list(self.catalogue.pages.get(uri, {}))

    def _audience(self, ids: Iterable[str], language: str) -> list[Node]:
        known = self.catalogue.guide.vocabulary.audiences
        return [{"@type": "EducationalAudience", "educationalRole": known[one].name[language]} for one in ids]

    def _terms_of_use(self, name: str) -> Node:
        found = licence_of(name)
        return {"license": found and (found.url or found.name), "isAccessibleForFree": True}


def _file(url: str, form: str, *languages: str) -> Node:
    return {"@type": "MediaObject", "contentUrl": url, "encodingFormat": FORMATS[form], "inLanguage": list(languages)}


def _minutes(minutes: tuple[int, ...]) -> str | None:
    """ISO 8601, only for one plain number: schema.org has no word for "20 to 30 minutes"."""
    return f"PT{minutes[0]}M" if minutes and minutes[0] == minutes[-1] else None


def _filled(node: Node) -> Node:
    """Without what has no value."""
    return {key: value for key, value in node.items() if value not in (None, "", [])}
