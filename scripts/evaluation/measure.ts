import { existsSync } from 'node:fs';
import { detectorSet } from '#detect/index.ts';
import { readNameModel } from '#scan/offline.ts';
import { digestOf, type Figures, measuredType } from '#quality/figures.ts';
import { reliabilityOf } from './calibration-table.ts';
import { measureCategories } from './categories.ts';
import { measureDocuments } from './documents.ts';
import { measureIdentifiers } from './identifiers.ts';
import { measureNames, rounded } from './names.ts';
import { judgePeers, type PeerVerdict } from './peers.ts';
import { MARK_KINDS, markedDocuments, outcomeOf } from './whole-documents.ts';

/** Where the marked texts and the peers' cases lie. */
export interface Folders {
  readonly data: string;
  readonly cases: string;
}

/**
 * Everything that is measured, as the product ships it. Only what nobody tuned on: held-out documents and pairs, dev parts
 * of corpora that are not trained on, peers' cases.
 * @throws Error that says what is missing and what to do: a measure that is skipped would look like one that holds.
 */
export function measureAll({ data, cases }: Folders, today: Date): Figures {
  for (const folder of [data, cases]) {
    if (!existsSync(folder)) throw new Error(`There is no ${folder}. Next: ${NEXT}`);
  }
  const names = readNameModel();
  const { documents, characters, types, judged } = measureIdentifiers('held-out', names);
  return {
    measuredOn: today.toISOString().slice(0, 10),
    detectors: digestOf(detectorSet),
    identifiers: { documents, characters, types: [...types], confidence: reliabilityOf(judged).map(rounded) },
    names: measureNames(data, names),
    wholeDocuments: wholeDocuments(names),
    categories: categories(names),
    kinds: kinds(names),
    peers: peersByType(judgePeers(cases)),
  };
}

const NEXT =
  'put the folder "shared" (marked texts in data/, peers\' cases in cases/detect/) beside the checkout, or name the folders with --data and --cases.';

function wholeDocuments(names: ReturnType<typeof readNameModel>): Figures['wholeDocuments'] {
  const outcomes = markedDocuments('held').map((document) => outcomeOf(document, names));
  return MARK_KINDS.map((kind) => {
    const ofKind = outcomes.flatMap(({ coverage }) => coverage.filter((one) => one.kind === kind));
    return {
      kind,
      wanted: ofKind.reduce((sum, { wanted }) => sum + wanted, 0),
      covered: ofKind.reduce((sum, { covered }) => sum + covered, 0),
    };
  });
}

function categories(names: ReturnType<typeof readNameModel>): Figures['categories'] {
  return measureCategories(names).flatMap(({ type, heldOutByLanguage }) =>
    Object.entries(heldOutByLanguage).map(([language, score]) => ({
      type: measuredType.parse(type),
      language,
      wanted: score.pairs,
      found: score.found + score.false,
      right: score.found,
    })),
  );
}

function kinds(names: ReturnType<typeof readNameModel>): Figures['kinds'] {
  return measureDocuments(names).map(({ kind, heldOut }) => ({
    kind,
    wanted: heldOut.documents,
    found: heldOut.found + heldOut.false,
    right: heldOut.found,
  }));
}

function peersByType(verdicts: readonly PeerVerdict[]): Figures['peers'] {
  const groups = Object.groupBy(verdicts, ({ suite, type }) => `${suite} ${type}`);
  return Object.values(groups).flatMap((group = []) => {
    const [first] = group;
    if (!first) return [];
    const negatives = group.filter(({ isNegative }) => isNegative);
    return [
      {
        suite: first.suite,
        type: first.type,
        positives: group.reduce((sum, { positives }) => sum + positives, 0),
        found: group.reduce((sum, { found }) => sum + found, 0),
        negatives: negatives.length,
        wrong: negatives.filter(({ isWrong }) => isWrong).length,
      },
    ];
  });
}
