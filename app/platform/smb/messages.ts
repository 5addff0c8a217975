import { z } from 'zod';

/**
 * What passes between the appliance and a process that speaks SMB, in the frames of platform/workers/frames.ts. The
 * first message says which share; after it one request at a time is answered by one reply. Bytes of a file follow
 * their reply as a raw frame.
 */
const name = z.string().max(1024);
const path = z.array(name).max(1024);

const account = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('password'), user: z.string(), domain: z.string(), password: z.string() }),
  z.object({ kind: z.literal('kerberos'), user: z.string(), realm: z.string(), password: z.string() }),
  z.object({ kind: z.literal('guest') }),
]);

const connection = z.object({
  kind: z.literal('connect'),
  server: z.string().min(1),
  port: z.int().min(1).max(65535),
  share: z.string().min(1),
  folder: path,
  account,
  encryption: z.enum(['required', 'wanted']),
  /** How long the library waits for one answer of the server, in milliseconds. */
  answerMs: z.int().positive(),
  /** How long a file is held open before it is let go for a moment, in milliseconds. */
  holdMs: z.int().nonnegative(),
});
export type Connection = z.infer<typeof connection>;

const request = z.discriminatedUnion('kind', [
  connection,
  /** The entries of a folder whose names come after `after` in the order of their bytes, at most `most` of them. */
  z.object({ kind: z.literal('list'), path, after: name.nullable(), most: z.int().positive() }),
  /** Opens a file and reads its first bytes. `print` is that of an earlier opening which this one goes on from. */
  z.object({ kind: z.literal('open'), path, at: z.int().nonnegative(), print: z.string().nullable() }),
  /** The next bytes of the file that is open. */
  z.object({ kind: z.literal('read') }),
  z.object({ kind: z.literal('close') }),
]);
export type Request = z.infer<typeof request>;

/** @throws ZodError */
export const parseRequest = (message: unknown): Request => request.parse(message);

/** Why one file or folder cannot be had, while the server answers: errno in our words. */
const fault = z.enum(['vanished', 'denied', 'not-a-file', 'broken']);
export type SmbFault = z.infer<typeof fault>;

/**
 * Why nothing can be had of a share. `unreachable`: no server answers; `refused`: the account is not let in, or no
 * longer; `missing`: there is no such share or folder; `unencrypted`: the server does not encrypt.
 */
const away = z.enum(['unreachable', 'refused', 'missing', 'unencrypted']);
export type SmbAway = z.infer<typeof away>;

const listed = z.tuple([
  z.enum(['file', 'folder', 'link', 'offline']),
  name,
  /** Size in bytes, the time of the last change in milliseconds since 1970, and what tells the file from others. */
  z.number().nonnegative(),
  z.number(),
  z.string().max(64),
]);
export type Listed = z.infer<typeof listed>;

const reply = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('ready') }),
  /** `identity`: the folder's own, by which a loop is known; empty where the server gives none. */
  z.object({
    kind: z.literal('entries'),
    identity: z.string().max(64),
    entries: z.array(listed),
    complete: z.boolean(),
  }),
  /** The frame after this holds the bytes. `print` changes when the file does; `end`: nothing follows, it is closed. */
  z.object({ kind: z.literal('bytes'), print: z.string(), end: z.boolean(), changed: z.boolean() }),
  z.object({ kind: z.literal('closed') }),
  z.object({ kind: z.literal('fault'), fault }),
  z.object({ kind: z.literal('away'), why: away }),
  /** This machine has no SMB library. */
  z.object({ kind: z.literal('no-library') }),
  /** The connection broke: this process is of no more use, another one may be. */
  z.object({ kind: z.literal('lost') }),
]);
export type Reply = z.infer<typeof reply>;

/** @throws ZodError */
export const parseReply = (message: unknown): Reply => reply.parse(message);
