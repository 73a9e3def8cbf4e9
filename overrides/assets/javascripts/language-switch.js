// Keeps the reader's place when the language changes: the switch leads to the counterpart of the section being read.
// Each heading carries the anchor of its counterpart; without this script the switch leads to the page.

const BELOW_HEADER = 60 // pixels: where a heading stands when a link has led to it, and a little more

/** @type {HTMLElement[]} */
const places = Array.from(document.querySelectorAll("[data-cl-counterpart]"))
const header = /** @type {HTMLElement} */ (document.querySelector(".cl-header"))

/**
 * The anchor in the other language of the place that is being read, or "" above the first one.
 *
 * @returns {string}
 */
function counterpart() {
  const shown = places.filter((place) => place.getClientRects().length > 0) // not those in tabs that are not chosen
  const reached = shown.filter(isReached)
  const place = ledTo ?? lastOnPage() ?? reached.at(-1)
  return place?.dataset.clCounterpart ?? ""
}

/** The place that the address names, where the page ends too soon for it to come up to the header. */
function lastOnPage() {
  return isAtEnd() && window.scrollY > 0 ? named() : undefined
}

/**
 * Whether `place` has come up to the header, or as far as a link to it brings it where more than the header stays above.
 *
 * @param {HTMLElement} place
 */
function isReached(place) {
  const brought = parseFloat(getComputedStyle(place).scrollMarginTop) + 1
  return place.getBoundingClientRect().top <= Math.max(header.getBoundingClientRect().bottom + BELOW_HEADER, brought)
}

/** Whether the page can be scrolled no further. */
function isAtEnd() {
  return window.innerHeight + window.scrollY >= document.documentElement.scrollHeight - 1
}

/** The place that the address names. */
function named() {
  const anchor = location.hash.slice(1)
  return anchor ? places.find((place) => encodeURIComponent(place.id) === anchor || place.id === anchor) : undefined
}

// Where a link has led to is where a reader is, until they move on: they point, type, or scroll away.
// The keys that lead from there to the switch do not count, though on a low screen they scroll the page back to its top.
const KEYS_TO_SWITCH = ["Tab", "Shift", "Enter"]
let ledTo = named()
let isOnWayToSwitch = false
window.addEventListener("hashchange", () => {
  ledTo = named()
})
for (const type of ["wheel", "touchmove", "pointerdown", "keydown"]) {
  window.addEventListener(
    type,
    (event) => {
      isOnWayToSwitch = event instanceof KeyboardEvent && KEYS_TO_SWITCH.includes(event.key)
      if (!isOnWayToSwitch) ledTo = undefined
    },
    { capture: true, passive: true },
  )
}
window.addEventListener("scrollend", () => {
  if (ledTo && !isOnWayToSwitch && !isWherePut(ledTo)) ledTo = undefined
})

/**
 * Whether `place` is still where a link to it puts it: at the header, or as near as the end of the page lets it come.
 *
 * @param {HTMLElement} place
 */
function isWherePut(place) {
  return place.getBoundingClientRect().bottom > 0 && (isReached(place) || isAtEnd())
}

for (const link of /** @type {NodeListOf<HTMLAnchorElement>} */ (document.querySelectorAll("a[data-cl-switch]"))) {
  const aim = () => {
    link.hash = counterpart()
    link.search = location.search // what was searched for
  }
  // Before the link is followed, by whatever means: also when it is copied or opened in a new tab.
  for (const event of ["pointerdown", "focus", "click", "contextmenu"]) link.addEventListener(event, aim)
}
