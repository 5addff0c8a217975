import {
  emptyForm,
  fieldModel,
  type BadgeModel,
  type Formats,
  type Notice,
  type PageModel,
  type TableCell,
  type TableModel,
  type Translate,
} from '#web/index.ts';
import type { RecordLine, RecordPage, RecordQuery, Verification } from './audit.service.ts';
import { deeds, type Deed, type StoredEntry } from './entry.ts';

/** Persons' names by id; null for an id that is nobody's any more. */
export type Names = Map<string, string | null>;

interface Needs {
  readonly t: Translate;
  readonly formats: Formats;
  readonly query: Pick<RecordQuery, 'what' | 'before'>;
  readonly found: RecordPage;
  readonly names: Names;
}

export function presentRecord({ t, formats, query, found, names }: Needs): PageModel {
  const rows = found.lines.map((line) => rowOf(t, formats, names, line));
  return {
    title: t('audit:record.title'),
    filter: fieldModel(t, emptyForm, {
      name: 'what',
      label: t('audit:record.filter'),
      type: 'select',
      required: true,
      initial: query.what ?? '',
      choices: [{ value: '', label: t('audit:record.every-deed') }, ...deedChoices(t)],
    }),
    filtered: query.what !== null,
    table: tableOf(t, rows),
    none: rows.length === 0,
    // A search stops after some thousands of entries: an empty page may well have one behind it.
    unfinished: rows.length === 0 && found.next !== null,
    newest: query.before === null ? null : addressOf({ what: query.what, before: null }),
    older: found.next === null ? null : addressOf({ what: query.what, before: found.next }),
  };
}

export function verificationNotice(t: Translate, formats: Formats, verification: Verification): Notice {
  switch (verification.kind) {
    case 'whole':
      return {
        kind: 'done',
        key: 'audit:verification.whole',
        values: { entries: formats.number(verification.entries), head: inGroups(verification.head) },
      };
    case 'broken':
      return {
        kind: 'warning',
        key: 'audit:verification.broken',
        // words: audit:fault.*
        values: {
          sequence: formats.number(verification.sequence),
          fault: t(`audit:fault.${verification.fault}`),
        },
      };
  }
}

/** 64 hex digits as people write them down, and as a narrow screen can break them. */
function inGroups(hash: string): string {
  return hash.replace(/.{8}(?=.)/g, '$& ');
}

/** A deed in words; one that only another version knows keeps its name. */
export function deedInWords(t: Translate, what: string): string {
  // words: audit:deed.*
  return isDeed(what) ? t(`audit:deed.${what}`) : what;
}

function isDeed(what: string): what is Deed {
  return deeds.some((deed) => deed === what);
}

function deedChoices(t: Translate): { value: string; label: string }[] {
  return deeds
    .map((deed) => ({ value: deed, label: deedInWords(t, deed) }))
    .sort((one, other) => one.label.localeCompare(other.label, 'da'));
}

function tableOf(t: Translate, rows: TableModel['rows']): TableModel {
  return {
    caption: t('audit:record.title'),
    columns: [
      { label: t('audit:column.when') },
      { label: t('audit:column.who') },
      { label: t('audit:column.what') },
      { label: t('audit:column.on') },
      { label: t('audit:column.outcome') },
      { label: t('audit:column.why') },
    ],
    rows,
  };
}

function rowOf(t: Translate, formats: Formats, names: Names, line: RecordLine): TableCell[] {
  const { sequence, at } = line.kind === 'entry' ? line.entry : line;
  const when: TableCell = {
    kind: 'text',
    text: Number.isNaN(at.getTime()) ? t('audit:record.no-time') : formats.dateTime(at),
    note: t('audit:record.number', { number: formats.number(sequence) }),
  };
  const nothing: TableCell = { kind: 'text', text: '–' };
  if (line.kind === 'unreadable') {
    const unreadable: BadgeModel = { text: t('audit:record.unreadable'), tone: 'red' };
    return [when, nothing, { kind: 'badges', badges: [unreadable] }, nothing, nothing, nothing];
  }
  const { entry } = line;
  return [
    when,
    { kind: 'text', text: whoInWords(t, names, entry.who), ...noted(entry.from) },
    { kind: 'text', text: deedInWords(t, entry.what), ...noted(detailsInWords(entry.details)) },
    entry.on === null ? nothing : onInWords(t, names, entry.on),
    { kind: 'badges', badges: [outcomeBadge(t, entry.outcome)] },
    entry.purpose === null ? nothing : { kind: 'text', text: entry.purpose },
  ];
}

function whoInWords(t: Translate, names: Names, who: StoredEntry['who']): string {
  switch (who.kind) {
    case 'person':
      return names.get(who.id) ?? t('audit:who.unknown-person');
    case 'job':
      return t('audit:who.job');
    case 'nobody':
      return t('audit:who.nobody');
    case 'console':
      return t('audit:who.console');
  }
}

// words: audit:on.*
const THINGS: ReadonlySet<string> = new Set([
  'file',
  'finding',
  'run',
  'source',
  'certificate',
  'risk-weights',
  'name-list',
]);

function onInWords(t: Translate, names: Names, on: { kind: string; id: string }): TableCell {
  if (on.kind === 'person')
    return {
      kind: 'text',
      text: names.get(on.id) ?? t('audit:who.unknown-person'),
      note: t('audit:on.person'),
    };
  return { kind: 'text', text: THINGS.has(on.kind) ? t(`audit:on.${on.kind}`) : on.kind, note: on.id };
}

function outcomeBadge(t: Translate, outcome: StoredEntry['outcome']): BadgeModel {
  // words: audit:outcome.*
  const tone = { done: 'green', refused: 'orange', failed: 'red' } as const;
  return { text: t(`audit:outcome.${outcome}`), tone: tone[outcome] };
}

/** Counts and codes, under the names that the record keeps them by. */
function detailsInWords(details: StoredEntry['details']): string | null {
  const said = Object.entries(details).filter(([, value]) => value !== null && value !== '');
  return said.length === 0 ? null : said.map(([name, value]) => `${name}: ${String(value)}`).join(', ');
}

function noted(note: string | null): { note?: string } {
  return note === null ? {} : { note };
}

function addressOf({ what, before }: Pick<RecordQuery, 'what' | 'before'>): string {
  const parts = new URLSearchParams();
  if (what !== null) parts.set('what', what);
  if (before !== null) parts.set('before', String(before));
  const query = parts.toString();
  return query === '' ? '/record' : `/record?${query}`;
}
