import { atSvnr } from './country/at/svnr.ts';
import { auAbn, auAcn } from './country/au/business-number.ts';
import { auMedicare } from './country/au/medicare.ts';
import { auTfn } from './country/au/tax-file-number.ts';
import { beRijksregisternummer } from './country/be/rijksregisternummer.ts';
import { caSin } from './country/ca/sin.ts';
import { chAhv } from './country/ch/ahv.ts';
import { czRodneCislo } from './country/cz/rodne-cislo.ts';
import { deHandelsregister } from './country/de/handelsregister.ts';
import { deHealthInsurance } from './country/de/health-insurance.ts';
import { deIdCard, deLanr, dePassport } from './country/de/identity-document.ts';
import { deSocialSecurity } from './country/de/social-security.ts';
import { deTaxId } from './country/de/tax-id.ts';
import { deTaxNumber } from './country/de/tax-number.ts';
import { deVatId } from './country/de/vat-id.ts';
import { dkBankAccount } from './country/dk/bank-account.ts';
import {
  dkAdministrativeCpr,
  dkBoxedCpr,
  dkLongCpr,
  dkOddlyWrittenCpr,
  dkReplacementCpr,
} from './country/dk/cpr-variants.ts';
import { dkCprWithoutZero } from './country/dk/cpr-without-zero.ts';
import { cpr } from './country/dk/cpr.ts';
import { dkSoleTraderCvr } from './country/dk/cvr.ts';
import { dkDrivingLicence } from './country/dk/driving-licence.ts';
import { dkHealthCard } from './country/dk/health-card.ts';
import { dkLicenceCard } from './country/dk/licence-card.ts';
import { dkLicensePlate } from './country/dk/license-plate.ts';
import { dkPassport } from './country/dk/passport.ts';
import { dkTaxCard } from './country/dk/tax-card.ts';
import { eeIsikukood } from './country/ee/isikukood.ts';
import { esNie, esNif } from './country/es/nif.ts';
import { fiPersonalIdentityCode } from './country/fi/personal-identity-code.ts';
import { frNir } from './country/fr/nir.ts';
import { ukDrivingLicence } from './country/gb/driving-licence.ts';
import { ukNhs } from './country/gb/nhs.ts';
import { ukNino } from './country/gb/nino.ts';
import { ukPassport } from './country/gb/passport.ts';
import { ukVehicleRegistration } from './country/gb/vehicle-registration.ts';
import { iePps } from './country/ie/pps.ts';
import { inAadhaar } from './country/in/aadhaar.ts';
import { inPan } from './country/in/pan.ts';
import { isKennitala } from './country/is/kennitala.ts';
import { itFiscalCode } from './country/it/fiscal-code.ts';
import { itPartitaIva } from './country/it/partita-iva.ts';
import { krRrn } from './country/kr/resident-number.ts';
import { ltAsmensKodas } from './country/lt/asmens-kodas.ts';
import { lvPersonasKods } from './country/lv/personas-kods.ts';
import { nlBsn } from './country/nl/bsn.ts';
import { noFodselsnummer } from './country/no/fodselsnummer.ts';
import { plPesel } from './country/pl/pesel.ts';
import { ptCartaoDeCidadao } from './country/pt/cartao-de-cidadao.ts';
import { ptNif } from './country/pt/nif.ts';
import { seOrganisationsnummer } from './country/se/organisationsnummer.ts';
import { sePersonnummer } from './country/se/personnummer.ts';
import { sgNric } from './country/sg/nric.ts';
import { thTnin } from './country/th/national-id.ts';
import { trNationalId } from './country/tr/national-id.ts';
import { medicalLicense } from './country/us/medical-licence.ts';
import { usPassport } from './country/us/passport.ts';
import { usItin, usSsn } from './country/us/social-security.ts';
import type { Detector } from './finding.ts';
import { apiToken } from './generic/api-token.ts';
import { bic } from './generic/bic.ts';
import { coordinates } from './generic/coordinates.ts';
import { credentials } from './generic/credentials.ts';
import { creditCard } from './generic/credit-card.ts';
import { crypto } from './generic/crypto.ts';
import { dateOfBirth } from './generic/date-of-birth.ts';
import { email } from './generic/email.ts';
import { iban } from './generic/iban.ts';
import { ipAddress } from './generic/ip-address.ts';
import { macAddress } from './generic/mac-address.ts';
import { mrz } from './generic/mrz.ts';
import { phone } from './generic/phone.ts';
import { privateKey } from './generic/private-key.ts';
import { namedVehicleId, vehicleId } from './generic/vehicle-id.ts';
import { identifierDetector } from './identifiers/identifier-detector.ts';
import type { Identifier } from './identifiers/identifier.ts';
import { names } from './names/names.ts';

/** Numbers and codes told by shape, check and words: read in one pass. A new one is its file and a line here. */
export const identifiers: readonly Identifier[] = [
  dkAdministrativeCpr,
  dkReplacementCpr,
  dkLongCpr,
  dkBoxedCpr,
  dkOddlyWrittenCpr,
  dkCprWithoutZero,
  sePersonnummer,
  noFodselsnummer,
  fiPersonalIdentityCode,
  isKennitala,
  deTaxId,
  deTaxNumber,
  deSocialSecurity,
  deHealthInsurance,
  dePassport,
  deIdCard,
  deLanr,
  nlBsn,
  beRijksregisternummer,
  frNir,
  itFiscalCode,
  esNif,
  esNie,
  ptNif,
  ptCartaoDeCidadao,
  plPesel,
  ukNhs,
  ukNino,
  ukPassport,
  ukDrivingLicence,
  ukVehicleRegistration,
  iePps,
  atSvnr,
  chAhv,
  ltAsmensKodas,
  eeIsikukood,
  lvPersonasKods,
  czRodneCislo,
  seOrganisationsnummer,
  deVatId,
  deHandelsregister,
  itPartitaIva,
  trNationalId,
  usSsn,
  usItin,
  usPassport,
  medicalLicense,
  caSin,
  auTfn,
  auMedicare,
  auAbn,
  auAcn,
  inAadhaar,
  inPan,
  sgNric,
  krRrn,
  thTnin,
  dkPassport,
  dkDrivingLicence,
  dkHealthCard,
  dkLicensePlate,
  dkSoleTraderCvr,
  vehicleId,
  namedVehicleId,
];

/** Every detector. A new one that has a way of its own is its file and a line here. */
export const detectors: readonly Detector[] = [
  cpr,
  email,
  phone,
  iban,
  creditCard,
  dateOfBirth,
  dkBankAccount,
  bic,
  dkTaxCard,
  mrz,
  dkLicenceCard,
  credentials,
  privateKey,
  apiToken,
  ipAddress,
  macAddress,
  coordinates,
  crypto,
  identifierDetector(identifiers),
  names,
];
