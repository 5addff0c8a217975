import { lookup } from 'node:dns/promises';
import { once } from 'node:events';
import { connect, isIP } from 'node:net';
import { isPrivateAddress } from '#platform/smb/private-address.ts';
import type { ShareFault } from './share-fault.ts';

/** The addresses that a name stands for. */
export type Resolve = (name: string) => Promise<readonly string[]>;

/**
 * The address of a server: in the company's own network, and with the port open. This tells the cheap faults apart
 * before anybody is asked for a password.
 */
export async function reachServer(
  name: string,
  port: number,
  resolve: Resolve = systemResolve,
): Promise<{ readonly address: string } | { readonly fault: ShareFault }> {
  const addresses = await withinTime(addressesOf(name, resolve));
  if (addresses.length === 0) return { fault: 'name-not-found' };
  // One of several outside is enough to refuse: which of them is dialled later is not ours to say.
  if (!addresses.every(isPrivateAddress)) return { fault: 'not-private' };
  let fault: ShareFault = 'no-answer';
  for (const address of addresses.slice(0, MOST_ADDRESSES)) {
    const found = await dial(address, port);
    if (found === null) return { address };
    fault = found;
  }
  return { fault };
}

async function addressesOf(name: string, resolve: Resolve): Promise<readonly string[]> {
  if (isIP(name) !== 0) return [name];
  try {
    return await resolve(name);
  } catch {
    return [];
  }
}

async function systemResolve(name: string): Promise<readonly string[]> {
  return (await lookup(name, { all: true })).map(({ address }) => address);
}

async function dial(address: string, port: number): Promise<ShareFault | null> {
  const socket = connect({ host: address, port });
  try {
    await once(socket, 'connect', { signal: AbortSignal.timeout(PATIENCE_MS) });
    return null;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'ECONNREFUSED'
      ? 'port-closed'
      : 'no-answer';
  } finally {
    socket.destroy();
  }
}

/** The system's own resolver has no limit that one could set. */
async function withinTime(addresses: Promise<readonly string[]>): Promise<readonly string[]> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<readonly string[]>((done) => (timer = setTimeout(() => done([]), PATIENCE_MS)));
  try {
    return await Promise.race([addresses, late]);
  } finally {
    clearTimeout(timer);
  }
}

const PATIENCE_MS = 5_000;
const MOST_ADDRESSES = 4;
