import { RetentionDays } from 'aws-cdk-lib/aws-logs';

/**
 * Two years: a financial year and the audit that follows it. What must be kept longer is in the journal and the events
 * table, which are kept for ever; the logs only explain how the service ran, and hold addresses of people.
 */
export const logRetention = RetentionDays.TWO_YEARS;
