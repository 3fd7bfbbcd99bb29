using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using StudyGroup.Persistence;
using StudyGroup.Shared;

namespace StudyGroup.Annotations.Links;

/// <summary>The note of a link: plain text, and not much of it.</summary>
public static class LinkNote
{
    /// <summary>Null when the note may stand.</summary>
    public static Error? Check(string note) =>
        note.Length > TextLimits.LinkNote ? Error.TooLong("The note", TextLimits.LinkNote)
        : note.IsStorable() ? null
        : Error.Unreadable("The note");
}

/// <summary>What keeps links few and plain enough to be read.</summary>
public static class LinkRules
{
    /// <summary>Links that begin or end in one paragraph, as one member sees it.</summary>
    public const int MostInParagraph = 100;

    /// <summary>Links of one member in one group.</summary>
    public const int MostOfMember = 2_000;

    /// <summary>Asked while the stream is locked, with both marks made and not yet stored; null when they may be linked.</summary>
    internal static async Task<Error?> CheckAsync(
        StudyGroupDbContext db, AddLink request, Annotation from, Annotation to, CurrentMember author, CancellationToken cancellationToken)
    {
        if (from.Standing() == to.Standing())
            return Errors.OnePassage;
        if (await AreLinkedAsync(db, request, from, to, author, cancellationToken)
            || (request.Kind.IsMutual() && await AreLinkedAsync(db, request, to, from, author, cancellationToken)))
        {
            return Errors.LinkedAlready;
        }

        foreach (var end in new[] { from, to })
        {
            var there = await db.AnnotationsFor(author.AccountId).CountAsync(
                mark => mark.GroupId == end.GroupId && mark.ReadingId == end.ReadingId && mark.StartPosition == end.StartPosition && mark.Kind == AnnotationKind.Link, cancellationToken);
            if (there >= MostInParagraph)
                return Errors.ManyLinksHere(MostInParagraph);
        }

        return await db.PassageLinks().CountAsync(link => link.GroupId == request.GroupId && link.AuthorId == author.AccountId && link.RemovedAt == null, cancellationToken) >= MostOfMember
            ? Errors.ManyLinksOfYours(MostOfMember)
            : null;
    }

    private static Task<bool> AreLinkedAsync(StudyGroupDbContext db, AddLink request, Annotation one, Annotation other, CurrentMember author, CancellationToken cancellationToken) => (
        from link in db.PassageLinks()
        where link.GroupId == request.GroupId && link.Kind == request.Kind && link.RemovedAt == null
            && link.IsPrivate == request.IsPrivate && (!link.IsPrivate || link.AuthorId == author.AccountId)
        join start in db.Annotations().Where(IsAt(one)) on link.FromId equals start.Id
        join end in db.Annotations().Where(IsAt(other)) on link.ToId equals end.Id
        select link.Id).AnyAsync(cancellationToken);

    private static Expression<Func<Annotation, bool>> IsAt(Annotation place) => mark =>
        mark.GroupId == place.GroupId && mark.ReadingId == place.ReadingId && mark.Kind == AnnotationKind.Link && mark.RemovedAt == null
        && mark.StartPosition == place.StartPosition && mark.StartOffset == place.StartOffset
        && mark.EndPosition == place.EndPosition && mark.EndOffset == place.EndOffset && mark.State == place.State;
}
