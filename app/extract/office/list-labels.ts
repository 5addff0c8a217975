import type { Reading } from '../format.ts';
import type { XmlElement } from '../text/xml.ts';
import { attribute } from '../text/xml.ts';
import type { Part } from './package.ts';
import { gathered } from './package.ts';

/** One level of a list: where it starts to count, in which figures, and the pattern "%1.%2)" around them. */
interface Level {
  start: number;
  figures: string;
  pattern: string;
}

type Levels = Map<number, Level>;

/** A paragraph style's own list, which its paragraphs are in without saying so, and the style it is based on. */
interface ListStyle {
  list: string | null;
  level: number | null;
  basedOn: string | null;
}

const MAX_LEVELS = 9;

/**
 * The numbers that Word sets before the paragraphs of a list ("2.", "a)"), which no text holds: a reader sees them, and
 * quotes them. Gives a function to be called for every paragraph in order; '' for paragraphs outside lists and for
 * bullets. Restart rules beyond "a higher level restarts the lower ones" are not followed.
 */
export async function listLabels(
  parts: readonly Part[],
  reading: Reading,
): Promise<(style: string | null, list: string | null, level: string | null) => string> {
  const numbering = parts.find(({ kind }) => kind === 'numbering');
  if (!numbering) return () => '';
  const lists = new Lists();
  await gathered(numbering, reading, lists);
  const styles = new Styles();
  for (const part of parts) {
    if (part.kind === 'styles') await gathered(part, reading, styles);
  }
  const counted = new Map<string, number[]>();

  return (style, ownList, ownLevel) => {
    const styled = styles.listOf(style);
    const list = ownList ?? styled.list;
    const depth = Number(ownLevel ?? styled.level ?? lists.levelOfStyle(list, style) ?? 0);
    const levels = list === null || list === '0' ? undefined : lists.levels(list);
    const level = levels?.get(depth);
    if (list === null || !levels || !level || !(depth < MAX_LEVELS)) return '';
    const key = lists.key(list);
    const counts = counted.get(key) ?? [];
    counted.set(key, counts);
    counts.length = Math.min(counts.length, depth + 1);
    for (let i = 0; i <= depth; i++) counts[i] ??= (levels.get(i)?.start ?? 1) - (i === depth ? 1 : 0);
    counts[depth] = (counts[depth] ?? 0) + 1;
    if (level.figures === 'bullet' || level.figures === 'none') return '';
    return level.pattern.replaceAll(/%([1-9])/g, (_, digit: string) => {
      const at = Number(digit) - 1;
      return figures(counts[at] ?? 1, levels.get(at)?.figures ?? 'decimal');
    });
  };
}

/** numbering.xml: abstract lists, and the lists that use them with changes of their own. */
class Lists {
  readonly #abstract = new Map<string, Levels>();
  readonly #styles = new Map<string, Map<string, number>>();
  readonly #lists = new Map<string, { abstract: string; own: Levels; starts: Map<number, number> }>();
  #levels: Levels | null = null;
  #level: Level | null = null;
  #depth = 0;
  #abstractId = '';
  #list: { abstract: string; own: Levels; starts: Map<number, number> } | null = null;

  open(element: XmlElement): void {
    const value = attribute(element, 'val') ?? '';
    switch (element.name) {
      case 'abstractNum':
        this.#abstractId = attribute(element, 'abstractNumId') ?? '';
        this.#levels = new Map();
        this.#abstract.set(this.#abstractId, this.#levels);
        break;
      case 'num':
        this.#list = { abstract: '', own: new Map(), starts: new Map() };
        this.#levels = this.#list.own;
        this.#lists.set(attribute(element, 'numId') ?? '', this.#list);
        break;
      case 'abstractNumId':
        if (this.#list) this.#list.abstract = value;
        break;
      case 'lvlOverride':
        this.#depth = Number(attribute(element, 'ilvl'));
        break;
      case 'startOverride':
        this.#list?.starts.set(this.#depth, Number(value));
        break;
      case 'lvl':
        this.#depth = Number(attribute(element, 'ilvl'));
        this.#level = { start: 1, figures: 'decimal', pattern: '' };
        this.#levels?.set(this.#depth, this.#level);
        break;
      case 'pStyle': {
        const styles = this.#styles.get(this.#abstractId) ?? new Map<string, number>();
        this.#styles.set(this.#abstractId, styles.set(value, this.#depth));
        break;
      }
      default:
        if (this.#level) set(this.#level, element.name, value, element);
    }
  }

  close(name: string): void {
    if (name === 'lvl') this.#level = null;
    if (name === 'num') this.#list = null;
  }

  levels(list: string): Levels | undefined {
    const found = this.#lists.get(list);
    if (!found) return undefined;
    const levels: Levels = new Map([...(this.#abstract.get(found.abstract) ?? []), ...found.own]);
    for (const [depth, start] of found.starts) {
      const level = levels.get(depth);
      if (level) levels.set(depth, { ...level, start });
    }
    return levels;
  }

  /** Lists that share an abstract one go on counting where the other stopped, unless they say where to start. */
  key(list: string): string {
    const found = this.#lists.get(list);
    return found && found.starts.size === 0 ? `abstract ${found.abstract}` : `list ${list}`;
  }

  levelOfStyle(list: string | null, style: string | null): number | null {
    const abstract = list === null ? undefined : this.#lists.get(list)?.abstract;
    return (
      (abstract !== undefined && style !== null ? this.#styles.get(abstract)?.get(style) : undefined) ?? null
    );
  }
}

function set(level: Level, name: string, value: string, element: XmlElement): void {
  if (name === 'start') level.start = Number(value);
  else if (name === 'numFmt')
    level.figures = value === 'custom' ? (attribute(element, 'format') ?? '') : value;
  else if (name === 'lvlText') level.pattern = value;
}

/** styles.xml: which paragraph styles put their paragraphs in a list. */
class Styles {
  readonly #styles = new Map<string, ListStyle>();
  #style: ListStyle | null = null;

  open(element: XmlElement): void {
    const value = attribute(element, 'val') ?? null;
    if (element.name === 'style') {
      this.#style = { list: null, level: null, basedOn: null };
      this.#styles.set(attribute(element, 'styleId') ?? '', this.#style);
    } else if (!this.#style) return;
    else if (element.name === 'numId') this.#style.list = value;
    else if (element.name === 'ilvl') this.#style.level = Number(value);
    else if (element.name === 'basedOn') this.#style.basedOn = value;
  }

  close(name: string): void {
    if (name === 'style') this.#style = null;
  }

  listOf(style: string | null): { list: string | null; level: number | null } {
    let level: number | null = null;
    for (let id = style, steps = 0; id !== null && steps < 20; steps++) {
      const found = this.#styles.get(id);
      level ??= found?.level ?? null;
      if (found?.list) return { list: found.list, level };
      id = found?.basedOn ?? null;
    }
    return { list: null, level: null };
  }
}

function figures(count: number, kind: string): string {
  switch (kind) {
    case 'lowerLetter':
      return letters(count);
    case 'upperLetter':
      return letters(count).toUpperCase();
    case 'lowerRoman':
      return roman(count).toLowerCase();
    case 'upperRoman':
      return roman(count);
    case 'decimalZero':
      return String(count).padStart(2, '0');
    default:
      return String(count);
  }
}

/** a to z, then aa to zz: Word repeats the letter. */
function letters(count: number): string {
  if (count < 1) return '';
  const letter = String.fromCharCode(97 + ((count - 1) % 26));
  return letter.repeat(Math.min(50, Math.floor((count - 1) / 26) + 1));
}

const ROMAN: readonly (readonly [number, string])[] = [
  [1000, 'M'],
  [900, 'CM'],
  [500, 'D'],
  [400, 'CD'],
  [100, 'C'],
  [90, 'XC'],
  [50, 'L'],
  [40, 'XL'],
  [10, 'X'],
  [9, 'IX'],
  [5, 'V'],
  [4, 'IV'],
  [1, 'I'],
];

function roman(count: number): string {
  let left = Math.min(Math.max(count, 0), 3999);
  let text = '';
  for (const [value, figure] of ROMAN) for (; left >= value; left -= value) text += figure;
  return text;
}
