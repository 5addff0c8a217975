import { explain } from '#detect/index.ts';
import type { ScannedFinding } from '#detect/index.ts';

/** A finding as the outside sees it; docs/formats describes it. The matched text only when it was asked for. */
export function presentFinding(finding: ScannedFinding, reveal: boolean): Record<string, unknown> {
  const { type, category, start, end, confidence, evidence, text } = finding;
  const shown = { type, category, start, end, confidence, why: explain(evidence) };
  return reveal ? { ...shown, text } : shown;
}
