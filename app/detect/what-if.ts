import type { Language } from './explain.ts';
import type { Evidence } from './finding.ts';

/**
 * What would change a finding's confidence, as one sentence for people, without any matched text: what is not there and
 * would make it surer, and what would make it less sure or drop it. Empty where there is nothing to say: a check that is
 * next to certain is not changed by words. Only what the detectors do weigh is named.
 */
export function whatIf(evidence: readonly Evidence[], confidence: number, language: Language = 'en'): string {
  const [rule] = evidence;
  const changes = rule && changesOf(rule.code);
  if (!changes) return '';
  const missing = ({ unless }: Change): boolean => !evidence.some(({ code }) => unless.test(code));
  const join = (some: readonly Change[]): string =>
    some
      .filter(missing)
      .map((change) => change[language])
      .join(OR[language]);
  const surer = confidence >= NOT_SURER ? '' : join(changes.surer);
  const lesser = join(changes.lesser);
  if (surer === '') return lesser === '' ? '' : `${LESSER_ONLY[language]} ${lesser}`;
  return lesser === ''
    ? `${SURER[language]} ${surer}`
    : `${SURER[language]} ${surer}; ${LESSER[language]} ${lesser}`;
}

interface Change {
  readonly en: string;
  readonly da: string;
  /** A reason given already that says the same, or makes it idle. */
  readonly unless: RegExp;
}

interface Changes {
  readonly surer: readonly Change[];
  readonly lesser: readonly Change[];
}

/** Nothing makes it surer than this. */
const NOT_SURER = 0.97;

const OR = { en: ', or ', da: ', eller ' };
const SURER = { en: 'it would be surer with', da: 'det ville være sikrere med' };
const LESSER = { en: 'less sure with', da: 'mindre sikkert med' };
const LESSER_ONLY = { en: 'it would be less sure with', da: 'det ville være mindre sikkert med' };

function changesOf(rule: string): Changes | null {
  const detector = rule.slice(0, rule.indexOf('.'));
  if (detector === 'names') return NAME;
  if (detector === 'category') return SAID_OF_SOMEBODY;
  if (rule.endsWith('.form') || COUNTED.includes(detector)) return COUNTED_NUMBER;
  return LABELLED.includes(detector) ? LABELLED_NUMBER : null;
}

/** Detectors that weigh the words beside a number and the other cells of its column; identifiers do as well. */
const COUNTED: readonly string[] = ['cpr', 'credit-card'];
/** Detectors that weigh the words beside a number. */
const LABELLED: readonly string[] = ['phone', 'dk-bank-account', 'date-of-birth'];

const NAMED =
  /\.(?:context-(?:may-)?(?:names-it|say-birth|says-birth)|column-(?:names-it|says-birth)|both-labelled)$/;
const OTHERWISE = /\.(?:context-(?:may-)?says?-|column-says-other)(?!birth)/;

const WORD_FOR_IT: Change = {
  en: 'a word for it beside it or above its column',
  da: 'et ord for det ved siden af eller over kolonnen',
  unless: NAMED,
};
const WORD_FOR_ANOTHER: Change = {
  en: 'a word for another kind of number beside it, such as order or invoice',
  da: 'et ord for en anden slags nummer ved siden af, som ordre eller faktura',
  unless: OTHERWISE,
};
const MORE_IN_COLUMN: Change = {
  en: 'more such numbers in the same column',
  da: 'flere af den slags numre i samme kolonne',
  unless: /\.(?:column-agrees|column-disagrees|neighbours-are-cpr|neighbours-hold-too)$/,
};
const OTHERS_IN_COLUMN: Change = {
  en: 'a column in which most others cannot be such numbers',
  da: 'en kolonne, hvor de fleste andre ikke kan være sådanne numre',
  unless: /\.(?:column-disagrees|neighbours-are-other-numbers|neighbours-do-not-hold|context-names-it)$/,
};

const COUNTED_NUMBER: Changes = {
  surer: [WORD_FOR_IT, MORE_IN_COLUMN],
  lesser: [WORD_FOR_ANOTHER, OTHERS_IN_COLUMN],
};
const LABELLED_NUMBER: Changes = { surer: [WORD_FOR_IT], lesser: [WORD_FOR_ANOTHER] };
const NAME: Changes = {
  surer: [
    {
      en: "'name' or a like word before it or above its column",
      da: "'navn' eller et lignende ord foran eller over kolonnen",
      unless: /\.(?:label|column)-(?:may-)?name/,
    },
  ],
  lesser: [
    {
      en: "a company's form such as ApS beside it",
      da: 'en selskabsform som ApS ved siden af',
      unless: /\.(?:company-beside|address|address-without-town|postcode-and-town)$/,
    },
  ],
};
const SAID_OF_SOMEBODY: Changes = {
  surer: [
    {
      en: "somebody's name right before it",
      da: 'et navn lige foran',
      unless: /\.name-beside$/,
    },
    {
      en: 'a label or a column that names it',
      da: 'en ledetekst eller kolonne, der nævner det',
      unless: /\.(?:label|column)-names-it$/,
    },
  ],
  lesser: [
    {
      en: 'words of guidance, law or products in the sentence',
      da: 'ord om vejledning, lov eller varer i sætningen',
      unless: /\.of-(?:guidance|law|a-product)$/,
    },
  ],
};
