import type { Request } from 'express';
import { sessionOf } from './csrf.ts';
import type { Translate, WordValues } from './words.ts';

/** A line that the next page shows once: "The source was added." Values are kept in the session: no personal data. */
export interface Notice {
  readonly kind: 'done' | 'note' | 'warning';
  readonly key: string;
  readonly values?: WordValues;
}

declare module 'express-session' {
  interface SessionData {
    notices?: Notice[];
  }
}

/** Said before seeOther; the page after it shows the notice. */
export function notify(request: Request, notice: Notice): void {
  request.session.notices = [...(request.session.notices ?? []), notice];
}

export interface ShownNotice {
  readonly kind: Notice['kind'];
  readonly text: string;
}

/** The notices that wait, in words; from now on they are shown. */
export function takeNotices(request: Request, t: Translate): ShownNotice[] {
  if (sessionOf(request) === undefined) return [];
  const waiting = request.session.notices ?? [];
  delete request.session.notices;
  return waiting.map(({ kind, key, values }) => ({ kind, text: t(key, values) }));
}
