"""Where a reader's word goes."""

from __future__ import annotations

from canllaw.publishing.contact import NOWHERE, Contact, mail_link

_PAGE = "https://example.org/cy/canllawiau/tŷ/"


def test_form_is_filled_in() -> None:
    """The form on GitHub gets the title and the page's address, written so that no letter of them is lost."""
    contact = Contact("https://github.com/example/repository/")
    assert contact.issue_form("A & B: tŷ?", _PAGE) == (
        "https://github.com/example/repository/issues/new?template=feedback.yml"
        "&title=A%20%26%20B%3A%20t%C5%B7%3F&page=https%3A%2F%2Fexample.org%2Fcy%2Fcanllawiau%2Ft%C5%B7%2F"
    )


def test_no_form_elsewhere() -> None:
    """Without a repository, or with one on another host, there is no form."""
    assert NOWHERE.issue_form("A", _PAGE) == NOWHERE.mail("A", _PAGE) == ""
    assert Contact("https://gitlab.example/a/b").issue_form("A", _PAGE) == ""
    assert Contact("https://github.com.example/a/b").issue_form("A", _PAGE) == ""


def test_mail() -> None:
    """A message begins with a subject and the address, with no second receiver slipped in."""
    assert mail_link("", "A&B", "c d") == "mailto:?subject=A%26B&body=c%20d"
    assert Contact(email="a@example.org").mail("A", "b") == "mailto:a@example.org?subject=A&body=b"
    assert mail_link("a@b.org?cc=c@d.org", "A", "b").startswith("mailto:a@b.org%3Fcc%3Dc@d.org?")


def test_files_to_edit() -> None:
    """A file that is there can be edited where its host lets it, and one that is not can be written on GitHub."""
    contact = Contact("https://github.com/example/repository", edit_uri="edit/main/docs/")
    assert contact.edit("guides/tŷ/index.md") == (
        "https://github.com/example/repository/edit/main/docs/guides/t%C5%B7/index.md"
    )
    assert contact.begin("guides/a/index.cy.md", "title: ✎ a\n") == (
        "https://github.com/example/repository/new/main/docs/guides/a?filename=index.cy.md"
        "&value=title%3A%20%E2%9C%8E%20a%0A"
    )
    elsewhere = Contact("https://gitlab.example/a/b/", edit_uri="-/edit/main/docs/")
    assert elsewhere.edit("index.md") == "https://gitlab.example/a/b/-/edit/main/docs/index.md"
    assert elsewhere.begin("index.cy.md", "a") == NOWHERE.edit("index.md") == NOWHERE.begin("index.md", "a") == ""
