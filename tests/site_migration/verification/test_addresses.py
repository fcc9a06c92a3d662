"""Which addresses of the old site the proof looks for."""

from pathlib import Path

from site_migration.verification.addresses import Used, addresses
from site_migration.verification.export import ExportFile
from site_migration.verification.site import items, survey
from tiny_exports import item, migrated

TAG = "<wp:tag><wp:term_id>{0}</wp:term_id><wp:tag_slug>{1}</wp:tag_slug><wp:tag_name>{1}</wp:tag_name></wp:tag>"
TERM = '<category domain="post_tag" nicename="{0}">{0}</category>'


def test_topics_of_hidden_stories(tmp_path: Path) -> None:
    """A topic that no story has leads on; of one that only a draft has nobody is told, and no address is looked for."""
    draft = item(1, inside=("draft", TERM.format("whisper")))
    migrated(tmp_path, TAG.format(1, "whisper"), TAG.format(2, "idle"), draft, item(2, "ebb"))
    export = ExportFile(tmp_path / "export.xml")
    *_, (site, _) = survey([export])
    used = Used()
    for each in items([export], site):
        if each.id in site.public:
            used.note(each, site)
        else:
            used.note_hidden(each)

    assert ["/tag/idle/"] == [path for _, path in addresses(site, used) if path.startswith("/tag/")]
