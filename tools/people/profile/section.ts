/*
 * section   one subject of a profile: what is read of it, how it is said, and a receipt for each number said
 *
 * A profile is a list of sections (sections.ts); a new subject is a new file and a line there.
 */
import type * as z from 'zod';
import type { Actor } from '../../../src/domain/actor.js';
import type { MemberProfile } from '../../../src/members/profile.js';
import type { ToolContext } from '../../define.js';

/** Whom the profile is about; the caller has found the record in scope. */
export interface Subject {
  readonly memberId: string;
  readonly profile: MemberProfile;
}

/** A receipt of the profile: a number, its unit, and what was counted of whom. */
export type Give = (value: number, unit: string, population: string) => Promise<unknown>;

export interface Section<Value> {
  readonly shape: z.ZodType<Value>;
  /** Nothing for an actor who may not see the section at all. */
  read(subject: Subject, context: ToolContext): Promise<Value | undefined>;
  /** What is told to be on no record where it was read and has no lines: "cases". */
  readonly absent?: string;
  /** Lines; none where there is nothing to say. */
  words(value: Value): readonly string[];
  /** `member` is the pseudonym. */
  receipts?(value: Value, give: Give, member: string): Promise<void>;
  /** What the rights of the actor keep back of it, in words. */
  hidden?(value: Value | undefined, actor: Actor): readonly string[];
}

/** Infers the value from the shape; adds nothing. */
export const section = <Value>(one: Section<Value>): Section<Value> => one;
