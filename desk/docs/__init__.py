"""The project's own documentation as a site: `docs/` and each README that it leads to, as pages of a content folder."""
