import { activityIdOf, encodeActivity } from './contracts/activity.js';
import { addressOf } from './contracts/address.js';
import { permissionActions } from './contracts/endpoints.js';
import { onlyRow } from './contracts/envelope.js';
import { encodePanelRow, panelRowIdOf } from './contracts/panel-row.js';
import { decodeParty } from './contracts/party.js';
import { contactOf, sameContact, withContact } from './contracts/party-contact.js';
import { isWire, unwrapped } from './contracts/wire.js';
import { ContactChangedSince, ImisRefused, ImisUnexpectedShape } from './failures.js';
import type { ImisOptions } from './options.js';
import { panelSourceNamed } from './pack.js';
import type { ImisWriter } from './port.js';
import { createConnection } from './request.js';

/**
 * Writes to an iMIS site with the writing account. A create is sent once: where nobody can tell whether it arrived it
 * rejects with WriteUncertain, and every other failure means that nothing was written.
 */
export function createWriter(options: ImisOptions): ImisWriter {
  const connection = createConnection(options, 'writing');
  return {
    async addActivity(activity) {
      const reply = await connection.send({
        method: 'POST',
        path: '/api/Activity',
        doing: 'adding Activity',
        body: encodeActivity(activity),
        repeatable: false,
      });
      return activityIdOf(reply.wire);
    },
    async removeActivity(activityId) {
      // Deleting by SEQN is a guess. A second DELETE finds nothing, so it may be repeated; 404 means it is gone.
      await connection.send({
        method: 'DELETE',
        path: addressOf('Activity', activityId),
        doing: 'removing Activity',
        repeatable: true,
        accept: [404],
      });
    },
    async addPanelRow(name, row) {
      const source = panelSourceNamed(name);
      const reply = await connection.send({
        method: 'POST',
        path: `/api/${name}`,
        doing: `adding ${name}`,
        body: encodePanelRow(source, row),
        repeatable: false,
      });
      return panelRowIdOf(source, reply.wire);
    },
    async changePanelRow(name, row) {
      // The same columns put twice leave the same row. That columns left out keep their values is seen, not promised.
      await connection.send({
        method: 'PUT',
        path: addressOf(name, row.rowId),
        doing: `changing ${name}`,
        body: encodePanelRow(panelSourceNamed(name), row),
        repeatable: true,
      });
    },
    async removePanelRow(name, rowId) {
      await connection.send({
        method: 'DELETE',
        path: addressOf(name, rowId),
        doing: `removing ${name}`,
        repeatable: true,
        accept: [404],
      });
    },
    async changeParty(partyId, change) {
      const path = addressOf('Party', partyId);
      const read = await connection.send({
        method: 'GET',
        path,
        doing: 'reading Party before changing it',
        repeatable: true,
      });
      const record = onlyRow(read.wire);
      const party = decodeParty(record);
      if (!isWire(record) || !party.fits) throw new ImisUnexpectedShape(read.facts, 'unknown record');
      const present = contactOf(party.value, change.field);
      if (sameContact(change.field, present, change.after)) return;
      if (!sameContact(change.field, present, change.before)) throw new ContactChangedSince();
      // Sent once: a repeat might overwrite what somebody wrote after the first one arrived.
      await connection.send({
        method: 'PUT',
        path,
        doing: 'changing Party',
        body: withContact(record, change),
        repeatable: false,
      });
    },
    async canWrite(entity, action) {
      try {
        const reply = await connection.send({
          method: 'POST',
          path: `/api/${encodeURIComponent(entity)}/_haspermission/${permissionActions[action]}?Id=`,
          doing: `asking for the right to ${action} ${entity}`,
          repeatable: true,
        });
        return unwrapped(reply.wire) === true;
      } catch (error) {
        if (error instanceof ImisRefused) return false;
        throw error;
      }
    },
  };
}
