using Microsoft.EntityFrameworkCore;
using StudyGroup.Annotations;
using StudyGroup.Groups;
using StudyGroup.Persistence;
using StudyGroup.Readings;
using StudyGroup.Realtime;
using StudyGroup.Shared;

namespace StudyGroup.Discussion.Sections;

/// <summary>Opens a section for a member inside the caller's transaction; their open pages hear of it.</summary>
public sealed class SectionOpening(EventLog events, TimeProvider time)
{
    /// <summary>The author says something in this thread, to the group or to themselves. Where the reading is not set so, nothing is kept: turning it on looks at what was said before.</summary>
    internal async Task WroteAsync(StudyGroupDbContext db, DiscussionThread thread, CurrentMember author, CancellationToken cancellationToken)
    {
        if (thread.ReadingId is not { } readingId
            || !await db.ShelfItems().AnyAsync(item => item.GroupId == thread.GroupId && item.ReadingId == readingId && item.OwnNoteFirst, cancellationToken))
            return;

        var mark = thread.AnnotationId is { } id ? await db.Annotations().FindAsync([id], cancellationToken) : null;
        var section = mark is null ? OpenedSection.Whole : await db.Blocks()
            .Where(block => block.EditionId == mark.EditionId && block.Position == mark.StartPosition)
            .Select(block => block.Section).SingleOrDefaultAsync(cancellationToken) ?? OpenedSection.Opening;
        await OpenAsync(db, thread.GroupId, readingId, section, author, cancellationToken);
    }

    /// <summary>What is open already is left so, and nobody is told again.</summary>
    internal async Task OpenAsync(StudyGroupDbContext db, Guid groupId, Guid readingId, string section, CurrentMember member, CancellationToken cancellationToken)
    {
        // The number first: all tabs of the member queue for it.
        if (await IsOpenAsync(db, groupId, readingId, section, member, cancellationToken))
            return;
        await events.AppendAsync(
            db, member.AccountId, new NewEvent(DiscussionEvents.SectionOpened, member.AccountId) { ReadingId = readingId, SubjectId = groupId }, cancellationToken);
        if (!await IsOpenAsync(db, groupId, readingId, section, member, cancellationToken))
            db.OpenedSections().Add(new OpenedSection { AccountId = member.AccountId, GroupId = groupId, ReadingId = readingId, Section = section, At = time.GetUtcNow() });
    }

    private static Task<bool> IsOpenAsync(StudyGroupDbContext db, Guid groupId, Guid readingId, string section, CurrentMember member, CancellationToken cancellationToken) =>
        db.OpenedSections().AnyAsync(
            opened => opened.AccountId == member.AccountId && opened.GroupId == groupId && opened.ReadingId == readingId && opened.Section == section, cancellationToken);
}
