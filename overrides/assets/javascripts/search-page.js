// The search page: results for the query and the facets in the address, which follows what the reader does.

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
const facets = /** @type {HTMLDetailsElement} */ (root.querySelector(".cl-search__facets"))
const narrowedTo = /** @type {HTMLElement} */ (root.querySelector(".cl-search__chosen"))
const groups = /** @type {HTMLElement} */ (root.querySelector(".cl-search__groups"))
const clear = /** @type {HTMLButtonElement} */ (root.querySelector(".cl-search__clear"))
const FACETS = Object.keys(words.facets)

let latest = 0
let settling = 0
let isTyping = false // All that is typed until a search is sent is one step back.

/** What is asked for: the query in the box, and what is chosen of each facet in the address. */
function asked() {
  const parameters = new URL(location.href).searchParams
  const chosen = Object.fromEntries(FACETS.map((facet) => [facet, parameters.getAll(facet)]))
  return { query: input.value.trim(), chosen, hasChoice: Object.values(chosen).some(({ length }) => length > 0) }
}

/** Search for what is asked for, and show it. */
async function show(limit = AT_ONCE) {
  const turn = ++latest
  root.ariaBusy = "true"
  const { query, chosen, hasChoice } = asked()
  help.hidden = query !== "" || hasChoice
  clear.hidden = !hasChoice
  if (!query && !hasChoice) {
    clearAll()
    filters().then((counts) => turn === latest && showFacets(counts, chosen)).catch(() => {})
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
  showFacets(counts, chosen)
  notes.replaceChildren(...notesOn(query, results, term))
  help.hidden = results.total > 0
  tell(results.total > 0 ? say(words, "results-count", { n: results.total }) : say(words, "search-none"))
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
  const address = `${words.otherPage}?${parametersOf(query, chosen)}` // The ids of facets are the same in both languages.
  other.replaceChildren(...(total > 0 ? [element("a", { href: address }, say(words, "results-in-other", { n: total }))] : []))
}

function clearAll() {
  root.ariaBusy = "false"
  list.replaceChildren()
  other.replaceChildren()
  notes.replaceChildren()
  more.hidden = true
  clearTimeout(settling)
  status.textContent = ""
}

function fail() {
  clearAll()
  facets.hidden = true
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
  settling = window.setTimeout(() => (status.textContent = sentence), document.activeElement === input ? SETTLED : 0)
}

/**
 * What else there is to know, and where else to look.
 *
 * @param {string} query
 * @param {import("./canllaw/search.js").Results} results
 * @param {string | null} term
 */
function notesOn(query, { suggestion, partial, plain }, term) {
  const found = []
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
 * The facets as boxes to tick, each with the number of pages that would be left; none that would leave nothing.
 *
 * @param {Record<string, import("./canllaw/search.js").Facet[]>} counts
 * @param {Record<string, string[]>} chosen
 */
function showFacets(counts, chosen) {
  const focused = /** @type {HTMLInputElement | null} */ (document.activeElement?.closest(".cl-search__groups input"))
  const again = focused && `${focused.name}=${focused.value}`
  const shown = FACETS.flatMap((facet) => {
    const values = (counts[facet] ?? []).filter(({ value, count }) => count > 0 || chosen[facet].includes(value))
    return values.length > 1 || chosen[facet].length > 0 ? [group(facet, values, chosen[facet])] : []
  })
  const names = FACETS.flatMap((facet) => {
    const values = (counts[facet] ?? []).filter(({ value }) => chosen[facet].includes(value))
    return values.map(({ value }) => nameOf(facet, value))
  })
  narrowedTo.textContent = names.length > 0 ? `: ${names.join(", ")}` : ""
  groups.replaceChildren(...shown)
  facets.hidden = shown.length === 0
  if (again) (boxes().find((box) => `${box.name}=${box.value}` === again) ?? input).focus()
}

/**
 * @param {string} facet
 * @param {string} value
 * @returns {string}
 */
function nameOf(facet, value) {
  return words.facets[facet].values[value] ?? value
}

/** The boxes to tick, of all facets. */
function boxes() {
  return /** @type {HTMLInputElement[]} */ ([...groups.querySelectorAll("input")])
}

/**
 * @param {string} facet
 * @param {import("./canllaw/search.js").Facet[]} values
 * @param {string[]} chosen
 */
function group(facet, values, chosen) {
  const rows = values.map(({ value, count }) => {
    const box = element("input", { type: "checkbox", name: facet, value })
    box.checked = chosen.includes(value)
    const number = element("span", { class: "cl-search__number" }, ` (${count})`)
    return element("label", { class: "cl-search__choice" }, box, nameOf(facet, value), number)
  })
  return element("fieldset", { class: "cl-search__group" }, element("legend", {}, words.facets[facet].label), ...rows)
}

/**
 * Put what is asked for into the address. `isNew` if the back button should lead to what was asked for before.
 *
 * @param {{isNew?: boolean, chosen?: Record<string, string[]>}} options
 */
function follow({ isNew = false, chosen = asked().chosen } = {}) {
  const address = new URL(location.href)
  address.search = parametersOf(input.value.trim(), chosen)
  address.hash = ""
  try {
    if (isNew && address.href !== location.href) history.pushState(null, "", address)
    else history.replaceState(null, "", address)
  } catch {
    // Safari lets the address change a hundred times in ten seconds, which a key that is held down does.
  }
  show()
}

/**
 * What is asked for, as the address has it.
 *
 * @param {string} query
 * @param {Record<string, string[]>} chosen
 */
function parametersOf(query, chosen) {
  const pairs = Object.entries(chosen).flatMap(([facet, values]) => values.map((value) => [facet, value]))
  return new URLSearchParams([...(query ? [["q", query]] : []), ...pairs]).toString()
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
groups.addEventListener("change", () => {
  const ticked = (/** @type {string} */ facet) => boxes().filter(({ name, checked }) => name === facet && checked)
  follow({ isNew: true, chosen: Object.fromEntries(FACETS.map((facet) => [facet, ticked(facet).map(({ value }) => value)])) })
})
clear.addEventListener("click", () => {
  follow({ isNew: true, chosen: {} })
  input.focus()
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
