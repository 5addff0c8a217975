/**
 * What a worker has to know for many jobs, and too much to come with each: it is sent with the first job that needs it
 * and kept until another takes its place. Equal ids are equal bodies.
 */
export interface Briefing {
  readonly id: string;
  /** JSON; the handler checks what it is. */
  readonly body: unknown;
}

/** As it goes to a worker: without its body when the worker has it already. */
export interface BriefingNote {
  readonly id: string;
  readonly body?: unknown;
}

/** @param known the id of the briefing that the worker has */
export function noteFor(briefing: Briefing | undefined, known: string | null): BriefingNote | null {
  if (briefing === undefined) return null;
  return briefing.id === known ? { id: briefing.id } : { id: briefing.id, body: briefing.body };
}

/** The briefing that a note speaks of. @throws Error when its body neither came nor is known */
export function briefingOf(note: BriefingNote | null, known: Briefing | null): Briefing | null {
  if (note === null) return null;
  if (note.body !== undefined) return { id: note.id, body: note.body };
  if (known?.id !== note.id) throw new Error('a job speaks of a briefing that never came');
  return known;
}
