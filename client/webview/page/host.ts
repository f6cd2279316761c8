/** A page's end of the line to the extension. */
export interface Host<Message, State> {
  postMessage(message: Message): void;
  /** What VS Code keeps for the page while it is hidden or the window reloads. */
  getState(): State | undefined;
  setState(state: State): void;
}

declare function acquireVsCodeApi<Message, State>(): Host<Message, State>;

/** The line to the extension, which VS Code gives out once. */
export function hostOfPage<Message, State>(): Host<Message, State> {
  return acquireVsCodeApi<Message, State>();
}
