import type { Request, Response } from 'express';
import { notify, seeOther } from '#web/index.ts';
import type { Run } from './run.ts';

/** Leads to the scan that was started; of several, to the list of sources, and says how many there are. */
export function seeBegunScans(
  request: Request,
  response: Response,
  runs: readonly Run[],
  whenNone: string,
): void {
  const [first, ...more] = runs;
  if (more.length > 0) {
    notify(request, { kind: 'done', key: 'scan:coverage.begun', values: { count: runs.length } });
    seeOther(response, '/sources');
  } else seeOther(response, first === undefined ? whenNone : `/scans/${first.publicId}`);
}
