import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { RequestHandler } from 'express';

export interface Assets {
  /** The versioned address of a file, such as `css/app.css`. @throws Error when there is no such file */
  readonly url: (name: string) => string;
  readonly handler: RequestHandler;
}

/**
 * Style sheets, scripts and pictures: our own from `publicFolder`, Tabler's and htmx's from where npm put them. The
 * address holds a part of the content's hash, so a browser may keep a file for a year and still sees a new one at
 * once. Only the files found at the start are served, each under one exact address: there is no path to climb.
 */
export function createAssets(publicFolder: string): Assets {
  const files = new Map<string, string>([
    ...filesUnder(publicFolder).map((path): [string, string] => [
      relative(publicFolder, path).split(sep).join('/'),
      path,
    ]),
    ['tabler.css', installed('@tabler/core/dist/css/tabler.min.css')],
    ['htmx.js', installed('htmx.org/dist/htmx.min.js')],
  ]);
  const urls = new Map([...files].map(([name, path]) => [name, `${PREFIX}${contentHash(path)}/${name}`]));
  const paths = new Map([...urls].map(([name, url]) => [url, files.get(name) ?? '']));
  return {
    url: (name) => {
      const url = urls.get(name);
      if (url === undefined) throw new Error(`No such asset: ${name}`);
      return url;
    },
    handler(request, response, next) {
      const path = paths.get(request.path);
      if (path === undefined || (request.method !== 'GET' && request.method !== 'HEAD')) {
        next();
        return;
      }
      if (request.web !== undefined) request.web.route = `${PREFIX}*`;
      // The file may lie below a folder whose name starts with a dot; the list above already says what is served.
      response.sendFile(path, { maxAge: '365d', immutable: true, lastModified: false, dotfiles: 'allow' });
    },
  };
}

const PREFIX = '/assets/';

function filesUnder(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && !entry.name.startsWith('.'))
    .map((entry) => join(entry.parentPath, entry.name));
}

function installed(module: string): string {
  return fileURLToPath(import.meta.resolve(module));
}

function contentHash(path: string): string {
  return createHash('sha256').update(readFileSync(path)).digest('hex').slice(0, 12);
}
