import fs from 'node:fs/promises';
import { syncBuiltinESMExports } from 'node:module';

// A process that writes a file durably, and stands still between the write and the rename until it is killed.
fs.rename = () => {
  process.stdout.write('half way\n');
  return new Promise(() => setInterval(() => undefined, 60_000));
};
syncBuiltinESMExports();
const { writeFileDurably } = await import('#platform/files/index.ts');
await writeFileDurably(process.argv[2] ?? '', 'new', { mode: 0o600 });
