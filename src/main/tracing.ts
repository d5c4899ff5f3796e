/* LangChain and LangGraph send whole runs to a tracing service when the environment says so: here it never does. */

// LANGSMITH_GATEWAY would lead calls of a model through a third party's address.
const SWITCHES = [
  'LANGSMITH_TRACING',
  'LANGSMITH_TRACING_V2',
  'LANGCHAIN_TRACING',
  'LANGCHAIN_TRACING_V2',
  'LANGSMITH_GATEWAY',
] as const;

/**
 * Removes every switch that would let a run leave this machine: not the model's calls alone, the graph around them would be
 * traced as well, names and all. The libraries read the switches at each run, so whoever composes calls this first.
 */
export function forbidTracing(): void {
  for (const name of SWITCHES) delete process.env[name];
}
