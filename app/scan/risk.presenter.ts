import type { Risk, RiskLine } from '#detect/index.ts';
import type { Formats, Translate } from '#web/index.ts';
import { kindText, typeText } from './names.presenter.ts';

/** How a file's risk comes about: what was added, what it was multiplied by, and the score that became of it. */
export function presentRisk(t: Translate, formats: Formats, { points, score, arithmetic }: Risk) {
  const number = (value: number, decimals = 1): string => formats.number(value, decimals);
  // What weighs most comes first: it is what somebody can do something about.
  const added = arithmetic
    .filter((line) => 'points' in line)
    .toSorted((one, other) => other.points - one.points);
  const factors = arithmetic.filter((line) => 'factor' in line);
  const sum = added.reduce((total, line) => total + line.points, 0);
  return {
    caption: t('scan:risk.title'),
    what: t('scan:risk.what'),
    how: t('scan:risk.how'),
    points: t('scan:risk.points'),
    rows: [
      ...added.map((line) => ({ ...addedText(t, formats, line), value: number(line.points) })),
      ...(factors.length === 0
        ? []
        : [{ what: t('scan:risk.sum'), how: '', value: number(sum), total: true }]),
      ...factors.map((line) => ({ ...factorText(t, formats, line), value: `× ${number(line.factor, 2)}` })),
      { what: t('scan:risk.total'), how: '', value: number(points), total: true },
    ],
    score: t(points > BENT_FROM ? 'scan:risk.score-bent' : 'scan:risk.score', {
      points: number(points),
      score,
    }),
  };
}

/** Where scores begin to bend (detect, scoreOf). */
const BENT_FROM = 60;

interface LineText {
  readonly what: string;
  readonly how: string;
}

function addedText(t: Translate, formats: Formats, line: Extract<RiskLine, { points: number }>): LineText {
  const sure = formats.percent(line.confidence);
  if (line.code === 'document') {
    return {
      what: t('scan:risk.document', { kind: kindText(t, line.kind) }),
      how: t('scan:risk.document-how', { points: formats.number(line.weight), sure }),
    };
  }
  const first = formats.number(line.weight.first);
  return {
    what: t('scan:risk.found', { type: typeText(t, line.type), count: line.count }),
    how:
      line.more === 0
        ? t('scan:risk.found-one', { count: line.weight.first, first, sure })
        : t('scan:risk.found-more', {
            count: line.weight.first,
            first,
            more: formats.number(line.more),
            sure,
          }),
  };
}

// words: scan:combination.*
// words: scan:exposure.*
function factorText(t: Translate, formats: Formats, line: Extract<RiskLine, { factor: number }>): LineText {
  switch (line.code) {
    case 'combination':
      return {
        what: t(`scan:combination.${line.of}`),
        how: t('scan:risk.sure', { sure: formats.percent(line.confidence) }),
      };
    case 'people':
      return { what: t('scan:risk.people', { count: line.people }), how: '' };
    case 'age':
      return { what: t('scan:risk.age', { count: line.years }), how: '' };
    case 'exposure':
      return { what: t(`scan:exposure.${line.exposure}`), how: '' };
  }
}
