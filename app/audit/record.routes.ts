import type { Request } from 'express';
import {
  createRateLimit,
  createRoutes,
  formatsOf,
  notify,
  page,
  seeOther,
  signedInVisitor,
  translatorOf,
  type Routes,
} from '#web/index.ts';
import type { Audit } from './audit.service.ts';
import type { Actor } from './entry.ts';
import { presentRecord, verificationNotice, type Names } from './record.presenter.ts';
import { recordQuery } from './record.schema.ts';

const SEE = 'audit:see-record';
const ENTRIES_A_PAGE = 50;

/**
 * The record, for those who may see it, and its verification.
 * @param needs.nameOf a person's name, from identity, which stands beside this room; null when nobody has that id
 * @param needs.addressOf the address that a request comes from, as the record keeps it
 */
export function recordRoutes(needs: {
  audit: Audit;
  nameOf: (personId: string) => Promise<string | null>;
  addressOf: (request: Request) => string | null;
}): Routes {
  const { audit, nameOf, addressOf } = needs;
  // Each reads the whole record.
  const fewVerifications = createRateLimit({ limit: 10, windowMinutes: 10 });

  return createRoutes()
    .get(SEE, '/record', async (request, response) => {
      const query = recordQuery.parse(request.query);
      const found = await audit.search(visitorAsActor(request), addressOf(request), {
        ...query,
        limit: ENTRIES_A_PAGE,
      });
      const names: Names = new Map();
      for (const id of personsOn(found.lines)) names.set(id, await nameOf(id));
      await page(
        request,
        response,
        'audit/record',
        presentRecord({ t: translatorOf(request), formats: formatsOf(request), query, found, names }),
      );
    })
    .post(SEE, '/record/verifications', fewVerifications, async (request, response) => {
      const verification = await audit.verifyOnRecord(visitorAsActor(request), addressOf(request));
      notify(request, verificationNotice(translatorOf(request), formatsOf(request), verification));
      seeOther(response, '/record');
    });
}

function visitorAsActor(request: Request): Actor {
  return { kind: 'person', id: signedInVisitor(request).personId };
}

function personsOn(lines: Awaited<ReturnType<Audit['page']>>['lines']): Set<string> {
  return new Set(
    lines.flatMap((line) => {
      if (line.kind === 'unreadable') return [];
      const { who, on } = line.entry;
      return [...(who.kind === 'person' ? [who.id] : []), ...(on?.kind === 'person' ? [on.id] : [])];
    }),
  );
}
