// Search that knows Welsh. A word is looked up in small files that the build has made of the site's words (shards): its
// mutated and inflected forms, as far as they occur. Pagefind's index is asked for each, and the answers are merged.
// Nothing is fetched before something is searched for, or `prepare` is called.
//
//   const { results, total } = await search("treftadaeth", { language: "cy", limit: 10 })
//
// Where a shard cannot be loaded, the search is Pagefind's own; where Pagefind cannot, it rejects with `SearchUnavailable`.

import { shown } from "./search/excerpts.js"
import {
  completions,
  family,
  fold,
  meant,
  misspeltBeginnings,
  normal,
  related,
  typed,
  unknown,
  withContent,
} from "./search/words.js"

/**
 * @typedef {import("./search/excerpts.js").Segment} Segment
 * @typedef {import("./search/excerpts.js").Section} Section
 * @typedef {import("./search/excerpts.js").Fragment} Fragment
 * @typedef {import("./search/words.js").Forms} Forms
 * @typedef {import("./search/words.js").Entry} Entry
 * @typedef {import("./search/words.js").Entries} Entries
 *
 * @typedef {"en" | "cy"} Language
 * @typedef {Record<string, string[]>} Filters ids by facet (tag, topic, type, year): all facets, any id of each
 *
 * @typedef {object} Options
 * @property {Language} [language] of the pages; that of this page unless given
 * @property {number} [limit] how many results at most
 * @property {number} [offset] how many to pass over
 * @property {Filters} [filters]
 *
 * @typedef {object} Result
 * @property {string} url
 * @property {string} title
 * @property {Segment[]} titleSegments the title with its marks
 * @property {Segment[]} excerpt
 * @property {number} score
 * @property {Section[]} sections the best places on the page, at most three
 *
 * @typedef {object} Results
 * @property {Language} language
 * @property {Result[]} results best first
 * @property {number} total how many pages match
 * @property {boolean} partial no page has all words; these have some, those with the most first
 * @property {string | null} suggestion the query as it was probably meant, if a word of it is nowhere
 * @property {boolean} plain the forms of the words could not be loaded, so this is Pagefind's own search
 *
 * @typedef {object} Facet
 * @property {string} value an id
 * @property {number} count of pages that match the query and what is chosen of the other facets
 *
 * @typedef {Rules & {pages: number, version: string, shards: string}} Manifest
 * @typedef {import("./search/words.js").Rules} Rules
 *
 * @typedef {{id: string, score: number, words: number[], matchedMetaFields?: string[], data: () => Promise<Fragment>}} Hit
 * @typedef {{results: Hit[]}} Answer
 * @typedef {{search: (query: string | null) => Promise<Answer>, preload: (query: string) => Promise<void>}} Pagefind
 *
 * @typedef {object} Page
 * @property {number} matched how many of the words it has
 * @property {number} exact how many of them as they were typed, or in the title
 * @property {number} score
 * @property {Map<number, number>} places of words to mark besides the forms
 * @property {() => Promise<Fragment>} data
 *
 * @typedef {object} Matches
 * @property {Map<string, Page>} pages by their ids
 * @property {Map<string, number>} forms to mark
 * @property {boolean} partial
 * @property {string | null} suggestion
 * @property {boolean} plain
 */

/** Pagefind's index cannot be loaded, or does not answer. */
export class SearchUnavailable extends Error {
  /** @param {unknown} cause */
  constructor(cause) {
    super(`The search index cannot be loaded. ${cause}`, { cause })
    this.name = "SearchUnavailable"
  }
}

/** The forms of words cannot be loaded. */
class WordsUnavailable extends Error {}

const ROOT = new URL("../../../", import.meta.url)
// A search takes a few milliseconds; a worker is 12 kB and a round trip more before the first one.
const WITHOUT_WORKER = { noWorker: true }
const OTHER = /** @type {const} */ ({ en: "cy", cy: "en" })
const NEARLY_EXACT = 10 // Pagefind's `termSimilarity`: words that only begin with the one that is asked for hardly count
const REMEMBERED = 8 // searches, so that results, counts and facets of one query are searched for once
const MOST_SHARDS_FOR_SUGGESTION = 12
const SHORTEST_PRELOADED = 4 // letters; half the index begins with the same one or two
const SURE = 0.9 // the least weight of a form that counts in a title as the word itself does: a mutation
const LONGER = 3 // letters by which a word may differ from the one asked for, to be marked where there is a stemmer

/**
 * Search the pages of one language.
 *
 * @param {string} query what the reader typed; with filters it may be empty
 * @param {Options} [options]
 * @returns {Promise<Results>}
 */
export async function search(query, { language = ofThisPage(), limit = 10, offset = 0, filters: chosen = {} } = {}) {
  const { pages, forms, partial, suggestion, plain } = await matches(query, language, chosen)
  const ranked = await filtered([...pages], language, chosen)
  const results = await available(language, Promise.all(ranked.slice(offset, offset + limit).map(([, page]) => result(page, forms))))
  return { language, results, total: ranked.length, partial, suggestion, plain }
}

/**
 * How many pages of the other language match, without fetching any of them; `search` with that language fetches them.
 *
 * @param {string} query
 * @param {Options} [options] `language` is the one that is *not* counted
 * @returns {Promise<{language: Language, total: number}>} of the other language; 0 if only some of the words are found
 */
export async function countInOther(query, { language = ofThisPage(), filters: chosen = {} } = {}) {
  const other = OTHER[language]
  const { pages, partial } = await matches(query, other, chosen)
  const ranked = partial ? [] : await filtered([...pages], other, chosen)
  return { language: other, total: ranked.length }
}

/**
 * The facets, each with its values and how many pages have them.
 *
 * @param {string} [query] of whose results the pages are counted; all pages are if it is empty
 * @param {Options} [options]
 * @returns {Promise<Record<string, Facet[]>>} the commonest value first
 */
export async function filters(query = "", { language = ofThisPage(), filters: chosen = {} } = {}) {
  const known = await facetsOf(language)
  const { pages } = await matches(query, language, chosen)
  const found = typed(query).length > 0 ? [new Set(pages.keys())] : []
  const facets = Object.entries(known).map(([facet, values]) => {
    const { [facet]: _, ...others } = chosen
    const allowed = intersection([...found, ...chosenPages(known, others)])
    const counts = Object.entries(values).map(([value, ids]) => ({
      value,
      count: allowed ? ids.filter((id) => allowed.has(id)).length : ids.length,
    }))
    return /** @type {const} */ ([facet, counts.sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1))])
  })
  return Object.fromEntries(facets)
}

/**
 * The agreed term of this language for a term of the other one, where the query is such a term and nothing else.
 *
 * @param {string} query
 * @param {Options} [options] `language` is the one that the term is wanted in
 * @returns {Promise<string | null>}
 */
export async function translated(query, { language = ofThisPage() } = {}) {
  const { manifest } = await opened(language)
  if (!manifest) return null
  const address = new URL(`assets/search/${language}/terms-${manifest.version}.json`, ROOT)
  const terms = await once(address.href, () => json(address)).catch(() => ({}))
  const term = fold(normal(query)).trim().replaceAll("’", "'").replace(/\s+/gu, " ")
  return Object.hasOwn(terms, term) ? terms[term] : null
}

/**
 * Load what every search needs, so that the first one is quick: when the reader comes to the search box.
 *
 * @param {{language?: Language}} [options]
 */
export async function prepare({ language = ofThisPage() } = {}) {
  await opened(language)
}

/** @returns {Language} */
function ofThisPage() {
  return document.documentElement.lang === "cy" ? "cy" : "en"
}

// What is loaded: each address once, and again if that failed.

/** @type {Map<string, Promise<any>>} */
const loaded = new Map()

/**
 * @template T
 * @param {string} key
 * @param {() => Promise<T>} load
 * @returns {Promise<T>}
 */
function once(key, load) {
  const known = loaded.get(key)
  if (known) return known
  const loading = load()
  loaded.set(key, loading)
  loading.catch(() => loaded.delete(key))
  return loading
}

let attempts = 0

/**
 * Load the index of `language` anew when it is next searched: what there is of it gives no answer. At another address,
 * because a browser remembers a module that it could not load, and Pagefind its worker and what it could not load of the
 * index. What was found in it goes too, and the manifest, which may be older than the index.
 *
 * @param {Language} language
 */
function forget(language) {
  attempts += 1
  for (const memory of [loaded, remembered]) {
    for (const key of memory.keys()) if (key.startsWith(`${language} `)) memory.delete(key)
  }
}

/**
 * Load the manifest of `language` anew when it is next searched: it is missing, or names shards that are.
 *
 * @param {Language} language
 */
function forgetWords(language) {
  loaded.delete(`${language} manifest`)
  loaded.delete(`${language} opened`)
}

/**
 * @template T
 * @param {Language} language
 * @param {Promise<T>} promise of something that only Pagefind can give
 * @returns {Promise<T>}
 */
function available(language, promise) {
  return promise.catch((error) => {
    forget(language)
    throw error instanceof SearchUnavailable ? error : new SearchUnavailable(error)
  })
}

/**
 * @param {Language} language
 * @returns {Promise<{manifest: Manifest | null, pagefind: Pagefind | null}>} no manifest if it is missing; no Pagefind if there is nothing to find
 */
function opened(language) {
  return once(`${language} opened`, async () => {
    const loading = index(language)
    loading.catch(() => {}) // It is told below, unless there is nothing to find.
    const manifest = await manifestOf(language)
    if (manifest?.pages === 0) return { manifest, pagefind: null }
    return { manifest, pagefind: await loading }
  })
}

/**
 * @param {Language} language
 * @param {{isPlain?: boolean}} [options] `isPlain` for Pagefind's own search, in which accents never matter
 * @returns {Promise<Pagefind>}
 */
function index(language, { isPlain = false } = {}) {
  const address = new URL(`pagefind/${language}/pagefind.js${attempts ? `?attempt=${attempts}` : ""}`, ROOT).href
  const options = language === "cy" && !isPlain ? { exactDiacritics: true, ranking: { termSimilarity: NEARLY_EXACT } } : {}
  const create = async () => (await available(language, import(address))).createInstance({ ...options, ...WITHOUT_WORKER })
  return once(`${language} index ${isPlain}`, create)
}

/**
 * @param {Language} language
 * @returns {Promise<Manifest | null>} null if it is missing
 */
function manifestOf(language) {
  const address = new URL(`assets/search/${language}.json`, ROOT)
  return once(`${language} manifest`, () => json(address, { cache: "no-cache" })).catch(() => null)
}

/**
 * The entries of all words that begin as one of `words`, in one map.
 *
 * @param {Language} language
 * @param {Manifest} manifest
 * @param {string[]} words
 */
async function entriesFor(language, manifest, words) {
  const known = new Set(manifest.shards.split(" "))
  const names = new Set(words.flatMap((word) => beginnings(word).find((name) => known.has(name)) ?? []))
  return shards(language, manifest, [...names])
}

/**
 * @param {Language} language
 * @param {Manifest} manifest
 * @param {string[]} names
 * @returns {Promise<Entries>}
 */
async function shards(language, { version }, names) {
  const address = (/** @type {string} */ name) => new URL(`assets/search/${language}/${name}-${version}.json`, ROOT)
  const parts = await Promise.all(names.map((name) => once(address(name).href, () => json(address(name)))))
  return new Map(parts.flatMap((part) => Object.entries(part)))
}

/**
 * What a shard with `word` in it may be called, as `beginning` in `hooks/canllaw/search/shards.py` has it.
 *
 * @param {string} word
 */
function beginnings(word) {
  const letters = [...fold(word)].map((letter) => (/[a-z0-9]/u.test(letter) ? letter : "_"))
  return [letters.slice(0, 3).join(""), letters.slice(0, 2).join("")]
}

/**
 * @param {URL} address
 * @param {RequestInit} [options]
 */
async function json(address, options) {
  try {
    const response = await fetch(address, options)
    if (!response.ok) throw new Error(String(response.status))
    return await response.json()
  } catch (cause) {
    throw new WordsUnavailable(address.href, { cause })
  }
}

// Which pages match.

/** @type {Map<string, Promise<Matches>>} */
const remembered = new Map()

/**
 * All pages that match, whatever the filters; without words in the query those that match the filters.
 *
 * @param {string} query
 * @param {Language} language
 * @param {Filters} chosen
 * @returns {Promise<Matches>}
 */
function matches(query, language, chosen) {
  const hasWords = typed(query).length > 0
  const key = `${language} ${hasWords ? normal(query) : `\n${Object.values(chosen).flat().length > 0}`}`
  const known = remembered.get(key)
  if (known) return known
  const finding = available(language, hasWords ? find(query, language) : findAll(language, chosen))
  remembered.set(key, finding)
  finding.then(({ plain }) => plain && remembered.delete(key)).catch(() => remembered.delete(key))
  const [oldest] = remembered.keys()
  if (remembered.size > REMEMBERED) remembered.delete(oldest)
  return finding
}

/**
 * @param {string} query
 * @param {Language} language
 * @returns {Promise<Matches>}
 */
async function find(query, language) {
  loadWords(query, language).catch(() => {}) // What follows tells.
  const { manifest, pagefind } = await opened(language)
  if (!pagefind) return none()
  try {
    if (manifest) return await findForms(query, language, manifest, pagefind)
  } catch (error) {
    if (!(error instanceof WordsUnavailable)) throw error
  }
  forgetWords(language)
  return findPlainly(query, language)
}

/**
 * Load the shards of what was typed while Pagefind is on its way. Where Pagefind is there first, it loads what it has of the
 * words and their mutations meanwhile: which of these the site has, only the shards tell.
 *
 * @param {string} query
 * @param {Language} language
 */
async function loadWords(query, language) {
  const manifest = language === "cy" ? await manifestOf(language) : null // The forms of English are Pagefind's own.
  if (!manifest) return
  const words = typed(query).map(({ whole }) => whole)
  let isThere = false
  const loading = entriesFor(language, manifest, words).then(() => (isThere = true))
  loading.catch(() => {}) // It is told below, but may fail before that.
  const { pagefind } = await opened(language)
  await pagefind?.search("") // which is answered once it is ready
  const long = words.filter((word) => word.length >= SHORTEST_PRELOADED)
  if (!isThere) for (const word of long) for (const form of [word, ...related(word, manifest)]) pagefind?.preload(form)
  await loading
}

/**
 * @param {{plain?: boolean}} [options]
 * @returns {Matches}
 */
function none({ plain = false } = {}) {
  return { pages: new Map(), forms: new Map(), partial: false, suggestion: null, plain }
}

/**
 * All pages if anything is chosen, which are filtered after; none if nothing is.
 *
 * @param {Language} language
 * @param {Filters} chosen
 */
async function findAll(language, chosen) {
  const { pagefind } = await opened(language)
  if (!pagefind || Object.values(chosen).every((values) => values.length === 0)) return none()
  const { results } = await pagefind.search(null)
  const pages = results.map(({ id, data }) => {
    const page = { matched: 0, exact: 0, score: 0, places: new Map(), data }
    return /** @type {const} */ ([id, page])
  })
  return { ...none(), pages: new Map(pages) }
}

/**
 * Pagefind's own search.
 *
 * @param {string} query
 * @param {Language} language
 * @returns {Promise<Matches>}
 */
async function findPlainly(query, language) {
  const pagefind = await index(language, { isPlain: true })
  const words = typed(query).map(({ whole }) => whole)
  const { results } = await pagefind.search(words.join(" "))
  const pages = results.map(({ id, score, words: places, data }) => {
    const marked = new Map(places.map((place) => [place, 1]))
    const page = { matched: words.length, exact: 0, score, places: marked, data }
    return /** @type {const} */ ([id, page])
  })
  return { ...none({ plain: true }), pages: new Map(pages) }
}

/**
 * @param {string} query
 * @param {Language} language
 * @param {Manifest} manifest
 * @param {Pagefind} pagefind
 * @returns {Promise<Matches>}
 */
async function findForms(query, language, manifest, pagefind) {
  const words = await wordsOf(query, language, manifest)
  const found = await Promise.all(
    words.map((word, rank) => findWord(word, rank === words.length - 1, language, manifest, pagefind)),
  )
  const all = merged(found.map(({ pages }) => pages))
  const complete = all.filter(([, { matched }]) => matched === words.length)
  const partial = complete.length === 0 && all.length > 0
  return {
    pages: new Map(partial ? all : complete),
    forms: combined(found.map(({ forms }) => forms)),
    partial,
    suggestion: await suggestion(query, words, found, language, manifest),
    plain: false,
  }
}

/**
 * The words to search for. One with hyphens is searched for whole if the site has it so, or else in parts.
 *
 * @param {string} query
 * @param {Language} language
 * @param {Manifest} manifest
 */
async function wordsOf(query, language, manifest) {
  const words = withContent(typed(query), manifest)
  const hyphened = words.filter(({ parts }) => parts.length > 1).map(({ whole }) => whole)
  const entries = await entriesFor(language, manifest, hyphened)
  const searched = words.flatMap(({ whole, parts }) => (parts.length === 1 || entries.has(whole) ? [whole] : parts))
  return [...new Set(searched)]
}

/**
 * @param {string} word
 * @param {boolean} isLast and so may be still being typed
 * @param {Language} language
 * @param {Manifest} manifest
 * @param {Pagefind} pagefind
 */
async function findWord(word, isLast, language, manifest, pagefind) {
  let forms = await formsOf(word, language, manifest)
  let pages = await pagesOf(forms, manifest, pagefind, language)
  if (pages.size > 0) return { forms, pages }
  // Pagefind says nothing of a piece of its index that it could not load, but the shards know what the site has.
  const entries = await entriesFor(language, manifest, [word])
  if (language === "en") forms = family(word, entries)
  if (forms.size === 0 && isLast) forms = completions(word, entries)
  pages = await pagesOf(forms, manifest, pagefind, language)
  if (forms.size > 0 && pages.size === 0) throw new Error(`“${word}” is on the site, but not in what there is of the index.`)
  return { forms, pages }
}

/**
 * @param {string} word
 * @param {Language} language
 * @param {Manifest} manifest
 * @returns {Promise<Forms>}
 */
async function formsOf(word, language, manifest) {
  if (language === "en") return new Map([[word, 1]]) // Pagefind has a stemmer for English.
  const forms = family(word, await entriesFor(language, manifest, [word]))
  if (forms.size > 0) return forms
  return unknown(word, await entriesFor(language, manifest, [word, ...related(word, manifest)]), manifest)
}

/**
 * The pages that have one of `forms`. A page's score is BM25 of all its forms by their weights, times the best weight;
 * pages with the word as it was typed come before the others, and so do those with a sure form of it in their title.
 *
 * Pagefind searches for what begins with a word, or failing that for the beginning of the word; quoted, for the word. So
 * the quoted search tells which pages have it, and the other how much it matters there. From that score the rarity of
 * the form is taken out, and the rarity of the whole family put in.
 *
 * @param {Forms} forms
 * @param {Manifest} manifest
 * @param {Pagefind} pagefind
 * @param {Language} language
 */
async function pagesOf(forms, manifest, pagefind, language) {
  /** @type {Map<string, Page & {best: number}>} */
  const pages = new Map()
  await Promise.all(
    [...forms].map(async ([form, weight]) => {
      const exact = await pagefind.search(`"${form}"`)
      if (exact.results.length === 0) return
      const ids = new Set(exact.results.map(({ id }) => id))
      const { results } = await pagefind.search(form)
      const rarity = idf(results.length, manifest.pages)
      for (const { id, score, words, matchedMetaFields, data } of results.filter((hit) => ids.has(hit.id))) {
        const page = pages.get(id) ?? { matched: 1, exact: 0, score: 0, places: new Map(), data, best: 0 }
        if (weight === 1 || (weight >= SURE && matchedMetaFields?.includes("title"))) page.exact = 1
        page.score += (weight * score) / rarity
        page.best = Math.max(page.best, weight)
        if (language === "en") for (const place of words) page.places.set(place, weight)
        pages.set(id, page)
      }
    }),
  )
  const rarity = idf(pages.size, manifest.pages)
  for (const page of pages.values()) page.score *= page.best * rarity
  return pages
}

/**
 * How much it says that a page has a word: the inverse document frequency of BM25, as Pagefind has it.
 *
 * @param {number} some pages with the word
 * @param {number} all
 */
function idf(some, all) {
  return Math.log((Math.max(all - some, 0) + 0.5) / (some + 0.5) + 1)
}

/**
 * The pages of all words, those with the most words first, then those with the most as they were typed, then by score.
 *
 * @param {Map<string, Page>[]} found
 * @returns {[string, Page][]}
 */
function merged(found) {
  /** @type {Map<string, Page>} */
  const pages = new Map()
  for (const [id, page] of found.flatMap((one) => [...one])) {
    const other = pages.get(id)
    const sum = other && {
      matched: other.matched + page.matched,
      exact: other.exact + page.exact,
      score: other.score + page.score,
      places: new Map([...other.places, ...page.places]),
      data: page.data,
    }
    pages.set(id, sum ?? page)
  }
  return [...pages].sort(
    ([a, one], [b, two]) =>
      two.matched - one.matched || two.exact - one.exact || two.score - one.score || (a < b ? -1 : 1),
  )
}

/** @param {Forms[]} all */
function combined(all) {
  const forms = new Map()
  for (const [form, weight] of all.flatMap((one) => [...one])) forms.set(form, Math.max(weight, forms.get(form) ?? 0))
  return forms
}

/**
 * The query with each word that is nowhere replaced by the one that was probably meant.
 *
 * @param {string} query
 * @param {string[]} words
 * @param {{pages: Map<string, Page>}[]} found
 * @param {Language} language
 * @param {Manifest} manifest
 * @returns {Promise<string | null>}
 */
async function suggestion(query, words, found, language, manifest) {
  const nowhere = words.filter((_, rank) => found[rank].pages.size === 0)
  const instead = new Map()
  for (const word of nowhere) {
    const { likely, others } = misspeltBeginnings(word, manifest.shards.split(" "))
    const other =
      meant(word, await shards(language, manifest, likely)) ??
      meant(word, await shards(language, manifest, others.slice(0, MOST_SHARDS_FOR_SUGGESTION)))
    if (other) instead.set(word, other)
  }
  if (instead.size === 0) return null
  return typed(query)
    .flatMap(({ whole, parts }) => (instead.has(whole) || parts.length === 1 ? [whole] : parts))
    .map((word) => instead.get(word) ?? word)
    .join(" ")
}

// Filters.

/**
 * The ids of the pages that have each value of each facet.
 *
 * @param {Language} language
 * @returns {Promise<Record<string, Record<string, string[]>>>}
 */
async function facetsOf(language) {
  const { manifest } = await opened(language)
  if (!manifest || manifest.pages === 0) return {}
  const address = new URL(`assets/search/${language}/facets-${manifest.version}.json`, ROOT)
  return once(address.href, () => json(address)).catch(() => ({}))
}

/**
 * Those of `ranked` that have what is chosen; all if the facets cannot be loaded.
 *
 * @param {[string, Page][]} ranked
 * @param {Language} language
 * @param {Filters} chosen
 */
async function filtered(ranked, language, chosen) {
  if (Object.values(chosen).every((values) => values.length === 0)) return ranked
  const known = await facetsOf(language)
  const allowed = Object.keys(known).length > 0 ? intersection(chosenPages(known, chosen)) : null
  return allowed ? ranked.filter(([id]) => allowed.has(id)) : ranked
}

/**
 * For each facet of which something is chosen, the ids of the pages that have one of the values.
 *
 * @param {Record<string, Record<string, string[]>>} known
 * @param {Filters} chosen
 */
function chosenPages(known, chosen) {
  const facets = Object.entries(chosen).filter(([, values]) => values.length > 0)
  return facets.map(([facet, values]) => new Set(values.flatMap((value) => known[facet]?.[value] ?? [])))
}

/**
 * @param {Set<string>[]} sets
 * @returns {Set<string> | null} what is in all of them; null if there is none of them
 */
function intersection(sets) {
  const [first, ...others] = sets
  return first ? new Set([...first].filter((id) => others.every((other) => other.has(id)))) : null
}

/**
 * @param {Page} page
 * @param {Forms} forms
 * @returns {Promise<Result>}
 */
async function result(page, forms) {
  const fragment = await page.data()
  const places = nearby(fragment, page.places, forms)
  const { title, excerpt, sections } = shown(fragment, { forms, places })
  return {
    url: fragment.url,
    title: fragment.meta.title,
    titleSegments: title,
    excerpt,
    score: page.score,
    sections,
  }
}

/**
 * Of `places` those where the word is hardly longer than one that was searched for: a form of it, and not a longer word.
 *
 * @param {Fragment} fragment
 * @param {Map<number, number>} places
 * @param {Forms} forms
 */
function nearby({ content }, places, forms) {
  if (forms.size === 0) return places
  const words = content.replaceAll("\u200B", "").split(/\s+/u)
  const lengths = [...forms.keys()].map((form) => form.length)
  return new Map(
    [...places].filter(([place]) => {
      const { length } = normal(words[place] ?? "").match(/[\p{L}\p{N}]/gu) ?? []
      return lengths.some((one) => Math.abs(one - length) <= LONGER)
    }),
  )
}
