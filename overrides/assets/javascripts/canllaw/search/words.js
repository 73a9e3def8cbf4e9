// Words and their forms: what a reader typed, and what to ask the index for instead. Nothing here fetches anything.
// The rules of Welsh come with the manifest, from `hooks/canllaw/search/`, so that they stand in one place only.

/**
 * @typedef {Map<string, number>} Forms the terms to search for a word, each with a weight up to 1
 * @typedef {number | [number, Record<string, number>]} Entry pages, and the forms with weights in hundredths
 * @typedef {Map<string, Entry>} Entries
 *
 * @typedef {object} Rules
 * @property {string} stopWords
 * @property {string} [vowels]
 * @property {[string, string[]][]} [mutated]
 * @property {[string, string[]][]} [radicals]
 * @property {[string, string[]][]} [nounEndings]
 * @property {string[]} [verbEndings]
 * @property {string[]} [verbNounEndings]
 */

const MOST_CHARACTERS = 1000 // of a query
const MOST_WORDS = 12
const MOST_FORMS = 40 // of one word
const LONGEST_WORD = 40
const SHORTEST_BEGINNING = 3 // that is completed
const SHORTEST_BASE = 3

const ACCENTS_DIFFER = 0.85
const MUTATION = 0.9
const NOUN = 0.6
const VERB = 0.5
const COMPLETED = 0.5

const APOSTROPHE = /['’‘ʼ`´]/u
const HYPHEN = /[-‐‑\u00ad]/gu
const WORD = /[\p{L}\p{N}\p{M}]+/gu

/** @param {string} text */
export function normal(text) {
  return text.toLowerCase().normalize("NFC")
}

/** @param {string} text */
export function fold(text) {
  return text.normalize("NFD").replace(/\p{M}/gu, "")
}

/**
 * A term as the index has it: the letters and digits of a run of characters.
 *
 * @param {string} run in lower case
 */
export function term(run) {
  return (run.match(WORD) ?? []).join("")
}

/**
 * The words that a reader typed, each whole and, if it has hyphens, in parts. What an apostrophe cuts off is no word.
 *
 * @param {string} query
 * @returns {{whole: string, parts: string[]}[]}
 */
export function typed(query) {
  const pieces = normal(query.slice(0, MOST_CHARACTERS)).split(/\s+/u).flatMap(withoutScraps)
  const words = pieces.flatMap((piece) => {
    const wholes = piece.replace(HYPHEN, "").match(WORD) ?? []
    const parts = piece.match(WORD) ?? []
    return wholes.length === 1 ? [{ whole: wholes[0], parts }] : parts.map((part) => ({ whole: part, parts: [part] }))
  })
  const different = new Map(words.map((word) => [word.whole, word]))
  return [...different.values()].filter(({ whole }) => whole.length <= LONGEST_WORD).slice(0, MOST_WORDS)
}

/** @param {string} run */
function withoutScraps(run) {
  const pieces = run.split(APOSTROPHE).filter((piece) => term(piece))
  return pieces.length > 1 ? pieces.filter((piece) => term(piece).length > 1) : pieces
}

/**
 * `words` without those that have no content, unless there are no others.
 *
 * @template {{whole: string}} T
 * @param {T[]} words
 * @param {Rules} rules
 */
export function withContent(words, rules) {
  const stopWords = new Set(rules.stopWords.split(" "))
  const others = words.filter(({ whole }) => !stopWords.has(whole))
  return others.length > 0 ? others : words
}

/**
 * The words whose entries must be there before `forms` can tell the forms of `word`.
 *
 * @param {string} word
 * @param {Rules} rules
 */
export function related(word, rules) {
  return [...mutations(word, rules), ...radicals(word, rules)]
}

/**
 * The forms of `word` that the site has.
 *
 * @param {string} word
 * @param {Entries} entries of the shards that hold it and its accents
 */
export function family(word, entries) {
  /** @type {Forms} */
  const forms = new Map()
  for (const [spelling, weight] of spellings(word, entries)) add(forms, spelling, entries, weight)
  return best(forms)
}

/**
 * The forms of a word that the site does not have, and no word of it is a form of: by its mutations and endings.
 *
 * @param {string} word
 * @param {Entries} entries of the shards that hold `related`
 * @param {Rules} rules
 */
export function unknown(word, entries, rules) {
  /** @type {Forms} */
  const forms = new Map()
  const before = radicals(word, rules)
  for (const form of mutations(word, rules)) {
    for (const [spelling, weight] of spellings(form, entries)) {
      if (isOnSite(spelling, entries)) raise(forms, spelling, weight * MUTATION)
    }
  }
  const addAll = (/** @type {string} */ base, /** @type {number} */ weight) => {
    for (const [spelling, its] of spellings(base, entries)) add(forms, spelling, entries, weight * its)
  }
  for (const radical of before) addAll(radical, MUTATION)
  for (const radical of [word, ...before]) {
    const weight = radical === word ? 1 : MUTATION
    for (const base of nounBases(radical, rules)) addAll(base, weight * NOUN)
    for (const base of verbBases(radical, rules)) addAll(base, weight * VERB)
  }
  return best(forms)
}

/**
 * The words of `entries` that are `word`, whatever its accents, each with its weight.
 *
 * @param {string} word
 * @param {Entries} entries
 * @returns {[string, number][]}
 */
function spellings(word, entries) {
  const alike = folded(entries).get(fold(word)) ?? []
  return alike.map((other) => [other, other === word ? 1 : ACCENTS_DIFFER])
}

/** @type {WeakMap<Entries, Map<string, string[]>>} */
const foldedEntries = new WeakMap()

/**
 * The words of `entries` by what they are without accents.
 *
 * @param {Entries} entries
 */
function folded(entries) {
  const known = foldedEntries.get(entries)
  if (known) return known
  /** @type {Map<string, string[]>} */
  const result = new Map()
  for (const word of entries.keys()) result.set(fold(word), [...(result.get(fold(word)) ?? []), word])
  foldedEntries.set(entries, result)
  return result
}

/**
 * The forms of all words that begin with `beginning`, for a word that is still being typed.
 *
 * @param {string} beginning
 * @param {Entries} entries
 */
export function completions(beginning, entries) {
  /** @type {Forms} */
  const forms = new Map()
  const start = fold(beginning)
  if (start.length < SHORTEST_BEGINNING) return forms
  for (const word of entries.keys()) if (fold(word).startsWith(start)) add(forms, word, entries, COMPLETED)
  return best(forms)
}

/**
 * The word that was meant by a misspelt one: one or two letters away, the nearest, and of those the most frequent.
 *
 * @param {string} word
 * @param {Entries} entries
 * @returns {string | null}
 */
export function meant(word, entries) {
  const letters = fold(word)
  const most = letters.length < 4 ? 0 : letters.length < 7 ? 1 : 2
  let found = null
  let nearest = most + 1
  let frequency = 0
  for (const [other, entry] of entries) {
    const distance = Math.abs(other.length - word.length) > most ? Infinity : editDistance(letters, fold(other), most)
    const pages = typeof entry === "number" ? entry : entry[0]
    if (distance < nearest || (distance === nearest && distance <= most && pages > frequency)) {
      found = other
      nearest = distance
      frequency = pages
    }
  }
  return found
}

/**
 * The beginnings of the words that `word` may be a misspelling of: `likely` if its first two letters are right, or are
 * swapped, or one of them is missing or too many.
 *
 * @param {string} word
 * @param {string[]} shards
 * @returns {{likely: string[], others: string[]}}
 */
export function misspeltBeginnings(word, shards) {
  const [first = "", second = "", third = ""] = fold(word)
  const likely = [first + second, second + first, second + third, first + third]
  const isLikely = (/** @type {string} */ name) => likely.includes(name.slice(0, 2))
  const others = shards.filter((name) => name.length > 1 && !isLikely(name))
  const sameFirst = others.filter((name) => name[0] === first)
  const sameSecond = others.filter((name) => name[0] !== first && (name[1] === second || name[1] === first))
  return { likely: shards.filter(isLikely), others: [...sameFirst, ...sameSecond] }
}

/**
 * How many letters must be put in, taken out, changed, or changed with their neighbour; more than `most` if too many.
 *
 * @param {string} a
 * @param {string} b
 * @param {number} most
 */
export function editDistance(a, b, most) {
  if (Math.abs(a.length - b.length) > most) return most + 1
  /** @type {number[]} */
  let before = []
  let above = Array.from({ length: b.length + 1 }, (_, column) => column)
  for (let row = 1; row <= a.length; row++) {
    const line = [row]
    for (let column = 1; column <= b.length; column++) {
      const isSame = a[row - 1] === b[column - 1]
      let cost = Math.min(above[column] + 1, line[column - 1] + 1, above[column - 1] + (isSame ? 0 : 1))
      const isSwapped = row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1]
      if (isSwapped) cost = Math.min(cost, before[column - 2] + 1)
      line.push(cost)
    }
    if (Math.min(...line) > most) return most + 1
    before = above
    above = line
  }
  return above[b.length]
}

/**
 * @param {string} word
 * @param {Rules} rules
 */
export function mutations(word, { vowels = "", mutated = [] }) {
  if (vowels && beginsWithVowel(word, vowels)) return [`h${word}`]
  const [radical, initials] = mutated.find(([initial]) => word.startsWith(initial)) ?? ["", []]
  return initials.map((initial) => initial + word.slice(radical.length)).filter(Boolean)
}

/**
 * @param {string} word
 * @param {Rules} rules
 */
export function radicals(word, { vowels = "", radicals: before = [] }) {
  if (!vowels) return []
  if (beginsWithVowel(word, vowels)) return [`g${word}`]
  const rule = before.find(([initial]) => word.startsWith(initial))
  if (rule) return rule[1].map((radical) => radical + word.slice(rule[0].length))
  return word.startsWith("h") && beginsWithVowel(word.slice(1), vowels) ? [word.slice(1)] : []
}

/**
 * @param {string} word
 * @param {string} vowels
 */
function beginsWithVowel(word, vowels) {
  return word !== "" && vowels.includes(fold(word)[0])
}

/**
 * @param {string} word
 * @param {Rules} rules
 */
function nounBases(word, { nounEndings = [] }) {
  const bases = nounEndings.flatMap(([ending, instead]) => {
    if (!word.endsWith(ending)) return []
    const stem = word.slice(0, -ending.length)
    return [...instead.map((other) => stem + other), ...(/([nr])\1$/u.test(stem) ? [stem.slice(0, -1)] : [])]
  })
  return bases.filter((base) => base.length >= SHORTEST_BASE)
}

/**
 * @param {string} word
 * @param {Rules} rules
 */
function verbBases(word, { verbEndings = [], verbNounEndings = [] }) {
  const stems = verbEndings.filter((ending) => word.endsWith(ending)).map((ending) => word.slice(0, -ending.length))
  return stems
    .filter((stem) => stem.length >= SHORTEST_BASE)
    .flatMap((stem) => verbNounEndings.map((ending) => stem + ending))
    .filter((base) => base !== word)
}

/**
 * @param {string} word
 * @param {Entries} entries
 */
function isOnSite(word, entries) {
  const entry = entries.get(word)
  return typeof entry === "number" || entry?.[1][word] === 100
}

/**
 * Add the forms of `word`, each with its weight times `weight`.
 *
 * @param {Forms} forms
 * @param {string} word
 * @param {Entries} entries
 * @param {number} weight
 */
function add(forms, word, entries, weight) {
  const entry = entries.get(word)
  if (entry === undefined) return
  const family = typeof entry === "number" ? { [word]: 100 } : entry[1]
  for (const [form, hundredths] of Object.entries(family)) raise(forms, form, (weight * hundredths) / 100)
}

/**
 * @param {Forms} forms
 * @param {string} form
 * @param {number} weight
 */
function raise(forms, form, weight) {
  forms.set(form, Math.max(weight, forms.get(form) ?? 0))
}

/** @param {Forms} forms */
function best(forms) {
  const ranked = [...forms].sort(([a, weightOfA], [b, weightOfB]) => weightOfB - weightOfA || (a < b ? -1 : 1))
  return new Map(ranked.slice(0, MOST_FORMS))
}
