/* What a surface may show while a turn is under way; the turn itself, once there, takes the place of all of it. */
export type Progress =
  /** A model is asked, for the first time or again: text so far is dropped. */
  | { readonly kind: 'thinking'; readonly model: string }
  | {
      readonly kind: 'tool';
      readonly tool: string;
      /** For people: "Count people who meet a description". */
      readonly title: string;
      readonly state: 'running' | 'done' | 'failed';
    }
  /** One or more whole sentences or lines to be added, names put in where the actor may see them. */
  | { readonly kind: 'text'; readonly text: string };

export type OnProgress = (progress: Progress) => void;
