import { z } from 'zod';
import type { DocumentType } from '#detect/index.ts';
import type { FindingContent } from './file.ts';
import { inspectedEvidence, inspectedValue } from './inspection.ts';
import type { Tally } from './run.ts';

/** What the stores of this room keep as JSON. Each throws ZodError, or SyntaxError, when a row holds anything else. */

/** What is sealed of a finding: as a worker gave it, what later versions add left out. */
const content = inspectedValue
  .pick({ value: true, masked: true, snippet: true, evidence: true, places: true, columns: true })
  .strip();

export const keptContent = (text: string): FindingContent => content.parse(JSON.parse(text));

const evidence = z.array(inspectedEvidence);

export const keptEvidence = (text: string): DocumentType['evidence'] => evidence.parse(JSON.parse(text));

const count = z.number().nonnegative();
const counted = count.default(0);
const expected = count.nullable().default(null);

const tally = z.object({
  seen: counted,
  seenBytes: counted,
  unchanged: counted,
  read: counted,
  readBytes: counted,
  scanned: counted,
  partial: counted,
  skipped: counted,
  failed: counted,
  vanished: counted,
  special: counted,
  foldersUnreadable: counted,
  places: count.optional(),
  findings: counted,
  withFindings: counted,
  expected,
  expectedBytes: expected,
  picturesExpected: counted,
  picturesRead: counted,
});

/** Runs of earlier versions have no number that was not counted then, and say `findings` for places. */
export function keptTally(text: string): Tally {
  const { findings, places = findings, ...counts } = tally.parse(JSON.parse(text));
  return { ...counts, places };
}
