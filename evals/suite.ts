/* What every suite is: a name, a run over cases, metrics. */
export interface SuiteOptions {
  /** Cases instead of the suite's own. */
  readonly casesFile?: string | undefined;
  readonly seed: number;
  /** YYYY-MM-DD. */
  readonly asOf: string;
  readonly onProgress: (words: string) => void;
}

export interface SuiteResult {
  readonly cases: number;
  readonly metrics: Readonly<Record<string, number>>;
  readonly failures: readonly unknown[];
}

export interface Suite {
  readonly name: string;
  readonly about: string;
  run(options: SuiteOptions): Promise<SuiteResult>;
}

/** Limits by metric: `least` for one that should be high, `most` for one that should be low. */
export type Thresholds = Readonly<
  Record<string, Readonly<Record<string, { readonly least?: number; readonly most?: number }>>>
>;

/** Metrics that are worse than their limit, in words. */
export function worse(suite: string, metrics: SuiteResult['metrics'], thresholds: Thresholds): string[] {
  return Object.entries(thresholds[suite] ?? {}).flatMap(([metric, { least, most }]) => {
    const value = metrics[metric];
    if (value === undefined) return [`${metric} was not measured`];
    if (least !== undefined && value < least) return [`${metric} is ${value.toFixed(3)}, at least ${least} is wanted`];
    return most !== undefined && value > most ? [`${metric} is ${value.toFixed(3)}, at most ${most} is allowed`] : [];
  });
}
