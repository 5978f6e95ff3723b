"""Every page says what may run on it, and the site has the headers for hosts that read a file with them."""

from __future__ import annotations

from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import event_priority
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page

import invocation
import languages
from guide import headers, hosting, policy
from guide.problems import Problem


@event_priority(-450)
def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Pages that are not made by the theme have no script of their own."""
    for file in files:
        if file.generated_by and not file.is_documentation_page() and file.dest_uri.endswith(".html"):
            file.content_string = _with_policy(file.content_string, policy.policy())
    return files


@event_priority(100)
def on_post_template(output_content: str, template_name: str, config: MkDocsConfig) -> str:
    """The theme makes its 404 page before all others; what scripts stand on it, stand on every page."""
    if template_name != hosting.NOT_FOUND:
        return output_content
    scripts = languages.state(config)["scripts"] = policy.inline_scripts(output_content)
    try:
        return _with_policy(output_content, policy.policy(scripts))
    except policy.PolicyError as error:
        raise PluginError(str(error)) from None


@event_priority(-450)
def on_post_page(output: str, page: Page, config: MkDocsConfig) -> str:
    """A page on which something else wants to run is a fault: it would not."""
    scripts = languages.state(config)["scripts"]
    file = page.file.edit_uri or page.file.src_uri
    found = policy.strangers(output, scripts)
    languages.fail([Problem(file, 1, "script_refused", {"script": one.strip()[:60]}) for one in found], config)
    return _with_policy(output, policy.policy(scripts))


@event_priority(-300)
def on_post_build(config: MkDocsConfig) -> None:
    """The headers hold what stands on the pages, so they come at the end."""
    if not invocation.serves() and (languages.last_build(config) or languages.only_language()):
        site = Path(config.site_dir)
        (site / headers.FILE).write_bytes(hosting.headers_file(languages.guide(config), site))


def _with_policy(html: str, rules: str) -> str:
    return html if invocation.serves() else policy.with_policy(html, rules)
