/**
 * How often a property is tried: as often as is quick, or times a factor that `FC_RUNS` gives, such as 20.
 * It stops before a test's time is up, also while it shrinks a failure, so that the failure is told.
 */
export const runs = (usual: number): { numRuns: number; interruptAfterTimeLimit: number } => ({
  numRuns: usual * Number(process.env['FC_RUNS'] ?? 1),
  interruptAfterTimeLimit: 45_000,
});
