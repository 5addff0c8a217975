import { detect, type Finding, type FindingType, type TextContext } from '#detect/index.ts';

/** What is reported of a type in a text, as the text that stands there. */
export function found(type: FindingType, text: string, context?: TextContext): string[] {
  return findingsOf(type, text, context).map(({ start, end }) => text.slice(start, end));
}

export function findingsOf(type: FindingType, text: string, context?: TextContext): Finding[] {
  return detect(text, context).filter((finding) => finding.type === type);
}

/** The confidence in the only finding of a type; 0 when it is not reported. */
export function confidence(type: FindingType, text: string, context?: TextContext): number {
  return findingsOf(type, text, context)[0]?.confidence ?? 0;
}

export function codes(type: FindingType, text: string, context?: TextContext): string[] {
  return findingsOf(type, text, context).flatMap(({ evidence }) => evidence.map(({ code }) => code));
}

/** An invented CPR number without hyphen: the first serial from `serial` on that holds (or fails) modulus 11. */
export function inventedCpr(ddmmyy: string, serial: number, modulus11 = true): string {
  for (let tried = serial; ; tried += 1) {
    const digits = ddmmyy + String(tried).padStart(4, '0');
    const sum = Array.from('4327654321').reduce(
      (total, weight, at) => total + Number(weight) * Number(digits[at]),
      0,
    );
    if ((sum % 11 === 0) === modulus11) return digits;
  }
}

export function withHyphen(digits: string): string {
  return `${digits.slice(0, 6)}-${digits.slice(6)}`;
}
