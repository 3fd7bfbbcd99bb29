using StudyGroup.Annotations;
using StudyGroup.Groups;
using StudyGroup.Persistence;
using StudyGroup.Readings;

namespace StudyGroup.Discussion.Sections;

/// <summary>A member for whom a reading of their group has closed sections.</summary>
internal sealed class Gate
{
    public required Guid AccountId { get; init; }

    public required Guid GroupId { get; init; }

    public required Guid ReadingId { get; init; }
}

/// <summary>A thread whose words a member does not see yet.</summary>
internal sealed class ClosedThread
{
    public required Guid AccountId { get; init; }

    public required Guid ThreadId { get; init; }

    public required Guid? AnnotationId { get; init; }

    public required Guid GroupId { get; init; }

    public required Guid ReadingId { get; init; }

    public required string Section { get; init; }

    public required int Comments { get; init; }
}

/// <summary>
/// The one rule of "own note first". Where a group has set it for a reading, a thread is closed to a member until they have said something in its section or
/// marked that as read; a thread that they wrote in themselves is open wherever its passage went. Owners and moderators see everything: they answer for it.
/// Neither relation takes anything but the database, so that compiled queries can use them too.
/// </summary>
internal static class OwnNoteFirst
{
    /// <summary>Who has to write first, and where. Empty while no group has set it.</summary>
    public static IQueryable<Gate> Gates(this StudyGroupDbContext db) =>
        from item in db.ShelfItems()
        where item.OwnNoteFirst
        join member in db.Memberships() on item.GroupId equals member.GroupId
        where member.Status == MembershipStatus.Active && member.Role != Role.Owner && member.Role != Role.Moderator
        select new Gate { AccountId = member.AccountId, GroupId = item.GroupId, ReadingId = item.ReadingId };

    public static IQueryable<ClosedThread> ClosedThreads(this StudyGroupDbContext db) =>
        from thread in db.ThreadSections()
        join gate in db.Gates() on new { thread.GroupId, thread.ReadingId } equals new { gate.GroupId, ReadingId = (Guid?)gate.ReadingId }
        where !db.OpenedSections().Any(opened =>
                opened.AccountId == gate.AccountId && opened.GroupId == gate.GroupId && opened.ReadingId == gate.ReadingId && opened.Section == thread.Section)
            && !db.Comments().Any(own => own.ThreadId == thread.Id && own.AuthorId == gate.AccountId)
        select new ClosedThread
        {
            AccountId = gate.AccountId,
            ThreadId = thread.Id,
            AnnotationId = thread.AnnotationId,
            GroupId = thread.GroupId,
            ReadingId = gate.ReadingId,
            Section = thread.Section,
            Comments = thread.Comments,
        };

    /// <summary>The group's threads on readings, each with its section.</summary>
    public static IQueryable<ThreadSection> ThreadSections(this StudyGroupDbContext db) =>
        from thread in db.Threads()
        where thread.ReadingId != null && !thread.IsPrivate
        from mark in db.Annotations().Where(mark => mark.Id == thread.AnnotationId).DefaultIfEmpty()
        from block in db.Blocks().Where(block => block.EditionId == mark.EditionId && block.Position == mark.StartPosition).DefaultIfEmpty()
        select new ThreadSection
        {
            Id = thread.Id,
            AnnotationId = thread.AnnotationId,
            GroupId = thread.GroupId,
            ReadingId = thread.ReadingId,
            Section = thread.AnnotationId == null ? OpenedSection.Whole : block == null ? OpenedSection.Opening : block.Section,
            Comments = mark != null && mark.RemovedAt != null ? 0 : thread.CommentCount,
        };
}

/// <summary>Where a thread belongs: the section of the text that its passage begins in, or the reading as a whole.</summary>
internal sealed class ThreadSection
{
    public required Guid Id { get; init; }

    public required Guid? AnnotationId { get; init; }

    public required Guid GroupId { get; init; }

    public required Guid? ReadingId { get; init; }

    public required string Section { get; init; }

    /// <summary>How many of its comments are shown to who may see it.</summary>
    public required int Comments { get; init; }
}
