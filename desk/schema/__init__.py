"""`./inv schema`: JSON Schema of front matter and registries, by which VS Code and others complete and mark keys."""
