import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { z } from 'zod';

/** One file of app/ importing another, both as paths from the checkout. */
export interface Import {
  readonly from: string;
  readonly to: string;
}

/** The floors of the house from the top; a room that stands on none of the others is a feature. */
const FEATURES = 'features';
const FLOORS: readonly (readonly [floor: string, rooms: readonly string[]])[] = [
  ['boot', ['boot', 'config']],
  [FEATURES, []],
  ['commons', ['audit', 'identity']],
  ['web and platform', ['web', 'platform']],
  ['extract', ['extract']],
  ['pure', ['detect', 'kernel']],
];

/**
 * A mermaid flow chart of the rooms on their floors: an arrow is "imports from". Arrows to the kernel are left out,
 * since nearly every room has one.
 */
export function picture(files: readonly string[], imports: readonly Import[]): string {
  const rooms = [...new Set(files.map(roomOf))].sort();
  const arrows = new Set(
    imports
      .map(({ from, to }) => ({ from: roomOf(from), to: roomOf(to) }))
      .filter(({ from, to }) => from !== to && to !== 'kernel')
      .map(({ from, to }) => `  ${from} --> ${to}`),
  );
  const floors = FLOORS.flatMap(([floor], index) => {
    const here = rooms.filter((room) => floorOf(room) === floor);
    if (here.length === 0) return [];
    return [`  subgraph floor${index} [${floor}]`, ...here.map((room) => `    ${room}`), '  end'];
  });
  return ['```mermaid', 'flowchart TD', ...floors, ...[...arrows].sort(), '```'].join('\n');
}

/** "app/scan/core/walk.ts" is in the room "scan", and "app/config.ts" is a room of its own. */
function roomOf(file: string): string {
  return (file.split('/')[1] ?? file).replace(/\.ts$/, '');
}

function floorOf(room: string): string {
  return FLOORS.find(([, rooms]) => rooms.includes(room))?.[0] ?? FEATURES;
}

/**
 * The document with the drawing between its two marks.
 * @throws Error when a mark is missing.
 */
export function withPicture(document: string, drawing: string): string {
  if (!MARKS.test(document)) throw new Error('the page has lost its picture:begin or picture:end mark');
  return document.replace(MARKS, (_all, begin: string, end: string) => `${begin}\n\n${drawing}\n\n${end}`);
}

const MARKS = /(<!-- picture:begin[^>]*-->).*(<!-- picture:end -->)/s;

function importsOfApp(): { files: string[]; imports: Import[] } {
  const cruise = [
    'app',
    '--config',
    '.dependency-cruiser.cjs',
    '--include-only',
    '^app/',
    '--output-type',
    'json',
  ];
  const { stdout } = spawnSync('node_modules/.bin/depcruise', cruise, {
    encoding: 'utf8',
    maxBuffer: 256 * 1024 * 1024,
  });
  const { modules } = shape.parse(JSON.parse(stdout));
  return {
    files: modules.map(({ source }) => source),
    imports: modules.flatMap(({ source, dependencies }) =>
      dependencies.map(({ resolved }) => ({ from: source, to: resolved })),
    ),
  };
}

const shape = z.object({
  modules: z.array(
    z.object({ source: z.string(), dependencies: z.array(z.object({ resolved: z.string() })) }),
  ),
});

if (import.meta.main) {
  const file = 'docs/architecture.md';
  const { files, imports } = importsOfApp();
  const now = readFileSync(file, 'utf8');
  const then = withPicture(now, picture(files, imports));
  if (!process.argv.includes('--check')) writeFileSync(file, then);
  else if (now !== then) {
    console.log(`the picture in ${file} is out of date: run scripts/node scripts/checks/picture.ts`);
    process.exitCode = 1;
  }
}
