/** Whether a host name, an address or the path of a socket stays on this machine. */
export const isThisMachine = (host: string): boolean =>
  host === 'localhost' || host === '[::1]' || host === '::1' || host.startsWith('/') || /^127(\.\d+){3}$/.test(host);
