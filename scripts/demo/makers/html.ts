import type { Block, Paper, Table } from '../content.ts';
import { plain, type Text } from '../text.ts';
import { encode, type Charset } from './charset.ts';

export interface HtmlStyle {
  readonly charset?: Charset;
  /** Write æ, ø and å as &aelig; and so on, as older editors do. */
  readonly entities?: boolean;
  readonly language?: string;
}

/** A paper as a web page, with a style sheet and a script that hold no text. */
export function html(paper: Paper, style: HtmlStyle = {}): Uint8Array {
  const { charset = 'utf-8', language = 'da' } = style;
  const body = htmlBody(paper, style.entities ?? false);
  const page = `<!DOCTYPE html>
<html lang="${language}">
<head>
<meta charset="${CHARSET_NAMES[charset]}">
<title>Fjordby Møbler</title>
<style>body { font: 11pt sans-serif; margin: 2em } td, th { border: 1px solid #ccc; padding: 2px 8px }</style>
</head>
<body>
${body}
<script>document.body.dataset.ready = 'yes';</script>
</body>
</html>
`;
  return encode(page, charset);
}

/** Just what stands in <body>: mails use it too. */
export function htmlBody(paper: Paper, entities = false): string {
  const set = (text: Text): string => escaped(text, entities);
  return [
    ...(paper.header ? [`<header>${set(paper.header)}</header>`] : []),
    ...(paper.title === '' ? [] : [`<h1>${set(paper.title)}</h1>`]),
    ...paper.blocks.map((block) => element(block, set)),
    ...(paper.footer ? [`<footer><small>${set(paper.footer)}</small></footer>`] : []),
  ].join('\n');
}

function element(block: Block, set: (text: Text) => string): string {
  switch (block.kind) {
    case 'heading':
      return `<h2>${set(block.text)}</h2>`;
    case 'paragraph':
      return `<p>${set(block.text)}</p>`;
    case 'note':
    case 'comment':
    case 'box':
      return `<aside>${set(block.text)}</aside>`;
    case 'list':
      return `<ul>${block.items.map((item) => `<li>${set(item)}</li>`).join('')}</ul>`;
    case 'table':
      return table(block, set);
    case 'page-break':
      return '<hr>';
  }
}

function table({ columns, rows }: Table, set: (text: Text) => string): string {
  const row = (cells: readonly Text[], tag: string): string =>
    `<tr>${cells.map((cell) => `<${tag}>${set(cell)}</${tag}>`).join('')}</tr>`;
  return `<table>\n${[row(columns, 'th'), ...rows.map((cells) => row(cells, 'td'))].join('\n')}\n</table>`;
}

function escaped(text: Text, entities: boolean): string {
  const safe = plain(text).replace(/[&<>"]/g, (letter) => `&#${letter.charCodeAt(0)};`);
  return entities ? safe.replace(/[æøåÆØÅ]/g, (letter) => ENTITIES.get(letter) ?? letter) : safe;
}

const ENTITIES = new Map([
  ['æ', '&aelig;'],
  ['ø', '&oslash;'],
  ['å', '&aring;'],
  ['Æ', '&AElig;'],
  ['Ø', '&Oslash;'],
  ['Å', '&#197;'],
]);

const CHARSET_NAMES: Record<Charset, string> = {
  'utf-8': 'utf-8',
  'utf-8-bom': 'utf-8',
  'windows-1252': 'iso-8859-1',
  'utf-16le': 'utf-16',
  cp850: 'ibm850',
};
