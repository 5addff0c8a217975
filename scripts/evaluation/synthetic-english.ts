import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { detect, type NameModel } from '#detect/index.ts';
import { isCovered } from './whole-documents.ts';

/** Of one type: how many places are marked, and how many a finding of ours covers from end to end. */
export interface TypeRecall {
  readonly type: string;
  readonly wanted: number;
  readonly covered: number;
}

/** Their types that are ours too, by another name at times. Ours are told apart from them by what they mean. */
const OURS: ReadonlyMap<string, string> = new Map([
  ['PERSON', 'PERSON'],
  ['GPE', 'LOCATION'],
  ['EMAIL_ADDRESS', 'EMAIL_ADDRESS'],
  ['PHONE_NUMBER', 'PHONE_NUMBER'],
  ['CREDIT_CARD', 'CREDIT_CARD'],
  ['IBAN_CODE', 'IBAN_CODE'],
  ['IP_ADDRESS', 'IP_ADDRESS'],
]);

const texts = z.array(
  z.object({
    full_text: z.string(),
    spans: z.array(
      z.object({ entity_type: z.string(), start_position: z.number(), end_position: z.number() }),
    ),
  }),
);

/**
 * Recall on the 1,500 synthetic English texts of presidio-research (MIT), read in place. Names of many countries are put
 * into short English templates there, so the figures say how well names are found that are strange to their text.
 * Precision is not measured: titles and nationalities are marked there and not here.
 */
export function syntheticEnglish(dataFolder: string, names: NameModel): TypeRecall[] {
  const path = `${dataFolder}/pii/synth_dataset_v2.json`;
  const counts = new Map([...OURS.keys()].map((type) => [type, { type, wanted: 0, covered: 0 }]));
  for (const { full_text: text, spans } of texts.parse(JSON.parse(readFileSync(path, 'utf8')))) {
    const findings = detect(text, { names });
    // Their offsets count characters, ours UTF-16 code units; texts with others than the basic ones are left out.
    if (/[\u{10000}-\u{10ffff}]/u.test(text)) continue;
    for (const { entity_type: type, start_position: start, end_position: end } of spans) {
      const count = counts.get(type);
      if (!count) continue;
      const ofType = findings.filter((finding) => finding.type === OURS.get(type));
      count.wanted += 1;
      if (isCovered(text, start, end, ofType)) count.covered += 1;
    }
  }
  return [...counts.values()];
}
