import { times } from './papers.ts';
import { createProse, type Prose } from './prose.ts';

const STYLE =
  'body{font:11pt serif;text-align:justify;hyphens:auto}.columns{columns:2}.turned{writing-mode:vertical-rl;height:300px}';

/** Pages that a browser prints, of a few sheets to some hundred: columns, tables, ligatures, and text that is turned. */
export function webPapers(): { readonly name: string; readonly content: string }[] {
  return [2, 10, 60].map((chapters, i) => {
    const prose = createProse(i * 100);
    const body = times(chapters, (at) => chapter(prose, at)).join('');
    const content = `<!doctype html><html lang="da"><meta charset="utf-8"><style>${STYLE}</style>${body}</html>`;
    return { name: `side-${i}`, content };
  });
}

function chapter(prose: Prose, at: number): string {
  const text = times(6, () => `<p>${prose.paragraph(500)}</p>`).join('');
  const rows = times(
    30,
    (row) => `<tr><td>${row}<td>${prose.sentence().slice(0, 20)}<td>affald, effektiv, kaffi</tr>`,
  );
  const beside = `<div class="turned">${prose.sentence()}</div><table>${rows.join('')}</table>`;
  return `<h2>${prose.sentence()}</h2><div class="${at % 3 === 0 ? 'columns' : ''}">${text}</div>${at % 5 === 0 ? beside : ''}`;
}
