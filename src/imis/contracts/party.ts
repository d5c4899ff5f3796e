import type { Day } from '../../domain/day.js';

/** A person or organisation (GET /api/Party): typed contract PersonData or OrganizationData. */
export interface Party {
  readonly partyId: string;
  readonly kind: 'person' | 'organization';
  readonly status: 'active' | 'inactive' | 'suspended' | 'deceased';
  readonly fullName: string;
  readonly firstName?: string;
  readonly lastName?: string;
  readonly informalName?: string;
  readonly jobTitle?: string;
  readonly employerId?: string;
  readonly email?: string;
  readonly phone?: string;
  readonly address?: Address;
  readonly birthDate?: Day;
  /** Site-local time, ISO without zone. */
  readonly updatedOn?: string;
}

export interface Address {
  readonly lines: readonly string[];
  readonly city?: string;
  /** Two letters for the US and Canada (CountrySubEntityCode). */
  readonly state?: string;
  readonly postalCode?: string;
  readonly country?: string;
}
