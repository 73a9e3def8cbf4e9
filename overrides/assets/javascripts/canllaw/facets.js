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
  const clear = /** @type {HTMLButtonElement} */ (root.querySelector(".cl-facets__clear"))
  const boxes = () => /** @type {HTMLInputElement[]} */ ([...groups.querySelectorAll("input")])

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
   * Each facet with the number of pages that would be left for each value; none that would leave nothing.
   *
   * @param {Record<string, Facet[]>} counts
   * @param {Record<string, string[]>} chosen
   */
  function show(counts, chosen) {
    const focused = /** @type {HTMLInputElement | null} */ (document.activeElement?.closest(".cl-facets__groups input"))
    const again = focused && `${focused.name}=${focused.value}`
    const shown = words.flatMap((named) => {
      const { facet } = named
      const values = (counts[facet] ?? []).filter(({ value, count }) => count > 0 || chosen[facet].includes(value))
      return values.length > 1 || chosen[facet].length > 0 ? [group(values, chosen[facet], named)] : []
    })
    const labels = words.flatMap(({ facet, values }) =>
      chosen[facet].map((value) => values.find(([id]) => id === value)?.[1] ?? value),
    )
    narrowedTo.textContent = labels.join(", ")
    groups.replaceChildren(...shown)
    panel.hidden = shown.length === 0
    // A box that is gone, since nothing is left to narrow, leaves the reader at what is near it.
    const near = /** @type {HTMLElement | null} */ (panel.hidden ? root.querySelector("input") : panel.querySelector("summary"))
    if (again) (boxes().find((box) => `${box.name}=${box.value}` === again) ?? near)?.focus()
    clear.hidden = !Object.values(chosen).some(({ length }) => length > 0)
  }

  /** What is chosen, for an address. @returns {Choice[]} */
  const pairs = () => Object.entries(asked().chosen).flatMap(([facet, values]) => values.map((value) => pair(facet, value)))

  groups.addEventListener("change", () => {
    const ticked = boxes().filter(({ checked }) => checked)
    follow(
      ticked.map(({ name, value }) => pair(name, value)),
      false,
    )
  })
  clear.addEventListener("click", () => follow([], true))
  return { panel, asked, show, pairs }
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
 * @param {Facet[]} values
 * @param {string[]} chosen
 * @param {FacetWords} words
 */
function group(values, chosen, { facet, label, values: labels }) {
  const known = new Map(labels)
  const rows = values.map(({ value, count }) => {
    const box = element("input", { type: "checkbox", name: facet, value })
    box.checked = chosen.includes(value)
    const number = element("span", { class: "cl-facets__number" }, ` (${count})`)
    return element("label", { class: "cl-facets__choice" }, box, known.get(value) ?? value, number)
  })
  return element("fieldset", { class: "cl-facets__group" }, element("legend", {}, label), ...rows)
}

/** @param {string} facet @param {string} value @returns {Choice} */
function pair(facet, value) {
  return [facet, value]
}
