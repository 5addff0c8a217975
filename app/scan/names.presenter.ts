import { displayName } from '#kernel/file-name.ts';
import { type DocumentKind, EXPERIMENTAL_KINDS } from '#detect/index.ts';
import { riskBadge, type BadgeModel, type Translate } from '#web/index.ts';
import { kindOf } from './file-kind.ts';
import type { ListedFile } from './insight.service.ts';
import type { InspectedPlace } from './inspection.ts';

/** The folder of a file as people write it: the source's name, then the folders. */
export function folderText({ source, folder }: Pick<ListedFile, 'source' | 'folder'>): string {
  return [source?.name ?? '', ...(folder?.path ?? []).map(displayName)].join(' / ');
}

// words: scan:type.*
export function typeText(t: Translate, type: string): string {
  return t(`scan:type.${type}`);
}

// words: scan:kind.*
export function kindText(t: Translate, kind: DocumentKind): string {
  return t(`scan:kind.${kind}`);
}

/** A kind as a file is said to be of; with a word of warning where nobody knows how often that is right. */
export function documentText(t: Translate, kind: DocumentKind): string {
  const text = kindText(t, kind);
  return EXPERIMENTAL_KINDS.includes(kind) ? t('scan:document.experimental', { kind: text }) : text;
}

// words: scan:status.*
// words: scan:reason.*
export function endingText(t: Translate, status: string, reason: string | null): string {
  const ending = t(`scan:status.${status}`);
  return reason === null ? ending : `${ending}: ${t(`scan:reason.${reason}`)}`;
}

/** The risk; but of a file that was not read through and showed nothing, nobody can say that there is none. */
export function riskOrUnread(
  t: Translate,
  { risk, status }: Pick<ListedFile, 'status'> & { readonly risk: Pick<ListedFile['risk'], 'band'> },
): BadgeModel {
  return risk.band === 'none' && status !== 'scanned'
    ? { text: t(`scan:status.${status}`), tone: 'grey' }
    : riskBadge(t, risk.band);
}

/** A file's type as people call it; of a type without a name of ours the kind is said, and the type as it is. */
export function mimeText(t: Translate, mime: string | null): string {
  if (mime === null) return '–';
  const name = MIME_NAMES[mime];
  // words: scan:mime.*
  if (name !== undefined) return t(`scan:mime.${name}`);
  const kind = kindOf(mime);
  // words: scan:file-kind.*
  return kind === 'other' ? mime : `${t(`scan:file-kind.${kind}`)} (${mime})`;
}

/** Where in the file, each place once: a value may stand three times in the head of one mail. */
export function placesText(t: Translate, places: readonly InspectedPlace[]): string[] {
  return [...new Set(places.map((place) => placeText(t, place)).filter(Boolean))];
}

/** Where in the file, for example "Ark Løn, række 12"; empty when the file has no inner places. */
export function placeText(t: Translate, place: InspectedPlace): string {
  const inside = place.path.map(displayName);
  const part = PART_NAMES.get(place.part ?? '');
  const steps = [
    place.page === undefined ? [] : [t('scan:place.page', { number: place.page })],
    place.sheet === undefined ? [] : [t('scan:place.sheet', { name: displayName(place.sheet) })],
    rowText(t, place),
    place.slide === undefined ? [] : [t('scan:place.slide', { number: place.slide })],
    place.line === undefined ? [] : [t('scan:place.line', { number: place.line })],
    // words: scan:part.*
    part === undefined ? [] : [t(`scan:part.${part}`)],
  ].flat();
  return [...inside, steps.join(', ')].filter(Boolean).join(' › ');
}

/** As spreadsheets name it, C14; the row alone where the cell is not known. */
function rowText(t: Translate, { row, column }: InspectedPlace): string[] {
  if (row === undefined) return [];
  if (column === undefined) return [t('scan:place.row', { number: row })];
  return [t('scan:place.cell', { name: `${lettersOf(column)}${row}` })];
}

/** A column's number as spreadsheets write it: 1 is A, 27 is AA. */
export function lettersOf(column: number): string {
  const rest = (column - 1) % 26;
  const before = (column - 1 - rest) / 26;
  return (before === 0 ? '' : lettersOf(before)) + String.fromCharCode(65 + rest);
}

const OFFICE = 'application/vnd.openxmlformats-officedocument.';

const MIME_NAMES: Readonly<Record<string, string>> = {
  [`${OFFICE}wordprocessingml.document`]: 'word',
  'application/msword': 'word-old',
  [`${OFFICE}spreadsheetml.sheet`]: 'excel',
  'application/vnd.ms-excel': 'excel-old',
  [`${OFFICE}presentationml.presentation`]: 'powerpoint',
  'application/vnd.ms-powerpoint': 'powerpoint-old',
  'application/vnd.ms-outlook': 'outlook',
  'application/vnd.ms-office.encrypted': 'office-encrypted',
  'application/vnd.oasis.opendocument.text': 'open-document',
  'application/pdf': 'pdf',
  'message/rfc822': 'mail',
  'application/zip': 'zip',
  'text/plain': 'text',
  'text/csv': 'csv',
  'text/tab-separated-values': 'csv',
  'text/html': 'html',
  'image/jpeg': 'image',
  'image/png': 'image',
  'image/gif': 'image',
  'image/tiff': 'image',
  'application/octet-stream': 'unknown',
};

/** The parts of a document, as extract names them, that are not simply its text; parts of one kind share a word. */
const PART_NAMES: ReadonlyMap<string, string> = new Map([
  ['annotations', 'comments'],
  ['building blocks', 'building-blocks'],
  ['chart', 'chart'],
  ['commenters', 'authors'],
  ['comments', 'comments'],
  ['connections', 'links'],
  ['data', 'data'],
  ['diagram', 'chart'],
  ['drawing', 'drawing'],
  ['endnotes', 'notes'],
  ['external data', 'links'],
  ['footer', 'header-footer'],
  ['footnotes', 'notes'],
  ['form', 'form'],
  ['handout master', 'master'],
  ['header', 'header-footer'],
  ['header and footer', 'header-footer'],
  ['headers', 'mail-header'],
  ['layout', 'master'],
  ['links', 'links'],
  ['master', 'master'],
  ['names', 'names'],
  ['notes', 'slide-notes'],
  ['notes master', 'master'],
  ['outline', 'outline'],
  ['pivot table', 'pivot-table'],
  ['properties', 'properties'],
  ['reviewers', 'authors'],
  ['variables', 'data'],
]);
