import { normalFormOf, type FindingType } from '#detect/index.ts';
import type { Reader } from '#platform/db/index.ts';
import type { Vault } from '#platform/vault/index.ts';

/** A value that somebody is known by. */
export interface KnownValue {
  readonly type: FindingType;
  readonly value: string;
}

/** By which types one file mentions somebody, and how often. */
export interface Mention {
  readonly fileId: number;
  readonly type: FindingType;
  readonly count: number;
}

/** Finds values again by their blind index: the database never learns which. */
export function createMentionStore(vault: Vault) {
  return {
    /** In files that are still there, in the order of their ids; at most `limit` mentions. */
    async of(db: Reader, values: readonly KnownValue[], limit: number): Promise<Mention[]> {
      const indexes = values.flatMap(({ type, value }) => {
        const normal = normalFormOf(type, value);
        return normal === '' ? [] : vault.mac('blind-index', type, normal);
      });
      return db('findings')
        .whereIn('findings.blind_index', indexes)
        .join('files', 'files.id', 'findings.file_id')
        .whereNull('files.gone_at')
        .orderBy(['findings.file_id', 'findings.type'])
        .limit(limit)
        .select<Mention[]>({ fileId: 'findings.file_id', type: 'findings.type', count: 'findings.count' });
    },
  };
}
