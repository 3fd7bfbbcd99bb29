using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using StudyGroup.Browser.Tests.Hosting;
using StudyGroup.Browser.Tests.Reading;
using StudyGroup.Discussion;

namespace StudyGroup.Browser.Tests.Discussion.Evening;

/// <summary>A member at the text for an evening. What does not work at once, because a line is cut or the program starts again, is tried until it is done.</summary>
public sealed class Guest(Reader reader, World world, IReadOnlyDictionary<Guid, Guid> threads, int seat, Random random, CancellationToken stop) : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);
    private static readonly string[] Voices = ["the lamp *burns*", "nobody `counts` ships", "prices & weather <3", "„ja“ – und doch", "ספר 📖 naïve", "one\n\ntwo\n\n- three"];

    private readonly string name = reader.Person?.Name ?? "";
    private readonly List<Guid> marks = [.. threads.Keys];
    private PostingClient? program;
    private int said;

    public Reader Reader => reader;

    /// <summary>The mark whose thread the guest has open.</summary>
    public Guid Mark { get; private set; } = threads.Keys.ElementAt(seat % threads.Count);

    public async Task ArriveAsync(Circle circle)
    {
        await reader.Context.AddInitScriptAsync(Hands.Script);
        await reader.OpenReadingAsync(circle);
        await SitDownAsync();
    }

    public async Task SpendAsync(IEnumerable<Deed> programme)
    {
        foreach (var deed in programme)
        {
            var chance = random.NextDouble();
            await UntilDoneAsync(deed, deed switch
            {
                Deed.Say or Deed.Answer or Deed.Begin => Saying(deed, Words(), chance),
                Deed.Send => SendAsync,
                Deed.Mend => Saying(deed, $"Better: {Words()}", chance),
                Deed.TakeBack => () => ActAsync("([mark, chance]) => hands.takeBack(mark, chance)", Mark, chance),
                Deed.React => () => ActAsync("([mark, chance]) => hands.react(mark, chance)", Mark, chance),
                Deed.Move => MoveAsync,
                _ => throw new InvalidOperationException($"{deed}"),
            });
        }
    }

    /// <summary>Waits until the page listens, and has the thread open in which the guest sits.</summary>
    public Task SitDownAsync() => UntilDoneAsync(Deed.Move, SitAsync);

    private async Task<string> SendAsync()
    {
        program ??= await PostingClient.OfAsync(reader);
        await program.PostAsync(threads[Mark], Words(), stop);
        return "done";
    }

    private Task<string> MoveAsync()
    {
        Mark = marks[random.Next(marks.Count)];
        return SitAsync();
    }

    private Task<string> SitAsync() => ActAsync("([mark]) => hands.sit(mark)", Mark);

    private async Task UntilDoneAsync(Deed deed, Func<Task<string>> attempt)
    {
        var deadline = DateTimeOffset.UtcNow + Patience;
        while (await TriedAsync(attempt) == "again")
        {
            if (DateTimeOffset.UtcNow > deadline)
                throw new TimeoutException($"{name} cannot {deed} at {Mark}.");
            await Task.Delay(50, stop);
        }
    }

    private static async Task<string> TriedAsync(Func<Task<string>> attempt)
    {
        try
        {
            return await attempt();
        }
        catch (PlaywrightException)
        {
            // The page went in the middle of it: it comes back by itself.
            return "again";
        }
    }

    public void Dispose() => program?.Dispose();

    private string Words() => $"{name} speaks, {++said} of the evening: {Voices[random.Next(Voices.Length)]}.";

    /// <summary>
    /// Says the words once. A text leaves the page only after it is stored, and a page does not reload while it sends: once its field is empty, the store
    /// knows for certain whether the words were said.
    /// </summary>
    private Func<Task<string>> Saying(Deed deed, string words, double chance)
    {
        var where = deed.ToString().ToLowerInvariant();
        return async () =>
        {
            var opened = await ActAsync("([mark, where, chance]) => hands.open(mark, where, chance)", Mark, where, chance);
            if (await IsStoredAsync(words))
                return "done";
            if (opened != "done")
                return opened;

            var written = await ActAsync("([mark, where, words]) => hands.write(mark, where, words)", Mark, where, words);
            if (written.StartsWith("refused", StringComparison.Ordinal))
                where = "say";
            return await IsStoredAsync(words) ? "done" : "again";
        };
    }

    private Task<string> ActAsync(string script, params object[] values) => reader.Page.EvaluateAsync<string>(script, values);

    private async Task<bool> IsStoredAsync(string words)
    {
        await using var db = await world.ReadAsync(stop);
        return await db.Comments().AnyAsync(comment => comment.Markdown == words, stop);
    }
}
