import { bytesInMemory } from '#kernel/bytes.ts';
import type { CompoundStorage } from '../compound/compound-file.ts';
import { streamIn } from '../compound/compound-file.ts';
import { compoundFile } from '../compound/compound-writer.ts';
import { inCodePage } from '../text/code-page.ts';
import type { OutlookAttachment, OutlookItem, OutlookProperties } from './outlook-item.ts';
import { PROPERTY } from './outlook-item.ts';

const WIDE = 0x1f;
const NARROW = 0x1e;
const BINARY = 0x102;
const SEVERAL = 0x1000;
const INTEGER = 3;

/** The item in an Outlook mail file (MS-OXMSG), whose storages and streams are named for what they hold. */
export function itemOf(root: CompoundStorage, limit: number): OutlookItem {
  const properties = new StoredProperties(root, limit, null);
  const storages = (beginning: string): CompoundStorage[] =>
    root.storages.filter(({ name }) => name.startsWith(beginning));
  return {
    properties,
    recipients: storages('__recip_version1.0_').map(
      (storage) => new StoredProperties(storage, limit, properties.codePage),
    ),
    attachments: storages('__attach_version1.0_').map((storage) =>
      attachmentOf(storage, limit, properties.codePage),
    ),
  };
}

function attachmentOf(storage: CompoundStorage, limit: number, codePage: number): OutlookAttachment {
  return {
    properties: new StoredProperties(storage, limit, codePage),
    content() {
      const file = streamIn(storage, '__substg1.0_37010102');
      if (file) return bytesInMemory(file.bytes(limit));
      // A mail that is attached, or an object, stands here as a storage.
      const item = storage.storages.find(({ name }) => name.toUpperCase() === '__SUBSTG1.0_3701000D');
      return item ? bytesInMemory(compoundFile(item, limit)) : null;
    },
  };
}

class StoredProperties implements OutlookProperties {
  readonly #storage: CompoundStorage;
  readonly #limit: number;
  readonly #numbers: ReadonlyMap<number, number>;
  readonly codePage: number;

  constructor(storage: CompoundStorage, limit: number, codePage: number | null) {
    this.#storage = storage;
    this.#limit = limit;
    this.#numbers = numbersOf(storage);
    this.codePage = this.#numbers.get(PROPERTY.codePage) ?? codePage ?? 1252;
  }

  text(id: number): string | undefined {
    return this.#string(id, WIDE, 1200) ?? this.#string(id, NARROW, this.codePage);
  }

  binary(id: number): Uint8Array | undefined {
    return streamIn(this.#storage, streamName(id, BINARY))?.bytes(this.#limit);
  }

  number(id: number): number | undefined {
    return this.#numbers.get(id);
  }

  *texts(): Generator<readonly [number, string]> {
    for (const stream of this.#storage.streams) {
      const match = /^__substg1\.0_([0-9A-F]{4})([0-9A-F]{4})(-[0-9A-F]{8})?$/i.exec(stream.name);
      if (!match) continue;
      const kind = Number.parseInt(match[2] ?? '', 16);
      const single = kind & ~SEVERAL;
      // Of a property of several values the stream without a number holds their lengths.
      if ((kind & SEVERAL) !== 0 && match[3] === undefined) continue;
      if (single !== WIDE && single !== NARROW) continue;
      const text = inCodePage(stream.bytes(this.#limit), single === WIDE ? 1200 : this.codePage);
      yield [Number.parseInt(match[1] ?? '', 16), text.replace(/\0+$/, '')];
    }
  }

  #string(id: number, kind: number, codePage: number): string | undefined {
    const bytes = streamIn(this.#storage, streamName(id, kind))?.bytes(this.#limit);
    return bytes ? inCodePage(bytes, codePage).replace(/\0+$/, '') : undefined;
  }
}

function streamName(id: number, kind: number): string {
  return `__substg1.0_${(id * 0x10000 + kind).toString(16).padStart(8, '0')}`;
}

/** Whole numbers stand in a stream of 16 bytes each, behind a header whose length tells a mail from what is in it. */
function numbersOf(storage: CompoundStorage): Map<number, number> {
  const numbers = new Map<number, number>();
  const stream = streamIn(storage, '__properties_version1.0');
  if (!stream) return numbers;
  const bytes = Buffer.from(stream.bytes(MAX_NUMBERS));
  const isItem = storage.streams.some(({ name }) => /^__substg1\.0_(0037|001A)/i.test(name));
  for (let at = bytes.length % 16 === 8 ? (isItem ? 24 : 8) : 32; at + 16 <= bytes.length; at += 16)
    if (bytes.readUInt16LE(at) === INTEGER)
      numbers.set(bytes.readUInt16LE(at + 2), bytes.readInt32LE(at + 8));
  return numbers;
}

const MAX_NUMBERS = 1024 * 1024;
