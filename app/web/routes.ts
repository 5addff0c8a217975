import { Router } from 'express';
import type { Request, RequestHandler, Response } from 'express';
import { doorkeeper } from './door.ts';
import type { Door } from './door.ts';
import { notesOf } from './request.ts';

/** Answers a request; a promise that rejects reaches the error page. */
export type Handler = (request: Request, response: Response) => void | Promise<void>;

export interface RouteEntry {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly door: Door;
}

/**
 * A room's routes. There is no way to mount one without naming its door, and `list` tells them all, so that a test
 * can walk every route with every role. `limits` are rate limits, which come after the door.
 */
export interface Routes {
  get(door: Door, path: string, ...steps: [...limits: RequestHandler[], handler: Handler]): Routes;
  post(door: Door, path: string, ...steps: [...limits: RequestHandler[], handler: Handler]): Routes;
  list(): readonly RouteEntry[];
  readonly router: RequestHandler;
}

/** @throws Error when a method and path are mounted twice: the second would never be reached */
export function createRoutes(): Routes {
  const router = Router();
  const entries: RouteEntry[] = [];
  const mount = (entry: RouteEntry, steps: readonly RequestHandler[]): Routes => {
    refuseDuplicates([...entries, entry]);
    entries.push(entry);
    const all = [noting(entry.path), doorkeeper(entry.door), ...steps];
    if (entry.method === 'GET') router.get(entry.path, ...all);
    else router.post(entry.path, ...all);
    return routes;
  };
  const routes: Routes = {
    get: (door, path, ...steps) => mount({ method: 'GET', path, door }, steps),
    post: (door, path, ...steps) => mount({ method: 'POST', path, door }, steps),
    list: () => entries,
    router,
  };
  return routes;
}

export function refuseDuplicates(entries: readonly RouteEntry[]): void {
  const seen = new Set<string>();
  for (const { method, path } of entries) {
    if (seen.has(`${method} ${path}`)) throw new Error(`Route mounted twice: ${method} ${path}`);
    seen.add(`${method} ${path}`);
  }
}

function noting(path: string): RequestHandler {
  return (request, _response, next) => {
    notesOf(request).route = path;
    next();
  };
}
