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
        var sequence = await NextAsync(db, streamId, cancellationToken);
        db.StreamEvents().Add(new StreamEvent
        {
            StreamId = streamId,
            Sequence = sequence,
            Kind = news.Kind,
            ActorId = news.ActorId,
            ReadingId = news.ReadingId,
            ThreadId = news.ThreadId,
            SubjectId = news.SubjectId,
            At = time.GetUtcNow(),
        });
        return sequence;
    }

    private static async Task<long> NextAsync(StudyGroupDbContext db, Guid streamId, CancellationToken cancellationToken)
    {
        // "Insert unless it is there" makes two first events of one stream meet at the row, not at an error.
        await db.Database.ExecuteSqlAsync(
            $"""INSERT INTO "EventStreams" ("Id", "LastSequence") VALUES ({streamId}, 1) ON CONFLICT ("Id") DO UPDATE SET "LastSequence" = "EventStreams"."LastSequence" + 1""",
            cancellationToken);
        return await db.EventStreams().Where(stream => stream.Id == streamId).Select(stream => stream.LastSequence).SingleAsync(cancellationToken);
    }
}
