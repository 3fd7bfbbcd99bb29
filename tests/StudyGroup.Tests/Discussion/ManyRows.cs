using Microsoft.EntityFrameworkCore;
using StudyGroup.Annotations;
using StudyGroup.Discussion;
using StudyGroup.Persistence;
using StudyGroup.Realtime;
using StudyGroup.Shared;
using StudyGroup.Tests.Authorization;
using Xunit;

namespace StudyGroup.Tests.Discussion;

/// <summary>Long discussions, written as rows: hundreds of posts would take as many commits.</summary>
internal static class ManyRows
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>Adds comments to threads in turn, so that no thread's numbers follow each other without gaps.</summary>
    public static Task AddCommentsAsync(this Stage stage, CurrentMember author, int count, params IReadOnlyList<Guid> threadIds) => stage.WriteAsync(async (db, now) =>
    {
        var threads = await db.Threads().Where(thread => threadIds.Contains(thread.Id)).ToDictionaryAsync(thread => thread.Id, Cancellation);
        var first = await EventLog.ReserveAsync(db, stage.GroupId, count, Cancellation);
        var comments = new List<Comment>();
        for (var number = 0; number < count; number++)
        {
            var thread = threads[threadIds[number % threadIds.Count]];
            thread.Posted(first + number, now);
            comments.Add(NewComment(stage, thread, author, first + number, $"Door {number}", now));
        }

        await db.SaveChangesAsync(Cancellation);
        await db.WriteAllAsync(comments, Cancellation);
    });

    /// <summary>Adds threads of one comment each: on a mark in the block given, or on the reading as a whole.</summary>
    public static Task AddThreadsAsync(this Stage stage, CurrentMember author, int count, Func<int, (string Block, int Position, int Offset)>? place = null) => stage.WriteAsync(async (db, now) =>
    {
        var first = await EventLog.ReserveAsync(db, stage.GroupId, count, Cancellation);
        var marks = new List<Annotation>();
        var threads = new List<DiscussionThread>();
        var comments = new List<Comment>();
        for (var number = 0; number < count; number++)
        {
            if (place is not null)
                marks.Add(NewMark(stage, author, first + number, place(number), now));
            var thread = new DiscussionThread
            {
                Id = Guid.CreateVersion7(now),
                GroupId = stage.GroupId,
                ReadingId = stage.Text.ReadingId,
                AnnotationId = place is null ? null : marks[^1].Id,
                StartedById = author.AccountId,
                IsPrivate = false,
                IsQuestion = false,
                StartedAt = now,
            };
            thread.Posted(first + number, now);
            threads.Add(thread);
            comments.Add(NewComment(stage, thread, author, first + number, $"Door {number}", now));
        }

        await db.WriteAllAsync(marks, Cancellation);
        await db.WriteAllAsync(threads, Cancellation);
        await db.WriteAllAsync(comments, Cancellation);
    });

    public static async Task WriteAsync(this Stage stage, Func<StudyGroupDbContext, DateTimeOffset, Task> write) => (await stage.Get<WriteTransactions>().RunAsync(
        async (db, _) =>
        {
            await write(db, stage.Core.Clock.GetUtcNow());
            return Result.Success;
        },
        Cancellation)).Must();

    private static Comment NewComment(Stage stage, DiscussionThread thread, CurrentMember author, long sequence, string words, DateTimeOffset now) => new()
    {
        Id = Guid.CreateVersion7(now),
        ThreadId = thread.Id,
        GroupId = stage.GroupId,
        AuthorId = author.AccountId,
        Markdown = words,
        Html = $"<p>{words}</p>",
        RendererVersion = 1,
        Sequence = sequence,
        IdempotencyKey = Guid.CreateVersion7(),
        PostedAt = now,
    };

    private static Annotation NewMark(Stage stage, CurrentMember author, long sequence, (string Block, int Position, int Offset) at, DateTimeOffset now) => new()
    {
        Id = Guid.CreateVersion7(now),
        GroupId = stage.GroupId,
        ReadingId = stage.Text.ReadingId,
        EditionId = stage.Text.EditionId,
        AuthorId = author.AccountId,
        Kind = AnnotationKind.Comment,
        IsPrivate = false,
        StartBlock = at.Block,
        StartPosition = at.Position,
        StartOffset = at.Offset,
        EndBlock = at.Block,
        EndPosition = at.Position,
        EndOffset = at.Offset + 3,
        Quote = "The",
        Prefix = "",
        Suffix = "",
        Sequence = sequence,
        IdempotencyKey = Guid.CreateVersion7(),
        CreatedAt = now,
    };
}
