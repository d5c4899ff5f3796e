import type { ImisHand } from './port.js';

/** The hand for one write of one change: it closes after its first use, and when it is taken back. */
export function lend(hand: ImisHand): { readonly hand: ImisHand; readonly takeBack: () => void } {
  let isOpen = true;
  const once = <Arguments extends readonly unknown[], Answer>(write: (...given: Arguments) => Promise<Answer>) => {
    return async (...given: Arguments): Promise<Answer> => {
      if (!isOpen) throw new Error('a kind of change wrote more than its one change');
      isOpen = false;
      return await write(...given);
    };
  };
  return {
    hand: {
      addActivity: once((activity) => hand.addActivity(activity)),
      removeActivity: once((activityId) => hand.removeActivity(activityId)),
      addPanelRow: once((source, row) => hand.addPanelRow(source, row)),
      changePanelRow: once((source, row) => hand.changePanelRow(source, row)),
      removePanelRow: once((source, rowId) => hand.removePanelRow(source, rowId)),
      changeParty: once((partyId, change) => hand.changeParty(partyId, change)),
    },
    takeBack: () => {
      isOpen = false;
    },
  };
}
