"""From YAML to the published atlas, in fifteen packages: each imports only packages above it in this list.

diagnostics, fingerprint · text · model · archive · settings · editions, documents · checks · charts · watch · pages ·
publish · authoring · cli

A package is entered by its door: what its `__init__` lists is public, the rest is private to it. The order is a
contract of import-linter in pyproject.toml.
"""
