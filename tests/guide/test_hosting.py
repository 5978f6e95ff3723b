"""The files for servers."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from guide import hosting
from guide.hosting.setup import NOT_FOUND
from guide.site import Guide


@pytest.mark.parametrize("address", ["https://guide.test/", "https://guide.test:8443/gids/"])
def test_a_server_of_nginx_goes_by_its_name_alone(address: str, real_guide: Guide, tmp_path: Path) -> None:
    """With a port in the name nobody is served."""
    (tmp_path / NOT_FOUND).write_text("<!doctype html>", "utf-8")
    made = hosting.files(replace(real_guide, site_url=address), tmp_path)
    assert "    server_name guide.test;\n" in made["nginx.conf"].decode()
    assert "certbot --nginx -d guide.test," in made["nginx.conf"].decode()
    assert f"\n{address.split('/')[2]} {{\n" in made["Caddyfile"].decode()
