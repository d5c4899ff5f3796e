import { Csrf } from '../layout.js';
import { Administration, Table } from './frame.js';

export interface StaffView {
  readonly staff: readonly {
    readonly name: string;
    readonly userName: string;
    readonly roles: string;
    readonly scope: string;
    readonly note?: string;
  }[];
  /** The association's own role names, and what each means here. */
  readonly roles: readonly { readonly imisRole: string; readonly role: string; readonly users: number }[];
  /** Identities of the provider that were linked to users of iMIS. */
  readonly identities: readonly { readonly issuer: string; readonly subject: string; readonly userName: string }[];
  /** The provider of the settings, where one is set. */
  readonly issuer: string;
  /** What an iMIS role may be mapped to. */
  readonly ours: readonly { readonly value: string; readonly label: string }[];
}

/** Who may sign in, and what the roles of iMIS mean here. */
export const Staff = ({ view, csrf }: { readonly view: StaffView; readonly csrf: string }) => (
  <Administration at="/administration/staff">
    <section class="card">
      <Table
        caption="Users of iMIS with a role here"
        head={['Name', 'User', 'Roles', 'Sees', 'Note']}
        none="Nobody has been read yet."
        rows={view.staff.map(({ name, userName, roles, scope, note }) => [name, userName, roles, scope, note ?? ''])}
      />
    </section>
    <section class="card">
      <Table
        caption="Roles of iMIS and what they mean here"
        head={['Role in iMIS', 'Users', 'Here', 'Action']}
        none="iMIS names no role."
        rows={view.roles.map(({ imisRole, role, users }) => [
          imisRole,
          users,
          role ? role.replaceAll('_', ' ') : 'nothing',
          <form class="row" method="post" action="/administration/role">
            <Csrf token={csrf} />
            <input type="hidden" name="imisRole" value={imisRole} />
            <select name="role" aria-label={`What ${imisRole} means here`}>
              {view.ours.map(({ value, label }) => (
                <option value={value} key={value} selected={value === role}>
                  {label}
                </option>
              ))}
            </select>
            <button class="plain" type="submit">
              Change
            </button>
          </form>,
        ])}
      />
    </section>
    <section class="card">
      <Table
        caption="Identities of the sign-in provider that were linked to users of iMIS"
        head={['Provider', 'Identity', 'User', 'Action']}
        none="None was linked: people sign in by user name or verified e-mail address, as the settings say."
        rows={view.identities.map(({ issuer, subject, userName }) => [
          issuer,
          subject,
          userName,
          <form method="post" action="/administration/identity">
            <Csrf token={csrf} />
            <input type="hidden" name="issuer" value={issuer} />
            <input type="hidden" name="subject" value={subject} />
            <button class="plain" type="submit">
              Remove
            </button>
          </form>,
        ])}
      />
      <h3>Link an identity</h3>
      <form method="post" action="/administration/identity">
        <Csrf token={csrf} />
        <div class="row">
          <p>
            <label for="issuer">Provider (its issuer)</label>
            <input id="issuer" type="text" name="issuer" value={view.issuer} required />
          </p>
          <p>
            <label for="subject">Identity at the provider (object id)</label>
            <input id="subject" type="text" name="subject" required />
          </p>
          <p>
            <label for="userName">User of iMIS</label>
            <input id="userName" type="text" name="userName" required />
          </p>
          <button type="submit">Link</button>
        </div>
      </form>
    </section>
  </Administration>
);
