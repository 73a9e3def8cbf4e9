"""Puts each page at the address of its language, and on each site the pages that only the other language has."""

from mkdocs.plugins import event_priority
from mkdocs.structure.files import File, InclusionLevel

from canllaw import build
from canllaw.content.places import places


@event_priority(-200)  # after static-i18n (-100) has left only what it thinks belongs to the language at hand
def on_files(files, config, **_):
    """Place the files of this pass anew: what is read, and where it goes, is a matter of the Library."""
    for file in [file for file in files if file.src_dir == config.docs_dir]:
        files.remove(file)
    for path, destination in places(build.current, config.plugins["i18n"].current_language).items():
        files.append(_file(path, destination, config))
    return files


def _file(path, destination, config):
    """A file that is published, though it may stand in a folder (`_data`) whose others are not, or in none."""
    if build.current.library.is_made(path):
        file = File.generated(config, path, content="", inclusion=InclusionLevel.INCLUDED)
        file.dest_uri = destination
        return file
    folders = (config.docs_dir, config.site_dir, config.use_directory_urls)
    return File(path, *folders, dest_uri=destination, inclusion=InclusionLevel.INCLUDED)
