"""The kinds of text: what each lets through."""

from __future__ import annotations

from typing import Any

import pytest
from pydantic import TypeAdapter, ValidationError

from guide.texts import LanguageCode, Localized, Record, Slug, Text, WebAddress


def _accepts(kind: Any, value: object, **context: object) -> bool:
    try:
        TypeAdapter(kind).validate_python(value, context=context)
    except ValidationError:
        return False
    return True


@pytest.mark.parametrize("text", ["Praat eerst.", "3 < 4", "a <3 b", "1 > 0", "één & twee", "a\nb", "العربية", "x<1"])
def test_plain_text_is_text(text: str) -> None:
    assert _accepts(Text, text)


@pytest.mark.parametrize("text", ["<b>x</b>", "x <br>", "< script>", "</p>", "<!-- x -->", "<?php", "a<img src=x>", ""])
def test_a_tag_is_no_text(text: str) -> None:
    assert not _accepts(Text, text)


def test_text_loses_the_space_around_it() -> None:
    assert TypeAdapter(Text).validate_python("  a b \n") == "a b"


@pytest.mark.parametrize("slug", ["a", "vier-winden", "2", "a-2-b"])
def test_a_slug(slug: str) -> None:
    assert _accepts(Slug, slug)


@pytest.mark.parametrize("slug", ["", "A", "a b", "a--b", "-a", "a-", "é", "a/b", "a.b", "a_b", "..", "a\n"])
def test_no_slug(slug: str) -> None:
    assert not _accepts(Slug, slug)


@pytest.mark.parametrize("address", ["https://a.test/", "http://a.test/b?c=d#e"])
def test_an_address_of_the_web(address: str) -> None:
    assert _accepts(WebAddress, address)


@pytest.mark.parametrize(
    "address",
    ["a.test", "ftp://a.test", "javascript:alert(1)", 'https://a.test/"onclick=', "https://a b", " https://a"],
)
def test_no_address_of_the_web(address: str) -> None:
    assert not _accepts(WebAddress, address)


def test_an_id_must_be_known() -> None:
    ids = {"language": {"nl", "fr"}}
    assert _accepts(LanguageCode, "nl", ids=ids)
    assert not _accepts(LanguageCode, "xx", ids=ids)


def test_a_localized_text_has_every_language_and_no_other() -> None:
    assert _accepts(Localized, {"nl": "a", "fr": "b"}, languages=("nl", "fr"))
    assert not _accepts(Localized, {"nl": "a"}, languages=("nl", "fr"))
    assert not _accepts(Localized, {"nl": "a", "fr": "b", "en": "c"}, languages=("nl", "fr"))


def test_a_record_refuses_what_it_does_not_know_and_never_changes() -> None:
    class One(Record):
        key: str

    assert not _accepts(One, {"key": "a", "other": "b"})
    with pytest.raises(ValidationError):
        One(key="a").key = "b"  # type: ignore[misc]
