/** The door for the command line, which reads folders without a database: no store, no page is loaded by it. */
export { createLocalSource } from './local.ts';
export type { Source } from './source.ts';
