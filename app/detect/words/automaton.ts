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
  /** The same places one by one, with nothing kept: for lists of which a text may hold very many. */
  visit(text: string, take: (word: number, start: number, end: number) => void): void;
}

/**
 * An Aho-Corasick automaton over words and phrases (A. V. Aho and M. J. Corasick, 1975). Capitals and small letters are
 * the same, and so is any run of white space: "Projekt Falkøje" is found with a line break in it. Linear in the length
 * of the text and in what is found. A word that is empty or only white space is never found; of words that are the same
 * after folding, the first stands for all.
 *
 * @param rowed how many states may have a row each: speed against memory; what is found is the same.
 */
export function createAutomaton(words: readonly string[], rowed = ROWED): Automaton {
  const alphabet = alphabetOf(words);
  const folded = words.map((word) => classesOf(word, alphabet));
  const trie = createTrie(folded, alphabet.size, rowed);
  const lengths = Int32Array.from(folded, ({ length }) => length);
  const visit: Automaton['visit'] = (text, take) => {
    visitPlaces(text, alphabet, lengths, trie, take);
  };
  return {
    visit,
    placesIn(text) {
      const places: WordPlace[] = [];
      visit(text, (word, start, end) => places.push({ word, start, end }));
      return places;
    },
  };
}

/**
 * The letters that the words are made of, numbered: 1 is white space, 0 all that is in no word. A small alphabet lets a
 * state have a row of its own for every letter.
 */
interface Alphabet {
  readonly size: number;
  /** The letter's number by code unit, the same for capitals and white space of any kind. */
  readonly classes: Uint16Array;
}

/**
 * States are numbers, 0 the root, in order of depth. The first `rowed` of them, in which nearly all of a text is spent,
 * have a row: the next state by letter, ways back included. The others list their edges: `child` is the first, `sibling`
 * the one beside it.
 */
interface Trie {
  readonly rowed: number;
  readonly width: number;
  readonly rows: Int32Array;
  readonly letter: Uint16Array;
  readonly child: Int32Array;
  readonly sibling: Int32Array;
  /** The state of the longest end of this one that is a beginning of some word. */
  readonly fail: Int32Array;
  /** The word that ends here; -1: none. */
  readonly word: Int32Array;
  /** The nearest state by way of `fail` at which a word ends; 0: none. */
  readonly ending: Int32Array;
  /** The state itself or its `ending`, the first at which a word ends; 0: none. */
  readonly first: Int32Array;
}

const SPACE = 1;
/** Rows for so many states: about a megabyte with the letters of five languages. */
const ROWED = 6000;

function visitPlaces(
  text: string,
  { classes }: Alphabet,
  lengths: Int32Array,
  trie: Trie,
  take: (word: number, start: number, end: number) => void,
): void {
  const { rows, rowed, width, first, ending, word } = trie;
  let state = 0;
  let before = 0;
  for (let at = 0; at < text.length; at++) {
    const letter = classes[text.charCodeAt(at)] ?? 0;
    if (letter === SPACE && before === SPACE) continue;
    before = letter;
    state = state < rowed ? (rows[state * width + letter] ?? 0) : step(trie, state, letter);
    for (let ended = first[state] ?? 0; ended !== 0; ended = ending[ended] ?? 0) {
      const found = word[ended] ?? 0;
      take(found, startOf(text, at + 1, lengths[found] ?? 0, classes), at + 1);
    }
  }
}

/** Back over `length` letters from `end`; a run of white space is one of them. */
function startOf(text: string, end: number, length: number, classes: Uint16Array): number {
  let at = end;
  for (let left = length; left > 0; left--) {
    at--;
    if (classes[text.charCodeAt(at)] !== SPACE) continue;
    while (at > 0 && left > 1 && classes[text.charCodeAt(at - 1)] === SPACE) at--;
  }
  return at;
}

function step(trie: Trie, from: number, letter: number): number {
  let state = from;
  while (state >= trie.rowed) {
    const next = edge(trie, state, letter);
    if (next !== 0) return next;
    state = trie.fail[state] ?? 0;
  }
  return trie.rows[state * trie.width + letter] ?? 0;
}

/** The state along this edge; 0: there is none. */
function edge(trie: Pick<Trie, 'child' | 'sibling' | 'letter'>, state: number, letter: number): number {
  let at = trie.child[state] ?? 0;
  while (at !== 0 && trie.letter[at] !== letter) at = trie.sibling[at] ?? 0;
  return at;
}

function createTrie(words: readonly Uint16Array[], width: number, rowed: number): Trie {
  const most = 1 + words.reduce((sum, { length }) => sum + length, 0);
  const letter = new Uint16Array(most);
  const child = new Int32Array(most);
  const sibling = new Int32Array(most);
  const word = new Int32Array(most).fill(-1);
  let states = 1;
  // Letter by letter over all words, so that states are numbered by depth.
  let unfinished = words.map((spelt, index) => ({ spelt, index, state: 0 }));
  for (let depth = 0; unfinished.length > 0; depth++) {
    for (const one of unfinished) {
      const next = one.spelt[depth];
      if (next === undefined) {
        if (one.state !== 0 && word[one.state] === -1) word[one.state] = one.index;
        continue;
      }
      let state = edge({ letter, child, sibling }, one.state, next);
      if (state === 0) {
        state = states++;
        letter[state] = next;
        sibling[state] = child[one.state] ?? 0;
        child[one.state] = state;
      }
      one.state = state;
    }
    unfinished = unfinished.filter(({ spelt }) => spelt.length > depth);
  }
  return linked({ rowed: Math.min(states, rowed), width, letter, child, sibling, word }, states);
}

/** Fills in the ways back and the rows, state by state from the root outwards. */
function linked(unlinked: Omit<Trie, 'rows' | 'fail' | 'ending' | 'first'>, states: number): Trie {
  const { rowed, width, letter, child, sibling, word } = unlinked;
  const rows = new Int32Array(rowed * width);
  const fail = new Int32Array(states);
  const ending = new Int32Array(states);
  const first = new Int32Array(states);
  const trie: Trie = { ...unlinked, rows, fail, ending, first };
  for (let state = 0; state < states; state++) {
    const back = fail[state] ?? 0;
    first[state] = word[state] === -1 ? (ending[state] ?? 0) : state;
    if (state > 0 && state < rowed) rows.copyWithin(state * width, back * width, (back + 1) * width);
    for (let at = child[state] ?? 0; at !== 0; at = sibling[at] ?? 0) {
      const along = letter[at] ?? 0;
      fail[at] = state === 0 ? 0 : step(trie, back, along);
      const end = fail[at] ?? 0;
      ending[at] = word[end] === -1 ? (ending[end] ?? 0) : end;
      if (state < rowed) rows[state * width + along] = at;
    }
  }
  return trie;
}

function alphabetOf(words: readonly string[]): Alphabet {
  const numbers = new Map<string, number>([[' ', SPACE]]);
  for (const word of words) {
    for (const letter of unitsOf(word)) if (!numbers.has(letter)) numbers.set(letter, numbers.size + 1);
  }
  const classes = new Uint16Array(0x10000);
  for (let unit = 0; unit < classes.length; unit++) {
    classes[unit] = numbers.get(folded(String.fromCharCode(unit))) ?? 0;
  }
  return { size: numbers.size + 1, classes };
}

function classesOf(word: string, { classes }: Alphabet): Uint16Array {
  return Uint16Array.from(unitsOf(word), (letter) => classes[letter.charCodeAt(0)] ?? 0);
}

function unitsOf(word: string): string[] {
  return word.trim().replace(/\s+/g, ' ').split('').map(folded);
}

/** Code unit to code unit: to a small letter where that is one code unit too, and white space to a blank. */
function folded(letter: string): string {
  if (/\s/.test(letter)) return ' ';
  const small = letter.toLowerCase();
  return small.length === 1 ? small : letter;
}
