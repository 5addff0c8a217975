import { readFileSync } from 'node:fs';
import type { TextContext } from '#detect/index.ts';
import type { MeasuredType } from '#quality/figures.ts';
import { createRng, type Rng } from '../../demo/rng.ts';
import type { Hand } from './slot.ts';
import { newHand, slotOf } from './slots.ts';

/** `dev` may be looked at and tuned on; of `held-out` only the totals are. Each has documents of its own. */
export type Part = 'dev' | 'held-out';

/** A made document and everything in it that must be found, by place (UTF-16 code units, `end` exclusive). */
export interface RealisticDocument {
  readonly id: string;
  readonly language: 'da' | 'en';
  readonly text: string;
  readonly context: TextContext;
  readonly truth: readonly Truth[];
}

export interface Truth {
  readonly type: MeasuredType;
  readonly start: number;
  readonly end: number;
}

/** Every template of a part filled `copies` times; the same part and copies always give the same documents. */
export function realisticDocuments(part: Part, copies: number): RealisticDocument[] {
  return (['da', 'en'] as const).flatMap((language) =>
    templatesOf(part, language).flatMap((template) =>
      Array.from({ length: copies }, (_, copy) => {
        const rng = createRng(`${part}/${language}/${template.id}/${copy}`);
        return filled(template, `${part}/${template.id}.${language}.${copy}`, newHand(rng, language));
      }),
    ),
  );
}

interface Template {
  readonly id: string;
  readonly columns: readonly string[] | null;
  readonly text: string;
}

/** `=== id columns: A|B` begins a document; `→` stands for a tab; see slots.ts for what `{{…}}` may hold. */
function templatesOf(part: Part, language: 'da' | 'en'): Template[] {
  const file = readFileSync(new URL(`documents/${part}.${language}.txt`, import.meta.url), 'utf8');
  return file
    .split(/^=== /m)
    .slice(1)
    .map((block) => {
      const lineEnd = block.indexOf('\n');
      const [id = '', columns] = block.slice(0, lineEnd).split(' columns: ');
      return {
        id,
        columns: columns?.split('|') ?? null,
        text: block.slice(lineEnd + 1).replaceAll('→', '\t'),
      };
    });
}

function filled({ columns, text: template }: Template, id: string, hand: Hand): RealisticDocument {
  const truth: Truth[] = [];
  let text = '';
  let copied = 0;
  const unrolled = withRows(template, hand.rng);
  for (const match of unrolled.matchAll(/\{\{([^{}]+)\}\}/g)) {
    text += unrolled.slice(copied, match.index);
    copied = match.index + match[0].length;
    const { value, type } = valueFor(match[1] ?? '', hand);
    if (type) truth.push({ type, start: text.length, end: text.length + value.length });
    text += value;
  }
  text += unrolled.slice(copied);
  return { id, language: hand.language, text, context: columns ? { columns } : {}, truth };
}

/** `{{rows 5-20}}…{{/rows}}` is repeated that often. */
function withRows(template: string, rng: Rng): string {
  return template.replaceAll(
    /\{\{rows (\d+)-(\d+)\}\}([^]*?)\{\{\/rows\}\}\n?/g,
    (_, from: string, to: string, row: string) => row.repeat(rng.int(Number(from), Number(to))),
  );
}

/** A slot, or one of several wordings: `{{ordre|faktura}}`. @throws Error for a slot that there is not */
function valueFor(name: string, hand: Hand): { value: string; type: MeasuredType | null } {
  if (name.includes('|')) return { value: hand.rng.pick(name.split('|')), type: null };
  const slot = slotOf(name);
  if (!slot) throw new Error(`no slot is called ${name}`);
  return { value: slot.fill(hand), type: slot.type };
}
