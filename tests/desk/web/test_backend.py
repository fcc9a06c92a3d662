from pathlib import Path

import pytest

from cases import Case, read_cases
from desk.web.backend import LOCAL, Admin, read_admin
from desk.web.problems import AdminError


@pytest.mark.parametrize("case", read_cases(Path(__file__).with_name("backend_mistakes.txt")), ids=str)
def test_mistakes(case: Case, tmp_path: Path) -> None:
    """Each mistake in admin.toml is told with what to write instead, all of them at once."""
    (tmp_path / "admin.toml").write_text(case.given, encoding="utf-8")
    with pytest.raises(AdminError) as caught:
        read_admin(tmp_path / "admin.toml")

    assert case.expected == str(caught.value)


def test_absent(tmp_path: Path) -> None:
    """Without the file, /admin/ edits a folder of the machine that it is opened on."""
    assert read_admin(tmp_path / "admin.toml") == Admin(LOCAL)
    assert Admin(LOCAL).hosts() == ""


def test_gitlab(tmp_path: Path) -> None:
    """A GitLab of one's own signs editors in without a secret, where it has given the application a number."""
    (tmp_path / "admin.toml").write_text(
        'backend = "gitlab"\nrepository = "news/desk/paper"\nbranch = "main"\nbase_url = "https://git.example"\n'
        'api_root = "https://git.example/api/v4"\napp_id = "abc"\n'
    )
    said = read_admin(tmp_path / "admin.toml")

    assert said.backend == {
        "name": "gitlab", "repo": "news/desk/paper", "branch": "main", "base_url": "https://git.example",
        "api_root": "https://git.example/api/v4", "app_id": "abc", "auth_type": "pkce",
    }  # fmt: skip
    assert said.hosts() == "https://git.example https://status-api.hostedstatus.com"


def test_years_alone(tmp_path: Path) -> None:
    """The number of years can be said without a repository."""
    (tmp_path / "admin.toml").write_text("years = 2\n")

    assert read_admin(tmp_path / "admin.toml") == Admin(LOCAL, 2)
