import type { Clock } from '#kernel/clock.ts';
import type { Vault } from '#platform/vault/index.ts';

/**
 * The codes of slips just made, until the page that prints them has been shown: in memory, once, for ten minutes.
 * What is stored of a code is its HMAC.
 */
export interface SlipCodes {
  macOf(code: string): Buffer;
  keep(slipId: string, code: string): void;
  /** The code, which is forgotten by this; null if there is none any more. */
  take(slipId: string): string | null;
}

export function createSlipCodes({ vault, clock }: { vault: Vault; clock: Clock }): SlipCodes {
  const waiting = new Map<string, { code: string; until: number }>();
  const forgetOld = (): void => {
    for (const [id, { until }] of waiting) if (until <= clock.now().getTime()) waiting.delete(id);
  };
  return {
    macOf: (code) => vault.mac('token', 'slips.code', code),
    keep(slipId, code) {
      forgetOld();
      waiting.set(slipId, { code, until: clock.now().getTime() + KEPT });
    },
    take(slipId) {
      forgetOld();
      const found = waiting.get(slipId)?.code ?? null;
      waiting.delete(slipId);
      return found;
    },
  };
}

const KEPT = 10 * 60 * 1000;
