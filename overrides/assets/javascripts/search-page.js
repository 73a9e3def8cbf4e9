// The search page: results for the query and the facets in the address, which follows what the reader does.

import { facetPanel, putInAddress, unknownSaid } from "./canllaw/facets.js"
import { countInOther, filters, prepare, search, translated } from "./canllaw/search.js"
import { element, marked, say, searchAddress } from "./canllaw/search/elements.js"

/** @typedef {import("./canllaw/search.js").Result} Result */

const AT_ONCE = 10 // results, and as many more when the reader asks for more
const SETTLED = 400 // milliseconds without a key after which a screen reader is told the count

const root = /** @type {HTMLElement} */ (document.querySelector("[data-cl-search]"))
const words = JSON.parse(root.dataset.clSearch ?? "{}")
const form = /** @type {HTMLFormElement} */ (root.querySelector("form"))
const input = /** @type {HTMLInputElement} */ (root.querySelector("input"))
const status = /** @type {HTMLElement} */ (root.querySelector("[role=status]"))
const notes = /** @type {HTMLElement} */ (root.querySelector(".cl-search__notes"))
const other = /** @type {HTMLElement} */ (root.querySelector(".cl-search__other"))
const list = /** @type {HTMLElement} */ (root.querySelector(".cl-search__results"))
const more = /** @type {HTMLButtonElement} */ (root.querySelector(".cl-search__more"))
const help = /** @type {HTMLElement} */ (root.querySelector(".cl-search__help"))
const facets = facetPanel(root, words.facets, (chosen, isCleared) => {
  follow({ isNew: true, chosen })
  if (isCleared) input.focus()
})

let latest = 0
let settling = 0
let isTyping = false // All that is typed until a search is sent is one step back.

/** What is asked for: the query in the box, and what is chosen of each facet in the address. */
function asked() {
  return { query: input.value.trim(), ...facets.asked() }
}

/** Search for what is asked for, and show it. */
async function show(limit = AT_ONCE) {
  const turn = ++latest
  root.ariaBusy = "true"
  const { query, chosen, unknown, hasChoice } = asked()
  help.hidden = query !== "" || hasChoice
  if (!query && !hasChoice) {
    clearAll()
    notes.replaceChildren(...notesOn(unknown))
    filters().then((counts) => turn === latest && facets.show(counts, chosen)).catch(() => {})
    return
  }
  let found
  try {
    found = await Promise.all([
      search(query, { limit, filters: chosen }),
      filters(query, { filters: chosen }),
      query ? translated(query) : null,
    ])
  } catch {
    if (turn === latest) fail()
    return
  }
  if (turn !== latest) return
  const [results, counts, term] = found
  other.replaceChildren()
  list.replaceChildren(...results.results.map(item))
  more.hidden = results.total <= results.results.length
  facets.show(counts, chosen)
  notes.replaceChildren(...notesOn(unknown, query, results, term))
  help.hidden = results.total > 0
  const isFound = results.total > 0
  facets.lead(isFound ? say(words, "results-show", { n: results.total }) : say(words, "search-none"), isFound ? `#${list.id}` : "")
  tell(isFound ? say(words, "results-count", { n: results.total }) : say(words, "search-none"))
  await lookElsewhere(turn, query, chosen)
  if (turn === latest) root.ariaBusy = "false"
}

/**
 * Say how much there is in the other language, whose index is fetched once the results of this one are there.
 *
 * @param {number} turn
 * @param {string} query
 * @param {Record<string, string[]>} chosen
 */
async function lookElsewhere(turn, query, chosen) {
  const { total } = query ? await countInOther(query, { filters: chosen }).catch(() => ({ total: 0 })) : { total: 0 }
  if (turn !== latest) return
  const parameters = new URLSearchParams(asPairs(query, facets.pairs())) // Facets have the same ids in both languages.
  const address = `${words.otherPage}?${parameters}`
  other.replaceChildren(...(total > 0 ? [element("a", { href: address }, say(words, "results-in-other", { n: total }))] : []))
}

function clearAll() {
  root.ariaBusy = "false"
  list.replaceChildren()
  other.replaceChildren()
  notes.replaceChildren()
  facets.lead("")
  more.hidden = true
  clearTimeout(settling)
  status.textContent = ""
}

function fail() {
  clearAll()
  facets.panel.hidden = true
  help.hidden = false
  tell(say(words, "search-failed"))
}

/**
 * Say how many there are; at once for those who see it, and once nobody types for those who hear it.
 *
 * @param {string} sentence
 */
function tell(sentence) {
  clearTimeout(settling)
  const settled = () => {
    if (status.textContent !== sentence) status.textContent = sentence // or the same would be said again
  }
  settling = window.setTimeout(settled, document.activeElement === input ? SETTLED : 0)
}

/**
 * What else there is to know, and where else to look.
 *
 * @param {string[]} unknown
 * @param {string} query
 * @param {Partial<import("./canllaw/search.js").Results>} results
 * @param {string | null} term
 */
function notesOn(unknown, query = "", { suggestion, partial, plain } = {}, term = null) {
  const found = []
  if (unknown.length > 0) found.push(element("p", {}, unknownSaid(words, unknown)))
  const link = (/** @type {string} */ text, /** @type {string} */ address) => element("a", { href: address }, text)
  const here = (/** @type {string} */ wanted) => searchAddress(form.action, wanted)
  if (suggestion) found.push(element("p", {}, link(say(words, "search-meant", { words: suggestion }), here(suggestion))))
  if (partial) found.push(element("p", {}, say(words, "search-partial")))
  if (plain) found.push(element("p", {}, say(words, "search-plain")))
  if (term) {
    const said = say(words, "search-term", { typed: query, term })
    found.push(element("p", {}, `${said} `, link(say(words, "search-for-term", { term }), here(term))))
  }
  return found
}

/** @param {Result} result */
function item({ url, titleSegments, excerpt, sections }) {
  const title = element("h2", { class: "cl-search__title" }, element("a", { href: url }, ...marked(titleSegments)))
  const entry = element("li", { class: "cl-search__result" }, title, element("p", {}, ...marked(excerpt)))
  if (sections.length > 0) {
    const rows = sections.map((section) =>
      element("li", {}, element("a", { href: section.url }, section.title), element("p", {}, ...marked(section.excerpt))),
    )
    entry.append(element("ul", { class: "cl-search__sections" }, ...rows))
  }
  return entry
}

/**
 * Put what is asked for into the address. `isNew` if the back button should lead to what was asked for before.
 *
 * @param {{isNew?: boolean, chosen?: [string, string][]}} options
 */
function follow({ isNew = false, chosen = facets.pairs() } = {}) {
  putInAddress(asPairs(input.value.trim(), chosen), { isNew })
  show()
}

/**
 * What is asked for, as the address has it.
 *
 * @param {string} query
 * @param {import("./canllaw/facets.js").Choice[]} chosen
 */
function asPairs(query, chosen) {
  return [...(query ? [/** @type {[string, string]} */ (["q", query])] : []), ...chosen]
}

form.addEventListener("submit", (event) => {
  event.preventDefault()
  isTyping = false
  if (matchMedia("(pointer: coarse)").matches) input.blur() // or a phone's keyboard would cover the results
  follow()
})
input.addEventListener("input", () => {
  follow({ isNew: !isTyping })
  isTyping = true
})
more.addEventListener("click", async () => {
  const before = list.children.length
  history.replaceState({ limit: before + AT_ONCE }, "") // for who comes back from one of them
  await show(before + AT_ONCE)
  list.children[before]?.querySelector("a")?.focus()
})
window.addEventListener("popstate", start)

/** Take the query from the address. */
function start() {
  isTyping = false
  input.value = new URL(location.href).searchParams.get("q") ?? ""
  show(history.state?.limit)
}

prepare().catch(() => {}) // The search itself tells.
start()
