import { readdirSync } from 'node:fs';
import { join } from 'node:path';

/** Every file under a folder whose name ends so. */
export function filesEnding(folder: string, ending: string): string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(ending))
    .map((entry) => join(entry.parentPath, entry.name));
}
