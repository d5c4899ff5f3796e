import type { TokenOfPersonView } from '../../token-parts.js';
import { Ending } from '../tokens.js';
import { Administration, Table } from './frame.js';

/** Everybody's tokens for AI clients, and ending one; no secret is shown, nobody has it any more. */
export const AllTokens = ({
  tokens,
  csrf,
}: {
  readonly tokens: readonly TokenOfPersonView[];
  readonly csrf: string;
}) => (
  <Administration at="/administration/tokens">
    <section class="card">
      <Table
        caption="Tokens by which AI clients speak for members of the staff"
        head={['Person', 'Name', 'Allows', 'Made', 'Last used', 'Expires', 'Action']}
        none="Nobody has a token."
        rows={tokens.map((token) => [
          token.person,
          token.name,
          token.allows,
          token.made,
          token.lastUsed,
          token.expires,
          <Ending token={token} csrf={csrf} action={`/administration/tokens/${token.id}/revoke`} />,
        ])}
      />
    </section>
  </Administration>
);
