"""Where a reader's word or an editor's change goes, without a server of ours: to the project's pages, or a postbox."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Any
from urllib.parse import quote, urlencode, urljoin, urlsplit

ISSUE_FORM = "feedback.yml"  # in .github/ISSUE_TEMPLATE; `page` is the id of its field


@dataclass(frozen=True)
class Contact:
    """What the settings say: the address of the project's repository, and one for mail; "" where there is none.

    `edit_uri` is what its host puts between that address and a file to edit it.
    """

    repository: str = ""
    email: str = ""
    edit_uri: str = ""

    @classmethod
    def stated_in(cls, settings: Mapping[str, Any]) -> Contact:
        """What the settings of a site say."""
        email = settings["extra"].get("feedback_email")
        return cls(settings["repo_url"] or "", email or "", settings["edit_uri"] or "")

    def edit(self, path: str) -> str:
        """Where the file at `path` below the folder of the guides can be edited; "" if that is nowhere."""
        return self._at(self.edit_uri, quote(path)) if self.repository and self.edit_uri else ""

    def begin(self, path: str, text: str) -> str:
        """Where that file, which is not there yet, can be written; `text` is in it then. "" if not on GitHub."""
        if not self._is_on_github or not self.edit_uri.startswith("edit/"):
            return ""
        folder, name = PurePosixPath(path).parent.as_posix(), PurePosixPath(path).name
        given = urlencode({"filename": name, "value": text}, quote_via=quote)
        return self._at(f"new/{self.edit_uri.removeprefix('edit/')}", f"{quote(folder)}?{given}")

    def _at(self, uri: str, place: str) -> str:
        return urljoin(f"{self.repository.rstrip('/')}/", f"{uri.rstrip('/')}/{place}")

    @property
    def _is_on_github(self) -> bool:
        return urlsplit(self.repository).hostname == "github.com"

    def issue_form(self, subject: str, page: str) -> str:
        """The address of the form on GitHub, filled in with the page's address; "" if the project is not there."""
        if not self._is_on_github:
            return ""
        fields = {"template": ISSUE_FORM, "title": subject, "page": page}
        return f"{self.repository.rstrip('/')}/issues/new?{urlencode(fields, quote_via=quote)}"

    def mail(self, subject: str, page: str) -> str:
        """A link that begins a message about the page; "" if there is no address for it."""
        return mail_link(self.email, subject, page) if self.email else ""


NOWHERE = Contact()


def mail_link(to: str, subject: str, body: str) -> str:
    """A link that begins a message; `to` is "" where the reader is to choose (RFC 6068)."""
    return f"mailto:{quote(to, safe='@')}?{urlencode({'subject': subject, 'body': body}, quote_via=quote)}"
