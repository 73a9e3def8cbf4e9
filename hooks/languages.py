"""Puts each page at the address of its language, and on each site the pages that only the other language has."""

from mkdocs.plugins import event_priority
from mkdocs.structure.files import File, InclusionLevel

from canllaw import build
from canllaw.content.places import places
from canllaw.publishing import kept


@event_priority(-200)  # after static-i18n (-100) has left only what it thinks belongs to the language at hand
def on_files(files, config, **_):
    """Place the files of this pass anew: what is read, and where it goes, is a matter of the Library."""
    for file in [file for file in files if file.src_dir == config.docs_dir]:
        files.remove(file)
    language = config.plugins["i18n"].current_language
    for path, destination in places(build.current, language).items():
        files.append(_made_before(path, language, config) or _file(path, config))
        files.get_file_from_path(path).dest_uri = destination
    return files


class _AsItWas(File):
    """A page as an earlier build made it from the same; MkDocs has only to write it where it belongs."""

    def is_documentation_page(self):
        """Whether MkDocs is to render it."""
        return False


def _made_before(path, language, config):
    page, _ = build.current.library.by_path.get(path, (None, None))
    made = kept.look(build.current, page, language) if page and page.key else None  # the home page is looked for by all
    if made:
        file = _AsItWas(path, None, config.site_dir, config.use_directory_urls, inclusion=InclusionLevel.INCLUDED)
        file.content_bytes = made.page.encode()
        build.rendered[path, language] = made.text
        return file
    return None


def _file(path, config):
    """A file that is published, though it may stand in a folder (`_data`) whose others are not, or in none."""
    if build.current.library.is_made(path):
        return File.generated(config, path, content="", inclusion=InclusionLevel.INCLUDED)
    folders = (config.docs_dir, config.site_dir, config.use_directory_urls)
    return File(path, *folders, inclusion=InclusionLevel.INCLUDED)
