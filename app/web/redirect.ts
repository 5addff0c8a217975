import type { Response } from 'express';
import { isHtmx } from './htmx.ts';
import { localPath } from './local-path.ts';

/**
 * After a POST: go and look at another page of this appliance. To htmx it is said by header, since its fetch
 * would follow a 303 in silence and swap the whole next page into a part of this one.
 * @throws Error when the address is not local: a fault of the caller, who must run what people sent through localPath
 */
export function seeOther(response: Response, url: string): void {
  const target = localPath(url);
  if (target === undefined) throw new Error('A redirect must stay on this appliance');
  if (isHtmx(response.req)) response.set('HX-Redirect', target).status(200).end();
  // Without a body: express-session sends all but a body's last byte before it has saved the session, and a browser
  // goes on at once. The next page would miss the notice, or that somebody has signed in.
  else response.status(303).location(target).end();
}
