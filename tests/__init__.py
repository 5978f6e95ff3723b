"""The tests; a package, so that `tests.guide` and `tests.site` hide neither the product nor the standard library."""
