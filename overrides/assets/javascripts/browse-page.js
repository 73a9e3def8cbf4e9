// The page to browse: topics, types, tags and years combined, with what is chosen in the address.

import { facetPanel, putInAddress, unknownSaid } from "./canllaw/facets.js"
import { element, say } from "./canllaw/search/elements.js"

/**
 * A guide as the build writes it: `elsewhere` if it is in the other language only; the facets hold the ids of its values.
 *
 * @typedef {object} Guide
 * @property {string} title
 * @property {string} address
 * @property {string} type
 * @property {string} time
 * @property {string} summary
 * @property {boolean} elsewhere
 * @property {{src: string, width: string, height: string}} [picture]
 * @property {Record<string, string[]>} facets
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
  const { chosen, unknown, hasChoice } = facets.asked()
  document.documentElement.dataset.clBrowse = hasChoice ? "chosen" : "all"
  try {
    const all = await guides()
    if (turn !== latest) return
    facets.show(Object.fromEntries(named.map((one) => [one.facet, counts(all, one, chosen)])), chosen)
    facets.panel.hidden = false
    const matching = all.filter((guide) => FACETS.every((facet) => fits(guide, facet, chosen)))
    if (hasChoice) list(matching, chosen)
    else found.replaceChildren()
    // A reader who has taken the last choice back hears that all are there again; one who has just come hears nothing.
    const count = say(words, "browse-found", { n: matching.length })
    tell(`${unknownSaid(words, unknown)} ${hasChoice || turn > 1 ? count : ""}`.trim())
    if (matching.length === 0) facets.lead(count)
    else facets.lead(hasChoice ? say(words, "browse-show", { n: matching.length }) : "", `#${status.id}`)
  } catch {
    if (turn === latest) fail()
  }
}

/**
 * Say it once: what has not changed, as when the link to the guides is followed, is not said again.
 *
 * @param {string} sentence
 */
function tell(sentence) {
  if (status.textContent !== sentence) status.textContent = sentence
}

function fail() {
  loading = undefined
  found.replaceChildren()
  facets.lead("")
  document.documentElement.dataset.clBrowse = "all"
  tell(say(words, "browse-failed"))
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
  return labels.map(([value]) => ({ value, count: left.filter((guide) => guide.facets[facet].includes(value)).length }))
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
    return chosen[facet].map((id) => known.get(id) ?? id)
  })
  found.replaceChildren(element("h2", { class: "cl-browse__title" }, labels.join(", ")), cards(here))
  if (apart.length > 0) found.append(element("h2", { class: "cl-apart__title" }, say(words, "listing-apart")), cards(apart))
}

/**
 * The guides as the template `card.html` shows them.
 *
 * @param {Guide[]} guides
 */
function cards(guides) {
  return element("ul", { class: "cl-cards" }, ...guides.map((guide) => element("li", { class: "cl-cards__item" }, card(guide))))
}

/** @param {Guide} guide */
function card({ title, address, type, time, summary, elsewhere, picture }) {
  const lang = elsewhere ? words.language : undefined
  const heading = element("h3", { class: "cl-card__title" }, element("a", { class: "cl-title", href: address, lang, hreflang: lang }, title))
  if (elsewhere) heading.append(" ", element("span", { class: "cl-only" }, words.only))
  const about = element("p", { class: "cl-card__type" }, element("b", {}, type), ` ${time}`)
  const inside = element("div", { class: "cl-card__words" }, about, heading, element("p", { class: "cl-card__summary", lang }, summary))
  const pictures = picture ? [element("img", { class: "cl-card__picture", alt: "", loading: "lazy", ...picture })] : []
  return element("article", { class: "cl-card" }, ...pictures, inside)
}

document.documentElement.dataset.clBrowseRuns = ""
facets.panel.addEventListener("toggle", () => {
  if (facets.panel.open) show()
})
window.addEventListener("popstate", show)
if (document.documentElement.dataset.clBrowse === "chosen") {
  facets.panel.open = facets.asked().hasChoice && wide.matches
  show()
}
