import { bytesInMemory } from '#kernel/bytes.ts';
import type { Reading, Segment } from '../../format.ts';
import { Unread } from '../../format.ts';
import { reasonOf } from '../../reason.ts';
import { itemText, within } from '../item-text.ts';
import type { OutlookAttachment, OutlookItem } from '../outlook-item.ts';
import { PROPERTY } from '../outlook-item.ts';
import type { StoreFile, StoreNode } from './store-file.ts';
import { OBJECT, propertiesOf, tableRows } from './store-properties.ts';

/** What a node is, by the lower five bits of its id. */
const FOLDER = 0x02;
const ITEM = 0x04;
const ATTACHMENT = 0x05;
const RECIPIENTS = 0x692;
const FILE = 0x3701;
const MAX_FOLDERS = 100_000;

/** All items of a store, folder by folder as they were made; also those that a folder does not show any more. */
export async function* storeItems(file: StoreFile, reading: Reading): AsyncGenerator<Segment> {
  const broken = (): void => reading.leftOut('corrupt');
  const folders = foldersOf(file, reading);
  for (const node of file.nodes(broken)) {
    if ((node.id & 0x1f) !== ITEM) continue;
    try {
      const item = itemOf(file, node, reading, 0);
      const folder = folderPath(folders, node.parent);
      yield* itemText(item, within(within(reading, folder), nameOf(item)));
    } catch (error) {
      if (error instanceof Unread && error.reason === 'too_large') throw error;
      reading.leftOut(reasonOf(error));
    }
  }
}

function nameOf({ properties }: OutlookItem): string {
  const subject = properties.text(PROPERTY.subject)?.replace(/^\u0001./, '') ?? '';
  return subject.replaceAll(/\s+/g, ' ').trim().slice(0, 100) || '(no subject)';
}

interface Folder {
  readonly name: string;
  readonly parent: number;
}

function foldersOf(file: StoreFile, reading: Reading): Map<number, Folder> {
  const folders = new Map<number, Folder>();
  for (const node of file.nodes(() => undefined)) {
    if ((node.id & 0x1f) !== FOLDER || folders.size >= MAX_FOLDERS) continue;
    try {
      const name = propertiesOf(file, node, new Map(), reading.limits.maxInMemory).text(PROPERTY.name);
      folders.set(node.id, { name: name ?? '', parent: node.parent });
    } catch {
      // A folder without a name is still passed through: its items are read as lying above it.
    }
  }
  return folders;
}

function folderPath(folders: ReadonlyMap<number, Folder>, from: number): string {
  const names: string[] = [];
  const seen = new Set<number>();
  for (let id = from; !seen.has(id);) {
    seen.add(id);
    const folder = folders.get(id);
    if (!folder) break;
    if (folder.name !== '') names.unshift(folder.name);
    id = folder.parent;
  }
  return names.join('/') || '(no folder)';
}

function itemOf(file: StoreFile, node: StoreNode, reading: Reading, depth: number): OutlookItem {
  if (depth > reading.limits.maxDepth) throw new Unread('too_deep');
  const limit = reading.limits.maxInMemory;
  const inner = file.inner(node);
  const recipients = inner.get(RECIPIENTS);
  return {
    properties: propertiesOf(file, node, inner, limit),
    recipients: recipients ? tableRows(file, recipients, file.inner(recipients), limit) : [],
    attachments: [...inner.values()]
      .filter(({ id }) => (id & 0x1f) === ATTACHMENT)
      .map((attachment) => attachmentOf(file, attachment, limit, depth)),
  };
}

function attachmentOf(file: StoreFile, node: StoreNode, limit: number, depth: number): OutlookAttachment {
  const properties = propertiesOf(file, node, file.inner(node), limit);
  return {
    properties,
    content(reading) {
      if (properties.kind(FILE) !== OBJECT) {
        const bytes = properties.binary(FILE);
        return bytes && bytes.length > 0 ? bytesInMemory(bytes) : null;
      }
      const item = properties.object(FILE);
      return item ? itemText(itemOf(file, item, reading, depth + 1), reading) : null;
    },
  };
}
