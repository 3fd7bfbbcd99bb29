using StudyGroup.Annotations;
using StudyGroup.Discussion;
using StudyGroup.Discussion.Rendering;
using StudyGroup.Readings;
using StudyGroup.Realtime;

namespace StudyGroup.Administration.Seeding;

/// <summary>A text that can be marked: the paragraphs of its newest edition.</summary>
internal sealed record SeededText(Guid ReadingId, Guid EditionId, IReadOnlyList<Block> Blocks);

/// <summary>What a made-up comment says, as typed and as shown.</summary>
internal sealed record SeededBody(string Markdown, string Html);

/// <summary>Everything that made-up threads are made of.</summary>
internal sealed record SeedScene(Guid GroupId, IReadOnlyList<Guid> Authors, IReadOnlyList<SeededText> Texts, IReadOnlyList<SeededBody> Bodies);

/// <summary>Rows as they are stored, in the order in which they refer to each other.</summary>
internal sealed record SeedRows(List<Annotation> Marks, List<DiscussionThread> Threads, List<Comment> Comments, List<StreamEvent> Events);

/// <summary>Some threads with their comments, thought out before anything is stored: the same plan gives the same rows.</summary>
internal sealed class SeedBatch
{
    private const int LongestThread = 9;

    private readonly SeedScene scene;
    private readonly IReadOnlyList<PlannedThread> threads;
    private readonly DateTimeOffset from;
    private readonly TimeSpan step;

    private SeedBatch(SeedScene scene, IReadOnlyList<PlannedThread> threads, DateTimeOffset from, DateTimeOffset to)
    {
        this.scene = scene;
        this.threads = threads;
        this.from = from;
        Events = threads.Sum(thread => thread.Comments.Count + (thread.Mark is null ? 0 : 1));
        step = (to - from) / Events;
    }

    /// <summary>How many rows of the log it takes.</summary>
    public int Events { get; }

    public static bool CanMark(string text) => text.Length >= 60;

    public static SeedBatch Plan(SeedScene scene, int comments, int seed, DateTimeOffset from, DateTimeOffset to)
    {
        var random = new Random(seed);
        var threads = new List<PlannedThread>();
        for (var left = comments; left > 0;)
        {
            var size = Math.Min(left, random.Next(1, LongestThread + 1));
            threads.Add(PlannedThread.Make(scene, size, random));
            left -= size;
        }

        return new SeedBatch(scene, threads, from, to);
    }

    /// <summary>The rows, numbered from <paramref name="sequence"/>.</summary>
    public SeedRows RowsFrom(long sequence)
    {
        var rows = new SeedRows([], [], [], []);
        var at = from;
        foreach (var plan in threads)
        {
            var mark = plan.Mark is null ? null : MarkOf(plan, plan.Mark, sequence++, at += step);
            var thread = ThreadOf(plan, mark, at);
            if (mark is not null)
            {
                rows.Marks.Add(mark);
                rows.Events.Add(EventOf(AnnotationEvents.Added, mark.AuthorId, plan, null, mark.Id, mark.Sequence, at));
            }

            rows.Threads.Add(thread);
            var posted = new List<Guid>();
            foreach (var said in plan.Comments)
            {
                at += step;
                var comment = CommentOf(said, thread, said.Answers is { } place ? posted[place] : null, sequence++, at);
                thread.Posted(comment.Sequence, at);
                posted.Add(comment.Id);
                rows.Comments.Add(comment);
                rows.Events.Add(EventOf(DiscussionEvents.CommentPosted, said.Author, plan, thread.Id, comment.Id, comment.Sequence, at));
            }
        }

        return rows;
    }

    private Annotation MarkOf(PlannedThread plan, Selectors selectors, long sequence, DateTimeOffset at) => new()
    {
        Id = Guid.CreateVersion7(at),
        GroupId = scene.GroupId,
        ReadingId = plan.Text?.ReadingId ?? throw new InvalidOperationException("A mark without a text."),
        EditionId = plan.Text.EditionId,
        AuthorId = plan.Comments[0].Author,
        Kind = plan.IsQuestion ? AnnotationKind.Question : AnnotationKind.Comment,
        IsPrivate = false,
        StartBlock = selectors.Start.Key,
        StartPosition = selectors.Start.Position,
        StartOffset = selectors.StartOffset,
        EndBlock = selectors.End.Key,
        EndPosition = selectors.End.Position,
        EndOffset = selectors.EndOffset,
        Quote = selectors.Quote,
        Prefix = selectors.Prefix,
        Suffix = selectors.Suffix,
        Sequence = sequence,
        IdempotencyKey = Guid.CreateVersion7(at),
        CreatedAt = at,
    };

    private DiscussionThread ThreadOf(PlannedThread plan, Annotation? mark, DateTimeOffset at) => new()
    {
        Id = Guid.CreateVersion7(at),
        GroupId = scene.GroupId,
        ReadingId = plan.Text?.ReadingId,
        AnnotationId = mark?.Id,
        StartedById = plan.Comments[0].Author,
        IsPrivate = false,
        IsQuestion = plan.IsQuestion,
        StartedAt = at,
    };

    private static Comment CommentOf(PlannedComment said, DiscussionThread thread, Guid? parentId, long sequence, DateTimeOffset at) => new()
    {
        Id = Guid.CreateVersion7(at),
        ThreadId = thread.Id,
        GroupId = thread.GroupId,
        AuthorId = said.Author,
        ParentId = parentId,
        Markdown = said.Body.Markdown,
        Html = said.Body.Html,
        RendererVersion = CommentRenderer.Version,
        Sequence = sequence,
        IdempotencyKey = Guid.CreateVersion7(at),
        PostedAt = at,
    };

    private StreamEvent EventOf(string kind, Guid actor, PlannedThread plan, Guid? threadId, Guid subjectId, long sequence, DateTimeOffset at) => new()
    {
        StreamId = scene.GroupId,
        Sequence = sequence,
        Kind = kind,
        ActorId = actor,
        ReadingId = plan.Text?.ReadingId,
        ThreadId = threadId,
        SubjectId = subjectId,
        At = at,
    };
}
