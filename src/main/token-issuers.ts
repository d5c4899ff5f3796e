/* Whose tokens are good at /mcp: the provider's where one is set, else personal ones. */
import type { House } from '../main.js';
import type { OidcSettings } from '../settings/sign-in.js';
import type { Settings } from '../settings.js';

/** The provider of sign-in and the address its tokens are meant for; undefined where none is set. */
export const providerOf = ({
  oidc,
  publicUrl,
}: Settings): { readonly oidc: OidcSettings; readonly publicUrl: string } | undefined =>
  oidc && publicUrl ? { oidc, publicUrl } : undefined;

/**
 * Whether personal tokens are taken over HTTP: with the sandbox and no provider. They are no answer to a real site there:
 * one would outlive the sign-in it came from.
 */
export const takesPersonalTokens = ({ settings, site }: Pick<House, 'settings' | 'site'>): boolean =>
  site.isSandbox && providerOf(settings) === undefined;
