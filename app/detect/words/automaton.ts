/** A place where a word stands: `word` is its number in the list, `start` and `end` UTF-16 code units, end exclusive. */
export interface WordPlace {
  readonly word: number;
  readonly start: number;
  readonly end: number;
}

/** Finds all words of a list in one pass, whatever their number. */
export interface Automaton {
  /** Every place of every word, also within longer words and overlapping, in order of end; then the longer first. */
  placesIn(text: string): WordPlace[];
}

/**
 * An Aho-Corasick automaton over words and phrases (A. V. Aho and M. J. Corasick, 1975). Capitals and small letters are
 * the same, and so is any run of white space: "Projekt Falkøje" is found with a line break in it. Linear in the length
 * of the text and in what is found. A word that is empty or only white space is never found; of words that are the same
 * after folding, the first stands for all.
 */
export function createAutomaton(words: readonly string[]): Automaton {
  const folding = foldingTable();
  const folded = words.map((word) => foldedWord(word, folding));
  const trie = createTrie(folded);
  return { placesIn: (text) => placesIn(text, folding, folded, trie) };
}

/**
 * States are numbers, 0 the root. A state's edges are a list: `child` is its first, `sibling` the one beside it. The root
 * has a table by letter instead, since most of a text never leaves it.
 */
interface Trie {
  readonly root: Int32Array;
  readonly letter: Uint16Array;
  readonly child: Int32Array;
  readonly sibling: Int32Array;
  /** The state of the longest end of this one that is a beginning of some word. */
  readonly fail: Int32Array;
  /** The word that ends here; -1: none. */
  readonly word: Int32Array;
  /** The nearest state by way of `fail` at which a word ends; 0: none. */
  readonly ending: Int32Array;
}

function createTrie(words: readonly Uint16Array[]): Trie {
  const most = 1 + words.reduce((sum, { length }) => sum + length, 0);
  const trie: Trie = {
    root: new Int32Array(LETTERS),
    letter: new Uint16Array(most),
    child: new Int32Array(most),
    sibling: new Int32Array(most),
    fail: new Int32Array(most),
    word: new Int32Array(most).fill(-1),
    ending: new Int32Array(most),
  };
  let states = 1;
  for (const [index, word] of words.entries()) {
    let state = 0;
    for (const letter of word) {
      let next = edge(trie, state, letter);
      if (next === 0) {
        next = states++;
        trie.letter[next] = letter;
        if (state === 0) trie.root[letter] = next;
        trie.sibling[next] = trie.child[state] ?? 0;
        trie.child[state] = next;
      }
      state = next;
    }
    if (state !== 0 && trie.word[state] === -1) trie.word[state] = index;
  }
  link(trie, states);
  return trie;
}

/** Fills in `fail` and `ending`, state by state from the root outwards. */
function link(trie: Trie, states: number): void {
  const queue = new Int32Array(states);
  let filled = 0;
  for (let at = trie.child[0] ?? 0; at !== 0; at = trie.sibling[at] ?? 0) queue[filled++] = at;
  for (let done = 0; done < filled; done++) {
    const state = queue[done] ?? 0;
    for (let at = trie.child[state] ?? 0; at !== 0; at = trie.sibling[at] ?? 0) {
      const fail = step(trie, trie.fail[state] ?? 0, trie.letter[at] ?? 0);
      trie.fail[at] = fail;
      trie.ending[at] = trie.word[fail] === -1 ? (trie.ending[fail] ?? 0) : fail;
      queue[filled++] = at;
    }
  }
}

/** The state along this edge; 0: there is none. */
function edge(trie: Trie, state: number, letter: number): number {
  if (state === 0) return trie.root[letter] ?? 0;
  let at = trie.child[state] ?? 0;
  while (at !== 0 && trie.letter[at] !== letter) at = trie.sibling[at] ?? 0;
  return at;
}

function step(trie: Trie, from: number, letter: number): number {
  let state = from;
  for (;;) {
    const next = edge(trie, state, letter);
    if (next !== 0 || state === 0) return next;
    state = trie.fail[state] ?? 0;
  }
}

function placesIn(
  text: string,
  folding: Uint16Array,
  words: readonly Uint16Array[],
  trie: Trie,
): WordPlace[] {
  const places: WordPlace[] = [];
  let state = 0;
  let before = 0;
  for (let at = 0; at < text.length; at++) {
    const letter = folding[text.charCodeAt(at)] ?? 0;
    if (letter === SPACE && before === SPACE) continue;
    before = letter;
    state = step(trie, state, letter);
    if (state === 0) continue;
    const first = trie.word[state] === -1 ? (trie.ending[state] ?? 0) : state;
    for (let ended = first; ended !== 0; ended = trie.ending[ended] ?? 0) {
      const word = trie.word[ended] ?? 0;
      const length = words[word]?.length ?? 0;
      places.push({ word, start: startOf(text, at + 1, length, folding), end: at + 1 });
    }
  }
  return places;
}

/** Back over `length` letters from `end`; a run of white space is one of them. */
function startOf(text: string, end: number, length: number, folding: Uint16Array): number {
  let at = end;
  for (let left = length; left > 0; left--) {
    at--;
    if (folding[text.charCodeAt(at)] !== SPACE) continue;
    while (at > 0 && left > 1 && folding[text.charCodeAt(at - 1)] === SPACE) at--;
  }
  return at;
}

const LETTERS = 0x10000;
const SPACE = 0x20;

/** Code unit to code unit: to a small letter where that is one code unit too, and white space to a blank. */
function foldingTable(): Uint16Array {
  const table = new Uint16Array(LETTERS);
  for (let unit = 0; unit < LETTERS; unit++) {
    const letter = String.fromCharCode(unit);
    const small = letter.toLowerCase();
    table[unit] = /\s/.test(letter) ? SPACE : small.length === 1 ? small.charCodeAt(0) : unit;
  }
  return table;
}

function foldedWord(word: string, folding: Uint16Array): Uint16Array {
  const letters = word.trim().replace(/\s+/g, ' ');
  return Uint16Array.from(letters, (_, index) => folding[letters.charCodeAt(index)] ?? 0);
}
