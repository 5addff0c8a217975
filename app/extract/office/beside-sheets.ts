import type { Reading, Segment } from '../format.ts';
import type { Flow } from '../text/flow.ts';
import type { XmlHandler } from '../text/xml.ts';
import { attribute } from '../text/xml.ts';
import { allText, boxText, partText } from './document-parts.ts';
import { OfficeText } from './office-text.ts';
import type { Part } from './package.ts';

/** A part of a workbook that is no sheet: comments, drawings, charts, data from elsewhere. Nothing for other parts. */
export async function* besideSheets(part: Part, reading: Reading): AsyncGenerator<Segment> {
  const place = PLACES[part.kind];
  if (part.kind === 'externallink') yield* partText(part, reading, { part: place ?? '' }, commands);
  if (part.kind === 'main') yield* partText(part, reading, { part: 'workbook' }, workbookPeople);
  if (place === undefined) return;
  if (OFFICE_TEXT.has(part.kind)) {
    yield* partText(part, reading, { part: place }, (flow) => new OfficeText(flow));
    return;
  }
  yield* partText(part, reading, { part: place }, (flow) =>
    part.kind === 'vmldrawing' ? boxText(flow) : allText(flow, ATTRIBUTES[part.kind] ?? []),
  );
}

/** Who keeps the workbook from being written, and the folder that it was saved in, which mostly names its owner. */
function workbookPeople(flow: Flow): XmlHandler {
  return {
    open(element) {
      const name = { fileSharing: 'userName', absPath: 'url' }[element.name];
      if (name === undefined) return;
      flow.line();
      flow.text(attribute(element, name) ?? '');
    },
  };
}

/** What another program is asked for, as a formula has it: "service|topic". */
function commands(flow: Flow): XmlHandler {
  return {
    open(element) {
      if (element.name !== 'ddeLink') return;
      flow.line();
      flow.text(`${attribute(element, 'ddeService') ?? ''}|${attribute(element, 'ddeTopic') ?? ''}`);
    },
  };
}

/** What is read beside the sheets, and what a person would call it. */
const PLACES: Record<string, string> = {
  comments: 'comments',
  threadedcomments: 'comments',
  person: 'commenters',
  drawing: 'drawing',
  chart: 'chart',
  chartshapes: 'chart',
  diagramdata: 'diagram',
  vmldrawing: 'drawing',
  connections: 'connections',
  externallink: 'external data',
  querytable: 'external data',
  usernames: 'reviewers',
  revisionheaders: 'reviewers',
  revisionlog: 'tracked changes',
  pivotcachedefinition: 'pivot table',
  pivotcacherecords: 'pivot table',
};

const OFFICE_TEXT = new Set(['drawing', 'chart', 'chartshapes', 'diagramdata']);

const ATTRIBUTES: Record<string, readonly string[]> = {
  person: ['displayName', 'userId'],
  connections: ['name', 'description', 'connection', 'command', 'sourceFile', 'url', 'odcFile'],
  externallink: ['progId', 'v'],
  querytable: ['name'],
  usernames: ['name'],
  revisionheaders: ['userName'],
  pivotcachedefinition: ['v', 'name', 'refreshedBy'],
  pivotcacherecords: ['v'],
};
