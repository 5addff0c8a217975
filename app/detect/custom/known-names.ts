import { evidenceOf, reasonsOf } from '../evidence.ts';
import type { Evidence, Finding } from '../finding.ts';
import { createAutomaton } from '../words/automaton.ts';
import type { KnownPeople } from './rule-set.ts';

/** Takes a text and what was found in it; answers the same with what the company's lists of names say of persons. */
export type NameKnowledge = (text: string, findings: readonly Finding[]) => Finding[];

/**
 * A person who is on a list of employees or customers is surer than the model alone could be; one whom the model did
 * not see is found. Names are whole ones, of two words at least: "Mette" alone is nobody in particular. A listed name
 * within a longer one that was found ("Mette Marie Holm" is not "Marie Holm") says nothing.
 */
export function createNameKnowledge(lists: readonly KnownPeople[]): NameKnowledge {
  const kinds = new Map<string, KnownPeople['kind']>();
  for (const { kind, names } of lists) {
    for (const name of names) {
      for (const writing of writingsOf(name)) if (!kinds.has(writing)) kinds.set(writing, kind);
    }
  }
  const names = [...kinds];
  if (names.length === 0) return (_text, findings) => [...findings];
  const automaton = createAutomaton(names.map(([name]) => name));
  return (text, findings) => {
    const listed = automaton.placesIn(text).flatMap(({ word, start, end }) => {
      const kind = names[word]?.[1];
      const to = endOf(text, end);
      return kind === undefined || to === null || isLetterAt(text, start - 1) ? [] : { start, end: to, kind };
    });
    return listed.length === 0 ? [...findings] : together(findings, longestOf(listed));
  };
}

const REASONS = reasonsOf('names', { 'known-employee': 4, 'known-customer': 4 });
export const knownNameReasons = (): Evidence[] => evidenceOf(REASONS);

const CONFIDENCE = 0.98;

interface Listed {
  readonly start: number;
  readonly end: number;
  readonly kind: KnownPeople['kind'];
}

/** "Mette Holm" and "Holm, Mette", small letters; none of a name of one word. */
function writingsOf(name: string): string[] {
  const [last = '', given = ''] = name.normalize('NFC').split(',');
  const words = `${given} ${last}`.toLowerCase().trim().split(/\s+/);
  const surname = words.at(-1);
  if (words.length < 2 || surname === undefined) return [];
  return [words.join(' '), `${surname}, ${words.slice(0, -1).join(' ')}`];
}

/** Where the name ends that matched up to here, a genitive taken in; null when it goes on as another word. */
function endOf(text: string, end: number): number | null {
  if (!isLetterAt(text, end)) return end;
  return /s/i.test(text.charAt(end)) && !isLetterAt(text, end + 1) ? end + 1 : null;
}

function isLetterAt(text: string, at: number): boolean {
  return at >= 0 && at < text.length && /[\p{L}\p{N}]/u.test(text.charAt(at));
}

function longestOf(listed: readonly Listed[]): Listed[] {
  const kept: Listed[] = [];
  for (const place of listed.toSorted((a, b) => a.start - b.start || b.end - a.end)) {
    if (place.start >= (kept.at(-1)?.end ?? 0)) kept.push(place);
  }
  return kept;
}

function together(findings: readonly Finding[], listed: readonly Listed[]): Finding[] {
  const persons = findings.filter(({ type }) => type === 'PERSON').toSorted((a, b) => a.start - b.start);
  const raised = new Map<Finding, Finding>();
  const added: Finding[] = [];
  let first = 0;
  for (const { start, end, kind } of listed) {
    while (first < persons.length && (persons[first]?.end ?? 0) <= start) first++;
    const person = persons[first];
    const isMet = person !== undefined && person.start < end;
    const { evidence } = REASONS[kind === 'employees' ? 'known-employee' : 'known-customer'];
    if (isMet && person.start <= start && person.end >= end - 1) {
      // The genitive's s may be of the one and not of the other.
      if (person.start === start && person.end <= end + 2) raised.set(person, surer(person, evidence));
      continue;
    }
    added.push({
      type: 'PERSON',
      category: 'ordinary',
      start,
      end,
      confidence: CONFIDENCE,
      evidence: [evidence],
    });
  }
  return [...findings.map((finding) => raised.get(finding) ?? finding), ...added];
}

function surer(person: Finding, evidence: Evidence): Finding {
  return {
    ...person,
    confidence: Math.max(person.confidence, CONFIDENCE),
    evidence: [...person.evidence, evidence],
  };
}
