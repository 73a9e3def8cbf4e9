// Keeps the reader's place when the language changes: the switch leads to the counterpart of the section being read.
// Each heading carries the anchor of its counterpart; without this script the switch leads to the page.

const READING_LINE = 0.33 // of the window's height: where a reader's eyes are taken to be

/** @type {HTMLElement[]} */
const places = Array.from(document.querySelectorAll("[data-cl-counterpart]"))

/**
 * The anchor in the other language of the place that is being read, or "" above the first one.
 *
 * @returns {string}
 */
function counterpart() {
  const line = window.innerHeight * READING_LINE
  const target = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)))
  if (target && target.dataset.clCounterpart && isVisible(target)) return target.dataset.clCounterpart
  const reached = places.filter((place) => place.getBoundingClientRect().top <= line)
  return reached.at(-1)?.dataset.clCounterpart ?? ""
}

/** @param {HTMLElement} element */
function isVisible(element) {
  const { top, bottom } = element.getBoundingClientRect()
  return bottom > 0 && top < window.innerHeight
}

for (const link of /** @type {NodeListOf<HTMLAnchorElement>} */ (document.querySelectorAll("a[data-cl-switch]"))) {
  const aim = () => {
    link.hash = counterpart()
    link.search = location.search // what was searched for
  }
  // Before the link is followed, by whatever means: also when it is copied or opened in a new tab.
  for (const event of ["pointerdown", "focus", "click", "contextmenu"]) link.addEventListener(event, aim)
}
