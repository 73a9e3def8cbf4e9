// Elements that the search box and the search page share. Whatever comes from pages or from the reader is text in them.

/**
 * @typedef {import("../search.js").Segment} Segment
 * @typedef {import("../search.js").Result} Result
 *
 * @typedef {Record<string, any>} Words the interface words of the page, by their keys; those that count by plural category
 */

const plural = new Intl.PluralRules(document.documentElement.lang)

/**
 * The words for `key`, with `values` in their places; `n` chooses the plural.
 *
 * @param {Words} words
 * @param {string} key
 * @param {Record<string, string | number>} [values]
 */
export function say(words, key, values = {}) {
  const sentence = typeof words[key] === "string" ? words[key] : (words[key][plural.select(Number(values.n))] ?? words[key].other)
  return Object.entries(values).reduce((text, [name, value]) => text.replace(`{${name}}`, () => String(value)), sentence)
}

/**
 * @template {keyof HTMLElementTagNameMap} Tag
 * @param {Tag} tag
 * @param {Partial<Record<string, string>>} attributes
 * @param {(Node | string)[]} inside
 * @returns {HTMLElementTagNameMap[Tag]}
 */
export function element(tag, attributes = {}, ...inside) {
  const made = document.createElement(tag)
  for (const [name, value] of Object.entries(attributes)) if (value !== undefined) made.setAttribute(name, value)
  made.append(...inside)
  return made
}

/** @param {Segment[]} segments */
export function marked(segments) {
  return segments.map(({ text, marked }) => (marked ? element("mark", {}, text) : text))
}

/**
 * The address of the search page with this query.
 *
 * @param {string} page
 * @param {string} query
 */
export function searchAddress(page, query) {
  const address = new URL(page, location.href)
  address.searchParams.set("q", query)
  return address.href
}
