/*
 * Chance as a pure function: the same (seed, index, purpose) always draws the same numbers, whatever was drawn
 * before, so that any member can be generated alone and in any order.
 */

/** Murmur3's finaliser: every bit of the input moves half the bits of the output. */
function mix(value: number): number {
  let mixed = value | 0;
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return (mixed ^ (mixed >>> 16)) >>> 0;
}

/** 32 bits of (seed, index, purpose). */
export const hashOf = (seed: number, index: number, purpose: number): number =>
  mix(
    mix(mix(Math.imul(seed, 0x9e3779b1) ^ 0x2545f491) ^ Math.imul(index + 1, 0x85ebca77)) ^
      Math.imul(purpose + 1, 0xc2b2ae3d),
  );

/** One number from 0 up to 1. */
export const chanceOf = (seed: number, index: number, purpose: number): number =>
  hashOf(seed, index, purpose) / 4_294_967_296;

/** A stream of draws for one purpose (splitmix32). */
export class Draws {
  #state: number;

  constructor(seed: number, index: number, purpose: number) {
    this.#state = hashOf(seed, index, purpose);
  }

  /** From 0 up to 1. */
  uniform(): number {
    this.#state = (this.#state + 0x9e3779b9) | 0;
    return mix(this.#state) / 4_294_967_296;
  }

  chance(probability: number): boolean {
    return this.uniform() < probability;
  }

  /** A whole number, both ends included. */
  whole(from: number, to: number): number {
    return from + Math.floor(this.uniform() * (to - from + 1));
  }

  /** Mean 0, deviation 1, within 3.5: the sum of four uniforms lacks the far tails, which no person needs. */
  normal(): number {
    return (this.uniform() + this.uniform() + this.uniform() + this.uniform() - 2) * Math.sqrt(3);
  }

  /** Waiting time with this mean. */
  exponential(mean: number): number {
    return -mean * Math.log(1 - this.uniform());
  }

  /** How many of a rare thing happen, at most `cap`. */
  poisson(mean: number, cap: number): number {
    const floor = Math.exp(-mean);
    let product = this.uniform();
    let count = 0;
    while (product > floor && count < cap) {
      product *= this.uniform();
      count++;
    }
    return count;
  }

  pick<T>(from: readonly T[]): T {
    return from[Math.floor(this.uniform() * from.length)] as T;
  }

  /** Earlier entries more often, as names and cities are: the density falls with the square root of the place. */
  pickEarly<T>(from: readonly T[]): T {
    return from[Math.floor(this.uniform() ** 1.6 * from.length)] as T;
  }
}

export const sigmoid = (logOdds: number): number => 1 / (1 + Math.exp(-logOdds));
