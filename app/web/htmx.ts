import type { Request } from 'express';
import { localPath } from './local-path.ts';

/** The request was sent by htmx, not by following a link or sending a form. */
export function isHtmx(request: Request): boolean {
  return request.get('HX-Request') === 'true';
}

/**
 * htmx wants a part to swap in. It asks for a whole page when the whole body is replaced: on a boosted link
 * (HX-Request-Type: full, new in htmx 4) and when the back button restores a page.
 */
export function wantsFragment(request: Request): boolean {
  return (
    isHtmx(request) &&
    request.get('HX-Request-Type') !== 'full' &&
    request.get('HX-History-Restore-Request') !== 'true'
  );
}

/** Where the person is: the address in the browser, which for htmx differs from the address of the part. */
export function currentPath(request: Request): string | undefined {
  if (!isHtmx(request)) return localPath(request.originalUrl);
  const url = URL.parse(request.get('HX-Current-URL') ?? '');
  return url === null ? undefined : localPath(url.pathname + url.search);
}

/** The headers by which one address answers differently: caches must keep the answers apart. */
export const varyingHeaders = 'HX-Request, HX-Request-Type';
