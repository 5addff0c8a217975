import { type Identifier, PRIOR } from '../../identifiers/identifier.ts';
import { words } from '../../identifiers/words.ts';

/**
 * Portuguese citizen card numbers (cartão de cidadão): the document number, not the person's tax number.
 *
 * Pattern: eight digits, a digit, two letters or digits and a digit: 00000000 0 ZZ4.
 * Checksum: Luhn with letters as 10 to 35.
 * Source: Instituto dos Registos e do Notariado, "Validação de Número de Documento do Cartão de Cidadão".
 * Near-misses: item codes of that shape: one in ten passes.
 */
export const ptCartaoDeCidadao: Identifier = {
  id: 'pt-cartao-de-cidadao',
  version: 1,
  type: 'PT_CARTAO_DE_CIDADAO',
  category: 'confidential',
  rule: {
    en: 'a Portuguese citizen card number: its check digit holds',
    da: 'nummeret på et portugisisk borgerkort: kontrolcifferet stemmer',
  },
  shapes: { x12: 0, 'd8 d1 x3': 2.5, 'd9 x3': 1 },
  holds: (compact) => {
    if (!/^\d{9}(?:[A-Z]{2}|[A-Z]\d|\d[A-Z])\d$/.test(compact)) return false;
    let sum = 0;
    for (let at = 0; at < 12; at += 1) {
      const unit = compact.charCodeAt(at);
      const value = unit <= 57 ? unit - 48 : unit - 55;
      const doubled = value * 2;
      sum += at % 2 === 0 ? (doubled >= 10 ? doubled - 9 : doubled) : value;
    }
    return sum % 10 === 0;
  },
  prior: PRIOR.checked,
  checked: true,
  words: words(
    'cart[ãa]o d[eo] cidad[ãa]o',
    'cidad[ãa]o',
    'cc$',
    'portuguese (?:id|citizen)',
    'portugisisk id',
  ),
  kinds: ['national-id'],
};
