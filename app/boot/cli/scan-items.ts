import type { Source } from '#sources/offline.ts';
import type { Target } from './target.ts';

/** One thing that a walk comes by, with its path as find(1) prints it. */
export type ScanItem =
  | {
      readonly kind: 'file';
      readonly path: string;
      readonly names: readonly string[];
      readonly size: number;
      /** ms since 1970 */
      readonly modifiedAtMs: number;
    }
  /** A link, a device: listed, never opened. */
  | { readonly kind: 'special'; readonly path: string }
  /** A folder that cannot be listed, or a name that the disk says nothing of. */
  | { readonly kind: 'unreadable'; readonly path: string };

/** Everything at a target, in the order of the walk. `root` is the path as it was given. */
export async function* itemsOf(root: string, target: Target, signal: AbortSignal): AsyncGenerator<ScanItem> {
  if (target.kind === 'file') {
    const { name, size, modifiedAtMs } = target;
    yield { kind: 'file', path: root, names: [name], size, modifiedAtMs };
  } else yield* itemsBelow(root, target.source, signal);
}

async function* itemsBelow(root: string, source: Source, signal: AbortSignal): AsyncGenerator<ScanItem> {
  const prefix = root.endsWith('/') ? root : `${root}/`;
  for await (const listing of source.walk()) {
    if (listing.kind === 'unreadable') {
      yield {
        kind: 'unreadable',
        path: listing.folder.length === 0 ? root : prefix + listing.folder.join('/'),
      };
      continue;
    }
    for (const entry of listing.entries) {
      if (signal.aborted) return;
      const names = [...listing.folder, entry.name];
      const path = prefix + names.join('/');
      if (entry.kind === 'file') {
        const { size, modifiedAtMs } = entry;
        yield { kind: 'file', path, names, size, modifiedAtMs };
      } else yield { kind: entry.kind === 'unreadable' ? 'unreadable' : 'special', path };
    }
  }
}
