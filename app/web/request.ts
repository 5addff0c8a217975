import type { Request } from 'express';
import { Failure } from '#kernel/errors.ts';
import type { RequestNotes, WebContext } from './context.ts';
import type { Visitor } from './visitor.ts';

/** What web knows about a request. @throws Error when it did not come through createWebApp */
export function notesOf(request: Request): RequestNotes {
  if (request.web === undefined) throw new Error('The request did not come through createWebApp');
  return request.web;
}

export function contextOf(request: Request): WebContext {
  return notesOf(request).context;
}

export function visitorOf(request: Request): Visitor | undefined {
  return notesOf(request).visitor;
}

/** For handlers behind a door that is not public. @throws Failure not-signed-in */
export function signedInVisitor(request: Request): Visitor {
  const visitor = visitorOf(request);
  if (visitor === undefined) throw new Failure('not-signed-in', 'Nobody is signed in', 'Sign in first');
  return visitor;
}

/** Only identity calls this. The visitor lives as long as the request: nothing outside it remembers who came. */
export function setVisitor(request: Request, visitor: Visitor): void {
  notesOf(request).visitor = visitor;
}

/** The value of `:name` in the path. @throws Failure not-found when it is not one plain value */
export function pathParameter(request: Request, name: string): string {
  const value = request.params[name];
  if (typeof value !== 'string') throw new Failure('not-found', 'The path lacks a part', 'Check the address');
  return value;
}
