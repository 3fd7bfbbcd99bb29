using Microsoft.EntityFrameworkCore;
using StudyGroup.Persistence;
using StudyGroup.Readings;

namespace StudyGroup.Groups.LiveSessions;

/// <summary>A live session as every member sees it.</summary>
/// <param name="FacilitatorId">Who leads; null when they have left the group.</param>
/// <param name="Paragraph">¶ number of the block that everybody is led to; null for a heading, or where the text has it no more.</param>
/// <param name="Queue">Who waits for the word, next one first.</param>
/// <param name="Version">What who leads has seen.</param>
public sealed record LiveSessionView(
    Guid Id,
    Guid GroupId,
    Guid ReadingId,
    Guid? FacilitatorId,
    string? FacilitatorName,
    string BlockKey,
    int? Paragraph,
    DateTimeOffset MovedAt,
    int TurnMinutes,
    TurnView? Turn,
    IReadOnlyList<QueuedSpeaker> Queue,
    int Version,
    DateTimeOffset? EndedAt)
{
    internal static async Task<LiveSessionView?> ReadAsync(StudyGroupDbContext db, IQueryable<LiveSession> asked, CancellationToken cancellationToken)
    {
        var found = await (
            from session in asked.AsNoTracking()
            join reading in db.Readings() on session.ReadingId equals reading.Id
            from block in db.Blocks().Where(block => block.EditionId == reading.CurrentEditionId && block.Key == session.BlockKey).DefaultIfEmpty()
            from facilitator in db.Users.Where(account => account.Id == session.FacilitatorId).DefaultIfEmpty()
            from speaker in db.Users.Where(account => account.Id == session.SpeakerId).DefaultIfEmpty()
            select new
            {
                Session = session,
                Paragraph = block == null ? null : block.Number,
                Facilitator = facilitator == null ? null : facilitator.DisplayName,
                Speaker = speaker == null ? null : speaker.DisplayName,
            }).TagWith(KeptConnection.Tag).SingleOrDefaultAsync(cancellationToken);
        if (found is null)
            return null;

        var row = found.Session;
        var names = await (
            from hand in db.Hands().AsNoTracking()
            where hand.SessionId == row.Id && hand.RaisedAs != null
            join account in db.Users on hand.AccountId equals account.Id
            select new { Hand = hand, account.DisplayName }).ToDictionaryAsync(pair => pair.Hand, pair => pair.DisplayName, cancellationToken);
        return new LiveSessionView(
            row.Id,
            row.GroupId,
            row.ReadingId,
            row.FacilitatorId,
            found.Facilitator,
            row.BlockKey,
            found.Paragraph,
            row.MovedAt,
            row.TurnMinutes,
            row is { SpeakerId: { } speakerId, TurnEndsAt: { } end } ? new TurnView(speakerId, found.Speaker ?? "", end, row.TurnPausedAt) : null,
            [.. SpeakersQueue.InOrder(names.Keys).Select(hand => new QueuedSpeaker(hand.AccountId, names[hand]))],
            row.Version,
            row.EndedAt);
    }
}

/// <summary>Who has the word, and until when; while it stands still, since when.</summary>
public sealed record TurnView(Guid AccountId, string Name, DateTimeOffset EndsAt, DateTimeOffset? PausedAt);

/// <summary>Somebody whose hand is up.</summary>
public sealed record QueuedSpeaker(Guid AccountId, string Name);
