using Microsoft.EntityFrameworkCore;
using StudyGroup.Persistence;

namespace StudyGroup.Realtime;

/// <summary>Appends to the event log inside the caller's transaction.</summary>
public sealed class EventLog(TimeProvider time)
{
    /// <summary>Takes the next number of <paramref name="streamId"/> and adds the row. The stream stays locked until the transaction ends.</summary>
    /// <returns>The number, which the caller also writes on the rows that the event is about.</returns>
    public async Task<long> AppendAsync(StudyGroupDbContext db, Guid streamId, NewEvent news, CancellationToken cancellationToken)
    {
        var sequence = await ReserveAsync(db, streamId, 1, cancellationToken);
        db.StreamEvents().Add(Row(streamId, sequence, news));
        return sequence;
    }

    /// <summary>The same for many at once, which get numbers in a row.</summary>
    public async Task AppendAllAsync(StudyGroupDbContext db, Guid streamId, IReadOnlyList<NewEvent> news, CancellationToken cancellationToken)
    {
        var first = await ReserveAsync(db, streamId, news.Count, cancellationToken);
        db.StreamEvents().AddRange(news.Select((one, place) => Row(streamId, first + place, one)));
    }

    /// <summary>Takes the next <paramref name="count"/> numbers of a stream at once, for who adds as many rows of the log in the same transaction.</summary>
    /// <returns>The first of them.</returns>
    public static async Task<long> ReserveAsync(StudyGroupDbContext db, Guid streamId, int count, CancellationToken cancellationToken)
    {
        // "Insert unless it is there" makes two first events of one stream meet at the row, not at an error. PostgreSQL holds the notice back until the
        // commit and forgets it with a rollback.
        var taken = db.Database.IsNpgsql()
            ? db.Database.SqlQuery<long>(
                $"""
                WITH taken AS (
                    INSERT INTO "EventStreams" ("Id", "LastSequence") VALUES ({streamId}, {count})
                    ON CONFLICT ("Id") DO UPDATE SET "LastSequence" = "EventStreams"."LastSequence" + {count}
                    RETURNING "LastSequence")
                SELECT "LastSequence" AS "Value", pg_notify({PostgresChannels.Events}, {streamId.ToString()}) FROM taken
                """)
            : db.Database.SqlQuery<long>(
                $"""
                INSERT INTO "EventStreams" ("Id", "LastSequence") VALUES ({streamId}, {count})
                ON CONFLICT ("Id") DO UPDATE SET "LastSequence" = "EventStreams"."LastSequence" + {count}
                RETURNING "LastSequence" AS "Value"
                """);
        return (await taken.ToListAsync(cancellationToken))[0] - count + 1;
    }

    private StreamEvent Row(Guid streamId, long sequence, NewEvent news) => new()
    {
        StreamId = streamId,
        Sequence = sequence,
        Kind = news.Kind,
        ActorId = news.ActorId,
        ReadingId = news.ReadingId,
        ThreadId = news.ThreadId,
        SubjectId = news.SubjectId,
        At = time.GetUtcNow(),
    };
}
