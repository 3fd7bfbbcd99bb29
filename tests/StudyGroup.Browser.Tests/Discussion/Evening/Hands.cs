namespace StudyGroup.Browser.Tests.Discussion.Evening;

/// <summary>
/// The hands of a guest, in the page: they press the buttons, keys and fields that are there, as quickly as the page allows. Each answers "again" where the
/// page does not listen, or has not what is asked for.
/// </summary>
internal static class Hands
{
    public const string Script = """
        const pause = (time) => new Promise((resolve) => setTimeout(resolve, time));
        const until = async (ask, time = 4_000) => {
          for (const end = Date.now() + time; Date.now() < end; await pause(25)) {
            const found = ask();
            if (found) return found;
          }
          return null;
        };
        const buttonsOf = (root, name) => [...(root?.querySelectorAll('.post .act button') ?? [])].filter((button) => button.textContent.trim().startsWith(name));
        const one = (list, chance) => list[Math.floor(chance * list.length)];
        const cardOf = (mark) => document.querySelector(`#card-${mark}.on`);
        const fieldOf = (composer) => composer?.querySelector('textarea');
        const isListening = () => Boolean(document.querySelector('.rgrid[data-live]')) && document.getElementById('offbar').hidden;

        window.hands = {
          async sit(mark) {
            if (!(await until(isListening))) return 'again';
            if (!cardOf(mark)) document.getElementById(`card-${mark}`)?.click();
            return (await until(() => cardOf(mark)?.querySelector('.card-thread > study-composer textarea'))) ? 'done' : 'again';
          },
          composer(mark, where) {
            if (where === 'begin') return document.querySelector('.margin .own study-composer');
            return where === 'say' ? cardOf(mark)?.querySelector('.card-thread > study-composer') : cardOf(mark)?.querySelector(`study-composer[${where === 'mend' ? 'data-comment' : 'data-parent'}]`);
          },
          async open(mark, where, chance) {
            if ((await hands.sit(mark)) !== 'done') return 'again';
            // What is on its way is not said again in another field.
            if (document.querySelector('study-composer textarea:read-only')) return 'again';
            if (!hands.composer(mark, where)) {
              if (where === 'begin') {
                document.getElementById(`b${1 + Math.floor(chance * 5)}`).focus();
                document.activeElement.dispatchEvent(new KeyboardEvent('keydown', { key: 'c', bubbles: true, cancelable: true }));
              } else {
                const button = one(buttonsOf(cardOf(mark), where === 'mend' ? 'Edit' : 'Reply'), chance);
                if (!button) return 'nothing';
                button.click();
              }
            }
            const field = await until(() => fieldOf(hands.composer(mark, where)));
            return field && !field.readOnly ? 'done' : 'again';
          },
          async write(mark, where, words) {
            const composer = hands.composer(mark, where);
            const field = fieldOf(composer);
            if (!field || field.readOnly) return 'again';
            field.focus();
            field.value = words;
            field.dispatchEvent(new Event('input', { bubbles: true }));
            composer.querySelector('button[type=submit]').click();
            // Whoever wrote to somebody who took the words back closes the field, and says it to all.
            // A field of an answer goes when the text has gone; who writes on before that loses it from sight.
            const isDone = () => (where === 'say' ? field.value !== words : !field.isConnected);
            const end = await until(() => (isDone() ? 'done' : composer.querySelector('[role=alert]')?.textContent ? 'refused' : null));
            if (end !== 'refused') return end ?? 'again';
            const why = composer.querySelector('[role=alert]').textContent;
            composer.cancel();
            return `refused ${why}`;
          },
          async react(mark, chance) {
            if ((await hands.sit(mark)) !== 'done') return 'again';
            one(buttonsOf(cardOf(mark), chance < 0.5 ? 'Helpful' : 'Unsure'), (chance * 2) % 1)?.click();
            return 'done';
          },
          async takeBack(mark, chance) {
            if ((await hands.sit(mark)) !== 'done') return 'again';
            const button = one(buttonsOf(cardOf(mark), 'Delete'), chance);
            if (!button) return 'nothing';
            button.click();
            const confirm = await until(() => document.querySelector('dialog[open] button[type=submit]'));
            confirm?.click();
            return confirm && (await until(() => !document.querySelector('dialog'))) ? 'done' : 'again';
          },
        };
        """;
}
