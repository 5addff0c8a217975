import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { readNameModel } from '#scan/offline.ts';
import { nameSections } from './name-sections.ts';

const HELP = `Usage: scripts/evaluate [--data FOLDER] [--write]

Measures what is found on text that nobody here wrote and prints it as tables. FOLDER is ../shared/data beside the
checkout by default.

  --write   writes docs/quality.md as well
`;

const INTRODUCTION =
  'Made by `scripts/evaluate --write`; `test/evaluation/` holds the floors under which no figure may fall.';

const { values } = parseArgs({
  options: {
    data: { type: 'string', default: new URL('../../../shared/data', import.meta.url).pathname },
    write: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
});

if (values.help) process.stdout.write(HELP);
else {
  const report = [
    '# What is found, measured',
    '',
    INTRODUCTION,
    '',
    ...nameSections(values.data, readNameModel()),
  ].join('\n');
  process.stdout.write(`${report}\n`);
  if (values.write) writeFileSync(new URL('../../docs/quality.md', import.meta.url), `${report}\n`);
}
