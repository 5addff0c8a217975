import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';

/**
 * Answers `/health` (200 "ok", or 503) before everything else: no session, no set-up, nothing told to a stranger but
 * whether the appliance is well.
 */
export function healthFirst(isHealthy: () => Promise<boolean>, others: RequestListener): RequestListener {
  return (request, response) => {
    if (request.url === '/health') void health(response, isHealthy);
    else others(request, response);
  };
}

/** What the plain port answers: where the pages are. Nothing of anybody is served here for others to listen to. */
export function redirectToPages(publicHttpsPort: () => number): RequestListener {
  return (request, response) => redirect(request, response, publicHttpsPort());
}

async function health(response: ServerResponse, isHealthy: () => Promise<boolean>): Promise<void> {
  const healthy = await isHealthy();
  response.writeHead(healthy ? 200 : 503, { 'content-type': 'text/plain', 'cache-control': 'no-store' });
  response.end(healthy ? 'ok\n' : 'not well\n');
}

function redirect(request: IncomingMessage, response: ServerResponse, port: number): void {
  const host = hostOf(request.headers.host);
  const path = request.url ?? '/';
  if (host === null || !URL.canParse(path, 'https://appliance')) {
    response
      .writeHead(400, { 'content-type': 'text/plain' })
      .end('Use the https:// address of the appliance.\n');
    return;
  }
  const { pathname, search } = new URL(path, 'https://appliance');
  // 302, not 301: a browser keeps the latter, and the port may change.
  const authority = port === 443 ? host : `${host}:${port}`;
  response.writeHead(302, { location: `https://${authority}${pathname}${search}` }).end();
}

/** The host that the browser asked for, without its port; null when it is none. */
function hostOf(header: string | undefined): string | null {
  const match = /^(\[[0-9a-f:.]+\]|[\p{L}\p{N}.-]+)(?::\d+)?$/iu.exec(header ?? '');
  return match?.[1] ?? null;
}
