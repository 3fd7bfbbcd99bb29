using System.Globalization;
using Microsoft.EntityFrameworkCore;
using StudyGroup.Shared;

namespace StudyGroup.Discussion;

/// <summary>The thread stands first in the lists until then, unless it is unpinned before. Pinned again, it gets the new end.</summary>
public sealed record PinThread(Guid ThreadId, DateTimeOffset Until);

public sealed class PinThreadHandler(ThreadDecision decision, TimeProvider time)
{
    /// <summary>How long a pin can last.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromDays(366);

    /// <summary>How many threads of a group can stand first at once: with more of them, none does.</summary>
    public const int Most = 20;

    public async Task<Result> HandleAsync(PinThread request, CurrentMember moderator, CancellationToken cancellationToken)
    {
        var until = request.Until.ToUniversalTime();
        return await decision.DecideAsync(
            request.ThreadId,
            request.ThreadId,
            new ThreadAct("thread.pin", until.ToString("yyyy-MM-dd HH:mm'Z'", CultureInfo.InvariantCulture), IsModerators: true),
            moderator,
            async (db, thread, ct) =>
            {
                var now = time.GetUtcNow();
                if (until <= now)
                    return Errors.PinOver;
                if (until - now > Longest)
                    return Errors.PinTooLong;
                if (await db.Threads().CountAsync(row => row.GroupId == thread.GroupId && row.Id != thread.Id && row.PinnedUntil > now, ct) >= Most)
                    return Errors.TooManyPins(Most);
                thread.Pin(until, moderator.AccountId, now);
                return null;
            },
            cancellationToken);
    }
}
