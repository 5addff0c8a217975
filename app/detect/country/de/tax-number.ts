import { type Identifier, PRIOR } from '../../identifiers/identifier.ts';
import { words } from '../../identifiers/words.ts';

/**
 * German tax numbers (Steuernummer) of people and companies, in the long form of ELSTER and as tax offices write them.
 *
 * Pattern: thirteen digits that begin with a state's number (01 to 16 in Presidio's reading, the offices' own from 11
 * to 91 otherwise); or digits between slashes, which need a word beside them.
 * Checksum: differs by state and is not read.
 * Source: ELSTER, "Prüfung der Steuernummern"; Presidio's DeTaxNumberRecognizer for the beginning.
 * Near-misses: EAN numbers (thirteen digits), dates between slashes.
 */
export const deTaxNumber: Identifier = {
  id: 'de-tax-number',
  version: 1,
  type: 'DE_TAX_NUMBER',
  category: 'confidential',
  rule: { en: 'has the form of a German tax number', da: 'har form som et tysk skattenummer' },
  shapes: { d13: 1.7, 'd2/d3/d5': 0, 'd3/d3/d5': 0, 'd3/d4/d4': 0 },
  holds: (compact) => compact.length < 13 || /^(?:0[1-9]|1[0-6])\d{11}$/.test(compact),
  prior: PRIOR.formOnly,
  checked: false,
  words: words('steuer-?\\s?n(?:ummer|r)', 'st\\.?-?nr', 'finanzamt', 'tysk skatten'),
  kinds: ['tax-number'],
};
