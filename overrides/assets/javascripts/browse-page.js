// The page to browse: topics, types, tags and years combined, with what is chosen in the address.

import { facetPanel, putInAddress } from "./canllaw/facets.js"
import { element, say } from "./canllaw/search/elements.js"

/**
 * A guide as the build writes it: `elsewhere` if it is in the other language only; the facets hold the ids of its values.
 *
 * @typedef {{title: string, address: string, about: string, day: string, elsewhere: boolean, facets: Record<string, string[]>}} Guide
 */

const root = /** @type {HTMLElement} */ (document.querySelector("[data-cl-browse-words]"))
const words = JSON.parse(root.dataset.clBrowseWords ?? "{}")
const status = /** @type {HTMLElement} */ (root.querySelector("[role=status]"))
const found = /** @type {HTMLElement} */ (root.querySelector(".cl-browse__found"))
/** @type {import("./canllaw/facets.js").FacetWords[]} */
const named = words.facets
const FACETS = named.map(({ facet }) => facet)
const wide = window.matchMedia("(width >= 60rem)") // where the facets stand beside what they leave
const facets = facetPanel(root, named, (chosen, isCleared) => {
  putInAddress(chosen, { isNew: true })
  show()
  if (isCleared) facets.panel.querySelector("summary")?.focus()
})

/** @type {Promise<Guide[]> | undefined} */
let loading
let latest = 0

/** All guides, in the order of this language. */
function guides() {
  loading ??= fetch(root.dataset.clGuides ?? "").then((answer) => {
    if (!answer.ok) throw new Error(String(answer.status))
    return answer.json()
  })
  return loading
}

/** Show what the address asks for: the guides that have all that is chosen, or the index where nothing is. */
async function show() {
  const turn = ++latest
  const { chosen, hasChoice } = facets.asked()
  document.documentElement.dataset.clBrowse = hasChoice ? "chosen" : "all"
  try {
    const all = await guides()
    if (turn !== latest) return
    facets.show(Object.fromEntries(named.map((one) => [one.facet, counts(all, one, chosen)])), chosen)
    facets.panel.hidden = false
    if (hasChoice) list(all.filter((guide) => FACETS.every((facet) => fits(guide, facet, chosen))), chosen)
    else found.replaceChildren()
    // A reader who has taken the last choice back hears that all are there again; one who has just come hears nothing.
    if (!hasChoice) status.textContent = turn > 1 ? say(words, "browse-found", { n: all.length }) : ""
  } catch {
    if (turn === latest) fail()
  }
}

function fail() {
  loading = undefined
  found.replaceChildren()
  document.documentElement.dataset.clBrowse = "all"
  status.textContent = say(words, "browse-failed")
}

/**
 * Whether `guide` has any of the values that are chosen of `facet`.
 *
 * @param {Guide} guide
 * @param {string} facet
 * @param {Record<string, string[]>} chosen
 */
function fits(guide, facet, chosen) {
  return chosen[facet].length === 0 || chosen[facet].some((value) => guide.facets[facet].includes(value))
}

/**
 * How many guides there would be with each value of a facet and what is chosen of the others.
 *
 * @param {Guide[]} all
 * @param {import("./canllaw/facets.js").FacetWords} words
 * @param {Record<string, string[]>} chosen
 */
function counts(all, { facet, values: labels }, chosen) {
  const left = all.filter((guide) => FACETS.every((other) => other === facet || fits(guide, other, chosen)))
  const known = labels.map(([id]) => id)
  const values = [...known, ...chosen[facet].filter((value) => !known.includes(value))]
  return values.map((value) => ({ value, count: left.filter((guide) => guide.facets[facet].includes(value)).length }))
}

/**
 * @param {Guide[]} shown
 * @param {Record<string, string[]>} chosen
 */
function list(shown, chosen) {
  const here = shown.filter(({ elsewhere }) => !elsewhere)
  const apart = shown.filter(({ elsewhere }) => elsewhere)
  const labels = named.flatMap(({ facet, values }) => {
    const known = new Map(values)
    return chosen[facet].map((value) => known.get(value) ?? value)
  })
  found.replaceChildren(element("h2", { class: "cl-browse__title" }, labels.join(", ")), ...(here.length > 0 ? [rows(here)] : []))
  if (apart.length > 0) found.append(element("h3", { class: "cl-apart__title" }, say(words, "listing-apart")), rows(apart))
  status.textContent = say(words, "browse-found", { n: shown.length })
}

/** @param {Guide[]} guides */
function rows(guides) {
  const items = guides.map(({ title, address, about, day, elsewhere }) => {
    const lang = elsewhere ? words.language : undefined
    const row = element("div", { class: "cl-row" }, element("a", { class: "cl-title", href: address, lang, hreflang: lang }, title))
    if (elsewhere) row.append(" ", element("span", { class: "cl-only" }, words.only))
    row.append(element("p", { class: "cl-row__facts" }, `${about} · `, element("time", {}, day)))
    return element("li", {}, row)
  })
  return element("ul", { class: "cl-rows" }, ...items)
}

document.documentElement.dataset.clBrowseRuns = ""
facets.panel.addEventListener("toggle", () => {
  if (facets.panel.open) show()
})
window.addEventListener("popstate", show)
if (facets.asked().hasChoice) {
  facets.panel.open = wide.matches
  show()
}
