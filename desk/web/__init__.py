"""Web editing: Sveltia CMS at /admin/, its forms and the JSON Schemas made from what the reader of articles reads."""

from .admin_pages import admin_files
from .problems import AdminError

__all__ = ["AdminError", "admin_files"]
