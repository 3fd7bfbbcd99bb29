using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using StudyGroup.Annotations;
using StudyGroup.Discussion.Sections;
using StudyGroup.Groups;
using StudyGroup.Persistence;
using StudyGroup.Readings;
using StudyGroup.Shared;

namespace StudyGroup.Discussion.Moves;

/// <summary>What was moved out of a thread, for everybody who sees it; and for moderators where posts can go, and what that would do.</summary>
public sealed partial class MoveQuery(IDbContextFactory<StudyGroupDbContext> contexts)
{
    /// <summary>How many threads are offered at once.</summary>
    public const int MostTargets = 20;

    /// <summary>In the order of their places.</summary>
    public async Task<IReadOnlyList<MovePointer>> PointersAsync(Guid threadId, CurrentMember member, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await (
            from move in db.CommentMoves()
            where move.FromThreadId == threadId && move.UndoneAt == null && db.ReadableGroups(member.AccountId).Contains(move.GroupId)
            join first in db.Comments() on new { move.GroupId, Sequence = move.Place } equals new { first.GroupId, first.Sequence }
            where db.MovedComments().Any(moved => moved.MoveId == move.Id && moved.CommentId == first.Id)
            join name in Names(db, db.Threads().Where(thread => !thread.IsPrivate), member) on move.ToThreadId equals name.Thread.Id
            join mover in db.Users on move.ById equals mover.Id
            let isClosedHere = db.ClosedThreads().Any(closed => closed.ThreadId == threadId && closed.AccountId == member.AccountId)
            orderby move.Place, move.Id
            select new MovePointer(
                move.Id,
                move.Place,
                move.Comments,
                first.Id,
                first.ParentId,
                new ThreadName(name.Thread.Id, name.Thread.Title, name.Quote, name.Paragraph, name.ReadingTitle, name.Thread.IsQuestion, name.IsClosed),
                mover.DisplayName,
                move.At,
                name.IsClosed || isClosedHere ? "" : move.Reason)).ToListAsync(cancellationToken);
    }

    /// <summary>The newest threads of the group that posts of this one can go to, whose words or reading hold <paramref name="text"/>; or the one that an address in it names.</summary>
    /// <returns>None for who does not moderate the group.</returns>
    public async Task<IReadOnlyList<MoveTargetRow>> TargetsAsync(Guid fromThreadId, string text, CurrentMember moderator, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        if (await SourceAsync(db, fromThreadId, moderator, cancellationToken) is not { } source)
            return [];

        var targets = db.MoveTargets(source);
        var ids = Ids().Matches(text).Select(match => Guid.Parse(match.Value)).Take(10).ToList();
        var words = text.Trim().ToLowerInvariant();
        if (ids.Count > 0)
            targets = targets.Where(thread => ids.Contains(thread.Id) || db.Comments().Any(comment => ids.Contains(comment.Id) && comment.ThreadId == thread.Id));
        else if (words.Length > 0)
            targets = Holding(db, targets, words);
        return await (
            from name in Names(db, targets, moderator)
            orderby name.Thread.LastSequence descending, name.Thread.Id
            select new MoveTargetRow(
                new ThreadName(name.Thread.Id, name.Thread.Title, name.Quote, name.Paragraph, name.ReadingTitle, name.Thread.IsQuestion, name.IsClosed),
                db.Comments().Where(comment => comment.ThreadId == name.Thread.Id && comment.Sequence == name.Thread.FirstSequence && comment.HiddenAt == null && !name.IsClosed)
                    .Select(comment => comment.Markdown).FirstOrDefault(),
                name.Thread.CommentCount,
                name.Thread.LockedAt != null,
                name.Thread.LastAt)).Take(MostTargets).ToListAsync(cancellationToken);
    }

    /// <returns>Null for who does not moderate the group, and where one of the two threads is none that posts move between.</returns>
    public async Task<MovePreview?> PreviewAsync(MoveComments request, CurrentMember moderator, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        if (await SourceAsync(db, request.FromThreadId, moderator, cancellationToken) is not { } source
            || (request.ToThreadId is { } id && !await db.MoveTargets(source).AnyAsync(thread => thread.Id == id, cancellationToken)))
            return null;

        var ids = request.CommentIds;
        var going = db.Comments().Where(comment => comment.ThreadId == source.Id && ids.Contains(comment.Id));
        var shares = await (
            from comment in going
            join author in db.Users on comment.AuthorId equals author.Id
            group comment by new { author.Id, author.DisplayName } into own
            orderby own.Count() descending, own.Key.DisplayName
            select new { own.Key.Id, Share = new MovedShare(own.Key.DisplayName, own.Count()) }).ToListAsync(cancellationToken);
        var total = await db.Comments().CountAsync(comment => comment.ThreadId == source.Id, cancellationToken);
        var here = await db.ClosedThreads().Where(closed => closed.ThreadId == source.Id).Select(closed => closed.AccountId).ToListAsync(cancellationToken);
        var there = (await ClosedThere(db, request, source).ToListAsync(cancellationToken)).Except(shares.Select(own => own.Id)).ToList();
        return new MovePreview(
            [.. shares.Select(own => own.Share)],
            total - shares.Sum(own => own.Share.Comments),
            source.AcceptedCommentId is { } accepted && ids.Contains(accepted),
            here.Except(there).Count(),
            there.Except(here).Count());
    }

    private static IQueryable<Guid> ClosedThere(StudyGroupDbContext db, MoveComments request, DiscussionThread source) =>
        request.ToThreadId is { } id ? db.ClosedThreads().Where(closed => closed.ThreadId == id).Select(closed => closed.AccountId)
        : db.Gates()
            .Where(gate => request.ToNew != null && !request.ToNew.IsTalk && gate.GroupId == source.GroupId && gate.ReadingId == source.ReadingId
                && !db.OpenedSections().Any(opened =>
                    opened.AccountId == gate.AccountId && opened.GroupId == gate.GroupId && opened.ReadingId == gate.ReadingId && opened.Section == OpenedSection.Whole))
            .Select(gate => gate.AccountId);

    private static async Task<DiscussionThread?> SourceAsync(StudyGroupDbContext db, Guid threadId, CurrentMember moderator, CancellationToken cancellationToken)
    {
        var source = await db.Threads().AsNoTracking().SingleOrDefaultAsync(thread => thread.Id == threadId && !thread.IsPrivate, cancellationToken);
        return source is not null && (await db.AskAsync(source.GroupId, moderator, Permission.Moderate, cancellationToken)).Succeeded ? source : null;
    }

#pragma warning disable CA1304, CA1311, CA1862 // The database folds the letters, in its own way; this never runs here.
    private static IQueryable<DiscussionThread> Holding(StudyGroupDbContext db, IQueryable<DiscussionThread> threads, string words) => threads.Where(thread =>
        (thread.Title != null && thread.Title.ToLower().Contains(words))
        || db.Annotations().Any(mark => mark.Id == thread.AnnotationId && mark.Quote.ToLower().Contains(words))
        || db.Readings().Any(reading => reading.Id == thread.ReadingId && reading.Title.ToLower().Contains(words))
        || db.Comments().Any(comment => comment.ThreadId == thread.Id && comment.Sequence == thread.FirstSequence && comment.HiddenAt == null && comment.Markdown.ToLower().Contains(words)));
#pragma warning restore CA1304, CA1311, CA1862

    private static IQueryable<NamedThread> Names(StudyGroupDbContext db, IQueryable<DiscussionThread> threads, CurrentMember member) =>
        from thread in threads
        from reading in db.Readings().Where(reading => reading.Id == thread.ReadingId).DefaultIfEmpty()
        from mark in db.Annotations().Where(mark => mark.Id == thread.AnnotationId).DefaultIfEmpty()
        from block in db.Blocks().Where(block => block.EditionId == mark.EditionId && block.Position == mark.StartPosition).DefaultIfEmpty()
        select new NamedThread
        {
            Thread = thread,
            Quote = mark == null ? null : mark.Quote,
            Paragraph = block == null ? null : block.Number,
            ReadingTitle = reading == null ? null : reading.Title,
            IsClosed = db.ClosedThreads().Any(closed => closed.ThreadId == thread.Id && closed.AccountId == member.AccountId),
        };

    [GeneratedRegex("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}", RegexOptions.NonBacktracking)]
    private static partial Regex Ids();

    private sealed class NamedThread
    {
        public required DiscussionThread Thread { get; init; }

        public required string? Quote { get; init; }

        public required int? Paragraph { get; init; }

        public required string? ReadingTitle { get; init; }

        public required bool IsClosed { get; init; }
    }
}
