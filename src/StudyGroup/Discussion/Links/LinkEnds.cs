using StudyGroup.Annotations;
using StudyGroup.Annotations.Anchoring;
using StudyGroup.Discussion.Sections;
using StudyGroup.Groups;
using StudyGroup.Persistence;
using StudyGroup.Readings;

namespace StudyGroup.Discussion.Links;

/// <summary>An end of a link with the place where it stands now.</summary>
internal sealed class LinkEndRow
{
    /// <summary>Null where there is no such end, and then everything else is nothing too.</summary>
    public required Guid? MarkId { get; init; }

    public required Guid GroupId { get; init; }

    public required Guid ReadingId { get; init; }

    public required string Slug { get; init; }

    public required string Title { get; init; }

    public required string Block { get; init; }

    public required int? Number { get; init; }

    public required string Section { get; init; }

    public required string Quote { get; init; }

    public required AnchorState State { get; init; }
}

internal static class LinkEnds
{
    /// <summary>More of a quote than a card shows.</summary>
    private const int QuoteShown = 400;

    /// <summary>The ends that can be shown: the mark is there, and its reading is on the group's shelf. Who may see it is the caller's to ask.</summary>
    public static IQueryable<LinkEndRow> ShownLinkEnds(this StudyGroupDbContext db) =>
        from mark in db.Annotations()
        where mark.Kind == AnnotationKind.Link && mark.RemovedAt == null
        join item in db.ShelfItems() on new { mark.GroupId, mark.ReadingId } equals new { item.GroupId, item.ReadingId }
        join reading in db.Readings() on mark.ReadingId equals reading.Id
        from block in db.Blocks().Where(block => block.EditionId == mark.EditionId && block.Position == mark.StartPosition).DefaultIfEmpty()
        select new LinkEndRow
        {
            MarkId = mark.Id,
            GroupId = mark.GroupId,
            ReadingId = mark.ReadingId,
            Slug = item.Slug,
            Title = reading.Title,
            Block = mark.StartBlock,
            Number = block == null ? null : block.Number,
            Section = block == null ? OpenedSection.Opening : block.Section,
            Quote = mark.Quote.Substring(0, QuoteShown),
            State = mark.State,
        };

    /// <summary>The ends whose section is still closed to the member: what others wrote about them waits for a note of their own.</summary>
    public static IQueryable<LinkEndRow> ClosedLinkEnds(this StudyGroupDbContext db, Guid accountId) =>
        db.ShownLinkEnds().Where(end =>
            db.Gates().Any(gate => gate.AccountId == accountId && gate.GroupId == end.GroupId && gate.ReadingId == end.ReadingId)
            && !db.OpenedSections().Any(opened => opened.AccountId == accountId && opened.GroupId == end.GroupId && opened.ReadingId == end.ReadingId && opened.Section == end.Section));
}
