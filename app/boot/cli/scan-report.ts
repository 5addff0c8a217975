import { displayName } from '#kernel/file-name.ts';
import type { ScanLine } from './scan-line.ts';

/**
 * Sums up a scan for a reader at the screen; holds the riskiest files and the first that were not read, for each reason.
 */
export interface ScanReport {
  add(line: ScanLine): void;
  text(): string;
}

const RISKIEST = 50;
/** Of each reason: a thousand pictures without words do not hide the one file that is damaged. */
const UNREAD = 20;

export function createScanReport(): ScanReport {
  const statuses = { scanned: 0, partial: 0, skipped: 0, failed: 0 };
  const bands = { high: 0, medium: 0, low: 0, none: 0 };
  const types = new Map<string, { files: number; places: number }>();
  const documents = new Map<string, number>();
  let riskiest: ScanLine[] = [];
  const unread = new Map<string, { files: number; first: ScanLine[] }>();

  const report = (): string => {
    const files = statuses.scanned + statuses.partial + statuses.skipped + statuses.failed;
    const byType = [...types].sort(([, a], [, b]) => b.places - a.places);
    const parts = [
      `${files} files: ${listOf(statuses)}`,
      `Risk: ${listOf(bands)}`,
      section(
        'Found',
        byType.map(
          ([type, { files: inFiles, places }]) => `${type}: ${places} in ${inFiles} ${plural(inFiles)}`,
        ),
      ),
      section(
        'Kinds of documents',
        [...documents]
          .sort(([, a], [, b]) => b - a)
          .map(([kind, inFiles]) => `${kind}: ${inFiles} ${plural(inFiles)}`),
      ),
      section(`Files by risk (the first ${RISKIEST})`, riskiest.map(riskLine)),
      section(
        `Not, or not wholly, read (the first ${UNREAD} of each reason)`,
        [...unread]
          .sort(([, a], [, b]) => b.files - a.files)
          .flatMap(([reason, { files: ofReason, first }]) => [
            `${reason}: ${ofReason} ${plural(ofReason)}`,
            ...first.map(unreadLine),
          ]),
      ),
    ];
    return `${parts.filter(Boolean).join('\n\n')}\n`;
  };

  return {
    add(line) {
      statuses[line.status]++;
      bands[line.risk]++;
      if (line.documentType !== null)
        documents.set(line.documentType, (documents.get(line.documentType) ?? 0) + 1);
      for (const { type, count } of line.findings) {
        const known = types.get(type) ?? { files: 0, places: 0 };
        types.set(type, { files: known.files + 1, places: known.places + count });
      }
      if (line.score > (riskiest.length < RISKIEST ? 0 : (riskiest.at(-1)?.score ?? 0))) {
        // A stable sort: of two that score the same, the first in the walk stays first.
        riskiest = [...riskiest, line].sort((a, b) => b.score - a.score).slice(0, RISKIEST);
      }
      if (line.reason !== null) {
        const known = unread.get(line.reason) ?? { files: 0, first: [] };
        unread.set(line.reason, {
          files: known.files + 1,
          first: known.first.length < UNREAD ? [...known.first, line] : known.first,
        });
      }
    },
    text: report,
  };
}

function riskLine({ path, risk, score, documentType, findings }: ScanLine): string {
  const kind = documentType === null ? [] : [documentType];
  const found = [...kind, ...findings.map(({ type, count }) => `${type} ${count}`)].join(', ');
  return `${risk.padEnd(6)} ${String(score).padStart(3)}  ${displayName(path)}  (${found})`;
}

function unreadLine({ path, status }: ScanLine): string {
  return `  ${status.padEnd(7)}  ${displayName(path)}`;
}

function listOf(counts: Readonly<Record<string, number>>): string {
  return Object.entries(counts)
    .map(([name, count]) => `${count} ${name}`)
    .join(', ');
}

function section(title: string, lines: readonly string[]): string {
  return lines.length === 0 ? '' : `${title}:\n${lines.map((line) => `  ${line}`).join('\n')}`;
}

function plural(files: number): string {
  return files === 1 ? 'file' : 'files';
}
