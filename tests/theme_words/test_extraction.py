import subprocess
import sys
from pathlib import Path

from theme_words.__main__ import extracted, main
from theme_words.catalogue import read_file

TEMPLATE = """
{% macro card(article, own) %}
<p title="{{ own.say('It is "his"') }}">{{ own.say("By {names}", names=own.join([])) }} {{ own.say(article.said) }}</p>
{{ own.count("{count} part", "{count} parts", 3) }} {{ words.day("not said") }} {{ say("no method") }}
{% endmacro %}
{{ words.say("By {names}") if x else words.say("Older") }}
"""
GERMAN = """msgid ""
msgstr ""
"Content-Type: text/plain; charset=utf-8\\n"
"Plural-Forms: nplurals=2; plural=(n != 1);\\n"

# Kept: a translator's remark.
msgid "Older"
msgstr "Ältere"

msgid "Gone"
msgstr "Weg"
"""


def folders(tmp_path: Path) -> tuple[Path, Path]:
    templates, translations = tmp_path / "templates", tmp_path / "translations"
    templates.mkdir()
    translations.mkdir()
    (templates / "page.html").write_text(TEMPLATE, encoding="utf-8")
    return templates, translations


def test_extracted(tmp_path: Path) -> None:
    """What templates say and count is found, each sentence once; what they compute is none."""
    templates, _ = folders(tmp_path)
    said = [message.id for message in extracted(templates) if message.id]

    assert {"By {names}", "Older", 'It is "his"', ("{count} part", "{count} parts")} == set(said)
    assert 4 == len(said)


def test_update(tmp_path: Path) -> None:
    """Catalogues get what is new, untranslated and in order, keep what is theirs, and lose what nobody says."""
    templates, translations = folders(tmp_path)
    (translations / "de.po").write_text(GERMAN, encoding="utf-8")

    assert 0 == main(str(templates), str(translations))
    catalogue = read_file(translations / "de.po")
    once = (translations / "de.po").read_bytes()

    assert "Ältere" == catalogue["Older"].string
    assert ["Kept: a translator's remark."] == catalogue["Older"].user_comments
    assert "" == catalogue["By {names}"].string
    assert b"Gone" not in once
    assert 0 == main(str(templates), str(translations))
    assert once == (translations / "de.po").read_bytes()


def test_command(tmp_path: Path) -> None:
    """The command says what is left to translate; a broken catalogue ends it with a status and no traceback."""
    templates, translations = folders(tmp_path)
    (translations / "de.po").write_text(GERMAN, encoding="utf-8")
    command = [sys.executable, "-m", "theme_words", str(templates), str(translations)]
    environment = {"PYTHONPATH": str(Path(__file__).parents[2] / "plugins")}

    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    assert (0, "de.po: 3 sentences to translate") == (done.returncode, done.stdout.strip().rpartition("/")[2])

    (translations / "de.po").write_text("msgid Older\n", encoding="utf-8")
    failed = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    assert 1 == failed.returncode
    assert "de.po:1: " in failed.stderr
    assert "Traceback" not in failed.stderr
