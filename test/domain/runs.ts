/** How often a property is tried: as often as is quick, or times a factor that `FC_RUNS` gives, such as 20. */
export const runs = (usual: number): { numRuns: number } => ({
  numRuns: usual * Number(process.env['FC_RUNS'] ?? 1),
});
