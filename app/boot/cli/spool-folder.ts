import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A private folder (0700) for as long as this process lives. What lies in it is enciphered and has no name. */
export function privateSpoolFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'datamapper-'));
  process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
  return folder;
}
