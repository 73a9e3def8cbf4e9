// Facets as boxes to tick, with what is chosen in the address: the search page and the page to browse share them.

import { element, say } from "./search/elements.js"

const NAMED = 3 // of the values that nothing is known by, which an address can hold any number of
const LONGEST = 40 // letters of such a value

/**
 * @typedef {{value: string, count: number}} Facet
 * @typedef {object} FacetWords
 * @property {string} facet
 * @property {string} label
 * @property {[id: string, label: string][]} values
 * @property {Record<string, string>} renamed the id of each value that used to have another
 *
 * @typedef {[facet: string, value: string]} Choice
 */

/**
 * The panel of facets inside `root` (the template `facets.html`). `follow` is called with all that is chosen whenever the
 * reader changes it.
 *
 * @param {HTMLElement} root
 * @param {FacetWords[]} words what facets and their values are called, in the order in which they are shown
 * @param {(chosen: Choice[], isCleared: boolean) => void} follow
 */
export function facetPanel(root, words, follow) {
  const panel = /** @type {HTMLDetailsElement} */ (root.querySelector(".cl-facets"))
  const groups = /** @type {HTMLElement} */ (panel.querySelector(".cl-facets__groups"))
  const narrowedTo = /** @type {HTMLElement} */ (panel.querySelector(".cl-facets__chosen"))
  const foot = /** @type {HTMLElement} */ (panel.querySelector(".cl-facets__foot"))
  const clear = /** @type {HTMLButtonElement} */ (root.querySelector(".cl-facets__clear"))
  const choices = words.flatMap(({ facet, values }) => values.map(([value, label]) => choice(facet, value, label)))

  /** What is chosen of each facet in the address, which anybody may have typed, by the ids that there are now, and what nothing is known by. */
  function asked() {
    const parameters = new URL(location.href).searchParams
    const unknown = new Set()
    const chosen = Object.fromEntries(
      words.map(({ facet, values, renamed }) => {
        const known = new Set(values.map(([id]) => id))
        const wanted = parameters.getAll(facet).filter((value) => value.trim())
        const ids = wanted.map((value) => (known.has(value) ? value : renamed[value]))
        for (const [place, value] of wanted.entries()) if (!known.has(ids[place])) unknown.add(value.trim())
        return [facet, [...new Set(ids)].filter((id) => known.has(id))]
      }),
    )
    return { chosen, unknown: [...unknown], hasChoice: Object.values(chosen).some(({ length }) => length > 0) }
  }

  /**
   * Each value with the number of pages that would be left for it, in the place that it always has.
   *
   * @param {Record<string, Facet[]>} counts
   * @param {Record<string, string[]>} chosen
   */
  function show(counts, chosen) {
    for (const { box, line, number } of choices) {
      const count = counts[box.name]?.find(({ value }) => value === box.value)?.count ?? 0
      box.checked = chosen[box.name].includes(box.value)
      line.classList.toggle("cl-facets__choice--empty", count === 0)
      number.textContent = `\u00a0(${count})`
    }
    // Only now do the boxes have the width that they keep.
    if (!groups.hasChildNodes()) groups.append(...words.map(({ facet, label }) => group(label, choices.filter(({ box }) => box.name === facet))))
    const labels = choices.filter(({ box }) => box.checked).map(({ label }) => label)
    narrowedTo.textContent = labels.join(", ")
    clear.hidden = labels.length === 0
    const isFocused = groups.contains(document.activeElement)
    panel.hidden = clear.hidden && Object.values(counts).every((values) => values.every(({ count }) => count === 0))
    // A box that goes, since nothing is left to narrow, leaves the reader at what is near it.
    if (panel.hidden && isFocused) root.querySelector("input")?.focus()
  }

  /**
   * Say at the foot of the facets, which stays in view, what they leave. `address` leads there; nothing is shown without words.
   *
   * @param {string} said
   * @param {string} [address]
   */
  function lead(said, address) {
    foot.replaceChildren(...(said ? [address ? element("a", { class: "cl-button", href: address }, said) : said] : []))
  }

  /** What is chosen, for an address. @returns {Choice[]} */
  const pairs = () => Object.entries(asked().chosen).flatMap(([facet, values]) => values.map((value) => pair(facet, value)))

  groups.addEventListener("change", () => {
    const ticked = choices.filter(({ box }) => box.checked)
    follow(
      ticked.map(({ box }) => pair(box.name, box.value)),
      false,
    )
  })
  clear.addEventListener("click", () => follow([], true))
  return { panel, asked, show, lead, pairs }
}

/**
 * Says that nothing is known by the names `unknown`; "" if there are none.
 *
 * @param {import("./search/elements.js").Words} words
 * @param {string[]} unknown
 */
export function unknownSaid(words, unknown) {
  const names = unknown.slice(0, NAMED).map((name) => `“${name.length > LONGEST ? `${name.slice(0, LONGEST)}…` : name}”`)
  return names.length > 0 ? say(words, "facets-unknown", { names: names.join(", ") + (unknown.length > NAMED ? " …" : "") }) : ""
}

/**
 * Put `parameters` into the address. `isNew` if the back button should lead to what was asked for before.
 *
 * @param {Choice[]} parameters
 * @param {{isNew?: boolean}} options
 */
export function putInAddress(parameters, { isNew = false } = {}) {
  const address = new URL(location.href)
  address.search = new URLSearchParams(parameters).toString()
  address.hash = ""
  try {
    if (isNew && address.href !== location.href) history.pushState(null, "", address)
    else history.replaceState(null, "", address)
  } catch {
    // Safari lets the address change a hundred times in ten seconds, which a key that is held down does.
  }
}

/**
 * A value to tick; `show` of the panel fills in the number.
 *
 * @param {string} facet
 * @param {string} value
 * @param {string} label
 */
function choice(facet, value, label) {
  const box = element("input", { type: "checkbox", name: facet, value })
  const number = element("span", { class: "cl-facets__number" })
  const line = element("label", { class: "cl-facets__choice" }, box, element("span", {}, label, number))
  return { box, label, line, number }
}

/**
 * @param {string} label
 * @param {ReturnType<typeof choice>[]} choices
 */
function group(label, choices) {
  const lines = choices.map(({ line }) => line)
  return element("fieldset", { class: "cl-facets__group" }, element("legend", {}, label), ...lines)
}

/** @param {string} facet @param {string} value @returns {Choice} */
function pair(facet, value) {
  return [facet, value]
}
