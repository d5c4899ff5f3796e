import { activityIdOf, encodeActivity } from './contracts/activity.js';
import { addressOf } from './contracts/address.js';
import { permissionActions } from './contracts/endpoints.js';
import { unwrapped } from './contracts/wire.js';
import { ImisRefused } from './failures.js';
import type { ImisOptions } from './options.js';
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
