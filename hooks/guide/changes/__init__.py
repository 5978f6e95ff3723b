"""The changelog of the content (`docs/changes.yml`): read and checked, shown on a page, published as feeds."""
