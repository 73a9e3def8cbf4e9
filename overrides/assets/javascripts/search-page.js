// The search page: results for `?q=`, announced in the page's language.
import { search } from "./canllaw/search.js"

const root = /** @type {HTMLElement} */ (document.querySelector("[data-cl-search]"))
const form = /** @type {HTMLFormElement} */ (root.querySelector("form"))
const input = /** @type {HTMLInputElement} */ (root.querySelector("input"))
const status = /** @type {HTMLElement} */ (root.querySelector("[role=status]"))
const list = /** @type {HTMLElement} */ (root.querySelector("ol"))
const plural = new Intl.PluralRules(document.documentElement.lang)
const index = new URL(root.dataset.index ?? "", location.href).href

/** Search for what is in the box and show it. */
async function show() {
  const query = input.value.trim()
  list.replaceChildren()
  if (!query) {
    status.textContent = ""
    return
  }
  status.textContent = root.dataset.searching ?? ""
  try {
    const { count, results } = await search(query, { index })
    if (query !== input.value.trim()) return
    status.textContent = count ? counted(count) : (root.dataset.none ?? "")
    list.replaceChildren(...results.map(item))
  } catch {
    status.textContent = root.dataset.failed ?? ""
  }
}

/** @param {number} count */
function counted(count) {
  const sentences = JSON.parse(root.dataset.counts ?? "{}")
  return sentences[plural.select(count)].replace("{n}", String(count))
}

/** @param {import("./canllaw/search.js").Result} result */
function item({ url, title, excerpt, sections }) {
  const element = document.createElement("li")
  element.className = "cl-search__result"
  element.append(heading(url, title), marked(excerpt))
  if (sections.length > 0) {
    const inner = document.createElement("ul")
    inner.append(
      ...sections.map((section) => {
        const row = document.createElement("li")
        row.append(link(section.url, section.title))
        return row
      }),
    )
    element.append(inner)
  }
  return element
}

/**
 * @param {string} url
 * @param {string} title
 */
function heading(url, title) {
  const element = document.createElement("h2")
  element.className = "cl-search__title"
  element.append(link(url, title))
  return element
}

/**
 * @param {string} url
 * @param {string} title
 */
function link(url, title) {
  const element = document.createElement("a")
  element.href = url
  element.textContent = title
  return element
}

/**
 * An excerpt with its marks, and nothing else of its markup.
 *
 * @param {string} excerpt
 */
function marked(excerpt) {
  const element = document.createElement("p")
  const parsed = new DOMParser().parseFromString(excerpt, "text/html")
  for (const node of parsed.body.childNodes) {
    const isMark = node.nodeName === "MARK"
    const part = isMark ? document.createElement("mark") : document.createTextNode("")
    part.textContent = node.textContent
    element.append(part)
  }
  return element
}

form.addEventListener("submit", (event) => {
  event.preventDefault()
  const address = new URL(location.href)
  address.searchParams.set("q", input.value)
  history.pushState(null, "", address)
  show()
})
input.addEventListener("input", show)
window.addEventListener("popstate", start)

/** Take the query from the address. */
function start() {
  input.value = new URL(location.href).searchParams.get("q") ?? ""
  show()
}

start()
