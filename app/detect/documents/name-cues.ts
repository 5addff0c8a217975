import { cuesIn } from './cue-places.ts';
import { titleOf } from './document-reader.ts';

/** What a file's name says of its kind, as a key: of one text, two names with the same key make the same kind. */
export function nameCues(name: string): string {
  const { cues, signs } = cuesIn('', titleOf(name));
  return JSON.stringify([[...cues.keys()].sort((one, other) => one - other), signs]);
}
