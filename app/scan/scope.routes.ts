import type { Request } from 'express';
import { signedInVisitor } from '#web/index.ts';
import type { Scope } from './file-list.store.ts';

/** What of the findings this visitor may see: the company's, or those of the folders that are their own. */
export function scopeOf(request: Request): Scope {
  const visitor = signedInVisitor(request);
  return visitor.may('scan:see-company') ? { kind: 'company' } : { kind: 'own', personId: visitor.personId };
}
