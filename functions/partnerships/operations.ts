import { z } from 'zod';
import { FundBody } from '../../domain/fund/fund.ts';
import { OpeningBalanceBody } from '../../domain/fund/opening-balance.ts';
import { FunderBody } from '../../domain/funder/funder.ts';
import { PartnershipBody } from '../../domain/partnership/partnership.ts';
import { PrioritiesBody } from '../../domain/partnership/priorities.ts';
import { TermsBody } from '../../domain/partnership/terms-of-reference.ts';
import {
  FundAnswer,
  FunderAnswer,
  OpeningBalanceAnswer,
  PartnershipAnswer,
  PrioritiesAnswer,
  TermsAnswer,
} from '../http/answers.ts';
import { get, noParameters, noQuery, pageOf, pageQuery, post, put } from '../http/operation.ts';
import { InPartnership, OfFund, OfFunder, OfTerms, OfYear } from '../http/parameters.ts';

const area = 'partnerships';
const base = '/v1/partnerships/{partnershipId}';
const page = () => z.strictObject(pageQuery);

export const partnershipOperations = {
  createPartnership: post({
    path: '/v1/partnerships',
    area,
    summary: 'Create a partnership',
    access: 'administrator',
    parameters: noParameters,
    body: () => PartnershipBody,
    answer: PartnershipAnswer,
    problems: ['already-exists'],
  }),
  listPartnerships: get({
    path: '/v1/partnerships',
    area,
    summary: 'The partnerships that the token covers',
    access: 'signed-in',
    parameters: noParameters,
    query: page,
    answer: pageOf(PartnershipAnswer),
  }),
  getPartnership: get({
    path: base,
    area,
    summary: 'A partnership',
    access: 'member-or-administrator',
    parameters: InPartnership,
    query: noQuery,
    answer: PartnershipAnswer,
  }),
  putTermsOfReference: put({
    path: `${base}/terms-of-reference/{effectiveFrom}`,
    area,
    summary: 'Set the terms of reference in force from a date until the next',
    access: 'administrator',
    parameters: OfTerms,
    body: () => TermsBody,
    answer: TermsAnswer,
    problems: ['not-found'],
  }),
  getTermsOfReference: get({
    path: `${base}/terms-of-reference/{effectiveFrom}`,
    area,
    summary: 'The terms of reference set for a date',
    access: 'member-or-administrator',
    parameters: OfTerms,
    query: noQuery,
    answer: TermsAnswer,
  }),
  listTermsOfReference: get({
    path: `${base}/terms-of-reference`,
    area,
    summary: 'All terms of reference, by the date from which they are in force',
    access: 'member-or-administrator',
    parameters: InPartnership,
    query: page,
    answer: pageOf(TermsAnswer),
  }),
  putPriorities: put({
    path: `${base}/years/{financialYear}/priorities`,
    area,
    summary: 'Set the priorities of a year',
    access: ['coordinator'],
    parameters: OfYear,
    body: () => PrioritiesBody,
    answer: PrioritiesAnswer,
    problems: ['not-found'],
  }),
  getPriorities: get({
    path: `${base}/years/{financialYear}/priorities`,
    area,
    summary: 'The priorities of a year',
    access: 'member',
    parameters: OfYear,
    query: noQuery,
    answer: PrioritiesAnswer,
  }),
  putFunder: put({
    path: `${base}/funders/{funderId}`,
    area,
    summary: 'Name a funder: a new one, or one whose name changes while its id stays',
    access: ['finance-officer'],
    parameters: OfFunder,
    body: () => FunderBody,
    answer: FunderAnswer,
    problems: ['not-found'],
  }),
  getFunder: get({
    path: `${base}/funders/{funderId}`,
    area,
    summary: 'A funder and its names over time',
    access: 'member',
    parameters: OfFunder,
    query: noQuery,
    answer: FunderAnswer,
  }),
  listFunders: get({
    path: `${base}/funders`,
    area,
    summary: 'The funders',
    access: 'member',
    parameters: InPartnership,
    query: page,
    answer: pageOf(FunderAnswer),
  }),
  openFund: post({
    path: `${base}/funds`,
    area,
    summary: 'Open a fund',
    access: ['finance-officer'],
    parameters: InPartnership,
    body: () => FundBody,
    answer: FundAnswer,
    problems: ['not-found', 'already-exists', 'too-many-funds'],
  }),
  listFunds: get({
    path: `${base}/funds`,
    area,
    summary: 'The funds and what is in them',
    access: 'member',
    parameters: InPartnership,
    query: page,
    answer: pageOf(FundAnswer),
  }),
  getFund: get({
    path: `${base}/funds/{fundId}`,
    area,
    summary: 'A fund and what is in it',
    access: 'member',
    parameters: OfFund,
    query: noQuery,
    answer: FundAnswer,
  }),
  recordOpeningBalance: post({
    path: `${base}/funds/{fundId}/opening-balance`,
    area,
    summary: 'Record what the partnership brings with it into a fund',
    access: ['finance-officer'],
    parameters: OfFund,
    body: OpeningBalanceBody,
    answer: OpeningBalanceAnswer,
    problems: ['not-found', 'already-exists', 'not-first-entry'],
  }),
};
