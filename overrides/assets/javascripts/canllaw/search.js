// Search in the index that Pagefind made of the pages of this site's language.

/**
 * @typedef {object} Section
 * @property {string} url
 * @property {string} title
 * @property {string} excerpt HTML in which only `<mark>` stands
 *
 * @typedef {object} Result
 * @property {string} url
 * @property {string} title
 * @property {string} excerpt HTML in which only `<mark>` stands
 * @property {number} score
 * @property {Section[]} sections the best places on the page
 *
 * @typedef {object} Results
 * @property {number} count how many pages match
 * @property {Result[]} results the best of them
 */

/** @type {Map<string, Promise<any>>} */
const indexes = new Map()

/**
 * Search the pages of this site's language.
 *
 * @param {string} query what the reader typed
 * @param {{index: string, limit?: number}} options `index` is the address of `pagefind.js`
 * @returns {Promise<Results>} best first; rejects if the index cannot be loaded
 */
export async function search(query, { index, limit = 20 }) {
  const pagefind = await load(index)
  const { results } = await pagefind.search(query.normalize("NFC"))
  const pages = await Promise.all(results.slice(0, limit).map(page))
  return { count: results.length, results: pages }
}

/** @param {string} index */
function load(index) {
  const known = indexes.get(index)
  if (known) return known
  const loading = import(index)
  indexes.set(index, loading)
  loading.catch(() => indexes.delete(index))
  return loading
}

/**
 * @param {any} found
 * @returns {Promise<Result>}
 */
async function page(found) {
  const { url, meta, excerpt, sub_results } = await found.data()
  const sections = sub_results.filter((/** @type {Section} */ section) => section.url !== url).slice(0, 3)
  return { url, title: meta.title, excerpt, score: found.score, sections }
}
