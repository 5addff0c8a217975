import { createServer as createHttpServer, type RequestListener, type Server } from 'node:http';
import { createServer as createHttpsServer, type Server as HttpsServer } from 'node:https';
import type { SecureContextOptions } from 'node:tls';
import { Failure } from '#kernel/errors.ts';

/** The two ports of the appliance. */
export interface Servers {
  readonly httpsPort: number;
  readonly httpPort: number;
  /** Takes a renewed certificate for every connection from now on; those that are open go on. */
  renew(tls: SecureContextOptions): void;
  /** Takes no more connections, lets running answers end for some seconds, then closes what is left. */
  readonly close: () => Promise<void>;
}

/**
 * Listens: pages over HTTPS, and beside it plain HTTP that answers `plain` only (redirect and health).
 * @throws Failure `unavailable` naming the port that is taken or not allowed.
 */
export async function startServers(options: {
  address: string;
  httpsPort: number;
  httpPort: number;
  tls: SecureContextOptions;
  pages: RequestListener;
  plain: RequestListener;
}): Promise<Servers> {
  const https = createHttpsServer({ ...options.tls, ...LIMITS }, options.pages);
  const http = createHttpServer(LIMITS, options.plain);
  // A slow or broken TLS handshake is the client's affair.
  https.on('tlsClientError', (_error, socket) => socket.destroy());
  try {
    const httpsPort = await listen(https, options.httpsPort, options.address);
    const httpPort = await listen(http, options.httpPort, options.address);
    return {
      httpsPort,
      httpPort,
      renew: (tls) => https.setSecureContext(tls),
      close: async () => {
        await Promise.all([close(https), close(http)]);
      },
    };
  } catch (error) {
    https.close();
    http.close();
    throw error;
  }
}

/** Milliseconds. A client that dribbles its request is cut off; a page that takes long to make is not. */
const LIMITS = {
  headersTimeout: 15_000,
  requestTimeout: 60_000,
  keepAliveTimeout: 5_000,
  handshakeTimeout: 15_000,
};
const CLOSE_WITHIN = 5_000;

function listen(server: Server | HttpsServer, port: number, address: string): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', (error) => reject(portFailure(port, error)));
    server.listen(port, address, () => {
      const bound = server.address();
      resolve(typeof bound === 'object' && bound !== null ? bound.port : port);
    });
  });
}

function portFailure(port: number, error: Error): Failure {
  const taken = 'code' in error && error.code === 'EADDRINUSE';
  return new Failure(
    'unavailable',
    `port ${port} ${taken ? 'is taken by another program' : 'cannot be listened on'}`,
    taken
      ? 'End that program, or choose other ports with DM_HTTPS_PORT and DM_HTTP_PORT.'
      : 'Choose ports above 1024 with DM_HTTPS_PORT and DM_HTTP_PORT, and see DM_LISTEN.',
    { cause: error },
  );
}

function close(server: Server | HttpsServer): Promise<void> {
  return new Promise((resolve) => {
    const late = setTimeout(() => server.closeAllConnections(), CLOSE_WITHIN);
    server.close(() => {
      clearTimeout(late);
      resolve();
    });
    server.closeIdleConnections();
  });
}
