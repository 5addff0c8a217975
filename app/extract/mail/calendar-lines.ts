/**
 * The lines of a card or a calendar (RFC 6350, RFC 5545; vCard 2.1 too): folded lines put together, quoted-printable
 * decoded, escapes undone. What is written in base64 (pictures, keys) is left out, and so is what only programs read.
 */
export function* cardLines(text: string): Generator<string> {
  for (const line of unfolded(text)) {
    const [, name = '', parameters = '', value = ''] = LINE.exec(line) ?? [];
    if (SILENT.has(name.toUpperCase())) continue;
    if (name === '') {
      yield line;
      continue;
    }
    if (/ENCODING=(B|BASE64)\b|;BASE64/i.test(parameters) || /^data:/i.test(value)) continue;
    const said = /QUOTED-PRINTABLE/i.test(parameters) ? unquoted(value) : value;
    const person = /CN=("[^"]*"|[^;:]*)/i.exec(parameters)?.[1]?.replaceAll('"', '');
    const plain = said
      .replaceAll(/\\[nN]/g, ' ')
      .replaceAll(/\\([,;\\])/g, '$1')
      .replace(/^mailto:/i, '');
    // Parts of a name or an address stand between semicolons.
    const shown = STRUCTURED.has(name.toUpperCase())
      ? plain
          .split(';')
          .filter((part) => part !== '')
          .join(' ')
      : plain;
    if (shown.trim() !== '') yield `${name}: ${person ? `${person} <${shown}>` : shown}`;
  }
}

/** A group, the name, parameters that may be quoted, and behind the colon the value. */
const LINE = /^(?:[\w-]+\.)?([\w-]+)((?:;(?:[^:"]|"[^"]*")*)?):(.*)$/s;

const SILENT = new Set([
  'BEGIN',
  'END',
  'VERSION',
  'PRODID',
  'UID',
  'REV',
  'SEQUENCE',
  'DTSTAMP',
  'CALSCALE',
  'METHOD',
]);
const STRUCTURED = new Set(['N', 'ADR', 'ORG']);

/** A line goes on in the next one that begins with a blank, or after "=" at its end where it is quoted-printable. */
function* unfolded(text: string): Generator<string> {
  let line = '';
  let goesOn = false;
  for (const next of text.split('\n')) {
    if (goesOn) line = line.slice(0, -1) + next;
    else if (/^[ \t]/.test(next)) line += next.slice(1);
    else {
      if (line.trim() !== '') yield line;
      line = next;
    }
    goesOn = next.endsWith('=') && line.slice(0, 200).toUpperCase().includes('QUOTED-PRINTABLE');
  }
  if (line.trim() !== '') yield line;
}

function unquoted(value: string): string {
  const bytes = value.replaceAll(/=([0-9A-F]{2})/gi, (_, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  );
  return Buffer.from(bytes, 'latin1').toString('utf8');
}
