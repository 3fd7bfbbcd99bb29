using Microsoft.EntityFrameworkCore;
using StudyGroup.Persistence;

namespace StudyGroup.Realtime;

/// <summary>How far the tail has read in each stream. Used by the tail's loop alone.</summary>
internal sealed class EventPositions(IDbContextFactory<StudyGroupDbContext> contexts)
{
    private const int RowsAtOnce = 500;

    private readonly Dictionary<Guid, long> positions = [];
    private long sum;

    /// <summary>Starts every stream at its end: what is in the log now is everybody's fresh state.</summary>
    public async Task StartFromNowAsync(CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var streams = await db.EventStreams().AsNoTracking().ToListAsync(cancellationToken);
        positions.Clear();
        foreach (var stream in streams)
            positions[stream.Id] = stream.LastSequence;
        sum = positions.Values.Sum();
    }

    /// <summary>The streams whose end is not where the tail stands. As long as nothing moved, one sum tells.</summary>
    public async Task<IReadOnlyCollection<Guid>> MovedAsync(CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        if (await db.EventStreams().SumAsync(stream => stream.LastSequence, cancellationToken) == sum)
            return [];

        var streams = await db.EventStreams().AsNoTracking().ToListAsync(cancellationToken);
        return [.. streams.Where(stream => stream.LastSequence != positions.GetValueOrDefault(stream.Id)).Select(stream => stream.Id)];
    }

    /// <summary>Reads on in one stream: some rows in order, none at its end.</summary>
    /// <returns>Whether a row is missing between what was read before and these: they were pruned, or the database was restored.</returns>
    public async Task<(IReadOnlyList<StreamEvent> Rows, bool Torn)> ReadOnAsync(Guid streamId, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var position = positions.GetValueOrDefault(streamId);
        var rows = await db.StreamEvents().AsNoTracking()
            .Where(row => row.StreamId == streamId && row.Sequence > position)
            .OrderBy(row => row.Sequence)
            .Take(RowsAtOnce)
            .ToListAsync(cancellationToken);
        if (rows.Count > 0)
        {
            Move(streamId, rows[^1].Sequence);
            return (rows, rows[0].Sequence != position + 1);
        }

        var last = await db.EventStreams().Where(stream => stream.Id == streamId).Select(stream => stream.LastSequence).SingleOrDefaultAsync(cancellationToken);
        if (last >= position)
            return (rows, false);

        Move(streamId, last);
        return (rows, true);
    }

    private void Move(Guid streamId, long sequence)
    {
        sum += sequence - positions.GetValueOrDefault(streamId);
        positions[streamId] = sequence;
    }
}
