import type { ByteSource } from '#kernel/bytes.ts';
import { displayName } from '#kernel/file-name.ts';
import type { PictureReaders } from '#kernel/picture.ts';
import { type CompiledRules, createDocumentReader, mainLanguageOf, type NameModel } from '#detect/index.ts';
import { extract } from '#extract/index.ts';
import type { Inspection, InspectionJob } from './inspection.ts';
import { createPassage } from './inspection-passage.ts';
import type { Passage, PlacedFinding } from './inspection-passage.ts';
import { createValueList } from './inspection-values.ts';

/**
 * Reads a file's text and finds what is in it, piece by piece: memory does not grow with the file. Runs in a worker.
 * @param needs `names`: the model, without which no names are found; `pictures`: who reads the writing in them; `rules`: the company's own; `now`: milliseconds
 *   from any start.
 */
export async function inspect(
  job: InspectionJob,
  file: ByteSource,
  {
    names,
    rules,
    passwords = [],
    pictures,
    today = new Date(),
    now = () => performance.now(),
  }: InspectionNeeds = {},
): Promise<Inspection> {
  const stopAt = now() + job.stopAfterMs;
  const time = { isUp: false };
  // Blank pages give no text, so that the time is looked at before each of them too.
  const isOver = (): boolean => (time.isUp ||= now() > stopAt);
  const extraction = await extract(job.name, file, {
    passwords,
    pictures: job.pictures && pictures !== undefined ? { ...pictures, isOver } : null,
  });
  const list = createValueList({ keepValues: job.values, rules, allowances: job.allowances });
  const documents = createDocumentReader(displayName(job.name));
  const take = (found: PlacedFinding): void => {
    list.add(found);
    documents.found(found.finding.type, found.place);
  };
  let passage = nothingYet();
  let textLength = 0;
  let sample = '';
  for await (const segment of extraction.segments) {
    textLength += segment.text.length;
    if (sample.length < LANGUAGE_SAMPLE) sample += segment.text.slice(0, LANGUAGE_SAMPLE - sample.length);
    if (passage === null || !passage.isContinuedBy(segment)) {
      passage?.finish().forEach(take);
      passage = createPassage(segment, { names, rules, today });
    }
    documents.push(segment.text, segment.place, segment.columns);
    passage.push(segment).forEach(take);
    if (isOver()) break;
  }
  passage?.finish().forEach(take);
  const found = list.end();
  return {
    ...(time.isUp ? { status: 'partial', reason: 'timed_out' } : extraction.outcome()),
    mime: extraction.mime,
    format: extraction.format,
    hadNested: extraction.hadNested(),
    hadLocked: extraction.hadLocked(),
    language: mainLanguageOf(sample),
    pictures: extraction.picturesLeft() > 0 ? 'waiting' : extraction.picturesRead() > 0 ? 'read' : null,
    documentType: documents.finish(),
    textLength,
    findings: found.summary,
    values: found.values,
    valuesLeftOut: found.leftOut,
    allowed: found.allowed,
  };
}

export interface InspectionNeeds {
  readonly names?: NameModel;
  readonly rules?: CompiledRules;
  /** To try on what is enciphered. */
  readonly passwords?: readonly string[];
  readonly pictures?: PictureReaders;
  /** The day, after which nobody is born. */
  readonly today?: Date;
  readonly now?: () => number;
}

/** Typed so that the compiler does not take the variable for always null. */
function nothingYet(): Passage | null {
  return null;
}

/** In UTF-16 code units: what the guess at the language reads. */
const LANGUAGE_SAMPLE = 20_000;
