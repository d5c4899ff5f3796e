/* The endpoint of a language model: which settings it needs by kind, and where it may be. */
import { Secret } from './secret.js';
import { isThisMachine } from './this-machine.js';

export const llmKinds = ['openai', 'azure', 'compatible'] as const;

export interface LlmSettings {
  readonly kind: (typeof llmKinds)[number];
  /** Without a slash at its end. */
  readonly url: string;
  /** Shown and logged; with Azure the deployment decides which model answers. */
  readonly model: string;
  /** A local endpoint may do without. */
  readonly apiKey?: Secret;
  readonly azure?: { readonly deployment: string; readonly apiVersion: string };
  /** For one answer, further tries included. */
  readonly timeoutMillis: number;
  /** Further tries after "busy" or a failure on the endpoint's side. */
  readonly retries: number;
  /** What the model can read at once, prompt and answer together. */
  readonly contextTokens: number;
}

export interface LlmValues {
  readonly LLM_KIND?: LlmSettings['kind'] | undefined;
  readonly LLM_URL?: string | undefined;
  readonly LLM_MODEL?: string | undefined;
  readonly LLM_API_KEY?: string | undefined;
  readonly LLM_DEPLOYMENT?: string | undefined;
  readonly LLM_API_VERSION?: string | undefined;
  readonly LLM_TIMEOUT_SECONDS?: number | undefined;
  readonly LLM_RETRIES?: number | undefined;
  readonly LLM_CONTEXT_TOKENS?: number | undefined;
}

const OPENAI = 'https://api.openai.com/v1';

/** Undefined: the offline interpreter alone. What is missing or unsafe is added to `faults`. */
export function llmSettings(values: LlmValues, faults: string[]): LlmSettings | undefined {
  const { LLM_URL, LLM_MODEL, LLM_API_KEY, LLM_DEPLOYMENT } = values;
  if (!LLM_URL && !LLM_MODEL && !LLM_API_KEY && !LLM_DEPLOYMENT) return undefined;
  const kind = values.LLM_KIND ?? 'openai';
  const url = LLM_URL ?? (kind === 'openai' ? OPENAI : '');
  faults.push(...(url ? addressFaults(url) : ['LLM_URL: missing; give the address of the endpoint']));
  if (kind === 'azure') {
    if (!LLM_DEPLOYMENT) faults.push('LLM_DEPLOYMENT: missing; name the deployment of the Azure resource');
  } else if (!LLM_MODEL) faults.push('LLM_MODEL: missing; name the model of the endpoint');
  if (kind !== 'compatible' && !LLM_API_KEY) faults.push('LLM_API_KEY: missing; set it or LLM_API_KEY_FILE');
  return {
    kind,
    url: url.replace(/\/+$/, ''),
    model: LLM_MODEL ?? LLM_DEPLOYMENT ?? '',
    ...(LLM_API_KEY && { apiKey: new Secret(LLM_API_KEY) }),
    ...(kind === 'azure' && {
      azure: { deployment: LLM_DEPLOYMENT ?? '', apiVersion: values.LLM_API_VERSION ?? '' },
    }),
    timeoutMillis: (values.LLM_TIMEOUT_SECONDS ?? 60) * 1000,
    retries: values.LLM_RETRIES ?? 0,
    contextTokens: values.LLM_CONTEXT_TOKENS ?? 128_000,
  };
}

function addressFaults(address: string): string[] {
  const url = new URL(address);
  return [
    ...(url.protocol === 'http:' && !isThisMachine(url.hostname)
      ? ['LLM_URL: only https is used for an endpoint that is not on this machine; write https://']
      : []),
    ...(url.search || url.hash ? ['LLM_URL: ends in a ? or # part; give the address alone'] : []),
    ...(url.username || url.password ? ['LLM_URL: carries a password; put it in LLM_API_KEY'] : []),
  ];
}
