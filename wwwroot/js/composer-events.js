// The composer's events under names that Razor can listen to: @oncomposerposted, @oncomposercancelled, @oncomposertyping.

/** @param {any} blazor */
export function register(blazor) {
  blazor.registerCustomEventType('composerposted', {
    browserEventName: 'composer:posted',
    createEventArgs: ({ detail }) => ({ id: detail?.id ?? null, threadId: detail?.threadId ?? null, sequence: detail?.sequence ?? null }),
  });
  blazor.registerCustomEventType('composercancelled', { browserEventName: 'composer:cancelled', createEventArgs: () => ({}) });
  blazor.registerCustomEventType('composertyping', { browserEventName: 'composer:typing', createEventArgs: () => ({}) });
}
