import { isLetter } from '../characters.ts';
import type { TextContext } from '../finding.ts';

/** A word behind a label of credentials, or in a column with such a header. */
export interface LabelledValue {
  readonly label: 'password' | 'user' | 'secret';
  readonly start: number;
  readonly end: number;
  readonly inColumn: boolean;
}

/**
 * All of them in order of start. Jumps from `:` to `:` and from `=` to `=` and reads the few letters before; a text
 * without them costs nothing. "Adgangskoden er X" is found from the word for password.
 */
export function labelledValues(text: string, context: TextContext): LabelledValue[] {
  const values = [...inColumns(text, context.columns ?? [], context.firstCell ?? 0)];
  for (const sign of [':', '=']) {
    for (let at = text.indexOf(sign); at >= 0; at = text.indexOf(sign, at + 1)) {
      const label = labelBefore(text, at);
      const value = label && valueAfter(text, at + 1);
      if (label && value) values.push({ label, ...value, inColumn: false });
    }
  }
  for (const stem of STEMS) {
    for (let at = text.indexOf(stem); at >= 0; at = text.indexOf(stem, at + 1)) {
      const says = SAYS.exec(text.slice(at + stem.length, at + stem.length + 12))?.[0];
      const value = says === undefined ? null : valueAfter(text, at + stem.length + says.length);
      if (value) values.push({ label: 'password', ...value, inColumn: false });
    }
  }
  values.sort((a, b) => a.start - b.start);
  return values.filter(({ start }, at) => start !== values[at - 1]?.start);
}

const LONGEST_LABEL = 24;
const LABEL = /([\p{L}][\p{L} ._-]{1,23})["'”’]?\s{0,2}$/u;
const PASSWORD =
  /(?:pass(?:word|wd|phrase|wort|ord)|adgangskode[rn]?|kodeord(?:et)?|lösenord|kennwort|(?:^|[ ._-])(?:pwd|psw|pass|pinkode))$/;
const USER =
  /(?:user[ ._-]?(?:name|id)|brugernavn|bruger[ ._-]?(?:id|nr)|login(?:[ ._-]?(?:navn|name|id))?|logon|brukernavn|användarnamn|benutzername)$/;
const SECRET =
  /(?:api[ ._-]?(?:key|token|nøgle|secret)|(?:client|shared|app|jwt)[ ._-]?secret|access[ ._-]?(?:key|token)|auth[ ._-]?token|bearer|account[ ._-]?key|secret[ ._-]?key)$/;

function labelBefore(text: string, at: number): LabelledValue['label'] | null {
  const unit = text.charCodeAt(at - 1);
  if (!isLetter(unit) && !SIGNS_OF_LABELS.includes(text.charAt(at - 1))) return null;
  const label = LABEL.exec(text.slice(Math.max(0, at - LONGEST_LABEL), at))?.[1]
    ?.toLowerCase()
    .trimEnd();
  return label === undefined ? null : kindOf(label);
}

const SIGNS_OF_LABELS = ' "\'”’';

function kindOf(label: string): LabelledValue['label'] | null {
  if (PASSWORD.test(label)) return 'password';
  if (SECRET.test(label)) return 'secret';
  return USER.test(label) ? 'user' : null;
}

/** One word of 3 to 100 characters on the same line, out of its quotation marks, without the comma behind it. */
function valueAfter(text: string, from: number): { start: number; end: number } | null {
  const match = VALUE.exec(text.slice(from, from + 130));
  const value = match?.[2]?.replace(/[.,;]+$/, '') ?? '';
  if (!match || value.length < 3 || value.length > 100 || /^https?:/.test(value)) return null;
  const start = from + (match[1] ?? '').length;
  return { start, end: start + value.length };
}

const VALUE = /^(=?[ \t]{0,4}["'“”«]?)([^\s"'“”»]+)/;

/** Words for password without their first letter, so that they are found with a capital too. */
const STEMS = ['dgangskoden', 'dgangskode', 'odeordet', 'odeord', 'assword'];
const SAYS = /^(?:et|en)? (?:er|is|blev|bliver)(?: nu| now)?:? /;

function* inColumns(text: string, columns: readonly string[], firstCell: number): Iterable<LabelledValue> {
  const titles = columns.map((title) => title.trim().toLowerCase());
  const labels = titles.map(kindOf);
  if (!labels.some((label) => label !== null)) return;
  let cell = firstCell;
  for (const match of text.matchAll(/([^\t\n]*)([\t\n]|$)/g)) {
    const label = labels[cell];
    const value = (match[1] ?? '').trim();
    const title = titles[cell];
    cell = match[2] === '\t' ? cell + 1 : 0;
    // The header row is a row of the text as well: "Login" is nobody's login.
    if (value.toLowerCase() === title) continue;
    if (!label || value.length < 3 || value.length > 100 || /\s/.test(value)) continue;
    const start = match.index + (match[1] ?? '').indexOf(value);
    yield { label, start, end: start + value.length, inColumn: true };
  }
}
