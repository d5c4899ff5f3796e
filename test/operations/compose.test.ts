import { expect, test } from 'vitest';
import { type Variable, variables } from '../../src/settings/variables.js';
import { parseSettings } from '../../src/settings.js';
import { textOf } from './image.js';
import { type Plain, readPlainYaml } from './plain-yaml.js';

type Mapping = { readonly [key: string]: Plain };
const text = textOf('compose.yaml');
// The lines that are there to be switched on, switched on: what is written in them must hold too.
const complete = text.replaceAll(/^( +)# ((?:- )?[a-z_]+|[A-Z_]+_FILE: .+|(?: {2})?(?:file: .+|[a-z_]+:))$/gm, '$1$2');
const compose = readPlainYaml(complete);

function at(...path: readonly string[]): Plain {
  return path.reduce<Plain>((inner, key) => {
    const next = (inner as Mapping)[key];
    if (next === undefined) throw new Error(`compose.yaml has no ${path.join(' > ')}`);
    return next;
  }, compose);
}
const list = (...path: readonly string[]) => at(...path) as readonly string[];
const keys = (...path: readonly string[]) => Object.keys(at(...path) as Mapping);
const settings = Object.entries(variables) as [string, Variable][];
// A client's own secret, given to the command the client starts; the server has none of it.
const ofClients = ['IMIS_COPILOT_TOKEN'];
const secretNames = settings.filter(([name, { secret }]) => secret && !ofClients.includes(name)).map(([name]) => name);
const environment = at('services', 'copilot', 'environment') as Record<string, string>;

test('the file is plain as it stands, and with the lines for a writing account and a model switched on', () => {
  expect(Object.keys(readPlainYaml(text))).toEqual(['name', 'services', 'secrets', 'volumes']);
  expect(keys('secrets')).toEqual([
    'database_password',
    'database_url',
    'imis_read_password',
    'oidc_client_secret',
    'imis_write_password',
    'llm_api_key',
  ]);
});

test('a text that is not plain is refused, never read as something else', () => {
  for (const odd of ['a: [b]', 'a: &b c', 'a:\n   b: c', 'a: b # c', 'a: b\na: c', 'a: |\n  b', "a: 'b'", '- a\nb: c'])
    expect(() => readPlainYaml(odd), odd).toThrow(SyntaxError);
});

test('every variable it sets is a setting, and every secret is a file', () => {
  for (const name of Object.keys(environment)) {
    const setting = name.replace(/_FILE$/, '');
    expect(
      settings.map(([known]) => known),
      name,
    ).toContain(setting);
    expect(secretNames.includes(setting), name).toBe(name.endsWith('_FILE'));
  }
});

test('every secret that is set comes from a file of its own, which exists as a secret of the service', () => {
  const files = Object.entries(environment).filter(([name]) => name.endsWith('_FILE'));
  expect(files.map(([name]) => name.replace(/_FILE$/, '')).sort()).toEqual([...secretNames].sort());
  for (const [name, path] of files) {
    const secret = name.replace(/_FILE$/, '').toLowerCase();
    expect(path).toBe(`/run/secrets/${secret}`);
    expect(list('services', 'copilot', 'secrets')).toContain(secret);
    expect(at('secrets', secret, 'file')).toBe(`./secrets/${secret}`);
  }
  expect(list('services', 'database', 'secrets')).toEqual(['database_password']);
  expect(textOf('.gitignore').split('\n')).toEqual(expect.arrayContaining(['.env', 'secrets/']));
});

test('with these variables the copilot starts for a real site, by the socket, and says what is missing without them', () => {
  const given: Record<string, string> = {
    PUBLIC_URL: 'https://copilot.example.org',
    IMIS_URL: 'https://imis.example.org',
    IMIS_READ_USER: 'reader',
    OIDC_ISSUER: 'https://login.example.org/tenant/v2.0',
    OIDC_CLIENT_ID: 'copilot',
  };
  const asked = Object.entries(environment).filter(([, value]) => value.startsWith('${'));
  expect(asked.map(([name]) => name).sort()).toEqual(Object.keys(given).sort());
  for (const [name, value] of asked) expect(value).toBe(`\${${name}:?set it in .env}`);
  const plain = Object.entries(environment).filter(
    ([name, value]) => !name.endsWith('_FILE') && !value.startsWith('${'),
  );
  const parsed = parseSettings({
    ...Object.fromEntries(plain),
    ...given,
    DATABASE_URL: 'postgresql://copilot:0a1b@%2Frun%2Fpostgresql/copilot',
    IMIS_READ_PASSWORD: 'a',
    OIDC_CLIENT_SECRET: 'b',
  });
  expect(parsed.http).toEqual({ host: '0.0.0.0', port: 3978 });
  expect(parsed.dataDir).toBe('/data');
});

test('the database is PostgreSQL 17 with pgvector 0.8, reached by nothing but its socket', () => {
  expect(at('services', 'database', 'image')).toMatch(/^pgvector\/pgvector:0\.8\.\d+-pg17/);
  expect(at('services', 'database', 'network_mode')).toBe('none');
  expect(keys('services', 'database')).not.toContain('ports');
  expect(list('services', 'database', 'volumes')).toContain('database-socket:/var/run/postgresql');
  expect(list('services', 'copilot', 'volumes')).toContain('database-socket:/run/postgresql:ro');
  expect(at('services', 'database', 'environment', 'POSTGRES_INITDB_ARGS')).toContain('--auth-local=scram-sha-256');
});

test('the copilot waits for a database that is ready, and not for one that is still being set up', () => {
  expect(at('services', 'copilot', 'depends_on', 'database', 'condition')).toBe('service_healthy');
  // By TCP, on which the image listens only once the setting up has ended.
  expect(list('services', 'database', 'healthcheck', 'test')).toContain('--host=127.0.0.1');
  expect(list('services', 'database', 'command')).toContain('listen_addresses=127.0.0.1');
});

test('only this server reaches the copilot, at the port it listens on, and it can change nothing but its data', () => {
  expect(list('services', 'copilot', 'ports')).toEqual([`127.0.0.1:${environment['PORT']}:${environment['PORT']}`]);
  expect(at('services', 'copilot', 'read_only')).toBe('true');
  expect(list('services', 'copilot', 'cap_drop')).toEqual(['ALL']);
  expect(list('services', 'copilot', 'volumes')).toContain(`data:${environment['DATA_DIR']}`);
});

test('both restart by themselves, within limits, and every volume they name exists', () => {
  for (const service of keys('services')) {
    expect(at('services', service, 'restart')).toBe('unless-stopped');
    expect(keys('services', service, 'deploy', 'resources', 'limits')).toEqual(
      expect.arrayContaining(['cpus', 'memory']),
    );
    for (const volume of list('services', service, 'volumes')) expect(keys('volumes')).toContain(volume.split(':')[0]);
  }
});
