import { displayName } from '#kernel/file-name.ts';
import type { Place } from '#extract/index.ts';
import type { Translate } from '#web/index.ts';
import type { ListedFile } from './insight.service.ts';

/** The folder of a file as people write it: the source's name, then the folders. */
export function folderText({ source, folder }: Pick<ListedFile, 'source' | 'folder'>): string {
  return [source?.name ?? '', ...(folder?.path ?? []).map(displayName)].join(' / ');
}

// words: scan:type.*
export function typeText(t: Translate, type: string): string {
  return t(`scan:type.${type}`);
}

// words: scan:status.*, scan:reason.*
export function endingText(t: Translate, status: string, reason: string | null): string {
  const ending = t(`scan:status.${status}`);
  return reason === null ? ending : `${ending}: ${t(`scan:reason.${reason}`)}`;
}

/** Where in the file, for example "Ark Løn, række 12"; empty when the file has no inner places. */
export function placeText(t: Translate, place: Place): string {
  const inside = place.path.map(displayName);
  const steps = [
    place.part === undefined ? [] : [place.part],
    place.page === undefined ? [] : [t('scan:place.page', { number: place.page })],
    place.sheet === undefined ? [] : [t('scan:place.sheet', { name: place.sheet })],
    place.row === undefined ? [] : [t('scan:place.row', { number: place.row })],
    place.slide === undefined ? [] : [t('scan:place.slide', { number: place.slide })],
    place.line === undefined ? [] : [t('scan:place.line', { number: place.line })],
  ].flat();
  return [...inside, steps.join(', ')].filter(Boolean).join(' › ');
}
