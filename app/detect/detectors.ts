import { cpr } from './country/dk/cpr.ts';
import type { Detector } from './finding.ts';
import { creditCard } from './generic/credit-card.ts';
import { email } from './generic/email.ts';
import { iban } from './generic/iban.ts';
import { phone } from './generic/phone.ts';
import { names } from './names/names.ts';

/** Every detector. A new one is its file and a line here. */
export const detectors: readonly Detector[] = [cpr, email, phone, iban, creditCard, names];
