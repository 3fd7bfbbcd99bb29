using Microsoft.EntityFrameworkCore;
using StudyGroup.Persistence;

namespace StudyGroup.Realtime;

/// <summary>What somebody missed in a topic.</summary>
/// <param name="Sequence">The stream's newest number in this answer; the next question starts from it.</param>
/// <param name="Events">In order; none with a gap.</param>
/// <param name="Gap">Too much was missed or too long ago: read the state anew.</param>
public sealed record Replay(long Sequence, IReadOnlyList<StreamEvent> Events, bool Gap);

/// <summary>Answers who comes back with the last number they saw. The caller has asked for the right to see the topic.</summary>
public sealed class EventReplay(IDbContextFactory<StudyGroupDbContext> contexts)
{
    public const int MostEvents = 500;

    /// <param name="topic">What is watched.</param>
    /// <param name="streamId">The stream that the topic belongs to.</param>
    /// <param name="after">The last number seen, or null for "from now".</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    public async Task<Replay> ReadAfterAsync(Topic topic, Guid streamId, long? after, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var last = await db.EventStreams().Where(stream => stream.Id == streamId).Select(stream => stream.LastSequence).SingleOrDefaultAsync(cancellationToken);
        if (after is not { } seen || seen == last)
            return new Replay(last, [], Gap: false);
        if (seen < 0 || seen > last)
            return new Replay(last, [], Gap: true);

        // A number is taken and its row written in one transaction under the stream's lock, so every row up to the last number can be seen here.
        var missed = await InTopic(db.StreamEvents().AsNoTracking(), topic, streamId)
            .Where(row => row.Sequence > seen && row.Sequence <= last)
            .OrderBy(row => row.Sequence)
            .Take(MostEvents + 1)
            .ToListAsync(cancellationToken);
        // Asked after the rows: old rows go from the oldest on, so if the first missed one stands now, all were there.
        var kept = await db.StreamEvents().AnyAsync(row => row.StreamId == streamId && row.Sequence == seen + 1, cancellationToken);
        return kept && missed.Count <= MostEvents ? new Replay(last, missed, Gap: false) : new Replay(last, [], Gap: true);
    }

    private static IQueryable<StreamEvent> InTopic(IQueryable<StreamEvent> rows, Topic topic, Guid streamId) => topic.Kind switch
    {
        TopicKind.Reading => rows.Where(row => row.StreamId == streamId && row.ReadingId == topic.ReadingId),
        TopicKind.Thread => rows.Where(row => row.StreamId == streamId && row.ThreadId == topic.Id),
        _ => rows.Where(row => row.StreamId == streamId),
    };
}
