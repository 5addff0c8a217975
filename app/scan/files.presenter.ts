import { FINDING_TYPES, type FindingType } from '#detect/index.ts';
import { displayName } from '#kernel/file-name.ts';
import {
  categoryBadge,
  emptyForm,
  fieldModel,
  type Formats,
  type TableModel,
  type Translate,
} from '#web/index.ts';
import type { FileListPage, ListedFile } from './insight.service.ts';
import { FILE_KINDS } from './file-kind.ts';
import { gravestFirst } from './gravest-first.ts';
import { documentText, endingText, folderText, riskOrUnread, typeText } from './names.presenter.ts';
import { CATEGORIES, DOCUMENTS, REASONS, RISKS, STATUSES, type FileQuery } from './files.schema.ts';

/** The list of files, the riskiest first, with its filters. */
export function presentFiles(given: {
  t: Translate;
  formats: Formats;
  list: FileListPage;
  query: FileQuery;
  own: boolean;
  /** The folder that the list is narrowed to, in words; null when it is not. */
  place: string | null;
}) {
  const { t, formats, list, query, place } = given;
  const table: TableModel = {
    caption: t('scan:files.title'),
    columns: [
      { label: t('scan:files.file') },
      { label: t('scan:files.risk'), short: true },
      { label: t('scan:files.findings') },
      { label: t('scan:files.modified'), short: true },
      { label: t('scan:files.size'), numeric: true },
    ],
    rows: list.files.map((file) => [
      { kind: 'link', text: displayName(file.name), href: `/files/${file.publicId}`, note: folderText(file) },
      { kind: 'badges', badges: badgesOf(t, file) },
      { kind: 'text', text: findingsText(t, formats, file) },
      { kind: 'text', text: formats.date(file.modifiedAt) },
      { kind: 'text', text: formats.bytes(file.size) },
    ]),
  };
  return {
    title: t(given.own ? 'scan:files.own-title' : 'scan:files.title'),
    total: t('scan:files.total', { count: list.total }),
    table,
    none: list.files.length === 0,
    place,
    filters: [
      filter(t, query, 'risk', RISKS, (risk) =>
        risk === 'any' ? t('scan:filter.any-risk') : t(`layout:risk.${risk}`),
      ),
      filter(t, query, 'category', CATEGORIES, (category) => t(`layout:category.${category}`)),
      filter(t, query, 'type', typesToChoose(list.types, query), (type) => typeText(t, type)),
      filter(t, query, 'document', DOCUMENTS, (kind) => documentText(t, kind)),
      filter(t, query, 'kind', FILE_KINDS, (kind) => t(`scan:file-kind.${kind}`)),
      filter(t, query, 'status', STATUSES, (status) => t(`scan:status.${status}`)),
      filter(t, query, 'reason', REASONS, (reason) => t(`scan:reason.${reason}`)),
    ],
    // Filters that have no field of their own stay on when another is changed.
    kept: (['source', 'folder', 'olderThan', 'youngerThan'] as const).flatMap((name) => {
      const value = query[name];
      return value === undefined ? [] : [{ name, value: String(value) }];
    }),
    filtered: Object.keys(query).some((name) => name !== 'after'),
    next: list.next === null ? null : address(query, `${list.next.points}-${list.next.id}`),
    first: query.after === undefined ? null : address(query, undefined),
  };
}

/** What was found, and what is chosen already although it has gone; in the detectors' order, the company's own last. */
function typesToChoose(found: readonly FindingType[], { type }: FileQuery): FindingType[] {
  const offered = new Set<FindingType>(type === undefined ? found : [...found, type]);
  const own = [...offered].filter((one) => !FINDING_TYPES.some((known) => known === one));
  return [...FINDING_TYPES.filter((one) => offered.has(one)), ...own];
}

/** The risk, and the categories that ask for more care than ordinary data does. */
function badgesOf(t: Translate, file: ListedFile) {
  const categories = CATEGORIES.filter(
    (category) => category !== 'ordinary' && file.counts.some((count) => count.category === category),
  );
  return [riskOrUnread(t, file), ...categories.map((category) => categoryBadge(t, category))];
}

function findingsText(t: Translate, formats: Formats, file: ListedFile): string {
  if (file.counts.length === 0) return endingText(t, file.status, file.reason);
  const texts = gravestFirst(file.counts).map(({ type, count }) =>
    unbroken(`${typeText(t, type)}: ${formats.number(count)}`),
  );
  return file.status === 'scanned'
    ? texts.join(' · ')
    : `${texts.join(' · ')} · ${endingText(t, file.status, file.reason)}`;
}

/** Lines break between the types, not within one. */
function unbroken(text: string): string {
  return text.replaceAll(' ', '\u00a0').replaceAll('-', '\u2011');
}

// words: scan:filter.*
function filter<Value extends string>(
  t: Translate,
  query: FileQuery,
  name: 'risk' | 'category' | 'type' | 'document' | 'kind' | 'status' | 'reason',
  values: readonly Value[],
  textOf: (value: Value) => string,
) {
  return fieldModel(t, emptyForm, {
    name,
    label: t(`scan:filter.${name}`),
    type: 'select',
    required: true,
    initial: query[name] ?? '',
    choices: [
      { value: '', label: t('scan:filter.all') },
      ...values.map((value) => ({ value, label: textOf(value) })),
    ],
  });
}

function address(query: FileQuery, after: string | undefined): string {
  const parameters = new URLSearchParams();
  for (const [name, value] of Object.entries({ ...query, after })) {
    if (value !== undefined) parameters.set(name, String(value));
  }
  return `/files?${parameters.toString()}`;
}
