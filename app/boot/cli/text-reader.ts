import {
  compileRules,
  createTextScanner,
  type NameModel,
  type RuleSet,
  type ScannedFinding,
} from '#detect/index.ts';

/** What `detect` reads texts with. */
export interface TextNeeds {
  readonly names: NameModel;
  /** The company's own; null: none were named. */
  readonly rules: RuleSet | null;
  /** Also what was looked at and is not believed. */
  readonly unsure: boolean;
}

/** Makes a reader for each text: a text scanner that leaves out what the rules allow. */
export function createTextReader({ names, rules: set, unsure }: TextNeeds): () => TextReader {
  const rules = set === null ? null : compileRules(set);
  const own = rules === null ? {} : { rules, categories: rules.categories };
  const counts = ({ type, text }: ScannedFinding): boolean =>
    rules?.isAllowed(type, text, NO_PLACES) !== true;
  return () => {
    const scanner = createTextScanner({ names, now: new Date(), unsure, ...own });
    return {
      push: (piece) => scanner.push(piece).filter(counts),
      finish: () => scanner.finish().filter(counts),
    };
  };
}

export interface TextReader {
  readonly push: (piece: string) => ScannedFinding[];
  readonly finish: () => ScannedFinding[];
}

const NO_PLACES: ReadonlySet<string> = new Set();
