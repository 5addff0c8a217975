import type { Segment } from '../format.ts';
import { Unread } from '../format.ts';
import { codePageOfCharset, inCodePage } from '../text/code-page.ts';
import type { RtfObject } from './rtf-object.ts';
import { fromHex, rtfObject } from './rtf-object.ts';
import { RtfParts } from './rtf-parts.ts';
import type { RtfHandler } from './rtf-tokens.ts';
import { CHARACTERS, GATHERED, LINE_ENDS, PARTS, SILENT, SILENT_FIELDS, TRANSPARENT } from './rtf-words.ts';

/** What holds within one group of braces, and ends with it. */
interface Group {
  /** Where text goes: to a part of the document, into `gathered`, to the list of fonts, or nowhere. */
  readonly goal: 'part' | 'gathered' | 'fonts' | 'nowhere';
  readonly part: string;
  readonly gathered: Gathered | null;
  readonly codePage: number;
  /** How many characters stand behind a Unicode character for readers that do not know it. */
  readonly fallback: number;
  /** A comment stands in the middle of the text that it is about. */
  readonly isComment: boolean;
  /** Text that only repeats, for readers of RTF, what an HTML mail says in its tags. */
  readonly repeats: boolean;
}

interface Gathered {
  readonly name: string;
  text: string;
}

const MAX_GROUPS = 10_000;
/** The most characters of a field's code or a property. */
const MAX_GATHERED = 64 * 1024;
const BYTES_GATHERED = new Set(['object', 'picture']);

/** The text of RTF, by its parts; and the files that are embedded in it. */
export class RtfText implements RtfHandler {
  readonly #maxObject: number;
  readonly #parts: RtfParts;
  readonly #fonts = new Map<number, number>();
  readonly #groups: Group[] = [];
  #group: Group;
  #objects: RtfObject[] = [];
  #codePage = 1252;
  #font = 0;
  #pending: Buffer[] = [];
  #skip = 0;
  #optional = false;
  #shapeName = '';
  #propertyName = '';
  /** Whether the picture that is gathered is of a kind that is read. */
  #isPicture = false;

  constructor(path: readonly string[], maxObject: number) {
    this.#parts = new RtfParts(path);
    this.#maxObject = maxObject;
    this.#group = {
      goal: 'part',
      part: 'body',
      gathered: null,
      codePage: 1252,
      fallback: 1,
      isComment: false,
      repeats: false,
    };
  }

  /** The body's segments that are complete. */
  take(): Segment[] {
    return this.#parts.take();
  }

  objects(): RtfObject[] {
    const objects = this.#objects;
    this.#objects = [];
    return objects;
  }

  /** What is left of the body, then the other parts. */
  *end(): Generator<Segment> {
    this.#flush();
    yield* this.#parts.end();
  }

  open(): void {
    this.#flush();
    if (this.#groups.push(this.#group) > MAX_GROUPS) throw new Unread('too_deep');
    this.#skip = 0;
  }

  close(): void {
    this.#flush();
    const closed = this.#group;
    this.#group = this.#groups.pop() ?? closed;
    this.#skip = 0;
    if (closed.gathered && closed.gathered !== this.#group.gathered) this.#gathered(closed.gathered);
    else if (closed.part !== this.#group.part && closed.goal === 'part') this.#parts.flow(closed.part).line();
    else if (closed.isComment && !this.#group.isComment) this.#put(' ');
  }

  word(name: string, value: number | null): void {
    if (this.#skip > 0 && name !== 'u') {
      this.#skip--;
      return;
    }
    const optional = this.#optional;
    this.#optional = false;
    if (name === 'u' || name in CHARACTERS) this.#character(name, value);
    else if (LINE_ENDS.has(name)) this.#break('line');
    else if (name === 'cell' || name === 'nestcell') this.#break('cell');
    else if (name === 'row' || name === 'nestrow') this.#break('row');
    else if (!this.#setting(name, value)) this.#destination(name, optional);
  }

  symbol(character: string): void {
    if (character === '*') this.#optional = true;
    else if (this.#skip > 0) this.#skip--;
    else if (character === '\n' || character === '\r') this.#break('line');
    else if (character in CHARACTERS) this.#character(character, null);
  }

  byte(byte: number): void {
    if (this.#skip > 0) this.#skip--;
    else this.#pending.push(Buffer.from([byte]));
  }

  bytes(bytes: Buffer): void {
    const skipped = Math.min(this.#skip, bytes.length);
    this.#skip -= skipped;
    if (skipped < bytes.length && this.#group.goal !== 'nowhere') this.#pending.push(bytes.subarray(skipped));
  }

  binary(bytes: Buffer): void {
    if (this.#group.gathered && BYTES_GATHERED.has(GATHERED[this.#group.gathered.name] ?? ''))
      this.#gather(bytes.toString('hex'));
  }

  #character(name: string, value: number | null): void {
    this.#flush();
    this.#put(name === 'u' ? String.fromCharCode((value ?? 0) & 0xffff) : (CHARACTERS[name] ?? ''));
    if (name === 'u') this.#skip = this.#group.fallback;
  }

  #break(kind: 'line' | 'cell' | 'row'): void {
    this.#flush();
    if (this.#group.goal !== 'part') return;
    const flow = this.#parts.flow(this.#group.part);
    if (kind === 'line') flow.line();
    else if (kind === 'cell') flow.endCell();
    else flow.endRow();
  }

  /** Words that change how the bytes behind them are read; false for others. */
  #setting(name: string, value: number | null): boolean {
    const number = value ?? 0;
    switch (name) {
      case 'ansi':
      case 'mac':
      case 'pc':
      case 'pca':
        this.#charset({ ansi: 1252, mac: 10000, pc: 437, pca: 850 }[name]);
        return true;
      case 'ansicpg':
        this.#charset(number === 0 ? 1252 : number);
        return true;
      case 'f':
      case 'af':
        this.#flush();
        this.#font = number;
        if (this.#group.goal !== 'fonts')
          this.#change({ codePage: this.#fonts.get(number) ?? this.#codePage });
        return true;
      case 'plain':
        this.#flush();
        this.#change({ codePage: this.#fonts.get(0) ?? this.#codePage });
        return true;
      case 'fcharset':
        this.#fontCharset(codePageOfCharset(number));
        return true;
      case 'cpg':
        this.#fontCharset(number);
        return true;
      case 'uc':
        this.#change({ fallback: Math.max(0, number) });
        return true;
      case 'htmlrtf':
        this.#flush();
        this.#change({ repeats: value !== 0 });
        return true;
      case 'pngblip':
      case 'jpegblip':
        this.#isPicture = true;
        return true;
      default:
        return false;
    }
  }

  #destination(name: string, optional: boolean): void {
    if (name === 'fonttbl') this.#change({ goal: 'fonts' });
    else if (name === 'ud') this.#change(this.#groups.findLast(({ goal }) => goal !== 'nowhere') ?? {});
    else if (name === 'upr' || SILENT.has(name)) this.#change({ goal: 'nowhere' });
    else if (this.#group.goal === 'nowhere' && !(name in PARTS)) return;
    else if (name in PARTS) this.#change({ goal: 'part', part: PARTS[name] ?? 'body', gathered: null });
    else if (name in GATHERED && (optional || this.#mayBegin(name))) this.#beginGathering(name);
    else if (name === 'annotation') this.#change({ isComment: true });
    else if (optional && !TRANSPARENT.has(name)) this.#change({ goal: 'nowhere' });
  }

  /** Words such as "title" are destinations only at the beginning of their group. */
  #mayBegin(name: string): boolean {
    return this.#group.gathered?.name !== name;
  }

  #beginGathering(name: string): void {
    this.#isPicture = false;
    this.#change({ goal: 'gathered', gathered: { name, text: '' } });
  }

  #gathered({ name, text }: Gathered): void {
    const words = text.replaceAll(/\s+/g, ' ').trim();
    switch (GATHERED[name] ?? '') {
      case 'code':
        if (words !== '' && !SILENT_FIELDS.test(words)) this.#put(` ${words} `);
        return;
      case 'note':
        this.#put(` ${words} `);
        return;
      case 'form':
        if (words !== '') this.#parts.form.push(words);
        return;
      case 'reviewers':
        for (const person of text.split(';'))
          if (person.trim() !== 'Unknown') this.#parts.reviewers.add(person.trim());
        return;
      case 'tag':
        this.#put(/mailto:([^"'>\s]+)/i.exec(text)?.[1] ?? '');
        return;
      case 'shape name':
        this.#shapeName = words;
        return;
      case 'shape value':
        if (/^(gtextUNICODE|wzDescription|pihlShape)$/.test(this.#shapeName)) this.#aside(words);
        return;
      case 'property':
        this.#property(name, words);
        return;
      default:
        this.#object(name, text);
    }
  }

  #property(name: string, text: string): void {
    if (name === 'propname') this.#propertyName = text;
    else if (text !== '')
      this.#parts.properties.push(`${name === 'staticval' ? this.#propertyName : name}: ${text}`);
  }

  #object(name: string, hex: string): void {
    const bytes = fromHex(hex);
    if (name === 'pict' && this.#isPicture) this.#objects.push({ name: 'picture', content: bytes });
    const object = name === 'objdata' ? rtfObject(bytes) : null;
    if (object) this.#objects.push(object);
  }

  #charset(codePage: number): void {
    this.#flush();
    this.#codePage = codePage;
    this.#change({ codePage });
  }

  #fontCharset(codePage: number | undefined): void {
    if (this.#group.goal === 'fonts' && codePage !== undefined) this.#fonts.set(this.#font, codePage);
  }

  #change(to: Partial<Group>): void {
    this.#flush();
    this.#group = { ...this.#group, ...to };
  }

  #flush(): void {
    if (this.#pending.length === 0) return;
    const bytes = Buffer.concat(this.#pending);
    this.#pending = [];
    const { goal, codePage } = this.#group;
    if (goal === 'part' || goal === 'gathered') this.#put(inCodePage(bytes, codePage));
  }

  #put(text: string): void {
    const { goal, part, repeats } = this.#group;
    if (repeats || text === '') return;
    if (goal === 'part') this.#parts.flow(part).text(text.replaceAll('\0', ''));
    else if (goal === 'gathered') this.#gather(text);
  }

  #gather(text: string): void {
    const { gathered } = this.#group;
    if (!gathered) return;
    const most = BYTES_GATHERED.has(GATHERED[gathered.name] ?? '') ? this.#maxObject * 2 : MAX_GATHERED;
    if (gathered.text.length + text.length <= most) gathered.text += text;
  }

  #aside(text: string): void {
    this.#break('line');
    this.#put(text);
    this.#break('line');
  }
}
