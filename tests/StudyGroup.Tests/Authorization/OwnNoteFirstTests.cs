using System.Reflection;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using StudyGroup.Discussion;
using StudyGroup.Discussion.Sections;
using StudyGroup.Moderation;
using StudyGroup.Realtime;
using StudyGroup.Shared;
using StudyGroup.Tests.Databases;
using Xunit;

namespace StudyGroup.Tests.Authorization;

/// <summary>Own note first, on every way out: every query of the core, everything that is pushed, every answer of a handler. A query that is added stands in <see cref="CanaryRows"/> and is walked here.</summary>
public sealed class OwnNoteFirstTests
{
    /// <summary>The queries that tell comments' words to who may see them. A new one belongs here, which says that its rule was thought of.</summary>
    private static readonly string[] Telling =
    [
        "BookmarkQuery.ListAsync", "LinkQuery.OfMarksAsync", "MarginQuery.CardAsync", "MarginQuery.CardsAfterAsync", "MarginQuery.CardsAsync", "MarginQuery.CardsOfAsync", "MarginQuery.WholeReadingAsync", "MoveQuery.PointersAsync", "NotebookQuery.ListAsync",
        "NotificationQuery.FindAsync", "NotificationQuery.ListAsync", "RevisionQuery.ListAsync", "TagQuery.ListAsync", "TagQuery.OnPassagesAsync", "TagQuery.SuggestAsync", "ThreadQuery.CommentAsync", "ThreadQuery.CommentsAsync", "ThreadQuery.CommentsBeforeAsync", "ThreadQuery.FindAsync", "ThreadQuery.RecentAsync",
    ];

    /// <summary>What handlers answer beside yes and no: ids, numbers, times, addresses; of words, secrets and file names, the member's own alone.</summary>
    private static readonly string[] Answers =
    [
        "Account", "AddedLink", "CreatedGroup", "DateTimeOffset", "Guid", "ImportedReading", "Int32", "MoveAnswer", "NewAccessToken", "OwnerCreated", "PostedComment", "PublishedNotes", "ReceivedFile", "SignedIn", "String",
    ];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static TheoryData<Engine, string> Ways
    {
        get
        {
            var data = new TheoryData<Engine, string>();
            foreach (var engine in Enum.GetValues<Engine>())
            {
                foreach (var way in new[] { "closed", "written", "marked", "moderating", "author" })
                    data.Add(engine, way);
            }

            return data;
        }
    }

    [Theory, MemberData(nameof(Ways))]
    public async Task Words_go_out_to_who_has_opened_the_section_and_to_nobody_else(Engine engine, string way)
    {
        await using var scene = await OwnNoteScene.CreateAsync(engine);
        var member = await ComeAsync(scene.Stage, way);

        var telling = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var ids in await scene.IdsAsync(member))
        {
            foreach (var (name, read) in CanaryRows.All)
            {
                if (HasWords(await read(scene.Stage, ids, member)))
                    telling.Add(name);
            }
        }

        var pushed = await PushedAsync(scene.Stage, member);
        string[] expected = way switch
        {
            "closed" => [],
            // Ben keeps none of it; what he typed is his to edit.
            "author" => [.. Telling.Except(["BookmarkQuery.ListAsync"]), "ThreadQuery.SourceAsync"],
            // They answer for where posts go, and are offered threads to move them to.
            "moderating" => [.. Telling, "MoveQuery.TargetsAsync"],
            _ => Telling,
        };
        Assert.Equal(expected.Order(StringComparer.Ordinal), telling);
        Assert.Equal(way != "closed", HasWords(pushed));
        Assert.NotEmpty(pushed);
    }

    [Theory, BothEngines]
    public async Task What_waits_is_counted_and_told_of_without_its_words(Engine engine)
    {
        await using var scene = await OwnNoteScene.CreateAsync(engine);
        var (stage, ana) = (scene.Stage, scene.Stage.Ana);

        var sections = await stage.Get<SectionQuery>().ListAsync(stage.GroupId, stage.Text.ReadingId, ana, Cancellation);
        var notices = await stage.Get<StudyGroup.Notifications.NotificationQuery>().ListAsync(null, ana, Cancellation);
        var threads = await stage.Get<ThreadQuery>().RecentAsync(stage.GroupId, null, ana, Cancellation);

        Assert.Equal([new WaitingSection("b1", "b1", 0, 3), new WaitingSection(OpenedSection.Whole, null, int.MaxValue, 2)], sections.Waiting);
        Assert.Equal([1, 1, 3], threads.Select(thread => thread.Comments).Order());
        Assert.All(threads, thread => Assert.True(thread.IsClosed));
        Assert.All(notices, notice => Assert.Equal(("Ben Alderny", true), (notice.ActorName, notice.IsClosed)));
        Assert.NotEmpty(notices);
        Assert.Empty((await stage.Get<SectionQuery>().ListAsync(stage.GroupId, stage.Text.ReadingId, stage.Moderator, Cancellation)).Waiting);
    }

    [Theory, MemberData(nameof(Ways))]
    public async Task Nothing_is_done_to_a_comment_by_its_id_before_ones_own_note(Engine engine, string way)
    {
        await using var scene = await OwnNoteScene.CreateAsync(engine);
        var stage = scene.Stage;
        var member = await ComeAsync(stage, way);
        await using var db = await stage.ReadAsync();
        var comment = await db.Comments().Where(row => row.AuthorId == stage.Ben.AccountId && db.Threads().Any(thread => thread.Id == row.ThreadId && thread.AnnotationId != null && !thread.IsPrivate))
            .OrderBy(row => row.Sequence).FirstAsync(row => row.DeletedAt == null && row.HiddenAt == null, Cancellation);

        // What was put there while it was open may be taken back.
        (await stage.Get<BookmarkCommentHandler>().HandleAsync(new BookmarkComment(comment.Id, IsOn: false), member, Cancellation)).Must();

        Result[] done =
        [
            await stage.Get<ReactHandler>().HandleAsync(new React(comment.Id, ReactionKind.Helpful, IsOn: true), member, Cancellation),
            await stage.Get<BookmarkCommentHandler>().HandleAsync(new BookmarkComment(comment.Id, IsOn: true), member, Cancellation),
            await stage.Get<ReportCommentHandler>().HandleAsync(new ReportComment(comment.Id, "Off the path"), member, Cancellation),
            await ReplyAsync(stage, member, comment),
        ];

        var refused = done.Where(one => one.Error?.Code == "own-note-first").ToList();
        Assert.Equal(way == "closed" ? done.Length : 0, refused.Count);
        Assert.All(refused, one => Assert.Equal("Write your own note on this section first, or mark it as read.", one.Error?.Message));
        if (way == "closed")
            Assert.False(await db.Reactions().AnyAsync(row => row.AccountId == member.AccountId, Cancellation) || await db.Bookmarks().AnyAsync(row => row.AccountId == member.AccountId && row.CommentId == comment.Id, Cancellation));
    }

    [Fact]
    public void No_handler_answers_with_others_words()
    {
        var answers =
            from type in typeof(Error).Assembly.GetExportedTypes()
            where type.Name.EndsWith("Handler", StringComparison.Ordinal) && type is { IsClass: true, IsAbstract: false }
            from method in type.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)
            let task = method.ReturnType.GenericTypeArguments.SingleOrDefault()
            where task is { IsGenericType: true }
            from answer in task.GenericTypeArguments
            select answer.IsGenericType ? answer.GenericTypeArguments[0].Name : answer.Name;

        Assert.Equal(string.Join(", ", Answers), string.Join(", ", answers.Distinct().Order(StringComparer.Ordinal)));
    }

    private static async Task<Result> ReplyAsync(Stage stage, CurrentMember member, Comment to) =>
        await stage.PostAsync(member, new PostComment(Guid.CreateVersion7(), "And I say") { ThreadId = to.ThreadId, ParentId = to.Id }) is { Succeeded: false, Error: var refusal } ? refusal : Result.Success;

    private static async Task<CurrentMember> ComeAsync(Stage stage, string way)
    {
        switch (way)
        {
            case "written":
                await stage.CommentAsync(stage.Ana, "A heron of mine");
                (await stage.PostAsync(stage.Ana, new PostComment(Guid.CreateVersion7(), "And another") { Target = new CommentTarget(stage.GroupId) { ReadingId = stage.Text.ReadingId } })).Must();
                return stage.Ana;
            case "marked":
                await stage.MarkReadAsync(stage.Observer, "b1");
                await stage.MarkReadAsync(stage.Observer, OpenedSection.Whole);
                return stage.Observer;
            case "moderating":
                return stage.Moderator;
            case "author":
                return stage.Ben;
            default:
                return stage.Ana;
        }
    }

    /// <summary>Everything that happened, as it is handed to an open page, and to who comes back.</summary>
    private static async Task<IReadOnlyList<LiveEvent>> PushedAsync(Stage stage, CurrentMember member)
    {
        var pushed = new List<LiveEvent>();
        foreach (var (topic, stream) in new[] { (Topic.Group(stage.GroupId), stage.GroupId), (Topic.Account(member.AccountId), member.AccountId) })
        {
            var all = await stage.Get<EventReplay>().ReadAfterAsync(topic, stream, 0, Cancellation);
            pushed.AddRange(await stage.Get<LiveEvents>().GetAsync(all.Events, member));
            pushed.AddRange(await stage.Get<LiveEvents>().GetMissedAsync(all.Events, member, Cancellation));
        }

        return pushed;
    }

    private static bool HasWords(object? answer) => JsonSerializer.Serialize(answer).Contains(OwnNoteScene.Canary, StringComparison.OrdinalIgnoreCase);
}
