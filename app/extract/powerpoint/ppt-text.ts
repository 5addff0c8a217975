import type { PptRecord } from './ppt-records.ts';
import { pptRecords } from './ppt-records.ts';
import { utf16Text } from '../text/utf16.ts';

const WIDE_TEXT = 4000;
const NARROW_TEXT = 4008;
const STRING = 4026;
const PLACEHOLDER = 3011;
const SHAPE = 0xf004;
/** A presentation's shapes stand in groups within groups; no reader follows them without end. */
const MAX_DEPTH = 64;

/** Containers whose strings are words: headers and footers, comments, links. Others name fonts, programs and objects. */
const SPOKEN = new Set([4057, 12000, 4055, 4083, 4082]);
/** Header, footer, date and number of a master say something; its other placeholders only prompt ("Click to edit"). */
const OWN_PLACEHOLDERS = new Set([7, 8, 9, 10]);

/** The texts in a container, in the order of the file; of a master without its prompts. */
export function pptTexts(container: PptRecord, isMaster = false): string[] {
  return texts(container, isMaster, 0);
}

function texts(container: PptRecord, isMaster: boolean, depth: number): string[] {
  if (depth > MAX_DEPTH) return [];
  const found: string[] = [];
  for (const record of pptRecords(container.data)) {
    const { type, data } = record;
    if (type === WIDE_TEXT || (type === STRING && SPOKEN.has(container.type)))
      found.push(plain(utf16Text(data)));
    else if (type === NARROW_TEXT) found.push(plain(data.toString('latin1')));
    else if (record.isContainer && !(isMaster && type === SHAPE && isPrompt(record, depth)))
      found.push(...texts(record, isMaster, depth + 1));
  }
  return found.filter((text) => text.trim() !== '' && text.trim() !== '*');
}

function isPrompt(shape: PptRecord, depth: number): boolean {
  if (depth > MAX_DEPTH) return false;
  for (const record of pptRecords(shape.data)) {
    if (record.type === PLACEHOLDER) return !OWN_PLACEHOLDERS.has(record.data[4] ?? 0);
    if (record.isContainer && record.type !== SHAPE && isPrompt(record, depth + 1)) return true;
  }
  return false;
}

function plain(text: string): string {
  return text.replaceAll(/[\r\u000b]/g, '\n').replaceAll('\0', '');
}
