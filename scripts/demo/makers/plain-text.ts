import type { Block, Mail, Paper, Table } from '../content.ts';
import { join, pieces, plain, written, type Text } from '../text.ts';
import { encode, type Charset } from './charset.ts';

export interface PlainTextStyle {
  readonly charset?: Charset;
  readonly newline?: '\n' | '\r\n';
  /** Columns to break lines at; 0 for none. A value is never broken. */
  readonly wrap?: number;
}

/** A paper as a text file: tables are set in columns of spaces, notes and comments in square brackets. */
export function plainText(paper: Paper, style: PlainTextStyle = {}): Uint8Array {
  const { charset = 'utf-8', newline = '\r\n', wrap = 0 } = style;
  const lines = [
    ...(paper.header ? [plain(paper.header), ''] : []),
    ...underlined(plain(paper.title), '='),
    '',
    ...paper.blocks.flatMap((block) => [...linesOf(block, wrap), '']),
    ...(paper.footer ? [plain(paper.footer)] : []),
  ];
  return encode(lines.join(newline) + newline, charset);
}

/** A mail that somebody saved as text: head, empty line, body. */
export function mailAsPaper(mail: Mail): Paper {
  const addresses = (list: Mail['to']): Text =>
    join(
      list.map(({ name, mail: address }) => (name ? join([name, ' <', address, '>']) : address)),
      '; ',
    );
  return {
    title: mail.subject,
    blocks: [
      { kind: 'paragraph', text: join(['Fra: ', addresses([mail.from])]) },
      { kind: 'paragraph', text: join(['Til: ', addresses(mail.to)]) },
      ...(mail.cc ? [{ kind: 'paragraph' as const, text: join(['Cc: ', addresses(mail.cc)]) }] : []),
      ...mail.body.map((text) => ({ kind: 'paragraph' as const, text })),
    ],
  };
}

/** Breaks text into lines at spaces; a value stays whole, as a careful writer would have it. */
export function wrapped(text: Text, fits: (line: string) => boolean): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of unbroken(text)) {
    if (line !== '' && !fits(`${line} ${word}`)) {
      lines.push(line);
      line = word;
    } else line = line === '' ? word : `${line} ${word}`;
  }
  return [...lines, line];
}

function unbroken(text: Text): string[] {
  const NO_BREAK = '\u0000';
  const glued = pieces(text).map((piece) =>
    typeof piece === 'string' ? piece : written(piece).replaceAll(' ', NO_BREAK),
  );
  return glued
    .join('')
    .split(/ +/)
    .map((word) => word.replaceAll(NO_BREAK, ' '));
}

function linesOf(block: Block, wrap: number): string[] {
  const set = (text: Text): string[] =>
    wrap > 0 ? wrapped(text, (line) => line.length <= wrap) : [plain(text)];
  switch (block.kind) {
    case 'heading':
      return underlined(plain(block.text), '-');
    case 'paragraph':
      return set(block.text);
    case 'note':
    case 'comment':
    case 'box':
      return set(join(['[', block.text, ']']));
    case 'list':
      return block.items.flatMap((item) => set(join(['- ', item])));
    case 'table':
      return columns(block);
    case 'page-break':
      return ['----------'];
  }
}

function columns(table: Table): string[] {
  const rows = [table.columns, ...table.rows].map((row) => row.map(plain));
  const widths = table.columns.map((_, at) => Math.max(...rows.map((row) => (row[at] ?? '').length)));
  return rows.map((row) =>
    row
      .map((cell, at) => cell.padEnd(widths[at] ?? 0))
      .join('   ')
      .trimEnd(),
  );
}

function underlined(text: string, line: string): string[] {
  return [text, line.repeat(text.length)];
}
