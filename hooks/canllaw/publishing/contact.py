"""Where a reader's word goes, without a server of ours: to the project's pages on GitHub, or to a postbox."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import quote, urlencode, urlsplit

ISSUE_FORM = "feedback.yml"  # in .github/ISSUE_TEMPLATE; `page` is the id of its field


@dataclass(frozen=True)
class Contact:
    """What the settings say: the address of the project's repository, and one for mail; "" where there is none."""

    repository: str = ""
    email: str = ""

    def issue_form(self, subject: str, page: str) -> str:
        """The address of the form on GitHub, filled in with the page's address; "" if the project is not there."""
        if urlsplit(self.repository).hostname != "github.com":
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
