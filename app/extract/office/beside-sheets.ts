import type { Reading, Segment } from '../format.ts';
import { allText, boxText, partText } from './document-parts.ts';
import { OfficeText } from './office-text.ts';
import type { Part } from './package.ts';

/** A part of a workbook that is no sheet: comments, drawings, charts, data from elsewhere. Nothing for other parts. */
export async function* besideSheets(part: Part, reading: Reading): AsyncGenerator<Segment> {
  const place = PLACES[part.kind];
  if (place === undefined) return;
  if (OFFICE_TEXT.has(part.kind)) {
    yield* partText(part, reading, { part: place }, (flow) => new OfficeText(flow));
    return;
  }
  yield* partText(part, reading, { part: place }, (flow) =>
    part.kind === 'vmldrawing' ? boxText(flow) : allText(flow, ATTRIBUTES[part.kind] ?? []),
  );
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
  pivotcachedefinition: 'pivot table',
  pivotcacherecords: 'pivot table',
};

const OFFICE_TEXT = new Set(['drawing', 'chart', 'chartshapes', 'diagramdata']);

const ATTRIBUTES: Record<string, readonly string[]> = {
  person: ['displayName', 'userId'],
  connections: ['name', 'description', 'connection', 'command', 'sourceFile', 'url', 'odcFile'],
  externallink: ['ddeService', 'ddeTopic', 'progId', 'v'],
  querytable: ['name'],
  pivotcachedefinition: ['v', 'name', 'refreshedBy'],
  pivotcacherecords: ['v'],
};
