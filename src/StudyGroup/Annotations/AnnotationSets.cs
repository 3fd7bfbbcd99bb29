using Microsoft.EntityFrameworkCore;
using StudyGroup.Annotations.Editions;
using StudyGroup.Annotations.Links;
using StudyGroup.Persistence;

namespace StudyGroup.Annotations;

/// <summary>What this area stores.</summary>
public static class AnnotationSets
{
    public static DbSet<Annotation> Annotations(this StudyGroupDbContext db) => db.Set<Annotation>();

    public static DbSet<CarryOver> CarryOvers(this StudyGroupDbContext db) => db.Set<CarryOver>();

    public static DbSet<CarriedMark> CarriedMarks(this StudyGroupDbContext db) => db.Set<CarriedMark>();

    public static DbSet<PassageLink> PassageLinks(this StudyGroupDbContext db) => db.Set<PassageLink>();

    public static DbSet<LinkStart> LinkStarts(this StudyGroupDbContext db) => db.Set<LinkStart>();

    /// <summary>The marks that <paramref name="accountId"/> may see, given that it may read their group: the group's, and its own private ones.</summary>
    public static IQueryable<Annotation> AnnotationsFor(this StudyGroupDbContext db, Guid accountId) =>
        db.Annotations().Where(annotation => annotation.RemovedAt == null && (!annotation.IsPrivate || annotation.AuthorId == accountId));
}
