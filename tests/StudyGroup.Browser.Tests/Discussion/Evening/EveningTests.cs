using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using StudyGroup.Browser.Tests.Hosting;
using StudyGroup.Browser.Tests.Reading;
using StudyGroup.Browser.Tests.Scripts;
using StudyGroup.Discussion;
using StudyGroup.Groups;
using Xunit;

namespace StudyGroup.Browser.Tests.Discussion.Evening;

/// <summary>
/// Ten members at one text, most of them at phones. STUDYGROUP_SEED repeats an evening. In long runs every comment is written in a page; in short ones more
/// than half go to the same address from the guest's program, with the guest's cookies.
/// </summary>
[Collection(nameof(Timed))]
public sealed class EveningTests(Chromium chromium, RunningSite site) : SiteTest(chromium, site)
{
    private const int Guests = 10;

    private static readonly ViewportSize Desk = new() { Width = 1240, Height = 600 };
    private static readonly ViewportSize Phone = new() { Width = 390, Height = 700 };

    protected override bool NeedsOwnProgram => true;

    [Fact]
    public async Task After_an_evening_of_ten_with_cut_lines_and_a_crash_every_page_shows_what_a_fresh_one_shows()
    {
        var seed = int.TryParse(Environment.GetEnvironmentVariable("STUDYGROUP_SEED"), CultureInfo.InvariantCulture, out var given) ? given : Environment.TickCount & 0xffff;
        Say($"Seed {seed}.");
        var clock = System.Diagnostics.Stopwatch.StartNew();
        await using var line = new CuttableLine(App);
        await using var other = new CuttableLine(App);
        var threads = await BeginAsync();
        var guests = await GatherAsync(threads, [line, other], seed);
        Say($"All ten sit after {clock.Elapsed.TotalSeconds:F1} s.");

        var all = Guests * Programme.Comments;
        var evening = Task.WhenAll(guests.Select((guest, seat) => guest.SpendAsync(Programme.Of(new Random(seed + seat), IsLongRun))));
        await AfterAsync(all * 15 / 100, evening);
        line.Cut();
        await AfterAsync(all * 30 / 100, evening);
        other.Cut();
        line.Mend();
        await AfterAsync(all * 45 / 100, evening);
        other.Mend();
        await AfterAsync(all * 60 / 100, evening);
        await App.KillAsync();
        await App.StartAgainAsync(Stop);
        Say($"Up again after {clock.Elapsed.TotalSeconds:F1} s.");
        await evening;
        Say($"The last word was said after {clock.Elapsed.TotalSeconds:F1} s.");

        await StandsOnceAsync(seed);
        await AgreeAsync(guests, seed);
        foreach (var guest in guests)
            guest.Dispose();
        Say($"All agree after {clock.Elapsed.TotalSeconds:F1} s.");
    }

    /// <summary>Four threads to sit down at.</summary>
    private async Task<IReadOnlyDictionary<Guid, Guid>> BeginAsync()
    {
        var threads = new Dictionary<Guid, Guid>();
        foreach (var (block, words) in new[] { ("b1", "Who lights it?"), ("b3", "What are the prices?"), ("b7", "They never met."), ("b10", "Yes.") })
        {
            var begun = await World.CommentAsync(Circle, Circle.Owner, words, block, 0, 8, Stop);
            await using var db = await World.ReadAsync(Stop);
            threads[await db.Threads().Where(thread => thread.Id == begun.ThreadId).Select(thread => thread.AnnotationId ?? default).SingleAsync(Stop)] = begun.ThreadId;
        }

        return threads;
    }

    private async Task<IReadOnlyList<Guest>> GatherAsync(IReadOnlyDictionary<Guid, Guid> threads, CuttableLine[] lines, int seed)
    {
        var people = new List<Person> { Circle.Moderator, Circle.Ana, Circle.Ben };
        while (people.Count < Guests)
        {
            var person = await World.PersonAsync("Guest", Stop);
            await World.JoinAsync(Circle.GroupId, person, Role.Participant, Stop);
            people.Add(person);
        }

        return await Task.WhenAll(people.Select(async (person, seat) =>
        {
            var reader = await ArriveAsync(person, new() { BaseURL = seat < lines.Length ? lines[seat].Address : null, ReducedMotion = ReducedMotion.Reduce, ViewportSize = seat % 3 == 0 ? Desk : Phone });
            await reader.SignInUnseenAsync();
            reader.ForgiveLostLines();
            // A reply to words that somebody took back is refused, and the browser writes it down.
            reader.Forgive("409");
            // A click on a page whose line is not there yet.
            reader.Forgive("No interop methods are registered", "Circuit not initialized");
            var guest = new Guest(reader, World, threads, seat, new Random((seed * Guests) + seat), Stop);
            await guest.ArriveAsync(Circle);
            return guest;
        }));
    }

    private async Task AfterAsync(int comments, Task evening)
    {
        while (!evening.IsCompleted)
        {
            await using var db = await World.ReadAsync(Stop);
            if (await db.Comments().CountAsync(comment => comment.GroupId == Circle.GroupId, Stop) >= comments)
                return;
            await Task.Delay(100, Stop);
        }

        await evening;
    }

    private async Task StandsOnceAsync(int seed)
    {
        await using var db = await World.ReadAsync(Stop);
        var posted = await db.Comments().Where(comment => comment.GroupId == Circle.GroupId && comment.AuthorId != Circle.Owner.Id).ToListAsync(Stop);
        Say($"{posted.Count} comments, {posted.Count(comment => comment.Version > 1)} edited, {posted.Count(comment => comment.DeletedAt is not null)} deleted, {await db.Reactions().CountAsync(Stop)} reactions stand.");
        var twice = posted.Where(comment => comment.DeletedAt is null).GroupBy(comment => comment.Markdown).Where(same => same.Count() > 1).SelectMany(same => same)
            .Select(comment => $"{comment.Sequence} {comment.PostedAt:mm:ss.fff} {comment.ThreadId} {comment.ParentId} {comment.Markdown}");
        var begun = posted.Where(comment => comment.Version == 1 && comment.Markdown.StartsWith("Better", StringComparison.Ordinal)).Select(comment => comment.Markdown);
        Assert.True(posted.Count == Guests * Programme.Comments, $"{posted.Count} comments, seed {seed}: {string.Join(" | ", twice.Concat(begun))}");
    }

    private async Task AgreeAsync(IReadOnlyList<Guest> guests, int seed)
    {
        var owner = await SignedInAsync(Circle.Owner);
        await owner.OpenReadingAsync(Circle);
        foreach (var together in guests.GroupBy(guest => guest.Mark))
        {
            await owner.Page.Locator($"#card-{together.Key}").ClickAsync(new() { Position = new() { X = 6, Y = 6 } });
            await owner.Page.Locator($"#card-{together.Key}.on [data-comment]").First.WaitForAsync();
            await Shown.UnfoldAsync(owner);
            var fresh = await Shown.OfAsync(owner);
            foreach (var guest in together)
            {
                await guest.SitDownAsync();
                await Shown.UnfoldAsync(guest.Reader);
                var patience = DateTimeOffset.UtcNow + TimeSpan.FromSeconds(15);
                string? difference;
                while ((difference = (await Shown.OfAsync(guest.Reader)).DiffersFrom(fresh)) is not null && DateTimeOffset.UtcNow < patience)
                    await Task.Delay(100, Stop);
                Assert.True(difference is null, $"{guest.Reader.Person?.Name} (seed {seed}): {difference}");
            }
        }
    }
}
