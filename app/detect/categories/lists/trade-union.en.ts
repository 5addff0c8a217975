import type { PhraseList } from '../phrase-list.ts';

/** Membership of a trade union, and office in one, in English. */
export const tradeUnionEn: PhraseList = {
  type: 'TRADE_UNION',
  language: 'en',
  sure: `my union, his union, her union, my union rep, her union rep, his union rep, my trade union, our shop steward, is a union member, is a member of the union, not in a union, is in a union, joined the union, joined a union, left the union, is unionised, is unionized, member of a union, member of a trade union, union activist, joined the picket line, went on strike, walked the picket line, refused to cross the picket line, elected shop steward, is a shop steward, been our shop steward, is our union rep, branch secretary of`,
  plain: `trade union member, trade union membership, union membership, union member, union rep, union representative, union official, union convenor, shop steward, union dues, union fees, union subscription, check-off, picket line, picketing, on strike, strike-breaker, scab, unionised, unionized, trade union, labour union, labor union, unemployment fund, union card, union branch, branch secretary, works council member, organising for, organizing for, organise a union, organize a union, staff association`,
  weak: `UNISON, Unite, GMB, USDAW, RMT, ASLEF, TSSA, PCS, pcs union, Prospect, NASUWT, NEU, national education union, UCU, university and college union, RCN, royal college of nursing, BMA, british medical association, CWU, communication workers union, Community union, Equity, NUJ, national union of journalists, FBU, fire brigades union, POA, BECTU, BALPA, unite the union, Nautilus, bfawu, SIPTU, Fórsa, Mandate, INMO, Teamsters, AFL-CIO, UAW, united auto workers, SEIU, AFSCME, AFT, NEA, IWW, UFCW, IBEW, CWA, USW, unite here, ILWU, SAG-AFTRA, ver.di, IG Metall, solidarność, union, unions, strike, steward, ballot, dues, industrial action`,
  beside: `member, membership, members, rep, representative, steward, dues, subscription, joined, left, resigned, resignation, deduct, deducted, represented, represents, strike, picket, ballot, branch, secretary, lapsed, activist, organising, organizing, pays, payslip, convenor`,
  labels: `trade union, union, union membership, union member, membership, union dues, staff association, unemployment fund`,
};
