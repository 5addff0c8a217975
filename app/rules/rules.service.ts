import { randomInt } from 'node:crypto';
import type { Audit, Entry } from '#audit/index.ts';
import { customType, faultsIn, NO_RULES, type PatternFault, type RuleSet } from '#detect/index.ts';
import type { Clock } from '#kernel/clock.ts';
import { Failure } from '#kernel/errors.ts';
import type { Database } from '#platform/db/index.ts';
import type { Vault } from '#platform/vault/index.ts';
import type { ReadingRules } from '#scan/index.ts';
import type { By } from '#sources/index.ts';
import { countedDifferences, differences, type Difference } from './differences.ts';
import type { NameListStore } from './name-lists.store.ts';
import type { RuleDraft, RuleVersion, VersionStore } from './versions.store.ts';

/**
 * The company's rules. What is worked on is a draft, which no scan reads with; taken into use, it is the next version.
 * A version is never changed: going back makes a new one that is equal to an old.
 */
export interface Rules {
  /** What scans read with now: the newest version, without titles and reasons, and the lists of names. */
  inForce(): ReadingRules;
  /** The titles of all rules that there are or were, by the type of what they find. */
  titles(): ReadonlyMap<string, string>;
  /** As `inForce`, with the draft in place of the version. */
  inTrial(): Promise<ReadingRules>;
  /** What the pages show; that somebody looked is on the record first, since values may stand in it. */
  see(by: By, what: RulesPart): Promise<RulesState>;
  state(): Promise<RulesState>;
  /** Changes the draft, and begins one where there is none. A set with a pattern that cannot be used is not kept. */
  draft(by: By, change: (set: RuleSet) => RuleSet): Promise<ReadonlyMap<string, PatternFault>>;
  discard(): Promise<void>;
  /**
   * Takes the draft into use. `seen` is its `changedAt` as whoever decides has seen it.
   * @throws Failure conflict when nothing is otherwise in it, it began as an older version, or was changed since
   */
  takeIntoUse(by: By, reason: string, seen: Date): Promise<RuleVersion>;
  /** A new version, equal to an old one; what is drafted stays. @throws Failure not-found */
  restore(by: By, number: number, reason: string): Promise<RuleVersion>;
  /** The newest first, each with what is otherwise in it than in the one before. */
  versions(by: By): Promise<(RuleVersion & { differences: Difference[] })[]>;
  /** Reads what is in force anew: after a list of names came or went. */
  refresh(): Promise<void>;
}

export type RulesPart = 'own' | 'allowed' | 'built-in' | 'draft';

export interface RulesState {
  /** The version in use; null: the company has no rules yet. */
  readonly version: RuleVersion | null;
  readonly draft: RuleDraft | null;
  /** The draft, or what is in use where there is none. */
  readonly set: RuleSet;
  /** What the draft would change. */
  readonly differences: readonly Difference[];
}

export async function createRules(needs: {
  db: Database;
  vault: Vault;
  audit: Audit;
  clock: Clock;
  versions: VersionStore;
  nameLists: NameListStore;
}): Promise<Rules> {
  const { db, vault, audit, clock, versions, nameLists } = needs;

  const readingWith = async (set: RuleSet): Promise<ReadingRules> => {
    const lists = await nameLists.all(db.read);
    const people = lists.map(({ kind, people: listed }) => ({ kind, names: listed.map(({ name }) => name) }));
    const whole = { ...withoutWording(set), people };
    const isNone = JSON.stringify(whole) === JSON.stringify(NO_RULES);
    return { set: whole, print: isNone ? null : printOf(vault, whole) };
  };

  const readAll = async () => {
    const all = await versions.all(db.read);
    // A file may still hold what a rule found that is no more: the oldest first, so that the newest title stays.
    const titles = new Map(
      all.toReversed().flatMap(({ set }) => set.rules.map((rule) => [customType(rule), rule.title] as const)),
    );
    return { reading: await readingWith(all[0]?.set ?? NO_RULES), titles };
  };
  let now = await readAll();
  const refresh = async (): Promise<void> => {
    now = await readAll();
  };

  const state = async (): Promise<RulesState> => {
    const version = await versions.newest(db.read);
    const draft = await versions.draft(db.read);
    const inUse = version?.set ?? NO_RULES;
    const set = draft?.set ?? inUse;
    return { version, draft, set, differences: differences(inUse, set) };
  };

  const record = (
    tx: Parameters<Audit['append']>[0],
    by: By,
    entry: Pick<Entry, 'what' | 'details'> & { purpose?: string },
  ) => audit.append(tx, { on: null, purpose: null, ...by, ...entry, outcome: 'done' });

  const personOf = ({ who }: By): string | null => (who.kind === 'person' ? who.id : null);

  const make = async (
    by: By,
    reason: string,
    next: (newest: RuleVersion | null, tx: Parameters<VersionStore['add']>[0]) => Promise<Made>,
  ): Promise<RuleVersion> => {
    const made = await db.write(async (tx) => {
      const newest = await versions.newest(tx);
      const { set, restores } = await next(newest, tx);
      const found = differences(newest?.set ?? NO_RULES, set);
      if (found.length === 0) throw nothingToChange();
      const number = (newest?.number ?? 0) + 1;
      const version = { number, madeAt: clock.now(), madeBy: personOf(by), restores, reason, set };
      await versions.add(tx, version);
      const details = { version: number, before: number - 1, restores, ...countedDifferences(found) };
      await record(tx, by, { what: 'rules.version-made', purpose: reason, details });
      return version;
    });
    await refresh();
    return made;
  };

  return {
    inForce: () => now.reading,
    titles: () => now.titles,
    inTrial: async () => readingWith((await state()).set),
    refresh,
    state,

    async see(by, what) {
      await db.write((tx) => record(tx, by, { what: 'rules.seen', details: { part: what } }));
      return state();
    },

    async draft(by, change) {
      return db.write(async (tx) => {
        const newest = await versions.newest(tx);
        const draft = await versions.draft(tx);
        const inUse = newest?.set ?? NO_RULES;
        const set = change(draft?.set ?? inUse);
        if (JSON.stringify(set).length > LARGEST_SET) throw tooLarge();
        const faults = faultsIn(set);
        if (faults.size > 0) return faults;
        if (differences(inUse, set).length === 0) await versions.dropDraft(tx);
        else {
          const base = draft?.base ?? newest?.number ?? 0;
          await versions.keepDraft(tx, { base, changedAt: clock.now(), changedBy: personOf(by), set });
        }
        return faults;
      });
    },

    discard: () => db.write((tx) => versions.dropDraft(tx)),

    takeIntoUse: (by, reason, seen) =>
      make(by, reason, async (newest, tx) => {
        const draft = await versions.draft(tx);
        if (draft === null) throw nothingToChange();
        // Somebody went back to an older version meanwhile; the draft would undo that without a word.
        if (draft.base !== (newest?.number ?? 0)) throw outdated();
        if (draft.changedAt.getTime() !== seen.getTime()) throw changedSince();
        await versions.dropDraft(tx);
        return { set: draft.set, restores: null };
      }),

    restore: (by, number, reason) =>
      make(by, reason, async (_newest, tx) => {
        const old = await versions.byNumber(tx, number);
        if (old === null) throw notFound();
        return { set: old.set, restores: number };
      }),

    async versions(by) {
      await db.write((tx) => record(tx, by, { what: 'rules.seen', details: { part: 'versions' } }));
      const all = await versions.all(db.read);
      return all.map((version, index) => ({
        ...version,
        differences: differences(all[index + 1]?.set ?? NO_RULES, version.set),
      }));
    },
  };
}

/** In UTF-16 code units of JSON: every worker holds the set, and a message to one is at most 32 MB. */
const LARGEST_SET = 4_000_000;

interface Made {
  readonly set: RuleSet;
  readonly restores: number | null;
}

/** A scanner has no use for titles and reasons, and no file is read anew because of a better one. */
function withoutWording(set: RuleSet): RuleSet {
  return {
    ...set,
    rules: set.rules.map((rule) => ({ ...rule, title: rule.id })),
    allowances: set.allowances.map((allowance) => ({ ...allowance, reason: '' })),
  };
}

/** A MAC, since it stands in clear beside each file: a plain hash would let values be guessed. */
function printOf(vault: Vault, set: RuleSet): string {
  return vault.mac('blind-index', 'rules.print', JSON.stringify(set)).toString('hex').slice(0, 16);
}

/** An id of a rule or allowance, such as stands in a type's name: `CUSTOM_K7RX20PQ4M`. */
export function newRuleId(): string {
  const signs = 'ABCDEFGHJKMNPQRSTUVWXYZ23456789';
  return Array.from({ length: 10 }, () => signs.charAt(randomInt(signs.length))).join('');
}

function nothingToChange(): Failure {
  return new Failure(
    'conflict',
    'the rules are as they were',
    'Change something first; then take it into use.',
  );
}

function tooLarge(): Failure {
  return new Failure(
    'invalid-input',
    'the rules are too large together',
    'Shorten the longest lists of words, or take a list out.',
  );
}

function outdated(): Failure {
  return new Failure(
    'conflict',
    'the draft began as an older version of the rules',
    'Look at what was changed meanwhile; discard the draft and change what is still wanted.',
  );
}

function changedSince(): Failure {
  return new Failure(
    'conflict',
    'the draft was changed after you looked at it',
    'Look at it again, and take it into use then.',
  );
}

function notFound(): Failure {
  return new Failure('not-found', 'there is no such version', 'See the list of versions.');
}
