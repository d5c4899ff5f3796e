import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { checkHop } from '../../src/commands/doctor/transport.js';
import { createReader } from '../../src/imis/read.js';
import { Secret } from '../../src/settings/secret.js';

const hasOpenssl = (() => {
  try {
    execFileSync('openssl', ['version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
})();

function selfSigned(): { key: Buffer; cert: Buffer } {
  const folder = mkdtempSync(join(tmpdir(), 'imis-copilot-certificate-'));
  const [key, cert] = [join(folder, 'key.pem'), join(folder, 'cert.pem')];
  const subject = ['-subj', '/CN=localhost', '-addext', 'subjectAltName=DNS:localhost'];
  const curve = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256'];
  execFileSync(
    'openssl',
    ['req', '-x509', ...curve, '-nodes', '-days', '30', ...subject, '-keyout', key, '-out', cert],
    {
      stdio: 'ignore',
    },
  );
  try {
    return { key: readFileSync(key), cert: readFileSync(cert) };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

test.skipIf(!hasOpenssl)(
  'a site whose certificate nobody vouches for gets no password, and is named as that',
  async () => {
    let asked = 0;
    const server = createServer(selfSigned(), (_request, response) => {
      asked += 1;
      response.end('{}');
    });
    await new Promise<void>((listening) => server.listen(0, 'localhost', listening));
    const { port } = server.address() as AddressInfo;
    try {
      const credentials = { user: 'SVC', password: new Secret('x') };
      await expect(createReader({ url: `https://localhost:${port}`, credentials }).page('Party')).rejects.toMatchObject(
        {
          kind: 'imis_no_answer',
          silence: 'certificate',
          next: expect.stringContaining('certificate'),
        },
      );
      expect(await checkHop({ name: 'iMIS', host: 'localhost', port, encryption: 'tls' })).toMatchObject({
        state: 'note',
      });
      expect(asked).toBe(0);
    } finally {
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
    }
  },
);
