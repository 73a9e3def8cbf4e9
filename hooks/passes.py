"""Builds the Welsh pages beside the English ones, in a process of their own, where that is possible and pays."""

from functools import partial

from mkdocs.exceptions import Abort
from mkdocs.plugins import CombinedEvent, event_priority

from canllaw import build, workers

begun = []


@event_priority(-100)  # when static-i18n (-100, and listed before) has made the navigation, and no page is read yet
def on_nav(nav, config, **_):
    """Begin in another process with what static-i18n does when the English pass is over."""
    if not config.plugins["i18n"].building and not build.preview and workers.CORES > 1:
        begun[:] = [workers.Apart(partial(_welsh_pass, config))]
    return nav


def _welsh_pass(config):
    begun.clear()
    config.plugins["i18n"].on_post_build(config=config)
    return build.rendered


@event_priority(-50)  # before static-i18n (-100) would begin with it
def _wait(config):
    """Wait for it, and let static-i18n take itself for busy with it, so that it does not begin again."""
    if begun:
        try:
            build.rendered.update(begun[0].result())
        except workers.WorkFailedError as error:
            raise Abort(str(error)) from error
        config.plugins["i18n"].building = True


@event_priority(-150)  # after static-i18n, before all that is done when both passes are over
def _go_on(config):
    if begun:
        begun.clear()
        config.plugins["i18n"].building = False


on_post_build = CombinedEvent(_wait, _go_on)
