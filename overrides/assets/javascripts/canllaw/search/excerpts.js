// What is shown of a page that was found: the best place of its text, and its best sections, with the words marked.
// An excerpt is a list of segments of plain text, so that no page can put markup into the list of results.

import { normal, term } from "./words.js"

/**
 * @typedef {object} Segment
 * @property {string} text
 * @property {boolean} marked whether it is one of the words that were searched for
 *
 * @typedef {object} Section
 * @property {string} url
 * @property {string} title
 * @property {Segment[]} excerpt
 *
 * @typedef {object} Fragment what Pagefind keeps of a page
 * @property {string} url
 * @property {string} content
 * @property {Record<string, string>} meta
 * @property {{element: string, id: string, text?: string, title?: string, location: number}[]} anchors
 *
 * @typedef {object} Marker what to mark
 * @property {Map<string, number>} forms terms and their weights
 * @property {Map<number, number>} places of words in the text that count besides, and their weights
 */

const WORDS_OF_PAGE = 30
const WORDS_OF_SECTION = 20
const MOST_SECTIONS = 3
const LETTERS = /[\p{L}\p{N}\p{M}]+/gu
const INNER = /[\p{L}\p{N}\p{M}].*[\p{L}\p{N}\p{M}]|[\p{L}\p{N}\p{M}]/su

/**
 * @param {Fragment} page
 * @param {Marker} marker
 * @returns {{title: Segment[], excerpt: Segment[], sections: Section[]}}
 */
export function shown(page, marker) {
  const words = page.content.replaceAll("\u200B", "").split(/\s+/u)
  const found = words.map((word, place) => Math.max(weightOf(word, marker.forms), marker.places.get(place) ?? 0))
  const title = (page.meta.title ?? "").split(/\s+/u)
  const isFirst = title.every((word, place) => words[place]?.startsWith(word)) // The text begins with the title.
  return {
    title: segments(title, 0, title.length, isFirst ? marker : { ...marker, places: new Map() }),
    excerpt: excerpt(words, found, 0, words.length, WORDS_OF_PAGE, marker),
    sections: sections(page, words, found, marker),
  }
}

/**
 * The sections in which most was found, in the order of the page.
 *
 * @param {Fragment} page
 * @param {string[]} words
 * @param {number[]} found
 * @param {Marker} marker
 */
function sections(page, words, found, marker) {
  const headings = page.anchors
    .filter(({ element, text, title }) => title || (/^h\d$/iu.test(element) && text?.trim()))
    .sort((a, b) => a.location - b.location)
  const ranked = headings
    .map((heading, rank) => {
      const end = headings[rank + 1]?.location ?? words.length
      const weight = found.slice(heading.location, end).reduce((sum, one) => sum + one, 0)
      return { heading, end, weight }
    })
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => b.weight - a.weight || a.heading.location - b.heading.location)
  return ranked
    .slice(0, MOST_SECTIONS)
    .sort((a, b) => a.heading.location - b.heading.location)
    .map(({ heading, end }) => ({
      url: `${page.url.split("#")[0]}#${encodeURIComponent(heading.id)}`,
      title: heading.title ?? heading.text ?? "",
      excerpt: excerpt(words, found, heading.location, end, WORDS_OF_SECTION, marker),
    }))
}

/**
 * The `length` words between `start` and `end` in which most was found.
 *
 * @param {string[]} words
 * @param {number[]} found
 * @param {number} start
 * @param {number} end
 * @param {number} length
 * @param {Marker} marker
 */
function excerpt(words, found, start, end, length, marker) {
  const last = Math.max(start, end - length)
  let sum = found.slice(start, start + length).reduce((total, one) => total + one, 0)
  let most = sum
  let from = start
  let until = start // The windows between `from` and `until` hold as much; the middle one has its words in the middle.
  for (let place = start + 1; place <= last; place++) {
    sum += (found[place + length - 1] ?? 0) - found[place - 1]
    if (sum > most + 1e-6) {
      most = sum
      from = until = place
    } else if (Math.abs(sum - most) <= 1e-6 && until === place - 1) until = place
  }
  const middle = most > 0 ? Math.floor((from + until) / 2) : start
  return segments(words, middle, Math.min(middle + length, end), marker)
}

/**
 * @param {string[]} words
 * @param {number} from
 * @param {number} to
 * @param {Marker} marker
 */
function segments(words, from, to, { forms, places }) {
  /** @type {Segment[]} */
  const result = []
  const add = (/** @type {string} */ text, marked = false) => {
    const last = result.at(-1)
    if (!text) return
    if (last && last.marked === marked) last.text += text
    else result.push({ text, marked })
  }
  for (let place = from; place < to; place++) {
    if (place > from) add(" ")
    const word = words[place].normalize("NFC")
    const [start, end] = range(word, forms) ?? (places.has(place) ? inner(word) : null) ?? [0, 0]
    add(word.slice(0, start))
    add(word.slice(start, end), true)
    add(word.slice(end))
  }
  return result
}

/**
 * Where in `word` one of `forms` stands: the word without what an apostrophe adds and without punctuation.
 *
 * @param {string} word
 * @param {Map<string, number>} forms
 * @returns {[number, number] | null}
 */
function range(word, forms) {
  if (forms.has(term(normal(word)))) return inner(word)
  for (const match of word.matchAll(LETTERS)) {
    if (forms.has(normal(match[0]))) return [match.index, match.index + match[0].length]
  }
  return null
}

/**
 * @param {string} word
 * @returns {[number, number] | null}
 */
function inner(word) {
  const match = INNER.exec(word)
  return match && [match.index, match.index + match[0].length]
}

/**
 * @param {string} word
 * @param {Map<string, number>} forms
 */
function weightOf(word, forms) {
  const low = normal(word)
  const weights = [term(low), ...(low.match(LETTERS) ?? [])].map((one) => forms.get(one) ?? 0)
  return Math.max(...weights)
}
