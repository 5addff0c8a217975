import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { DOCUMENT_KINDS, FINDING_TYPES } from '#detect/index.ts';

const count = z.int().nonnegative();
/** A type of ours; what a company's own rules find is theirs to measure. */
export const measuredType = z.enum(FINDING_TYPES);
export type MeasuredType = z.infer<typeof measuredType>;

/** How many were there, how many findings there were, and how many of these were right. */
const outcome = { wanted: count, found: count, right: count };

/** Of findings between this confidence and the next band's: how many, their mean confidence, the share that was right. */
const band = z.object({ from: z.number(), count, mean: z.number(), right: z.number() });

const names = z.enum(['PERSON', 'LOCATION']);

/**
 * What `scripts/evaluate --write` measured, as the product ships and shows it. Counts, not shares, so that whoever reads
 * can see how much a figure stands on. `detectors` is a short digest of the set that was measured.
 */
const figuresSchema = z.object({
  measuredOn: z.iso.date(),
  detectors: z.string(),
  /** Made business documents that nobody tuned on. */
  identifiers: z.object({
    documents: count,
    characters: count,
    types: z.array(z.object({ type: measuredType, ...outcome })),
    confidence: z.array(band),
  }),
  names: z.object({
    sets: z.array(
      z.object({ language: z.string(), set: z.string(), type: names, touched: count, ...outcome }),
    ),
    confidence: z.array(band),
    groups: z.array(
      z.object({ origin: z.string(), gender: z.enum(['f', 'm']), wanted: count, found: count }),
    ),
  }),
  /** Whole documents with everything in them that says who somebody is: how much is covered from end to end. */
  wholeDocuments: z.array(z.object({ kind: z.string(), wanted: count, covered: count })),
  /** Pairs of texts with the same word in them, one about a person and one not. */
  categories: z.array(z.object({ type: measuredType, language: z.string(), ...outcome })),
  kinds: z.array(z.object({ kind: z.enum(DOCUMENT_KINDS), ...outcome })),
  /** The test cases of other detectors' own suites. */
  peers: z.array(
    z.object({
      suite: z.string(),
      type: z.string(),
      positives: count,
      found: count,
      negatives: count,
      wrong: count,
    }),
  ),
});

export type Figures = z.infer<typeof figuresSchema>;

export const FIGURES_FILE = new URL('figures.json', import.meta.url);

/** The figures that the product ships. @throws Error when the file is missing or of another shape: a broken package. */
export function readFigures(): Figures {
  return figuresSchema.parse(JSON.parse(readFileSync(FIGURES_FILE, 'utf8')));
}

/** Eight letters and digits that change with any detector's version. */
export function digestOf(detectorSet: string): string {
  return createHash('sha256').update(detectorSet).digest('hex').slice(0, 8);
}
