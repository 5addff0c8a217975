import type { Request } from 'express';
import { addressOf } from '#identity/index.ts';
import { signedInVisitor } from '#web/index.ts';
import type { By } from './by.ts';

/** Who asks, for the record. @throws Failure not-signed-in */
export function byOf(request: Request): By {
  return { who: { kind: 'person', id: signedInVisitor(request).personId }, from: addressOf(request) };
}
