/**
 * Text that knows which values it holds. A document is written with these pieces, a maker turns them into bytes, and
 * the truth is gathered from the very same pieces: so what is written and what is told cannot drift apart.
 */
export type Text = string | Value | readonly Piece[];
export type Piece = string | Value;

/** The types that the truth lists completely. PERSON is kept apart, for a later issue. */
export type ValueType = 'DK_CPR' | 'EMAIL_ADDRESS' | 'PHONE_NUMBER' | 'IBAN_CODE' | 'CREDIT_CARD';

export interface Value {
  readonly type: ValueType | 'PERSON';
  /** Normalised: digits only, e-mail in lower case, phone as E.164, IBAN without spaces. */
  readonly text: string;
  /** As it stands in the file. */
  readonly written: string;
  /** It only looks like a value of this type: an order number, a company's number, a failed checksum. */
  readonly lure?: true;
}

/** Puts text, values and numbers together: t`CPR-nr. ${pen.cpr(person)}`. */
export function t(words: TemplateStringsArray, ...parts: readonly (Text | number)[]): Text {
  return join(
    words.flatMap((word, at) => {
      const part = parts[at];
      return part === undefined ? [word] : [word, typeof part === 'number' ? String(part) : part];
    }),
  );
}

export function join(texts: readonly Text[], between = ''): Text {
  return texts.flatMap((text, at) => (at > 0 && between !== '' ? [between, ...pieces(text)] : pieces(text)));
}

export function pieces(text: Text): readonly Piece[] {
  if (typeof text === 'string') return text === '' ? [] : [text];
  return 'written' in text ? [text] : text;
}

/** The text as a reader of the file sees it. */
export function plain(text: Text): string {
  return pieces(text).map(written).join('');
}

export function written(piece: Piece): string {
  return typeof piece === 'string' ? piece : piece.written;
}

export function valuesIn(texts: Iterable<Text>): Value[] {
  return [...texts].flatMap((text) => pieces(text).filter((piece) => typeof piece !== 'string'));
}
