using System.Reflection;
using Microsoft.EntityFrameworkCore;
using StudyGroup.Discussion;
using StudyGroup.Identity;
using StudyGroup.Notifications;
using StudyGroup.Realtime;
using StudyGroup.Shared;
using StudyGroup.Tests.Authorization;
using StudyGroup.Tests.Databases;
using Xunit;

namespace StudyGroup.Tests.Discussion;

/// <summary>What a page read once, and every event since, is what it would read now.</summary>
public sealed class FreshStateTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>The kinds are the constants of the classes that are called events.</summary>
    private static IReadOnlyList<string> Kinds =>
    [
        .. from type in typeof(Error).Assembly.GetTypes()
           where type is { IsAbstract: true, IsSealed: true } && type.Name.EndsWith("Events", StringComparison.Ordinal)
           from constant in type.GetFields(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static)
           where constant is { IsLiteral: true } && constant.FieldType == typeof(string)
           select (string?)constant.GetRawConstantValue() ?? "",
    ];

    public static TheoryData<string> Stories => [.. EventCases.All.Select(story => story.Story)];

    [Fact]
    public void Every_kind_of_event_has_its_story()
    {
        Assert.Contains("comment.posted", Kinds);
        Assert.Equal(Kinds.Order(StringComparer.Ordinal), EventCases.All.Select(story => story.Kind).Distinct().Order(StringComparer.Ordinal));
    }

    [Theory, MemberData(nameof(Stories))]
    public async Task State_and_events_are_fresh_state_after(string story)
    {
        await using var stage = await Stage.CreateAsync(Engine.Sqlite, services => services.AddRealtime());
        WatchedState[] watched = [await WatchAsync(stage, stage.Ana), await WatchAsync(stage, stage.Ben)];
        var told = EventCases.All.Single(one => one.Story == story);
        var first = await BeginAsync(stage);
        await CatchUpAsync(stage, watched);
        var before = await LogAsync(stage);

        await told.Happens(stage, first);
        await CatchUpAsync(stage, watched);

        Assert.Contains((await LogAsync(stage)).Skip(before.Count), row => row.Kind == told.Kind);
        await AssertFreshAsync(watched);
    }

    [Theory, BothEngines]
    public async Task State_and_events_are_fresh_state_when_all_of_it_has_happened_and_is_told_twice(Engine engine)
    {
        await using var stage = await Stage.CreateAsync(engine, services => services.AddRealtime());
        WatchedState[] watched = [await WatchAsync(stage, stage.Ana), await WatchAsync(stage, stage.Ben)];

        foreach (var story in EventCases.All)
            await story.Happens(stage, await BeginAsync(stage));

        await CatchUpAsync(stage, watched);
        await CatchUpAsync(stage, watched, again: true);
        await AssertFreshAsync(watched);
        Assert.Empty((await LogAsync(stage)).Select(row => row.Kind).Except(Kinds));
    }

    private static async Task<PostedComment> BeginAsync(Stage stage)
    {
        var first = await stage.CommentAsync(stage.Ana, "Whose door, @Ben Alderny?");
        await stage.ReplyAsync(stage.Ben, first, "Mine.");
        await stage.ReplyAsync(stage.Moderator, first, "Yours, Ben?");
        await stage.Get<NotificationMaker>().CatchUpAsync(Cancellation);
        stage.Core.Clock.Advance(TimeSpan.FromMinutes(1));
        return first;
    }

    private static async Task CatchUpAsync(Stage stage, IEnumerable<WatchedState> watched, bool again = false)
    {
        await stage.Get<NotificationMaker>().CatchUpAsync(Cancellation);
        foreach (var state in watched)
            await state.CatchUpAsync(again);
    }

    private static async Task AssertFreshAsync(IEnumerable<WatchedState> watched)
    {
        foreach (var state in watched)
        {
            var differences = await state.DifferencesAsync();
            Assert.True(differences.Count == 0, string.Join(Environment.NewLine, differences));
        }
    }

    private static async Task<WatchedState> WatchAsync(Stage stage, CurrentMember member)
    {
        var session = new SignInSession { Id = Guid.CreateVersion7(), AccountId = member.AccountId, StartedAt = stage.Core.Clock.GetUtcNow() };
        await stage.WriteAsync((db, _) =>
        {
            db.SignInSessions().Add(session);
            return Task.CompletedTask;
        });
        var state = new WatchedState(stage, member, session.Id);
        await state.LoadAsync();
        return state;
    }

    private static async Task<IReadOnlyList<StreamEvent>> LogAsync(Stage stage)
    {
        await using var db = await stage.ReadAsync();
        return await db.StreamEvents().AsNoTracking().OrderBy(row => row.At).ThenBy(row => row.StreamId).ThenBy(row => row.Sequence).ToListAsync(Cancellation);
    }
}
