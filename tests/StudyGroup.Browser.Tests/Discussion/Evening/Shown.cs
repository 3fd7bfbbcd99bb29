using System.Text.Json;
using Microsoft.Playwright;
using StudyGroup.Browser.Tests.Hosting;

namespace StudyGroup.Browser.Tests.Discussion.Evening;

/// <summary>What a margin shows, word for word, without what belongs to the eyes of one reader or to the minute: cards by mark, and the posts of the open one.</summary>
public sealed record Shown(string Count, IReadOnlyDictionary<string, string> Cards, string Open, string Posts)
{
    private const string Script = """
        () => {
          const textOf = (element) => {
            const copy = element.cloneNode(true);
            copy.querySelectorAll('time, .newdot, .newline').forEach((part) => part.remove());
            return copy.textContent;
          };
          const cards = [...document.querySelectorAll('.margin .card[data-annotation]')];
          const open = cards.find((card) => card.matches('.on'));
          const posts = [...(open?.querySelectorAll('[data-comment]') ?? [])].map((post) => ({
            id: post.dataset.comment,
            sequence: post.dataset.sequence,
            depth: post.closest('.nest') ? 1 : 0,
            author: post.querySelector('.hd bdi')?.textContent ?? '',
            words: post.querySelector('.bd').innerHTML,
            reactions: [...post.querySelectorAll('.act button[title][aria-pressed], .act .reacted')].filter((button) => button.textContent.match(/\d/)).map((button) => [button.textContent.trim().replace(/\s+/g, ' '), button.title]),
          }));
          return JSON.stringify({
            Count: document.querySelector('.mhead .num').textContent,
            Cards: Object.fromEntries(cards.map((card, place) => [card.dataset.annotation, card === open ? '' : `${place} ${card.dataset.start} ${card.dataset.end} ${textOf(card)}`])),
            Open: open?.dataset.annotation ?? '',
            Posts: JSON.stringify(posts, null, 1),
          });
        }
        """;

    // Which cards are drawn whole depends on where in the text the reader is.
    private const string Unfold = "() => document.querySelector('.rgrid').dispatchEvent(new CustomEvent('cards:unfold', { detail: { block: '' } }))";

    /// <summary>Asks for every card whole; answers when they are.</summary>
    public static async Task UnfoldAsync(Reader reader)
    {
        await reader.Page.EvaluateAsync(Unfold);
        await Assertions.Expect(reader.Page.Locator(".margin .card[data-annotation]:not(:has(*))")).ToHaveCountAsync(0);
    }

    public static async Task<Shown> OfAsync(Reader reader) =>
        JsonSerializer.Deserialize<Shown>(await reader.Page.EvaluateAsync<string>(Script)) ?? throw new InvalidOperationException("The page shows nothing.");

    /// <summary>Where two pages differ, in words; null when they agree. The card that one of them has open is compared by its posts.</summary>
    public string? DiffersFrom(Shown fresh)
    {
        if (Count != fresh.Count)
            return $"{Count} / {fresh.Count}";
        if (!Cards.Keys.SequenceEqual(fresh.Cards.Keys))
            return $"cards {string.Join(' ', Cards.Keys)} / {string.Join(' ', fresh.Cards.Keys)}";
        foreach (var (mark, card) in Cards)
        {
            if (mark != Open && mark != fresh.Open && card != fresh.Cards[mark])
                return $"card {card} / {fresh.Cards[mark]}";
        }

        return Open != fresh.Open ? $"open {Open} / {fresh.Open}" : Posts != fresh.Posts ? $"posts {Posts} / {fresh.Posts}" : null;
    }
}
