import { Socket as Datagram } from 'node:dgram';
import { syncBuiltinESMExports } from 'node:module';
import { Server, Socket } from 'node:net';
import os from 'node:os';

/**
 * Takes from this process what Node's permission model and Linux leave to it, for good: sockets of any kind (those with a
 * name in the file system are of no network, and the appliance's own control socket is one), signals to other processes,
 * other people's names and other priorities. To be called once, before the first file is read.
 *
 * As with Node's permissions this holds a parser that is led astray, and not an attacker with code inside V8.
 */
export function withdrawRights(): void {
  forbid(process, ['kill', '_kill', 'setuid', 'seteuid', 'setgid', 'setegid', 'setgroups', 'initgroups']);
  forbid(os, ['setPriority']);
  forbid(Socket.prototype, ['connect']);
  forbid(Server.prototype, ['listen']);
  forbid(Datagram.prototype, ['bind', 'connect', 'send']);
  // Standard input is a pipe, by which a parser could come by what makes pipes.
  const handle: unknown = Reflect.get(process.stdin, '_handle');
  if (typeof handle === 'object' && handle !== null)
    forbid(Reflect.getPrototypeOf(handle) ?? {}, ['connect', 'bind', 'listen']);
  syncBuiltinESMExports();
}

function forbid(owner: object, names: readonly string[]): void {
  for (const name of names)
    Object.defineProperty(owner, name, { value: refuse, writable: false, configurable: false });
}

function refuse(): never {
  throw Object.assign(new Error('a worker may not do this'), { code: 'ERR_ACCESS_DENIED' });
}
