"""The software bill of materials of a site, in the form of CycloneDX.

It names what is sent to visitors, what is in the files to print, and the tools that made the site, apart from each
other. A scope says so in words of the standard ("required" is what is published, "excluded" what is not), a property
`guide:role` more exactly. Packages are named by their purl, not by the address of a registry.
"""

from __future__ import annotations

import uuid
from collections import defaultdict
from collections.abc import Sequence
from datetime import UTC, datetime

from cyclonedx.contrib.license.factories import LicenseFactory
from cyclonedx.model import HashAlgorithm, HashType, Property
from cyclonedx.model.bom import Bom, BomMetaData
from cyclonedx.model.component import Component, ComponentScope, ComponentType
from cyclonedx.model.license import License
from cyclonedx.output import make_outputter
from cyclonedx.schema import OutputFormat, SchemaVersion
from packageurl import PackageURL

from guide.release.packages import Package, Role
from guide.release.project import Project

ENDING = ".cdx.json"
"""By which programs know a bill in this form."""

ROLE = "guide:role"
_ALGORITHMS = {
    "sha256": HashAlgorithm.SHA_256, "sha384": HashAlgorithm.SHA_384, "sha512": HashAlgorithm.SHA_512,
}  # fmt: skip


def write(project: Project, packages: Sequence[Package]) -> str:
    """The bill as JSON. Same project, moment and packages, same text: its number is made of them."""
    whole = Component(
        name=project.name, version=project.version, type=ComponentType.APPLICATION, bom_ref=project.title,
        description=project.description or None, licenses=_licenses((project.license,) if project.license else ()),
    )  # fmt: skip
    bom = Bom(
        metadata=BomMetaData(component=whole, timestamp=datetime.fromtimestamp(project.moment, UTC)),
        serial_number=uuid.uuid5(uuid.NAMESPACE_OID, repr((project, sorted(map(_identity, packages))))),
    )
    made = {_identity(one): _component(one) for one in packages}
    named = defaultdict[tuple[str, str], list[Component]](list)  # of Node's packages several versions may be there
    for (kind, name, *_), component in made.items():
        bom.components.add(component)
        named[kind, name].append(component)
    needed = {(one.kind, name) for one in packages for name in one.needs}
    bom.register_dependency(whole, [one for key, those in named.items() if key not in needed for one in those])
    for one in packages:
        known = (named.get((one.kind, name), ()) for name in one.needs)
        bom.register_dependency(made[_identity(one)], [component for those in known for component in those])
    return make_outputter(bom, OutputFormat.JSON, SchemaVersion.V1_6).output_as_string(indent=1) + "\n"


def _identity(package: Package) -> tuple[str, ...]:
    return package.kind, package.name, package.version, package.role.value


def _component(package: Package) -> Component:
    group, _, name = package.name.rpartition("/")
    purl = PackageURL(package.kind, group or None, name, package.version)
    return Component(
        name=name, group=group or None, version=package.version, type=ComponentType.LIBRARY,
        purl=purl, bom_ref=purl.to_string(), licenses=_licenses(package.licenses),
        scope=ComponentScope.EXCLUDED if package.role is Role.TOOL else ComponentScope.REQUIRED,
        hashes=[HashType(alg=_ALGORITHMS[algorithm], content=digest) for algorithm, digest in package.hashes],
        properties=[Property(name=ROLE, value=package.role.value)],
        components=[_inside(purl, one) for one in package.holds],
    )  # fmt: skip


def _inside(holder: PackageURL, name: str) -> Component:
    """A library that another package has bundled: its maker tells no version, and neither do we."""
    group, _, short = name.rpartition("/")
    return Component(
        name=short, group=group or None, type=ComponentType.LIBRARY, scope=ComponentScope.REQUIRED,
        bom_ref=f"{holder.to_string()}#{name}", properties=[Property(name=ROLE, value=Role.BROWSER.value)],
    )  # fmt: skip


def _licenses(names: tuple[str, ...]) -> list[License]:
    return [LicenseFactory().make_from_string(name) for name in names]
