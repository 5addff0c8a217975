import type { Identifier } from '../../identifiers/identifier.ts';
import { words } from '../../identifiers/words.ts';

/**
 * The number of the Danish health card as a European health insurance card (the blue card's field 8).
 *
 * Pattern: twenty digits that begin with 80 for health and 208 for Denmark; in one or in groups of five or four.
 * The yellow card has no number of its own but the CPR number.
 * Checksum: none is relied on; the beginning leaves one in 100,000.
 * Source: Administrative Commission decision S2 of 12 June 2009, annex I; ISO 3166-1 numeric.
 * Near-misses: tracking numbers and SIM cards (89...) of twenty digits.
 */
export const dkHealthCard: Identifier = {
  id: 'dk-health-card',
  version: 1,
  type: 'DK_HEALTH_CARD',
  category: 'confidential',
  rule: {
    en: 'twenty digits that begin as Danish health cards do',
    da: 'tyve cifre, der begynder som danske sundhedskort',
  },
  shapes: { d20: 0, 'd5 d5 d5 d5': 1, 'd4 d4 d4 d4 d4': 1, 'd10 d10': 1 },
  holds: (compact) => compact.startsWith('80208'),
  prior: 1.8,
  checked: true,
  words: words('sundhedskort', 'sygesikring', 'health (?:insurance )?card', 'ehic'),
  kinds: ['health-card'],
};
