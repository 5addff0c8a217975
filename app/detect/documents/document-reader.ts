import type { FindingType } from '../finding.ts';
import { type CuesMet, cuesIn } from './cue-places.ts';
import { DOCUMENT_KINDS, type DocumentType } from './document-kind.ts';
import { IN_A_PART, judge } from './judgement.ts';

/** Where in a file a text stands: `path` names the files within the file, outermost first; empty in the file itself. */
export interface PartPlace {
  readonly path: readonly string[];
}

/** Tells what kind of document a file is from its text and findings as they come. */
export interface DocumentReader {
  /** The file's text piece by piece, of any length. @param columns the titles of the table that it is rows of */
  push(text: string, place: PartPlace, columns?: readonly string[]): void;
  /** Something that was found, also after its text. */
  found(type: FindingType, place: PartPlace): void;
  finish(): DocumentType | null;
}

/**
 * Each file within the file (an attachment, an archive's entry) is judged by itself: its first `HEAD` and last `TAIL`
 * UTF-16 code units, the title and closing of a document, are kept until the next one begins. The kind of the whole is
 * that of its own part; or of a file in it where that is of a graver kind (the order of `DOCUMENT_KINDS`), or its own
 * is of none, and surely so. Holds the same memory however long the file is, and a little for each of at most
 * `MOST_PARTS` files in it; those after are not judged.
 */
export function createDocumentReader(name: string): DocumentReader {
  const parts = new Map<string, Part>();
  let current: Part | null = null;

  const partAt = ({ path }: PartPlace): Part | null => {
    const key = path.join('\n');
    const known = parts.get(key);
    if (known !== undefined || parts.size >= MOST_PARTS) return known ?? null;
    const part = createPart(path.at(-1) ?? name, path.length > 0);
    parts.set(key, part);
    return part;
  };

  return {
    push(text, place, columns) {
      const part = partAt(place);
      if (part === null) return;
      if (part !== current) current?.read();
      current = part;
      part.push(text, columns);
    },
    found(type, place) {
      partAt(place)?.found(type);
    },
    finish() {
      const types = [...parts.values()].map((part) => ({ nested: part.nested, type: part.judge() }));
      const own = types.find(({ nested }) => !nested)?.type ?? null;
      const inside = types.flatMap(({ nested, type }) =>
        nested && type !== null && type.confidence >= SURE_INSIDE ? [type] : [],
      );
      const [gravest] = inside.sort(
        (one, other) => gravity(one) - gravity(other) || other.confidence - one.confidence,
      );
      if (gravest === undefined || (own !== null && gravity(own) <= gravity(gravest))) return own;
      const { kind, confidence, evidence } = gravest;
      return { kind, confidence, evidence: [...evidence, { effect: 'rules', code: IN_A_PART }] };
    },
  };
}

const HEAD = 8192;
const TAIL = 2048;
const MOST_PARTS = 1000;
/** One of a thousand attachments may be misread: what counts for the whole file must be surer. */
const SURE_INSIDE = 0.7;

function gravity({ kind }: DocumentType): number {
  return DOCUMENT_KINDS.indexOf(kind);
}

interface Part {
  readonly nested: boolean;
  push(text: string, columns?: readonly string[]): void;
  found(type: FindingType): void;
  /** Looks at the text and lets it go; what comes later of the same part is not looked at. */
  read(): void;
  judge(): DocumentType | null;
}

function createPart(name: string, nested: boolean): Part {
  let head = '';
  let tail = '';
  let met: CuesMet | null = null;
  const counts = new Map<FindingType, number>();
  const read = (): void => {
    met ??= cuesIn(tail === '' ? head : `${head}\n${tail}`, titleOf(name));
    head = '';
    tail = '';
  };
  return {
    nested,
    push(text, columns) {
      if (met !== null) return;
      if (head === '' && columns !== undefined) head = `${columns.join('\t')}\n`;
      const taken = text.slice(0, Math.max(0, HEAD - head.length));
      head += taken;
      if (taken.length < text.length)
        tail = (tail + text.slice(Math.max(taken.length, text.length - TAIL))).slice(-TAIL);
    },
    found(type) {
      counts.set(type, (counts.get(type) ?? 0) + 1);
    },
    read,
    judge() {
      read();
      return met === null ? null : judge(met, counts);
    },
  };
}

/** A file's name as words: `cv_mette-lund.docx` is "cv mette lund docx". */
export function titleOf(name: string): string {
  return name.replace(/[_.\-–]+/g, ' ');
}
