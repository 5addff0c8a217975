import { detect } from './detect.ts';
import type { Finding, TextContext } from './finding.ts';
import { REACH } from './reach.ts';
import { headerAt, isTable } from './table-columns.ts';
import type { TableHeader } from './table-header.ts';

/** A finding of a stream: offsets count from the stream's first character; `text` is what stands there. */
export interface ScannedFinding extends Finding {
  readonly text: string;
}

export interface TextScanner {
  /** Takes the next piece of the text, of any length, and returns the findings that are certain by now. */
  push(chunk: string): ScannedFinding[];
  /** The rest of the findings. The scanner takes no more text after it. */
  finish(): ScannedFinding[];
}

/**
 * Finds what `detect` would find in the whole text, however it is cut into chunks, while holding about
 * `windowSize` characters (UTF-16 code units) of it. A window is searched with `REACH` characters on either side that
 * are not reported, so neither a finding nor the words beside it are lost or doubled at a seam. Lines do not matter:
 * one endless line is a text like any other.
 */
export function createTextScanner(context: TextContext = {}, windowSize = 128 * 1024): TextScanner {
  const smallest = 4 * REACH;
  if (windowSize < smallest) throw new Error(`A window of ${windowSize} is too small; ${smallest} at least.`);
  let held = '';
  let heldFrom = 0; // where in the whole text `held` starts
  let reportedTo = 0; // everything that starts before is reported
  let firstCell = context.firstCell ?? 0;
  let header: TableHeader | null = null;
  let startsMidLine = false;
  let finished = false;

  function report(to: number): ScannedFinding[] {
    const findings = detect(held, { ...context, firstCell, header, startsMidLine });
    const reported: ScannedFinding[] = [];
    for (const finding of findings) {
      const start = finding.start + heldFrom;
      if (start < reportedTo || start >= to) continue;
      reported.push({
        ...finding,
        start,
        end: finding.end + heldFrom,
        text: copyOf(held, finding.start, finding.end),
      });
    }
    reportedTo = to;
    return reported;
  }

  function forget(): void {
    let kept = Math.max(0, reportedTo - REACH - heldFrom);
    if (isTable(context)) {
      firstCell = cellAfter(held, kept, firstCell);
    } else {
      // Windows begin with a line where they can, so that rows are whole; a longer line is no row of a table.
      const lineStart = held.lastIndexOf('\n', kept - 1) + 1;
      const inWhole = kept - lineStart <= REACH && (lineStart > 0 || !startsMidLine);
      header = headerAt(held, kept, header, startsMidLine);
      if (inWhole) kept = lineStart;
      else header = null;
      startsMidLine = !inWhole;
    }
    held = held.slice(kept);
    heldFrom += kept;
  }

  return {
    push(chunk) {
      if (finished) throw new Error('The text was finished already.');
      const findings: ScannedFinding[] = [];
      for (let at = 0; at < chunk.length;) {
        const taken = chunk.slice(at, at + windowSize - held.length);
        held += taken;
        at += taken.length;
        if (held.length < windowSize) break;
        findings.push(...report(heldFrom + held.length - REACH));
        forget();
      }
      return findings;
    },
    finish() {
      if (finished) return [];
      finished = true;
      const findings = report(heldFrom + held.length);
      held = '';
      return findings;
    },
  };
}

/** The cell that the text is in after `length` characters, having begun in cell `cell`. */
function cellAfter(text: string, length: number, cell: number): number {
  const lineStart = text.lastIndexOf('\n', length - 1) + 1;
  let cells = length > 0 && lineStart > 0 ? 0 : cell;
  for (let at = text.indexOf('\t', lineStart); at >= 0 && at < length; at = text.indexOf('\t', at + 1))
    cells += 1;
  return cells;
}

/** A copy of its own: a plain slice would keep the whole window in memory for as long as the finding lives. */
function copyOf(text: string, start: number, end: number): string {
  return Array.from(text.slice(start, end)).join('');
}
